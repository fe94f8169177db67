"""Writes a file where the user wants it: the whole of it or nothing, and says which."""

from contextlib import suppress
from pathlib import Path

from subcontract.words import N_, Texts
from ui.presenters.base import Notice
from ui.presenters.tone import Tone


def save_file(path: str, content: bytes, texts: Texts) -> Notice:
    """Write ``content`` to ``path``; an older file of that name stays as it was when it cannot be done."""
    target = Path(path)
    part = target.with_name(f"{target.name}.part")
    try:
        part.write_bytes(content)
        part.replace(target)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        sentence = N_(
            "The file could not be written there. Choose another place, "
            "or close the file if another program has it open."
        )
        return Notice(texts.say(sentence), Tone.WRONG)
    return Notice(texts.say(N_("Saved: {name}"), name=target.name), Tone.READY)
