"""The form of work over days: where it is another one than wanted, and laying one over what there was."""

from collections.abc import Iterable
from dataclasses import replace

from subcontract.days import DateRange, DayMap
from subcontract.people.client import Client, FormOfWork, FormOfWorkSpan


def days_without(client: Client, days: DateRange, forms: Iterable[FormOfWork]) -> tuple[DateRange, ...]:
    """The days of ``days`` on which the client's form of work is none of ``forms``."""
    wanted = frozenset(forms)
    return DayMap((span.days, True) for span in client.forms if span.form in wanted).gaps(days)


def with_form(client: Client, days: DateRange, form: FormOfWork) -> Client:
    """The client with a form of work on ``days``; what there was before and after them stays."""
    before = DayMap((span.days, span.form) for span in client.forms)
    laid = before.with_layer(DayMap(((days, form),)))
    return replace(client, forms=tuple(FormOfWorkSpan(days=span, form=one) for span, one in laid))
