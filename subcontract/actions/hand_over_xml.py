"""Gathers what the bank and the incomes register are told of a run."""

from datetime import UTC

from subcontract import rules
from subcontract.actions.hand_over_facts import HandingFacts, Making, kilometres_paid
from subcontract.clock import HELSINKI
from subcontract.codes import print_business_id
from subcontract.money import ZERO
from subcontract.papers.files.bank_file import BankFileFacts, BankPayment
from subcontract.papers.files.incomes_register import Earner, Income, IncomeLine, RegisterFacts
from subcontract.payout.handing import bank_day
from subcontract.payout.records import Ledger, Payout
from subcontract.payout.wage_records import PayCode, WageSums
from subcontract.people.client import Client
from subcontract.people.employment import Employment

SOURCE = "Urakka"


def bank_facts(
    payouts: tuple[Payout, ...], facts: HandingFacts, making: Making, reference: str
) -> BankFileFacts:
    """Payments to everybody on one bank day."""
    unit, local = facts.unit, making.moment.astimezone(HELSINKI)
    return BankFileFacts(
        message=reference,
        made_at=local,
        pay_day=bank_day(facts.run.pay_day, local.date()),
        payer=unit.provider,
        payer_id=unit.business_id.replace("-", ""),
        payer_town=unit.address.town,
        iban=unit.iban,
        text=making.text,
        salary=facts.salary,
        payments=tuple(_payment(payout, facts.clients[payout.client]) for payout in payouts),
    )


def _payment(payout: Payout, client: Client) -> BankPayment:
    name = f"{client.first_name} {client.last_name}"
    return BankPayment(end_to_end=payout.id.hex, name=name, iban=client.iban, amount=payout.net)


def register_facts(
    payouts: tuple[Payout, ...], facts: HandingFacts, making: Making, reference: str
) -> RegisterFacts:
    """A wage report of everybody."""
    unit, run = facts.unit, facts.run
    number = unit.business_id.replace("-", "")
    return RegisterFacts(
        delivery=reference,
        made_at=making.moment.astimezone(UTC),
        source=SOURCE,
        business_id=print_business_id(number) if number else "",
        contact=making.by,
        phone=unit.phone,
        pay_day=rules.pay_day(run.pay_day).value,
        period=run.month.days,
        earners=tuple(_earner(payout, facts) for payout in payouts),
        production=True,
    )


def _earner(payout: Payout, facts: HandingFacts) -> Earner:
    """One person's report: pay as its total, an allowance above the limit as other taxable income."""
    client, wage = facts.clients[payout.client], payout.wage or WageSums()
    pay = Income.WAGES_TOTAL if payout.ledger is Ledger.WAGE else Income.OTHER_TAXABLE
    employment = _employment(payout, facts) if wage.wages or wage.holiday_compensation else None
    return Earner(
        report=payout.id.hex,
        identity_code=client.identity_code,
        last_name=client.last_name,
        first_name=client.first_name,
        employed=employment.days if employment else None,
        open_ended=bool(employment and employment.days.is_open),
        lines=(
            IncomeLine(income=pay, amount=payout.taxable),
            IncomeLine(income=Income.WITHHOLDING, amount=wage.withholding),
            IncomeLine(income=Income.PENSION, amount=wage.pension),
            IncomeLine(income=Income.UNEMPLOYMENT, amount=wage.unemployment),
            IncomeLine(income=Income.KILOMETRES, amount=kilometres_paid(payout), kilometres=_driven(payout)),
        ),
    )


def _employment(payout: Payout, facts: HandingFacts) -> Employment | None:
    """The person's latest agreement that had begun by the end of the month."""
    begun = [
        one
        for one in facts.employments
        if one.client == payout.client and one.days.first <= facts.run.month.last
    ]
    return max(begun, key=lambda one: one.days.first, default=None)


def _driven(payout: Payout) -> int:
    """Whole kilometres of the month."""
    driven = sum((line.basis for line in payout.lines if line.rule == PayCode.KILOMETRES), ZERO.amount)
    return int(driven)
