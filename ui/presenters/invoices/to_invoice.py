"""What is waiting to be invoiced: by customer or by job, with a draft one press away; no Qt."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from subcontract.actions.act import Done, Kind, Permission
from subcontract.actions.billing_facts import billing_facts, shares_left
from subcontract.actions.make_draft import MakeDraft, make_draft
from subcontract.days import DateRange, Month
from subcontract.ids import CustomerId, JobId, PhaseId, UnitId
from subcontract.invoicing.draft_lines import draft_lines
from subcontract.jobs.customer import Customer
from subcontract.jobs.job import Basis, Job, JobState, Phase
from subcontract.money import Money, total
from subcontract.ports import Lists
from subcontract.problems import Code, Problem, Refused, refuse
from subcontract.words import N_, Texts
from ui.presenters.base import Door, Presenter
from ui.presenters.forms.fields import FieldKind, FieldSpec
from ui.presenters.forms.form import FormPresenter
from ui.presenters.invoices.words import to_credit_state
from ui.presenters.tables.table import STAYS, CellKind, Column, Empty, Row, TablePresenter
from ui.presenters.tone import State, Tone
from ui.problem_sentences import explain
from ui.texts import CatalogueTexts

COLUMNS = (
    Column(key="customer", title=N_("Customer")),
    Column(key="net", title=N_("Without VAT"), kind=CellKind.MONEY, total=True, worth=STAYS),
    Column(key="state", title=N_("State"), kind=CellKind.STATE, worth=2),
    Column(key="entries", title=N_("Entries"), kind=CellKind.NUMBER, total=True, worth=0),
    Column(key="job", title=N_("Job"), grows=True),
)
BEGINNING = 12
"""Months before the chosen one whose work is still looked at: nothing may be forgotten."""
WHOLE = Decimal(100)
NOT_BILLED = frozenset({JobState.ENQUIRY, JobState.QUOTED, JobState.LOST})


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Work of a customer, or of one of its jobs, that no line bills."""

    customer: Customer
    jobs: tuple[Job, ...]
    job: Job | None
    entries: int
    net: Money
    problem: Problem | None
    fixed: tuple[tuple[Phase, Decimal], ...]
    """Fixed prices of which something is left, with the hundredths left."""

    @property
    def id(self) -> UUID:
        """The row's id."""
        return self.job.id if self.job else self.customer.id


class ToInvoicePresenter(Presenter):
    """Everything not yet invoiced up to the end of a month."""

    depends_on = frozenset({Kind.ENTRIES, Kind.DRAFTS, Kind.INVOICES, Kind.JOBS, Kind.CUSTOMERS})

    def __init__(self, door: Door, texts: Texts, made: Callable[[Done], None]) -> None:
        """``made`` is called with each new draft."""
        super().__init__(door, texts)
        self.month = Month.of(door.today()).plus(-1)
        self.by_job = False
        self.waiting: tuple[Waiting, ...] = ()
        self.form: FormPresenter | None = None
        """Shares of fixed prices of the selected row, when it has any."""
        self._made = made
        self.table = TablePresenter(
            COLUMNS,
            texts,
            name=N_("Work to be invoiced"),
            empty=Empty(picture="post", sentence=N_("Everything has been invoiced up to this month.")),
        )
        self.table.count_words = (N_("{number} row"), N_("{number} rows"))
        self.table.on_select = lambda _row: self._chosen()
        self.table.on_open = lambda _row: self.make()
        self.table.listen(self.tell)

    # --- reading

    @property
    def period(self) -> DateRange:
        """The days whose work is looked at."""
        return DateRange(self.month.plus(-BEGINNING).first, self.month.last)

    @property
    def month_words(self) -> str:
        """Up to which month."""
        return self.texts.say(N_("to the end of {month}"), month=self.texts.month(self.month))

    def step(self, months: int) -> None:
        """Look up to another month."""
        self.month, self.notice = self.month.plus(months), None
        self.load()

    def group_by_job(self, *, by_job: bool) -> None:
        """Draft by job, or one invoice for each customer."""
        self.by_job = by_job
        self.load()

    def load(self) -> None:
        """Read what no line bills."""
        unit, period, by_job = self.door.who.unit, self.period, self.by_job
        self.door.ask(lambda lists: _read(lists, unit, period, by_job=by_job), self._fill)

    def _fill(self, waiting: tuple[Waiting, ...]) -> None:
        self.waiting = waiting
        self.table.set_rows(self._row(one) for one in waiting)
        self._follow()

    def _row(self, one: Waiting) -> Row:
        names = ", ".join(job.name for job in one.jobs) if one.job is None else one.job.name
        if one.problem is not None:
            state = State(explain(one.problem, self.texts), Tone.WRONG)
        elif one.net < Money(0):
            state = to_credit_state(self.texts)
        elif one.entries:
            state = State(self.texts.say(N_("To be invoiced")), Tone.ATTENTION, "clock")
        else:
            state = State(self.texts.say(N_("Fixed price left")), Tone.INFO)
        return Row(
            id=one.id,
            cells={
                "customer": one.customer.name,
                "job": names,
                "entries": one.entries or None,
                "net": one.net or None,
                "state": state,
            },
        )

    # --- the selected row

    @property
    def selected(self) -> Waiting | None:
        """The selected customer or job, while in sight: the filter may hide the row."""
        chosen = next((row.id for row in self.table.visible if row.id == self.table.selected), None)
        return next((one for one in self.waiting if one.id == chosen), None)

    def _chosen(self) -> None:
        """Another row was chosen: what was said of the one before holds no more."""
        self.notice = None
        self._follow()

    def _follow(self) -> None:
        """Offer the shares of fixed prices of the selected row."""
        one = self.selected
        self.form = None
        if one is not None and one.fixed:
            self.form = FormPresenter(
                tuple(_share_field(phase, left) for phase, left in one.fixed),
                self.texts,
                self.door.today,
                name=N_("Fixed prices"),
            )
            for phase, left in one.fixed:
                note = self.texts.say(N_("{left} is left of the fixed price"), left=self.texts.percent(left))
                self.form.notes[str(phase.id)] = note
            self.form.on_change = lambda _name: self.tell()
        self.tell()

    @property
    def net(self) -> Money:
        """What the draft would come to without VAT."""
        one = self.selected
        if one is None:
            return Money(0)
        shares = self._shares() or {}
        fixed = total(
            Money.rounded(phase.unit_price * (phase.quantity or 1) * shares.get(phase.id, Decimal(0)) / WHOLE)
            for phase, _ in one.fixed
        )
        return one.net + fixed

    def _shares(self) -> dict[PhaseId, Decimal] | None:
        """The shares typed; ``None`` when one cannot be read."""
        if self.form is None:
            return {}
        values = self.form.readable()
        if len(values) != len(self.form.specs):
            return None
        return {PhaseId(UUID(name)): share for name, share in values.items() if share}

    @property
    def verb(self) -> str:
        """What the primary button does."""
        if self.selected is None or not self.net:
            return self.texts.say(N_("Make a draft"))
        return self.texts.say(N_("Make a draft, {net}"), net=self.net)

    @property
    def can_make(self) -> bool:
        """Whether a draft can be made of the selected row."""
        one = self.selected
        return (
            one is not None and one.problem is None and self.may(Permission.EDIT_INVOICES) and not self.busy
        )

    def make(self) -> None:
        """Make a draft of the selected row."""
        one = self.selected
        if one is None or not self.can_make:
            return
        if self.form is not None and (self.form.parsed() is None or not self._has_share(one, self.form)):
            self.tell()
            return
        ask = MakeDraft(
            customer=one.customer.id,
            period=self.period,
            texts_in=CatalogueTexts,
            job=one.job.id if one.job else None,
            shares=self._shares() or {},
        )
        self.act(make_draft, ask, done=self._made)

    def _has_share(self, one: Waiting, form: FormPresenter) -> bool:
        """Whether there is anything to invoice; where only fixed prices are left, a share is asked for."""
        if one.entries or self._shares():
            return True
        form.refuse(refuse(Code.SHARE_NEEDED, next(iter(form.specs))))
        return False


