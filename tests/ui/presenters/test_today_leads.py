"""Where the first screen leads, and who it says is coming."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from subcontract import ids
from subcontract.clock import standing_at
from subcontract.days import DateRange
from subcontract.hours.entry import Attendance
from subcontract.ids import EntryId, PayoutId, PayRunId
from subcontract.money import Money
from subcontract.papers.wording import source
from subcontract.payout import lines
from subcontract.payout.records import Ledger, Payout, PayoutLine
from subcontract.people.client import Absence, AbsenceKind
from subcontract.people.staff import Role
from tests import make
from tests.fakes import MemoryStore
from tests.ui.presenters.test_money_screens import CUSTOMER, JOB, LIISA, OCTOBER, TEXTS, door, drafted, entry
from ui.presenters.direct import DirectDoor
from ui.presenters.pay.runs import PayRunsPresenter
from ui.presenters.today.today import TodayPresenter
from ui.presenters.working import step_of, steps_of_payout

SHIFT = make.shift(job=JOB.id, day=make.TODAY)


@pytest.fixture
def store() -> MemoryStore:
    """A centre with one entry that waits for its invoice."""
    made = make.store()

    def write(books: Any) -> None:
        books.clients.add(LIISA)
        books.customers.add(CUSTOMER)
        books.jobs.add(JOB)
        books.tariffs.add(make.tariff())
        books.entries.add(entry())

    made.fill(write)
    return made


def today_with(*writes: Callable[[Any], object]) -> TodayPresenter:
    store = make.store()

    def plan(books: Any) -> None:
        books.jobs.add(JOB)
        books.clients.add(LIISA)
        books.shifts.add(SHIFT)
        books.assignments.add(make.assignment(SHIFT, LIISA))

    store.fill(plan)
    for write in writes:
        store.fill(write)
    made = TodayPresenter(door(store), TEXTS)
    made.load()
    return made


def names(today: TodayPresenter) -> list[str]:
    return [face.name for face in today.shifts[0].people]


def test_who_is_known_to_be_away_is_marked_and_not_counted() -> None:
    sick = Absence(days=DateRange(make.TODAY, make.TODAY), kind=AbsenceKind.SICK)
    other = make.client(number=2, first_name="Emil", last_name="Berg", absences=(sick,))
    today = today_with(
        lambda books: books.clients.add(other),
        lambda books: books.assignments.add(make.assignment(SHIFT, other)),
    )
    assert names(today) == ["Liisa", "Emil (poissa)"]
    assert today.shifts_words.replace("\xa0", " ") == "1 työvuoro, 1 asiakas"


def test_what_was_recorded_goes_before_what_was_known() -> None:
    away = make.entry(
        client=LIISA.id,
        job=JOB.id,
        shift=SHIFT.id,
        attendance=Attendance.AWAY,
        start=None,
        end=None,
        minutes=0,
    )
    assert names(today_with(lambda books: books.entries.add(away))) == ["Liisa (poissa)"]


def test_late_invoices_lead_to_their_reminders(store: MemoryStore) -> None:
    def lead() -> tuple[str, bool]:
        late = standing_at(make.TODAY + timedelta(days=60))
        today = TodayPresenter(
            DirectDoor(store.open_books, store.open_lists, late, make.worker(Role.CLERK)), TEXTS
        )
        today.load()
        card = next(card for card in today.cards if "myöhässä" in card.what)
        return card.screen, card.record is not None

    drafted(store).draft.issue()
    assert lead() == ("invoices/reminders", False)
    store.fill(lambda books: books.entries.add(entry(day=date(2026, 10, 2))))
    drafted(store).draft.issue()
    assert lead() == ("invoices/reminders", False)


def test_who_may_not_calculate_is_told_so() -> None:
    runs = PayRunsPresenter(door(make.store(), make.worker(Role.WORK_COACH)), TEXTS)
    runs.load()
    runs.open_month(OCTOBER)
    runs.calculate()
    assert runs.notice is not None
    assert "oikeutta" in runs.notice.text


def paid(tax_free: str) -> Payout:
    """Somebody's payout of October."""
    return Payout(
        id=PayoutId(ids.new()),
        pay_run=PayRunId(ids.new()),
        client=LIISA.id,
        ledger=Ledger.ALLOWANCE,
        month=OCTOBER,
        days=15,
        minutes=2835,
        pieces=0,
        tax_free=Money(tax_free),
    )


def test_the_taxable_part_is_told_in_euros_under_the_sum() -> None:
    payout = replace(paid("166.93"), taxable=Money("19.67"))
    told = [(step.what, step.amount.replace("\xa0", " ")) for step in steps_of_payout(payout, TEXTS)]
    assert told[-2:] == [
        ("Siitä verotonta", "166,93 €"),
        ("Siitä veronalaista, ennen ennakonpidätystä", "19,67 €"),
    ]
    assert len(steps_of_payout(replace(payout, taxable=Money(0)), TEXTS)) == 1


def test_an_empty_day_says_so():
    today = TodayPresenter(door(make.store(), make.worker(Role.AUDITOR)), TEXTS)
    today.load()
    assert today.cards == ()
    assert today.nothing_to_do
    assert today.shifts_words == "Tänään ei ole työvuoroja."


def test_a_share_of_a_pot_is_told_with_the_pot_and_not_as_a_product() -> None:
    share = PayoutLine(
        what=lines.POT_SHARE,
        day=date(2026, 10, 6),
        basis=Decimal(2310),
        basis_unit=lines.MINUTES,
        rate=Decimal("300.00"),
        amount=Money("10.59"),
        rule=lines.POT_RULE,
        source="Potti",
    )
    step = steps_of_payout(replace(paid("10.59"), lines=(share,)), TEXTS)[0]
    told = (step.basis.replace("\xa0", " "), step.rate, step.amount.replace("\xa0", " "))
    assert told == ("38 t 30 min, ryhmän summa 300,00 €", "", "10,59 €")


def test_hours_of_several_days_are_not_told_as_one_days_work() -> None:
    def of(*entries: EntryId, wage: bool = True) -> str:
        line = PayoutLine(
            what=lines.POT_SHARE,
            day=date(2026, 10, 1),
            basis=Decimal(1560),
            amount=Money(338),
            entries=entries,
        )
        return step_of(line, TEXTS, wage=wage).what

    assert of(EntryId(ids.new())).startswith("to 1.10.2026 · ")
    two = EntryId(ids.new()), EntryId(ids.new())
    assert of(*two).startswith("1.10.2026 alkaen · ")
    assert of(*two, wage=False).startswith("to 1.10.2026 · ")  # an allowance is paid by the day


def test_where_a_rule_was_read_is_told_in_the_language_of_the_reader() -> None:
    kept = "vuosilomalaki 162/2005 16 §; Finlex, statutes read to 2025-02-21"
    assert source(TEXTS, kept) == "vuosilomalaki 162/2005 16 §; Finlex, säädökset luettu 21.2.2025 asti"
    assert source(TEXTS, "TSL 2:15") == "TSL 2:15"
    two = "STMa 1020/2025; JuEL 81/2016 168 §; Finlex, consolidated text read to 2026-08-17"
    assert (
        source(TEXTS, two)
        == "STMa 1020/2025; JuEL 81/2016 168 §; Finlex, ajantasainen teksti luettu 17.8.2026 asti"
    )
    read_twice = "OTL 1 §; Finlex, consolidated text read to 2026-08-17; nettopalkka.fi"
    assert source(TEXTS, read_twice).endswith(
        "Finlex, ajantasainen teksti luettu 17.8.2026 asti; nettopalkka.fi"
    )
