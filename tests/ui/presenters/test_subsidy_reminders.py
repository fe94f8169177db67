"""Wage subsidies on the first screen and among the reports; no Qt."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from subcontract.actions.act import Permission
from subcontract.clock import standing_at
from subcontract.days import DateRange
from subcontract.money import Money
from subcontract.payout.wage_records import PayCode
from subcontract.payout.wages.lines import difference
from subcontract.people.staff import Role
from tests import make, make_benefits, subsidy_world
from tests.fakes import MemoryStore
from tests.seat import plain
from tests.subsidy_world import DECISION, NOVEMBER, OCTOBER
from ui.presenters.direct import DirectDoor
from ui.presenters.reports.reports import Report, ReportsPresenter
from ui.presenters.today.cards import Card
from ui.presenters.today.today import TodayPresenter
from ui.presenters.tone import Tone
from ui.texts import CatalogueTexts

TEXTS = CatalogueTexts("fi")
LIISA = make.client(number=1)
EMIL = make.client(number=2, first_name="Emil", last_name="Berg")
CLAIMS, DECISIONS = "clients/subsidy/claims", "clients/subsidy/decisions"


@pytest.fixture
def store() -> MemoryStore:
    """Somebody with claims of August (sent) and September (made), who has worked every month."""
    made = make.store()

    def write(books: Any) -> None:
        books.clients.add(LIISA)
        books.clients.add(EMIL)
        subsidy_world.fill(books, LIISA)
        for day in (date(2026, 8, 20), date(2026, 9, 10), date(2026, 10, 1), date(2026, 10, 20)):
            books.entries.add(make.entry(client=LIISA.id, day=day))
        books.entries.add(make.entry(client=LIISA.id, day=date(2026, 11, 10)))

    made.fill(write)
    return made


def door(store: MemoryStore, *roles: Role, on: date = make.TODAY) -> DirectDoor:
    worker = make.worker(*roles or (Role.CLERK,))
    return DirectDoor(store.open_books, store.open_lists, standing_at(on), worker)


def cards(store: MemoryStore, *roles: Role, on: date = make.TODAY) -> list[Card]:
    today = TodayPresenter(door(store, *roles, on=on), TEXTS)
    today.load()
    return [card for card in today.cards if card.screen.startswith("clients/subsidy")]


def change(store: MemoryStore, **fields: Any) -> None:
    with store.open_books() as books:
        decision = books.pay.subsidy_decisions.get(DECISION)
        books.pay.subsidy_decisions.save(replace(decision, **fields))
        books.commit()


def test_months_to_claim_lead_to_the_clients_claims(store: MemoryStore) -> None:
    (card,) = cards(store)
    assert card.what == "2 kuukautta palkkatukea haettavana"
    assert (card.whom, card.when) == (LIISA.name, "viimeistään 31.12.2026")
    assert (card.screen, card.record, card.tone) == (CLAIMS, LIISA.id, Tone.INFO)


def test_it_becomes_urgent_and_then_late(store: MemoryStore) -> None:
    (soon,) = cards(store, on=date(2026, 12, 1))
    assert (soon.tone, soon.what) == (Tone.ATTENTION, "3 kuukautta palkkatukea haettavana")
    late = cards(store, on=date(2027, 1, 1))[0]
    assert (late.tone, late.when) == (Tone.WRONG, "viimeinen päivä oli 31.12.2026")
    assert late.what == "1 kuukauden palkkatuki jäi hakematta ajoissa"


def test_a_claim_passed_by_a_change_is_to_be_corrected(store: MemoryStore) -> None:
    def write(books: Any) -> None:
        run = subsidy_world.pay_run(LIISA, NOVEMBER, at=50)
        line = difference(PayCode.HOURS, subsidy_world.AUGUST, Money(-20))
        books.pay_runs.add(run)
        books.payouts.add(make_benefits.payout(line, client=LIISA.id, pay_run=run.id, month=NOVEMBER))

    store.fill(write)
    card = next(one for one in cards(store) if one.what.startswith("1 palkkatuen"))
    assert (card.when, card.screen, card.record) == ("palkka on muuttunut", CLAIMS, LIISA.id)


def test_an_extension_is_reminded_of_until_it_is_applied_for(store: MemoryStore) -> None:
    change(store, days=DateRange(date(2026, 8, 3), date(2026, 12, 31)))
    card = next(one for one in cards(store) if one.screen == DECISIONS)
    assert card.what == "1 palkkatuki päättyy: hae jatkoa ennen sitä"
    assert (card.when, card.record, card.tone) == ("viimeistään 30.12.2026", LIISA.id, Tone.ATTENTION)
    last = next(one for one in cards(store, on=date(2026, 12, 31)) if one.screen == DECISIONS)
    assert (last.when, last.tone) == ("viimeinen päivä oli 30.12.2026", Tone.WRONG)
    change(store, extension_applied=date(2026, 11, 20))
    assert [one for one in cards(store) if one.screen == DECISIONS] == []


def test_a_break_of_a_month_is_told(store: MemoryStore) -> None:
    card = next(one for one in cards(store, on=date(2026, 12, 15)) if "keskeytys" in one.what)
    assert (card.when, card.screen) == ("ei työtä eikä palkkaa 11.11.2026 alkaen", CLAIMS)


@pytest.mark.parametrize("role", [Role.WORK_COACH, Role.AUDITOR, Role.PEER_COACH])
def test_who_may_not_claim_is_not_reminded(store: MemoryStore, role: Role) -> None:
    assert cards(store, role) == []


def test_a_client_of_another_unit_or_no_longer_active_has_no_card(store: MemoryStore) -> None:
    with store.open_books() as books:
        books.clients.save(replace(books.clients.get(LIISA.id), active=False))
        books.commit()
    assert cards(store) == []


# --- the report ------------------------------------------------------------------------------


def report(store: MemoryStore, *roles: Role, months: int = 1) -> ReportsPresenter:
    made = ReportsPresenter(door(store, *roles), TEXTS)
    made.months = months
    made.load()
    made.show(Report.SUBSIDIES)
    return made


def test_the_months_claims_stand_in_one_place(store: MemoryStore) -> None:
    reports = report(store)
    (row,) = reports.table.visible
    assert (row.cells["name"], row.cells["month"]) == (LIISA.name, OCTOBER)
    assert (row.cells["state"].text, row.cells["due"]) == ("Haettava", date(2027, 1, 31))  # type: ignore[attr-defined]
    three = report(store, months=3)
    assert [one.cells["sent"] for one in three.table.visible] == [date(2026, 9, 11), None, None]
    assert plain(three.table.totals()["amount"]) == "1 458,24 €"
    assert three.file_name == "palkkatuet-2026-08-2026-10.csv"
    lines = plain(three.csv().decode("utf-8-sig")).splitlines()
    assert len(lines) == 4
    assert "710,64" in lines[1]


def test_a_row_leads_to_the_clients_claims(store: MemoryStore) -> None:
    reports = report(store)
    went: list[tuple[str, UUID | None]] = []
    reports.on_go = lambda screen, record: went.append((screen, record))
    reports.table.select(reports.table.visible[0].id)
    reports.table.open()
    assert went == [(CLAIMS, LIISA.id)]


def test_the_report_is_for_who_may_see_pay(store: MemoryStore) -> None:
    assert Report.SUBSIDIES in report(store).shown
    auditor = report(store, Role.AUDITOR)
    assert not auditor.may(Permission.SEE_PAY)
    assert Report.SUBSIDIES not in auditor.shown
    assert auditor.tables[Report.SUBSIDIES].visible == ()
