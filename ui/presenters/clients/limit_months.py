"""A client's earnings month by month against the limits of the pension; no Qt."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from subcontract.actions.act import Kind
from subcontract.actions.earnings_facts import EarningsAsked, earnings_facts
from subcontract.benefits.earnings import ALLOWANCE_LEFT_OUT, minutes_that_fit
from subcontract.benefits.earnings_months import EarningsFacts, MonthOfEarnings, months_of_earnings
from subcontract.benefits.records import EarnedIn
from subcontract.days import Month
from subcontract.ids import ClientId
from subcontract.money import ZERO
from subcontract.payout.wages.compensation import percentage_of
from subcontract.people.employment import Employment, HolidayPayment
from subcontract.ports import Lists
from subcontract.words import N_, Texts
from ui.presenters.base import Door
from ui.presenters.clients.limit_steps import month_steps
from ui.presenters.clients.limit_words import COUNTED, effects, fit_words, light, whom_to_ask
from ui.presenters.registers.looked_at import LookedAtPresenter
from ui.presenters.tables.table import STAYS, CellKind, Column, Empty, Row, TablePresenter
from ui.presenters.tone import State, Tone
from ui.presenters.working import Step

BEFORE, AFTER = 6, 5
"""Months shown before and after the present one."""
BOTH = N_("Kela's limit matters when Kela pays a pension too. Otherwise only the work pension's does.")
COLUMNS = (
    Column(key="month", title=N_("Month"), kind=CellKind.MONTH, grows=True),
    Column(key="state", title=N_("Earnings limit"), kind=CellKind.STATE, worth=STAYS),
    Column(key="used", title=N_("From us"), kind=CellKind.MONEY, worth=2),
    Column(key="elsewhere", title=N_("From elsewhere"), kind=CellKind.MONEY, worth=0),
    Column(key="planned", title=N_("Planned"), kind=CellKind.MONEY, worth=2),
    Column(key="left", title=N_("Left"), kind=CellKind.MONEY, worth=STAYS),
    Column(key="fit", title=N_("Planned shifts"), worth=3),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitsAnswer:
    """What was read of a client; no facts without a pension."""

    facts: EarningsFacts | None
    employments: tuple[Employment, ...]


def read_limits(lists: Lists, asked: EarningsAsked, client: ClientId) -> LimitsAnswer:
    """A client's earnings, and the agreements by which more of them would come."""
    facts = earnings_facts(lists, asked)
    return LimitsAnswer(
        facts=facts.get(client), employments=lists.pay.employments.where(client=client) if facts else ()
    )


