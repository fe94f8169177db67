"""Pay runs: months and their state, one month's people, warnings, approval and papers; no Qt."""

from collections.abc import Hashable
from dataclasses import replace

from subcontract.actions.act import Done, Kind, Permission
from subcontract.actions.approve_pay_run import ApprovePayRun, approve_pay_run
from subcontract.actions.calculate_pay_run import CalculatePayRun, calculate_pay_run
from subcontract.actions.remove_pay_run import RemovePayRun, remove_pay_run
from subcontract.days import Month
from subcontract.money import Money, total
from subcontract.payout.records import Payout, PayRun, PayRunState
from subcontract.payout.warnings import PayWarning
from subcontract.problems import Code, Refused, refuse
from subcontract.words import N_, Texts
from ui.presenters.base import Door, Notice, Presenter, Refusable
from ui.presenters.pay_columns import PEOPLE_COLUMNS, RUN_COLUMNS, month_rows, person_row
from ui.presenters.pay_papers import PayPapers
from ui.presenters.pay_reading import RunFacts, RunsFacts, holds, read_run, read_runs
from ui.presenters.pay_words import WarningGroup, run_state, warning_groups
from ui.presenters.table import Empty, Row, TablePresenter
from ui.presenters.tone import State, Tone
from ui.presenters.working import Step, steps_of_payout

PAPERS_AT_ONCE = 60
"""Up to so many statements are kept with the approval; making more takes a while and can be stopped."""


