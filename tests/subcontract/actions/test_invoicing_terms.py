from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from subcontract import ids
from subcontract.actions.perform import perform
from subcontract.actions.save_invoicing_terms import (
    RemoveReferenceRate,
    SaveInvoicingTerms,
    SaveReferenceRate,
    remove_reference_rate,
    save_invoicing_terms,
    save_reference_rate,
)
from subcontract.clock import standing_at
from subcontract.ids import InvoicingTermsId, ReferenceRateId
from subcontract.invoicing.collecting.reference_rates import ReferenceRate, half_year, yearly_rate
from subcontract.invoicing.terms import BookedOn, DayCount, InvoicingTerms, SalesAccount
from subcontract.money import Money
from subcontract.people.staff import Role
from subcontract.problems import Code, Refused
from subcontract.rules import InterestAct
from tests import make
from tests.fakes import MemoryStore

CLOCK = standing_at(make.TODAY)
TERMS = InvoicingTerms(id=InvoicingTermsId(ids.new()), unit=make.UNIT)
RATE = ReferenceRate(
    id=ReferenceRateId(ids.new()),
    unit=make.UNIT,
    first=date(2026, 7, 1),
    rate=Decimal("2.5"),
    source="Suomen Pankin ilmoitus 654/2026",
    by=make.MANAGER,
    at=CLOCK.now(),
)


def saved(store: MemoryStore, terms: InvoicingTerms, *roles: Role) -> InvoicingTerms | None:
    who = make.worker(*roles)
    perform(save_invoicing_terms, SaveInvoicingTerms(terms=terms), store.open_books, CLOCK, who)
    with store.open_lists() as lists:
        return lists.invoicing.terms.find(terms.id)


def refusal(terms: InvoicingTerms, *roles: Role) -> list[tuple[Code, str]]:
    with pytest.raises(Refused) as caught:
        saved(make.store(), terms, *(roles or (Role.MANAGER,)))
    return [(one.code, one.field) for one in caught.value.problems]


def test_terms_are_saved_changed_and_taken_back() -> None:
    store = make.store()
    first = saved(store, TERMS, Role.CLERK)
    assert first == TERMS
    done = perform(
        save_invoicing_terms,
        SaveInvoicingTerms(terms=replace(TERMS, day_count=DayCount.THIRTY_360, reminder_text=" Soita! ")),
        store.open_books,
        CLOCK,
        make.worker(),
    )
    with store.open_lists() as lists:
        changed = lists.invoicing.terms.get(TERMS.id)
    assert (changed.day_count, changed.reminder_text) == (DayCount.THIRTY_360, "Soita!")
    assert done.undo is not None
    perform(done.undo.action, done.undo.ask, store.open_books, CLOCK, make.worker())
    with store.open_lists() as lists:
        assert lists.invoicing.terms.get(TERMS.id).day_count is DayCount.ACTUAL_365


def test_a_unit_has_one_record_of_terms() -> None:
    store = make.store()
    saved(store, TERMS)
    with pytest.raises(Refused) as caught:
        saved(store, replace(TERMS, id=InvoicingTermsId(ids.new())))
    assert caught.value.code is Code.CHANGED_ELSEWHERE


def test_every_fault_stands_beside_its_field() -> None:
    wrong = replace(
        TERMS,
        fee_business=Money("12.01"),
        fee_consumer=Money("5.01"),
        first_reminder_days=0,
        next_reminder_days=6,
        standard_compensation=True,
        accounts=(
            BookedOn(account=SalesAccount.BANK, number="1910"),
            BookedOn(account=SalesAccount.BANK, number="1911"),
        ),
    )
    assert refusal(wrong) == [
        (Code.TOO_LARGE, "fee_business"),
        (Code.TOO_LARGE, "fee_consumer"),
        (Code.TOO_SMALL, "first_reminder_days"),
        (Code.TOO_SMALL, "next_reminder_days"),
        (Code.COMPENSATION_NOT_ALLOWED, "standard_compensation"),
        (Code.TWICE_IN_LIST, "accounts.bank"),
    ]


def test_the_compensation_goes_with_4_a() -> None:
    terms = replace(TERMS, standard_compensation=True, interest_act=InterestAct.COMMERCIAL)
    assert saved(make.store(), terms) == terms