def _share_field(phase: Phase, left: Decimal) -> FieldSpec:
    """The field for a share of one fixed price; its label is the phase's own name."""
    return FieldSpec(name=str(phase.id), label=phase.name, kind=FieldKind.PERCENT, most=left)


def _read(lists: Lists, unit: UnitId, period: DateRange, *, by_job: bool) -> tuple[Waiting, ...]:
    """Customers or jobs with something to invoice, most money first."""
    jobs = {job.id: job for job in lists.jobs.where(unit=unit) if job.state is not JobState.LOST}
    with_work = {entry.job for entry in lists.unbilled_entries(period)}
    left = shares_left(lists, (job for job in jobs.values() if _has_fixed(job)))
    wanted = [job for job in jobs.values() if job.id in with_work or _open_fixed(job, left)]
    groups: dict[CustomerId | JobId, list[Job]] = {}
    for job in wanted:
        groups.setdefault(job.id if by_job else job.customer, []).append(job)
    customers = {customer.id: customer for customer in lists.customers.all()}
    found = [
        _waiting(lists, customers[group[0].customer], tuple(group), period, left, by_job=by_job)
        for group in groups.values()
        if group[0].customer in customers
    ]
    shown = [one for one in found if one.entries or one.fixed or one.problem]
    return tuple(sorted(shown, key=lambda one: (-one.net.amount, one.customer.name, str(one.id))))


def _has_fixed(job: Job) -> bool:
    """Whether a job has a fixed price that can be invoiced."""
    priced = any(phase.basis is Basis.FIXED and phase.unit_price for phase in job.phases)
    return priced and job.state not in NOT_BILLED


def _open_fixed(job: Job, left: dict[PhaseId, Decimal]) -> tuple[tuple[Phase, Decimal], ...]:
    """The fixed prices of a job of which something is left."""
    if not _has_fixed(job):
        return ()
    return tuple(
        (phase, left[phase.id])
        for phase in job.phases
        if phase.unit_price and left.get(phase.id, Decimal(0)) > 0
    )


def _waiting(
    lists: Lists,
    customer: Customer,
    jobs: tuple[Job, ...],
    period: DateRange,
    left: dict[PhaseId, Decimal],
    *,
    by_job: bool,
) -> Waiting:
    """What a draft of these jobs would hold, or what keeps it from being made."""
    facts = billing_facts(lists, jobs, period, CatalogueTexts(customer.language))
    problem: Problem | None = None
    entries, net = 0, Money(0)
    try:
        lines = draft_lines(facts)
        entries = sum(len(line.entries) for line in lines)
        net = total(line.net for line in lines)
    except Refused as refused:
        problem = next((one for one in refused.problems if one.code is not Code.NOTHING_TO_DO), None)
    return Waiting(
        customer=customer,
        jobs=jobs,
        job=jobs[0] if by_job else None,
        entries=entries,
        net=net,
        problem=problem,
        fixed=tuple(one for job in jobs for one in _open_fixed(job, left)),
    )
