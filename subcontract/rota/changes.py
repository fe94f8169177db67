"""What has become of what people were told: who has a place more, a place less, or another time or work."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from subcontract.days import DateRange
from subcontract.ids import ClientId, JobId, ShiftId, StaffId
from subcontract.rota.plan import Plan
from subcontract.rota.publishing import Promise
from subcontract.rota.records import PublishedPlace
from subcontract.rota.shift import Shift, ShiftState

Terms = tuple[JobId, date, time, time, str, StaffId | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A client's place as it was told and as it is planned now; ``None`` where there is none."""

    client: ClientId
    shift: ShiftId
    was: PublishedPlace | None
    now: Shift | None

    @property
    def day(self) -> date:
        """The day that was told, else the one planned now."""
        if self.was is not None:
            return self.was.day
        return self.now.day if self.now is not None else date.min


def changes_since(promise: Promise, plan: Plan, days: DateRange) -> tuple[Change, ...]:
    """Every difference between what was told of those days and the plan, in order of days.

    Days of which nothing was told are left out: there nothing has been promised that could change.
    """
    told = [place for place in promise.places if place.day in days]
    found = [*_less_or_other(told, plan), *_more(promise, told, plan, days)]
    return tuple(sorted(found, key=lambda each: (each.day, each.shift.int, each.client.int)))


def _less_or_other(told: list[PublishedPlace], plan: Plan) -> Iterator[Change]:
    """Places that are no longer, or are at another time, place or work, or with another coach."""
    for place in told:
        shift = plan.shift_by_id.get(place.shift)
        here = any(each.client == place.client for each in plan.on_shift(place.shift))
        standing = shift is not None and shift.state is ShiftState.PLANNED and here
        now = shift if standing else None
        if now is None or terms_of(now) != terms_of(place):
            yield Change(client=place.client, shift=place.shift, was=place, now=now)


def _more(promise: Promise, told: list[PublishedPlace], plan: Plan, days: DateRange) -> Iterator[Change]:
    """Places that nobody was told of, on days of which something was told."""
    known = {(place.client, place.shift) for place in told}
    for each in plan.assignments:
        shift = plan.shift_by_id.get(each.shift)
        if shift is None or shift.day not in days or shift.day not in promise.days:
            continue
        if shift.state is ShiftState.PLANNED and (each.client, each.shift) not in known:
            yield Change(client=each.client, shift=each.shift, was=None, now=shift)


def terms_of(place: Shift | PublishedPlace) -> Terms:
    """What was told of a place."""
    return (place.job, place.day, place.start, place.end, place.place, place.coach)
