"""Before the window, the language or the person goes: asks when text has been typed and not saved."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from subcontract.words import N_, Texts
from ui.screens.bones import Screen
from ui.widgets.dialogs import ask_before


def places_of_text(screens: Iterable[QWidget]) -> list[str]:
    """The titles of the screens that hold text typed and not saved."""
    return [one.accessibleName() for one in screens if isinstance(one, Screen) and one.holds_text]


def may_go(window: QWidget, texts: Texts, screens: Iterable[QWidget], verb: str) -> bool:
    """Whether what is typed may be let go: asked only when there is some; ``verb`` is marked text."""
    places = places_of_text(screens)
    if not places:
        return True
    sentence = texts.say(N_("Text has been typed and not saved: {places}."), places=", ".join(places))
    return ask_before(window, texts, sentence, texts.say(verb))
