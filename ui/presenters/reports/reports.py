"""Reports: jobs planned and actual, clients, and the cross-check whose goal is zero; no Qt."""

from collections.abc import Callable, Hashable
from enum import StrEnum
from typing import Any
from uuid import UUID

from subcontract.actions.act import Kind, Permission
from subcontract.days import DateRange, Month
from subcontract.papers.files.csv_file import csv_bytes
from subcontract.papers.year_words import LEDGERS
from subcontract.reports.cross_check import OpenKind, OpenLine
from subcontract.words import N_, Texts
from ui.presenters.base import Door, Presenter
from ui.presenters.reports.columns import (
    CHECK_COLUMNS,
    CLIENT_COLUMNS,
    JOB_COLUMNS,
    OF_PAY,
    client_row,
    job_row,
)
from ui.presenters.reports.reading import Answer, read_reports
from ui.presenters.reports.subsidies import COLUMNS as SUBSIDY_COLUMNS
from ui.presenters.reports.subsidies import client_of, subsidy_row
from ui.presenters.tables.table import CellKind, Column, Empty, Row, TablePresenter
from ui.presenters.tone import State, Tone


class Report(StrEnum):
    """Which report is shown."""

    JOBS = "jobs"
    CLIENTS = "clients"
    SUBSIDIES = "subsidies"
    CHECK = "check"


REPORT_WORDS = {
    Report.JOBS: N_("Jobs: planned and actual"),
    Report.CLIENTS: N_("Clients: days and pay"),
    Report.SUBSIDIES: N_("Wage subsidies: claims"),
    Report.CHECK: N_("Cross-check"),
}
FILE_WORDS = {
    Report.JOBS: N_("jobs"),
    Report.CLIENTS: N_("clients"),
    Report.SUBSIDIES: N_("wage-subsidies"),
    Report.CHECK: N_("cross-check"),
}
"""What a report's file is called; plain letters alone."""
SPANS = {1: N_("One month"), 3: N_("Three months"), 12: N_("Twelve months")}
OPEN_WORDS: dict[OpenKind, tuple[str, Tone, str]] = {
    OpenKind.NOT_RECORDED: (N_("Attendance not recorded or day not complete"), Tone.WRONG, "hours"),
    OpenKind.NO_FORM_OF_WORK: (N_("Form of work missing: cannot be paid"), Tone.WRONG, "clients"),
    OpenKind.NOT_PAID: (N_("Work is in no pay run"), Tone.ATTENTION, "payouts"),
    OpenKind.CHANGED_AFTER_PAYOUT: (
        N_("Corrected after the pay run: the difference comes with the next one"),
        Tone.INFO,
        "payouts",
    ),
    OpenKind.PAID_WITHOUT_ENTRY: (
        N_("Paid work was taken back: the difference comes with the next pay run"),
        Tone.INFO,
        "payouts",
    ),
    OpenKind.NOT_INVOICED: (N_("Work has not been invoiced"), Tone.ATTENTION, "invoices/to_invoice"),
    OpenKind.NO_PRICE: (N_("Work without a price"), Tone.WRONG, "jobs"),
    OpenKind.CHANGED_AFTER_INVOICE: (
        N_("Corrected after the invoice: make a difference invoice or a credit note"),
        Tone.ATTENTION,
        "invoices/to_invoice",
    ),
}
"""What an open line says, how grave it is, and the screen, or the page of it, that closes it."""


