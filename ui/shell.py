"""The main window: a frame that fills itself from the tables of commands and screens.

The frame is painted before anything else is imported; so what is not in the first picture is imported
where it is first needed.
"""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QWidget

from subcontract.words import N_
from ui.look import LOOK
from ui.menu import BY_ID, SCREENS, Command, When
from ui.menubar import Menus
from ui.rail import Rail
from ui.settings import KeptSettings
from ui.texts import CatalogueTexts
from ui.theme import ThemeChoice
from ui.widgets.pages import Pages
from ui.widgets.reading_order import step

if TYPE_CHECKING:
    from uuid import UUID

    from ui.background import Background
    from ui.corner import Corner
    from ui.desk import WindowDesk
    from ui.presenters.palette import Hit
    from ui.screens.welcome import WelcomePage

LEAST = QSize(900, 560)


class Shell(QMainWindow):
    """Shows the frame at once; ``open_desk`` gives it the data later."""

    def __init__(self, settings: KeptSettings, today: Callable[[], date]) -> None:
        super().__init__()
        self.settings = settings
        self.today = today
        self.background: Background | None = None
        self.desk: WindowDesk | None = None
        self.on_switch_person: Callable[[], object] | None = None
        self.on_close: Callable[[], object] | None = None
        self.place = ""
        self.shown = ""
        self.screens: dict[str, QWidget] = {}
        self.setMinimumSize(LEAST)
        self.resize(settings.now.width, settings.now.height)
        LOOK.changed.connect(self._dress)
        self.build()

    def _dress(self) -> None:
        """Have what is in sight wear the style sheet; another screen does when it is next shown."""
        for part in (self.menuBar(), self.rail, self.stack.currentWidget()):
            if part is not None:
                LOOK.dress(part)

    # --- the frame

    def build(self) -> None:
        """Make everything that has words; called again when the language changes."""
        self.texts = CatalogueTexts(self.settings.now.language)
        self.screens = {}
        bar = self.menuBar()
        bar.clear()
        self.menus = Menus(bar, self.texts, self.run)
        self.rail = Rail(self.texts, self.show_screen)
        self.rail.hide()
        self._tell_place()
        self.top_corner: Corner | None = None
        self.stack = Pages()
        self._welcome: WelcomePage | None = None
        central = QWidget()
        row = QHBoxLayout(central)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.stack, 1)
        self.setCentralWidget(central)
        self._dress()
        self.refresh_commands()

    def open_desk(self, background: "Background") -> None:
        """Take the data in use: somebody is signed in."""
        from ui import commands

        if background is not self.background:
            self.background = background
            background.failed.connect(self.tell_failure)
            background.undo_changed.connect(self.refresh_commands)
            background.undo_refused.connect(partial(commands.tell_refused, self))
            background.undone.connect(partial(commands.tell_step, self, N_("Undone: {act}")))
            background.redone.connect(partial(commands.tell_step, self, N_("Done again: {act}")))
            background.changes.happened.connect(self._changed)
        self._lend()

    def _lend(self) -> None:
        """Make a desk in the present language and show the first screen."""
        if self.background is None:
            return
        from ui.corner import Corner
        from ui.desk import WindowDesk

        self._drop_screens()
        self.top_corner = self.top_corner or Corner(self.texts, self.find_anything, self.switch_person)
        kept = self.settings
        self.desk = WindowDesk(self, self.texts, self.background, self.show_screen, self.run, settings=kept)
        self.top_corner.show_person(self.background.who.name)
        self._tell_place()
        self.rail.show()
        self.refresh_commands()
        self.show_screen(self.shown or self.settings.now.screen)

    def _drop_screens(self) -> None:
        """Let go of screens made for somebody else."""
        if self.top_corner is not None:
            self.top_corner.setParent(self)
        for screen in self.screens.values():
            self.stack.removeWidget(screen)
            screen.deleteLater()
        self.screens = {}

    def set_language(self, language: str) -> None:
        """Speak another language at once; what is shown is read anew."""
        if not self.may_go(N_("Change the language")):
            return
        self.settings.change(language=language)
        self.desk = None
        self.build()
        self._lend()

    def _tell_place(self) -> None:
        """Tell on the rail and in the window's title where the data is, or that it is made up."""
        self.rail.show_place(self.place)
        self.setWindowTitle(f"Urakka \u2013 {self.place}" if self.place else "Urakka")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the rail leave its words out where letters are large for the window."""
        super().resizeEvent(event)
        self.rail.fit(self.width())

    # --- screens

    def show_screen(self, name: str, record: "UUID | None" = None) -> None:
        """Show a screen, making it when it is shown for the first time."""
        if self.desk is None:
            return
        from ui.screens.bones import Screen
        from ui.screens.making import made_screen

        name, _, page = name.partition("/")
        known = name in SCREENS and self.possible(BY_ID[f"go_{name}"])
        name = name if known else next(iter(SCREENS))
        if name not in self.screens:
            self.screens[name] = made_screen(self.desk, name)
            self.stack.addWidget(self.screens[name])
        screen, before = self.screens[name], self.shown
        self.shown = name
        self.rail.show_screen(name)
        if isinstance(screen, Screen) and self.top_corner is not None:
            screen.top_right.addWidget(self.top_corner)
            self.top_corner.show()
        LOOK.dress(screen)
        self.stack.setCurrentWidget(screen)
        self.settings.change(screen=name)
        if page and isinstance(screen, Screen):
            screen.open_page(page, before)
        if isinstance(screen, Screen):
            screen.take_focus()
            if record is not None:
                screen.open_record(record)  # one that opens at once takes the focus itself

    @property
    def welcome(self) -> "WelcomePage":
        """The page of before anybody is signed in."""
        from ui.screens.welcome import WelcomePage

        if self._welcome is None:
            self._welcome = WelcomePage(self.texts, self.today)
            LOOK.dress(self._welcome)
            self.stack.addWidget(self._welcome)
            self.stack.setCurrentWidget(self._welcome)
        return self._welcome

    @property
    def current(self) -> QWidget:
        """The page in sight."""
        return self.stack.currentWidget() or self.welcome

    def _changed(self, kinds: frozenset[object]) -> None:
        """Tell every screen what changed."""
        from ui.screens.bones import Screen

        for screen in tuple(self.screens.values()):
            if isinstance(screen, Screen):
                screen.something_changed(kinds)  # type: ignore[arg-type]

    # --- commands

    def run(self, command: str) -> None:
        """Do a command of the table."""
        from ui import commands

        commands.run(self, command)

    def possible(self, command: Command) -> bool:
        """Whether a command can be done now."""
        background = self.background if self.desk is not None else None
        if command.when is When.ALWAYS:
            return True
        if background is None:
            return False
        return not command.permission or background.may(command.permission)

    def refresh_commands(self) -> None:
        """Enable what is possible, name what would be undone, tick what is chosen."""
        self.menus.enable(self.possible)
        self.rail.allow({name for name in SCREENS if self.possible(BY_ID[f"go_{name}"])})
        stack = self.background.undo_stack if self.background is not None else None
        undo, redo = (stack.undo_name, stack.redo_name) if stack is not None else ("", "")
        self.menus.name_steps(undo, redo, enabled=self.desk is not None)
        self.menus.tick(f"theme_{ThemeChoice(self.settings.now.theme)}")
        self.menus.tick(f"language_{self.texts.language}")

    def find_anything(self) -> None:
        """Open the search."""
        if self.desk is None:
            return
        from ui.presenters.palette import PalettePresenter
        from ui.screens.pages_of_screens import pages_of_screens
        from ui.widgets.palette import PaletteDialog

        door = self.desk.door(self)
        places = pages_of_screens(door.who.may)
        presenter = PalettePresenter(door, self.texts, self.possible, places)
        PaletteDialog(self, presenter, self.texts, self.go_to).show()

    def go_to(self, hit: "Hit") -> None:
        """Go to what was found, or do it."""
        if hit.record is not None:
            self.show_screen(hit.screen, hit.record)
        elif hit.command:
            self.run(hit.command)
        else:
            self.show_screen(hit.screen)

    def switch_person(self) -> None:
        """Let somebody else sign in."""
        if self.on_switch_person is not None and self.may_go(N_("Change the person")):
            self.on_switch_person()

    def may_go(self, verb: str) -> bool:
        """Whether what is typed may be let go; ``verb`` (marked) is what would be done."""
        from ui.unsaved import may_go

        return may_go(self, self.texts, tuple(self.screens.values()), verb)

    def show_welcome(self) -> None:
        """Show the page of before anybody is signed in."""
        if self.top_corner is not None:
            self.top_corner.hide()
        self.rail.hide()
        LOOK.dress(self.welcome)
        self.stack.setCurrentWidget(self.welcome)

    def tell_failure(self, number: str) -> None:
        """Tell of something unexpected."""
        from ui.widgets.dialogs import tell_failure

        tell_failure(self, self.texts, number)

    def set_theme(self, choice: ThemeChoice) -> None:
        """Take other colours in use."""
        self.settings.change(theme=str(choice))
        LOOK.set_choice(choice)
        self.refresh_commands()

    def focusNextPrevChild(self, onwards: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        """Tab goes as one reads."""
        return step(self, onwards=onwards) or super().focusNextPrevChild(onwards)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Finish what is being written, then go."""
        if event.spontaneous() and not self.may_go(N_("Quit without saving")):
            event.ignore()
            return
        self.settings.change(width=self.width(), height=self.height())
        if self.background is not None:
            self.background.close()
        if self.on_close is not None:
            self.on_close()
        event.accept()
