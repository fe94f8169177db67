"""Publishes the plan of some days: what people were promised is kept apart from what becomes of it."""

from dataclasses import dataclass

from subcontract import ids
from subcontract.actions.act import Done, Kind, Permission, Worker
from subcontract.clock import Clock
from subcontract.days import DateRange
from subcontract.ids import PublicationId, UnitId
from subcontract.ports import Books
from subcontract.problems import Code, refuse
from subcontract.rota.publishing import LONGEST_PUBLICATION, days_that_reach, promised_on
from subcontract.rota.records import Publication, PublishedPlace
from subcontract.rota.shift import Assignment, Shift, ShiftState


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishRota:
    """The days whose plan people are told."""

    days: DateRange


def publish_rota(ask: PublishRota, books: Books, clock: Clock, who: Worker) -> Done:
    """Keep who is on the standing shifts of those days as promised; a later promise replaces its days.

    There is no undo: what people were told has been told. Refuses ``too_large`` for too many days and
    ``nothing_to_do`` when nothing is planned, or everything has been promised so already.
    """
    who.must_be_allowed(Permission.PLAN_SHIFTS)
    if ask.days.is_open or len(ask.days) > LONGEST_PUBLICATION:
        raise refuse(Code.TOO_LARGE, "last", most=LONGEST_PUBLICATION)
    places = _places(ask.days, books, who.unit)
    earlier = books.rota.publications.within(days_that_reach(ask.days), unit=who.unit)
    told = promised_on(earlier, ask.days)
    if places == told.places and (told.covers(ask.days) or not places):
        raise refuse(Code.NOTHING_TO_DO)
    made = Publication(
        id=PublicationId(ids.new()),
        unit=who.unit,
        day=ask.days.first,
        last=ask.days.last,
        places=places,
        by=who.staff,
        at=clock.now(),
    )
    books.rota.publications.add(made)
    facts = {"days": ask.days, "number": len(places), "people": len({each.client for each in places})}
    return Done(changed=frozenset({Kind.PUBLICATIONS}), id=made.id, facts=facts)


def _places(days: DateRange, books: Books, unit: UnitId) -> tuple[PublishedPlace, ...]:
    """Everybody's places on the standing shifts, by day and time."""
    within = books.shifts.within(days, unit=unit)
    shifts = {each.id: each for each in within if each.state is ShiftState.PLANNED}
    here = [each for each in books.assignments.within(days) if each.shift in shifts]
    return tuple(
        _place(each, shifts[each.shift])
        for each in sorted(here, key=lambda each: _time_of(shifts[each.shift], each))
    )


def _time_of(shift: Shift, each: Assignment) -> tuple[object, ...]:
    return (shift.day, shift.start, shift.id.int, each.client.int)


def _place(each: Assignment, shift: Shift) -> PublishedPlace:
    return PublishedPlace(
        client=each.client,
        shift=shift.id,
        job=shift.job,
        day=shift.day,
        start=shift.start,
        end=shift.end,
        place=shift.place,
        coach=shift.coach,
    )