class ReportsPresenter(Presenter):
    """Three reports over one span of months; each goes out as a file for a spreadsheet."""

    depends_on = frozenset(
        {Kind.ENTRIES, Kind.PAY_RUNS, Kind.INVOICES, Kind.DRAFTS, Kind.JOBS, Kind.SUBSIDIES}
    )

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start with the jobs of the last full month."""
        super().__init__(door, texts)
        self.report = Report.JOBS
        self.month = Month.of(door.today()).plus(-1)
        self.months = 1
        self.on_go: Callable[[str, UUID | None], None] | None = None
        """Leads to another screen; the screen knows how."""
        self.open_lines: tuple[OpenLine, ...] = ()
        self.is_read = False
        sees_pay = self.may(Permission.SEE_PAY)
        self.tables = {
            Report.JOBS: TablePresenter(
                JOB_COLUMNS, texts, name=REPORT_WORDS[Report.JOBS], empty=_empty(N_("No jobs yet."))
            ),
            Report.CLIENTS: TablePresenter(
                tuple(one for one in CLIENT_COLUMNS if sees_pay or one.key not in OF_PAY),
                texts,
                name=REPORT_WORDS[Report.CLIENTS],
                empty=_empty(N_("Nobody has been at work in these months.")),
            ),
            Report.SUBSIDIES: TablePresenter(
                SUBSIDY_COLUMNS,
                texts,
                name=REPORT_WORDS[Report.SUBSIDIES],
                empty=_empty(N_("No decision on a wage subsidy covers these months.")),
            ),
            Report.CHECK: TablePresenter(
                CHECK_COLUMNS,
                texts,
                name=REPORT_WORDS[Report.CHECK],
                empty=_empty(N_("Attendance, work, pay and invoices agree. Nothing is open.")),
            ),
        }
        self.tables[Report.CHECK].count_words = (N_("{number} open line"), N_("{number} open lines"))
        self.tables[Report.CHECK].on_open = self.lead
        self.tables[Report.JOBS].on_open = lambda row: self._go("jobs", row)
        self.tables[Report.CLIENTS].on_open = lambda row: self._go("clients", row)
        self.tables[Report.SUBSIDIES].on_open = lambda row: self._go("clients/subsidy/claims", client_of(row))

    # --- choosing

    @property
    def days(self) -> DateRange:
        """The days that are reported."""
        return DateRange(self.month.plus(1 - self.months).first, self.month.last)

    @property
    def span_words(self) -> str:
        """The months, written."""
        first = self.month.plus(1 - self.months)
        if self.months == 1:
            return self.texts.month(self.month)
        return f"{self.texts.month(first)} – {self.texts.month(self.month)}"

    def step(self, months: int) -> None:
        """Go to another month."""
        self.month = self.month.plus(months)
        self.load()

    def set_months(self, months: int) -> None:
        """Report on one month or on several."""
        self.months = months
        self.load()

    @property
    def shown(self) -> tuple[Report, ...]:
        """The reports that the one who is signed in may see."""
        hidden = set() if self.may(Permission.SEE_PAY) else {Report.SUBSIDIES}
        return tuple(report for report in Report if report not in hidden)

    def show(self, report: Report) -> None:
        """Show another report."""
        self.report = report
        self.tell()

    @property
    def table(self) -> TablePresenter:
        """The table of the report that is shown."""
        return self.tables[self.report]

    # --- reading

    def load(self) -> None:
        """Read everything that the reports are made of."""
        who, days, today = self.door.who, self.days, self.door.today()
        self.door.ask(lambda lists: read_reports(lists, who, days, today), self._fill)

    def _fill(self, answer: Answer) -> None:
        """Show what was read, unless other months have been chosen meanwhile."""
        if answer.days != self.days:
            return
        self.is_read = True
        self.open_lines = answer.open_lines
        self.tables[Report.JOBS].set_rows(job_row(report) for report in answer.jobs)
        self.tables[Report.CLIENTS].set_rows(client_row(report) for report in answer.clients)
        self.tables[Report.SUBSIDIES].set_rows(
            subsidy_row(one, self.door.today(), self.texts) for one in answer.claims
        )
        self.tables[Report.CHECK].set_rows(
            self._open_row(at, line, answer.names) for at, line in enumerate(answer.open_lines)
        )
        self.tell()

    def _open_row(self, at: int, line: OpenLine, names: dict[UUID, str]) -> Row:
        """One line that does not agree."""
        words, tone, _ = OPEN_WORDS[line.kind]
        of = names.get(line.job or line.client or UUID(int=0))
        if of is None and line.ledger is not None:
            of = self.texts.say(LEDGERS[line.ledger])
        cells = {
            "what": State(self.texts.say(words), tone),
            "month": line.month,
            "of": of,
            "number": line.number,
        }
        return Row(id=at, cells=cells)

    @property
    def about(self) -> str:
        """What the figures of the report that is shown are of, where it is not plain."""
        if self.report is not Report.JOBS:
            return ""
        return self.texts.say(N_("Planned figures are of the whole job, actual ones of the chosen months."))

    @property
    def verdict(self) -> State:
        """Whether everything agrees."""
        number = len(self.open_lines)
        if not number:
            return State(self.texts.say(N_("Everything agrees")), Tone.READY)
        one, many = N_("{number} open line"), N_("{number} open lines")
        return State(self.texts.count(one, many, number), Tone.ATTENTION)

    # --- leading on

    def lead(self, row: Hashable) -> None:
        """Go to where an open line can be closed."""
        if not isinstance(row, int) or row >= len(self.open_lines):
            return
        line = self.open_lines[row]
        screen = OPEN_WORDS[line.kind][2]
        if line.ledger is not None:
            screen = f"{screen}/{line.ledger.value}"
        if screen == "hours" or line.ledger is not None:
            screen = f"{screen}/{line.month}"
        self._go(screen, {"jobs": line.job, "clients": line.client}.get(screen))

    def _go(self, screen: str, record: object) -> None:
        if self.on_go is not None:
            self.on_go(screen, record if isinstance(record, UUID) else None)

    # --- the file

    @property
    def file_name(self) -> str:
        """A name for the file, without personal data."""
        first, last = f"{self.days.first:%Y-%m}", f"{self.days.last:%Y-%m}"
        months = first if first == last else f"{first}-{last}"
        return f"{self.texts.say(FILE_WORDS[self.report])}-{months}.csv"

    def csv(self) -> bytes:
        """The report that is shown, as a file that Finnish spreadsheets open right."""
        table = self.table
        header = [table.title(column) for column in table.columns]
        return csv_bytes(header, ([_plain(row, column) for column in table.columns] for row in table.visible))


def _plain(row: Row, column: Column) -> Any:  # noqa: ANN401 - whatever the cell holds
    """A cell for the file: minutes as hours with a decimal comma, states as their words."""
    value = row.cells.get(column.key)
    if isinstance(value, State):
        return value.text
    if column.kind is CellKind.HOURS and isinstance(value, int):
        return hours_for_file(value)
    return value


def hours_for_file(minutes: int) -> str:
    """Minutes as ``h:mm``, which spreadsheets add up."""
    hours, rest = divmod(minutes, 60)
    return f"{hours}:{rest:02}"


def _empty(sentence: str) -> Empty:
    return Empty(picture="calendar", sentence=sentence)
