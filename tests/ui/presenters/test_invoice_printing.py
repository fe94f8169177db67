"""Open items by customer with their statements, and many invoices put into one sorted file."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from subcontract import ids, papers
from subcontract.clock import standing_at
from subcontract.days import DateRange
from subcontract.ids import InvoiceId, PaymentId
from subcontract.invoicing.collecting.ages import Age
from subcontract.invoicing.collecting.owing import by_age, by_customer, open_items
from subcontract.invoicing.payments import Payment
from subcontract.invoicing.records import InvoiceKind
from subcontract.jobs.customer import Customer, EInvoiceFormat
from subcontract.money import Money
from subcontract.papers.bundle import put_together
from subcontract.people.unit import Address
from subcontract.ports import InvoiceHead, Paper
from tests import make
from tests.fakes import MemoryStore
from tests.make_papers import MORNING, invoice
from tests.paper_reading import pages, text
from ui.presenters.base import Progress
from ui.presenters.direct import DirectDoor
from ui.presenters.invoices.printing import Order, PrintingPresenter
from ui.presenters.invoices.reminders.owing import OwingPresenter, statement_of
from ui.texts import CatalogueTexts

TODAY = date(2026, 12, 31)
TEXTS = CatalogueTexts("fi")


def customer(number: int, name: str, postcode: str, **fields: Any) -> Customer:
    address = Address(street="Mallikatu 2", postcode=postcode, town="Lappeenranta")
    return make.customer(number=number, name=name, address=address, **fields)


AALTO = customer(1, "Aalto Oy", "90100")
BERG = customer(2, "Berg Ab", "00100", language="sv", e_invoice_format=EInvoiceFormat.FINVOICE)
ZACHRIS = customer(3, "Zachris Oy", "53100")


@dataclass
class Books:
    """Three customers, four invoices and a note, each with its kept paper."""

    store: MemoryStore = field(default_factory=make.store)
    number: int = 1000

    def __post_init__(self) -> None:
        def write(books: Any) -> None:
            for one in (AALTO, BERG, ZACHRIS):
                books.customers.add(one)

        self.store.fill(write)

    def issue(self, whose: Customer, due: date, **fields: Any) -> InvoiceId:
        self.number += 1
        fields.setdefault("number", self.number)
        made = invoice(
            id=InvoiceId(ids.new()),
            customer=whose.id,
            buyer=replace(invoice().buyer, name=whose.name),
            due=due,
            **fields,
        )
        content = f"{self.number}".encode()

        def write(books: Any) -> None:
            books.invoices.add(made)
            kept = Paper(of=made.id, kind="invoice", name="x.pdf", content=content, made_at=MORNING)
            books.papers.add(kept)

        self.store.fill(write)
        return made.id

    def pay(self, whose: InvoiceId, amount: str) -> None:
        payment = Payment(
            id=PaymentId(ids.new()),
            unit=make.UNIT,
            invoice=whose,
            day=TODAY,
            amount=Money(amount),
            by=make.MANAGER,
            at=MORNING,
        )
        self.store.fill(lambda books: books.payments.add(payment))

    def heads(self) -> tuple[InvoiceHead, ...]:
        with self.store.open_lists() as lists:
            return lists.invoice_heads(DateRange(date(2020, 1, 1)))

    def door(self) -> DirectDoor:
        return DirectDoor(self.store.open_books, self.store.open_lists, standing_at(TODAY, 12), make.worker())


@pytest.fixture
def books() -> Books:
    return Books()


WHOLE = Money("1758.17")


# --- what is open --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("due", "age", "late"),
    [
        (date(2027, 1, 1), Age.NOT_DUE, 0),
        (date(2026, 12, 31), Age.NOT_DUE, 0),
        (date(2026, 12, 30), Age.TO_14, 1),
        (date(2026, 12, 17), Age.TO_14, 14),
        (date(2026, 12, 16), Age.TO_30, 15),
        (date(2026, 12, 1), Age.TO_30, 30),
        (date(2026, 11, 30), Age.TO_60, 31),
        (date(2026, 11, 1), Age.TO_60, 60),
        (date(2026, 10, 31), Age.OVER_60, 61),
    ],
)
def test_ages_begin_and_end_on_their_days(books: Books, due: date, age: Age, late: int) -> None:
    books.issue(AALTO, due)
    (item,) = open_items(books.heads(), TODAY)
    assert (item.age, item.late, item.left) == (age, late, WHOLE)


def test_credits_and_payments_lessen_what_is_open_and_settled_ones_are_left_out(books: Books) -> None:
    first = books.issue(AALTO, date(2026, 12, 14))
    paid = books.issue(AALTO, date(2026, 12, 14))
    over = books.issue(BERG, date(2026, 12, 14))
    books.pay(first, "1000.00")
    books.pay(paid, str(WHOLE))
    books.pay(over, str(WHOLE + Money("10.00")))
    found = by_customer(books.heads(), TODAY)
    (item,) = found[AALTO.id]
    assert (item.paid, item.left) == (Money("1000.00"), Money("758.17"))
    (back,) = found[BERG.id]
    assert (back.left, back.late, back.age) == (Money("-10.00"), 0, Age.NOT_DUE)
    assert sum((one.left.cents for items in found.values() for one in items), 0) == sum(
        by_age(items)[age].cents for items in found.values() for age in Age
    )


def head(**fields: Any) -> InvoiceHead:
    default = InvoiceHead(
        id=InvoiceId(UUID(int=1)),
        kind=InvoiceKind.INVOICE,
        number=1001,
        customer=AALTO.id,
        day=date(2026, 11, 1),
        due=date(2026, 11, 15),
        reference="1234561",
        net=Money("80.00"),
        total=Money("100.00"),
        original=None,
        credited=Money(0),
        paid=Money(0),
        charged=Money(0),
    )
    return replace(default, **fields)


@pytest.mark.parametrize(
    ("fields", "charged", "left"),
    [
        ({}, "0.00", "100.00"),
        ({"charged": Money("6.00")}, "6.00", "106.00"),
        ({"charged": Money("6.00"), "paid": Money("40.00")}, "6.00", "66.00"),
        ({"charged": Money("6.00"), "paid": Money("100.00")}, "6.00", "6.00"),
        ({"charged": Money("6.00"), "paid": Money("104.00")}, "2.00", "2.00"),
    ],
)
def test_what_reminders_charged_is_open_until_it_is_paid(
    fields: dict[str, Any], charged: str, left: str
) -> None:
    (item,) = open_items([head(**fields)], TODAY)
    assert (item.charged, item.left) == (Money(charged), Money(left))


@pytest.mark.parametrize(
    "fields",
    [
        {"paid": Money("106.00"), "charged": Money("6.00")},
        {"credited": Money("100.00"), "charged": Money("6.00")},
        {"kind": InvoiceKind.CREDIT_NOTE},
    ],
)
def test_what_is_settled_is_not_open(fields: dict[str, Any]) -> None:
    assert not open_items([head(**fields)], TODAY)


# --- the page of open items ----------------------------------------------------------------------


def owing(books: Books) -> OwingPresenter:
    made = OwingPresenter(books.door(), TEXTS)
    made.load()
    return made


def test_customers_stand_by_name_with_their_ages(books: Books) -> None:
    books.issue(ZACHRIS, date(2026, 12, 20))
    books.issue(AALTO, date(2026, 9, 1))
    books.issue(AALTO, date(2027, 1, 10))
    page = owing(books)
    assert [row.cells["customer"] for row in page.table.visible] == ["Aalto Oy", "Zachris Oy"]
    first = page.table.visible[0].cells
    assert (first["not_due"], first["over_60"], first["open"]) == (WHOLE, WHOLE, WHOLE + WHOLE)
    page.table.select(AALTO.id)
    assert [row.cells["number"] for row in page.items.visible] == ["1002", "1003"]
    assert page.heading == "Aalto Oy"


def test_a_statement_speaks_the_customers_language_and_says_where_to_pay(books: Books) -> None:
    books.issue(AALTO, date(2026, 12, 19), number=990)
    books.issue(BERG, date(2026, 12, 20))
    page = owing(books)
    page.table.select(BERG.id)
    page.show_statement()
    said = " ".join(text(page.paper).split())
    for told in ("Öppna fakturor", "Berg Ab", "1002", "11 dagar sen", "FI21 1234 5600 0007 85", "1 758,17"):
        assert told in said
    assert page.paper_name == "avoimet-2026-12-31.pdf"
    page.close()
    assert not page.paper


def test_all_statements_come_in_one_file_in_order(books: Books) -> None:
    books.issue(ZACHRIS, date(2026, 12, 20))
    books.issue(AALTO, date(2026, 12, 20))
    page = owing(books)
    page.show_all()
    printed = [one for one in pages(page.paper) if one.strip()]
    assert ["Aalto Oy" in printed[0], "Zachris Oy" in printed[1]] == [True, True]
    assert not page.is_working


def test_a_statement_of_many_invoices_keeps_its_rows_and_sum(books: Books) -> None:
    for _ in range(60):
        books.issue(AALTO, date(2026, 12, 20))
    page = owing(books)
    assert page.facts is not None
    printed = pages(statement_of(AALTO.id, page.facts, TODAY))
    assert len(printed) > 1
    assert all(f"\n{1000 + at}\n" in "\n".join(printed) for at in range(1, 61))
    assert "105 490,20 €" in printed[-1].replace("\xa0", " ")


def test_nobody_owes_anything(books: Books) -> None:
    page = owing(books)
    assert not page.table.visible
    assert (page.can_show, page.can_show_all) == (False, False)


# --- many in one file ----------------------------------------------------------------------------


@pytest.fixture
def joined(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What was put together, in place of the joining itself: the order is what matters here."""
    seen: list[Any] = []

    def join(groups: Any, step: Callable[[int], object], *, own_sheets: bool = True) -> bytes:
        for at, group in enumerate(groups, 1):
            seen.append(group[0].decode())
            step(at)
        seen.append(own_sheets)
        return b"%PDF"

    monkeypatch.setattr("ui.presenters.invoices.printing.put_together", join)
    return seen


