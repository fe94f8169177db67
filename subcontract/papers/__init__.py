"""Bytes from facts: PDF papers and files. The only place that knows reportlab.

Each paper is a pure function: the same facts in the same language give the same bytes, on any day.
reportlab is imported when the first paper is made.

To add a paper: put what it tells into a frozen record in ``facts.py``, lay it out in a module of its own
as blocks (``blocks.py``, ``table.py``) inside the frame of ``page.py``, name it here, and approve its look
with ``pytest tests/golden --update-golden``.
"""

from collections.abc import Iterable
from datetime import datetime

from subcontract.invoicing.records import Invoice
from subcontract.invoicing.terms import InvoicingTerms
from subcontract.papers.facts import (
    AgreementFacts,
    AllowanceListFacts,
    ComparisonFacts,
    EmploymentFacts,
    HolidayFacts,
    HolidayOf,
    OpenItemsFacts,
    PayslipFacts,
    QuoteFacts,
    ReminderFacts,
    StatementFacts,
    SubsidyClaimFacts,
    SubsidySheetFacts,
    WorkDone,
    YearSummaryFacts,
    work_done,
)
from subcontract.papers.files.tables import Table
from subcontract.papers.rota_facts import (
    CalendarFacts,
    CoachListFacts,
    OwnWeekFacts,
    WallListFacts,
    WallPerson,
    WallShift,
)
from subcontract.people.unit import Unit
from subcontract.words import Texts

__all__ = [
    "AgreementFacts",
    "AllowanceListFacts",
    "CalendarFacts",
    "CoachListFacts",
    "ComparisonFacts",
    "EmploymentFacts",
    "HolidayFacts",
    "HolidayOf",
    "OpenItemsFacts",
    "OwnWeekFacts",
    "PayslipFacts",
    "QuoteFacts",
    "ReminderFacts",
    "StatementFacts",
    "SubsidyClaimFacts",
    "SubsidySheetFacts",
    "WallListFacts",
    "WallPerson",
    "WallShift",
    "WorkDone",
    "YearSummaryFacts",
    "agreement_pdf",
    "allowance_list_pdf",
    "calendar_file",
    "coach_list_pdf",
    "employment_pdf",
    "holiday_statement_pdf",
    "invoice_pdf",
    "open_items_pdf",
    "own_week_pdf",
    "payslip_pdf",
    "quote_pdf",
    "reminder_pdf",
    "statement_pdf",
    "subsidy_claim_pdf",
    "subsidy_sheet_pdf",
    "wall_list_pdf",
    "what_if_pdf",
    "work_done",
    "workbook",
    "year_summary_pdf",
]


def invoice_pdf(invoice: Invoice, unit: Unit, texts: Texts, terms: InvoicingTerms | None = None) -> bytes:
    """An invoice with its giro slip, or a credit note without one; ``texts`` in ``invoice.language``.

    Without a number it is a draft, and the paper says so on every page. ``terms`` tell the layout and
    what stands above the lines.
    """
    from subcontract.papers.invoice import make_invoice  # noqa: PLC0415 - reportlab is slow to import

    return make_invoice(invoice, unit, texts, terms)


def reminder_pdf(facts: ReminderFacts, texts: Texts) -> bytes:
    """A reminder or payment demand with its giro slip; ``texts`` in the language of the invoice."""
    from subcontract.papers.reminder import make_reminder  # noqa: PLC0415 - reportlab is slow to import

    return make_reminder(facts, texts)


def quote_pdf(facts: QuoteFacts, texts: Texts) -> bytes:
    """A version of a quote, in the customer's language."""
    from subcontract.papers.quote import make_quote  # noqa: PLC0415 - reportlab is slow to import

    return make_quote(facts, texts)


def agreement_pdf(facts: AgreementFacts, texts: Texts) -> bytes:
    """The agreement that an accepted quote makes, to be signed by both."""
    from subcontract.papers.agreement import make_agreement  # noqa: PLC0415 - reportlab is slow to import

    return make_agreement(facts, texts)


def employment_pdf(facts: EmploymentFacts, texts: Texts) -> bytes:
    """An employment agreement to be signed by both; ``texts`` in the person's language."""
    from subcontract.papers.employment_agreement import (  # noqa: PLC0415 - reportlab is slow to import
        make_employment_agreement,
    )

    return make_employment_agreement(facts, texts)