class LimitMonthsPresenter(LookedAtPresenter[LimitsAnswer]):
    """The months of the client whose page is open, and the one that is looked at more closely."""

    depends_on = frozenset(
        (
            *(Kind.PENSIONS, Kind.EMPLOYMENTS, Kind.PAY_SETTINGS, Kind.PAY_RUNS),
            *(Kind.ENTRIES, Kind.SHIFTS, Kind.CLIENTS),
        )
    )

    def __init__(self, door: Door, texts: Texts) -> None:
        """Belong to nobody yet."""
        super().__init__(door, texts)
        self.month: Month | None = Month.of(door.today())
        """The month in the card; ``None`` while it is closed."""
        self.months: dict[Month, MonthOfEarnings] = {}
        self.on_new: Callable[[], None] | None = None
        """Leads to a new pension; the page knows how."""
        empty = Empty(
            picture="coins",
            sentence=N_("No disability pension has been written down, so no earnings limit is watched."),
            button=N_("New pension"),
            command=self._start_new,
        )
        self.table = TablePresenter(COLUMNS, texts, name=N_("Earnings month by month"), empty=empty)
        self.table.count_words = (N_("{number} month"), N_("{number} months"))
        self.table.on_select = self._selected
        self.table.on_open = self.open
        self._answer: LimitsAnswer | None = None
        self._fills = False

    # --- whose they are

    def leave(self) -> None:
        """Show nobody's months."""
        self._answer, self.months, self.month = None, {}, Month.of(self.door.today())
        self.table.set_rows(())

    def read(self, lists: Lists, client: ClientId) -> LimitsAnswer:
        """The client's earnings around the present month."""
        asked = EarningsAsked(
            unit=self.door.who.unit,
            months=_months(self.door.today()),
            today=self.door.today(),
            clients=(client,),
        )
        return read_limits(lists, asked, client)

    def take(self, answer: LimitsAnswer) -> None:
        """Show the months; the one that is looked at stays."""
        self._answer = answer
        found = months_of_earnings(answer.facts, _months(self.door.today())) if answer.facts else ()
        self.months = {one.month: one for one in found}
        self._fills = True
        self.table.set_rows(self._row(one) for one in found)
        if self.month in self.months:
            self.table.select(self.month)
        self._fills = False

    def _row(self, one: MonthOfEarnings) -> Row:
        state = light(one.state, self.texts)
        cells = {
            "month": one.month,
            "state": state,
            "used": one.used or None,
            "elsewhere": one.elsewhere or None,
            "planned": one.planned or None,
            "left": one.kela.left,
            "fit": fit_words(one.fit, self.texts),
        }
        return Row(id=one.month, cells=cells, tone=state.tone if one.state.is_near else Tone.NONE)

    # --- one month

    def _selected(self, row: Hashable | None) -> None:
        """The card follows the row that is selected while it is open."""
        if not self._fills and self.month is not None and isinstance(row, Month):
            self.open(row)

    def open(self, row: Hashable) -> None:
        """Look at a month more closely."""
        if isinstance(row, Month):
            self.month = row
            self.table.select(row)
            self.tell()

    def close(self) -> None:
        """Close the month's card."""
        self.month = None
        self.tell()

    def _start_new(self) -> None:
        if self.on_new is not None:
            self.on_new()

    @property
    def shown(self) -> MonthOfEarnings | None:
        """The month in the card."""
        return self.months.get(self.month) if self.month else None

    @property
    def heading(self) -> str:
        """The month in words."""
        return self.texts.month(self.shown.month) if self.shown else ""

    @property
    def state(self) -> State:
        """The light of the month in the card."""
        return light(self.shown.state, self.texts) if self.shown else State("")

    @property
    def fit(self) -> str:
        """How far the planned shifts of the month fit, as a sentence; empty without plans."""
        fit = self.shown.fit if self.shown else None
        if fit is None:
            return ""
        if fit.all_fits:
            return self.texts.say(N_("All planned shifts fit under the limit."))
        if fit.last is None:
            return self.texts.say(N_("Not even the first planned shift fits under the limit."))
        return self.texts.say(
            N_("The planned shifts fit until {day}. The next one goes over the limit."), day=fit.last
        )

    @property
    def steps(self) -> tuple[Step, ...]:
        """What the month's earnings come of, and each limit with its rule."""
        facts = self._answer.facts if self._answer else None
        return month_steps(self.shown, facts.outside, self.texts) if self.shown and facts else ()

    @property
    def hours_left(self) -> str:
        """How much more work fits at the person's own pay; empty when that cannot be told."""
        month, agreed = self.shown, self._agreement()
        left = month.kela.left if month else None
        if month is None or left is None or left <= ZERO or agreed is None:
            return ""
        terms = agreed.terms_on(min(max(month.month.first, agreed.days.first), agreed.days.last))
        if terms is None or not terms.hourly_base:
            return ""
        holiday = self._holiday(agreed, month.month)
        return self.texts.say(
            N_("About {length} more of work fits, at {hourly} an hour and {holiday} holiday compensation."),
            length=self.texts.length(minutes_that_fit(left, terms.hourly_base, holiday)),
            hourly=terms.hourly_base,
            holiday=self.texts.percent(holiday),
        )

    def _holiday(self, agreed: Employment, month: Month) -> Decimal:
        """Holiday compensation in per cent where it is paid with each payment."""
        if agreed.holiday is HolidayPayment.AT_END:
            return Decimal(0)
        return percentage_of(agreed, month, self._answer.employments if self._answer else ()).value

    def _agreement(self) -> Employment | None:
        """The agreement of the month in the card."""
        month, kept = self.shown, self._answer.employments if self._answer else ()
        return next((one for one in kept if month and one.days.overlap(month.month.days)), None)

    @property
    def lines(self) -> tuple[Step, ...]:
        """The steps, and under them what is to be known of the month."""
        return (*self.steps, *(Step(what=note) for note in self.notes))

    @property
    def notes(self) -> tuple[str, ...]:
        """What it means, what is not sure, and whom to ask."""
        month, facts = self.shown, self._answer.facts if self._answer else None
        if month is None or facts is None:
            return ()
        doubts = dict.fromkeys(use.note for use in month.uses if use.note)
        return (
            *effects(month, self.texts),
            *whom_to_ask(month, self.texts),
            *((self.texts.say(BOTH),) if month.work is not None else ()),
            self.texts.say(COUNTED[facts.by]),
            self.texts.say(ALLOWANCE_LEFT_OUT),
            *(self.texts.say(words) for words in doubts),
        )

    @property
    def counted_by(self) -> EarnedIn | None:
        """In which month pay is counted, by the unit's settings."""
        return self._answer.facts.by if self._answer and self._answer.facts else None


def _months(today: date) -> tuple[Month, ...]:
    """The months around the present one."""
    this = Month.of(today)
    return tuple(this.plus(number) for number in range(-BEFORE, AFTER + 1))
