"""Tabs that ask for the room of the page in sight, and have shorter titles where the long ones do not fit."""

from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QTabWidget, QWidget, QWidgetItem

from ui.widgets.labels import restyle
from ui.widgets.pages import needed


class Tabs(QTabWidget):
    """Qt's own tabs ask for the height of the highest page, in its narrowest shape, seen or not.

    Ctrl+PageDown and Ctrl+PageUp go from tab to tab, wherever the focus is in them.
    """

    def __init__(self, name: str) -> None:
        """``name`` is what the tabs are called aloud."""
        super().__init__()
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        self.setAccessibleName(name)
        self._titles: list[tuple[str, str]] = []
        for keys, by in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), self, partial(self.step, by))
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def step(self, by: int) -> None:
        """Go to the next tab in sight, or the one before; after the last comes the first."""
        shown = [at for at in range(self.count()) if self.isTabVisible(at)]
        if self.currentIndex() in shown:
            self.setCurrentIndex(shown[(shown.index(self.currentIndex()) + by) % len(shown)])

    def add(self, page: QWidget, title: str, short: str) -> None:
        """Add a page; ``short`` is its title where letters are large."""
        self._titles.append((title, short))
        self.setTabToolTip(self.addTab(page, title), title)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        bar = self.tabBar().minimumSizeHint()
        least = QWidgetItem(self.currentWidget()).minimumSize() if self.count() else QSize()
        return QSize(max(least.width(), bar.width()), least.height() + self.tabBar().sizeHint().height())

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        return self.count() > 0

    def heightForWidth(self, width: int) -> int:
        return needed(self.currentWidget(), width) + self.tabBar().sizeHint().height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        """Show the long titles, or the short ones when the last tab would be out of sight."""
        for which in range(2):
            restyle(self.tabBar(), short="true" if which else "false")
            for at, titles in enumerate(self._titles):
                if self.tabText(at) != titles[which]:
                    self.setTabText(at, titles[which])
            if self.tabBar().sizeHint().width() <= self.width():
                return
