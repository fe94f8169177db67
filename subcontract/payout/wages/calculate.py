"""The wages of a month: gross, corrections, rests of earlier runs, and what is left after withholding."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from subcontract import rules
from subcontract.codes import birth_date
from subcontract.ids import ClientId
from subcontract.money import ZERO, Money, total
from subcontract.payout.calculate import Result
from subcontract.payout.records import PayoutLine
from subcontract.payout.wage_records import EXPENSES, WAGES, PayCode, PaySettings, WageSums
from subcontract.payout.wages import lines
from subcontract.payout.wages.contributions import Employer
from subcontract.payout.wages.facts import NO_RESTS, PayingFacts, Rests, WageFacts
from subcontract.payout.wages.gross import Gross, gross_month
from subcontract.payout.wages.grounds import Grounds, age_changes
from subcontract.payout.wages.net import NetOfPay, PayAsk, net_pay
from subcontract.payout.wages.terms import Agreements
from subcontract.payout.wages.withholding import CardUse, Ground
from subcontract.payout.warnings import PayWarning
from subcontract.people.client import Client
from subcontract.people.unit import ProviderKind

PRIVATE = frozenset({ProviderKind.ASSOCIATION, ProviderKind.COMPANY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A gross together with corrections and rests: its parts, none of them below zero."""

    wages: Money
    holiday_compensation: Money
    fees: Money
    expenses: Money
    earned: tuple[PayoutLine, ...]
    """Everything that is paid, corrections included; rests left out."""
    rests: tuple[PayoutLine, ...]
    warnings: frozenset[PayWarning]

    @property
    def pay(self) -> Money:
        """Taxable pay of an employment."""
        return self.wages + self.holiday_compensation


def wage_month(facts: WageFacts, paying: PayingFacts) -> dict[ClientId, Result]:
    """Reckon the month of everybody with wages, fees, costs, corrections or rests."""
    pay_day = rules.pay_day(paying.pay_day).value
    gross = gross_month(facts)
    resting = (client for client, rests in paying.brought.items() if rests != NO_RESTS)
    for client in (*paying.corrections, *resting):
        gross.setdefault(client, Gross(client=client))
    clients = {**paying.clients, **facts.clients}
    payer = Payer(facts, paying, pay_day)
    return {
        client: payer.result_of(
            one,
            clients[client],
            settle(one, paying.corrections.get(client, ()), paying.brought.get(client, NO_RESTS)),
        )
        for client, one in gross.items()
    }


# --- corrections and rests -------------------------------------------------------------------


def settle(gross: Gross, corrections: Iterable[PayoutLine], brought: Rests) -> Settled:
    """Add corrections and what was carried over; what is below zero is carried on.

    Pay, fees and costs are three sums that are never set off against one another: each has its own
    taxes and contributions.
    """
    earned = (*gross.lines, *corrections)
    compensation = _sum_of(earned, (PayCode.HOLIDAY_COMPENSATION,))
    wages = _sum_of(earned, WAGES) + brought.pay
    fees = _sum_of(earned, (PayCode.FEE,)) + brought.fees
    expenses = _sum_of(earned, EXPENSES) + brought.expenses
    rests = [
        *_carry(lines.BROUGHT_PAY, brought.pay),
        *_carry(lines.BROUGHT_FEES, brought.fees),
        *_carry(lines.BROUGHT_EXPENSES, brought.expenses),
        *_carry(lines.CARRIED_PAY, -min(ZERO, wages + compensation)),
        *_carry(lines.CARRIED_FEES, -min(ZERO, fees)),
        *_carry(lines.CARRIED_EXPENSES, -min(ZERO, expenses)),
    ]
    if wages + compensation < ZERO:
        wages = compensation = ZERO
    warnings = set(gross.warnings)
    if any(line.rule == lines.DIFFERENCE_RULE for line in earned):
        warnings.add(PayWarning.CORRECTED)
    if any(line.amount > ZERO for line in rests):
        warnings.add(PayWarning.CARRIED_OVER)
    return Settled(
        wages=wages,
        holiday_compensation=compensation,
        fees=max(ZERO, fees),
        expenses=max(ZERO, expenses),
        earned=earned,
        rests=tuple(rests),
        warnings=frozenset(warnings),
    )


