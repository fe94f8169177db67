"""Taksat: the unit's dated tariffs and the form of the one that is open."""

from subcontract.words import N_
from ui.presenters.settings.tariffs import TariffsPresenter
from ui.screens.bones import Desk, Screen
from ui.widgets.form import FormView
from ui.widgets.lines import LinesView
from ui.widgets.table import TableView


class TariffsPage(Screen):
    """What the allowance is paid by."""

    def __init__(self, desk: Desk) -> None:
        """Lay out the list and the form."""
        super().__init__(desk, title=N_("Tariffs"))
        self.presenter = self.use(TariffsPresenter(desk.door(self), desk.texts))
        self.list = TableView(self.presenter.table, filtered=False, total=False)
        self.form = FormView(self.presenter.form)
        self.lines = LinesView(self.presenter.rates)
        self.lines.setProperty("look", "clear")
        self.lines.body.setContentsMargins(0, 12, 0, 0)
        self.form.below.addWidget(self.lines)
        self.side = self.split(self.list, N_("Tariff"), self.form, (2, 3))
        self.side.on_close = self.presenter.close
        self.add_secondary(N_("New tariff"), self._start_new, key="Ctrl+N", icon_name="plus")
        self.remove = self.add_secondary(N_("Remove the tariff"), self.presenter.remove)
        self.set_primary(N_("Save"), self.presenter.save)
        self._open: object = None
        self._refusals = 0

    def _start_new(self) -> None:
        self.presenter.start_new()
        self.form.focus_first()

    def refresh(self) -> None:
        """Show what the presenter has now."""
        presenter = self.presenter
        self.side.show_card(shown=presenter.is_open, title=presenter.heading)
        self.primary.setVisible(presenter.is_open)
        self.primary.setEnabled(presenter.can_save)
        self.remove.setVisible(presenter.can_remove)
        now = presenter.current.id if presenter.current else None
        if now is not None and now != self._open:
            self.form.focus_first()
        elif presenter.rates.refusals != self._refusals and not presenter.form.errors:
            self.lines.focus_error()
        self._open, self._refusals = now, presenter.rates.refusals
