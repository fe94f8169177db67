"""How much a pensioner may still earn in the month of a shift: facts for whoever plans, never a ban."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Protocol

from subcontract.benefits.earnings import LimitUse
from subcontract.benefits.earnings_months import (
    Earning,
    EarningsFacts,
    MonthOfEarnings,
    month_of_earnings,
    pensions_in,
)
from subcontract.days import Month
from subcontract.ids import ClientId, JobId, ShiftId
from subcontract.money import ZERO, Money
from subcontract.people.client import Client
from subcontract.rota.shift import Shift
from subcontract.rota.times import planned_minutes


class DayEarnings(Protocol):
    """What a day of somebody's work gives by the agreement."""

    def of(self, client: Client, day: date, job: JobId, minutes: int) -> Money:
        """The pay of some minutes; nothing on allowance."""


@dataclass(frozen=True, kw_only=True)
class Headroom:
    """Every pensioner's earnings around the shifts that are looked at."""

    pay: DayEarnings
    pay_day: Callable[[Month], date]
    """When the work of a month is paid."""
    facts: Mapping[ClientId, EarningsFacts] = field(default_factory=dict)
    with_sums: bool = True
    """Whether the reader may see pay; otherwise only that somebody else should be asked first."""

    def month_of(self, client: Client, shift: Shift) -> MonthOfEarnings | None:
        """The month in which a shift's pay counts, as it is planned; ``None`` where no limit is watched."""
        facts = self.facts.get(client.id)
        return self._month(facts, self._earning(client, shift)) if facts else None

    def month_with(self, client: Client, shift: Shift) -> MonthOfEarnings | None:
        """The month as it would be with the shift too; ``None`` when the shift adds no pay to a limit.

        Asked for the warning and again for the light: reckoned once.
        """
        key = (client.id, shift.id)
        if key not in self._with:
            self._with[key] = self._reckoned_with(client, shift)
        return self._with[key]

    @cached_property
    def _with(self) -> dict[tuple[ClientId, ShiftId], MonthOfEarnings | None]:
        return {}

    def _reckoned_with(self, client: Client, shift: Shift) -> MonthOfEarnings | None:
        facts, earning = self.facts.get(client.id), self._earning(client, shift)
        if facts is None or earning.amount == ZERO:
            return None
        return self._month(replace(facts, earnings=(*facts.earnings, earning)), earning)

    def month_changed_by(self, client: Client, shift: Shift) -> MonthOfEarnings | None:
        """The month up to a shift that the client is on, when the light changes with that very shift."""
        facts, earning = self.facts.get(client.id), self._earning(client, shift)
        if facts is None:
            return None
        until = [one for one in facts.earnings if not one.planned or one.work_day <= shift.day]
        if not any(one.planned and one.work_day == shift.day for one in until):
            return None
        before = [one for one in until if not one.planned or one.work_day < shift.day]
        now = self._month(replace(facts, earnings=tuple(until)), earning)
        then = self._month(replace(facts, earnings=tuple(before)), earning)
        return now if now and then and now.state is not then.state else None

    def _earning(self, client: Client, shift: Shift) -> Earning:
        """What a shift would give."""
        return Earning(
            work_day=shift.day,
            pay_day=self.pay_day(Month.of(shift.day)),
            amount=self.pay.of(client, shift.day, shift.job, planned_minutes(shift)),
            planned=True,
        )

    @staticmethod
    def _month(facts: EarningsFacts, earning: Earning) -> MonthOfEarnings | None:
        month = earning.month(facts.by)
        pensions = pensions_in(facts.pensions, month)
        return month_of_earnings(facts, month, pensions) if pensions else None


def nearest(month: MonthOfEarnings) -> LimitUse:
    """The limit that a month is nearest to, or furthest over."""
    return next(use for use in month.uses if use.state is month.state)
