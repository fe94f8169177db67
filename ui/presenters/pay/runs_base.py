"""What pay runs show: the ledger, its months, one month with its people and warnings; no Qt."""

from collections.abc import Hashable

from subcontract.actions.act import Done, Kind, Permission
from subcontract.days import Month
from subcontract.money import Money, total
from subcontract.payout.records import Ledger, Payout, PayRun, PayRunState
from subcontract.payout.warnings import PayWarning
from subcontract.problems import Code, refuse
from subcontract.words import N_, Texts
from ui.presenters.base import Door, Notice, Presenter
from ui.presenters.pay.calculation import PayCalculation
from ui.presenters.pay.columns import COLUMNS, RUN_COLUMNS, month_rows, person_row
from ui.presenters.pay.days import about_pay_day
from ui.presenters.pay.reading import RunFacts, RunsFacts, read_run, read_runs
from ui.presenters.pay.saying import EMPTY_LISTS, about, nobody, not_begun
from ui.presenters.pay.words import WarningGroup, mended_at, run_state, warning_groups
from ui.presenters.tables.table import Empty, Row, TablePresenter
from ui.presenters.tone import State, Tone
from ui.presenters.working import Step, steps_of_payout


class PayRunsBase(Presenter):
    """The ledger, the list of its months, and the month that is open."""

    depends_on = frozenset(
        {
            Kind.PAY_RUNS,
            Kind.ENTRIES,
            Kind.TARIFFS,
            Kind.CLIENTS,
            Kind.EMPLOYMENTS,
            Kind.TAX_CARDS,
            Kind.PAY_SETTINGS,
            Kind.PAY_ITEMS,
        }
    )

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start with the list."""
        super().__init__(door, texts)
        self.month: Month | None = None
        """The month that is open; ``None`` while the list of months is shown."""
        self.ledger = Ledger.ALLOWANCE
        self.calculation = PayCalculation(self)
        self.facts: RunFacts | None = None
        self.shown_warning: PayWarning | None = None
        self.runs = TablePresenter(
            RUN_COLUMNS,
            texts,
            name=N_("Pay runs"),
            empty=Empty(picture="coins", sentence=EMPTY_LISTS[self.ledger]),
        )
        self.runs.count_words = (N_("{number} month"), N_("{number} months"))
        self.runs.on_open = self._open_row
        self.tables = {ledger: self._people_of(ledger) for ledger in Ledger}
        self._noted: Notice | None = None

    def _people_of(self, ledger: Ledger) -> TablePresenter:
        """The people of a run of a ledger."""
        empty = Empty(
            picture="coins",
            sentence=N_("This month has not been calculated yet."),
            button=N_("Calculate"),
            command=self.calculate,
        )
        people = TablePresenter(COLUMNS[ledger], self.texts, name=N_("People of the pay run"), empty=empty)
        people.count_words = (N_("{number} client"), N_("{number} clients"))
        people.sort_by("name")
        people.keep = self._is_kept
        people.on_select = lambda _row: self.tell()
        return people

    @property
    def people(self) -> TablePresenter:
        """The people of the run that is open."""
        return self.tables[self.ledger]

    # --- reading

    def load(self) -> None:
        """Read the list, and the open month again."""
        unit, ledger, today = self.door.who.unit, self.ledger, self.door.today()
        self.door.ask(lambda lists: read_runs(lists, unit, ledger, today), self._fill_runs)
        if self.month is not None:
            self.open_month(self.month)

    def _fill_runs(self, facts: RunsFacts) -> None:
        if facts.ledger is self.ledger:
            self.runs.set_rows(month_rows(facts, self.texts))
            self.tell()

    def choose(self, ledger: Ledger) -> None:
        """Show the other ledger, of the same month if one is open."""
        if ledger is self.ledger:
            return
        self.ledger, self.facts = ledger, None
        self.shown_warning = self.notice = None
        self.runs.empty = Empty(picture="coins", sentence=EMPTY_LISTS[ledger])
        self.runs.set_rows(())
        self.people.set_rows(())
        self.load()
        self.tell()

    def open_month(self, month: Month) -> None:
        """Show one month."""
        self.month = month
        unit, ledger = self.door.who.unit, self.ledger
        self.door.ask(lambda lists: read_run(lists, unit, ledger, month), self._fill_run)

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
        """Show what was read, unless another month or ledger has been opened meanwhile."""
        if (facts.month, facts.ledger) != (self.month, self.ledger):
            return
        self.facts = facts
        self.people.set_rows(
            person_row(payout, facts.clients[payout.client], self.texts, reopened=payout.id in facts.reopened)
            for payout in facts.payouts
        )
        self._note_state(facts)
        self.tell()

    def _note_state(self, facts: RunFacts) -> None:
        """Say what keeps an open run from being approved; what was said of another month goes."""
        if self.notice is self._noted:
            self.notice = None
        run = facts.run
        if run is not None and run.state is PayRunState.APPROVED:
            return
        if run is None:
            if missing := not_begun(facts, self.door.today(), self.texts) or nobody(facts, self.texts):
                self.notice = self._noted = Notice(missing, Tone.INFO)
        elif facts.changed:
            sentence = N_("Something has changed since the calculation. Calculate again.")
            self.notice = self._noted = Notice(self.texts.say(sentence), Tone.ATTENTION)
        elif run.calculated_by == self.door.who.staff and self.may(Permission.APPROVE_PAY):
            sentence = N_("You calculated this pay run, so another person approves it.")
            self.notice = self._noted = Notice(self.texts.say(sentence), Tone.INFO)

    # --- what is shown

    @property
    def wants_agreement(self) -> bool:
        """Whether nobody can be paid wages before an agreement or a fee is made."""
        if self.ledger is not Ledger.WAGE:
            return False
        if self.month is None:
            return self.runs.is_read and not self.runs.rows
        return self.facts is not None and not self.facts.anybody

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
        """What the open run pays altogether, before anything is withheld."""
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
        """Pay day, sum, and who calculated the open run; where the day has moved or gone, that too."""
        facts = self.facts
        if facts is None or facts.run is None:
            return ""
        told = about(facts, self.texts, approved=self.is_approved)
        said = [told, *about_pay_day(facts.run, self.door.today(), self.texts)]
        if facts.payroll_pays:
            words = N_("The payroll reckons the net pay: what is withheld here is an estimate.")
            said.append(self.texts.say(words))
        return " ".join(said)

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
    def mended_at(self) -> str:
        """The place where what is missing of the selected person is written, or ``""``."""
        part = mended_at(self.selected) if self.selected is not None else ""
        return f"clients/{part}" if part else ""

    @property
    def steps(self) -> tuple[Step, ...]:
        """The working of the selected payout."""
        return steps_of_payout(self.selected, self.texts) if self.selected else ()

    @property
    def can_calculate(self) -> bool:
        """Whether the open month can be calculated now."""
        begun = self.month is not None and self.month.first <= self.door.today()
        return begun and not self.is_approved and self.may(Permission.CALCULATE_PAY)

    def calculate(self) -> None:
        """Calculate the open month, for the first time or again."""
        if self.month is not None and self.can_calculate:
            self.calculation.calculate(self.month, self.ledger, self._reread)
        elif not self.may(Permission.CALCULATE_PAY):
            self.refused(refuse(Code.NOT_ALLOWED))

    def _reread(self, _done: Done) -> None:
        self.load()
