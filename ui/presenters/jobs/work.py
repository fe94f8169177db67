"""What has been done in a job, month by month, and what it has brought; no Qt."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from datetime import date
from uuid import UUID

from subcontract.actions.act import Permission
from subcontract.days import Month
from subcontract.hours.entry import EntryKind, WorkEntry
from subcontract.hours.pieces import is_present, total_pieces
from subcontract.ids import JobId, ShiftId
from subcontract.invoicing.records import Draft, Invoice, InvoiceKind
from subcontract.invoicing.states import InvoiceState, open_sum, state_of
from subcontract.jobs.job import Job
from subcontract.money import ZERO
from subcontract.reports.jobs import JobFigures, JobReport
from subcontract.rota.shift import Shift, ShiftState
from subcontract.words import N_, Texts
from ui.presenters.base import Door, Presenter
from ui.presenters.invoices.words import state_words
from ui.presenters.jobs.reading import MoneyAnswer, WorkAnswer, net_of, read_money, read_work
from ui.presenters.tables.table import STAYS, CellKind, Column, Empty, Row, TablePresenter
from ui.presenters.tone import Tone

MONTH_COLUMNS = (
    Column(key="month", title=N_("Month"), kind=CellKind.MONTH, grows=True),
    Column(key="shifts", title=N_("Shifts"), kind=CellKind.NUMBER, total=True),
    Column(key="minutes", title=N_("Hours"), kind=CellKind.HOURS, total=True, worth=2),
    Column(key="pieces", title=N_("Pieces"), kind=CellKind.NUMBER, total=True),
    Column(key="rejects", title=N_("Rejects"), kind=CellKind.NUMBER, total=True, worth=0, under="pieces"),
    Column(key="coach", title=N_("Guidance"), kind=CellKind.HOURS, total=True, worth=0, under="minutes"),
    Column(key="open", title=N_("Days not complete"), kind=CellKind.NUMBER, total=True, worth=3),
)
FIGURE_COLUMNS = (
    Column(key="what", title=N_("What came of it"), grows=True),
    Column(key="minutes", title=N_("Hours"), kind=CellKind.HOURS, worth=2),
    Column(key="pieces", title=N_("Pieces"), kind=CellKind.NUMBER),
    Column(key="revenue", title=N_("Revenue"), kind=CellKind.MONEY, worth=3),
    Column(key="pay", title=N_("People's pay"), kind=CellKind.MONEY, worth=2),
    Column(key="margin", title=N_("Left after pay"), kind=CellKind.MONEY, worth=4),
    Column(key="coach", title=N_("Guidance"), kind=CellKind.HOURS, worth=0, under="minutes"),
)
PAPER_COLUMNS = (
    Column(key="number", title=N_("Number"), grows=True),
    Column(key="state", title=N_("State"), kind=CellKind.STATE, worth=3),
    Column(key="day", title=N_("Date"), kind=CellKind.DATE, worth=0),
    Column(key="due", title=N_("Due day"), kind=CellKind.DATE),
    Column(key="net", title=N_("Without VAT"), kind=CellKind.MONEY, total=True),
    Column(key="open", title=N_("Still open"), kind=CellKind.MONEY, worth=STAYS),
)
AFTER_ALL = 10**9
"""Drafts have no number yet: sorted by it they stand after every invoice."""


class JobPart(Presenter):
    """A part of a job's page that reads for itself."""

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start without a job."""
        super().__init__(door, texts)
        self.job: Job | None = None
        self.on_go: Callable[[str, UUID | None], None] | None = None
        """Leads to another screen; the tab knows how."""

    def show(self, job: Job | None) -> None:
        """Show another job, or the same one read anew."""
        self.job = job
        self.load()

    def _go(self, screen: str, record: UUID | None) -> None:
        if self.on_go is not None:
            self.on_go(screen, record)


class JobWorkPresenter(JobPart):
    """Shifts and entries of a job by month; opening a month leads to what is not complete in it."""

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start without a job."""
        super().__init__(door, texts)
        empty = Empty(
            picture="calendar",
            sentence=N_("No shifts yet. Plan when the work is done and who does it."),
            button=N_("Go to shifts"),
            command=lambda: self._go("shifts", None),
        )
        self.months = TablePresenter(MONTH_COLUMNS, texts, name=N_("Work by month"), empty=empty)
        self.months.count_words = (N_("{number} month"), N_("{number} months"))
        self.months.on_open = self.lead
        self._places: dict[Month, tuple[str, ShiftId | None]] = {}

    def load(self) -> None:
        """Read the work of the job."""
        if self.job is None:
            self.months.set_rows(())
            return
        job = self.job.id
        self.door.ask(lambda lists: read_work(lists, job), self._fill)

    def _fill(self, answer: WorkAnswer) -> None:
        if self.job is None or answer.job != self.job.id:
            return
        shifts, entries = _by_month(answer.shifts), _by_month(answer.entries)
        done = {one.shift for one in answer.complete}
        rows = []
        for month in sorted({*shifts, *entries}, reverse=True):
            left = [one for one in shifts[month] if _is_open(one, done, self.door.today())]
            self._places[month] = _place_of(shifts[month], left)
            rows.append(_month_row(month, shifts[month], entries[month], len(left)))
        self.months.set_rows(rows)
        self.tell()

    def lead(self, row: Hashable) -> None:
        """Go to the first day of the month that is not complete, or else to its shifts."""
        if isinstance(row, Month) and row in self._places:
            self._go(*self._places[row])


