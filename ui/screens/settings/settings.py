"""Asetukset: pages in a list at the left, each made when it is first shown."""

import importlib

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QListWidgetItem, QWidget

from subcontract.actions.act import Kind
from subcontract.words import N_
from ui.presenters.tone import Tone
from ui.screens.bones import Desk, Screen
from ui.widgets.beside import Beside
from ui.widgets.icons import icon
from ui.widgets.page_list import PageList
from ui.widgets.pages import Pages

PAGES: dict[str, tuple[str, str, str]] = {
    "look": ("ui.screens.settings.look:LookPage", N_("Look and language"), "palette"),
    "unit": ("ui.screens.settings.unit:UnitPage", N_("Unit"), "buildings"),
    "staff": ("ui.screens.settings.staff:StaffPage", N_("Staff"), "users"),
    "rosters": ("ui.screens.settings.rosters:RostersPage", N_("Coaches' hours"), "clock"),
    "tariffs": ("ui.screens.settings.tariffs:TariffsPage", N_("Tariffs"), "coin"),
    "wages": ("ui.screens.settings.pay:PaySettingsPage", N_("Payment of wages"), "wallet"),
    "invoicing": ("ui.screens.settings.invoicing:InvoicingPage", N_("Invoicing"), "receipt"),
    "rates": ("ui.screens.settings.invoicing:ReferenceRatesPage", N_("Reference rates"), "percent"),
    "goals": ("ui.screens.settings.rota_terms:RotaTermsPage", N_("Goals of shifts"), "target"),
    "rules": ("ui.screens.settings.rules:RulesPage", N_("Rules"), "scales"),
}
"""id of the page: where its class is (made as ``Class(desk)``), its marked word and its icon."""
BOTH_LETTERS = 110
"""Average letters that the list and a page need side by side."""


class SettingsScreen(Screen):
    """The pages of settings. A page that is a ``Screen`` brings its own title and buttons."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, title=N_("Settings"))
        self._back_to = ""
        """The screen that led here; Esc goes back to it."""
        self.add_back(N_("Back"), self.step_back)
        home = Beside(BOTH_LETTERS)
        self.list = PageList()
        self.list.setAccessibleName(self.texts.say(N_("Pages of settings")))
        self.pages = Pages()
        self._made: dict[str, QWidget] = {}
        for name, (_, word, icon_name) in PAGES.items():
            item = QListWidgetItem(icon(icon_name), self.texts.say(word))
            item.setData(Qt.ItemDataRole.UserRole, name)
            self.list.addItem(item)
        self.list.currentItemChanged.connect(
            lambda item, _: self.show_page(item.data(Qt.ItemDataRole.UserRole))
        )
        home.add(self.list, 0)
        home.add(self.pages)
        home.turned.connect(lambda narrow: self.list.stand(across=narrow))
        self.body.addWidget(home, 1)
        self.footer.hide()
        self.list.setCurrentRow(0)

    def show_page(self, name: str) -> None:
        """Show a page, making it when it is shown for the first time."""
        if name not in self._made:
            module, _, made = PAGES[name][0].partition(":")
            page = getattr(importlib.import_module(module), made)(self.desk)
            if isinstance(page, Screen):
                page.be_part()
            self._made[name] = page
            self.pages.addWidget(page)
        self.banner.say("")
        self.pages.setCurrentWidget(self._made[name])

    # --- following

    def something_changed(self, kinds: frozenset[Kind]) -> None:
        """The pages follow what they show."""
        for page in self._made.values():
            if isinstance(page, Screen):
                page.something_changed(kinds)

    @property
    def holds_text(self) -> bool:
        """Whether something typed on a page has not been saved."""
        return any(isinstance(page, Screen) and page.holds_text for page in self._made.values())

    def tell_step(self, text: str) -> None:
        """Say on the page in sight what was undone; a page without a foot has it said above."""
        page = self.pages.currentWidget()
        if isinstance(page, Screen):
            page.tell_step(text)
        else:
            self.banner.say(text, Tone.INFO)

    # --- a page that another screen leads to

    def open_page(self, page: str, back: str = "") -> None:
        """Show a page and give it the focus; Esc goes back to the screen that led here."""
        at = next((at for at, name in enumerate(PAGES) if name == page), None)
        if at is None:
            return
        self.list.setCurrentRow(at)
        self._back_to = back if back != "settings" else ""
        self.back.setVisible(bool(self._back_to))

    def step_back(self) -> bool:
        """Close what is open on the page, then go back to where one came from."""
        if super().step_back():
            return True
        if not self._back_to:
            return False
        self.desk.go(self._back_to)
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """Who comes here by another way does not go back to the old place."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._back_to = ""
            self.back.hide()
