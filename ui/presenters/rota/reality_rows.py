"""The plan against what happened as rows: places, people and shifts; no Qt."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import time

from subcontract.hours.reality.records import Figures, Happened, Outcome, Place, figures_of
from subcontract.ids import ClientId, JobId, ShiftId
from subcontract.rota.shift import Shift
from subcontract.words import N_, Texts
from ui.presenters.tables.table import STAYS, CellKind, Column, Row
from ui.presenters.tone import State, Tone

OUTCOMES: Mapping[Outcome, tuple[str, Tone, str]] = {
    Outcome.CAME: (N_("Came"), Tone.READY, "check"),
    Outcome.CAME_INSTEAD: (N_("Came instead"), Tone.INFO, "swap"),
    Outcome.CAME_UNPLANNED: (N_("Came without plan"), Tone.INFO, "user-plus"),
    Outcome.MOVED: (N_("Moved"), Tone.INFO, "arrow-right"),
    Outcome.SICK: (N_("Sick"), Tone.ATTENTION, "x"),
    Outcome.AWAY: (N_("Away"), Tone.ATTENTION, "minus"),
    Outcome.TAKEN_OFF: (N_("Taken off the plan"), Tone.ATTENTION, "user-minus"),
    Outcome.CALLED_OFF: (N_("Shift called off"), Tone.ATTENTION, "calendar-x"),
    Outcome.NOT_RECORDED: (N_("Not recorded"), Tone.WRONG, "question"),
    Outcome.AHEAD: (N_("To come"), Tone.QUIET, "circle-dashed"),
}
"""Word, tone and icon of each outcome."""
PLACE_COLUMNS = (
    Column(key="client", title=N_("Client"), grows=True, width=16),
    Column(key="day", title=N_("Date"), kind=CellKind.DATE, worth=STAYS),
    Column(key="outcome", title=N_("What happened"), kind=CellKind.STATE, worth=STAYS),
    Column(key="more", title=N_("More"), worth=5),
    Column(key="job", title=N_("Job"), worth=4),
    Column(key="times", title=N_("Shift"), worth=3),
    Column(key="planned", title=N_("Planned"), kind=CellKind.HOURS, total=True, worth=1),
    Column(key="worked", title=N_("Worked"), kind=CellKind.HOURS, total=True, worth=2),
)
_FIGURES = (
    Column(key="expected", title=N_("Places"), kind=CellKind.NUMBER, total=True, worth=6),
    Column(key="held", title=N_("Held"), kind=CellKind.NUMBER, total=True, worth=7),
    Column(key="swaps", title=N_("Came instead"), kind=CellKind.NUMBER, total=True, worth=4),
    Column(key="moves", title=N_("Moved"), kind=CellKind.NUMBER, total=True, worth=2),
    Column(key="absent", title=N_("Absent"), kind=CellKind.NUMBER, total=True, worth=5),
    Column(key="open", title=N_("Not known yet"), kind=CellKind.NUMBER, total=True, worth=3),
    Column(key="planned", title=N_("Planned"), kind=CellKind.HOURS, total=True, worth=1),
    Column(key="worked", title=N_("Worked"), kind=CellKind.HOURS, total=True, worth=3),
)
PEOPLE_COLUMNS = (Column(key="client", title=N_("Client"), grows=True, width=16), *_FIGURES)
SHIFT_COLUMNS = (
    Column(key="day", title=N_("Date"), kind=CellKind.DATE, width=12),
    Column(key="job", title=N_("Job"), grows=True, width=16),
    Column(key="times", title=N_("Shift"), width=12, worth=8),
    *_FIGURES,
)


@dataclass(frozen=True, kw_only=True)
class Read:
    """The places of some days with the names of what they are about."""

    happened: Happened
    places: tuple[Place, ...] = ()
    jobs: Mapping[JobId, str] = field(default_factory=dict)
    shifts: Mapping[ShiftId, Shift] = field(default_factory=dict)

    def name(self, client: ClientId | None) -> str:
        """A client's name."""
        found = self.happened.clients.get(client) if client else None
        return found.name if found else ""

    def times_of(self, place: Place) -> tuple[time, time] | None:
        """The times of a place's shift; those promised when it has been removed."""
        shift = self.shifts.get(place.shift) if place.shift else None
        if shift is not None and shift.day == place.day:
            return shift.start, shift.end
        return (place.promise.start, place.promise.end) if place.promise else None


def place_row(at: int, place: Place, read: Read, texts: Texts) -> Row:
    """One place."""
    word, tone, icon = OUTCOMES[place.outcome]
    return Row(
        id=at,
        cells={
            "day": place.day,
            "client": read.name(place.client),
            "outcome": State(texts.say(word), tone, icon),
            "more": "; ".join(_more(place, read, texts)) or None,
            "job": read.jobs.get(place.job),
            "times": span_words(read.times_of(place), texts) or None,
            "planned": (place.planned_minutes or None) if place.expected or place.helps else None,
            "worked": place.worked_minutes or None,
        },
    )


