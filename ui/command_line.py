"""The command ``urakka``: the window, or the calculator without one; imports no Qt by itself."""

import os
import sys
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

from subcontract.words import N_

if TYPE_CHECKING:
    from subcontract.words import Texts

OK, FAILED, WRONG_USE, INTERRUPTED = 0, 1, 2, 130
LANGUAGES = ("fi", "sv", "en")
MOST_TOLD = 10
"""Refusals of one file that are told."""

USAGE = (
    N_("Urakka: subcontracted work of a group, from the price to the pay and the invoice."),
    "",
    "  urakka",
    "  urakka --demo",
    "  urakka calc KIND [--explain] [--language fi|sv|en] < cases.jsonl > results.jsonl",
    "  urakka calc --list",
    "  urakka render pdf|finvoice|ubl FACTS.json --out FILE",
    "  urakka read bank|finvoice FILE",
    "  urakka --help",
    "",
    N_("Without arguments the window opens; --demo opens a made-up centre to try things in."),
    N_("calc answers cases one by one: a line of JSON in, a line out, in the same order."),
    N_("calc --list shows the kinds of cases; --explain adds the working to every result."),
    N_("render makes the paper or the e-invoice of an invoice from its facts."),
    N_("read tells a file of the bank, or an e-invoice, as lines of JSON."),
)
NO_WINDOW = N_(
    "The window cannot open, because a part that it needs is missing: {reason}. "
    "Start with packaging/run.py, which puts it right."
)

REASONS = {
    FileNotFoundError: N_("there is no such file or folder"),
    NotADirectoryError: N_("there is no such file or folder"),
    PermissionError: N_("the computer does not allow it"),
    IsADirectoryError: N_("it is a folder"),
}
"""Why the computer did not read or write a file."""


class WrongUseError(Exception):
    """The command was given words that it does not know; the text is marked for translation."""

    def __init__(self, text: str, **facts: str) -> None:
        """Carry the sentence and its facts."""
        super().__init__(text)
        self.text = text
        self.facts = facts


def main(words: Sequence[str] | None = None) -> int:
    """Do what the words after ``urakka`` ask; gives the exit code."""
    given = list(sys.argv[1:] if words is None else words)
    language = "fi"
    try:
        language = _taken_language(given)
        return _done(given, language)
    except WrongUseError as wrong:
        texts = _texts(language)
        _tell(texts.say(wrong.text, **wrong.facts), texts.say(N_("urakka --help tells what can be asked.")))
        return WRONG_USE
    except BrokenPipeError:
        # whoever read our results went away: point the stream elsewhere so that its closing is quiet
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED


def _done(given: Sequence[str], language: str) -> int:
    """Choose what to do."""
    if not given or given == ["--demo"]:
        return _open_window(language, demo=bool(given))
    if given[0] in {"--help", "-h", "help"}:
        return _help(language)
    if given[0] == "calc":
        return _calc(given[1:], language)
    if given[0] == "render":
        return _render(given[1:], language)
    if given[0] == "read":
        return _read(given[1:], language)
    raise WrongUseError(N_("There is no command {word}."), word=_short(given[0]))


def _open_window(language: str, *, demo: bool) -> int:
    """Start the window; Qt is imported here and not before."""
    try:
        from ui import start
    except ImportError as missing:
        _tell(_texts(language).say(NO_WINDOW, reason=_short(str(missing))))
        return FAILED
    return start.main(demo=demo)


def _help(language: str) -> int:
    texts = _texts(language)
    _say(*(texts.say(line) for line in USAGE))
    return OK


def _calc(given: Sequence[str], language: str) -> int:
    """Answer cases of a kind, or list the kinds."""
    from ui.calc.kinds import MODULES, kind
    from ui.calc.run import run

    options = [word for word in given if word.startswith("-")]
    names = [word for word in given if not word.startswith("-")]
    if options == ["--list"] and not names:
        return _list(language)
    if any(option != "--explain" for option in options):
        wrong = next(option for option in options if option != "--explain")
        raise WrongUseError(N_("calc does not know the option {word}."), word=_short(wrong))
    if len(names) != 1:
        raise WrongUseError(N_("calc needs the name of one kind of cases; calc --list shows them."))
    if names[0] not in MODULES:
        raise WrongUseError(
            N_("There is no kind {word}; calc --list shows what there is."), word=_short(names[0])
        )
    run(kind(names[0]), _binary(sys.stdin), _binary(sys.stdout), _texts(language), explain=bool(options))
    return OK


