"""A coach's list and calendar as facts; no Qt."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from subcontract.ids import ClientId, ShiftId, StaffId
from subcontract.papers.files.calendar_names import Names
from subcontract.papers.rota_facts import (
    CalendarFacts,
    CalendarShift,
    CoachListFacts,
    CoachPerson,
    CoachShift,
    Holds,
    NeededPermit,
    SiteNote,
)
from subcontract.people.client import Client
from subcontract.people.staff import Staff
from subcontract.rota.plan_state import plan_state
from subcontract.rota.publishing import promised_on
from subcontract.rota.records import PublishedPlace
from subcontract.rota.shift import Shift, ShiftState
from subcontract.rota.times import last_day, span
from subcontract.rota.warnings import away_on
from subcontract.words import N_, Texts
from ui.collation import sort_key
from ui.presenters.rota.papers.on_paper import pictogram_of
from ui.presenters.rota.papers.reading import RotaDays

AFTER_ALL = 10_000
"""The version of a shift that is gone: higher than any that a calendar can have of it."""


def shifts_of(read: RotaDays, coach: StaffId) -> tuple[Shift, ...]:
    """The standing shifts that a coach guides or helps on."""
    return tuple(shift for shift in read.standing if coach in _coaches(shift))


def _coaches(shift: Shift) -> set[StaffId | None]:
    return {shift.coach, *shift.other_coaches}


def people_of(read: RotaDays, coach: StaffId) -> tuple[Client, ...]:
    """Everybody on a coach's shifts."""
    found = {client.id: client for shift in shifts_of(read, coach) for client in _people(shift, read)}
    return tuple(found.values())


def coach_list_facts(read: RotaDays, coach: Staff, made_on: date) -> CoachListFacts:
    """The coach's shifts of the days with what is needed at the site."""
    mine = shifts_of(read, coach.id)
    ids = {shift.id for shift in mine}
    return CoachListFacts(
        unit=read.unit,
        coach=coach.name,
        days=read.days,
        made_on=made_on,
        shifts=tuple(_coach_shift(shift, read, coach.id) for shift in mine),
        state=plan_state(
            read.plan,
            read.publications,
            read.days,
            whose=lambda seat: seat.coach == coach.id or seat.shift in ids,
        ),
    )


def _coach_shift(shift: Shift, read: RotaDays, coach: StaffId) -> CoachShift:
    job = read.job_of(shift)
    customer = read.customers.get(job.customer) if job else None
    others = _coaches(shift) - {coach, None}
    helpers = (read.plan.staff_by_id[each].name for each in others if each in read.plan.staff_by_id)
    contact = ", ".join(part for part in (customer.contact_name, customer.phone) if part) if customer else ""
    return CoachShift(
        day=shift.day,
        start=shift.start,
        end=shift.end,
        job=job.name if job else "",
        customer=customer.name if customer else "",
        customer_contact=contact,
        place=read.place_of(shift),
        pictogram=pictogram_of(job, shift),
        helpers=tuple(sorted(helpers, key=sort_key)),
        people=tuple(_person(client, shift, read) for client in _people(shift, read)),
    )


def _people(shift: Shift, read: RotaDays) -> tuple[Client, ...]:
    """The group by surname, and the peer coach."""
    group = read.plan.clients_on(shift.id)
    peer = read.plan.client_by_id.get(shift.peer_coach) if shift.peer_coach else None
    more = (peer,) if peer is not None and peer not in group else ()
    return tuple(sorted((*group, *more), key=lambda client: (sort_key(client.name), client.number)))


def _person(client: Client, shift: Shift, read: RotaDays) -> CoachPerson:
    return CoachPerson(
        name=client.name,
        phone=client.phone,
        contact=client.contact_name,
        contact_phone=client.contact_phone,
        permits=tuple(_permits(client, shift, read)),
        notes=tuple(_notes(client, shift, read)),
    )


