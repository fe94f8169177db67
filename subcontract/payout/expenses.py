"""Costs paid back to a client: their own lines, free of tax and outside every limit."""

from collections.abc import Iterable
from typing import Final

from subcontract.payout.records import PayoutLine
from subcontract.payout.wage_records import EXPENSES, PayCode, PayItem
from subcontract.words import N_

WORDS: Final = {
    PayCode.BUS_TICKET: (N_("Tickets"), N_("Tickets: {text}")),
    PayCode.KILOMETRES: (N_("Kilometres"), N_("Kilometres: {text}")),
}
"""Without and with what was typed beside the sum."""
UNITS: Final = {PayCode.BUS_TICKET: N_("tickets"), PayCode.KILOMETRES: N_("km")}
RULES: Final = frozenset(code.value for code in EXPENSES)


def expense_line(item: PayItem) -> PayoutLine:
    """A cost as it was typed."""
    bare, with_text = WORDS[item.kind]
    return PayoutLine(
        what=with_text if item.text else bare,
        blanks=(("text", item.text),) if item.text else (),
        day=item.day,
        basis=item.quantity,
        basis_unit=UNITS[item.kind] if item.quantity else "",
        rate=item.rate,
        amount=item.amount,
        rule=item.kind.value,
    )


def has_expenses(lines: Iterable[PayoutLine]) -> bool:
    """Whether some of the lines are costs paid back."""
    return any(line.rule in RULES for line in lines)
