"""What is refused of wishes, rosters and goals before they are saved."""

from datetime import date, time
from typing import Any

import pytest

from subcontract import ids
from subcontract.days import DateRange
from subcontract.ids import JobId, StaffId
from subcontract.money import Money
from subcontract.problems import Code, Refused
from subcontract.rota.making import problems_of_shift
from subcontract.rota.records import RotaWishes, StaffRoster, WorkingHours
from subcontract.rota.roster_check import checked_roster
from subcontract.rota.terms_check import checked_terms
from subcontract.rota.wishes_check import Around, checked_wishes
from tests import make, make_rota

EMIL = make.client(first_name="Emil", last_name="Berg")
LIISA = make.client(never_with=frozenset({EMIL.id}))
SARI = make.client(first_name="Sari", last_name="Heino")
YARD, SHOP = make.job(name="Pihatyö"), make.job(name="Hyllytys")
AROUND = Around(
    client=LIISA,
    clients={each.id: each for each in (LIISA, EMIL, SARI)},
    jobs={each.id: each for each in (YARD, SHOP)},
    staff={make.MANAGER: make.staff()},
)


def wished(**fields: Any) -> RotaWishes:
    return make_rota.wishes(client=LIISA.id, **fields)


def problems(**fields: Any) -> list[tuple[Code, str]]:
    with pytest.raises(Refused) as refused:
        checked_wishes(wished(**fields), AROUND)
    return [(problem.code, problem.field) for problem in refused.value.problems]


def test_wishes_that_agree_are_kept() -> None:
    asked = wished(
        likes=frozenset({YARD.id}),
        wants_to_try=frozenset({YARD.id}),
        dislikes=frozenset({SHOP.id}),
        likes_days=frozenset({0, 1}),
        dislikes_days=frozenset({4}),
        should_be_with=frozenset({SARI.id, LIISA.id}),
        familiar_coaches=frozenset({make.MANAGER}),
        monthly_days=1,
        monthly_minutes=60,
        weekly_pay=Money("0.01"),
        monthly_pay=Money(100),
    )
    read = checked_wishes(asked, AROUND)
    assert read.should_be_with == {SARI.id}
    assert (read.likes, read.dislikes, read.monthly_pay) == (asked.likes, asked.dislikes, Money(100))


def test_the_same_job_and_day_cannot_be_wished_for_both_ways() -> None:
    both = frozenset({YARD.id})
    assert problems(likes=both, dislikes=both) == [(Code.BOTH_WAYS, "dislikes")]
    assert problems(wants_to_try=both, dislikes=both) == [(Code.BOTH_WAYS, "dislikes")]
    days = frozenset({2})
    assert problems(likes_days=days, dislikes_days=days) == [(Code.BOTH_WAYS, "dislikes_days")]


def test_one_to_be_kept_apart_is_named() -> None:
    with pytest.raises(Refused) as refused:
        checked_wishes(wished(should_be_with=frozenset({EMIL.id})), AROUND)
    (problem,) = refused.value.problems
    assert (problem.code, problem.facts) == (
        Code.KEPT_APART,
        {"name": "Berg, Emil", "client": "Aalto, Liisa"},
    )


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"monthly_days": 0}, Code.TOO_SMALL),
        ({"monthly_days": 32}, Code.TOO_LARGE),
        ({"monthly_minutes": 0}, Code.TOO_SMALL),
        ({"monthly_minutes": -60}, Code.TOO_SMALL),
        ({"weekly_pay": Money(0)}, Code.TOO_SMALL),
        ({"monthly_pay": Money("-0.01")}, Code.NEGATIVE),
        ({"monthly_pay": Money(10_000)}, Code.TOO_LARGE),
    ],
)
def test_a_limit_leaves_something_and_can_be_reached(fields: dict[str, Any], code: Code) -> None:
    (name,) = fields
    assert problems(**fields) == [(code, name)]


