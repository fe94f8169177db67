"""Makes the journal of a period for accounting: what it holds never goes again, its files are kept."""

from dataclasses import dataclass, field
from hashlib import sha256

from subcontract import ids, papers
from subcontract.actions.act import Done, Kind, Permission, Worker
from subcontract.actions.ledger_facts import LedgerFacts, ledger_facts
from subcontract.actions.make_quote import TextsIn
from subcontract.clock import Clock
from subcontract.days import DateRange, Month
from subcontract.ids import LedgerExportId
from subcontract.invoicing.ledger.chart import ACCOUNT_WORDS
from subcontract.invoicing.sendings import LedgerExport, LedgerPreset
from subcontract.money import Money
from subcontract.papers.files.journal import journal_file, journal_table
from subcontract.papers.files.procountor import procountor_ledger
from subcontract.papers.files.procountor_invoices import procountor_invoices
from subcontract.papers.files.sales_lists import control_table, vat_table
from subcontract.ports import Books, Paper
from subcontract.problems import Code, Problem, Refused, refuse
from subcontract.words import N_, Texts

LEDGER = "ledger"
LEDGER_BOOK = "ledger_book"
LEDGER_INVOICES = "ledger_invoices"
KINDS = (LEDGER, LEDGER_BOOK, LEDGER_INVOICES)
"""The files of a journal: for the accounting program, to be read, and Procountor's file of invoices."""
NAMES = {
    LEDGER: N_("journal-{period}-{number}"),
    LEDGER_BOOK: N_("journal-to-read-{period}-{number}"),
    LEDGER_INVOICES: N_("procountor-invoices-{period}-{number}"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportLedger:
    """Which period, in which shape, and what the asker saw of it."""

    period: DateRange
    preset: LedgerPreset
    language: str
    texts_in: TextsIn = field(repr=False, compare=False)
    vouchers: int
    debit: Money
    """The control totals that were looked at: nothing is made of anything else."""
    id: LedgerExportId = field(default_factory=lambda: LedgerExportId(ids.new()))


def export_ledger(ask: ExportLedger, books: Books, clock: Clock, who: Worker) -> Done:
    """Make a journal and keep it; a second press gives the same one.

    Refuses a period of which nothing is left (``nothing_to_do``), accounts without a number, each by its
    name (``account_missing``), totals that have changed since they were looked at (``totals_changed``),
    and a journal that does not agree with the invoices (``ledger_unbalanced``).
    """
    who.must_be_allowed(Permission.EXPORT_LEDGER)
    before = books.invoicing.ledger_exports.find(ask.id)
    if before is not None:
        return _done(before)
    facts = ledger_facts(books, who.unit, ask.period)
    _must_be_exportable(facts, ask)
    texts = ask.texts_in(ask.language)
    files = files_of(facts, ask.preset, texts, clock)
    export = LedgerExport(
        id=ask.id,
        unit=who.unit,
        period=ask.period,
        preset=ask.preset,
        count=facts.control.rows,
        total=facts.control.debit,
        digest=sha256(files[0].content).hexdigest(),
        items=facts.coming.items,
        made_by=who.staff,
        made_at=clock.now(),
    )
    books.invoicing.ledger_exports.add(export)
    for file in files:
        name = texts.say(NAMES[file.kind], period=period_name(ask.period), number=str(facts.journal.place))
        books.papers.add(
            Paper(
                of=export.id,
                kind=file.kind,
                name=f"{name}.{file.ending}",
                content=file.content,
                made_at=clock.now(),
            )
        )
    return _done(export)


def _must_be_exportable(facts: LedgerFacts, ask: ExportLedger) -> None:
    """Refuse what cannot be made, before anything is."""
    if not facts.coming.vouchers:
        raise refuse(Code.NOTHING_TO_DO)
    if facts.missing:
        raise Refused(
            *(
                Problem(code=Code.ACCOUNT_MISSING, field=one.value, facts={"title": ACCOUNT_WORDS[one]})
                for one in facts.missing
            )
        )
    if not facts.control.agrees:
        raise refuse(Code.LEDGER_UNBALANCED)
    if (facts.control.vouchers, facts.control.debit) != (ask.vouchers, ask.debit):
        raise refuse(Code.TOTALS_CHANGED)


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerFile:
    """One file of a journal."""

    kind: str
    ending: str
    content: bytes


def files_of(facts: LedgerFacts, preset: LedgerPreset, texts: Texts, clock: Clock) -> tuple[LedgerFile, ...]:
    """The file for the accounting program first, then the workbook to be read."""
    journal = facts.journal
    tables = (
        journal_table(journal, texts),
        vat_table(facts.control.vat, texts),
        control_table(facts.control, texts),
    )
    book = LedgerFile(kind=LEDGER_BOOK, ending="xlsx", content=papers.workbook(tables, texts, clock.now()))
    if preset is LedgerPreset.JOURNAL:
        return (LedgerFile(kind=LEDGER, ending="csv", content=journal_file(journal, texts)), book)
    return (
        LedgerFile(kind=LEDGER, ending="csv", content=procountor_ledger(journal, texts)),
        book,
        LedgerFile(kind=LEDGER_INVOICES, ending="csv", content=procountor_invoices(facts.invoices)),
    )


def period_name(period: DateRange) -> str:
    """A period in a file's name: the month where it is a whole one, else both days."""
    first, last = period.first, period.last
    month = Month.of(first)
    return str(month) if month.days == period else f"{first:%Y%m%d}-{last:%Y%m%d}"


def _done(export: LedgerExport) -> Done:
    """What came of it; what has gone to accounting is not undone here."""
    return Done(
        changed=frozenset({Kind.LEDGER_EXPORTS}),
        id=export.id,
        facts={"number": export.count, "total": export.total},
    )