def _sum_of(earned: Iterable[PayoutLine], codes: Iterable[PayCode]) -> Money:
    """The lines of some kinds, corrections of those kinds included."""
    wanted = frozenset(codes)
    return total(line.amount for line in earned if lines.code_of(line) in wanted)


def _carry(what: str, amount: Money) -> tuple[PayoutLine, ...]:
    """A rest on its way from one run to the next."""
    return (PayoutLine(what=what, amount=amount, rule=lines.CARRY_RULE),) if amount else ()


# --- net -------------------------------------------------------------------------------------


class Payer:
    """Pays everybody of a month on one day."""

    def __init__(self, facts: WageFacts, paying: PayingFacts, pay_day: date) -> None:
        """Look up what is the same for everybody."""
        self._pay_day = pay_day
        self._private = paying.provider in PRIVATE
        self._fees_insured = paying.provider in rules.fee_pension(pay_day).value
        self._employer = employer_of(facts.settings_of(pay_day))
        agreements = Agreements(facts.employments, facts.fee_terms)
        self._grounds = Grounds(facts.month, agreements, paying, pay_day)

    def result_of(self, gross: Gross, client: Client, settled: Settled) -> Result:
        """One client's payment."""
        warnings = set(settled.warnings)
        if not client.iban:
            warnings.add(PayWarning.IBAN_MISSING)
        sums = WageSums(expenses=settled.expenses)
        withheld: tuple[PayoutLine, ...] = ()
        if settled.pay or settled.fees:
            found = self._grounds.of(client.id, settled.pay + settled.fees, settled.earned)
            born = birth_date(client.identity_code) if client.identity_code else None
            net = self._net(settled, found.ground, born)
            warnings |= found.warnings | _warnings_of(net, born, self._pay_day)
            sums, withheld = _sums(settled, net, found.ground), net.lines
        return Result(
            client=client.id,
            days=gross.days,
            minutes=gross.minutes,
            pieces=gross.pieces,
            tax_free=settled.expenses,
            taxable=settled.pay + settled.fees,
            lines=(*settled.earned, *settled.rests, *withheld),
            warnings=frozenset(warnings),
            wage=sums,
        )

    def _net(self, settled: Settled, ground: Ground, born: date | None) -> NetOfPay:
        """Withhold from a payment; a private employer insures no pay below the limit (TyEL 4 §)."""
        below = self._private and settled.pay < rules.tyel_threshold(self._pay_day).value
        return net_pay(
            PayAsk(
                pay_day=self._pay_day,
                born=born,
                wages=settled.pay,
                fees=settled.fees,
                ground=ground,
                fees_insured=self._fees_insured,
                pension_insured=not below,
                employer=self._employer,
                never_owing=True,
            )
        )


def employer_of(settings: PaySettings) -> Employer:
    """What the unit's settings tell of the employer; a percentage of 0 is not known."""
    return Employer(
        large=settings.large_employer,
        pension=settings.employer_pension or None,
        other=settings.other_employer or None,
    )


def _warnings_of(net: NetOfPay, born: date | None, pay_day: date) -> set[PayWarning]:
    """What is to be looked at in a payment."""
    found = set[PayWarning]()
    if net.withheld.above_limit:
        found.add(PayWarning.TAX_CARD_LIMIT)
    if born is None:
        found.add(PayWarning.BIRTH_DATE_MISSING)
    elif age_changes(born, pay_day):
        found.add(PayWarning.AGE_CHANGES)
    if not net.net:
        found.add(PayWarning.NOTHING_LEFT)
    return found


def _sums(settled: Settled, net: NetOfPay, ground: Ground) -> WageSums:
    """A payment in figures."""
    paid = net.contributions
    return WageSums(
        wages=settled.wages,
        holiday_compensation=settled.holiday_compensation,
        fees=settled.fees,
        expenses=settled.expenses,
        withholding=net.withheld.amount,
        pension=paid.pension,
        unemployment=paid.unemployment,
        employer_health=paid.employer_health,
        employer_unemployment=paid.employer_unemployment,
        employer_pension=paid.employer_pension or ZERO,
        employer_other=paid.employer_other or ZERO,
        tax_card=ground.card if isinstance(ground, CardUse) else None,
        card_used=net.withheld.used,
        protected=net.protected or ZERO,
    )