def _list(language: str) -> int:
    """Show every kind with its fields, their units and an example."""
    from ui.calc.kinds import MODULES, kind

    texts = _texts(language)
    for name in MODULES:
        one = kind(name)
        width = max(len(field.name) for field in one.fields)
        _say(
            f"{name}: {texts.say(one.purpose)}",
            *(f"    {field.name:{width}}  {texts.say(field.unit)}" for field in one.fields),
            "  " + texts.say(N_("Example:")),
            f"    {one.example}",
            "",
        )
    return OK


def _render(given: Sequence[str], language: str) -> int:
    """Make the paper or the e-invoice of an invoice."""
    from ui.outside.render import RENDERERS, render

    words = list(given)
    if "--out" not in words[:-1]:
        raise WrongUseError(N_("render needs --out and the name of the file to write."))
    at = words.index("--out")
    out = words[at + 1]
    del words[at : at + 2]
    kind, facts = _kind_and_file(words, RENDERERS)
    return _with_files(lambda: render(kind, Path(facts), Path(out)), facts, language)


def _read(given: Sequence[str], language: str) -> int:
    """Tell what a file of somebody else says."""
    from ui.outside.reading import KINDS, read

    kind, name = _kind_and_file(given, KINDS)
    return _with_files(lambda: _write(read(kind, Path(name))), name, language)


def _kind_and_file(words: Sequence[str], kinds: Collection[str]) -> tuple[str, str]:
    """The two words after ``render`` or ``read``."""
    for word in words:
        if word.startswith("--"):
            raise WrongUseError(N_("There is no option {word}."), word=_short(word))
    if len(words) != len(("kind", "file")):
        raise WrongUseError(N_("Give one kind ({kinds}) and one file."), kinds=", ".join(kinds))
    if words[0] not in kinds:
        raise WrongUseError(
            N_("There is no kind {word}; there are {kinds}."), word=_short(words[0]), kinds=", ".join(kinds)
        )
    return words[0], words[1]


def _with_files(act: Callable[[], None], name: str, language: str) -> int:
    """Do what reads or writes files; a refusal is told with the file and the place."""
    from subcontract.problems import Refused
    from ui.problem_sentences import explain

    try:
        act()
    except Refused as refused:
        texts = _texts(language)
        for problem in refused.problems[:MOST_TOLD]:
            place = ": ".join(part for part in (_shown(name), _short(problem.field)) if part)
            _tell(f"{place}: {explain(problem, texts)}")
        return FAILED
    except OSError as error:
        texts, path = _texts(language), error.filename or name
        reason = _short(error.strerror or "")
        _tell(
            texts.say(
                N_("{name} cannot be read or written: {reason}."), name=_short(str(path)), reason=reason
            )
        )
        return FAILED
    return OK


def _taken_language(given: list[str]) -> str:
    """Take the language out of the words: Finnish unless another is asked for."""
    if "--language" not in given:
        return "fi"
    at = given.index("--language")
    language = given[at + 1] if at + 1 < len(given) else ""
    if language not in LANGUAGES:
        raise WrongUseError(N_("The languages are fi, sv and en, not {word}."), word=_short(language))
    del given[at : at + 2]
    return language


def _texts(language: str) -> "Texts":
    from ui.texts import CatalogueTexts

    return CatalogueTexts(language)


def _binary(stream: TextIO) -> BinaryIO:
    """The bytes behind a standard stream."""
    return stream.buffer


def _short(word: str) -> str:
    """A word of the command as it may be repeated to whoever wrote it."""
    return _shown(word[:60])


def _shown(name: str) -> str:
    """A file's name without signs that a terminal would obey."""
    return "".join(char if char.isprintable() else "?" for char in name)


def _say(*lines: str) -> None:
    """Print lines to the results' stream, whatever signs the terminal knows."""
    _write("".join(line + "\n" for line in lines))


def _write(text: str) -> None:
    """Print to the results' stream."""
    _binary(sys.stdout).write(text.encode("utf-8", "backslashreplace"))
    _binary(sys.stdout).flush()


def _tell(*lines: str) -> None:
    """Print to the messages' stream."""
    for line in lines:
        print(
            line.encode("ascii", "backslashreplace").decode() if not _knows(line) else line, file=sys.stderr
        )


def _knows(line: str) -> bool:
    """Whether the terminal has the signs of a line."""
    try:
        line.encode(sys.stderr.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True
