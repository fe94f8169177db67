"""What the demo centre's people were told of their weeks, what changed since, and what is kept; no Qt."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from typing import Any

from subcontract.actions.mark_away import MarkAway
from subcontract.actions.pin_place import PinPlace, pin_place
from subcontract.actions.publish_rota import PublishRota, publish_rota
from subcontract.actions.step_in import StepIn, step_in
from subcontract.days import DateRange
from subcontract.ids import JobId, ShiftId
from subcontract.people.client import AbsenceKind
from subcontract.rota.records import PinKind
from ui.demo.data import Data, client_id, demo_id
from ui.demo.steps import Step, Teller, at

COACH = "maija"
WEEK = timedelta(days=7)
TOLD_AT = 17
"""After the week has been planned (``days``) and the peer coach named (``rota``)."""


def promise_steps(data: dict[str, Any]) -> Iterator[Step]:
    """Each week is told on the Thursday before; then somebody falls out, and places are kept."""
    monday = data["promised"]["from"]
    while monday <= data["promised"]["to"]:
        ask = PublishRota(days=DateRange(monday, monday + WEEK - timedelta(days=1)))
        yield at(monday - timedelta(days=4), TOLD_AT, partial(_publish, ask=ask))
        monday += WEEK
    for change in data["change"]:
        yield at(change["on"], change["hour"], partial(_change, change=change))
    for pin in data["pin"]:
        yield at(pin["on"], pin["hour"], partial(_pin, pin=pin))


def _publish(teller: Teller, ask: PublishRota) -> None:
    teller.act(COACH, publish_rota, ask)


def _change(teller: Teller, change: Data) -> None:
    """Somebody does not come: somebody else steps in, or the place stays empty."""
    shift, gone = _shift(teller, change), client_id(change["gone"])
    kind = change.get("away")
    ask = StepIn(
        away=MarkAway(client=gone, days=DateRange(change["day"], change["day"]), kind=AbsenceKind(kind))
        if kind
        else None,
        put=((client_id(change["comes"]), shift),) if "comes" in change else (),
        taken=((gone, shift),),
        seen=frozenset((one.client, shift) for one in teller.books.assignments.where(shift=shift)),
    )
    teller.act(COACH, step_in, ask)


def _pin(teller: Teller, pin: Data) -> None:
    """A place that every proposal keeps, or somebody who is not to be proposed."""
    ask = PinPlace(shift=_shift(teller, pin), client=client_id(pin["client"]), kind=PinKind(pin["kind"]))
    teller.act(COACH, pin_place, ask)


def _shift(teller: Teller, data: Data) -> ShiftId:
    """The job's shift of a day."""
    day: date = data["day"]
    job = JobId(demo_id("job", data["job"]))
    return next(shift.id for shift in teller.books.shifts.within(DateRange(day, day), job=job))
