"""What leaves the house of an approved run: who is paid, who is reported, who is left out and why."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from subcontract import rules
from subcontract.days import ONE_DAY
from subcontract.ids import ClientId, PayoutId
from subcontract.money import ZERO
from subcontract.payout.records import Ledger, Payout
from subcontract.payout.wage_records import HandOverKind, NetPay, PayCode, PaySettings
from subcontract.payout.wages.lines import code_of
from subcontract.people.client import Client


class LeftOut(StrEnum):
    """Why somebody of a run is not in a file."""

    REOPENED = "reopened"
    """The payout is not paid as it stands."""
    SENT = "sent"
    """An earlier file had it, and its total matched."""
    NO_ACCOUNT = "no_account"
    NOTHING_TO_PAY = "nothing_to_pay"
    NO_IDENTITY_CODE = "no_identity_code"


@dataclass(frozen=True, slots=True, kw_only=True)
class Handing:
    """The payouts of a file, and those left out with the reason."""

    payouts: tuple[Payout, ...]
    left_out: tuple[tuple[Payout, LeftOut], ...]


Clients = Mapping[ClientId, Client]
Ids = Collection[PayoutId]
OURS = (HandOverKind.BANK_FILE, HandOverKind.INCOMES_REGISTER, HandOverKind.LEDGER)
PAYROLLS = (HandOverKind.PAYROLL,)


def kinds_of(ledger: Ledger, settings: PaySettings | None) -> tuple[HandOverKind, ...]:
    """The files that are made of a run.

    Where the provider's payroll reckons the net pay, it also pays, reports and books: a file of ours
    beside its own would do that a second time.
    """
    by_payroll = settings is not None and settings.net_pay is NetPay.PAYROLL
    return PAYROLLS if by_payroll and ledger is Ledger.WAGE else OURS


def to_bank(payouts: Iterable[Payout], clients: Clients, reopened: Ids, sent: Ids = ()) -> Handing:
    """Who is paid by the bank."""

    def why(payout: Payout) -> LeftOut | None:
        if payout.net <= ZERO:
            return LeftOut.NOTHING_TO_PAY
        return None if clients[payout.client].iban else LeftOut.NO_ACCOUNT

    return _told_apart(payouts, clients, reopened, sent, why)


def to_register(payouts: Iterable[Payout], clients: Clients, reopened: Ids, sent: Ids = ()) -> Handing:
    """Whose income is reported; who has none to report is no omission, so nobody is told of it."""

    def why(payout: Payout) -> LeftOut | None:
        return None if clients[payout.client].identity_code else LeftOut.NO_IDENTITY_CODE

    return _told_apart(filter(is_reported, payouts), clients, reopened, sent, why)


def to_payroll(payouts: Iterable[Payout], clients: Clients, reopened: Ids, sent: Ids = ()) -> Handing:
    """Whose gross lines the payroll gets; it knows people by their identity codes."""

    def why(payout: Payout) -> LeftOut | None:
        if not payout.paid:
            return LeftOut.NOTHING_TO_PAY
        return None if clients[payout.client].identity_code else LeftOut.NO_IDENTITY_CODE

    return _told_apart(payouts, clients, reopened, sent, why)


def to_ledger(payouts: Iterable[Payout], clients: Clients, reopened: Ids) -> Handing:
    """Whose pay is booked: everybody's, each time the whole run anew, without what is not paid."""

    def why(payout: Payout) -> LeftOut | None:
        return None if payout.paid else LeftOut.NOTHING_TO_PAY

    return _told_apart(payouts, clients, reopened, (), why)


def is_reported(payout: Payout) -> bool:
    """Whether the incomes register wants to know of a payout: taxable pay, or kilometres paid back."""
    return payout.taxable != ZERO or any(code_of(line) is PayCode.KILOMETRES for line in payout.lines)


def _told_apart(
    payouts: Iterable[Payout],
    clients: Clients,
    reopened: Ids,
    sent: Ids,
    why: Callable[[Payout], LeftOut | None],
) -> Handing:
    """Tell payouts apart, people in the order of their names."""
    taken: list[Payout] = []
    left: list[tuple[Payout, LeftOut]] = []
    for payout in sorted(payouts, key=lambda one: (clients[one.client].name, clients[one.client].number)):
        if payout.id in sent:
            reason: LeftOut | None = LeftOut.SENT
        else:
            reason = LeftOut.REOPENED if payout.id in reopened else why(payout)
        if reason is None:
            taken.append(payout)
        else:
            left.append((payout, reason))
    return Handing(payouts=tuple(taken), left_out=tuple(left))


def bank_day(agreed: date, today: date) -> date:
    """The day that a bank file asks for: the working day before, if the agreed day is off; never past."""
    day = rules.pay_day(agreed).value
    if day >= today:
        return day
    day = today
    while rules.pay_day(day).value != day:
        day += ONE_DAY
    return day
