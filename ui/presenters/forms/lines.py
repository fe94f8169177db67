"""A list of small forms, one a line: permits, periods, measurements; no Qt.

lines = LinesPresenter("permits", PERMIT, texts, door.today, name=N_("Permits"), add=N_("Add a permit"))
lines.load([{"name": "Hygieniapassi", "valid_to": date(2027, 1, 31)}])
rows = lines.read()              # one dict a line; a refused field is "permits.0.valid_to"
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from subcontract.problems import Problem, Refused
from subcontract.words import N_, Texts
from ui.presenters.forms.fields import PICKED, FieldSpec
from ui.presenters.forms.form import FormPresenter
from ui.problem_sentences import explain

State = tuple[tuple[dict[str, str], dict[str, Any]], ...]


class LinesPresenter:
    """Lines that can be added and taken away; what was typed in each stays typed."""

    def __init__(
        self,
        field: str,
        specs: Iterable[FieldSpec],
        texts: Texts,
        today: Callable[[], date],
        *,
        name: str,
        add: str,
    ) -> None:
        """Show lines of ``specs``; ``name`` and ``add`` (marked) are what they are called."""
        self.field = field
        self.specs = tuple(specs)
        self.texts = texts
        self.name = name
        self.add_words = add
        self.rows: list[FormPresenter] = []
        self.error = ""
        """What is wrong with the lines as a whole, in words."""
        self.refusals = 0
        """How often the lines were refused, for the focus to go to the error."""
        self.locked = False
        self.on_change: Callable[[], None] | None = None
        self._today = today
        self._loaded: State = ()
        self._listeners: list[Callable[[], None]] = []

    def listen(self, listener: Callable[[], None]) -> None:
        """Call ``listener`` whenever lines came or went, or the error changed."""
        self._listeners.append(listener)

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()

    # --- filling

    def load(self, rows: Iterable[Mapping[str, object]]) -> None:
        """Show the lines of a record; they are clean after it, and those there were are used again."""
        given = tuple(rows)
        self.rows = self._as_many(len(given))
        for row, values in zip(self.rows, given, strict=True):
            row.load(values)
        self.error = ""
        self._loaded = self.state()
        self._tell()

    def _as_many(self, number: int) -> list[FormPresenter]:
        """The first lines there are, and new ones until there are enough."""
        return self.rows[:number] + [self._line() for _ in range(number - len(self.rows))]

    def _line(self) -> FormPresenter:
        form = FormPresenter(self.specs, self.texts, self._today, name=self.name)
        form.on_change = self._changed
        return form

    def _changed(self, _field: str) -> None:
        self.error = ""
        if self.on_change is not None:
            self.on_change()

    def state(self) -> State:
        """Everything that stands in the lines, to be put back with ``restore``."""
        return tuple((dict(row.typed), dict(row.picked)) for row in self.rows)

    def restore(self, state: State) -> None:
        """Put back what stood in the lines; whether they are clean stays as it was."""
        self.rows = self._as_many(len(state))
        for row, (typed, picked) in zip(self.rows, state, strict=True):
            row.load({})
            row.typed.update(typed)
            row.picked.update(picked)
            row.tell()
        self._tell()

    def saved(self) -> None:
        """What stands in the lines has been stored: they are clean."""
        self._loaded = self.state()

    @property
    def dirty(self) -> bool:
        """Whether a line came, went or changed since the lines were loaded."""
        return self.state() != self._loaded

    def set_choices(self, name: str, choices: Iterable[Any]) -> None:
        """Offer other choices in a field of every line."""
        offered = tuple(choices)
        self.specs = tuple(spec if spec.name != name else _with_choices(spec, offered) for spec in self.specs)
        for row in self.rows:
            row.set_choices(name, offered)

    # --- what the user does

    def add(self) -> FormPresenter:
        """Add an empty line at the end."""
        self.rows.append(self._line())
        self._changed("")
        self._tell()
        return self.rows[-1]

    def remove(self, at: int) -> None:
        """Take a line away."""
        del self.rows[at]
        self._changed("")
        self._tell()

    # --- reading

    def read(self) -> list[dict[str, Any]]:
        """The values of every line that is not empty; raises ``Refused`` with every problem.

        Problems are numbered by the lines that are read, as the values are.
        """
        values: list[dict[str, Any]] = []
        problems: list[Problem] = []
        for at, row in enumerate(self._filled()):
            try:
                values.append(row.read())
            except Refused as refused:
                row.refuse(refused)
                problems += (
                    Problem(code=p.code, field=f"{self.field}.{at}.{p.field}", facts=p.facts)
                    for p in refused.problems
                )
        if problems:
            self.refusals += 1
            raise Refused(*problems)
        return values

    def _filled(self) -> list[FormPresenter]:
        """The lines on which somebody has written something."""
        return [row for row in self.rows if not self._is_empty(row)]

    def _is_empty(self, row: FormPresenter) -> bool:
        """Whether nobody has written anything on the line."""
        picks = (row.picked[spec.name] for spec in self.specs if spec.kind in PICKED)
        return not any(text.strip() for text in row.typed.values()) and not any(picks)

    def refuse(self, refused: Refused) -> tuple[Problem, ...]:
        """Show problems of the lines and give back the rest."""
        self.error = ""
        left: list[Problem] = []
        for problem in refused.problems:
            if problem.field == self.field or problem.field.startswith(f"{self.field}."):
                self._show(problem)
            else:
                left.append(problem)
        self.refusals += len(left) < len(refused.problems)
        self._tell()
        return tuple(left)

    def _show(self, problem: Problem) -> None:
        """Put a problem beside its field, or under the lines."""
        _, _, place = problem.field.partition(".")
        at, _, name = place.partition(".")
        filled = self._filled()
        if at.isdecimal() and int(at) < len(filled) and name in filled[int(at)].specs:
            row = filled[int(at)]
            row.errors.setdefault(name, explain(problem, self.texts))
            row.tell()
        else:
            self.error = explain(problem, self.texts)

    def remove_words(self, at: int) -> str:
        """The spoken name of a line's remove button."""
        first = self.specs[0]
        shown = self.rows[at].typed.get(first.name) or str(at + 1)
        return self.texts.say(N_("Remove {what}"), what=shown)


def _with_choices(spec: FieldSpec, choices: tuple[Any, ...]) -> FieldSpec:
    return replace(spec, choices=choices)