def span_words(times: tuple[time, time] | None, texts: Texts) -> str:
    """Times as a shift is written."""
    return texts.times(times[0], times[1]) if times else ""


def _more(place: Place, read: Read, texts: Texts) -> Iterator[str]:
    """What is to be told of a place besides."""
    if place.helps:
        yield texts.say(N_("peer coach"))
    if place.outcome is Outcome.CAME and place.worked_minutes != place.planned_minutes:
        yield _other_length(place.worked_minutes - place.planned_minutes, texts)
    if place.outcome is Outcome.MOVED:
        yield texts.say(N_("to {shift}"), shift=_shift_words(place.worked_on, read, texts))
    if place.instead_of is not None:
        yield texts.say(N_("in place of {name}"), name=read.name(place.instead_of))
    if place.replaced_by is not None:
        yield texts.say(N_("{name} came instead"), name=read.name(place.replaced_by))
    if place.other_times and place.promise is not None:
        promised = span_words((place.promise.start, place.promise.end), texts)
        yield texts.say(N_("promised for {times}"), times=promised)
    if place.covered and place.planned and place.promise is None and not place.helps:
        yield texts.say(N_("planned after publishing"))


def _other_length(more: int, texts: Texts) -> str:
    """How much longer or shorter somebody worked than was planned."""
    word = N_("{time} more") if more > 0 else N_("{time} less")
    return texts.say(word, time=texts.length(abs(more)))


def _shift_words(shift: ShiftId | None, read: Read, texts: Texts) -> str:
    """A shift by its job and times."""
    found = read.shifts.get(shift) if shift else None
    if found is None:
        return texts.say(N_("other work"))
    return f"{read.jobs.get(found.job, '')} {span_words((found.start, found.end), texts)}"


def people_rows(read: Read) -> Iterator[Row]:
    """A row for each client, by name."""
    by_client: dict[ClientId, list[Place]] = defaultdict(list)
    for place in read.places:
        by_client[place.client].append(place)
    for client in sorted(by_client, key=lambda one: (read.name(one), str(one))):
        figures = figures_of(tuple(by_client[client]))
        yield Row(id=client, cells={"client": read.name(client), **_cells(figures)})


def shift_rows(read: Read, texts: Texts) -> Iterator[Row]:
    """A row for each shift, in order of time."""
    by_shift: dict[ShiftId, list[Place]] = defaultdict(list)
    for place in read.places:
        if place.shift is not None:
            by_shift[place.shift].append(place)
    for shift, places in by_shift.items():
        first = places[0]
        cells = {
            "day": first.day,
            "job": read.jobs.get(first.job),
            "times": span_words(read.times_of(first), texts),
        }
        yield Row(id=shift, cells={**cells, **_cells(figures_of(tuple(places)))})


def _cells(figures: Figures) -> dict[str, object]:
    """The figures of a row; nothing where there is none."""
    values: Iterable[tuple[str, int]] = (
        ("expected", figures.expected),
        ("held", figures.held),
        ("swaps", figures.swaps),
        ("moves", figures.moves),
        ("absent", figures.sick + figures.away),
        ("open", figures.expected - figures.settled),
        ("planned", figures.planned_minutes),
        ("worked", figures.worked_minutes),
    )
    return {key: value for key, value in values if value}


def figure_words(figures: Figures, texts: Texts, promised: Collection[bool]) -> str:
    """What part of the places held; ``promised`` tells whether they were promised, or only planned."""
    if figures.held_percent is None:
        return texts.say(N_("Nothing of these days is known yet."))
    blanks = {"held": figures.held, "settled": figures.settled, "percent": figures.held_percent}
    if len(set(promised)) > 1:
        words = N_("{held} of {settled} promised and planned places held: {percent} %")
        return texts.say(words, **blanks)
    if True in promised:
        return texts.say(N_("{held} of {settled} promised places held: {percent} %"), **blanks)
    return texts.say(N_("{held} of {settled} planned places held: {percent} %"), **blanks)


def rest_words(figures: Figures, texts: Texts) -> str:
    """The other figures that are not zero, in one line."""
    words = (
        (N_("came instead {number}"), figures.swaps),
        (N_("moved {number}"), figures.moves),
        (N_("came without plan {number}"), figures.unplanned),
        (N_("sick {number}"), figures.sick),
        (N_("away {number}"), figures.away),
        (N_("taken off the plan {number}"), figures.taken_off),
        (N_("called off {number}"), figures.called_off),
        (N_("not recorded {number}"), figures.not_recorded),
    )
    return " · ".join(texts.say(word, number=number) for word, number in words if number)


def place_at(read: Read | None, row: Hashable) -> Place | None:
    """The place of a row."""
    if read is None or not isinstance(row, int) or row >= len(read.places):
        return None
    return read.places[row]
