"""One person's own week as facts for its paper; no Qt."""

from datetime import date

from subcontract.ids import ClientId
from subcontract.papers.rota_facts import OwnDay, OwnShift, OwnWeekFacts
from subcontract.people.client import Client
from subcontract.rota.plan_state import plan_state
from subcontract.rota.shift import Shift
from subcontract.rota.times import last_day
from subcontract.rota.warnings import away_on
from ui.presenters.recording.rows import photo_of
from ui.presenters.rota.papers.on_paper import first_name, pictogram_of
from ui.presenters.rota.papers.reading import RotaDays


def own_week_facts(read: RotaDays, client: Client) -> OwnWeekFacts:
    """The week of one person; of others not a word, except who the coach is."""
    mine = _in_order([shift for shift in read.standing if client.id in _people(read, shift)])
    return OwnWeekFacts(
        unit=read.unit,
        monday=read.days.first,
        name=f"{client.called} {client.last_name}".strip(),
        photo=photo_of(client),
        days=tuple(_day(day, mine, client, read) for day in read.days),
        state=plan_state(
            read.plan, read.publications, read.days, whose=lambda seat: seat.client == client.id
        ),
    )


def _day(day: date, mine: list[Shift], client: Client, read: RotaDays) -> OwnDay:
    """A day of theirs; shifts on which they are known to be away are not to be gone to."""
    here = [shift for shift in mine if shift.day == day]
    if here and away_on(client, day) is not None:
        return OwnDay(day=day, away=True)
    return OwnDay(day=day, shifts=tuple(_shift(shift, read) for shift in here))


def shifts_in_days(read: RotaDays, client: ClientId) -> int:
    """How many shifts a person has on the days."""
    return sum(client in _people(read, shift) for shift in read.standing)


def _people(read: RotaDays, shift: Shift) -> set[ClientId | None]:
    """Who comes to a shift: its group, and the peer coach."""
    return {shift.peer_coach, *(each.client for each in read.plan.on_shift(shift.id))}


def _in_order(shifts: list[Shift]) -> list[Shift]:
    return sorted(shifts, key=lambda shift: (shift.day, shift.start, str(shift.id)))


def _shift(shift: Shift, read: RotaDays) -> OwnShift:
    """One shift in the person's words."""
    job = read.job_of(shift)
    return OwnShift(
        start=shift.start,
        end=shift.end,
        job=job.name if job else "",
        place=read.place_of(shift),
        pictogram=pictogram_of(job, shift),
        coach=first_name(read.coach_of(shift)),
        ends_next_day=last_day(shift) > shift.day,
    )
