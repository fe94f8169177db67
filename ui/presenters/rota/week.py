"""What is read for some days of the rota: a week, or the weeks of a month; no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from subcontract.actions.plan_facts import read_plan
from subcontract.actions.rotation_facts import terms_of
from subcontract.days import ONE_DAY, DateRange, Month
from subcontract.ids import ClientId, CustomerId, ShiftId, UnitId
from subcontract.jobs.customer import Customer
from subcontract.ports import Lists
from subcontract.rota.calendar import DAYS_IN_WEEK, week_of
from subcontract.rota.fairness import weeks_until
from subcontract.rota.plan import Plan
from subcontract.rota.publishing import days_that_reach
from subcontract.rota.records import Pin, PinKind, Publication
from ui.presenters.rota.shift_card import ShiftCard

WORKING_DAYS = 5


@dataclass(frozen=True, kw_only=True)
class Week:
    """What was read for the days in view, with the weeks before them that fairness looks at."""

    days: DateRange
    plan: Plan
    customers: Mapping[CustomerId, Customer] = field(default_factory=dict)
    complete: frozenset[ShiftId] = frozenset()
    pins: tuple[Pin, ...] = ()
    promised: tuple[Publication, ...] = ()
    """All that tell of some of the days, in any order."""
    view: DateRange | None = None
    """The days of these weeks that are in view, when not all are: those of a month."""

    @property
    def in_view(self) -> DateRange:
        """The days in view."""
        return self.view or self.days

    @property
    def is_long(self) -> bool:
        """Whether these are the weeks of a month."""
        return len(self.days) > DAYS_IN_WEEK

    @cached_property
    def pin_of(self) -> Mapping[tuple[ClientId, ShiftId], PinKind]:
        """What a coach has decided of a client and a shift."""
        return {(pin.client, pin.shift): pin.kind for pin in self.pins}

    @cached_property
    def barred_from(self) -> Mapping[ShiftId, tuple[ClientId, ...]]:
        """Who is not to be proposed for a shift."""
        found: dict[ShiftId, tuple[ClientId, ...]] = {}
        for pin in self.pins:
            if pin.kind is PinKind.BARRED:
                found[pin.shift] = (*found.get(pin.shift, ()), pin.client)
        return found

    @cached_property
    def made_cards(self) -> dict[ShiftId, ShiftCard]:
        """Cards made already: a shift stands on the board once by its job and once by each person."""
        return {}


def read_week(lists: Lists, unit: UnitId, day: date) -> Week:
    """Read the week of a day, the three before it and the days on either side."""
    return read_days(lists, unit, week_of(day))


def read_days(lists: Lists, unit: UnitId, days: DateRange, view: DateRange | None = None) -> Week:
    """Read whole weeks, and the days around them that warnings and fairness look at; ``view`` is shown.

    Where somebody has a limit for a month, the rest of the months is read too.
    """
    wide = DateRange(min(weeks_until(days.last).first, days.first - ONE_DAY), days.last + ONE_DAY)
    wishes = lists.rota.wishes.where(unit=unit)
    if any(each.monthly_days is not None or each.monthly_minutes is not None for each in wishes):
        first, last = Month.of(days.first).first, Month.of(days.last).last
        wide = DateRange(min(wide.first, first), max(wide.last, last))
    return Week(
        days=days,
        plan=replace(
            read_plan(lists, unit, wide),
            rosters=lists.rota.rosters.where(unit=unit),
            wishes=wishes,
            least_rest_minutes=terms_of(lists, unit).least_rest_minutes,
        ),
        customers={customer.id: customer for customer in lists.customers.all()},
        complete=frozenset(each.shift for each in lists.complete_days.within(days, unit=unit)),
        pins=lists.rota.pins.within(days, unit=unit),
        view=view,
        promised=lists.rota.publications.within(days_that_reach(days), unit=unit),
    )


def weeks_of(month: Month) -> DateRange:
    """The whole weeks that touch a month."""
    return DateRange(week_of(month.first).first, week_of(month.last).last)


def month_of(days: DateRange) -> Month:
    """The month whose weeks these are; of a single week the month that has most of it."""
    return Month.of(days.first + (days.last - days.first) // 2)


def shown_days(week: Week) -> tuple[date, ...]:
    """Monday to Friday, and the weekend as far as it has shifts; of longer times every day."""
    days = tuple(week.in_view)
    if week.is_long:
        return days
    last = max((s.day for s in week.plan.shifts if s.day in week.days), default=days[WORKING_DAYS - 1])
    return days[: max(WORKING_DAYS, (last - days[0]).days + 1)]
