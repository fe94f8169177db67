"""Reads pay runs for the screen: every month's state, and one month with its people; no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from subcontract.actions.approve_pay_run import still_holds
from subcontract.actions.hand_over_facts import paid_by_file, sent_of
from subcontract.days import DateRange, Month
from subcontract.ids import ClientId, PayoutId, StaffId, UnitId
from subcontract.payout.handing import kinds_of
from subcontract.payout.records import Ledger, Payout, PayRun
from subcontract.payout.wage_records import (
    EXPENSES,
    HandOver,
    HandOverKind,
    PayItem,
    PaySettings,
    Reopening,
    settings_on,
)
from subcontract.people.client import Client
from subcontract.people.employment import Employment
from subcontract.people.staff import Staff
from subcontract.ports import Lists
from ui.presenters.pay.months import unpaid_months, worked_months

MONTHS_BACK = 3
"""How many past months without a run the list offers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunsFacts:
    """Every run of the unit in a ledger, and past months with work that has none."""

    ledger: Ledger
    runs: tuple[PayRun, ...]
    missing: tuple[Month, ...]
    staff: tuple[Staff, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFacts:
    """One month of a ledger: its run if there is one, payouts and people."""

    month: Month
    ledger: Ledger = Ledger.ALLOWANCE
    run: PayRun | None
    payouts: tuple[Payout, ...]
    clients: dict[ClientId, Client]
    changed: bool = False
    """Whether entries of the month came after the calculation."""
    has_work: bool = False
    anybody: bool = True
    """Whether the ledger has anybody to pay in the month."""
    calculated_by: str = ""
    complete: bool = True
    """Whether the office has declared the month complete."""
    reopened: Mapping[PayoutId, Reopening] = field(default_factory=dict)
    """Payouts of the run that are not paid as they stand."""
    gone: frozenset[PayoutId] = frozenset()
    """Payouts whose money has gone: a file with them has been matched."""
    handed: tuple[HandOver, ...] = ()
    """Files that were made of the run, in the order in which they were made."""
    items: tuple[PayItem, ...] = ()
    """Typed lines of the month."""
    settings: PaySettings | None = None
    """The unit's settings of pay in the month."""
    payroll_pays: bool = False
    """Whether the provider's payroll reckons and pays the run."""
    staff: Mapping[StaffId, str] = field(default_factory=dict)
    employments: tuple[Employment, ...] = ()
    """The unit's agreements, by which typed hours are priced."""


def read_runs(lists: Lists, unit: UnitId, ledger: Ledger, today: date) -> RunsFacts:
    """Runs, and past months that have something to pay and no run."""
    runs = lists.pay_runs.where(unit=unit, ledger=ledger)
    this = Month.of(today)
    days = DateRange(this.plus(-MONTHS_BACK).first, this.last)
    if ledger is Ledger.ALLOWANCE:
        found = {month for month, _ in unpaid_months(lists, unit, days, (ledger,))}
    else:
        worked = worked_months(lists, unit, days) - {run.month for run in runs}
        found = {month for month in worked if _anybody(lists, unit, ledger, month)}
    missing = tuple(sorted(found, reverse=True))
    return RunsFacts(ledger=ledger, runs=runs, missing=missing, staff=lists.staff.all())


def _anybody(lists: Lists, unit: UnitId, ledger: Ledger, month: Month) -> bool:
    """Whether a ledger has anybody to pay in a month: an agreement, an agreed fee or a typed line."""
    if ledger is Ledger.ALLOWANCE:
        return True
    pay = lists.pay
    if any(one.days.overlap(month.days) for one in pay.employments.where(unit=unit)):
        return True
    clients = tuple(client.id for client in lists.clients.where(unit=unit))
    fees = pay.fee_terms.where(client=clients)
    return any(one.days.overlap(month.days) for one in fees) or bool(
        pay.pay_items.where(unit=unit, month=month)
    )


def read_run(lists: Lists, unit: UnitId, ledger: Ledger, month: Month) -> RunFacts:
    """One month's run with its people."""
    runs = lists.pay_runs.where(unit=unit, ledger=ledger, month=month)
    clients = {client.id: client for client in lists.clients.where(unit=unit)}
    items = lists.pay.pay_items.where(unit=unit, month=month)
    kept_settings = lists.pay.pay_settings.where(unit=unit)
    settings = settings_on(kept_settings, month.first)
    if not runs:
        return RunFacts(
            month=month,
            ledger=ledger,
            run=None,
            payouts=(),
            clients=clients,
            has_work=bool(worked_months(lists, unit, month.days)),
            anybody=_anybody(lists, unit, ledger, month),
            items=items,
            settings=settings,
            employments=lists.pay.employments.where(unit=unit),
        )
    run = runs[0]
    payouts = lists.payouts.where(pay_run=run.id)
    late = lists.entries.recorded_after(run.calculated_at, month.days)
    names = {one.id: one.name for one in lists.staff.all()}
    ids = tuple(payout.id for payout in payouts)
    return RunFacts(
        month=month,
        ledger=ledger,
        run=run,
        payouts=payouts,
        clients=clients,
        changed=any(entry.unit == unit for entry in late) or _typed_since(run, items),
        has_work=True,
        calculated_by=names.get(run.calculated_by, ""),
        complete=lists.complete_months.find((unit, month)) is not None,
        reopened={one.payout: one for one in lists.pay.reopenings.where(payout=ids)},
        gone=paid_by_file(sent_of(lists, run, payouts)),
        handed=tuple(sorted(lists.pay.hand_overs.where(pay_run=run.id), key=lambda one: one.made_at)),
        items=items,
        settings=settings,
        payroll_pays=HandOverKind.PAYROLL in kinds_of(ledger, settings_on(kept_settings, run.pay_day)),
        staff=names,
        employments=lists.pay.employments.where(unit=unit),
    )


def _typed_since(run: PayRun, items: tuple[PayItem, ...]) -> bool:
    """Whether a line that the run would pay was typed after it was calculated."""
    return any(
        item.at > run.calculated_at and (run.ledger is Ledger.WAGE or item.kind in EXPENSES) for item in items
    )


def holds(lists: Lists, facts: RunFacts) -> bool:
    """Whether the run would come out the same now: tariffs, forms of work and other runs count too."""
    return facts.run is None or still_holds(lists, facts.run, facts.payouts)
