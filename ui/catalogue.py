"""Reads the catalogues of one language: every ``.po`` of the language, merged, kept compiled in a cache."""

import gettext
import io
import sys
import zlib
from contextlib import suppress
from pathlib import Path

LOCALE_FOLDER = Path(__file__).resolve().parent.parent / "resources" / "locale"
FORMAT = b"1"
"""Grows when the way of compiling changes, so that old cached files are left aside."""


def cache_folder() -> Path:
    """Where compiled catalogues are kept for this user."""
    import platformdirs  # noqa: PLC0415 - imported when a window opens, not when tests import us

    return Path(platformdirs.user_cache_dir("urakka", appauthor=False)) / "catalogues"


def load(language: str, folder: Path = LOCALE_FOLDER, cache: Path | None = None) -> gettext.NullTranslations:
    """Give the translations of ``language``; later files win; an unknown language has none.

    The compiled catalogue is kept in ``cache`` under a name made of what the files are, so a changed
    file is compiled anew. A cache that cannot be read or written is done without.
    """
    sources = sorted((folder / language).glob("*.po"))
    if not sources:
        return gettext.NullTranslations()
    kept = (cache or cache_folder()) / f"{language}-{_mark(sources)}.mo"
    with suppress(OSError, ValueError, UnicodeError):
        return gettext.GNUTranslations(io.BytesIO(kept.read_bytes()))
    compiled = _compiled(language, sources)
    with suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        part = kept.with_suffix(f".{id(compiled)}.part")
        part.write_bytes(compiled)
        part.replace(kept)
        _sweep(kept, language)
    return gettext.GNUTranslations(io.BytesIO(compiled))


def _mark(sources: list[Path]) -> str:
    """Make a short name of the files' places, sizes and times of change."""
    states = [(source, source.stat()) for source in sources]
    told = "\n".join(f"{source}|{state.st_size}|{state.st_mtime_ns}" for source, state in states)
    newest = max(state.st_mtime_ns for _, state in states)
    return f"{newest:x}-{zlib.crc32(FORMAT + sys.version.encode() + told.encode()):08x}"


def _compiled(language: str, sources: list[Path]) -> bytes:
    """Merge the files and compile them to the ``.mo`` form."""
    from babel.messages.catalog import Catalog  # noqa: PLC0415 - only when the cache has nothing
    from babel.messages.mofile import write_mo  # noqa: PLC0415
    from babel.messages.pofile import read_po  # noqa: PLC0415

    merged = Catalog(locale=language, charset="utf-8")
    for source in sources:
        with source.open("rb") as file:
            for message in read_po(file, locale=language, charset="utf-8"):
                if message.id and message.string and not message.fuzzy:
                    merged.delete(message.id)
                    merged.add(message.id, message.string)
    target = io.BytesIO()
    write_mo(target, merged)
    return target.getvalue()


def _sweep(kept: Path, language: str) -> None:
    """Remove what earlier versions of the files left."""
    for old in kept.parent.glob(f"{language}-*.mo"):
        if old != kept:
            old.unlink(missing_ok=True)
