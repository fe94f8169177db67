"""A form as plain values: what was typed stays typed, errors in words beside their fields; no Qt.

form = FormPresenter(FIELDS, texts, door.today, name=N_("Customer"))
form.load({"name": customer.name, "term": customer.payment_term})
values = form.parsed()          # dict of typed values, or None and the errors stand beside the fields
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from subcontract.problems import Code, Problem, Refused, refuse
from subcontract.words import N_, Texts
from ui.presenters.forms.fields import (
    PICKED,
    Choice,
    FieldKind,
    FieldSpec,
    echo,
    empty_value,
    write_field,
)
from ui.presenters.tone import Tone
from ui.problem_sentences import explain


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryLine:
    """One line of what the form comes to, shown beside it; texts already translated."""

    label: str
    value: str
    tone: Tone = Tone.NONE
    large: bool = False


class FormPresenter:
    """Fields with what has been typed in them."""

    def __init__(
        self, specs: Iterable[FieldSpec], texts: Texts, today: Callable[[], date], *, name: str = ""
    ) -> None:
        """Show ``specs`` in order; ``name`` (marked) is what the form is called aloud."""
        self.specs: dict[str, FieldSpec] = {spec.name: spec for spec in specs}
        self.texts = texts
        self.name = name
        self.typed: dict[str, str] = {}
        self.picked: dict[str, Any] = {}
        self.errors: dict[str, str] = {}
        self.notes: dict[str, str] = {}
        """Sentences (translated) under fields that are no errors: warnings from the presenter."""
        self.echoes: dict[str, str] = {}
        """Words (translated) of how the presenter understood a field, said without a warning."""
        self.shown: set[str] = set()
        """Masked fields that the user asked to see."""
        self.hidden: set[str] = set()
        """Fields that do not belong to the present choices; they are not read."""
        self.locked: set[str] = set()
        """Fields that cannot be changed now."""
        self.summary: Callable[[Mapping[str, Any]], Iterable[SummaryLine]] | None = None
        """Makes the lines beside the form from the values that can be read at the moment."""
        self.on_change: Callable[[str], None] | None = None
        """Called with the field's name after the user changed it; may hide fields or set choices."""
        self.before_show: Callable[[str, Callable[[], None]], None] | None = None
        """Called before a masked field is shown, with its name and what then shows it: looking may need
        a line in the log first."""
        self.cleanings = 0
        """How often the form was loaded or saved: what was typed before is not to be taken back any more."""
        self.refusals = 0
        """How often the whole was refused: then, not on leaving a field, the focus goes to the error."""
        self._today = today
        self._loaded: dict[str, Any] = {}
        self._listeners: list[Callable[[], None]] = []
        self.load({})

    def listen(self, listener: Callable[[], None]) -> None:
        """Call ``listener`` whenever something shown has changed."""
        self._listeners.append(listener)

    def forget(self, listener: Callable[[], None]) -> None:
        """Call ``listener`` no more: what it would show is gone."""
        self._listeners.remove(listener)

    def tell(self) -> None:
        """Tell the listeners that something shown has changed."""
        for listener in tuple(self._listeners):
            listener()

    # --- filling

    def load(self, values: Mapping[str, object]) -> None:
        """Show a record's values; fields not given are emptied. The form is clean after it."""
        for spec in self.specs.values():
            value = values.get(spec.name, empty_value(spec))
            if spec.kind in PICKED:
                self.picked[spec.name] = value
            else:
                self.typed[spec.name] = write_field(spec, value, self.texts)
        self.errors.clear()
        self.notes.clear()
        self.shown.clear()
        self._loaded = self._state()
        self.cleanings += 1
        self.tell()

    def reset(self) -> None:
        """Take back everything typed since the form was loaded or saved."""
        for name, value in self._loaded.items():
            (self.picked if self.specs[name].kind in PICKED else self.typed)[name] = value
        self.errors.clear()
        self.tell()

    def saved(self) -> None:
        """What stands in the fields has been stored: the form is clean."""
        self._loaded = self._state()
        self.cleanings += 1
        self.errors.clear()
        self.tell()

    @property
    def dirty(self) -> bool:
        """Whether something differs from what was loaded or saved."""
        return self._state() != self._loaded

    def _state(self) -> dict[str, Any]:
        return {**self.typed, **self.picked}

    def set_choices(self, name: str, choices: Iterable[Choice]) -> None:
        """Offer other choices in a field; a pick that is no longer offered is dropped."""
        chosen = tuple(choices)
        self.specs[name] = replace(self.specs[name], choices=chosen)
        offered = [choice.value for choice in chosen]
        if self.specs[name].kind is FieldKind.CHOICE and self.picked[name] not in offered:
            self.picked[name] = None
        self.tell()

    # --- what the user does

    def type(self, name: str, text: str) -> None:
        """The user typed; the field's error goes away until it is read again."""
        if self.typed.get(name) == text:
            return
        self.typed[name] = text
        self._touched(name)

    def pick(self, name: str, value: object) -> None:
        """The user picked."""
        if self.picked.get(name) == value:
            return
        self.picked[name] = value
        self._touched(name)

    def _touched(self, name: str) -> None:
        self.errors.pop(name, None)
        self.notes.pop(name, None)
        if self.on_change is not None:
            self.on_change(name)
        self.tell()

    def leave(self, name: str) -> None:
        """The user left a field: say at once when what stands in it cannot be read."""
        if name in self.typed and self.typed[name].strip():
            try:
                self.value(name)
            except Refused as refused:
                self.errors[name] = explain(refused.problems[0], self.texts)
                self.tell()

    def show(self, name: str, *, shown: bool = True) -> None:
        """Show or mask a field that is masked."""
        if shown and self.before_show is not None:
            self.before_show(name, lambda: self._show(name, shown=True))
        else:
            self._show(name, shown=shown)

    def _show(self, name: str, *, shown: bool) -> None:
        (self.shown.add if shown else self.shown.discard)(name)
        self.tell()

    # --- reading

    def value(self, name: str) -> Any:  # noqa: ANN401 - the type depends on the kind of the field
        """The value of one field; raises ``Refused`` with the field's name."""
        spec = self.specs[name]
        if spec.kind in PICKED:
            value = self.picked[name]
            if spec.required and value in (None, ()):
                raise refuse(Code.REQUIRED, name)
            return value
        from ui.presenters.forms.field_reading import read_field  # noqa: PLC0415 - patterns, not for the first paint

        return read_field(spec, self.typed[name], today=self._today())

    def read(self) -> dict[str, Any]:
        """Every value; raises ``Refused`` with every problem. Hidden fields have their empty value."""
        values: dict[str, Any] = {}
        problems: list[Problem] = []
        for name, spec in self.specs.items():
            try:
                values[name] = empty_value(spec) if name in self.hidden else self.value(name)
            except Refused as refused:
                problems.extend(refused.problems)
        if problems:
            raise Refused(*problems)
        return values

    def parsed(self) -> dict[str, Any] | None:
        """Every value, or ``None`` with the errors beside the fields."""
        try:
            values = self.read()
        except Refused as refused:
            self.refuse(refused)
            return None
        self.errors.clear()
        return values

    def readable(self) -> dict[str, Any]:
        """The values of those fields that can be read now, for sums while typing."""
        values: dict[str, Any] = {}
        for name in self.specs:
            try:
                values[name] = self.value(name)
            except Refused:
                continue
        return values

    def summary_lines(self) -> tuple[SummaryLine, ...]:
        """The lines beside the form; none while they cannot be made."""
        if self.summary is None:
            return ()
        try:
            return tuple(self.summary(self.readable()))
        except (Refused, KeyError):
            return ()

    # --- words

    def refuse(self, refused: Refused) -> tuple[Problem, ...]:
        """Show problems beside their fields (``lines.2.name`` belongs to ``lines``); give back the rest."""
        left: list[Problem] = []
        self.errors.clear()
        for problem in refused.problems:
            name = problem.field if problem.field in self.specs else problem.field.partition(".")[0]
            if name in self.specs and name not in self.hidden:
                self.errors.setdefault(name, explain(problem, self.texts))
            else:
                left.append(problem)
        self.refusals += bool(self.errors)
        self.tell()
        return tuple(left)

    @property
    def first_error(self) -> str:
        """The first field with an error, where the focus belongs; ``""`` when there is none."""
        return next((name for name in self.specs if name in self.errors), "")

    def label(self, name: str) -> str:
        """The label of a field; one that may be left empty says so when few may."""
        return self.texts.say(self.specs[name].label)

    def shown_text(self, name: str) -> str:
        """What stands in the field, masked unless the user asked to see it."""
        text, spec = self.typed[name], self.specs[name]
        if name in self.shown or name in self.errors or text != self._loaded.get(name) or not text:
            return text
        if spec.kind is FieldKind.IDENTITY_CODE:
            from subcontract.codes import mask_identity_code  # noqa: PLC0415 - heavy, and seldom needed

            return mask_identity_code(text)
        return text

    def is_masked(self, name: str) -> bool:
        """Whether the field now shows a mask in place of its text."""
        return self.shown_text(name) != self.typed.get(name)

    def echo(self, name: str) -> str:
        """How the program understood what was typed: ``7 t 30 min``, ``maanantai 2. marraskuuta 2026``."""
        spec = self.specs[name]
        if name in self.echoes:
            return self.echoes[name]
        if spec.kind not in {FieldKind.HOURS, FieldKind.DATE} or not self.typed[name].strip():
            return ""
        try:
            return echo(spec, self.value(name), self.texts)
        except Refused:
            return ""

    def accessible_note(self, name: str) -> str:
        """What a screen reader says after the label: required, the help and the error."""
        spec = self.specs[name]
        parts = [self.errors.get(name, ""), self.notes.get(name, "")]
        if spec.required:
            parts.append(self.texts.say(N_("Must be filled in")))
        if spec.help:
            parts.append(self.texts.say(spec.help))
        return ". ".join(part.rstrip(".") for part in parts if part)
