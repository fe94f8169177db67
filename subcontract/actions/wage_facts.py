"""Gathers what a month of the wage ledger is reckoned and paid of."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from subcontract import rules
from subcontract.actions.pay_source import PaySource, Reading, later
from subcontract.actions.pot_prices import price_of_month, with_prices_as_paid
from subcontract.days import ONE_DAY, DateRange, Month
from subcontract.ids import ClientId, PayoutId, UnitId
from subcontract.money import ZERO, Money
from subcontract.payout.calculate import Result
from subcontract.payout.records import Payout, PayoutLine, PayRun
from subcontract.payout.wages.calculate import wage_month
from subcontract.payout.wages.differences import (
    EarlierWages,
    rests_brought_to,
    rests_of,
    wage_differences,
)
from subcontract.payout.wages.facts import PaidBefore, PayingFacts, Rests, WageFacts
from subcontract.payout.wages.gross import gross_month
from subcontract.people.employment import Employment, HolidayPayment


@dataclass(frozen=True, slots=True, kw_only=True)
class WageSource:
    """Reads months of wages, each once."""

    source: PaySource
    _months: dict[Month, WageFacts] = field(default_factory=dict)

    def results(self, month: Month, pay_day: date) -> dict[ClientId, Result]:
        """Everybody's wages of a month, with corrections of approved months and what was carried over."""
        facts = self.facts(month)
        return wage_month(facts, self.paying(facts, pay_day, self.source.approved(month)))

    @property
    def books(self) -> Reading:
        """Where everything is read."""
        return self.source.books

    def facts(self, month: Month) -> WageFacts:
        """What a month is reckoned of."""
        if month not in self._months:
            self._months[month] = self._facts(month)
        return self._months[month]

    def _facts(self, month: Month, *, ending: bool = True) -> WageFacts:
        told = self.source.told(month)
        pay, employments = self.books.pay, self.source.employments()
        pots = tuple(
            pot for pot in pay.wage_pots.where(unit=self.source.unit) if pot.days.overlap(month.days)
        )
        leavers = tuple(_leavers(employments, month)) if ending else ()
        clients = self.source.clients()
        wanted = told.clients | {one.client for one in leavers}
        return WageFacts(
            month=month,
            clients={id_: client for id_, client in clients.items() if id_ in wanted},
            jobs=self.source.jobs(),
            entries=told.entries,
            settings=self.source.settings(),
            employments=employments,
            fee_terms=pay.fee_terms.where(client=tuple(clients)),
            items=told.items,
            pots=pots,
            pot_prices={pot.id: price_of_month(self.source, pot, month) for pot in pots if pot.percent},
            open_shifts=told.open_shifts,
            paid_here=told.paid_here,
            paid_elsewhere=told.paid_elsewhere,
            costs_here=told.costs_here,
            costs_elsewhere=told.costs_elsewhere,
            parts=self._parts(month),
            holiday_before={one.id: self._holiday_before(one, month) for one in leavers},
        )

    def _parts(self, month: Month) -> dict[ClientId, tuple[date, ...]]:
        """Days of the month from which a subsidy starts or has ended: pay is told apart there."""
        found: dict[ClientId, tuple[date, ...]] = {}
        for decision in self.books.pay.subsidy_decisions.where(client=tuple(self.source.clients())):
            starts = (
                decision.days.first,
                *(() if decision.days.is_open else (decision.days.last + ONE_DAY,)),
            )
            inside = tuple(day for day in starts if day in month.days)
            if inside:
                found[decision.client] = (*found.get(decision.client, ()), *inside)
        return found

    def _holiday_before(self, employment: Employment, month: Month) -> Mapping[Month, Money]:
        """Pay for time at work of the earlier months of an employment that ends now."""
        bases: dict[Month, Money] = {}
        earlier = Month.of(employment.days.first)
        while earlier < month:
            gross = gross_month(self._facts(earlier, ending=False)).get(employment.client)
            bases[earlier] = gross.holiday_bases.get(employment.id, ZERO) if gross else ZERO
            earlier = earlier.plus(1)
        return bases

    # --- how it is paid ---------------------------------------------------------------------

    def paying(self, facts: WageFacts, pay_day: date, runs: tuple[PayRun, ...]) -> PayingFacts:
        """When and on what ground a month is paid, with corrections of the approved ones."""
        corrections, brought = self._corrections(runs), self._brought(runs)
        clients = self.source.clients()
        also = {*corrections, *brought} - set(facts.clients)
        return PayingFacts(
            pay_day=pay_day,
            provider=self.books.units.get(self.source.unit).kind,
            cards=self.books.pay.tax_cards.where(client=tuple(clients)),
            paid=paid_before(self.books, self.source.unit),
            corrections=corrections,
            brought=brought,
            clients={id_: clients[id_] for id_ in also if id_ in clients},
        )

    def _corrections(self, runs: tuple[PayRun, ...]) -> dict[ClientId, tuple[PayoutLine, ...]]:
        """Difference lines of approved months whose ground has changed since."""
        found: dict[ClientId, tuple[PayoutLine, ...]] = {}
        reopened = self.source.reopened()
        for run in runs:
            payouts = self.books.payouts.where(pay_run=later(run, runs))
            if not self._touched(run, payouts) and reopened.isdisjoint(payout.id for payout in payouts):
                continue
            own = (payout for payout in payouts if payout.pay_run == run.id)
            facts = with_prices_as_paid(self.source, self.facts(run.month), run, own)
            earlier = EarlierWages(
                month=run.month,
                gross=gross_month(facts),
                payouts=tuple(payout for payout in payouts if payout.id not in reopened),
            )
            for client, lines in wage_differences(earlier).items():
                found[client] = (*found.get(client, ()), *lines)
        return found

    def _touched(self, run: PayRun, payouts: tuple[Payout, ...]) -> bool:
        """Whether anything that a run was reckoned of may have changed after it was."""
        since = self.books.log.objects_since(run.calculated_at)
        ground = {payout.client for payout in payouts} | set(self._registers()) - {run.id}
        late = self.books.entries.recorded_after(run.calculated_at, self._days_behind(run.month))
        ground |= self.source.reopened()  # of the other ledger: what it had paid may be due here now
        return bool(since & ground) or any(entry.unit == self.source.unit for entry in late)

    def _days_behind(self, month: Month) -> DateRange:
        """The days whose work a month pays: compensation at the end of an employment is of all of it."""
        leavers = _leavers(self.source.employments(), month)
        return DateRange(min((month.first, *(one.days.first for one in leavers))), month.last)

    def _registers(self) -> Iterator[UUID]:
        """Every record beside entries that pay is reckoned of, and everybody whose pay has been agreed."""
        pay = self.books.pay
        yield from (one.client for one in self.source.employments())
        for shelf in (pay.employments, pay.pay_items, pay.wage_pots, pay.pay_settings):
            yield from (one.id for one in shelf.where(unit=self.source.unit))
        clients = tuple(self.source.clients())
        for owned in (pay.fee_terms, pay.subsidy_decisions):
            for one in owned.where(client=clients):
                yield from (one.id, one.client)
        yield from self.source.jobs()

    def _brought(self, runs: tuple[PayRun, ...]) -> dict[ClientId, Rests]:
        """What the latest approved run left to be taken from the next one."""
        if not runs:
            return {}
        reopened = self.source.reopened()
        rests = {
            payout.client: rests_brought_to(payout) if payout.id in reopened else rests_of(payout)
            for payout in self.books.payouts.where(pay_run=runs[-1].id)
        }
        return {client: rest for client, rest in rests.items() if rest != Rests()}