def test_nobody_and_nothing_of_another_unit_is_named() -> None:
    found = problems(
        likes=frozenset({JobId(ids.new())}),
        should_be_with=frozenset({make.client().id}),
        familiar_coaches=frozenset({StaffId(ids.new())}),
        dislikes_days=frozenset({7}),
    )
    assert found == [
        (Code.NOT_FOUND, "likes"),
        (Code.NOT_FOUND, "should_be_with"),
        (Code.NOT_FOUND, "familiar_coaches"),
        (Code.UNKNOWN_VALUE, "dislikes_days"),
    ]


def refused_roster(*hours: WorkingHours, away: tuple[DateRange, ...] = ()) -> list[tuple[Code, str]]:
    with pytest.raises(Refused) as refused:
        checked_roster(make_rota.roster(hours=hours, away=away))
    return [(problem.code, problem.field) for problem in refused.value.problems]


def test_a_roster_is_kept_in_order() -> None:
    christmas, training = (
        DateRange(date(2026, 12, 21), date(2027, 1, 3)),
        DateRange(date(2026, 12, 1), date(2026, 12, 1)),
    )
    asked = make_rota.roster(
        hours=(make_rota.hours(1, 22, 6), make_rota.hours(0, 12, 16), make_rota.hours(0, 8, 11)),
        away=(christmas, training),
    )
    read = checked_roster(asked)
    assert [(each.weekday, each.start) for each in read.hours] == [(0, time(8)), (0, time(12)), (1, time(22))]
    assert read.away == (training, christmas)
    empty: StaffRoster = make_rota.roster(hours=())
    assert checked_roster(empty) == empty


def test_stretches_of_a_day_have_a_length_and_do_not_overlap() -> None:
    hours = make_rota.hours
    assert refused_roster(hours(2, 8, 8)) == [(Code.NO_LENGTH, "hours.2")]
    assert refused_roster(hours(0, 8, 12), hours(0, 11, 16)) == [(Code.STRETCHES_OVERLAP, "hours.0")]
    many = (hours(0, 6, 8), hours(0, 9, 10), hours(0, 11, 12))
    assert refused_roster(*many) == [(Code.TOO_MANY_STRETCHES, "hours.0")]
    assert refused_roster(hours(9, 8, 12)) == [(Code.UNKNOWN_VALUE, "hours")]


def test_days_off_end_and_do_not_overlap() -> None:
    open_end = DateRange(date(2026, 12, 1))
    assert refused_roster(away=(open_end,)) == [(Code.REQUIRED, "away.0.last")]
    one = DateRange(date(2026, 12, 1), date(2026, 12, 10))
    other = DateRange(date(2026, 11, 20), date(2026, 12, 1))
    assert refused_roster(away=(one, other)) == [(Code.PERIODS_OVERLAP, "away.0.first")]


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("least_rest_minutes", -1, Code.NEGATIVE),
        ("least_rest_minutes", 24 * 60 + 1, Code.TOO_LARGE),
        ("memory_weeks", 0, Code.TOO_SMALL),
        ("memory_weeks", 53, Code.TOO_LARGE),
        ("even", 3, Code.UNKNOWN_VALUE),
    ],
)
def test_goals_are_within_their_bounds(field: str, value: int, code: Code) -> None:
    with pytest.raises(Refused) as refused:
        checked_terms(make_rota.terms(**{field: value}))
    assert [(p.code, p.field) for p in refused.value.problems] == [(code, field)]
    usual = make_rota.terms()
    assert checked_terms(usual) == usual


@pytest.mark.parametrize(
    ("wanted", "code"), [(None, None), (2, None), (4, None), (1, Code.TOO_SMALL), (5, Code.TOO_LARGE)]
)
def test_the_number_aimed_at_is_between_the_least_and_the_most(wanted: int | None, code: Code | None) -> None:
    found = problems_of_shift(make.shift(least=2, most=4, wanted=wanted))
    assert [(p.code, p.field) for p in found] == ([(code, "wanted")] if code else [])


def test_a_coach_is_named_once() -> None:
    (found,) = problems_of_shift(make.shift(other_coaches=frozenset({make.MANAGER})))
    assert (found.code, found.field) == (Code.TWICE_IN_LIST, "other_coaches")
