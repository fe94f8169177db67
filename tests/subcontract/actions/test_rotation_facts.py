"""The question of a proposal as it is read from what is stored."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

from subcontract import ids
from subcontract.days import ONE_DAY, DateRange
from subcontract.hours.entry import Attendance, DayComplete, EntryKind
from subcontract.ids import PublicationId, RotaWishesId, StaffId, StaffRosterId
from subcontract.money import Money
from subcontract.people.client import Absence, Client, FormOfWork, FormOfWorkSpan
from subcontract.rota.records import (
    Publication,
    PublishedPlace,
    RotaWishes,
    StaffRoster,
    WorkingHours,
)
from subcontract.rota.rotation.problem import Limit, LimitKind, Problem
from subcontract.rota.rotation.proposing.propose import propose
from subcontract.rota.rotation.rules import Rule, against_in
from subcontract.rota.rotation.sharing.goals import changes_of
from subcontract.rota.rotation.standing import Standing
from subcontract.rota.shift import Shift
from tests import make, make_benefits
from tests.rotation_records import (
    CLASSED,
    EMIL,
    EMPLOYED,
    JOB,
    LIISA,
    TODAY,
    WEEK,
    clients,
    limit,
    pair_of,
    planned,
    question,
    reasons,
    shift,
    shifts,
    worked,
)

HOURLY = Money("13.35")


# --- what has happened -----------------------------------------------------------------------


def test_a_shift_on_which_work_was_recorded_or_that_is_complete_is_not_asked_about() -> None:
    done, complete, to_come = shift(), shift(start=time(9), end=time(11)), shift(start=time(13), end=time(15))
    word = DayComplete(
        shift=complete.id, unit=make.UNIT, day=TODAY, by=make.MANAGER, at=datetime(2026, 11, 23, tzinfo=UTC)
    )
    problem = question(*clients(), *shifts(done, complete, to_come), worked(done), ("complete_days", word))
    assert [slot.shift.id for slot in problem.slots] == [to_come.id]
    assert limit(problem, LIISA, LimitKind.MINUTES).used == 225
    assert limit(problem, EMIL, LimitKind.MINUTES).used == 0


def test_who_worked_this_morning_is_busy_then_and_the_day_counts_once() -> None:
    """One day a week, and that is today already: the afternoon of today takes nothing more."""
    one_day = replace(LIISA, weekly_days=1)
    morning, noon = shift(place="Halli"), shift(place="Halli", start=time(11), end=time(14))
    afternoon, tuesday = shift(place="Halli", start=time(13), end=time(15)), shift(1)
    problem = question(
        *clients(one_day), *shifts(morning, noon, afternoon, tuesday), worked(morning, one_day)
    )
    assert reasons(problem, one_day, noon) == [Rule.OVERLAP]
    plan = Standing(problem, ())
    assert list(against_in(*pair_of(problem, one_day, afternoon), plan)) == []
    found = [one.rule for one in against_in(*pair_of(problem, one_day, tuesday), plan)]
    assert found == [Rule.LIMIT_DAYS]


def test_the_solver_counts_a_day_that_is_used_already_as_the_rules_do() -> None:
    one_day = replace(LIISA, weekly_days=1)
    morning, afternoon, tuesday = shift(), shift(start=time(13), end=time(15)), shift(1)
    problem = question(*clients(one_day), *shifts(morning, afternoon, tuesday), worked(morning, one_day))
    assert propose(problem).pairs == {(one_day.id, afternoon.id)}


def test_who_was_recorded_as_ill_today_is_not_proposed_and_the_shift_is_still_asked_about() -> None:
    morning, afternoon = shift(), shift(start=time(13), end=time(15))
    ill = worked(morning, attendance=Attendance.SICK, minutes=0)
    problem = question(*clients(), *shifts(morning, afternoon), planned(morning), ill)
    assert reasons(problem, LIISA, morning) == reasons(problem, LIISA, afternoon) == [Rule.AWAY]
    assert reasons(problem, EMIL, morning) == []
    assert limit(problem, LIISA, LimitKind.MINUTES).used == 0


def test_days_that_are_over_are_not_asked_about_but_count_in_the_limits_as_recorded_or_planned() -> None:
    wednesday = TODAY + 2 * ONE_DAY
    recorded, away = shift(0), shift(0, start=time(13), end=time(15))
    only_planned, ahead = shift(1), shift(3)
    problem = question(
        *clients(),
        *shifts(recorded, only_planned, away, ahead),
        planned(recorded),
        worked(recorded, minutes=100),
        planned(only_planned),
        planned(away),
        worked(away, attendance=Attendance.AWAY, minutes=0),
        today=wednesday,
    )
    assert [slot.shift.id for slot in problem.slots] == [ahead.id]
    minutes, days = (limit(problem, LIISA, kind) for kind in (LimitKind.MINUTES, LimitKind.DAYS))
    assert minutes.used == 100 + 240
    assert days.used == 2


def test_somebody_known_to_be_away_has_not_had_what_is_planned_then() -> None:
    away = replace(LIISA, absences=(Absence(days=DateRange(TODAY, TODAY)),))
    monday, tuesday = shift(0), shift(1)
    problem = question(
        *clients(away),
        *shifts(monday, tuesday),
        planned(monday, away),
        days=DateRange(tuesday.day, WEEK.last),
    )
    assert limit(problem, away, LimitKind.MINUTES).used == 0


# --- pay and earnings ------------------------------------------------------------------------


def test_a_wage_counts_by_the_agreement_and_an_allowance_by_the_class_of_the_tariff() -> None:
    on = shift()
    problem = question(
        *clients(CLASSED, EMIL, EMPLOYED),
        *shifts(on),
        ("tariffs", make.tariff()),
        ("pay.employments", make_benefits.employment(client=EMPLOYED.id)),
    )
    assert problem.pay[CLASSED.id][on.id] == Money("8.00")
    assert problem.pay[EMPLOYED.id][on.id] >= HOURLY.times(4)
    assert EMIL.id not in problem.pay
    assert problem.cents[CLASSED.id] == {on.id: 800}


def test_the_allowance_of_a_day_is_remembered_once_however_many_shifts_it_had() -> None:
    morning, afternoon = shift(-1), shift(-1, start=time(13), end=time(15))
    problem = question(
        *clients(CLASSED),
        *shifts(morning, afternoon, shift()),
        ("tariffs", make.tariff()),
        worked(morning, CLASSED),
        worked(afternoon, CLASSED, start=time(13), end=time(15), break_minutes=0, minutes=120),
    )
    memory = problem.person_by_id[CLASSED.id].memory
    assert (memory.pay, memory.minutes, memory.days) == (Money("8.00"), 345, 1)


def pension(who: Client = EMPLOYED) -> tuple[str, Any]:
    return ("pay.pensions", make_benefits.pension(client=who.id))


def earnings_limits(problem: Problem, who: Client = EMPLOYED) -> list[Limit]:
    return [one for one in problem.person_by_id[who.id].limits if one.kind is LimitKind.CENTS]


def test_what_a_pensioner_may_still_earn_is_a_limit_of_the_month_of_the_work() -> None:
    earlier, asked, later = shift(-3), shift(0), shift(7)
    agreement = ("pay.employments", make_benefits.employment(client=EMPLOYED.id))
    records = (*clients(EMPLOYED), *shifts(earlier, asked, later), agreement, pension())
    nothing = earnings_limits(question(*records))
    assert [one.used for one in nothing] == [0]
    (had,) = earnings_limits(
        question(
            *records,
            worked(earlier, EMPLOYED, minutes=240),
            planned(asked, EMPLOYED),
            planned(later, EMPLOYED),
        )
    )
    problem = question(*records)
    one_shift = problem.pay[EMPLOYED.id][asked.id].cents
    assert had.days == DateRange(date(2026, 11, 1), date(2026, 11, 30))
    assert had.used == 2 * one_shift  # what is planned inside the question is not counted beforehand
    assert had.most == nothing[0].most > 0


def test_the_fee_of_a_peer_coach_counts_once_planned_or_recorded() -> None:
    forms = (FormOfWorkSpan(days=DateRange(date(2026, 1, 1)), form=FormOfWork.FEE),)
    peer = replace(LIISA, forms=forms)
    helped, other = shift(0, peer_coach=peer.id), shift(1)
    fee = ("pay.fee_terms", make_benefits.fee(client=peer.id))
    records = (*clients(peer), *shifts(helped, other), fee, pension(peer))
    (ahead,) = earnings_limits(question(*records), peer)
    assert ahead.used == 3500
    told = worked(helped, peer, kind=EntryKind.COACHING)
    (after,) = earnings_limits(question(*records, told), peer)
    assert after.used == 3500


def test_a_pensioner_on_allowance_alone_has_no_limit_of_earnings() -> None:
    problem = question(*clients(CLASSED), *shifts(shift()), ("tariffs", make.tariff()), pension(CLASSED))
    assert earnings_limits(problem, CLASSED) == []
    assert CLASSED.id in problem.pay


def test_of_a_pensioner_with_a_wage_at_one_job_the_allowance_at_others_takes_nothing() -> None:
    other = make.job(number=2)
    waged, allowed = shift(), shift(1, job=other.id)
    problem = question(
        *clients(CLASSED),
        ("jobs", other),
        *shifts(waged, allowed),
        ("tariffs", make.tariff()),
        ("pay.employments", make_benefits.employment(client=CLASSED.id, job=JOB.id)),
        pension(CLASSED),
    )
    assert set(problem.pay[CLASSED.id]) == {waged.id}
    assert len(earnings_limits(problem, CLASSED)) == 1


def test_the_euros_that_somebody_wants_at_most_are_limits_of_the_week_and_the_month() -> None:
    wishes = RotaWishes(
        id=RotaWishesId(ids.new()),
        unit=make.UNIT,
        client=EMPLOYED.id,
        weekly_pay=Money(100),
        monthly_pay=Money(300),
    )
    last_week = shift(-7)
    problem = question(
        *clients(EMPLOYED),
        *shifts(last_week, shift()),
        ("pay.employments", make_benefits.employment(client=EMPLOYED.id)),
        ("rota.wishes", wishes),
        worked(last_week, EMPLOYED, minutes=240),
    )
    week, month = earnings_limits(problem)
    assert (week.days, week.most, week.used) == (WEEK, 10_000, 0)
    assert (month.days.first, month.most) == (date(2026, 11, 1), 30_000)
    assert month.used == problem.person_by_id[EMPLOYED.id].memory.pay.cents > 0


# --- who guides, and what was told -----------------------------------------------------------


def test_a_peer_coach_is_busy_and_not_in_the_group_and_the_help_is_work() -> None:
    helped, same_time = shift(place="Halli", peer_coach=LIISA.id), shift(place="Halli")
    later = shift(start=time(13), end=time(15))
    problem = question(*clients(), *shifts(helped, same_time, later))
    assert reasons(problem, LIISA, helped) == [Rule.PEER_COACH]
    assert reasons(problem, LIISA, same_time) == [Rule.OVERLAP]
    assert reasons(problem, LIISA, later) == []
    assert limit(problem, LIISA, LimitKind.MINUTES).used == 240
    assert (LIISA.id, helped.id) not in propose(problem).pairs


def test_a_coach_is_counted_when_at_work_and_at_one_place_at_a_time() -> None:
    other = make.staff(id=StaffId(ids.new()), name="Oskari Kuusi")
    gone = make.staff(id=StaffId(ids.new()), name="Pirkko Haapa", active=False)
    away = StaffRoster(
        id=StaffRosterId(ids.new()),
        unit=make.UNIT,
        staff=other.id,
        hours=(WorkingHours(weekday=0, start=time(8), end=time(16)),),
    )
    store, hall = shift(place="Varasto"), shift(place="Halli", start=time(9), end=time(13))
    beside = shift(place=" varasto", start=time(9), end=time(11))
    both, tuesday = shift(other_coaches=frozenset({other.id})), shift(1, coach=other.id)
    left = shift(2, coach=gone.id)
    alone = question(*clients(), *shifts(store, hall, beside), ("staff", other))
    assert [slot.coaches for slot in alone.slots if slot.shift.id != beside.id] == [1, 0]
    assert alone.slot_by_id[beside.id].coaches == 1
    problem = question(
        *clients(),
        *shifts(both, tuesday, left),
        ("staff", other),
        ("staff", gone),
        ("rota.rosters", away),
    )
    assert [slot.coaches for slot in problem.slots] == [2, 0, 0]
    assert reasons(problem, LIISA, tuesday) == [Rule.NO_COACH]


def publication(*places: tuple[Client, Shift], days: DateRange) -> tuple[str, Any]:
    told = tuple(
        PublishedPlace(
            client=client.id,
            shift=on.id,
            job=on.job,
            day=on.day,
            start=on.start,
            end=on.end,
            place=on.place,
            coach=on.coach,
        )
        for client, on in places
    )
    made = Publication(
        id=PublicationId(ids.new()),
        unit=make.UNIT,
        day=days.first,
        last=days.last,
        places=told,
        by=make.MANAGER,
        at=datetime(2026, 11, 20, tzinfo=UTC),
    )
    return ("rota.publications", made)


def test_only_on_days_that_were_told_does_a_change_count() -> None:
    monday, tuesday = shift(0), shift(1)
    problem = question(
        *clients(), *shifts(monday, tuesday), publication((EMIL, monday), days=DateRange(TODAY, TODAY))
    )
    assert problem.before == frozenset({(EMIL.id, monday.id)})
    changed = {(LIISA.id, monday.id), (LIISA.id, tuesday.id)}
    assert changes_of(problem, changed) == {(LIISA.id, monday.id), (EMIL.id, monday.id)}
    assert (EMIL.id, monday.id) in propose(problem).pairs
    assert question(*clients(), *shifts(monday)).before is None
