"""Tilaajat: the list of customers and the card of the one that is open."""

from uuid import UUID

from subcontract.words import N_
from ui.presenters.customers import CustomersPresenter
from ui.screens.bones import Desk, Screen
from ui.widgets.editors import Flag
from ui.widgets.form import FormView
from ui.widgets.job_links import JobLinks
from ui.widgets.labels import ToneLine
from ui.widgets.table import TableView


class CustomersScreen(Screen):
    """Who orders work."""

    def __init__(self, desk: Desk) -> None:
        """Lay out the list and the card."""
        super().__init__(desk, title=N_("Customers"))
        say = self.texts.say
        self.presenter = self.use(CustomersPresenter(desk.door(self), desk.texts))
        self.list = TableView(self.presenter.table)
        self.inactive = Flag(say(N_("Show also those no longer in use")))
        self.inactive.toggled.connect(lambda on: self.presenter.show_inactive(shown=on))
        self.list.add_tool(self.inactive)
        self.form = FormView(self.presenter.form)
        self.jobs = JobLinks(say(N_("Jobs of the customer")), lambda job: desk.go("jobs", job))
        self.form.below.addWidget(self.jobs)
        self.side = self.split(self.list, N_("Customer"), self.form)
        self.side.on_close = self.presenter.close
        self.unsaved = ToneLine("")
        self.body.addWidget(self.unsaved)
        self.add_secondary(N_("New customer"), self._start_new, key="Ctrl+N", icon_name="plus")
        self.undo_typing = self.add_secondary(N_("Take back what was typed"), self.presenter.reset)
        self.set_primary(N_("Save"), self.presenter.save)
        self._open: UUID | None = None

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
        self.undo_typing.setVisible(presenter.dirty)
        self.jobs.show_jobs((job.id, job.title, job.name, job.state) for job in presenter.jobs)
        self.unsaved.say(presenter.unsaved)
        self._follow_focus()

    def _follow_focus(self) -> None:
        """A record just opened takes the focus; the form itself gives it to what refused a save."""
        now = self.presenter.current.id if self.presenter.current else None
        if now is not None and now != self._open:
            self.form.focus_first()
        self._open = now

    def open_record(self, record: UUID) -> None:
        """Open a customer: from search or a link."""
        self.presenter.open(record)
