"""The first and the last day of a record as two fields; no Qt."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from subcontract.days import LATEST, DateRange
from subcontract.problems import Code, Problem, Refused, refuse
from subcontract.words import N_
from ui.presenters.forms.fields import FieldKind, FieldSpec
from ui.presenters.forms.form import FormPresenter

FIRST, LAST = "days.first", "days.last"
FROM = FieldSpec(name=FIRST, label=N_("From"), kind=FieldKind.DATE, required=True)
UNTIL = FieldSpec(name=LAST, label=N_("Until"), kind=FieldKind.DATE)
"""Empty while the last day is not known."""


def until(**changes: Any) -> FieldSpec:  # noqa: ANN401 - as the fields of a specification
    """The field of the last day, with a help or demand of its own."""
    return replace(UNTIL, **changes)


def values_of_days(days: DateRange) -> dict[str, object]:
    """What stands in the two fields."""
    return {FIRST: days.first, LAST: None if days.is_open else days.last}


def days_of(values: Mapping[str, Any]) -> DateRange:
    """The days that were typed; refuses beside its field a last day before the first."""
    first, last = values[FIRST], values[LAST] or LATEST
    if last < first:
        raise refuse(Code.ENDS_BEFORE_START, LAST, first=first, last=last)
    return DateRange(first, last)


def typed_days(values: Mapping[str, Any], otherwise: DateRange) -> DateRange:
    """The days as far as they can be read while somebody types; ``otherwise`` when they cannot."""
    first, last = values.get(FIRST), values.get(LAST, otherwise.last) or LATEST
    return DateRange(first, last) if first is not None and first <= last else otherwise


def beside_first(refused: Refused, *fields: str) -> Refused:
    """The problems with the days as a whole, and those of ``fields``, beside the first day."""
    moved = {"days", *fields}
    return Refused(*(replace(one, field=FIRST) if one.field in moved else one for one in refused.problems))


class DaysBeside:
    """A form that shows whatever is wrong with the days beside one field of its own."""

    def __init__(self, form: FormPresenter, field: str) -> None:
        self.form, self.field = form, field

    def refuse(self, refused: Refused) -> tuple[Problem, ...]:
        """Show problems of the days beside the field; give back the rest."""
        placed = (
            replace(one, field=self.field) if one.field.startswith("days") else one
            for one in refused.problems
        )
        return self.form.refuse(Refused(*placed))
