"""Checks an invoice that comes again before it is saved: every problem at once, each by its field."""

from dataclasses import replace

from subcontract.invoicing.drafting.hand_lines import check_line
from subcontract.invoicing.recurring import INTERVALS, RecurringInvoice, keeps_its_day
from subcontract.people.findings import Findings
from subcontract.problems import Code

LONGEST_NUMBER = 60
LONGEST_NOTE = 1000


def checked_recurring(recurring: RecurringInvoice) -> RecurringInvoice:
    """The record as stored; refuses with every problem found."""
    found = Findings()
    read = replace(
        recurring,
        name=found.line(recurring.name, "name", required=True),
        order_number=found.line(recurring.order_number, "order_number", longest=LONGEST_NUMBER),
        note=found.note(recurring.note, "note", longest=LONGEST_NOTE),
        lines=tuple(
            replace(line, text=line.text.strip(), unit=line.unit.strip()) for line in recurring.lines
        ),
    )
    if not read.lines:
        found.add(Code.REQUIRED, "lines")
    for at, line in enumerate(read.lines):
        check_line(line, found, f"lines.{at}.")
    if read.months not in INTERVALS:
        found.add(Code.UNKNOWN_VALUE, "months")
    if not keeps_its_day(read.next_day):
        found.add(Code.DAY_NOT_IN_EVERY_MONTH, "next_day")
    found.refuse_any()
    return read