def paid_before(books: Reading, unit: UnitId) -> tuple[PaidBefore, ...]:
    """Approved payments to the unit's people from which something was withheld, both ledgers."""
    runs = books.pay_runs.where(unit=unit)
    payouts = books.payouts.where(pay_run=tuple(run.id for run in runs), approved=True)
    return paid_by(runs, payouts, (one.payout for one in books.pay.reopenings.all()))


def paid_by(
    runs: Iterable[PayRun], payouts: Iterable[Payout], reopened: Iterable[PayoutId]
) -> tuple[PaidBefore, ...]:
    """The payments of some runs that may use a tax card's limit; a reopened one was not paid."""
    days, not_paid = {run.id: rules.pay_day(run.pay_day).value for run in runs}, frozenset(reopened)
    return tuple(
        PaidBefore(
            client=payout.client,
            pay_day=days[payout.pay_run],
            card=payout.wage.tax_card,
            used=payout.wage.card_used,
        )
        for payout in payouts
        if payout.wage is not None and payout.taxable and payout.id not in not_paid and payout.pay_run in days
    )


def _leavers(employments: Iterable[Employment], month: Month) -> Iterator[Employment]:
    """Employments that end in the month and pay holiday compensation then."""
    return (
        one
        for one in employments
        if one.holiday is HolidayPayment.AT_END and not one.days.is_open and one.days.last in month.days
    )
