"""What a coach should know before putting a client on a shift: facts, never a ban."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from subcontract.benefits.earnings import LimitState
from subcontract.benefits.earnings_months import MonthOfEarnings
from subcontract.days import Month, is_holiday
from subcontract.ids import ClientId, ShiftId
from subcontract.people.client import AbsenceKind, Client, FormOfWork
from subcontract.rota.calendar import week_of
from subcontract.rota.headroom import Headroom, nearest
from subcontract.rota.judgement import coaches_needed, guides_of, is_one_place, lacking, rest_too_short
from subcontract.rota.plan import Plan
from subcontract.rota.shift import Shift, ShiftState
from subcontract.rota.times import collide, day_of_half, days_touched, half_days, planned_minutes
from subcontract.rota.working_hours import is_at_work


class WarningCode(StrEnum):
    """Stable code of a warning; its sentence is made at the edge."""

    AWAY = "away"
    NOT_AVAILABLE = "not_available"
    DOUBLE_BOOKED = "double_booked"
    SHORT_REST = "short_rest"
    SKILL_MISSING = "skill_missing"
    PERMIT_EXPIRED = "permit_expired"
    GROUP_TOO_SMALL = "group_too_small"
    GROUP_TOO_LARGE = "group_too_large"
    OVER_WEEKLY_DAYS = "over_weekly_days"
    OVER_WEEKLY_MINUTES = "over_weekly_minutes"
    OVER_MONTHLY_DAYS = "over_monthly_days"
    OVER_MONTHLY_MINUTES = "over_monthly_minutes"
    NEVER_WITH = "never_with"
    OWN_COACH_MISSING = "own_coach_missing"
    OWN_COACH_SHARED = "own_coach_shared"
    NO_FORM_OF_WORK = "no_form_of_work"
    NOT_ACTIVE = "not_active"
    COACH_MISSING = "coach_missing"
    COACH_DOUBLE_BOOKED = "coach_double_booked"
    COACH_LEFT = "coach_left"
    COACH_NOT_AT_WORK = "coach_not_at_work"
    """By the roster: a day off, or other hours."""
    PEER_COACH_AWAY = "peer_coach_away"
    PEER_COACH_BUSY = "peer_coach_busy"
    PEER_COACH_NO_FEE = "peer_coach_no_fee"
    HOLIDAY = "holiday"
    EARNINGS_NEAR = "earnings_near"
    EARNINGS_OVER = "earnings_over"
    ASK_FIRST = "ask_first"
    """The same, for whoever may not see pay: neither the limit nor the pension is told of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RotaWarning:
    """One thing to look at: its code, whose it is, and the facts of its sentence."""

    code: WarningCode
    shift: ShiftId
    client: ClientId | None = None
    """``None`` when the warning is the shift's own."""
    facts: Mapping[str, object] = field(default_factory=dict)


def warnings_of(shift: Shift, plan: Plan) -> tuple[RotaWarning, ...]:
    """All warnings of a shift as planned: its own first, then each client's by surname."""
    if shift.state is ShiftState.CANCELLED:
        return ()
    found = list(_of_shift(shift, plan))
    for client in plan.clients_on(shift.id):
        found += _of_client(client, shift, plan, so_far=True)
        if plan.headroom is not None:
            month = plan.headroom.month_changed_by(client, shift)
            found += _of_earnings(client, shift, plan.headroom, month)
    return tuple(found)


def warnings_if_put_on(client: Client, shift: Shift, plan: Plan) -> tuple[RotaWarning, ...]:
    """What would be warned of if the client were put on the shift, the size of the group included."""
    number = len(plan.on_shift(shift.id)) + (shift not in plan.shifts_of(client.id))
    found = [*_of_client(client, shift, plan, so_far=False), *_of_coach_of_others(client, shift, plan)]
    if plan.headroom is not None and shift not in plan.shifts_of(client.id):
        found += _of_earnings(client, shift, plan.headroom, plan.headroom.month_with(client, shift))
    if number > shift.most:
        found += [_of(WarningCode.GROUP_TOO_LARGE, shift, number=number, most=shift.most)]
    return tuple(found)


def _of(code: WarningCode, shift: Shift, client: Client | None = None, **facts: object) -> RotaWarning:
    """Make a warning; a client's warning always tells the client's name."""
    if client is not None:
        facts = {"name": client.called, **facts}
    return RotaWarning(code=code, shift=shift.id, client=client.id if client else None, facts=facts)


def _of_shift(shift: Shift, plan: Plan) -> Iterator[RotaWarning]:
    """What is odd about the shift itself: its day, its coach, the size of its group."""
    if is_holiday(shift.day):
        yield _of(WarningCode.HOLIDAY, shift, day=shift.day)
    yield from _of_coach(shift, plan)
    yield from _of_peer_coach(shift, plan)
    number = len(plan.on_shift(shift.id))
    if number > shift.most:
        yield _of(WarningCode.GROUP_TOO_LARGE, shift, number=number, most=shift.most)
    if number < shift.least:
        yield _of(WarningCode.GROUP_TOO_SMALL, shift, number=number, least=shift.least)


