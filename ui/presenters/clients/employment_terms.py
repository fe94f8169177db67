"""The dated terms of an agreement as lines that are typed; no Qt."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from subcontract.people.employment import WHOLE_CAPACITY, EmploymentTerms, PaidBy
from subcontract.problems import Code, Problem, Refused, refuse
from subcontract.words import N_, Texts
from ui.presenters.base import Door
from ui.presenters.clients.employment_fields import TERMS
from ui.presenters.forms.form import FormPresenter
from ui.presenters.forms.lines import LinesPresenter

NAMES = ("hourly", "capacity", "weekly_minutes", "pay_group", "paid_by", "piece_rate")
BEGINNING = {"capacity": WHOLE_CAPACITY, "paid_by": PaidBy.HOUR}
"""What stands in the first line of a new agreement."""


class TermsLines(LinesPresenter):
    """One line for each first day; a new line begins as a copy of the one before it."""

    def __init__(self, door: Door, texts: Texts) -> None:
        """Have no lines yet."""
        super().__init__("terms", TERMS, texts, door.today, name=N_("Terms"), add=N_("Add new terms"))
        self._order: tuple[int, ...] = ()
        """Where each of the terms that were read last stands among the lines: they are kept by days."""
        self._was: frozenset[tuple[Any, ...]] = frozenset()

    def load_terms(self, terms: Iterable[EmploymentTerms]) -> None:
        """Show the terms of an agreement; one without any gets a line to begin with."""
        rows = [{"first": one.first, **{name: _shown(one, name) for name in NAMES}} for one in terms]
        self.load(rows or [BEGINNING])
        self.follow()
        self._was = self._now()

    def add(self) -> FormPresenter:
        """Add a line that begins as the one before it, without its day."""
        before = self.rows[-1] if self.rows else None
        row = super().add()
        if before is not None:
            row.typed.update({**before.typed, "first": ""})
            row.picked.update(before.picked)
            self.follow()
            row.tell()
        return row

    def follow(self) -> None:
        """A piece has a price only where pay goes by the piece."""
        for row in self.rows:
            row.hidden = set() if row.picked["paid_by"] is PaidBy.PIECE else {"piece_rate"}

    # --- reading

    def terms_of(self, lines: list[dict[str, Any]], first: date, before: date) -> tuple[EmploymentTerms, ...]:
        """The terms as they are kept, in the order of their days.

        The earliest ones begin with the agreement: the day of the first line may be left empty, and the
        earliest moves when the agreement's own first day moves away from ``before``.
        """
        days = [line["first"] for line in lines]
        empty = next((at for at, day in enumerate(days) if at and day is None), 0)
        if empty:
            raise refuse(Code.REQUIRED, f"terms.{empty}.first")
        starts = [first if day is None else day for day in days]
        self._order = tuple(sorted(range(len(lines)), key=lambda at: starts[at]))
        if self._order and starts[self._order[0]] == before:
            starts[self._order[0]] = first
        return tuple(_terms(lines[at], starts[at]) for at in self._order)

    def refuse(self, refused: Refused) -> tuple[Problem, ...]:
        """Show problems at the lines as they stand; those of the kept terms are numbered by days."""
        return super().refuse(Refused(*map(self._placed, refused.problems)))

    def _placed(self, problem: Problem) -> Problem:
        field, _, rest = problem.field.partition(".")
        at, _, name = rest.partition(".")
        if field != self.field or not at.isdecimal() or int(at) >= len(self._order):
            return problem
        return replace(problem, field=f"{field}.{self._order[int(at)]}.{name}")

    def read(self) -> list[dict[str, Any]]:
        """The values of the lines, whose problems are numbered as they stand."""
        self._order = ()
        return super().read()

    # --- what has been paid

    def changed_from(self, first: date) -> date | None:
        """From which day on the lines are not as they were read; the first line begins on ``first``."""
        changed = self._was ^ self._now() if self.dirty else frozenset()
        return min((line[0] or first for line in changed), default=None)

    def _now(self) -> frozenset[tuple[Any, ...]]:
        """What can be read of the lines now, each as its values."""
        read = (row.readable() for row in self.rows)
        return frozenset(tuple(line.get(name) for name in ("first", *NAMES)) for line in read)


def _shown(terms: EmploymentTerms, name: str) -> object:
    """A value as it stands in its field: what is not agreed is empty."""
    value = getattr(terms, name)
    return (value or None) if name in {"weekly_minutes", "piece_rate"} else value


def _terms(line: dict[str, Any], first: date) -> EmploymentTerms:
    values = {name: line[name] for name in NAMES}
    values["weekly_minutes"] = values["weekly_minutes"] or 0
    values["piece_rate"] = values["piece_rate"] or Decimal(0)
    return EmploymentTerms(first=first, **values)
