"""The kinds of cases that the calculator knows; each is a module, imported when it is asked for."""

import importlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

from ui.calc.case import Answer, Case, Field

MODULES = {
    "reference": "ui.calc.reference",
    "barcode": "ui.calc.barcode",
    "split": "ui.calc.split",
    "hours": "ui.calc.hours",
    "allowance": "ui.calc.allowance",
    "invoice-totals": "ui.calc.invoice_totals",
    "vat-rate": "ui.calc.vat_rate",
    "subsidy": "ui.calc.subsidy",
    "subsidy-check": "ui.calc.subsidy_check",
    "earnings-limit": "ui.calc.earnings_limit",
    "late-interest": "ui.calc.late_interest",
    "collection": "ui.calc.collection",
    "payday": "ui.calc.payday",
    "price": "ui.calc.price",
    "wage": "ui.calc.wage",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of case: what it answers, its fields, an example, and the function that answers."""

    purpose: str
    """Marked English text of the catalogue."""
    fields: Sequence[Field]
    example: str
    """One line of JSON."""
    answer: Callable[[Case], Answer]

    def case(self, said: object) -> Case:
        """Take an object as a case of this kind."""
        return Case(said, frozenset(field.name for field in self.fields))


def kind(name: str) -> Kind:
    """The kind of that name; ``KeyError`` when there is none."""
    return cast("Kind", importlib.import_module(MODULES[name]).KIND)
