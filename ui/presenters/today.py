"""Today: a greeting, the shifts of the day with who and where, and what must be done first; no Qt."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from subcontract.actions.act import Kind
from subcontract.actions.subsidy_reminders import SubsidyReminder, subsidy_reminders
from subcontract.clock import HELSINKI
from subcontract.days import DateRange, Month
from subcontract.hours.entry import Attendance, EntryKind, WorkEntry
from subcontract.hours.gaps import Recorded, gaps_of
from subcontract.hours.in_force import in_force
from subcontract.ids import ClientId, JobId, ShiftId, StaffId, UnitId
from subcontract.invoicing.quantities import is_billable
from subcontract.invoicing.states import InvoiceState, state_of
from subcontract.jobs.job import Job
from subcontract.jobs.quote import QuoteState
from subcontract.payout.records import Ledger
from subcontract.people.client import Client
from subcontract.ports import InvoiceHead, Lists
from subcontract.rota.shift import Shift, ShiftState
from subcontract.rota.warnings import away_on
from subcontract.words import N_, Texts
from ui.presenters.base import Door, Presenter
from ui.presenters.today_beginning import Centre, beginning, read_centre
from ui.presenters.today_cards import Card, Duties, cards, in_order
from ui.presenters.today_limits import Near, limit_cards, read_near
from ui.presenters.today_subsidies import subsidy_cards
from ui.presenters.tone import State, Tone

GAP_DAYS = 31
UNBILLED_MONTHS = 12
NOON, EVENING = 11, 17


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A person of a shift; the photo only with consent."""

    name: str
    photo: bytes = b""
    is_away: bool = False
    """Known to be away today, or recorded so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftToday:
    """A shift of the day, written."""

    id: UUID
    times: str
    job: str
    place: str
    coach: str
    pictogram: str
    people: tuple[Face, ...]
    state: State


@dataclass(frozen=True, slots=True, kw_only=True)
class DayFacts:
    """The day's shifts with everything that belongs to them."""

    shifts: tuple[Shift, ...]
    people: dict[UUID, tuple[ClientId, ...]]
    clients: dict[ClientId, Client]
    jobs: dict[JobId, Job]
    staff: dict[StaffId, str]
    recorded: frozenset[UUID]
    complete: frozenset[UUID]
    away: frozenset[tuple[UUID, ClientId]]
    """Who will not come, or did not."""