class PayRunsPresenter(Presenter):
    """The list of months, and the month that is open."""

    depends_on = frozenset({Kind.PAY_RUNS, Kind.ENTRIES, Kind.TARIFFS, Kind.CLIENTS})

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start with the list."""
        super().__init__(door, texts)
        self.month: Month | None = None
        """The month that is open; ``None`` while the list of months is shown."""
        self.facts: RunFacts | None = None
        self.shown_warning: PayWarning | None = None
        self.runs = TablePresenter(
            RUN_COLUMNS,
            texts,
            name=N_("Pay runs"),
            empty=Empty(
                picture="coins",
                sentence=N_("No work has been recorded yet. When a month has been worked, pay it here."),
            ),
        )
        self.runs.count_words = (N_("{number} month"), N_("{number} months"))
        self.runs.on_open = self._open_row
        self.people = TablePresenter(
            PEOPLE_COLUMNS,
            texts,
            name=N_("People of the pay run"),
            empty=Empty(
                picture="coins",
                sentence=N_("This month has not been calculated yet."),
                button=N_("Calculate"),
                command=self.calculate,
            ),
        )
        self.people.count_words = (N_("{number} client"), N_("{number} clients"))
        self.people.sort_by("name")
        self.people.keep = self._is_kept
        self.people.on_select = lambda _row: self.tell()
        self.papers = PayPapers(self)
        self._makes_papers = False
        self._noted: Notice | None = None

    # --- reading

    def load(self) -> None:
        """Read the list, and the open month again."""
        unit, today = self.door.who.unit, self.door.today()
        self.door.ask(lambda lists: read_runs(lists, unit, today), self._fill_runs)
        if self.month is not None:
            self.open_month(self.month)

    def _fill_runs(self, facts: RunsFacts) -> None:
        self.runs.set_rows(month_rows(facts, self.texts))
        self.tell()

    def open_month(self, month: Month) -> None:
        """Show one month."""
        self.month = month
        unit = self.door.who.unit
        self.door.ask(lambda lists: read_run(lists, unit, month), self._fill_run)

    def _open_row(self, row: Hashable) -> None:
        if isinstance(row, Month):
            self.shown_warning = self.notice = None
            self.open_month(row)

    def step(self, months: int) -> None:
        """Go to another month."""
        if self.month is not None:
            self.shown_warning = self.notice = None
            self.people.select(None)
            self.open_month(self.month.plus(months))

    def close_month(self) -> None:
        """Back to the list of months."""
        self.month = None
        self.facts = None
        self.notice = None
        self.tell()

    def _fill_run(self, facts: RunFacts) -> None:
        """Show what was read, unless another month has been opened meanwhile."""
        if facts.month != self.month:
            return
        self.facts = facts
        self.people.set_rows(
            person_row(payout, facts.clients[payout.client], self.texts) for payout in facts.payouts
        )
        self._note_state(facts)
        self.tell()
        if self.can_approve:
            self.door.ask(lambda lists: holds(lists, facts), lambda same: self._checked(facts, same=same))
        if self._makes_papers and self.is_approved:
            self._makes_papers = False
            self.papers.make_all()

    def _checked(self, facts: RunFacts, *, same: bool) -> None:
        """The figures were reckoned once more: say so when they no longer hold."""
        if facts is self.facts and not same:
            self.facts = replace(facts, changed=True)
            self._note_state(self.facts)
            self.tell()

    def _note_state(self, facts: RunFacts) -> None:
        """Say what keeps an open run from being approved; what was said of another month goes."""
        if self.notice is self._noted:
            self.notice = None
        run = facts.run
        if run is None or run.state is PayRunState.APPROVED:
            return
        if facts.changed:
            sentence = N_("Something has changed since the calculation. Calculate again.")
            self.notice = self._noted = Notice(self.texts.say(sentence), Tone.ATTENTION)
        elif run.calculated_by == self.door.who.staff and self.may(Permission.APPROVE_PAY):
            sentence = N_("You calculated this pay run, so another person approves it.")
            self.notice = self._noted = Notice(self.texts.say(sentence), Tone.INFO)

    # --- what is shown

    @property
    def run(self) -> PayRun | None:
        """The run of the open month."""
        return self.facts.run if self.facts else None

    @property
    def payouts(self) -> tuple[Payout, ...]:
        """The payouts of the open month."""
        return self.facts.payouts if self.facts else ()

    @property
    def paid(self) -> Money:
        """What the open run pays altogether."""
        return total(payout.paid for payout in self.payouts)

    @property
    def is_approved(self) -> bool:
        """Whether the open run is locked."""
        return self.run is not None and self.run.state is PayRunState.APPROVED

    @property
    def month_words(self) -> str:
        """The open month, written."""
        return self.texts.month(self.month) if self.month else ""

    @property
    def state(self) -> State:
        """The state of the open month."""
        return run_state(self.run.state if self.run else None, self.texts)

    @property
    def about(self) -> str:
        """Pay day, sum, and who calculated the open run."""
        run = self.run
        if run is None or self.facts is None:
            return ""
        sentence = N_("{paid} is paid on {day}. Calculated by {name}.")
        told = self.texts.say(sentence, paid=self.paid, day=run.pay_day, name=self.facts.calculated_by)
        if self.is_approved or self.facts.complete:
            return told
        return f"{told} {self.texts.say(N_('The month has not been declared complete.'))}"

    @property
    def warnings(self) -> tuple[WarningGroup, ...]:
        """The warnings of the open run, grouped."""
        return warning_groups(self.payouts, self.texts)

    def show_only(self, code: PayWarning | None) -> None:
        """Show only the people of a warning; the same again shows everybody."""
        self.shown_warning = None if code is self.shown_warning else code
        self.people.refresh()
        self.tell()

    def _is_kept(self, row: Row) -> bool:
        payout = self.payout_of(row.id)
        return self.shown_warning is None or (payout is not None and self.shown_warning in payout.warnings)

    def payout_of(self, row: Hashable) -> Payout | None:
        """The payout of a row."""
        return next((payout for payout in self.payouts if payout.id == row), None)

    @property
    def selected(self) -> Payout | None:
        """The payout whose working is shown."""
        return self.payout_of(self.people.selected)

    @property
    def selected_name(self) -> str:
        """Whose working is shown."""
        payout = self.selected
        return self.facts.clients[payout.client].name if payout and self.facts else ""

    @property
    def steps(self) -> tuple[Step, ...]:
        """The working of the selected payout."""
        return steps_of_payout(self.selected, self.texts) if self.selected else ()

    # --- what can be done

    @property
    def can_calculate(self) -> bool:
        """Whether the open month can be calculated now."""
        return self.month is not None and not self.is_approved and self.may(Permission.CALCULATE_PAY)

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
        if self.is_approved:
            return self.texts.say(N_("Print the list for the folder"))
        if self.can_approve:
            one, many = N_("Approve {number} payout, {paid}"), N_("Approve {number} payouts, {paid}")
            return self.texts.count(one, many, len(self.payouts), paid=self.paid)
        again = self.run is not None
        return self.texts.say(N_("Calculate again") if again else N_("Calculate the month"))

    @property
    def can_do(self) -> bool:
        """Whether the primary button does anything."""
        return not self.busy and (self.is_approved or self.can_approve or self.can_calculate)

    @property
    def question(self) -> str:
        """The question before approval, which cannot be undone."""
        one = N_("Approve {number} payout of {month}, {paid} in all? After this they are locked.")
        many = N_("Approve {number} payouts of {month}, {paid} in all? After this they are locked.")
        return self.texts.count(one, many, len(self.payouts), month=self.month_words, paid=self.paid)

    def calculate(self) -> None:
        """Calculate the open month, for the first time or again."""
        if self.month is not None and self.can_calculate:
            self.act(calculate_pay_run, CalculatePayRun(month=self.month), done=self._reread)
        elif not self.may(Permission.CALCULATE_PAY):
            self.refused(refuse(Code.NOT_ALLOWED))

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

    def refused(self, refused: Refused, form: Refusable | None = None) -> None:
        """Show a refusal; a row of papers under way ends with it."""
        self.papers.stopped()
        super().refused(refused, form)

    def _reread(self, _done: Done) -> None:
        self.load()