def printing(books: Books) -> PrintingPresenter:
    books.issue(ZACHRIS, date(2026, 12, 20), day=date(2026, 12, 1))
    books.issue(BERG, date(2026, 12, 20), day=date(2026, 12, 2))
    books.issue(AALTO, date(2026, 12, 20), day=date(2026, 12, 3))
    books.issue(AALTO, date(2026, 12, 20), day=date(2026, 10, 3))
    made = PrintingPresenter(books.door(), TEXTS)
    made.load()
    return made


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        (Order.NUMBER, ["1001", "1002", "1003"]),
        (Order.CUSTOMER, ["1003", "1002", "1001"]),
        (Order.POSTCODE, ["1002", "1001", "1003"]),
    ],
)
def test_the_file_is_in_the_chosen_order(
    books: Books, joined: list[Any], order: Order, wanted: list[str]
) -> None:
    page = printing(books)
    page.sort_by(order)
    assert page.verb == "Kokoa 3 laskua tiedostoksi"
    page.make()
    assert joined == [*wanted, False]
    assert (page.paper, page.is_working) == (b"%PDF", False)


def test_ticked_ones_alone_and_only_those_by_post(books: Books, joined: list[Any]) -> None:
    page = printing(books)
    page.form.pick("by_post", value=True)
    assert [row.cells["number"] for row in page.table.visible] == ["1001", "1003"]
    page.ticks.turn(page.table.visible[1].id)
    page.form.pick("both_sides", value=True)
    page.make()
    assert joined == ["1003", True]


