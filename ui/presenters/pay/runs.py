"""Pay runs: calculation, approval by another person, and papers; no Qt."""

from dataclasses import replace

from subcontract.actions.act import Done, Permission
from subcontract.actions.approve_pay_run import ApprovePayRun, approve_pay_run
from subcontract.actions.remove_pay_run import RemovePayRun, remove_pay_run
from subcontract.payout.records import Ledger
from subcontract.problems import Refused
from subcontract.words import N_, Texts
from ui.presenters.base import Door, Refusable
from ui.presenters.pay.day_form import PayDays
from ui.presenters.pay.days import is_late, late
from ui.presenters.pay.files import PayFiles
from ui.presenters.pay.items import PayItems
from ui.presenters.pay.papers import PayPapers
from ui.presenters.pay.reading import RunFacts, holds
from ui.presenters.pay.reopening import Reopenings
from ui.presenters.pay.runs_base import PayRunsBase
from ui.presenters.pay.saying import approve_question, approve_verb

PAPERS_AT_ONCE = 60
"""Of so many people papers are kept with the approval; making more takes a while and can be stopped."""


class PayRunsPresenter(PayRunsBase):
    """What can be done with the months of a ledger: calculate, approve, make papers."""

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start with the list of the allowance's months."""
        super().__init__(door, texts)
        self.papers = PayPapers(self)
        self.files = PayFiles(self)
        self.reopening = Reopenings(self)
        self.items = PayItems(self)
        self.pay_days = PayDays(self)
        self._makes_papers = False

    def _fill_run(self, facts: RunFacts) -> None:
        """Show what was read; check once more what could be approved, make papers of what has been."""
        super()._fill_run(facts)
        if facts is not self.facts:
            return
        self.files.read()
        self.items.read()
        if self.can_approve:
            self.door.ask(lambda lists: holds(lists, facts), lambda same: self._checked(facts, same=same))
        if self._makes_papers and self.is_approved:
            self._makes_papers = False
            self.papers.keep_all()

    def _checked(self, facts: RunFacts, *, same: bool) -> None:
        """The figures were reckoned once more: say so when they no longer hold."""
        if facts is self.facts and not same:
            self.facts = replace(facts, changed=True)
            self._note_state(self.facts)
            self.tell()

    # --- what can be done

    @property
    def can_approve(self) -> bool:
        """Whether this person can approve the open run now."""
        run = self.run
        fresh = self.facts is not None and not self.facts.changed
        return (
            run is not None
            and not self.is_approved
            and fresh
            and bool(self.payouts)
            and run.calculated_by != self.door.who.staff
            and self.may(Permission.APPROVE_PAY)
        )

    @property
    def verb(self) -> str:
        """What the primary button does, with its figures."""
        if self.files.is_open:
            return self.files.verb
        if self.items.is_open:
            return self.items.verb
        if self.is_approved:
            return self.texts.say(N_("Print the list for the folder"))
        if self.can_approve and self.facts is not None:
            return approve_verb(self.facts, self.texts)
        again = self.run is not None
        return self.texts.say(N_("Calculate again") if again else N_("Calculate the month"))

    @property
    def can_do(self) -> bool:
        """Whether the primary button does anything."""
        if self.files.is_open:
            return not self.busy and self.files.can_make
        if self.items.is_open:
            return not self.busy and self.items.can_open
        return not self.busy and (self.is_approved or self.can_approve or self.can_calculate)

    @property
    def question(self) -> str:
        """The question before approval, which cannot be undone; a pay day that has gone is told of."""
        facts, today = self.facts, self.door.today()
        if facts is None or facts.run is None:
            return ""
        asked = approve_question(facts, self.texts)
        gone = is_late(facts.run, today)
        return f"{asked} {late(facts.run, today, self.texts)}" if gone else asked

    def approve(self) -> None:
        """Approve what stands on the button."""
        if self.run is not None and self.can_approve:
            ask = ApprovePayRun(pay_run=self.run.id, version=self.run.version, paid=self.paid)
            self.act(approve_pay_run, ask, done=self._approved)

    def _approved(self, done: Done) -> None:
        """Keep the papers at once when they are few; of many they are made when asked for."""
        self._makes_papers = len(self.payouts) <= PAPERS_AT_ONCE
        self._reread(done)

    def remove(self) -> None:
        """Take the open run away; the entries stay."""
        if self.run is not None and self.can_calculate:
            ask = RemovePayRun(pay_run=self.run.id, version=self.run.version)
            self.act(remove_pay_run, ask, self._reread)

    def step(self, months: int) -> None:
        """Go to another month; what was open of this one closes."""
        self._close_parts()
        super().step(months)

    def choose(self, ledger: Ledger) -> None:
        """Show the other ledger; what was open of this one closes."""
        self._close_parts()
        super().choose(ledger)

    def _close_parts(self) -> None:
        """Close the files, the typed lines, the pay day and the reason of a reopening."""
        self.files.is_open = self.items.is_open = self.pay_days.is_open = False
        self.reopening.leave()

    def refused(self, refused: Refused, form: Refusable | None = None) -> None:
        """Show a refusal; a row of papers under way ends with it."""
        self.papers.stopped()
        self.calculation.over()
        super().refused(refused, form)
