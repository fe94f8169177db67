"""What goes to accounting goes once, with totals that agree with the invoices, and is kept byte for byte."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

import pytest

from subcontract.actions.export_ledger import (
    LEDGER,
    LEDGER_BOOK,
    LEDGER_INVOICES,
    ExportLedger,
    export_ledger,
    period_name,
)
from subcontract.actions.ledger_facts import LedgerFacts, ledger_facts
from subcontract.actions.record_payment import (
    RecordPayment,
    TakePaymentBack,
    record_payment,
    take_payment_back,
)
from subcontract.days import DateRange, Month
from subcontract.ids import InvoicingTermsId, PaymentId
from subcontract.invoicing.collecting.open_items import open_items
from subcontract.invoicing.ledger.chart import PROPOSED
from subcontract.invoicing.records import Invoice
from subcontract.invoicing.sendings import LedgerExport, LedgerPreset
from subcontract.invoicing.terms import BookedOn, InvoicingTerms, SalesAccount
from subcontract.money import ZERO, Money, total
from subcontract.people.staff import Role
from subcontract.ports import Paper
from subcontract.problems import Code, Refused
from tests import make
from tests.accounting_office import cents, read_book, read_csv, values
from tests.billing_office import Office, refusal
from ui.texts import CatalogueTexts

NOVEMBER = Month(2026, 11).days
DECEMBER = Month(2026, 12).days
ACCOUNTS = tuple(BookedOn(account=one, number=number) for one, number in PROPOSED.items())


@dataclass
class Books(Office):
    """The office, and what it tells accounting."""

    terms: InvoicingTerms = field(
        default_factory=lambda: InvoicingTerms(
            id=InvoicingTermsId(UUID(int=9)), unit=make.UNIT, accounts=ACCOUNTS, cost_centre="900"
        )
    )

    def __post_init__(self) -> None:
        super().__post_init__()
        self.store.fill(lambda books: books.invoicing.terms.add(self.terms))

    def sell(self, pieces: int = 1000, day: int = 2) -> Invoice:
        self.work(pieces=pieces, day=day)
        return self.issue(self.draft())

    def pay(self, invoice: Invoice, amount: str, day: date) -> PaymentId:
        done = self.do(
            record_payment, ask := RecordPayment(invoice=invoice.id, day=day, amount=Money(amount))
        )
        assert done.id == invoice.id
        return ask.id

    def facts(self, period: DateRange = NOVEMBER) -> LedgerFacts:
        with self.store.open_lists() as lists:
            return ledger_facts(lists, make.UNIT, period)

    def ask(self, period: DateRange = NOVEMBER, **fields: Any) -> ExportLedger:
        control = self.facts(period).control
        default = ExportLedger(
            period=period,
            preset=LedgerPreset.JOURNAL,
            language="fi",
            texts_in=CatalogueTexts,
            vouchers=control.vouchers,
            debit=control.debit,
        )
        return replace(default, **fields)

    def export(self, period: DateRange = NOVEMBER, **fields: Any) -> LedgerExport:
        done = self.do(export_ledger, self.ask(period, **fields))
        with self.store.open_lists() as lists:
            return next(one for one in lists.invoicing.ledger_exports.all() if one.id == done.id)

    def paper_of(self, export: LedgerExport, kind: str = LEDGER) -> Paper:
        with self.store.open_lists() as lists:
            paper = lists.papers.find(export.id, kind)
        assert paper
        return paper


@pytest.fixture
def office() -> Books:
    return Books()


def test_an_export_holds_the_month_and_keeps_its_files(office: Books) -> None:
    invoice = office.sell()
    office.pay(invoice, "40.00", date(2026, 11, 20))
    export = office.export()
    rows = read_csv(office.paper_of(export).content)[1:]
    assert export.count == len(rows) == 5
    assert export.total.cents == sum(cents(row[4]) for row in rows) == sum(cents(row[5]) for row in rows)
    assert export.digest == sha256(office.paper_of(export).content).hexdigest()
    assert {row[0] for row in rows} == {"1001", "S1-1"}
    assert [row[8] for row in rows if row[2] == PROPOSED[SalesAccount.SALES]] == ["900"]
    assert office.paper_of(export).name == "paivakirja-2026-11-1.csv"
    book = read_book(office.paper_of(export, LEDGER_BOOK).content)
    assert book.sheetnames == ["Päiväkirja", "Alv-erittely", "Täsmäytys"]
    assert cents(values(book.worksheets[0])[-1][4]) == export.total.cents


def test_nothing_goes_twice(office: Books) -> None:
    invoice = office.sell()
    first = office.export()
    assert refusal(office, export_ledger, replace(office.ask(), vouchers=1)) is Code.NOTHING_TO_DO
    office.pay(invoice, "10.00", date(2026, 11, 20))
    office.credit(invoice)
    second = office.export()
    assert len(second.items) == 2
    assert not set(first.items) & set(second.items)


def test_the_same_ask_twice_is_one_export(office: Books) -> None:
    office.sell()
    ask = office.ask()
    assert office.do(export_ledger, ask).id == office.do(export_ledger, ask).id == ask.id
    with office.store.open_lists() as lists:
        assert len(lists.invoicing.ledger_exports.all()) == 1


def test_what_came_late_to_an_exported_month_comes_in_the_next_one(office: Books) -> None:
    invoice = office.sell()
    office.export()
    office.at = datetime(2026, 12, 5, 8, tzinfo=UTC)
    office.pay(invoice, "20.00", date(2026, 11, 30))
    office.pay(invoice, "30.00", date(2026, 12, 4))
    found = office.facts(DECEMBER).coming
    assert [one.day for one in found.late] == [date(2026, 11, 30)]
    export = office.export(DECEMBER)
    days = {row[1] for row in read_csv(office.paper_of(export).content)[1:]}
    assert days == {"30.11.2026", "4.12.2026"}


def test_what_is_older_than_the_first_export_stays_out_and_is_told(office: Books) -> None:
    office.sell()
    office.at = datetime(2026, 12, 5, 8, tzinfo=UTC)
    office.work(pieces=100, date=date(2026, 12, 1))
    office.issue(office.draft(DECEMBER))
    found = office.facts(DECEMBER).coming
    assert len(found.older) == 1
    assert not found.late
    assert len(office.export(DECEMBER).items) == 1
    assert len(office.facts(NOVEMBER).coming.now) == 1


def test_control_totals_tell_receivables_before_and_after(office: Books) -> None:
    first = office.sell()
    office.export()
    office.at = datetime(2026, 12, 5, 8, tzinfo=UTC)
    office.pay(first, "20.00", date(2026, 12, 4))
    office.work(pieces=500, date=date(2026, 12, 1))
    second = office.issue(office.draft(DECEMBER))
    note = office.credit(second)
    control = office.facts(DECEMBER).control
    assert (control.before, control.invoiced, control.credited) == (first.total, second.total, note.total)
    assert (control.paid, control.costs) == (Money(20), ZERO)
    assert control.after == control.by_records == first.total - Money(20)
    assert control.agrees
    with office.store.open_lists() as lists:
        left = open_items(lists.invoices.all(), lists.payments.all(), DECEMBER.last)
    assert total(one.left for one in left) == control.after


def test_a_payment_and_its_counter_entry_go_each_once(office: Books) -> None:
    invoice = office.sell()
    paid = office.pay(invoice, "20.00", date(2026, 11, 20))
    office.export()
    office.do(take_payment_back, TakePaymentBack(payment=paid, reason="Väärä lasku"))
    (late,) = office.facts(NOVEMBER).coming.now
    assert [(str(one.debit), str(one.credit)) for one in late.postings] == [
        ("0.00", "20.00"),
        ("20.00", "0.00"),
    ]


def test_a_missing_account_is_named_before_anything_is_made(office: Books) -> None:
    office.sell()
    bare = replace(
        office.terms, accounts=tuple(one for one in ACCOUNTS if one.account is not SalesAccount.VAT)
    )
    office.store.fill(lambda books: books.invoicing.terms.save(bare))
    assert office.facts().missing == (SalesAccount.VAT,)
    with pytest.raises(Refused) as refused:
        office.do(export_ledger, office.ask())
    assert [(one.code, one.field) for one in refused.value.problems] == [(Code.ACCOUNT_MISSING, "vat")]
    with office.store.open_lists() as lists:
        assert not lists.invoicing.ledger_exports.all()


def test_totals_that_have_changed_since_they_were_seen_are_refused(office: Books) -> None:
    invoice = office.sell()
    ask = office.ask()
    office.pay(invoice, "20.00", date(2026, 11, 20))
    assert refusal(office, export_ledger, ask) is Code.TOTALS_CHANGED


def test_procountor_gets_its_ledger_and_its_file_of_invoices(office: Books) -> None:
    office.sell()
    export = office.export(preset=LedgerPreset.PROCOUNTOR)
    rows = office.paper_of(export).content.decode("iso-8859-1").splitlines()
    assert sum(cents(row.split(";")[2]) for row in rows) == 0
    assert office.paper_of(export, LEDGER_INVOICES).content.startswith(b"M;EUR;")


def test_work_coaches_send_nothing_to_accounting(office: Books) -> None:
    office.sell()
    assert refusal(office, export_ledger, office.ask(), Role.WORK_COACH) is Code.NOT_ALLOWED
    assert office.do(export_ledger, office.ask(), Role.CLERK).id


def test_a_period_is_named_by_its_month_or_its_days() -> None:
    assert period_name(NOVEMBER) == "2026-11"
    assert period_name(DateRange(date(2026, 11, 2), date(2026, 12, 1))) == "20261102-20261201"


def test_random_histories_go_once_each_and_always_agree(office: Books) -> None:
    import random

    dice = random.Random(11)
    seen: set[UUID] = set()
    invoices: list[Invoice] = []
    for month in range(1, 7):
        office.at = datetime(2027, month, 20, 8, tzinfo=UTC)
        for _ in range(dice.randint(1, 4)):
            office.work(
                pieces=dice.randint(1, 5000), date=office.at.date() - timedelta(days=dice.randrange(15))
            )
            invoices.append(office.issue(office.draft(Month(2027, month).days)))
        for one in dice.sample(invoices, min(3, len(invoices))):
            office.pay(
                one, f"{dice.randint(1, 90)}.{dice.randrange(100):02}", office.at.date() - timedelta(days=3)
            )
        period = Month(2027, month).days
        for _ in range(dice.randint(1, 2)):
            if office.facts(period).coming.vouchers:
                export = office.export(period)
                assert not seen & set(export.items)
                seen.update(export.items)
                assert office.facts(period).control.agrees
            office.pay(dice.choice(invoices), "1.00", office.at.date() - timedelta(days=dice.randrange(40)))
    with office.store.open_lists() as lists:
        whole = office.facts(DateRange(date(2027, 1, 1), date(2027, 12, 31)))
        assert whole.control.agrees
        left = open_items(lists.invoices.all(), lists.payments.all(), date(2027, 12, 31))
    old = total(
        one.owed for v in whole.coming.older for one in v.postings if one.account is SalesAccount.RECEIVABLES
    )
    assert total(one.left for one in left) == whole.control.after + old
