"""What an invoice of late interest charges: each half-year its line, and what reminders cost; never twice."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from subcontract import ids
from subcontract.days import DateRange
from subcontract.ids import InvoiceLineId
from subcontract.invoicing.collecting.late_interest import late_interest
from subcontract.invoicing.collecting.lateness import LateInvoice, costs_of
from subcontract.invoicing.collecting.reminder_plan import Reminding
from subcontract.invoicing.records import InvoiceKind, InvoiceLine, LineKind
from subcontract.money import ZERO, Money, total
from subcontract.words import N_, Texts

OUTSIDE_VAT: Final = "O"
UNIT: Final = N_("pcs")


def interest_lines(of: LateInvoice, by: Reminding, texts: Texts) -> tuple[InvoiceLine, ...]:
    """The lines of one late invoice; none when nothing of its lateness is left to charge.

    Interest runs to the day of the last payment, or to today while something is open. Refuses a half-year
    whose reference rate is not known (``rate_unknown``).
    """
    if of.invoice.kind is InvoiceKind.CREDIT_NOTE or of.invoice.is_interest:
        return ()
    lines = (*_interest(of, by, texts), *_costs(of, texts))
    charged = total(line.net for line in lines)
    paid = min(charged, of.paid_besides - _taken_off(of.charged))
    if paid > ZERO:
        days = DateRange(of.settled_on or by.today, of.settled_on or by.today)
        text = texts.say(N_("Paid already with invoice {number}"), number=str(of.invoice.number))
        lines = (*lines, _line(of, LineKind.INTEREST, text, -paid, days, texts))
    return lines if paid < charged else ()


def _interest(of: LateInvoice, by: Reminding, texts: Texts) -> Iterator[InvoiceLine]:
    """A line for each half-year, and for each change of what was owed."""
    until = of.settled_on or by.today
    for one in late_interest(of.debt, until, of.by(by.terms, by.typed)).periods:
        if one.amount:
            text = texts.say(
                N_("Late interest of invoice {number}: {principal}, {rate}, {days} days"),
                number=str(of.invoice.number),
                principal=one.principal,
                rate=texts.percent(one.rate.value),
                days=one.count,
            )
            yield _line(of, LineKind.INTEREST, text, one.amount, one.days, texts)


def _costs(of: LateInvoice, texts: Texts) -> Iterator[InvoiceLine]:
    """What each reminder cost that no interest invoice charges."""
    for one in of.unbilled_costs:
        text = texts.say(
            N_("Reminder of {day}, invoice {number}"), day=one.day, number=str(of.invoice.number)
        )
        yield _line(of, LineKind.COLLECTION, text, costs_of(one), DateRange(one.day, one.day), texts)


def _line(  # noqa: PLR0917 - what a line is made of
    of: LateInvoice, kind: LineKind, text: str, net: Money, days: DateRange, texts: Texts
) -> InvoiceLine:
    """One line, outside VAT."""
    return InvoiceLine(
        id=InvoiceLineId(ids.new()),
        kind=kind,
        text=text,
        quantity=Decimal(1),
        unit=texts.say(UNIT),
        unit_price=net.amount,
        vat=OUTSIDE_VAT,
        net=net,
        supplied=days,
        interest_of=of.invoice.id,
    )


def _taken_off(charged: Iterable[InvoiceLine]) -> Money:
    """What earlier interest invoices took off as paid already."""
    return total(-line.net for line in charged if line.net < ZERO)
