"""Makes a screen of the table; one that cannot be made tells so in its place."""

import importlib
import logging
import secrets

from PySide6.QtWidgets import QWidget

from subcontract.words import N_
from ui.menu import SCREENS
from ui.screens.bones import Desk
from ui.widgets.empty import EmptyState

LOG = logging.getLogger("urakka")


def made_screen(desk: Desk, name: str) -> QWidget:
    """Make a screen by its name."""
    module, _, made = SCREENS[name][0].partition(":")
    try:
        screen = getattr(importlib.import_module(module), made)(desk)
    except Exception as problem:
        number = secrets.token_hex(4).upper()
        LOG.exception("screen %s could not be made: %s", name, number, exc_info=problem)
        said = N_("This screen could not be opened. Tell support this number: {id}")
        return EmptyState("boxes", desk.texts.say(said, id=number))
    if not isinstance(screen, QWidget):
        raise TypeError(made)
    return screen
