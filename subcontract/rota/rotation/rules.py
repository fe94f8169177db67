"""The hard rules: each a small function that gives the reason why a person may not be on a shift.

The same functions fill the solver's tables, warn on the board and answer "why not". A rule looks at the
person and the shift alone (``OF_KIND``, ``OF_SHIFT``) or at the rest of the plan too (``OF_PLAN``).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from subcontract.ids import ClientId, ShiftId
from subcontract.rota.judgement import coaches_needed, lacking, rest_too_short
from subcontract.rota.rotation.problem import Limit, LimitKind, Person, Problem, Slot
from subcontract.rota.rotation.standing import Standing
from subcontract.rota.shift import Shift, ShiftState
from subcontract.rota.times import collide, day_of_half, days_touched, half_days, last_day


class Rule(StrEnum):
    """Stable code of a hard rule."""

    CANCELLED = "cancelled"
    NOT_ACTIVE = "not_active"
    NO_FORM_OF_WORK = "no_form_of_work"
    AWAY = "away"
    NOT_AVAILABLE = "not_available"
    SKILL_MISSING = "skill_missing"
    PERMIT_EXPIRED = "permit_expired"
    NO_COACH = "no_coach"
    OWN_COACH_MISSING = "own_coach_missing"
    BARRED = "barred"
    PEER_COACH = "peer_coach"
    OVERLAP = "overlap"
    REST = "rest"
    LIMIT_DAYS = "limit_days"
    LIMIT_MINUTES = "limit_minutes"
    LIMIT_PAY = "limit_pay"
    NEVER_WITH = "never_with"
    OWN_COACH_SHARED = "own_coach_shared"
    FULL = "full"


OF_LIMIT: Mapping[LimitKind, Rule] = {
    LimitKind.DAYS: Rule.LIMIT_DAYS,
    LimitKind.MINUTES: Rule.LIMIT_MINUTES,
    LimitKind.CENTS: Rule.LIMIT_PAY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """One rule that a person on a shift breaks, with the facts of its sentence."""

    rule: Rule
    client: ClientId
    shift: ShiftId
    facts: Mapping[str, object] = field(default_factory=dict)


Ground = tuple[Rule, dict[str, object]]
OfPerson = Callable[[Person, Slot, Problem], Ground | None]
OfPlan = Callable[[Person, Slot, Standing], Ground | None]


def _state(_: Person, slot: Slot, __: Problem) -> Ground | None:
    """The shift has been called off."""
    return (Rule.CANCELLED, {}) if slot.shift.state is ShiftState.CANCELLED else None


def _active(person: Person, _: Slot, __: Problem) -> Ground | None:
    """The person is no longer a client."""
    return None if person.active else (Rule.NOT_ACTIVE, {})


def _form_of_work(person: Person, slot: Slot, _: Problem) -> Ground | None:
    """Nothing has been agreed for the day, so nothing could be paid."""
    day = slot.shift.day
    return None if any(day in days for days in person.agreed) else (Rule.NO_FORM_OF_WORK, {"day": day})


def _away(person: Person, slot: Slot, _: Problem) -> Ground | None:
    """An absence on some day of the shift."""
    touched = days_touched(slot.shift)
    for absence in person.absences:
        if common := absence.days.overlap(touched):
            return Rule.AWAY, {"day": common.first, "kind": absence.kind}
    return None


def _available(person: Person, slot: Slot, _: Problem) -> Ground | None:
    """A half-day on which the person cannot work."""
    for half in half_days(slot.shift):
        if half not in person.availability.half_days:
            return Rule.NOT_AVAILABLE, {"day": day_of_half(slot.shift, half), "half": half[1]}
    return None


def _skills(person: Person, slot: Slot, _: Problem) -> Ground | None:
    """A skill or permit that is missing, or is not valid until the end of the shift."""
    for need, expires in lacking(person.skills, person.permits, slot.needs, slot.shift):
        if expires is not None:
            return Rule.PERMIT_EXPIRED, {"need": need, "day": expires}
        return Rule.SKILL_MISSING, {"need": need}
    return None


def _coach(person: Person, slot: Slot, problem: Problem) -> Ground | None:
    """Nobody guides the shift."""
    if slot.coaches > 0:
        return None
    if person.needs_own_coach:
        return Rule.OWN_COACH_MISSING, {}
    return (Rule.NO_COACH, {}) if problem.coach_needed else None


def _barred(person: Person, slot: Slot, problem: Problem) -> Ground | None:
    """A coach has said that this person is not to be on this shift."""
    return (Rule.BARRED, {}) if (person.id, slot.shift.id) in problem.barred else None


def _peer_coach(person: Person, slot: Slot, _: Problem) -> Ground | None:
    """The person helps the coach of this very shift and is not counted in its group."""
    return (Rule.PEER_COACH, {}) if person.id == slot.shift.peer_coach else None


def _peer_kept_apart(person: Person, slot: Slot, problem: Problem) -> Ground | None:
    """The one who helps the coach must not be with the person: the peer coach is with all of the group."""
    peer = slot.shift.peer_coach
    other = problem.person_by_id.get(peer) if peer is not None else None
    if other is None or (other.id not in person.never_with and person.id not in other.never_with):
        return None
    return Rule.NEVER_WITH, {"other": other.name}


def _busy(person: Person, slot: Slot, problem: Problem) -> Ground | None:
    """A shift outside the question at the same time, or too near in the night."""
    return next((g for shift in person.busy if (g := clash(slot.shift, shift, problem.least_rest))), None)


def clash(one: Shift, other: Shift, least_rest: int) -> Ground | None:
    """Why the same person cannot have both shifts: at the same time, or too little rest between two days."""
    if one.id == other.id or ShiftState.CANCELLED in {one.state, other.state}:
        return None
    facts = {"other": other.id, "job": other.job, "start": other.start, "end": other.end, "day": other.day}
    if collide(one, other):
        return Rule.OVERLAP, facts
    between = rest_too_short(one, other, least_rest)
    if between is None:
        return None
    return Rule.REST, {**facts, "rest_minutes": between, "least_minutes": least_rest}


def _overlap(person: Person, slot: Slot, plan: Standing) -> Ground | None:
    """Another shift of the plan at the same time, or too near in the night."""
    rest = plan.problem.least_rest
    return next((g for o in plan.others_of(person, slot) if (g := clash(slot.shift, o.shift, rest))), None)


def _limits(person: Person, slot: Slot, plan: Standing) -> Ground | None:
    """A limit of days, minutes or earnings that the shift would take the person over."""
    for limit in person.limits:
        if slot.shift.day not in limit.days:
            continue
        here = [o for o in plan.others_of(person, slot) if o.shift.day in limit.days]
        adds = amount_of(limit.kind, person, slot, plan.problem)
        if limit.kind is LimitKind.DAYS and _is_counted(limit, slot, here):
            adds = 0
        planned = limit.used + loads(limit, person, here, plan.problem) + adds
        if adds and planned > limit.most:
            return OF_LIMIT[limit.kind], _facts_of(limit, planned)
    return None


def _is_counted(limit: Limit, slot: Slot, others: list[Slot]) -> bool:
    """Whether the day of a shift is one of a limit's days already."""
    day = slot.shift.day
    return day in limit.used_days or any(other.shift.day == day for other in others)