def _of_coach(shift: Shift, plan: Plan) -> Iterator[RotaWarning]:
    """A shift without a coach, or with one who is elsewhere or not at work then."""
    if not guides_of(shift):
        yield _of(WarningCode.COACH_MISSING, shift)
    for guide in guides_of(shift):
        coach = plan.staff_by_id.get(guide)
        name = coach.name if coach else ""
        if coach is not None and not coach.active:
            yield _of(WarningCode.COACH_LEFT, shift, name=name)
        elif not is_at_work(plan.roster_of.get(guide), shift):
            yield _of(WarningCode.COACH_NOT_AT_WORK, shift, name=name)
        for other in plan.shifts_of_coach(guide):
            if collide(shift, other) and not is_one_place(shift, other):
                yield _of(WarningCode.COACH_DOUBLE_BOOKED, shift, name=name, other=_job_name(other, plan))


def _guides_there(shift: Shift, plan: Plan) -> int:
    """How many of those who guide a shift are at work then."""
    staff = ((guide, plan.staff_by_id.get(guide)) for guide in guides_of(shift))
    here = (guide for guide, coach in staff if coach is None or coach.active)
    return sum(is_at_work(plan.roster_of.get(guide), shift) for guide in here)


def _of_peer_coach(shift: Shift, plan: Plan) -> Iterator[RotaWarning]:
    """A peer coach who is away, paid no fee that day, or on another shift at the same time."""
    peer = plan.client_by_id.get(shift.peer_coach) if shift.peer_coach else None
    if peer is None:
        return
    name = peer.called
    if any(absence.days.overlap(days_touched(shift)) for absence in peer.absences):
        yield _of(WarningCode.PEER_COACH_AWAY, shift, name=name)
    if peer.form_on(shift.day) is not FormOfWork.FEE:
        yield _of(WarningCode.PEER_COACH_NO_FEE, shift, name=name, day=shift.day)
    helped = (s for s in plan.shifts if s.peer_coach == peer.id)
    for other in (*plan.shifts_of(peer.id), *helped):
        if collide(shift, other):
            yield _of(WarningCode.PEER_COACH_BUSY, shift, name=name, other=_job_name(other, plan))


def _of_client(client: Client, shift: Shift, plan: Plan, *, so_far: bool) -> Iterator[RotaWarning]:
    """All that one client's place on a shift gives cause to look at."""
    if not client.active:
        yield _of(WarningCode.NOT_ACTIVE, shift, client)
    if client.form_on(shift.day) is None:
        yield _of(WarningCode.NO_FORM_OF_WORK, shift, client, day=shift.day)
    yield from _of_time(client, shift, plan)
    yield from _of_skills(client, shift, plan)
    yield from _of_limits(client, shift, plan, so_far=so_far)
    yield from _of_company(client, shift, plan)


def _of_time(client: Client, shift: Shift, plan: Plan) -> Iterator[RotaWarning]:
    """Away, not available on that half-day, or on another shift at the same time."""
    touched = days_touched(shift)
    for absence in client.absences:
        if common := absence.days.overlap(touched):
            yield _of(WarningCode.AWAY, shift, client, day=common.first, kind=absence.kind)
            break
    else:
        missing = [half for half in half_days(shift) if half not in client.availability.half_days]
        if missing:
            day = day_of_half(shift, missing[0])
            yield _of(WarningCode.NOT_AVAILABLE, shift, client, day=day, half=missing[0][1])
    for other in (*plan.shifts_of(client.id), *plan.helped_by(client.id)):
        facts = {"other": _job_name(other, plan), "start": other.start, "end": other.end}
        if collide(shift, other):
            yield _of(WarningCode.DOUBLE_BOOKED, shift, client, **facts)
        elif (rest := rest_too_short(shift, other, plan.least_rest_minutes)) is not None:
            yield _of(WarningCode.SHORT_REST, shift, client, rest_minutes=rest, **facts)


def _of_skills(client: Client, shift: Shift, plan: Plan) -> Iterator[RotaWarning]:
    """A skill or permit that the work asks for and the client lacks, or whose last day is before it."""
    job = plan.job_by_id.get(shift.job)
    needs = shift.needs | (job.needs if job else frozenset())
    for need, expires in lacking(client.skills, client.permits, needs, shift):
        if expires is not None:
            yield _of(WarningCode.PERMIT_EXPIRED, shift, client, need=need, day=expires)
        else:
            yield _of(WarningCode.SKILL_MISSING, shift, client, need=need)