def test_another_period_is_read_and_a_wrong_one_makes_nothing_of_it(books: Books) -> None:
    page = printing(books)
    page.form.type("first", "1.10.2026")
    assert len(page.table.visible) == 4
    page.form.type("last", "1.9.2026")
    assert page.period is None
    assert len(page.table.visible) == 4


def test_the_real_papers_are_joined_and_stopping_leaves_nothing(books: Books) -> None:
    page = printing(books)
    content = papers.invoice_pdf(invoice(), make.unit(), TEXTS)
    with books.store.open_books() as opened:
        for kept in opened.invoices.all():
            opened.papers._papers[kept.id, "invoice"] = Paper(  # type: ignore[attr-defined]
                of=kept.id, kind="invoice", name="x.pdf", content=content, made_at=MORNING
            )
        opened.commit()
    page.make()
    assert len(pages(page.paper)) == 3


class Stopping:
    """Progress that is stopped at once."""

    def step(self, done: int, of: int, what: str = "") -> None:  # noqa: ARG002 - as the protocol has it
        raise InterruptedError


def test_joining_stops_at_its_step() -> None:
    content = papers.invoice_pdf(invoice(), make.unit(), TEXTS)
    progress: Progress = Stopping()
    with pytest.raises(InterruptedError):
        put_together([(content,)] * 3, lambda at: progress.step(at, 3))
    assert len(pages(put_together([(content,)] * 3, lambda _at: None, own_sheets=False))) == 3
    assert len(pages(put_together([(content,)] * 3, lambda _at: None))) == 6
