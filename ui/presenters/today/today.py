"""Today: a greeting, the shifts of the day with who and where, and what must be done first; no Qt."""

from datetime import date, timedelta

from subcontract.actions.act import Kind
from subcontract.actions.correction_facts import corrected_of_unit
from subcontract.clock import HELSINKI
from subcontract.days import DateRange, Month
from subcontract.hours.entry import EntryKind
from subcontract.hours.gaps import Recorded, gaps_of
from subcontract.hours.in_force import in_force
from subcontract.ids import JobId, UnitId
from subcontract.invoicing.drafting.quantities import is_billable
from subcontract.invoicing.states import InvoiceState, state_of
from subcontract.jobs.job import Job
from subcontract.jobs.quote import QuoteState
from subcontract.people.client import Client
from subcontract.ports import InvoiceHead, Lists
from subcontract.words import N_, Texts
from ui.presenters.base import Door, Presenter
from ui.presenters.pay.months import unpaid_months
from ui.presenters.today.beginning import Centre, beginning, read_centre
from ui.presenters.today.cards import Card, Duties, cards, in_order
from ui.presenters.today.invoicing import InvoicingDue, invoicing_cards, read_invoicing
from ui.presenters.today.limits import Near, limit_cards, read_near
from ui.presenters.today.rota import WeekToTell, read_weeks_to_tell, rota_cards
from ui.presenters.today.shifts import DayFacts, ShiftToday, read_day, shifts_of
from ui.presenters.today.subsidies import Reminders, read_reminders, subsidy_cards

GAP_DAYS = 31
UNBILLED_MONTHS = 12
NOON, EVENING = 11, 17


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
        self.door.ask(lambda lists: read_day(lists, unit, today), self._fill_day)
        self.door.ask(
            lambda lists: (_read_duties(lists, unit, today), read_centre(lists, unit)), self._fill_duties
        )
        who = self.door.who
        self.door.ask(lambda lists: read_near(lists, who, today), self._fill_limits)
        self.door.ask(lambda lists: read_reminders(lists, who, today), self._fill_subsidies)
        self.door.ask(lambda lists: read_weeks_to_tell(lists, who, today), self._fill_rota)
        self.door.ask(lambda lists: read_invoicing(lists, who, today), self._fill_invoicing)

    def _fill_day(self, facts: DayFacts) -> None:
        self.shifts = shifts_of(facts, self.texts)
        self.tell()

    def _fill_duties(self, facts: tuple[Duties, Centre]) -> None:
        duties, centre = facts
        who = self.door.who
        self.is_read = True
        self._put("duties", (*cards(duties, who, self.texts), *beginning(centre, who, self.texts)))

    def _fill_limits(self, near: Near) -> None:
        self._put("limits", limit_cards(near, self.texts))

    def _fill_subsidies(self, reminders: Reminders) -> None:
        self._put("subsidies", tuple(subsidy_cards(reminders, self.texts, self.door.today())))

    def _fill_rota(self, weeks: tuple[WeekToTell, ...]) -> None:
        self._put("rota", tuple(rota_cards(weeks, self.texts, self.door.today())))

    def _fill_invoicing(self, due: InvoicingDue) -> None:
        self._put("invoicing", tuple(invoicing_cards(due, self.texts)))

    def _put(self, name: str, found: tuple[Card, ...]) -> None:
        """Show other cards of one kind among the rest."""
        self._found[name] = found
        self.cards = in_order(card for kind in self._found.values() for card in kind)
        self.tell()


def _read_duties(lists: Lists, unit: UnitId, today: date) -> Duties:
    """What waits for somebody."""
    clients = lists.clients.where(unit=unit)
    jobs = {job.id: job for job in lists.jobs.where(unit=unit)}
    runs = lists.pay_runs.where(unit=unit)
    this = Month.of(today)
    quarter = DateRange(this.plus(-3).first, this.plus(-1).last)
    return Duties(
        today=today,
        gaps=gaps_of(_recorded(lists, unit, today, clients, jobs)),
        jobs=jobs,
        clients=tuple(client for client in clients if client.active),
        quotes=tuple(quote for quote in lists.quotes.where(state=QuoteState.SENT) if quote.job in jobs),
        tariffs=lists.tariffs.where(unit=unit),
        runs=runs,
        unpaid_months=unpaid_months(lists, unit, quarter),
        unbilled=_unbilled(lists, today, jobs),
        bookings=lists.waiting_bookings(unit),
        to_credit=tuple(one for one in corrected_of_unit(lists, unit, _invoiced(today)) if one.is_credit),
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


def _invoiced(today: date) -> DateRange:
    """The days whose invoices are looked at for corrections."""
    this = Month.of(today)
    return DateRange(this.plus(-UNBILLED_MONTHS).first, this.last)


def _by_state(lists: Lists, today: date) -> dict[str, tuple[InvoiceHead, ...]]:
    """Invoices past their due day of which something is left, and those paid too much."""
    heads = lists.invoice_heads(DateRange(Month(today.year - 1, 1).first))
    states = {head.id: state_of(head, head.settled, today) for head in heads}
    return {
        "overdue": tuple(head for head in heads if states[head.id] is InvoiceState.OVERDUE),
        "overpaid": tuple(head for head in heads if states[head.id] is InvoiceState.OVERPAID),
    }
