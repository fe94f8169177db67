"""What invoicing asks for beside what is late: recurring invoices that are due, the limit of VAT; no Qt."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from subcontract.actions.act import Permission, Worker
from subcontract.invoicing.recurring import RecurringInvoice, due_periods
from subcontract.invoicing.small_seller import SmallSales, must_register, small_sales, years_of
from subcontract.ports import Lists
from subcontract.words import N_, Texts
from ui.presenters.today.cards import Card, names_in_short
from ui.presenters.tone import Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoicingDue:
    """The facts that the cards are made of."""

    recurring: tuple[tuple[RecurringInvoice, int], ...] = ()
    """Those that are due, each with its number of periods."""
    sales: SmallSales | None = None
    """Of a seller outside the VAT register that may be there."""


def read_invoicing(lists: Lists, who: Worker, today: date) -> InvoicingDue:
    """What is due now, for who drafts invoices."""
    if not who.may(Permission.EDIT_INVOICES):
        return InvoicingDue()
    records = lists.invoicing.recurring.where(unit=who.unit)
    due = ((one, sum(1 for _ in due_periods(one, today))) for one in records)
    unit = lists.units.find(who.unit)
    outside = unit is not None and not unit.vat_registered and not must_register(unit)
    return InvoicingDue(
        recurring=tuple((one, number) for one, number in due if number),
        sales=small_sales(lists.invoices.within(years_of(today), unit=who.unit), today) if outside else None,
    )


def invoicing_cards(due: InvoicingDue, texts: Texts) -> Iterator[Card]:
    """A card for the drafts to be made, and one when the limit of VAT is near or passed."""
    if due.sales is not None and due.sales.is_near:
        yield _of_sales(due.sales, texts)
    if due.recurring:
        one, many = N_("{number} recurring invoice is due"), N_("{number} recurring invoices are due")
        yield Card(
            what=texts.count(one, many, sum(number for _, number in due.recurring)),
            whom=names_in_short([record.name for record, _ in due.recurring], texts),
            button=texts.say(N_("Make drafts")),
            screen="invoices/recurring",
            picture="post",
        )


def _of_sales(sales: SmallSales, texts: Texts) -> Card:
    """How much has been sold, and what follows."""
    near = N_("Sales of {year} are {sales}. Over {limit} the seller must register for VAT.")
    over = N_("Sales have passed {limit}: register for VAT (VAT Act, section 3). In {year} they are {sales}.")
    return Card(
        what=texts.say(
            over if sales.is_over else near,
            year=str(sales.year),
            sales=sales.sales,
            limit=sales.limit.value,
        ),
        button=texts.say(N_("Look at the settings")),
        screen="settings/unit",
        tone=Tone.WRONG if sales.is_over else Tone.ATTENTION,
        picture="coins",
    )