def _by_month(records: Iterable[Shift | WorkEntry]) -> dict[Month, list]:  # type: ignore[type-arg]
    """Records by the month of their day."""
    found: dict[Month, list] = defaultdict(list)  # type: ignore[type-arg]
    for one in records:
        found[Month.of(one.day)].append(one)
    return found


def _is_open(shift: Shift, done: set[ShiftId], today: date) -> bool:
    """Whether a shift of the past waits for the coach's word."""
    return shift.state is ShiftState.PLANNED and shift.day < today and shift.id not in done


def _place_of(shifts: list[Shift], left: list[Shift]) -> tuple[str, ShiftId | None]:
    """Where the month is gone on with."""
    found = min(left or shifts, key=lambda one: (one.day, one.start), default=None)
    return "hours" if left or not shifts else "shifts", found.id if found else None


def _month_row(month: Month, shifts: list[Shift], entries: list[WorkEntry], left: int) -> Row:
    """One month; nothing done stands as a dash."""
    coached = sum(one.minutes for one in entries if one.kind is EntryKind.COACHING and one.staff)
    cells = {
        "month": month,
        "shifts": sum(1 for one in shifts if one.state is ShiftState.PLANNED) or None,
        "minutes": sum(one.minutes for one in entries if is_present(one)) or None,
        "pieces": total_pieces(entries) or None,
        "rejects": sum(one.rejects for one in entries) or None,
        "coach": coached or None,
        "open": left or None,
    }
    return Row(id=month, cells=cells, tone=Tone.ATTENTION if left else Tone.NONE)


