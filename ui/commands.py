"""What each command of the menus does to the window."""

from collections.abc import Callable
from typing import Protocol, cast

from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLineEdit, QWidget

from subcontract.problems import Refused
from subcontract.words import N_, Texts
from ui.background import Background
from ui.field_help import HOW_TO_WRITE, OF_BUTTON, OF_BUTTON_WITH_KEY, OF_LIST
from ui.look import LOOK
from ui.menu import BY_ID, COMMANDS
from ui.presenters.tone import Tone
from ui.problem_sentences import explain_all
from ui.screens.bones import Screen
from ui.settings import KeptSettings
from ui.texts import CatalogueTexts
from ui.theme import ThemeChoice
from ui.widgets.buttons import Button, key_text
from ui.widgets.dialogs import about_box, help_box, keys_box
from ui.widgets.form import FieldView
from ui.widgets.table import TableView
from ui.widgets.undoing import can_redo, can_undo, text_field


class Frame(Protocol):
    """What commands need of the main window, which is also a widget."""

    settings: KeptSettings
    texts: CatalogueTexts
    background: Background | None

    @property
    def current(self) -> QWidget:
        """The page in sight."""

    def show_screen(self, name: str) -> None:
        """Show a screen."""

    def set_theme(self, choice: ThemeChoice) -> None:
        """Take other colours in use."""

    def set_language(self, language: str) -> None:
        """Speak another language."""

    def find_anything(self) -> None:
        """Open the search."""

    def switch_person(self) -> None:
        """Let somebody else sign in."""

    def may_go(self, verb: str) -> bool:
        """Whether what is typed may be let go; ``verb`` (marked) is what would be done."""

    def close(self) -> bool:
        """Close the window."""


def run(shell: Frame, command: str) -> None:
    """Do a command of the table."""
    known = BY_ID[command]
    if known.screen:
        shell.show_screen(known.screen)
    elif command.startswith("theme_"):
        shell.set_theme(ThemeChoice(command.removeprefix("theme_")))
    elif command.startswith("language_"):
        if command.removeprefix("language_") != shell.texts.language:
            shell.set_language(command.removeprefix("language_"))
    else:
        _DO[command](shell)


def _undo(shell: Frame) -> None:
    """Undo in the field first, then in the program."""
    field = text_undo()
    if field is not None:
        field()
    elif shell.background is not None:
        shell.background.undo()


def _redo(shell: Frame) -> None:
    field = text_redo()
    if field is not None:
        field()
    elif shell.background is not None:
        shell.background.redo()


def text_undo() -> Callable[[], object] | None:
    """How to undo in the field that has the focus, if it has something to undo."""
    field = text_field(QApplication.focusWidget())
    return field.undo if field is not None and can_undo(field) else None


def text_redo() -> Callable[[], object] | None:
    """How to redo in the field that has the focus, if it has something to redo."""
    field = text_field(QApplication.focusWidget())
    return field.redo if field is not None and can_redo(field) else None


def tell_refused(shell: Frame, refused: object) -> None:
    """Say on the screen in sight why something was refused."""
    if isinstance(refused, Refused) and isinstance(shell.current, Screen):
        shell.current.banner.say(explain_all(refused, shell.texts), Tone.ATTENTION)


def tell_step(shell: Frame, words: str, act: str) -> None:
    """Say on the screen in sight what was undone or done again; both are marked texts."""
    if isinstance(shell.current, Screen):
        shell.current.tell_step(shell.texts.say(words, act=shell.texts.say(act)))


def _size(change: Callable[[], object]) -> Callable[[Frame], None]:
    """A command that changes the size of letters."""

    def do(shell: Frame) -> None:
        change()
        shell.settings.change(percent=LOOK.sizes.percent)

    return do


def _quit(shell: Frame) -> None:
    """Close the window, unless there is text to be saved first."""
    if shell.may_go(N_("Quit without saving")):
        shell.close()


def _filter(shell: Frame) -> None:
    """Go to the filter field of the list in sight; a board has one of its own on the screen."""
    fields = [getattr(shell.current, "filter", None)]
    fields += [table.filter for table in shell.current.findChildren(TableView)]
    seen = next((field for field in fields if isinstance(field, QLineEdit) and field.isVisible()), None)
    if seen is not None:
        seen.setFocus()


def _help(shell: Frame) -> None:
    """Tell about the field that has the focus."""
    name, words = help_for(QApplication.focusWidget(), shell.texts)
    help_box(_widget(shell), shell.texts, name, words).open_and_forget()


def help_for(widget: QWidget | None, texts: Texts) -> tuple[str, str]:
    """The name of what has the focus, and what is told about it: its own help, then how it is used."""
    at, nothing = widget, texts.say(N_("There is no more to tell about this."))
    while at is not None:
        if isinstance(at, FieldView):
            note, how = at.form.accessible_note(at.name), texts.say(HOW_TO_WRITE.get(at.kind, ""))
            told = ". ".join(part.rstrip(".") for part in (note, how) if part)
            return at.form.label(at.name), f"{told}." if told else nothing
        at = at.parentWidget()
    if widget is None:
        return "", nothing
    name = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
    return name, widget.accessibleDescription() or widget.toolTip() or _how_used(widget, texts) or nothing


def _how_used(widget: QWidget, texts: Texts) -> str:
    """How a button or a list is used by keys."""
    if isinstance(widget, Button) and widget.key:
        return texts.say(OF_BUTTON_WITH_KEY, key=key_text(widget.key))
    if isinstance(widget, QAbstractButton):
        return texts.say(OF_BUTTON)
    return texts.say(OF_LIST) if isinstance(widget, QAbstractItemView) else ""


def _keys(shell: Frame) -> None:
    """The keys of the page in sight first, for a button without room does not show its own."""
    say = shell.texts.say
    keys = [(command.key, say(command.text)) for command in COMMANDS if command.key]
    buttons = (one for one in shell.current.findChildren(Button) if one.key and one.isVisible())
    here = list(dict.fromkeys((one.key, one.accessibleName()) for one in buttons))
    more = [
        ("Return", say(N_("Next field; opens the row"))),
        ("Ctrl+Return", say(N_("The main button of the screen"))),
        ("Escape", say(N_("Back"))),
        ("Alt+Left", say(N_("Previous day or month"))),
        ("Alt+Right", say(N_("Next day or month"))),
    ]
    named = {key for key, _ in here}
    everywhere = [(key, what) for key, what in more + keys if key not in named]
    keys_box(_widget(shell), shell.texts, here + everywhere).open_and_forget()


def _about(shell: Frame) -> None:
    about_box(_widget(shell), shell.texts, version()).open_and_forget()


def _widget(shell: Frame) -> QWidget:
    """The window as the parent of a dialog."""
    return cast("QWidget", shell)


def version() -> str:
    """The program's version."""
    from importlib import metadata  # noqa: PLC0415 - slow to import, and only the about box asks

    try:
        return metadata.version("urakka")
    except metadata.PackageNotFoundError:
        return "0.1.0"


_DO: dict[str, Callable[[Frame], object]] = {
    "undo": _undo,
    "redo": _redo,
    "find": lambda shell: shell.find_anything(),
    "filter": _filter,
    "larger": _size(LOOK.larger),
    "smaller": _size(LOOK.smaller),
    "normal_size": _size(lambda: LOOK.set_percent(100)),
    "switch_person": lambda shell: shell.switch_person(),
    "quit": _quit,
    "help": _help,
    "keys": _keys,
    "about": _about,
}
