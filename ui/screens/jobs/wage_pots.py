"""Palkkapotti: what of a job is shared as pay each month."""

from typing import cast

from subcontract.words import N_
from ui.presenters.jobs.page import JobPagePresenter
from ui.presenters.jobs.wage_pots import WagePotsPresenter
from ui.presenters.tone import Tone
from ui.screens.bones import Desk
from ui.screens.dated_page import DatedPage, RecordWords
from ui.widgets.labels import Label, ToneLine
from ui.widgets.lines import LinesView

WORDS = RecordWords(
    title=N_("Wage pots"), record=N_("Wage pot"), new=N_("New pot"), remove=N_("Remove the pot")
)


class WagePotsTab(DatedPage):
    """The pots of a job by their days; a tab of its page with a foot of its own."""

    def __init__(self, page: JobPagePresenter, desk: Desk) -> None:
        """Lay out the list and the card."""
        super().__init__(desk, lambda door: WagePotsPresenter(door, desk.texts), WORDS)
        self.page, self.own = page, cast("WagePotsPresenter", self.presenter)
        say = self.texts.say
        about = N_(
            "Each one gets at least the hourly pay of their agreement. What a pot lacks for that is made up, "
            "and is the cost of this job."
        )
        self.body.insertWidget(0, Label(say(about), "muted", wrap=True))
        self.about_people = ToneLine("", Tone.ATTENTION)
        self.form.column.insertWidget(0, self.about_people)
        self.shares = LinesView(self.own.shares)
        self.about_paid = ToneLine("", Tone.INFO)
        for part in (self.shares, self.about_paid):
            self.form.below.addWidget(part)
        self._refusals = 0
        self.be_part()

    def refresh(self) -> None:
        """Belong to the job of the page, and show what the presenter has now."""
        job = None if self.page.is_new or self.page.job is None else self.page.job.id
        self.own.show_job(job)
        super().refresh()
        self.about_people.say(self.own.about_people, Tone.ATTENTION)
        self.about_paid.say(self.own.about_paid, Tone.INFO)
        self.shares.setVisible(self.own.asks_for_shares)
        if self.own.shares.refusals != self._refusals and not self.own.form.first_error:
            self.shares.focus_error()
        self._refusals = self.own.shares.refusals
