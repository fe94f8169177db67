"""Makes the menu bar of the table of commands."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from subcontract.words import N_, Texts
from ui.menu import COMMANDS, Command, Menu


class Menus:
    """The actions of a menu bar, by the commands' ids."""

    def __init__(self, bar: QMenuBar, texts: Texts, run: Callable[[str], object]) -> None:
        """Fill ``bar``; ``run`` is called with the id of a chosen command."""
        self.actions: dict[str, QAction] = {}
        self._texts, self._run = texts, run
        menus = {menu: bar.addMenu(texts.say(menu.value)) for menu in Menu}
        groups: dict[str, QActionGroup] = {}
        for command in COMMANDS:
            action = self._add(menus[command.menu], command, texts.say(command.text))
            if command.choice:
                group = groups.setdefault(command.choice, QActionGroup(bar))
                action.setCheckable(True)
                group.addAction(action)

    def _add(self, menu: QMenu, command: Command, text: str) -> QAction:
        """Add one command."""
        if command.after_line:
            menu.addSeparator()
        action = QAction(text, menu)
        if command.key:
            action.setShortcuts(_keys(command.key))
        action.triggered.connect(lambda _=False: self._run(command.id))
        menu.addAction(action)
        self.actions[command.id] = action
        return action

    def tick(self, command: str) -> None:
        """Tick a choice."""
        self.actions[command].setChecked(True)

    def enable(self, possible: Callable[[Command], bool]) -> None:
        """Enable what is possible now."""
        for command in COMMANDS:
            self.actions[command.id].setEnabled(possible(command))

    def name_steps(self, undo: str, redo: str, *, enabled: bool) -> None:
        """Name what undo and redo would do, by the marked names of the acts.

        Without an act they stay enabled: a text field may have something of its own to undo.
        """
        say = self._texts.say
        for name, word, act in (("undo", N_("Undo"), undo), ("redo", N_("Redo"), redo)):
            self.actions[name].setText(f"{say(word)}: {say(act)}" if act else say(word))
            self.actions[name].setEnabled(enabled)


def _keys(key: str) -> list[QKeySequence]:
    """The key, and its twin where keyboards differ: plus needs Shift or stands on the number pad."""
    if key == "Ctrl++":
        return [QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")]
    return [QKeySequence(key)]
