"""Prepayments and recurring invoices of the demo centre; no Qt."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from subcontract.actions.make_prepayment import MakePrepayment, make_prepayment
from subcontract.actions.save_recurring import SaveRecurring, save_recurring
from subcontract.ids import CustomerId, JobId, RecurringInvoiceId
from subcontract.invoicing.drafting.prepaying import Wanted
from subcontract.invoicing.recurring import RecurringInvoice, RecurringLine
from ui.demo.beginnings import CLERK
from ui.demo.data import UNIT, Data, demo_id
from ui.demo.steps import Step, Teller, acting, at


def drafting_steps(autumn: dict[str, Any]) -> Iterator[Step]:
    """Money that is asked for beforehand, and what is invoiced again and again."""
    for prepayment in autumn["prepayment"]:
        yield _prepayment_step(prepayment)
    for recurring in autumn["recurring"]:
        ask = SaveRecurring(recurring=_recurring(recurring))
        yield at(recurring["made"], 13, acting(CLERK, save_recurring, ask))


def _prepayment_step(data: Data) -> Step:
    def ask_for(teller: Teller) -> None:
        ask = MakePrepayment(
            job=JobId(demo_id("job", data["job"])),
            wanted=Wanted(percent=Decimal(data["percent"])),
            texts_in=teller.texts_in,
        )
        teller.act(CLERK, make_prepayment, ask)

    return at(data["made"], 13, ask_for)


def _recurring(data: Data) -> RecurringInvoice:
    return RecurringInvoice(
        id=RecurringInvoiceId(demo_id("recurring", data["name"])),
        unit=UNIT,
        customer=CustomerId(demo_id("customer", data["customer"])),
        name=data["name"],
        lines=tuple(_line(line) for line in data["line"]),
        months=data["months"],
        next_day=data["next_day"],
        note=data["note"],
    )


def _line(data: Data) -> RecurringLine:
    return RecurringLine(
        text=data["text"],
        quantity=Decimal(data["quantity"]),
        unit=data["unit"],
        unit_price=Decimal(data["unit_price"]),
    )
