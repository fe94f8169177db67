"""Tilaajat: the list of customers and the card of the one that is open."""

from uuid import UUID

from subcontract.words import N_
from ui.presenters.customers import CustomersPresenter
from ui.screens.bones import Desk
from ui.screens.register_page import RecordWords, RegisterPage
from ui.widgets.job_links import JobLinks

WORDS = RecordWords(title=N_("Customers"), record=N_("Customer"), new=N_("New customer"))


class CustomersScreen(RegisterPage[CustomersPresenter]):
    """Who orders work."""

    def __init__(self, desk: Desk) -> None:
        """Lay out the list and the card."""
        super().__init__(desk, WORDS, filtered=True)
        self.add_inactive(self.presenter)
        self.jobs = JobLinks(self.texts.say(N_("Jobs of the customer")), lambda job: desk.go("jobs", job))
        self.form.below.addWidget(self.jobs)

    def make_presenter(self) -> CustomersPresenter:
        """The customers."""
        return CustomersPresenter(self.desk.door(self), self.texts)

    def refresh(self) -> None:
        """Show what the presenter has now."""
        super().refresh()
        self.jobs.show_jobs((job.id, job.title, job.name, job.state) for job in self.presenter.jobs)

    def open_record(self, record: UUID) -> None:
        """Open a customer: from search or a link."""
        self.presenter.open(record)