def _permits(client: Client, shift: Shift, read: RotaDays) -> Iterator[NeededPermit]:
    """What the work needs, and how the client has it on the last day of the shift."""
    job = read.job_of(shift)
    needs = {need.strip() for need in (*shift.needs, *(job.needs if job else ())) if need.strip()}
    skills = {skill.strip().casefold() for skill in client.skills}
    permits = {permit.name.strip().casefold(): permit.valid_to for permit in client.permits}
    for need in sorted(needs, key=sort_key):
        key = need.casefold()
        if key in permits:
            valid_to = permits[key]
            holds = Holds.ENDED if valid_to is not None and valid_to < last_day(shift) else Holds.VALID
            yield NeededPermit(name=need, holds=holds, valid_to=valid_to)
        elif key not in skills:
            yield NeededPermit(name=need, holds=Holds.MISSING)


def _notes(client: Client, shift: Shift, read: RotaDays) -> Iterator[tuple[SiteNote, str]]:
    """What to mind of a person on a shift, the gravest first."""
    if away_on(client, shift.day) is not None:
        yield SiteNote.AWAY, ""
    if client.needs_own_coach:
        yield SiteNote.OWN_COACH, ""
    for other in _people(shift, read):
        if other.id != client.id and _must_not_meet(client, other):
            yield SiteNote.NEVER_WITH, other.name
    if shift.peer_coach == client.id:
        yield SiteNote.PEER_COACH, ""
    if (client.id, shift.id) in read.locked:
        yield SiteNote.STAYS, ""


def _must_not_meet(one: Client, other: Client) -> bool:
    return other.id in one.never_with or one.id in other.never_with


# --- the calendar


def calendar_facts(
    read: RotaDays, coach: StaffId, names: Names, texts: Texts, made_at: datetime
) -> CalendarFacts:
    """The coach's calendar: what stands, what was called off, and what was promised and is another's now.

    A shift that has been moved out of the days stands where it is now.
    """
    promised = promised_on(read.publications, read.days).places
    told = frozenset((place.shift, place.day, place.start, place.end) for place in promised)
    mine = [shift for shift in read.plan.shifts if shift.day in read.days and coach in _coaches(shift)]
    theirs = {place.shift: place for place in promised if place.coach == coach}
    mine += [shift for shift in read.elsewhere.values() if shift.id in theirs and coach in _coaches(shift)]
    ids = {shift.id for shift in mine}
    events = [_event(shift, read, names, texts, told=told) for shift in mine]
    events += [_gone(place, read, names, texts) for shift, place in theirs.items() if shift not in ids]
    return CalendarFacts(made_at=made_at, shifts=tuple(events))


def _event(
    shift: Shift, read: RotaDays, names: Names, texts: Texts, *, told: frozenset[object]
) -> CalendarShift:
    begins, ends = span(shift)
    return CalendarShift(
        shift=shift.id,
        begins=begins,
        ends=ends,
        title=_title(shift, read, names, texts),
        place=names.without(read.place_of(shift)),
        version=shift.version,
        cancelled=shift.state is ShiftState.CANCELLED,
        is_published=(shift.id, shift.day, shift.start, shift.end) in told,
    )


def _gone(place: PublishedPlace, read: RotaDays, names: Names, texts: Texts) -> CalendarShift:
    """A shift that the coach was promised and does not have: taken out of the calendar."""
    now = read.plan.shift_by_id.get(place.shift) or read.elsewhere.get(place.shift)
    then = _as_promised(place, read)
    begins, ends = span(then)
    return CalendarShift(
        shift=place.shift,
        begins=begins,
        ends=ends,
        title=_title(then, read, names, texts),
        place=names.without(place.place),
        version=now.version if now else AFTER_ALL,
        cancelled=True,
    )


def _as_promised(place: PublishedPlace, read: RotaDays) -> Shift:
    """The shift as it was when it was promised."""
    return Shift(
        id=ShiftId(place.shift),
        unit=read.unit.id,
        job=place.job,
        phase=None,
        day=place.day,
        start=place.start,
        end=place.end,
    )


def _title(shift: Shift, read: RotaDays, names: Names, texts: Texts) -> str:
    """The work; one whose name holds a client's is told by its number."""
    job = read.job_of(shift)
    if job is None:
        return texts.say(N_("Shift"))
    return names.without(job.name, texts.say(N_("Shift, job {number}"), number=str(job.number)))


def clients_of(people: Iterable[Client]) -> tuple[ClientId, ...]:
    """Their ids, each once."""
    return tuple(dict.fromkeys(client.id for client in people))