def loads(limit: Limit, person: Person, slots: list[Slot], problem: Problem) -> int:
    """How much of a limit some shifts take."""
    if limit.kind is LimitKind.DAYS:
        return len({slot.shift.day for slot in slots} - limit.used_days)
    return sum(amount_of(limit.kind, person, slot, problem) for slot in slots)


def amount_of(kind: LimitKind, person: Person, slot: Slot, problem: Problem) -> int:
    """What one shift takes of a limit: a day, its minutes, its cents."""
    if kind is LimitKind.DAYS:
        return 1
    if kind is LimitKind.MINUTES:
        return slot.minutes
    return cents_of(person, slot, problem)


def cents_of(person: Person, slot: Slot, problem: Problem) -> int:
    """What a shift gives a person."""
    return problem.cents.get(person.id, {}).get(slot.shift.id, 0)


def _facts_of(limit: Limit, planned: int) -> dict[str, object]:
    names = {LimitKind.DAYS: "days", LimitKind.MINUTES: "minutes", LimitKind.CENTS: "cents"}
    name = names[limit.kind]
    return {
        f"planned_{name}": planned,
        f"most_{name}": limit.most,
        "first": limit.days.first,
        "last": limit.days.last,
    }


def _never_with(person: Person, slot: Slot, plan: Standing) -> Ground | None:
    """Somebody on the shift with whom the person must not be, whichever of the two it is written on."""
    for other in plan.company_of(person, slot):
        if other.id in person.never_with or person.id in other.never_with:
            return Rule.NEVER_WITH, {"other": other.name}
    return None