def test_reminders_name_no_client_and_coaches_save_nothing() -> None:
    store = make.store()
    client = make.client()
    with store.open_books() as books:
        books.clients.add(client)
        books.commit()
    text = f"Kysy: {client.first_name} {client.last_name}"
    with pytest.raises(Refused) as caught:
        saved(store, replace(TERMS, reminder_text=text))
    assert (caught.value.code, caught.value.problems[0].field) == (Code.NAMES_A_CLIENT, "reminder_text")
    assert refusal(TERMS, Role.JOB_COACH) == [(Code.NOT_ALLOWED, "")]


# --- reference rates


def test_a_typed_rate_fills_a_gap_of_the_rule() -> None:
    with pytest.raises(Refused) as caught:
        yearly_rate(InterestAct.GENERAL, date(2026, 8, 1))
    assert caught.value.code is Code.RATE_UNKNOWN
    assert caught.value.problems[0].facts["last"] == date(2026, 12, 31)
    found = yearly_rate(InterestAct.COMMERCIAL, date(2026, 8, 1), (RATE,))
    assert (found.value, found.source) == (Decimal("10.5"), RATE.source)
    assert (found.valid_from, found.valid_to) == (date(2026, 7, 1), date(2026, 12, 31))


def test_what_the_rule_knows_is_never_taken_from_the_user() -> None:
    typed = replace(RATE, first=date(2025, 1, 1), rate=Decimal(20))
    assert yearly_rate(InterestAct.GENERAL, date(2025, 3, 1), (typed,)).value == Decimal("10.5")


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [("2026-01-01", "2026-01-01", "2026-06-30"), ("2026-06-30", "2026-01-01", "2026-06-30"),
     ("2026-07-01", "2026-07-01", "2026-12-31"), ("2026-12-31", "2026-07-01", "2026-12-31")],
)  # fmt: skip
def test_half_years(day: str, first: str, last: str) -> None:
    half = half_year(date.fromisoformat(day))
    assert (half.first.isoformat(), half.last.isoformat()) == (first, last)


def write_in(store: MemoryStore, rate: ReferenceRate) -> None:
    perform(save_reference_rate, SaveReferenceRate(rate=rate), store.open_books, CLOCK, make.worker())


def test_a_rate_is_written_in_once_and_can_be_taken_away() -> None:
    store = make.store()
    write_in(store, RATE)
    with pytest.raises(Refused) as caught:
        write_in(store, replace(RATE, id=ReferenceRateId(ids.new())))
    assert (caught.value.code, caught.value.problems[0].field) == (Code.ALREADY_EXISTS, "first")
    write_in(store, replace(RATE, rate=Decimal(3)))
    with store.open_lists() as lists:
        (kept,) = lists.invoicing.reference_rates.all()
    assert (kept.rate, kept.by) == (Decimal(3), make.MANAGER)
    ask = RemoveReferenceRate(rate=RATE.id)
    done = perform(remove_reference_rate, ask, store.open_books, CLOCK, make.worker())
    with store.open_lists() as lists:
        assert not lists.invoicing.reference_rates.all()
    assert done.undo is not None
    perform(done.undo.action, done.undo.ask, store.open_books, CLOCK, make.worker())
    with store.open_lists() as lists:
        assert len(lists.invoicing.reference_rates.all()) == 1


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"first": date(2026, 8, 1)}, (Code.NOT_A_HALF_YEAR, "first")),
        ({"first": date(2026, 1, 1)}, (Code.RATE_KNOWN, "first")),
        ({"rate": Decimal(-1)}, (Code.NEGATIVE, "rate")),
        ({"rate": Decimal(31)}, (Code.TOO_LARGE, "rate")),
        ({"rate": Decimal("2.555")}, (Code.TOO_MANY_DECIMALS, "rate")),
        ({"source": "  "}, (Code.REQUIRED, "source")),
    ],
)
def test_a_rate_that_cannot_be(change: dict[str, object], problem: tuple[Code, str]) -> None:
    with pytest.raises(Refused) as caught:
        write_in(make.store(), replace(RATE, **change))  # type: ignore[arg-type]
    assert [(one.code, one.field) for one in caught.value.problems] == [problem]
