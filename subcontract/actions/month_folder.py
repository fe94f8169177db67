"""What the archive of a month holds: papers as they were archived, lists and journals; read one at a time.

Invoices, credit notes, reminders and the lists are the customers' and go to whoever keeps the books. Papers
of pay tell what a client was paid: they come only when they are asked for, in a folder of their own, and
each client's log tells of it (act 703/2023, 10 §). Bank files and reports to the incomes register never
come: they have done their work, and hold account numbers and identity codes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID

from subcontract import papers
from subcontract.actions.export_ledger import KINDS
from subcontract.actions.issue_invoice import PAPER
from subcontract.actions.keep_payslips import PAYSLIP
from subcontract.actions.keep_statements import ALLOWANCE_LIST, STATEMENT
from subcontract.actions.ledger_facts import sales_facts, sales_lists
from subcontract.days import DateRange
from subcontract.ids import UnitId
from subcontract.invoicing.ledger.ledger_control import vat_of_invoices
from subcontract.invoicing.records import Invoice, InvoiceKind
from subcontract.money import total
from subcontract.papers.files.folder import Cover, Folder, FolderFile
from subcontract.papers.files.sales_lists import SalesLists, all_lists
from subcontract.papers.files.tables import table_csv
from subcontract.payout.records import PayRun, PayRunState
from subcontract.payout.wage_records import HandOverKind
from subcontract.ports import Lists
from subcontract.words import N_, Texts

INVOICES, E_INVOICES, REMINDERS = N_("Invoices and credit notes"), N_("E-invoices"), N_("Reminders")
LISTS, JOURNALS, PAY = N_("Lists"), N_("Journals"), N_("Papers of pay")
FOLDERS = {
    INVOICES: N_("invoices"),
    E_INVOICES: N_("e-invoices"),
    REMINDERS: N_("reminders"),
    LISTS: N_("lists"),
    JOURNALS: N_("accounting"),
    PAY: N_("pay"),
}
"""Folders in the archive by the titles of their parts."""
REMINDER = "reminder"
LIST_NAMES = (N_("list-invoices"), N_("list-payments"), N_("list-open"), N_("list-vat"))


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderAsk:
    """Of whom, of which days, gathered when, and whether papers of pay come along."""

    unit: UnitId
    period: DateRange
    made_on: date
    with_pay: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An archived paper that is to come, or that is looked for."""

    of: UUID
    kind: str
    group: str
    title: str = ""
    """What it is in words; empty to be told by its name."""
    expected: bool = False
    """Whether it is told when there is none."""


class MonthFolder:
    """The archive of a unit's period, planned; its papers are read when their turn comes."""

    def __init__(self, lists: Lists, ask: FolderAsk, texts: Texts) -> None:
        """Read what the plan needs: invoices and payments, but no paper."""
        self._lists, self._ask, self._texts = lists, ask, texts
        self._sales = sales_lists(sales_facts(lists, ask.unit), ask.period, ask.made_on)
        self._kept = tuple(_kept(lists, ask, self._sales, texts))
        self.lost = 0
        """Papers that were expected and not found, so far."""

    @property
    def folder(self) -> Folder:
        """What is written."""
        return Folder(
            files=self._files(),
            count=len(self._kept) + len(LIST_NAMES) + 1,
            last_day=self._ask.period.last,
            cover=self._cover,
        )

    def _files(self) -> Iterator[FolderFile]:
        """Papers, then the lists."""
        for one in self._kept:
            paper = self._lists.papers.find(one.of, one.kind)
            if paper is not None:
                yield self._file(one.group, paper.name, one.title or paper.name, paper.content)
            self.lost += one.expected and paper is None
        tables = all_lists(self._sales, self._texts)
        for name, table in zip(LIST_NAMES, tables, strict=True):
            content = table_csv(table, self._texts)
            yield self._file(LISTS, f"{self._texts.say(name)}.csv", self._texts.say(table.title), content)
        noon = datetime(*self._ask.period.last.timetuple()[:3], 12, tzinfo=UTC)
        book = papers.workbook(tables, self._texts, noon)
        title = self._texts.say(N_("All lists as one workbook"))
        yield self._file(LISTS, f"{self._texts.say(N_('list-all'))}.xlsx", title, book)

    def _file(self, group: str, name: str, title: str, content: bytes) -> FolderFile:
        say = self._texts.say
        return FolderFile(
            group=say(group), folder=say(FOLDERS[group]), name=name, title=title, content=content
        )

    def _cover(self) -> Cover:
        """What the table of contents tells besides the files."""
        own = self._lists.units.get(self._ask.unit)
        return Cover(
            provider=own.provider,
            unit=own.name,
            period=self._ask.period,
            made_on=self._ask.made_on,
            sums=_sums(self._sales, self._texts),
            notes=tuple(_notes(self._lists, self._ask, self._texts, self.lost)),
        )


