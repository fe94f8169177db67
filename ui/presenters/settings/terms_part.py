"""One group of fields of the terms of invoicing; no Qt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from subcontract.invoicing.terms import InvoicingTerms
from ui.presenters.forms.fields import FieldSpec


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsPart:
    """Fields, how they are filled from the terms, and the terms with what stands in them."""

    fields: tuple[FieldSpec, ...]
    values: Callable[[InvoicingTerms], dict[str, object]]
    put: Callable[[InvoicingTerms, Mapping[str, Any]], InvoicingTerms]


def plain_part(*fields: FieldSpec) -> TermsPart:
    """A part whose fields are called as those of the terms and hold the same values."""
    names = tuple(spec.name for spec in fields)
    return TermsPart(
        fields=fields,
        values=lambda terms: {name: getattr(terms, name) for name in names},
        put=lambda terms, values: replace(terms, **{name: values[name] for name in names}),
    )
