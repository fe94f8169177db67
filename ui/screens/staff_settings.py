"""Henkilöstö: the list of staff and the card of the one that is open."""

from subcontract.words import N_
from ui.presenters.staff import StaffPresenter
from ui.screens.bones import Desk, Screen
from ui.widgets.editors import Flag
from ui.widgets.form import FormView
from ui.widgets.labels import ToneLine
from ui.widgets.table import TableView


class StaffPage(Screen):
    """Who works here and what they may do."""

    def __init__(self, desk: Desk) -> None:
        """Lay out the list and the card."""
        super().__init__(desk, title=N_("Staff"))
        self.presenter = self.use(StaffPresenter(desk.door(self), desk.texts))
        self.list = TableView(self.presenter.table, filtered=False)
        self.inactive = Flag(self.texts.say(N_("Show also those no longer in use")))
        self.list.add_tool(self.inactive)
        self.inactive.toggled.connect(lambda on: self.presenter.show_inactive(shown=on))
        self.form = FormView(self.presenter.form)
        self.side = self.split(self.list, N_("Member of staff"), self.form)
        self.side.splitter.setSizes([501, 398])
        self.side.on_close = self.presenter.close
        self.unsaved = ToneLine("")
        self.body.addWidget(self.unsaved)
        self.add_secondary(N_("New member of staff"), self._start_new, key="Ctrl+N", icon_name="plus")
        self.set_primary(N_("Save"), self.presenter.save)
        self._open: object = None

    def _start_new(self) -> None:
        self.presenter.start_new()
        self.form.focus_first()

    def refresh(self) -> None:
        """Show what the presenter has now."""
        presenter = self.presenter
        self.side.show_card(shown=presenter.is_open, title=presenter.heading)
        self.primary.setVisible(presenter.is_open)
        self.primary.setEnabled(presenter.can_save)
        self.primary.set_text(self.texts.say(presenter.save_words))
        self.unsaved.say(presenter.unsaved)
        now = presenter.current.id if presenter.current else None
        if now is not None and now != self._open:
            self.form.focus_first()
        self._open = now