def statement_pdf(facts: StatementFacts, texts: Texts) -> bytes:
    """A client's statement in easy language; ``texts`` in the client's language."""
    from subcontract.papers.statement import make_statement  # noqa: PLC0415 - reportlab is slow to import

    return make_statement(facts, texts)


def payslip_pdf(facts: PayslipFacts, texts: Texts) -> bytes:
    """A payslip; ``texts`` in the person's language."""
    from subcontract.papers.payslip import make_payslip  # noqa: PLC0415 - reportlab is slow to import

    return make_payslip(facts, texts)


def subsidy_sheet_pdf(facts: SubsidySheetFacts, texts: Texts) -> bytes:
    """The data sheet of an application for a wage subsidy, in the user's language."""
    from subcontract.papers.subsidy_sheet import (  # noqa: PLC0415 - reportlab is slow to import
        make_subsidy_sheet,
    )

    return make_subsidy_sheet(facts, texts)


def subsidy_claim_pdf(facts: SubsidyClaimFacts, texts: Texts) -> bytes:
    """The sheet of a month's claim of a wage subsidy, in the user's language."""
    from subcontract.papers.subsidy_claim import (  # noqa: PLC0415 - reportlab is slow to import
        make_subsidy_claim_sheet,
    )

    return make_subsidy_claim_sheet(facts, texts)


def allowance_list_pdf(facts: AllowanceListFacts, texts: Texts) -> bytes:
    """The list of a pay run for the folder."""
    from subcontract.papers.allowance_list import (  # noqa: PLC0415 - reportlab is slow to import
        make_allowance_list,
    )

    return make_allowance_list(facts, texts)


def wall_list_pdf(facts: WallListFacts, texts: Texts) -> bytes:
    """The week's shifts with photos and pictograms, for the wall."""
    from subcontract.papers.wall_list import make_wall_list  # noqa: PLC0415 - reportlab is slow to import

    return make_wall_list(facts, texts)


def own_week_pdf(facts: OwnWeekFacts, texts: Texts) -> bytes:
    """One person's week in easy language; ``texts`` in the person's language."""
    from subcontract.papers.own_week import make_own_week  # noqa: PLC0415 - reportlab is slow to import

    return make_own_week(facts, texts)


def coach_list_pdf(facts: CoachListFacts, texts: Texts) -> bytes:
    """A coach's shifts with phone numbers and permits, in the user's language."""
    from subcontract.papers.coach_list import make_coach_list  # noqa: PLC0415 - reportlab is slow to import

    return make_coach_list(facts, texts)


def calendar_file(facts: CalendarFacts, texts: Texts) -> bytes:
    """A coach's shifts as an iCalendar file (RFC 5545)."""
    from subcontract.papers.files.calendar_file import make_calendar  # noqa: PLC0415 - icalendar is slow to import

    return make_calendar(facts, texts)


def year_summary_pdf(facts: YearSummaryFacts, texts: Texts) -> bytes:
    """What one person was paid in a year; ``texts`` in the person's language."""
    from subcontract.papers.year_summary import make_year_summary  # noqa: PLC0415 - reportlab is slow to import

    return make_year_summary(facts, texts)


def holiday_statement_pdf(facts: HolidayFacts, texts: Texts) -> bytes:
    """The holiday earned in a credit year; ``texts`` in the person's language."""
    from subcontract.papers.holiday_statement import (  # noqa: PLC0415 - reportlab is slow to import
        make_holiday_statement,
    )

    return make_holiday_statement(facts, texts)


def what_if_pdf(facts: ComparisonFacts, texts: Texts) -> bytes:
    """A job compared three ways on one page."""
    from subcontract.papers.what_if import make_what_if  # noqa: PLC0415 - reportlab is slow to import

    return make_what_if(facts, texts)


def workbook(tables: Iterable[Table], texts: Texts, made_at: datetime) -> bytes:
    """Tables as an XLSX workbook, a sheet for each."""
    from subcontract.papers.files.workbook import make_workbook  # noqa: PLC0415 - openpyxl is slow to import

    return make_workbook(tables, texts, made_at)


def open_items_pdf(facts: OpenItemsFacts, texts: Texts) -> bytes:
    """What a customer owes on a day, in the customer's language."""
    from subcontract.papers.open_items import make_open_items  # noqa: PLC0415 - reportlab is slow to import

    return make_open_items(facts, texts)