class TodayPresenter(Presenter):
    """The first screen of the morning."""

    depends_on = frozenset(Kind)

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start with nothing read."""
        super().__init__(door, texts)
        self.shifts: tuple[ShiftToday, ...] = ()
        self.cards: tuple[Card, ...] = ()
        self.is_read = False
        self._found: dict[str, tuple[Card, ...]] = {}
        """Cards by where they come from: each is read by itself."""

    @property
    def greeting(self) -> str:
        """A greeting for the hour."""
        hour = self.door.clock.now().astimezone(HELSINKI).hour
        if hour < NOON:
            return self.texts.say(N_("Good morning"))
        return self.texts.say(N_("Good day") if hour < EVENING else N_("Good evening"))

    @property
    def day(self) -> str:
        """Today, written out."""
        return self.texts.long_day(self.door.today())

    @property
    def shifts_words(self) -> str:
        """How many shifts there are and how many people are on them."""
        if not self.shifts:
            return self.texts.say(N_("No shifts today."))
        people = sum(not face.is_away for shift in self.shifts for face in shift.people)
        shifts = self.texts.count(N_("{number} shift"), N_("{number} shifts"), len(self.shifts))
        clients = self.texts.count(N_("{number} client"), N_("{number} clients"), people)
        return f"{shifts}, {clients}"

    @property
    def nothing_to_do(self) -> str:
        """What stands in place of the cards when there are none."""
        if not self.is_read or self.cards:
            return ""
        return self.texts.say(N_("Nothing waits for you. A good moment for coffee."))

    def load(self) -> None:
        """Read the day, then what waits."""
        unit, today = self.door.who.unit, self.door.today()
        self.door.ask(lambda lists: _read_day(lists, unit, today), self._fill_day)
        self.door.ask(
            lambda lists: (
                _read_duties(lists, unit, today),
                read_centre(lists, unit),
                subsidy_reminders(lists, unit, today),
            ),
            self._fill_duties,
        )
        self.door.ask(lambda lists: read_near(lists, self.door.who, today), self._fill_limits)

    def _fill_day(self, facts: DayFacts) -> None:
        self.shifts = tuple(self._shift(shift, facts) for shift in facts.shifts)
        self.tell()

    def _fill_duties(self, facts: tuple[Duties, Centre, tuple[SubsidyReminder, ...]]) -> None:
        duties, centre, reminders = facts
        who, texts = self.door.who, self.texts
        self.is_read = True
        found = (
            *cards(duties, who, texts),
            *subsidy_cards(reminders, duties.clients, who, texts, duties.today),
            *beginning(centre, who, texts),
        )
        self._put("duties", found)

    def _fill_limits(self, near: Near) -> None:
        self._put("limits", limit_cards(near, self.texts))

    def _put(self, name: str, found: tuple[Card, ...]) -> None:
        """Show other cards of one kind among the rest."""
        self._found[name] = found
        self.cards = in_order(card for kind in self._found.values() for card in kind)
        self.tell()

    def _shift(self, shift: Shift, facts: DayFacts) -> ShiftToday:
        """One shift, written."""
        job = facts.jobs.get(shift.job)
        phase = job.phase(shift.phase) or next(iter(job.phases), None) if job else None
        people = [facts.clients[one] for one in facts.people.get(shift.id, ()) if one in facts.clients]
        return ShiftToday(
            id=shift.id,
            times=f"{self.texts.clock(shift.start)}–{self.texts.clock(shift.end)}",
            job=job.name if job else "",
            place=shift.place or (job.place if job else ""),
            coach=facts.staff.get(shift.coach, "") if shift.coach else "",
            pictogram=phase.pictogram if phase else "boxes",
            people=tuple(
                self._face(client, is_away=(shift.id, client.id) in facts.away)
                for client in sorted(people, key=lambda one: (one.last_name, one.first_name))
            ),
            state=self._state(shift, facts),
        )

    def _face(self, client: Client, *, is_away: bool) -> Face:
        """A person of a shift; why somebody is away is not told on the first screen."""
        name = client.call_name or client.first_name
        return Face(
            name=self.texts.say(N_("{name} (away)"), name=name) if is_away else name,
            photo=client.photo if client.photo_consent else b"",
            is_away=is_away,
        )

    def _state(self, shift: Shift, facts: DayFacts) -> State:
        """How far the recording of a shift is."""
        if shift.id in facts.complete:
            return State(self.texts.say(N_("Day complete")), Tone.READY)
        if shift.id in facts.recorded:
            return State(self.texts.say(N_("Being recorded")), Tone.INFO, "pencil-simple")
        return State(self.texts.say(N_("Not recorded yet")), Tone.QUIET, "clock")


def _read_day(lists: Lists, unit: UnitId, today: date) -> DayFacts:
    """The shifts of one day."""
    days = DateRange(today, today)
    shifts = [shift for shift in lists.shifts.within(days, unit=unit) if shift.state is ShiftState.PLANNED]
    people: dict[UUID, tuple[ClientId, ...]] = {}
    for each in lists.assignments.within(days):
        people[each.shift] = (*people.get(each.shift, ()), each.client)
    wanted = {client for group in people.values() for client in group}
    entries = in_force(lists.entries.within(days, unit=unit))
    clients = {one.id: one for one in lists.clients.where(unit=unit) if one.id in wanted}
    return DayFacts(
        shifts=tuple(sorted(shifts, key=lambda shift: (shift.start, shift.end))),
        people=people,
        clients=clients,
        jobs={job.id: job for job in lists.jobs.where(unit=unit)},
        staff={one.id: one.name for one in lists.staff.all()},
        recorded=frozenset(entry.shift for entry in entries if entry.shift),
        complete=frozenset(one.shift for one in lists.complete_days.within(days, unit=unit)),
        away=frozenset(_away(people, clients, entries, today)),
    )


def _away(
    people: dict[UUID, tuple[ClientId, ...]],
    clients: dict[ClientId, Client],
    entries: tuple[WorkEntry, ...],
    today: date,
) -> Iterator[tuple[UUID, ClientId]]:
    """Who of each shift is away: as recorded, and before that as known beforehand."""
    told = {(e.shift, e.client): e.attendance for e in entries if e.kind is EntryKind.WORK}
    for shift, group in people.items():
        for one in group:
            attendance = told.get((ShiftId(shift), one))
            known = one in clients and away_on(clients[one], today) is not None
            if known if attendance is None else attendance is not Attendance.PRESENT:
                yield shift, one


def _read_duties(lists: Lists, unit: UnitId, today: date) -> Duties:
    """What waits for somebody."""
    clients = lists.clients.where(unit=unit)
    jobs = {job.id: job for job in lists.jobs.where(unit=unit)}
    runs = lists.pay_runs.where(unit=unit)
    paid = {run.month for run in runs if run.ledger is Ledger.ALLOWANCE}
    return Duties(
        today=today,
        gaps=gaps_of(_recorded(lists, unit, today, clients, jobs)),
        jobs=jobs,
        clients=tuple(client for client in clients if client.active),
        quotes=tuple(quote for quote in lists.quotes.where(state=QuoteState.SENT) if quote.job in jobs),
        tariffs=lists.tariffs.where(unit=unit),
        runs=runs,
        unpaid_months=_unpaid_months(lists, today, jobs, paid),
        unbilled=_unbilled(lists, today, jobs),
        **_by_state(lists, today),
    )


def _recorded(
    lists: Lists,
    unit: UnitId,
    today: date,
    clients: tuple[Client, ...],
    jobs: dict[JobId, Job],
) -> Recorded:
    """Past days in which gaps are looked for; today is still under way."""
    days = DateRange(today - timedelta(days=GAP_DAYS), today - timedelta(days=1))
    return Recorded(
        today=today,
        shifts=lists.shifts.within(days, unit=unit),
        assignments=lists.assignments.within(days),
        entries=in_force(lists.entries.within(days, unit=unit)),
        complete=lists.complete_days.within(days, unit=unit),
        clients={client.id: client for client in clients},
        jobs=jobs,
    )


def _unpaid_months(lists: Lists, today: date, jobs: dict[JobId, Job], paid: set[Month]) -> tuple[Month, ...]:
    """Past months with work and without a pay run, of the last quarter."""
    this = Month.of(today)
    sums = lists.entry_sums(DateRange(this.plus(-3).first, this.plus(-1).last))
    worked = {s.month for s in sums if s.kind is EntryKind.WORK and s.people and s.job in jobs}
    return tuple(sorted(worked - paid))


def _unbilled(lists: Lists, today: date, jobs: dict[JobId, Job]) -> int:
    """Entries of past months that wait for an invoice."""
    this = Month.of(today)
    days = DateRange(this.plus(-UNBILLED_MONTHS).first, this.plus(-1).last)
    priced = {(job.id, phase.id) for job in jobs.values() for phase in job.phases if phase.unit_price}
    return sum(
        1
        for entry in lists.unbilled_entries(days)
        if is_billable(entry)
        and ((entry.job, entry.phase) in priced or (entry.kind is EntryKind.MATERIAL and entry.job in jobs))
    )


def _by_state(lists: Lists, today: date) -> dict[str, tuple[InvoiceHead, ...]]:
    """Invoices past their due day of which something is left, and those paid too much."""
    heads = lists.invoice_heads(DateRange(Month(today.year - 1, 1).first))
    states = {head.id: state_of(head, head.settled, today) for head in heads}
    return {
        "overdue": tuple(head for head in heads if states[head.id] is InvoiceState.OVERDUE),
        "overpaid": tuple(head for head in heads if states[head.id] is InvoiceState.OVERPAID),
    }
