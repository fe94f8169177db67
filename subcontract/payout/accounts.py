"""A pay run as postings for accounting: costs by job on one side, what is owed on the other."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from subcontract.ids import JobId
from subcontract.money import ZERO, Money, total
from subcontract.payout.by_job import ByJob, Entries, by_job, in_proportion, put_together, topped_up
from subcontract.payout.lines import CARRY_RULE
from subcontract.payout.records import Ledger, Payout, PayoutLine
from subcontract.payout.wage_records import EXPENSES, WAGES, PayCode, WageSums
from subcontract.payout.wages.lines import code_of
from subcontract.payout.wages.parts import parts_of


class Account(StrEnum):
    """What a posting is of. The payer's own chart of accounts says which number that has."""

    WAGES = "wages"
    HOLIDAY_COMPENSATION = "holiday_compensation"
    FEES = "fees"
    ALLOWANCE = "allowance"
    """Free of tax."""
    ALLOWANCE_TAXABLE = "allowance_taxable"
    EXPENSES = "expenses"
    EMPLOYER_HEALTH = "employer_health"
    EMPLOYER_UNEMPLOYMENT = "employer_unemployment"
    EMPLOYER_PENSION = "employer_pension"
    EMPLOYER_OTHER = "employer_other"
    WITHHOLDING = "withholding"
    PENSION = "pension"
    """The employees' part."""
    UNEMPLOYMENT = "unemployment"
    NET = "net"
    """To the people's accounts."""


EMPLOYERS: Mapping[Account, Callable[[WageSums], Money]] = {
    Account.EMPLOYER_HEALTH: lambda sums: sums.employer_health,
    Account.EMPLOYER_UNEMPLOYMENT: lambda sums: sums.employer_unemployment,
    Account.EMPLOYER_PENSION: lambda sums: sums.employer_pension,
    Account.EMPLOYER_OTHER: lambda sums: sums.employer_other,
}
WITHHELD: Mapping[Account, Callable[[WageSums], Money]] = {
    Account.WITHHOLDING: lambda sums: sums.withholding,
    Account.PENSION: lambda sums: sums.pension,
    Account.UNEMPLOYMENT: lambda sums: sums.unemployment,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """One row: a cost of a job, or what is owed; never both sides."""

    account: Account
    job: JobId | None = None
    debit: Money = ZERO
    credit: Money = ZERO


def post(payouts: Iterable[Payout], entries: Entries) -> tuple[Posting, ...]:
    """Costs by job, then what is owed to whom; the two sides are equal."""
    paid = tuple(payouts)
    costs: dict[Account, list[ByJob]] = {}
    for payout in paid:
        for account, sums in _costs(payout, entries).items():
            costs.setdefault(account, []).append(sums)
    debits = [
        Posting(account=account, job=job, debit=amount)
        for account in Account
        for job, amount in sorted(put_together(costs.get(account, [])).items(), key=lambda one: str(one[0]))
    ]
    owed = {Account.NET: total(payout.net for payout in paid)}
    wages = tuple(payout.wage or WageSums() for payout in paid)
    for account, read in (*WITHHELD.items(), *EMPLOYERS.items()):
        owed[account] = total(read(one) for one in wages)
    credits_ = [Posting(account=one, credit=owed[one]) for one in Account if owed.get(one)]
    return (*debits, *credits_)


def _costs(payout: Payout, entries: Entries) -> dict[Account, ByJob]:
    """What one payout costs the payer, by account and job."""
    wage = payout.wage or WageSums()
    allowance = payout.ledger is Ledger.ALLOWANCE
    paid = _allowance(payout, entries) if allowance else _pay(payout, wage, entries)
    pay = put_together([sums for account, sums in paid.items() if account is not Account.EXPENSES])
    employers = {account: in_proportion(read(wage), pay) for account, read in EMPLOYERS.items()}
    return {account: sums for account, sums in {**paid, **employers}.items() if sums}


def _allowance(payout: Payout, entries: Entries) -> dict[Account, ByJob]:
    """An allowance by job as its earned lines fall on them: a cut takes from each its part."""
    wage = payout.wage or WageSums()
    earned = [line for line in parts_of(payout).earned if code_of(line) not in EXPENSES]
    falls = by_job((line for line in earned if line.amount > ZERO and line.rule != CARRY_RULE), entries)
    return {
        Account.ALLOWANCE: in_proportion(payout.tax_free - wage.expenses, falls),
        Account.ALLOWANCE_TAXABLE: in_proportion(payout.taxable, falls),
        Account.EXPENSES: topped_up({}, wage.expenses),
    }


def _pay(payout: Payout, wage: WageSums, entries: Entries) -> dict[Account, ByJob]:
    """Pay and fees by the job of each line; holiday compensation as the pay falls on jobs."""

    def of(codes: Iterable[PayCode], amount: Money) -> ByJob:
        wanted = frozenset(codes)
        return topped_up(by_job((line for line in payout.lines if _is_of(line, wanted)), entries), amount)

    wages = of(WAGES, wage.wages)
    return {
        Account.WAGES: wages,
        Account.HOLIDAY_COMPENSATION: in_proportion(wage.holiday_compensation, wages),
        Account.FEES: of((PayCode.FEE,), wage.fees),
        Account.EXPENSES: topped_up({}, wage.expenses),
    }


def _is_of(line: PayoutLine, codes: frozenset[PayCode]) -> bool:
    return code_of(line) in codes
