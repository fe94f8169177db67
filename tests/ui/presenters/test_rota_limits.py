"""Earnings limits on the rota: the warning in words, the light of a person, and what a work coach sees."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from subcontract.clock import standing_at
from subcontract.days import DateRange, Month
from subcontract.money import Money
from subcontract.people.client import Client, FormOfWork, FormOfWorkSpan
from subcontract.people.staff import Role
from subcontract.rota.shift import Shift
from tests import make, make_benefits
from tests.pay_office import Office
from tests.seat import plain
from ui.presenters.direct import DirectDoor
from ui.presenters.rota.rota import RotaPresenter
from ui.presenters.tables.table import Row
from ui.presenters.tone import Tone
from ui.texts import CatalogueTexts

PAID = (FormOfWorkSpan(days=DateRange(date(2026, 1, 1)), form=FormOfWork.EMPLOYMENT),)
MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
DECEMBER = Month(2026, 12)
"""When the work of November is paid. A morning of the tests gives 55,82 €."""


class Board:
    """Liisa has a pension and a wage; two shifts of the week wait for people."""

    def __init__(self, elsewhere: str, *, forms: Any = PAID, month: Month = DECEMBER) -> None:
        self.office = Office(liisa=make.client(number=1, forms=forms))
        liisa = self.office.liisa
        self.office.add("pay.employments", self.office.employment())
        self.office.add("pay.pensions", make_benefits.pension(client=liisa.id))
        earned = make_benefits.outside(client=liisa.id, month=month, amount=Money(elsewhere))
        self.office.add("pay.outside_earnings", earned)
        self.first = self.shift(MONDAY)
        self.second = self.shift(TUESDAY)

    def shift(self, day: date) -> Shift:
        shift = make.shift(day=day, job=self.office.job.id, coach=make.MANAGER)
        self.office.add("shifts", shift)
        return shift

    def put(self, shift: Shift, client: Client | None = None) -> None:
        self.office.add("assignments", make.assignment(shift, client or self.office.liisa))

    def shown(self, shift: Shift, *roles: Role) -> RotaPresenter:
        store = self.office.store
        door = DirectDoor(store.open_books, store.open_lists, standing_at(make.TODAY), make.worker(*roles))
        rota = RotaPresenter(door, CatalogueTexts("fi"))
        rota.load()
        rota.open(shift.id)
        return rota

    def row(self, rota: RotaPresenter) -> Row:
        tables = (rota.people.on, rota.people.others)
        return next(row for table in tables for row in table.rows if row.id == self.office.liisa.id)


def look(row: Row) -> tuple[str, Tone] | None:
    state: Any = row.cells["look"]
    return (plain(state.text), state.tone) if state else None


@pytest.mark.parametrize(
    ("elsewhere", "expected"),
    [
        ("100", ("Mahtuu rajaan", Tone.READY)),
        ("740", ("Lähellä ansaintarajaa", Tone.ATTENTION)),
        ("900", ("Aivan rajan alla", Tone.ATTENTION)),
        ("935.08", ("Tasan rajalla", Tone.ATTENTION)),
        ("935.09", ("Yli rajan", Tone.WRONG)),
    ],
)
def test_the_light_of_somebody_who_could_be_put_on(elsewhere: str, expected: tuple[str, Tone]) -> None:
    board = Board(elsewhere)
    assert look(board.row(board.shown(board.first))) == expected


def test_the_warning_tells_the_month_the_sum_and_the_limit() -> None:
    board = Board("940")
    rota = board.shown(board.first)
    rota.people.others.select(board.office.liisa.id)
    words = plain(rota.people.chosen_words)
    assert words == "Liisa ylittää ansaintarajan, joulukuu 2026: 995,82 €, raja 990,90 €."


def test_other_things_to_look_at_are_counted_beside_the_light() -> None:
    board = Board("940")
    with board.office.store.open_books() as books:
        liisa = books.clients.get(board.office.liisa.id)
        books.clients.save(replace(liisa, weekly_days=0, weekly_minutes=60))
        books.commit()
    assert look(board.row(board.shown(board.first))) == ("Yli rajan, 2 muuta", Tone.WRONG)


def test_only_the_shift_that_turns_the_light_warns_on_the_board() -> None:
    board = Board("900")  # one morning comes just under, two go over
    board.put(board.first)
    board.put(board.second)
    rota = board.shown(board.first)
    said = [plain(words) for _, words in rota.warnings]
    assert [words for words in said if "ansaintaraja" in words] == [
        "ma 8.00–12.00: Liisa tulee lähelle ansaintarajaa, joulukuu 2026: 955,82 €, raja 990,90 €.",
        "ti 8.00–12.00: Liisa ylittää ansaintarajan, joulukuu 2026: 1 011,64 €, raja 990,90 €.",
    ]
    assert look(board.row(rota)) == ("Yli rajan", Tone.WRONG), "the light is the whole month's"
    assert board.row(board.shown(board.second)).hints["look"].startswith("Liisa ylittää")


def test_putting_somebody_on_shows_the_warning_at_once_and_taking_off_takes_it_away() -> None:
    board = Board("940")
    rota = board.shown(board.first)
    rota.put_on(board.office.liisa.id)
    assert any("ylittää" in words for _, words in rota.warnings)
    rota.take_off(board.office.liisa.id)
    assert not any("ylittää" in words for _, words in rota.warnings)


def test_a_work_coach_is_told_to_ask_and_nothing_of_pay_or_pension() -> None:
    board = Board("940")
    rota = board.shown(board.first, Role.WORK_COACH)
    rota.people.others.select(board.office.liisa.id)
    assert rota.people.chosen_words == "Kysy työhönvalmentajalta, ennen kuin Liisa tulee tähän vuoroon."
    assert look(board.row(rota)) == ("1 asia", Tone.ATTENTION)
    board = Board("100")
    assert look(board.row(board.shown(board.first, Role.WORK_COACH))) is None, "no green light either"


def test_work_on_allowance_takes_no_room() -> None:
    allowance = (FormOfWorkSpan(days=DateRange(date(2026, 1, 1)), form=FormOfWork.ALLOWANCE),)
    board = Board("980", forms=allowance)
    rota = board.shown(board.first)
    assert look(board.row(rota)) is None
    rota.put_on(board.office.liisa.id)
    assert not any("ansaintaraja" in words for _, words in rota.warnings)


def test_a_month_without_a_known_limit_says_so() -> None:
    board = Board("0", month=Month(2027, 1))
    december = board.shift(date(2026, 12, 1))
    rota = board.shown(board.first)
    rota.go_to(december.day)
    rota.open(december.id)
    assert look(board.row(rota)) == ("Raja ei tiedossa", Tone.QUIET)


def test_without_pensions_nothing_more_is_read_or_shown() -> None:
    office = Office(liisa=make.client(number=1, forms=PAID))
    shift = make.shift(day=MONDAY, job=office.job.id, coach=make.MANAGER)
    office.add("shifts", shift)
    door = DirectDoor(
        office.store.open_books, office.store.open_lists, standing_at(make.TODAY), make.worker()
    )
    rota = RotaPresenter(door, CatalogueTexts("fi"))
    rota.load()
    assert rota.week.plan.headroom is None
    rota.open(shift.id)
    assert all(row.cells["look"] is None for row in rota.people.others.rows)


def test_the_last_pension_taken_away_takes_the_lights_away() -> None:
    board = Board("940")
    rota = board.shown(board.first)
    with board.office.store.open_books() as books:
        for pension in books.pay.pensions.all():
            books.pay.pensions.remove(pension)
        books.commit()
    rota.load()
    assert rota.week.plan.headroom is None
    assert look(board.row(rota)) is None
