"""What is warned of in those who guide a shift: working hours, days off, a peer coach."""

from dataclasses import replace
from datetime import date, time
from typing import Any

from subcontract import ids
from subcontract.days import ONE_DAY, DateRange
from subcontract.ids import StaffId
from subcontract.people.client import Absence, Availability, Client, FormOfWork, FormOfWorkSpan, HalfDay
from subcontract.people.staff import Role
from subcontract.rota.plan import Plan
from subcontract.rota.shift import Shift
from subcontract.rota.warnings import RotaWarning, WarningCode, warnings_of
from tests import make, make_rota

OLLI = make.staff(id=StaffId(ids.new()), name="Olli Rinne", roles=frozenset({Role.WORK_COACH}))
FEE = (FormOfWorkSpan(days=DateRange(date(2026, 1, 1), date(2026, 11, 30)), form=FormOfWork.FEE),)
PEER = make.client(first_name="Ville", call_name="", forms=FEE)
SHIFT = make.shift(least=0, coach=OLLI.id)


def told(shift: Shift = SHIFT, **fields: Any) -> list[RotaWarning]:
    base: dict[str, Any] = {"shifts": (shift,), "staff": (make.staff(), OLLI), "clients": (PEER,)}
    return list(warnings_of(shift, Plan(**{**base, **fields})))


def codes(shift: Shift = SHIFT, **fields: Any) -> list[WarningCode]:
    return [one.code for one in told(shift, **fields)]


def test_a_coach_without_working_hours_is_taken_to_be_there() -> None:
    assert codes() == []
    assert codes(rosters=(make_rota.roster(staff=OLLI.id, hours=()),)) == []


def test_a_coach_who_is_not_at_work() -> None:
    afternoon = make_rota.roster(staff=OLLI.id, hours=(make_rota.hours(0, 9, 17),))
    (found,) = told(rosters=(afternoon,))
    assert (found.code, found.facts["name"]) == (WarningCode.COACH_NOT_AT_WORK, "Olli Rinne")
    off = make_rota.roster(staff=OLLI.id, away=(DateRange(SHIFT.day, SHIFT.day),))
    assert codes(rosters=(off,)) == [WarningCode.COACH_NOT_AT_WORK]
    split = make_rota.roster(staff=OLLI.id, hours=(make_rota.hours(0, 7, 10), make_rota.hours(0, 11, 15)))
    assert codes(rosters=(split,)) == []


def test_another_coach_counts_too() -> None:
    shift = make.shift(least=0, other_coaches=frozenset({OLLI.id}))
    elsewhere = make.shift(start=time(11), end=time(15), coach=OLLI.id)
    off = make_rota.roster(staff=OLLI.id, hours=(make_rota.hours(3, 8, 16),))
    assert codes(shift, shifts=(shift, elsewhere), rosters=(off,)) == [
        WarningCode.COACH_NOT_AT_WORK,
        WarningCode.COACH_DOUBLE_BOOKED,
    ]


def test_a_peer_coach_is_there_paid_and_free() -> None:
    helped = make.shift(least=0, coach=OLLI.id, peer_coach=PEER.id)
    assert codes(helped) == []
    later = make.shift(least=0, coach=OLLI.id, peer_coach=PEER.id, day=date(2026, 12, 1))
    (unpaid,) = told(later)
    assert (unpaid.code, unpaid.facts) == (
        WarningCode.PEER_COACH_NO_FEE,
        {"name": "Ville", "day": date(2026, 12, 1)},
    )
    away = make.client(id=PEER.id, forms=FEE, absences=(Absence(days=DateRange(helped.day, helped.day)),))
    assert codes(helped, clients=(away,)) == [WarningCode.PEER_COACH_AWAY]
    other = make.shift(start=time(10), end=time(14), peer_coach=PEER.id)
    assert codes(helped, shifts=(helped, other)) == [WarningCode.PEER_COACH_BUSY]
    on = make.shift(start=time(10), end=time(14))
    assert codes(helped, shifts=(helped, on), assignments=(make.assignment(on, PEER),)) == [
        WarningCode.PEER_COACH_BUSY
    ]


# --- as the hard rules of a proposal judge it --------------------------------------------------

OWN = make.client(first_name="Oma", call_name="", needs_own_coach=True)


def test_a_coach_who_has_left_is_no_coach_of_a_shift() -> None:
    gone = replace(OLLI, active=False)
    (found,) = told(staff=(make.staff(), gone))
    assert (found.code, found.facts) == (WarningCode.COACH_LEFT, {"name": "Olli Rinne"})


def test_a_coach_who_is_not_there_is_nobody_s_own_coach() -> None:
    """Two are written down and one of them is off: the one who comes is not Oma's alone."""
    shift = make.shift(least=0, coach=make.MANAGER, other_coaches=frozenset({OLLI.id}))
    off = make_rota.roster(staff=OLLI.id, away=(DateRange(shift.day, shift.day),))
    group = {
        "clients": (OWN, PEER),
        "assignments": (make.assignment(shift, OWN), make.assignment(shift, PEER)),
    }
    assert codes(shift, **group) == []
    assert codes(shift, **group, rosters=(off,)) == [
        WarningCode.COACH_NOT_AT_WORK,
        WarningCode.OWN_COACH_SHARED,
    ]
    alone = replace(shift, coach=OLLI.id, other_coaches=frozenset())
    one = {"clients": (OWN,), "assignments": (make.assignment(alone, OWN),)}
    assert codes(alone, **one, rosters=(off,)) == [
        WarningCode.COACH_NOT_AT_WORK,
        WarningCode.OWN_COACH_MISSING,
    ]


def test_helping_the_coach_is_work_of_the_week_too() -> None:
    helped = make.shift(least=0, coach=OLLI.id, peer_coach=PEER.id)
    next_day = make.shift(least=0, coach=OLLI.id, day=helped.day + ONE_DAY)
    one_day = replace(PEER, weekly_days=1)
    plan = {
        "shifts": (helped, next_day),
        "clients": (one_day,),
        "assignments": (make.assignment(next_day, one_day),),
    }
    assert codes(next_day, **plan) == [WarningCode.OVER_WEEKLY_DAYS]


def test_who_must_not_be_together_are_not_by_one_of_them_helping_the_coach() -> None:
    helped = make.shift(least=0, coach=OLLI.id, peer_coach=PEER.id)
    for one, peer in ((make.client(never_with=frozenset({PEER.id})), PEER), (OWN, _apart(PEER, OWN))):
        alone = replace(one, needs_own_coach=False)
        (found,) = told(helped, clients=(alone, peer), assignments=(make.assignment(helped, alone),))
        assert (found.code, found.facts["other"]) == (WarningCode.NEVER_WITH, "Ville")


def test_a_night_names_the_day_that_does_not_suit() -> None:
    """From Monday evening to Tuesday morning: Tuesday is what does not suit."""
    night = make.shift(least=0, coach=OLLI.id, start=time(20), end=time(6), break_minutes=0)
    evenings = Availability(half_days=frozenset({(0, HalfDay.AFTERNOON)}))
    who = replace(PEER, availability=evenings)
    (found,) = told(night, clients=(who,), assignments=(make.assignment(night, who),))
    assert (found.code, found.facts["half"]) == (WarningCode.NOT_AVAILABLE, HalfDay.MORNING)
    assert found.facts["day"] == night.day + ONE_DAY


def _apart(one: Client, other: Client) -> Client:
    return replace(one, never_with=frozenset({other.id}))
