"""What is said of pay days that moved or have gone, of a reopened payout that was reported, and of months."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from subcontract.clock import standing_at
from subcontract.days import DateRange, Month
from subcontract.money import total
from subcontract.payout.records import Ledger, PayRun
from subcontract.payout.wage_records import HandOverKind
from subcontract.payout.warnings import PayWarning
from subcontract.people.client import FormOfWork, FormOfWorkSpan
from tests import make
from tests.fakes import MemoryStore
from tests.seat import plain
from tests.ui.presenters.test_pay_files import pick
from tests.ui.presenters.test_wage_runs import (
    BOTH,
    LIISA,
    OCTOBER,
    TEXTS,
    approved,
    clerk,
    door,
    store,
    wages,
)
from ui.presenters.direct import DirectDoor
from ui.presenters.pay.days import about_pay_day
from ui.presenters.pay.reading import read_runs
from ui.presenters.pay.runs import PayRunsPresenter
from ui.presenters.pay.words import gravest, warning_groups
from ui.presenters.today.today import TodayPresenter

__all__ = ["store"]
NOVEMBER = Month(2026, 11)


def run_of(store: MemoryStore, pay_day: date) -> PayRun:
    wages(store, clerk()).calculate()
    with store.open_lists() as lists:
        (run,) = lists.pay_runs.all()
    return replace(run, pay_day=pay_day)


def test_the_usual_pay_day_that_is_off_moves_to_the_bank_day_before_and_is_said(store: MemoryStore) -> None:
    runs = wages(store, clerk())
    runs.calculate()
    assert runs.run is not None
    assert runs.run.pay_day == date(2026, 11, 13)
    told = plain(runs.about)
    assert "Maksupäivä 15.11.2026 ei ole pankkipäivä" in told
    assert "edeltävänä pankkipäivänä 13.11.2026" in told
    assert "Maksupäivä 13.11.2026 on jo mennyt: pankki voi maksaa aikaisintaan 23.11.2026." in told


@pytest.mark.parametrize(
    ("agreed", "paid"),
    [
        (date(2026, 12, 6), "4.12.2026"),  # Independence Day, a Sunday
        (date(2026, 12, 25), "23.12.2026"),  # Christmas Day, and its Eve
        (date(2026, 5, 1), "30.4.2026"),  # May Day
        (date(2027, 3, 26), "25.3.2027"),  # Good Friday
    ],
)
def test_an_agreed_day_on_a_holiday_is_said_to_move(store: MemoryStore, agreed: date, paid: str) -> None:
    (said,) = about_pay_day(run_of(store, agreed), agreed - timedelta(days=9), TEXTS)
    assert paid in said


def test_an_ordinary_day_that_is_still_to_come_needs_no_words(store: MemoryStore) -> None:
    assert not tuple(about_pay_day(run_of(store, date(2026, 12, 15)), date(2026, 12, 15), TEXTS))


def test_a_pay_day_that_has_gone_is_told_of_before_approval(store: MemoryStore) -> None:
    wages(store, clerk()).calculate()
    runs = wages(store)
    assert "on jo mennyt" in runs.question
    runs.approve()
    assert "on jo mennyt" not in runs.about


def test_paying_in_another_year_than_was_reckoned_is_warned_of(store: MemoryStore) -> None:
    (said,) = about_pay_day(run_of(store, date(2026, 12, 15)), date(2027, 1, 4), TEXTS)
    assert "pankki voi maksaa aikaisintaan 4.1.2027" in plain(said)
    assert "Kysy veroneuvojalta" in said


# --- a report that was sent ------------------------------------------------------------------


def reported(store: MemoryStore) -> PayRunsPresenter:
    def write(books: Any) -> None:
        (unit,) = books.units.all()
        books.units.save(replace(unit, phone="05 123 4567"))

    store.fill(write)
    approved(store)
    runs = wages(store, clerk())
    runs.files.open()
    runs.files.choose(HandOverKind.INCOMES_REGISTER)
    runs.files.make()
    runs.files.saved("/x")
    runs.files.close()
    return runs


def test_a_report_that_was_made_is_cancelled_by_hand_and_stays_said(store: MemoryStore) -> None:
    runs = reported(store)
    pick(runs, LIISA.name)
    runs.reopening.start()
    runs.reopening.form.type("reason", "Väärä palkka")
    assert runs.selected is not None
    report = runs.selected.id.hex
    assert "mitätöitävä käsin tulorekisterissä" in runs.reopening.question
    assert report in runs.reopening.question
    with store.open_lists() as lists:
        (handed,) = lists.pay.hand_overs.all()
        paper = lists.papers.find(handed.id, handed.kind)
    assert paper is not None
    assert report.encode() in paper.content
    later = wages(store, clerk())
    later.door = DirectDoor(store.open_books, store.open_lists, standing_at(date(2026, 11, 24)), clerk())
    later.reopening.runs = later
    pick(later, LIISA.name)
    later.reopening.start()
    later.reopening.form.type("reason", "Väärä palkka")
    later.reopening.do()
    assert f"mitätöi ilmoitus {report} käsin" in later.reopening.told


def test_a_reopened_payout_is_not_in_the_sum_that_is_paid(store: MemoryStore) -> None:
    approved(store)
    runs = wages(store, clerk())
    pick(runs, LIISA.name)
    assert runs.selected is not None
    before = total(payout.net for payout in runs.payouts)
    assert TEXTS.money(before) in runs.about
    runs.reopening.start()
    runs.reopening.form.type("reason", "Väärä palkka")
    runs.reopening.do()
    assert TEXTS.money(before - runs.selected.net) in runs.about


def test_what_the_bank_has_paid_cannot_be_reopened_and_the_card_says_why(store: MemoryStore) -> None:
    approved(store)
    runs = wages(store, clerk())
    pick(runs, LIISA.name)
    assert runs.reopening.can_reopen
    runs.files.open()
    runs.files.choose(HandOverKind.BANK_FILE)
    runs.files.make()
    runs.files.saved("/x")
    runs.files.tick()
    runs.files.close()
    pick(runs, LIISA.name)
    assert not runs.reopening.can_reopen
    assert runs.reopening.told == (
        "Maksettu: aineisto on täsmätty. Korjaa kirjaukset, niin erotus menee seuraavaan maksuajoon."
    )


def test_accounts_that_were_made_are_made_again(store: MemoryStore) -> None:
    approved(store)
    runs = wages(store, clerk())
    runs.files.open()
    runs.files.choose(HandOverKind.LEDGER)
    runs.files.make()
    runs.files.saved("/x")
    runs.files.close()
    pick(runs, LIISA.name)
    runs.reopening.start()
    runs.reopening.form.type("reason", "x")
    assert "Tee se tämän jälkeen uudelleen" in runs.reopening.question
    assert "tulorekisterissä" not in runs.reopening.question


# --- words and months of each ledger ---------------------------------------------------------


def test_hours_paid_in_the_other_ledger_are_called_by_its_name(store: MemoryStore) -> None:
    runs = wages(store, clerk())
    runs.calculate()
    (first, *_) = runs.payouts
    warned = replace(first, warnings=(PayWarning.PAID_ELSEWHERE,))
    (group,) = warning_groups([warned], TEXTS)
    assert "jo maksettu työosuusrahana" in group.sentence
    assert gravest(warned, TEXTS).text == "Maksettu työosuusrahana"
    other = replace(warned, ledger=Ledger.ALLOWANCE)
    assert "jo maksettu palkkana" in warning_groups([other], TEXTS)[0].sentence
    assert gravest(other, TEXTS).text == "Maksettu palkkana"


def employ_both(store: MemoryStore, form: FormOfWork = FormOfWork.EMPLOYMENT) -> None:
    forms = (FormOfWorkSpan(days=DateRange(date(2026, 1, 1)), form=form),)
    store.fill(lambda books: books.clients.save(replace(books.clients.get(BOTH.id), forms=forms)))


def whats(store: MemoryStore) -> list[str]:
    today = TodayPresenter(door(store, clerk()), TEXTS)
    today.load()
    return [plain(card.what) for card in today.cards]


def test_a_month_of_wages_alone_asks_for_no_allowance(store: MemoryStore) -> None:
    assert "Työosuusrahaa ei ole laskettu: lokakuu 2026" in whats(store)
    employ_both(store)
    assert "Työosuusrahaa ei ole laskettu: lokakuu 2026" not in whats(store)
    assert "Palkkoja ei ole laskettu: lokakuu 2026" in whats(store)
    with store.open_lists() as lists:
        assert read_runs(lists, make.UNIT, Ledger.ALLOWANCE, make.TODAY).missing == ()
        assert read_runs(lists, make.UNIT, Ledger.WAGE, make.TODAY).missing == (OCTOBER,)
    wages(store, clerk()).calculate()
    assert "Palkkoja ei ole laskettu: lokakuu 2026" not in whats(store)


def test_the_card_leads_to_the_month_of_its_ledger(store: MemoryStore) -> None:
    employ_both(store)
    today = TodayPresenter(door(store, clerk()), TEXTS)
    today.load()
    (card,) = (one for one in today.cards if "Palkkoja" in one.what)
    assert card.screen == "payouts/wage/2026-10"


def test_a_unit_of_employees_needs_no_tariff(store: MemoryStore) -> None:
    def write(books: Any) -> None:
        for tariff in books.tariffs.all():
            books.tariffs.remove(tariff)

    store.fill(write)
    employ_both(store, FormOfWork.ALLOWANCE)
    manager = TodayPresenter(door(store), TEXTS)
    manager.load()
    asked = TEXTS.say("No tariff is in force")
    assert asked in [card.what for card in manager.cards]
    employ_both(store)
    manager.load()
    assert asked not in [card.what for card in manager.cards]