def _of_limits(client: Client, shift: Shift, plan: Plan, *, so_far: bool) -> Iterator[RotaWarning]:
    """More days or minutes than the client should have in the week, Monday to Sunday, or in the month."""
    codes = WarningCode.OVER_WEEKLY_DAYS, WarningCode.OVER_WEEKLY_MINUTES
    week = _Most(client.weekly_days, client.weekly_minutes, *codes)
    yield from week.against(client, shift, plan.work_of(client.id, week_of(shift.day)), so_far=so_far)
    wishes = plan.wishes_of.get(client.id)
    if wishes is not None:
        codes = WarningCode.OVER_MONTHLY_DAYS, WarningCode.OVER_MONTHLY_MINUTES
        month = _Most(wishes.monthly_days, wishes.monthly_minutes, *codes)
        yield from month.against(
            client, shift, plan.work_of(client.id, Month.of(shift.day).days), so_far=so_far
        )


class _Most(NamedTuple):
    """The most days and minutes in a week or a month, and what is told when they are passed."""

    days: int | None
    minutes: int | None
    many_days: WarningCode
    many_minutes: WarningCode

    def against(
        self, client: Client, shift: Shift, planned: Iterable[Shift], *, so_far: bool
    ) -> Iterator[RotaWarning]:
        """What is over the most on a shift, beside what is ``planned`` in its week or month.

        ``so_far`` looks at the shift and those before it, so that a week over the limit is told once and
        not on each of its shifts; the figures are always the whole week's. Without it a shift that would be
        added on a day of work counts as no day more.
        """
        others = [s for s in planned if s.id != shift.id]
        before = [s for s in others if (s.day, s.start) <= (shift.day, shift.start)] if so_far else others
        days, minutes = _load([shift, *others])
        days_so_far, minutes_so_far = _load([shift, *before])
        is_new_day = so_far or all(other.day != shift.day for other in others)
        if self.days is not None and is_new_day and days_so_far > self.days:
            yield _of(self.many_days, shift, client, number=days, most=self.days)
        if self.minutes is not None and minutes_so_far > self.minutes:
            facts = {"planned_minutes": minutes, "most_minutes": self.minutes}
            yield _of(self.many_minutes, shift, client, **facts)


def _load(shifts: list[Shift]) -> tuple[int, int]:
    """Different days and minutes of work."""
    return len({shift.day for shift in shifts}), sum(planned_minutes(shift) for shift in shifts)


def _of_company(client: Client, shift: Shift, plan: Plan) -> Iterator[RotaWarning]:
    """Who must not be together, whichever of the two it is written on, and whose coach is not enough."""
    others = [other for other in plan.clients_on(shift.id) if other.id != client.id]
    peer = plan.client_by_id.get(shift.peer_coach) if shift.peer_coach is not None else None
    for other in (*others, peer) if peer is not None and peer.id != client.id else others:
        if other.id in client.never_with or client.id in other.never_with:
            facts = {"other": other.called}
            yield _of(WarningCode.NEVER_WITH, shift, client, **facts)
    coaches = _guides_there(shift, plan)
    if client.needs_own_coach and not coaches:
        yield _of(WarningCode.OWN_COACH_MISSING, shift, client)
    elif client.needs_own_coach:
        own = 1 + sum(other.needs_own_coach for other in others)
        if coaches_needed(own, 1 + len(others)) > coaches:
            yield _of(WarningCode.OWN_COACH_SHARED, shift, client, number=len(others))


def _of_coach_of_others(client: Client, shift: Shift, plan: Plan) -> Iterator[RotaWarning]:
    """Somebody on the shift who needs an own coach and would have to share when the client comes."""
    others = [other for other in plan.clients_on(shift.id) if other.id != client.id]
    own = [other for other in others if other.needs_own_coach]
    needed = coaches_needed(len(own), 1 + len(others))
    if own and not client.needs_own_coach and needed > _guides_there(shift, plan):
        yield _of(WarningCode.OWN_COACH_SHARED, shift, own[0], number=len(others))


def _of_earnings(
    client: Client, shift: Shift, headroom: Headroom, month: MonthOfEarnings | None
) -> Iterator[RotaWarning]:
    """A month that comes near an earnings limit or over it; no sums for those who may not see pay."""
    if month is None or not month.state.is_near:
        return
    if not headroom.with_sums:
        yield _of(WarningCode.ASK_FIRST, shift, client)
        return
    over = month.state is LimitState.OVER
    code = WarningCode.EARNINGS_OVER if over else WarningCode.EARNINGS_NEAR
    facts = {"month": month.month, "total": month.total, "limit": nearest(month).limit}
    yield _of(code, shift, client, **facts)


def _job_name(shift: Shift, plan: Plan) -> str:
    """The name of a shift's job."""
    job = plan.job_by_id.get(shift.job)
    return job.name if job else ""


def away_on(client: Client, day: date) -> AbsenceKind | None:
    """Why the client is known to be away on a day."""
    return next((absence.kind for absence in client.absences if day in absence.days), None)