def _kept(lists: Lists, ask: FolderAsk, sales: SalesLists, texts: Texts) -> Iterator[Kept]:
    """Every paper of the period, in the order of the table of contents."""
    yield from _of_sales(lists, ask, sales, texts)
    yield from _reminders(lists, ask, texts)
    yield from _journals(lists, ask)
    if ask.with_pay:
        yield from _pay(lists, ask)


def _of_sales(lists: Lists, ask: FolderAsk, facts: SalesLists, texts: Texts) -> Iterator[Kept]:
    """The paper of each invoice and credit note, then what was sent of them as e-invoices."""
    own = {one.id: one for one in facts.of_period}
    for invoice in own.values():
        yield Kept(of=invoice.id, kind=PAPER, group=INVOICES, title=_title(invoice, texts), expected=True)
    for sending in lists.invoicing.sendings.where(unit=ask.unit):
        if (sent := own.get(sending.invoice)) is not None:
            yield Kept(of=sending.id, kind=sending.format, group=E_INVOICES, title=_title(sent, texts))


def _title(invoice: Invoice, texts: Texts) -> str:
    """An invoice in words."""
    note = invoice.kind is InvoiceKind.CREDIT_NOTE
    words = (
        N_("Credit note {number}, {day}, {name}, {total}")
        if note
        else N_("Invoice {number}, {day}, {name}, {total}")
    )
    return texts.say(
        words, number=str(invoice.number), day=invoice.day, name=invoice.buyer.name, total=invoice.total
    )


def _reminders(lists: Lists, ask: FolderAsk, texts: Texts) -> Iterator[Kept]:
    """The reminders sent in the period."""
    for one in lists.invoicing.reminders.within(ask.period, unit=ask.unit):
        number = str(lists.invoices.get(one.invoice).number)
        title = texts.say(N_("Reminder of invoice {number}, {day}"), number=number, day=one.day)
        yield Kept(of=one.id, kind=REMINDER, group=REMINDERS, title=title)


def _journals(lists: Lists, ask: FolderAsk) -> Iterator[Kept]:
    """The files of the journals that cover some of the period."""
    for export in lists.invoicing.ledger_exports.where(unit=ask.unit):
        if export.period.overlap(ask.period):
            for kind in KINDS:
                yield Kept(of=export.id, kind=kind, group=JOURNALS, expected=kind != KINDS[-1])


def runs_of(lists: Lists, ask: FolderAsk) -> tuple[PayRun, ...]:
    """The approved pay runs whose months touch the period, in order of months."""
    runs = lists.pay_runs.where(unit=ask.unit, state=PayRunState.APPROVED)
    inside = (run for run in runs if run.month.days.overlap(ask.period))
    return tuple(sorted(inside, key=lambda run: (run.month.first, run.ledger)))


def _pay(lists: Lists, ask: FolderAsk) -> Iterator[Kept]:
    """Lists, accounting files and each person's papers of the runs, as far as they are kept."""
    for run in runs_of(lists, ask):
        yield Kept(of=run.id, kind=ALLOWANCE_LIST, group=PAY)
        for handed in lists.pay.hand_overs.where(pay_run=run.id, kind=HandOverKind.LEDGER):
            yield Kept(of=handed.id, kind=HandOverKind.LEDGER, group=PAY)
        for payout in lists.payouts.where(pay_run=run.id):
            for kind in (STATEMENT, PAYSLIP):
                yield Kept(of=payout.id, kind=kind, group=PAY)


def _sums(facts: SalesLists, texts: Texts) -> tuple[tuple[str, str], ...]:
    """The period's totals in words."""
    vat = vat_of_invoices(facts.of_period)
    base, amount = total(one.base for one in vat), total(one.amount for one in vat)
    paid = total(one.amount for one in facts.payments if one.day in facts.period)
    say, money = texts.say, texts.money
    return (
        (say(N_("Invoices and credit notes without VAT")), money(base)),
        (say(N_("VAT")), money(amount)),
        (say(N_("Invoices and credit notes in all")), money(base + amount)),
        (say(N_("Payments received")), money(paid)),
    )


def _notes(lists: Lists, ask: FolderAsk, texts: Texts, lost: int) -> Iterator[str]:
    """What is not in the archive, and why."""
    exports = lists.invoicing.ledger_exports.where(unit=ask.unit)
    if not any(one.period.overlap(ask.period) for one in exports):
        yield texts.say(N_("No journal of this period has been made for accounting yet."))
    if not ask.with_pay:
        yield texts.say(N_("Papers of pay are not here: they tell what each person was paid."))
    if lost:
        one, many = N_("{number} paper was not found."), N_("{number} papers were not found.")
        yield texts.count(one, many, lost)
