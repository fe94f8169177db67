"""Writes the files that leave the house of an approved run: payments, wage reports, gross lines, accounts."""

from dataclasses import dataclass

from subcontract.actions.hand_over_facts import HandingFacts, Making, handing_of, total_of
from subcontract.actions.hand_over_tables import ledger_facts, payroll_facts
from subcontract.actions.hand_over_xml import bank_facts, register_facts
from subcontract.money import Money
from subcontract.papers.files.bank_file import bank_file
from subcontract.papers.files.incomes_register import register_file
from subcontract.papers.files.ledger import ledger_file
from subcontract.papers.files.payroll import payroll_file
from subcontract.payout.records import Payout
from subcontract.payout.wage_records import HandOverKind
from subcontract.problems import Code, refuse

ID_SIGNS = 12
ENDINGS = {
    HandOverKind.BANK_FILE: "xml",
    HandOverKind.INCOMES_REGISTER: "xml",
    HandOverKind.PAYROLL: "csv",
    HandOverKind.LEDGER: "csv",
}
"""The kinds of files that are made here, by the ending of their names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeFile:
    """A file as it leaves the house, with its control figures."""

    reference: str
    content: bytes
    count: int
    total: Money


def made_file(kind: HandOverKind, facts: HandingFacts, making: Making) -> MadeFile:
    """Make a file; refuses one without anybody, and what the unit lacks for it."""
    payouts = handing_of(facts, kind).payouts
    if not payouts:
        raise refuse(Code.NOTHING_TO_DO)
    reference = f"{facts.run.month}-{facts.run.ledger[0].upper()}-{making.id.hex[:ID_SIGNS]}"
    return MadeFile(
        reference=reference,
        content=_content(kind, payouts, facts, making, reference),
        count=len(payouts),
        total=total_of(kind, payouts),
    )


def _content(
    kind: HandOverKind, payouts: tuple[Payout, ...], facts: HandingFacts, making: Making, reference: str
) -> bytes:
    """The bytes of a file."""
    match kind:
        case HandOverKind.BANK_FILE:
            return bank_file(bank_facts(payouts, facts, making, reference), making.version)
        case HandOverKind.PAYROLL:
            return payroll_file(payroll_facts(payouts, facts, making), making.texts)
        case HandOverKind.LEDGER:
            return ledger_file(ledger_facts(payouts, facts, reference), making.texts)
        case _:
            return register_file(register_facts(payouts, facts, making, reference))
