"""What one person was paid in a calendar year, payment by payment: the year of a payment is its pay day's."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from subcontract import rules
from subcontract.days import Month
from subcontract.ids import PayoutId, PayRunId
from subcontract.money import ZERO, Money, total
from subcontract.payout.handing import kinds_of
from subcontract.payout.records import Ledger, Payout, PayRun
from subcontract.payout.wage_records import HandOverKind, PaySettings, WageSums, settings_on


class Kind(StrEnum):
    """What a part of a payment is."""

    WAGES = "wages"
    HOLIDAY_COMPENSATION = "holiday_compensation"
    FEES = "fees"
    ALLOWANCE = "allowance"
    """Free of tax."""
    ALLOWANCE_TAXABLE = "allowance_taxable"
    EXPENSES = "expenses"
    WITHHOLDING = "withholding"
    PENSION = "pension"
    UNEMPLOYMENT = "unemployment"


EARNED = (
    Kind.WAGES,
    Kind.HOLIDAY_COMPENSATION,
    Kind.FEES,
    Kind.ALLOWANCE,
    Kind.ALLOWANCE_TAXABLE,
    Kind.EXPENSES,
)
WITHHELD = (Kind.WITHHOLDING, Kind.PENSION, Kind.UNEMPLOYMENT)
TAKEN = frozenset(WITHHELD)


def _none(_payout: Payout, _wage: WageSums) -> Money:
    return ZERO


OF_WAGE: Mapping[Kind, Callable[[Payout, WageSums], Money]] = {
    Kind.WAGES: lambda _, wage: wage.wages,
    Kind.HOLIDAY_COMPENSATION: lambda _, wage: wage.holiday_compensation,
    Kind.FEES: lambda _, wage: wage.fees,
}
OF_ALLOWANCE: Mapping[Kind, Callable[[Payout, WageSums], Money]] = {
    Kind.ALLOWANCE: lambda payout, wage: payout.tax_free - wage.expenses,
    Kind.ALLOWANCE_TAXABLE: lambda payout, _: payout.taxable,
}
OF_BOTH: Mapping[Kind, Callable[[Payout, WageSums], Money]] = {
    Kind.EXPENSES: lambda _, wage: wage.expenses,
    Kind.WITHHOLDING: lambda _, wage: wage.withholding,
    Kind.PENSION: lambda _, wage: wage.pension,
    Kind.UNEMPLOYMENT: lambda _, wage: wage.unemployment,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """One payment of the year."""

    pay_day: date
    """The day on which it was paid: the working day before, if the agreed day was off."""
    month: Month
    """What it was for."""
    ledger: Ledger
    payout: Payout
    by_payroll: bool = False
    """The provider's payroll reckoned what was withheld, so that is not known here."""

    def of(self, kind: Kind) -> Money:
        """What of the payment is of a kind; nothing where that is not known."""
        if self.by_payroll and kind in TAKEN:
            return ZERO
        own = OF_WAGE if self.ledger is Ledger.WAGE else OF_ALLOWANCE
        read = own.get(kind) or OF_BOTH.get(kind) or _none
        return read(self.payout, self.payout.wage or WageSums())

    @property
    def earned(self) -> Money:
        """Before anything was withheld."""
        return total(map(self.of, EARNED))

    @property
    def withheld(self) -> Money:
        """All that was taken off it."""
        return total(map(self.of, WITHHELD))

    @property
    def net(self) -> Money | None:
        """What came to the account; ``None`` where the payroll reckoned it."""
        return None if self.by_payroll else self.earned - self.withheld


def payments_of_year(
    year: int,
    payouts: Iterable[Payout],
    runs: Mapping[PayRunId, PayRun],
    reopened: Collection[PayoutId],
    settings: tuple[PaySettings, ...] = (),
) -> tuple[Payment, ...]:
    """One person's payments in the order of their days; open runs and reopened payouts paid nothing."""
    found = []
    for payout in payouts:
        run = runs.get(payout.pay_run)
        if run is None or not run.approved or payout.id in reopened or not payout.paid:
            continue
        day = rules.pay_day(run.pay_day).value
        if day.year == year:
            kinds = kinds_of(run.ledger, settings_on(settings, run.pay_day))
            found.append(
                Payment(
                    pay_day=day,
                    month=run.month,
                    ledger=run.ledger,
                    payout=payout,
                    by_payroll=HandOverKind.PAYROLL in kinds,
                )
            )
    return tuple(sorted(found, key=lambda one: (one.pay_day, one.month, one.ledger)))


def sum_of(payments: Iterable[Payment], kind: Kind) -> Money:
    """What of several payments is of a kind."""
    return total(payment.of(kind) for payment in payments)
