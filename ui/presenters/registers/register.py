"""What every register shares: a list, and the record that is open; no Qt."""

from collections.abc import Hashable, Iterable
from typing import Any, Generic, TypeVar
from uuid import UUID

from subcontract.actions.act import Done
from subcontract.problems import Code, Problem, Refused
from subcontract.words import N_, Texts
from ui.presenters.base import Door, Presenter, Refusable
from ui.presenters.forms.form import FormPresenter
from ui.presenters.forms.kept_forms import KeptForms
from ui.presenters.forms.lines import LinesPresenter
from ui.presenters.forms.parts import Part
from ui.presenters.registers.records import Record
from ui.presenters.registers.register_kind import RegisterKind
from ui.presenters.tables.table import Row, TablePresenter

CONFIRMABLE = frozenset({Code.SIMILAR_NAME})
"""Warnings that a second press of Save passes."""
R = TypeVar("R", bound=Record)


class RegisterPresenter(Presenter, RegisterKind[R], Generic[R]):
    """A list beside the record that is open. What is typed in a record waits until it is saved.

    Going to another record, or to another screen, loses nothing: the record keeps its draft, and its
    row says so.
    """

    def __init__(self, door: Door, texts: Texts, table: TablePresenter, form: FormPresenter) -> None:
        """Join the list and the form; ``parts`` are the rest of the record, ``lines`` those with lines."""
        super().__init__(door, texts)
        self.table = table
        self.form = form
        self.lines: tuple[LinesPresenter, ...] = ()
        self.parts: tuple[Part, ...] = ()
        self.records: dict[UUID, R] = {}
        self.current: R | None = None
        """The record that is open; also a new one that has not been saved."""
        self.is_new = False
        self.despite: frozenset[Code] = frozenset()  # warnings shown: saving again passes them
        self._kept = KeptForms(form, lambda: self.parts)
        self._new: R | None = None
        """A new record left without saving: starting a new one goes on with it."""
        self._wanted: UUID | None = None
        self._just_saved: UUID | None = None
        self._fills = False  # the rows change: a selection that moves by itself is not the user's
        self._takes_newer = False
        """Somebody else saved first: what is typed here is written on top of that next time."""
        table.on_open = self.open_row
        table.on_select = self._selected
        form.on_change = self.changed

    @property
    def kept_fields(self) -> frozenset[str]:
        """The fields whose value is taken from the form: whether it is in use is not asked of a new one."""
        return frozenset(self.form.specs) - ({"active"} if self.is_new else set())

    # --- filling

    def fill(self, records: Iterable[R], rows: Iterable[Row]) -> None:
        """Show the list anew; the open record stays open and what is typed in it stays typed."""
        self.records = {record.id: record for record in records}
        self._fills = True
        self.table.set_rows(rows)
        self._fills = False
        wanted, self._wanted = self._wanted, None
        just_saved, self._just_saved = self._just_saved, None
        if wanted is not None:
            self.open(wanted)
        elif just_saved in self.records:
            self.show(self.records[just_saved])
            self.table.select(just_saved)
        elif self.current is not None and not self.is_new:
            self._reread()
        self.tell()

    def _reread(self) -> None:
        """Show the open record as it is now, unless somebody is writing in it."""
        stored = self.records.get(self.current.id) if self.current else None
        if stored is None:
            self.close()
        elif not self.dirty:
            if stored != self.current:
                self.show(stored)
        elif self._takes_newer:
            self.current = stored
        self._takes_newer = False

    def show(self, record: R) -> None:
        """Put a record into the form, with its draft if it has one."""
        self.current = record
        self.despite = frozenset()
        self.form.load(self.values_of(record))
        self.load_lines(record)
        self._kept.give_back(record.id)
        self.follow()
        self.form.tell()

    # --- what the user does

    def open_row(self, row_id: Hashable) -> None:
        """Open the record of a row."""
        if isinstance(row_id, UUID):
            self.open(row_id)

    def _selected(self, row_id: Hashable | None) -> None:
        """The card follows the row that is selected while it is open."""
        if self.current is None or self._fills or not isinstance(row_id, UUID):
            return
        if row_id != self.current.id:
            self.open(row_id)

    def open(self, id: UUID) -> None:  # noqa: A002 - the field's own name
        """Open a record; before the list has come, as soon as it has."""
        record = self.records.get(id)
        if record is None:
            self._wanted = id
            return
        self._keep_draft()
        self.is_new = False
        self.notice = None
        self.show(record)
        self.table.select(id)
        self.opened(record)
        self.tell()

    def start_new(self) -> None:
        """Open an empty record; one left half-written is gone on with."""
        self._keep_draft()
        self.notice = None
        self.is_new = True
        self.table.select(None)
        record, self._new = self._new or self.new_record(), None
        self.show(record)
        self.tell()

    def close(self) -> None:
        """Close the record; what was typed waits for it to be opened again."""
        self._keep_draft()
        self.current = None
        self.is_new = False
        self.notice = None
        self.tell()

    def reset(self) -> None:
        """Take back everything typed since the record was opened or saved."""
        if self.current is not None:
            self._kept.drop(self.current.id)
            self.form.load(self.values_of(self.current))
            self.show(self.current)
            self.tell()

    def _keep_draft(self) -> None:
        """Let what is typed in the open record wait."""
        if self.current is not None and self.dirty:
            self._new = self.current if self.is_new else self._new
            self._kept.keep(self.current.id)

    def changed(self, _field: str) -> None:
        """The user changed a field: warnings passed before are asked about anew."""
        self.despite = frozenset()
        self.follow()
        self.tell()

    # --- saving

    @property
    def is_open(self) -> bool:
        """Whether a record is open."""
        return self.current is not None

    @property
    def dirty(self) -> bool:
        """Whether something in the open record has not been saved."""
        return self.current is not None and (self.form.dirty or any(part.dirty for part in self.parts))

    @property
    def holds_text(self) -> bool:
        """Whether the open record or one left open holds text that has not been saved."""
        return self.dirty or bool(self._kept)

    @property
    def save_words(self) -> str:
        """What the button says, marked: a warning shown is passed on purpose."""
        return N_("Save anyway") if self.despite else N_("Save")

    def save(self) -> None:
        """Save the open record; what is wrong stands beside its field."""
        if self.current is None:
            return
        read = self._read()
        if read is None:
            return
        try:
            record = self.record_of(*read)
        except Refused as refused:
            self.refused(refused, self)
        else:
            self.act(*self.save_ask(record), done=self._saved, form=self)

    def _read(self) -> tuple[dict[str, Any], dict[str, list[dict[str, Any]]]] | None:
        """The values of all parts, or ``None`` with the errors beside their fields."""
        problems: list[Problem] = []
        values: dict[str, Any] = {}
        lines: dict[str, list[dict[str, Any]]] = {}
        try:
            values = self.form.read()
        except Refused as refused:
            problems.extend(refused.problems)
        for part in self.lines:
            try:
                lines[part.field] = part.read()
            except Refused as refused:
                problems.extend(refused.problems)
        if problems:
            self.refuse(Refused(*problems))
            self.tell()
            return None
        return values, lines

    def refuse(self, refused: Refused) -> tuple[Problem, ...]:
        """Show problems beside the fields of the form and the lines; give back the rest."""
        left = self.form.refuse(refused)
        for part in self.lines:
            part.error = ""
            left = part.refuse(Refused(*left)) if left else left
        return left

    def refused(self, refused: Refused, form: Refusable | None = None) -> None:
        """Show a refusal; one that can be passed turns the button into "Save anyway"."""
        codes = frozenset(problem.code for problem in refused.problems)
        self.despite = codes if codes <= CONFIRMABLE else frozenset()
        if Code.CHANGED_ELSEWHERE in codes:
            self._takes_newer = True
            self.load()
        super().refused(refused, form)

    def _saved(self, done: Done) -> None:
        """Show the saved record as soon as the list has it."""
        self.despite = frozenset()
        self.is_new = False
        self.form.saved()
        for part in self.parts:
            part.saved()
        if done.id is not None:
            self._just_saved = done.id
            self.load()

    @property
    def unsaved(self) -> str:
        """The sentence that tells which other records have unsaved text, or ``""``."""
        found = [
            self.name_of(self.records[at]) for at in self._kept if isinstance(at, UUID) and at in self.records
        ]
        if self._new is not None and self._new.id in self._kept:
            found.append(self.texts.say(self.new_words))
        return self.texts.say(N_("Not saved yet: {names}"), names=", ".join(found)) if found else ""
