"""Asetukset: pages in a list at the left, each made when it is first shown."""

import importlib

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QWidget

from subcontract.words import N_
from ui.look import LOOK
from ui.screens.bones import Desk, Screen
from ui.widgets.icons import icon

PAGES: dict[str, tuple[str, str, str]] = {
    "look": ("ui.screens.look_settings:LookPage", N_("Look and language"), "palette"),
    "unit": ("ui.screens.unit_settings:UnitPage", N_("Unit"), "buildings"),
    "staff": ("ui.screens.staff_settings:StaffPage", N_("Staff"), "users"),
    "tariffs": ("ui.screens.tariffs:TariffsPage", N_("Tariffs"), "coin"),
    "rules": ("ui.screens.rules:RulesPage", N_("Rules"), "scales"),
}
"""id of the page: where its class is (made as ``Class(desk)``), its marked word and its icon."""


class SettingsScreen(Screen):
    """The pages of settings. A page that is a ``Screen`` brings its own title and buttons."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, title=N_("Settings"))
        row = QHBoxLayout()
        row.setSpacing(16)
        self.list = QListWidget()
        self.list.setAccessibleName(self.texts.say(N_("Pages of settings")))
        self.pages = QStackedWidget()
        self._made: dict[str, QWidget] = {}
        for name, (_, word, icon_name) in PAGES.items():
            item = QListWidgetItem(icon(icon_name), self.texts.say(word))
            item.setData(Qt.ItemDataRole.UserRole, name)
            self.list.addItem(item)
        self.list.currentItemChanged.connect(
            lambda item, _: self.show_page(item.data(Qt.ItemDataRole.UserRole))
        )
        row.addWidget(self.list)
        row.addWidget(self.pages, 1)
        self.body.addLayout(row, 1)
        self.footer.hide()
        self._fit()
        LOOK.changed.connect(self._fit)
        self.list.setCurrentRow(0)

    def _fit(self) -> None:
        """Be as wide as the longest word."""
        self.list.setFixedWidth(self.list.sizeHintForColumn(0) + LOOK.sizes.px(32))

    def show_page(self, name: str) -> None:
        """Show a page, making it when it is shown for the first time."""
        if name not in self._made:
            module, _, made = PAGES[name][0].partition(":")
            page = getattr(importlib.import_module(module), made)(self.desk)
            self._made[name] = page
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(self._made[name])