def _own_coach(person: Person, slot: Slot, plan: Standing) -> Ground | None:
    """Each who needs an own coach takes one; all the others together need one more."""
    company = plan.company_of(person, slot)
    own = [other for other in (person, *company) if other.needs_own_coach]
    needed = coaches_needed(len(own), len(company) + 1)
    if not own or needed <= slot.coaches:
        return None
    return Rule.OWN_COACH_SHARED, {"other": own[0].name, "number": needed, "most": slot.coaches}


def _full(person: Person, slot: Slot, plan: Standing) -> Ground | None:
    """The group is as large as it may be."""
    number = len(plan.company_of(person, slot)) + 1
    return None if number <= slot.shift.most else (Rule.FULL, {"number": number, "most": slot.shift.most})


OF_KIND: tuple[OfPerson, ...] = (_state, _active, _form_of_work, _away, _available, _skills, _coach)
"""These say the same of all shifts of one kind (``kind_of``), so they are asked once for each kind."""
OF_SHIFT: tuple[OfPerson, ...] = (_barred, _peer_coach, _peer_kept_apart, _busy)
OF_ABILITY: tuple[OfPerson, ...] = (_available, _skills)
"""What a person can do and when, whatever was agreed or has come between."""
OF_PLAN: tuple[OfPlan, ...] = (_overlap, _limits, _never_with, _own_coach, _full)


def kinds_of(slots: Iterable[Slot]) -> tuple[tuple[Slot, ...], ...]:
    """The shifts in groups that are all the same to the rules of ``OF_KIND``."""
    kinds: dict[tuple[object, ...], list[Slot]] = {}
    for slot in slots:
        shift, halves = slot.shift, frozenset(half_days(slot.shift))
        key = (shift.day, halves, last_day(shift), slot.needs, slot.coaches > 0, shift.state)
        kinds.setdefault(key, []).append(slot)
    return tuple(map(tuple, kinds.values()))


def fits_of(person: Person, kinds: Iterable[tuple[Slot, ...]], problem: Problem) -> tuple[Slot, ...]:
    """The shifts that the person could have, the rest of the plan left out."""
    of_kind = (slot for kind in kinds if _fits(person, kind[0], problem, OF_KIND) for slot in kind)
    rules = OF_SHIFT if person.busy or problem.barred or problem.peers else ()
    return tuple(slot for slot in of_kind if _fits(person, slot, problem, rules))


def _fits(person: Person, slot: Slot, problem: Problem, rules: tuple[OfPerson, ...]) -> bool:
    return not any(rule(person, slot, problem) for rule in rules)


def against(person: Person, slot: Slot, problem: Problem) -> Iterator[Break]:
    """Every reason of the person and the shift alone, the plan left out."""
    for rule in (*OF_KIND, *OF_SHIFT):
        if ground := rule(person, slot, problem):
            yield _break(person, slot, ground)


def against_in(person: Person, slot: Slot, plan: Standing) -> Iterator[Break]:
    """Every reason why the person cannot be, or should not have been, put on the shift in a plan."""
    yield from against(person, slot, plan.problem)
    for rule in OF_PLAN:
        if ground := rule(person, slot, plan):
            yield _break(person, slot, ground)


def breaks_of(plan: Standing) -> tuple[Break, ...]:
    """Every rule that a plan breaks, in order of time and number."""
    return tuple(found for person, slot in plan.in_order() for found in against_in(person, slot, plan))


def _break(person: Person, slot: Slot, ground: Ground) -> Break:
    rule, facts = ground
    return Break(rule=rule, client=person.id, shift=slot.shift.id, facts={"name": person.name, **facts})