class JobMoneyPresenter(JobPart):
    """Plan and outcome of a job, and its drafts and invoices; opening one leads to it."""

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start without a job."""
        super().__init__(door, texts)
        sentence = N_("No price and no work yet. The plan is made on the price sheet.")
        self.figures = TablePresenter(
            FIGURE_COLUMNS,
            texts,
            name=N_("Planned and actual"),
            empty=Empty(picture="labels", sentence=sentence),
        )
        empty = Empty(
            picture="post",
            sentence=N_("Nothing has been invoiced yet."),
            button=N_("Go to invoices"),
            command=lambda: self._go("invoices", None),
        )
        self.papers = TablePresenter(PAPER_COLUMNS, texts, name=N_("Drafts and invoices"), empty=empty)
        self.papers.count_words = (N_("{number} invoice"), N_("{number} invoices"))
        self.papers.on_open = lambda row: self._go("invoices", row if isinstance(row, UUID) else None)
        self.unbilled = ""
        """How much work no invoice has yet, in words."""

    @property
    def can_see(self) -> bool:
        """Whether the one who is signed in may see what jobs bring."""
        return self.may(Permission.SEE_REPORTS)

    def load(self) -> None:
        """Read the money of the job."""
        if self.job is None or not self.can_see:
            self.figures.set_rows(())
            self.papers.set_rows(())
            return
        job, today = self.job, self.door.today()
        self.door.ask(lambda lists: read_money(lists, job, today), self._fill)

    def _fill(self, answer: MoneyAnswer) -> None:
        if self.job is None or answer.job != self.job.id:
            return
        self.figures.set_rows(self._figure_rows(answer.report) if answer.report else ())
        drafts = [self._draft_row(one, answer.job) for one in answer.drafts]
        issued = sorted(answer.invoices, key=lambda one: -one.number)
        self.papers.set_rows((*drafts, *(self._invoice_row(one, answer) for one in issued)))
        left = answer.report.unbilled if answer.report else 0
        one, many = N_("{number} entry is on no invoice yet."), N_("{number} entries are on no invoice yet.")
        self.unbilled = self.texts.count(one, many, left) if left else ""
        self.tell()

    def _figure_rows(self, report: JobReport) -> tuple[Row, ...]:
        say, plan, actual = self.texts.say, report.planned, report.actual
        ahead = JobFigures(
            minutes=actual.minutes - plan.minutes,
            pieces=actual.pieces - plan.pieces,
            revenue=actual.revenue - plan.revenue,
            pay=actual.pay - plan.pay,
            coach_minutes=actual.coach_minutes - plan.coach_minutes,
        )
        loss = Tone.WRONG if actual.margin < ZERO else Tone.NONE
        return (
            _figure_row("planned", say(N_("Planned for the whole job")), plan),
            _figure_row("actual", say(N_("Actual so far")), actual, loss),
            _figure_row("ahead", say(N_("Difference")), ahead, Tone.QUIET),
        )

    def _draft_row(self, draft: Draft, job: JobId) -> Row:
        cells = {
            "number": self.texts.say(N_("Draft")),
            "state": state_words(InvoiceState.DRAFT, self.texts),
            "day": draft.made_on,
            "net": net_of(draft, job),
        }
        return Row(id=draft.id, cells=cells, tone=Tone.INFO, sort={"number": AFTER_ALL})

    def _invoice_row(self, invoice: Invoice, answer: MoneyAnswer) -> Row:
        settled = answer.settled[invoice.id]
        state = state_of(invoice, settled, self.door.today())
        cells = {
            "number": str(invoice.number),
            "state": state_words(state, self.texts),
            "day": invoice.day,
            "due": None if invoice.kind is InvoiceKind.CREDIT_NOTE else invoice.due,
            "net": net_of(invoice, answer.job),
            "open": open_sum(invoice, settled) or None,
        }
        tone = Tone.WRONG if state is InvoiceState.OVERDUE else Tone.NONE
        return Row(id=invoice.id, cells=cells, tone=tone, sort={"number": invoice.number})


def _figure_row(name: str, what: str, figures: JobFigures, tone: Tone = Tone.NONE) -> Row:
    """One line of the comparison; nothing stands as a dash."""
    cells = {
        "what": what,
        "minutes": figures.minutes or None,
        "pieces": figures.pieces or None,
        "revenue": figures.revenue or None,
        "pay": figures.pay or None,
        "margin": figures.margin or None,
        "coach": figures.coach_minutes or None,
    }
    return Row(id=name, cells=cells, tone=tone)
