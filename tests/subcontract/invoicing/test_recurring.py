"""Invoices that come again: their days, their drafts, none twice, all taken back as one."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

from subcontract import ids
from subcontract.actions.act import Undo
from subcontract.actions.make_recurring import MakeRecurringDrafts, make_recurring_drafts
from subcontract.actions.save_recurring import SaveRecurring, save_recurring
from subcontract.days import DateRange
from subcontract.ids import RecurringInvoiceId
from subcontract.invoicing.records import Draft, LineKind
from subcontract.invoicing.recurring import (
    RecurringInvoice,
    RecurringLine,
    due_periods,
    has_ended,
    later,
    period_of,
)
from subcontract.money import Money
from subcontract.people.staff import Role
from subcontract.problems import Code, Problem, Refused
from tests import make
from tests.billing_office import Office, refusal
from ui.texts import CatalogueTexts

LINE = RecurringLine(text="Tilojen siivous", quantity=Decimal(1), unit="kk", unit_price=Decimal("250.00"))


def recurring(office: Office, **fields: Any) -> RecurringInvoice:
    default = RecurringInvoice(
        id=RecurringInvoiceId(ids.new()),
        unit=make.UNIT,
        customer=office.customer.id,
        name="Siivous",
        lines=(LINE,),
        next_day=date(2026, 10, 31),
    )
    return replace(default, **fields)


def kept(office: Office, **fields: Any) -> RecurringInvoice:
    one = recurring(office, **fields)
    office.do(save_recurring, SaveRecurring(recurring=one))
    return one


def stored(office: Office, one: RecurringInvoice) -> RecurringInvoice:
    with office.store.open_lists() as lists:
        return lists.invoicing.recurring.get(one.id)


def drafts(office: Office) -> tuple[Draft, ...]:
    with office.store.open_lists() as lists:
        return lists.drafts.all()


def make_all(office: Office, *only: RecurringInvoiceId) -> Any:
    return office.do(make_recurring_drafts, MakeRecurringDrafts(texts_in=CatalogueTexts, only=only))


@pytest.fixture
def office() -> Office:
    return Office()


# --- days ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-02-28", 1, "2026-03-31"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-03-31", 1, "2026-04-30"),
        ("2026-04-30", -1, "2026-03-31"),
        ("2026-01-15", 1, "2026-02-15"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-12-31", 12, "2027-12-31"),
        ("2026-01-27", 1, "2026-02-27"),
    ],
)
def test_from_the_last_day_of_a_month_to_the_last(day: str, months: int, expected: str):
    assert later(date.fromisoformat(day), months) == date.fromisoformat(expected)


def test_ten_years_of_month_ends_never_slip():
    day = date(2026, 1, 31)
    for _ in range(120):
        day = later(day, 1)
    assert day == date(2036, 1, 31)


def test_the_period_ends_on_the_day_and_begins_after_the_one_before(office: Office):
    assert period_of(recurring(office, months=1)) == DateRange(date(2026, 10, 1), date(2026, 10, 31))
    quarter = recurring(office, months=3, next_day=date(2026, 2, 28))
    assert period_of(quarter) == DateRange(date(2025, 12, 1), date(2026, 2, 28))
    middle = recurring(office, months=2, next_day=date(2026, 3, 15))
    assert period_of(middle) == DateRange(date(2026, 1, 16), date(2026, 3, 15))


def test_periods_follow_each_other_without_a_gap(office: Office):
    one = recurring(office, next_day=date(2026, 1, 31))
    periods = list(due_periods(one, date(2026, 11, 20)))
    assert len(periods) == 10
    for before, after in pairwise(periods):
        assert (after.first - before.last).days == 1


def test_no_period_ends_after_the_last_day(office: Office):
    one = recurring(office, last_day=date(2026, 11, 29))
    assert [period.last for period in due_periods(one, date(2027, 5, 1))] == [date(2026, 10, 31)]
    assert has_ended(replace(one, next_day=date(2026, 11, 30)))
    assert has_ended(replace(one, active=False))


# --- drafts --------------------------------------------------------------------------------------


def test_a_draft_is_made_of_each_period_that_has_ended_and_none_twice(office: Office):
    one = kept(office, next_day=date(2026, 9, 30), order_number="K-1", note="Kiitos")
    done = make_all(office)
    assert done.facts["made"] == 2
    september, october = drafts(office)
    assert september.period == DateRange(date(2026, 9, 1), date(2026, 9, 30))
    assert october.period.last == date(2026, 10, 31)
    line = october.lines[0]
    assert (line.kind, line.text, line.vat, line.net) == (
        LineKind.OTHER,
        "Tilojen siivous",
        "25.5",
        Money("250.00"),
    )
    assert (october.order_number, october.note) == ("K-1", "Kiitos")
    assert stored(office, one).next_day == date(2026, 11, 30)
    ask = MakeRecurringDrafts(texts_in=CatalogueTexts)
    assert refusal(office, make_recurring_drafts, ask) is Code.NOTHING_TO_DO


def test_all_of_it_is_taken_back_as_one_and_done_again(office: Office):
    one = kept(office, next_day=date(2026, 9, 30))
    undo = make_all(office).undo
    for expected, day in ((0, 9), (2, 11), (0, 9)):
        assert isinstance(undo, Undo)
        undo = office.do(undo.action, undo.ask).undo
        assert (len(drafts(office)), stored(office, one).next_day.month) == (expected, day)


def test_vat_is_that_of_the_end_of_the_period(office: Office):
    """A continuous service by the end of its settlement period (AVL 15 §)."""
    office.at = datetime(2024, 10, 1, 8, tzinfo=UTC)
    kept(office, months=2, next_day=date(2024, 8, 31))
    kept(office, months=2, next_day=date(2024, 9, 30))
    make_all(office)
    assert [draft.lines[0].vat for draft in drafts(office)] == ["24", "25.5"]


def test_what_cannot_be_drafted_stays_and_is_told(office: Office):
    other = make.customer(number=7, business_id="")
    office.store.fill(lambda books: books.customers.add(other))
    bad = kept(office, customer=other.id, lines=(replace(LINE, vat_class="AE"),))
    good = kept(office)
    done = make_all(office)
    assert done.facts["made"] == 1
    assert done.facts["left"] == ((bad.id, Problem(code=Code.BUYER_VAT_ID_NEEDED)),)
    assert stored(office, bad).next_day == date(2026, 10, 31)
    assert stored(office, good).next_day == date(2026, 11, 30)
    ask = MakeRecurringDrafts(texts_in=CatalogueTexts, only=(bad.id,))
    assert refusal(office, make_recurring_drafts, ask) is Code.BUYER_VAT_ID_NEEDED


def test_only_those_asked_for_are_made(office: Office):
    kept(office)
    wanted = kept(office, name="Posti")
    make_all(office, wanted.id)
    assert len(drafts(office)) == 1


def test_an_exempt_line_brings_its_ground(office: Office):
    kept(office, lines=(replace(LINE, vat_class="E:VATEX-EU-135-1"),))
    make_all(office)
    assert (drafts(office)[0].exemption_code, drafts(office)[0].exemption) == (
        "VATEX-EU-135-1",
        "kiinteistön vuokraus, AVL 27 §",
    )


def test_a_name_that_came_to_be_a_clients_makes_no_draft(office: Office):
    kept(office, lines=(replace(LINE, text="Uuno Uusi siivoaa"),))
    office.store.fill(
        lambda books: books.clients.add(make.client(number=9, first_name="Uuno", last_name="Uusi"))
    )
    ask = MakeRecurringDrafts(texts_in=CatalogueTexts)
    assert refusal(office, make_recurring_drafts, ask) is Code.NAMES_A_CLIENT


# --- saving --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"name": ""}, Code.REQUIRED, "name"),
        ({"lines": ()}, Code.REQUIRED, "lines"),
        ({"lines": (LINE, replace(LINE, text=""))}, Code.REQUIRED, "lines.1.text"),
        ({"lines": (replace(LINE, unit_price=Decimal(-1)),)}, Code.NEGATIVE, "lines.0.unit_price"),
        ({"lines": (replace(LINE, vat_class="X"),)}, Code.UNKNOWN_VALUE, "lines.0.vat_class"),
        ({"months": 5}, Code.UNKNOWN_VALUE, "months"),
        ({"next_day": date(2026, 10, 30)}, Code.DAY_NOT_IN_EVERY_MONTH, "next_day"),
        ({"next_day": date(2026, 1, 28)}, Code.DAY_NOT_IN_EVERY_MONTH, "next_day"),
        ({"name": "Liisa Aalto"}, Code.NAMES_A_CLIENT, "name"),
        ({"note": "t. Liisa Aalto"}, Code.NAMES_A_CLIENT, "note"),
        ({"order_number": "L. Aalto"}, Code.NAMES_A_CLIENT, "order_number"),
        ({"lines": (replace(LINE, text="Liisa Aalto siivoaa"),)}, Code.NAMES_A_CLIENT, "lines.0.text"),
    ],
)
def test_what_is_wrong_stands_beside_its_field(
    office: Office, changes: dict[str, Any], code: Code, field: str
):
    with pytest.raises(Refused) as refused:
        office.do(save_recurring, SaveRecurring(recurring=recurring(office, **changes)))
    assert [(one.code, one.field) for one in refused.value.problems] == [(code, field)]


def test_it_belongs_to_a_customer_who_orders_and_to_its_own_job(office: Office):
    job = make.job(number=9)
    office.store.fill(lambda books: books.jobs.add(job))
    ask = SaveRecurring(recurring=recurring(office, job=job.id))
    assert refusal(office, save_recurring, ask) is Code.NOT_FOUND
    assert kept(office, job=office.job.id).job == office.job.id
    office.store.fill(lambda books: books.customers.save(replace(office.customer, active=False)))
    ask = SaveRecurring(recurring=recurring(office))
    assert refusal(office, save_recurring, ask) is Code.WRONG_STATE
    assert refusal(office, save_recurring, ask, Role.WORK_COACH) is Code.NOT_ALLOWED


def test_saving_is_taken_back_unless_it_was_changed_since(office: Office):
    one = recurring(office)
    undo = office.do(save_recurring, SaveRecurring(recurring=one)).undo
    assert undo
    redo = office.do(undo.action, undo.ask).undo
    with office.store.open_lists() as lists:
        assert not lists.invoicing.recurring.all()
    assert redo
    office.do(redo.action, redo.ask)
    changed = office.do(save_recurring, SaveRecurring(recurring=replace(one, name="Toinen")))
    assert stored(office, one).name == "Toinen"
    assert refusal(office, undo.action, undo.ask) is Code.CHANGED_ELSEWHERE
    assert changed.undo
    office.do(changed.undo.action, changed.undo.ask)
    assert stored(office, one).name == "Siivous"
    same = office.do(save_recurring, SaveRecurring(recurring=stored(office, one)))
    assert (same.changed, same.undo) == (frozenset(), None)
