"""What belongs to the whole group: its result, the coach's hours, materials, one more client; no Qt."""

from collections.abc import Hashable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from subcontract.actions.correct_entry import CorrectEntry, correct_entry
from subcontract.actions.record_entry import RecordEntry, record_entry
from subcontract.actions.void_entries import VoidEntries, void_entries
from subcontract.hours.entry import EntryKind, WorkEntry
from subcontract.hours.told import Told, told_of
from subcontract.ids import EntryId, ShiftId
from subcontract.jobs.job import SplitRule
from subcontract.money import ZERO
from subcontract.problems import Code, Refused
from subcontract.rota.shift import Shift
from subcontract.words import N_
from ui.presenters.forms.form import FormPresenter
from ui.presenters.recording.base import DayPresenter
from ui.presenters.recording.fields import FIELDS, MATERIAL_COLUMNS, MATERIAL_FIELDS
from ui.presenters.recording.instead import InsteadPresenter
from ui.presenters.recording.typed import typed_into
from ui.presenters.tables.table import Empty, Row, TablePresenter
from ui.presenters.turns import Act


class GroupPresenter:
    """The line under the grid and its cards."""

    def __init__(self, owner: DayPresenter) -> None:
        """Belong to the day grid."""
        self.owner = owner
        texts, today = owner.texts, owner.door.today
        self._shown: dict[str, str] = {}
        self._shown_shift: ShiftId | None = None
        self.form = FormPresenter(FIELDS, texts, today, name=N_("The whole group"))
        self.material = FormPresenter(MATERIAL_FIELDS, texts, today, name=N_("Material"))
        self.instead = InsteadPresenter(owner)
        self.extra = self.instead.form
        self.materials = TablePresenter(
            MATERIAL_COLUMNS,
            texts,
            name=N_("Materials and kilometres"),
            empty=Empty(picture="boxes", sentence=N_("No materials have been recorded for this shift.")),
        )

    # --- showing

    def show(self) -> None:
        """Show what stands of the shift."""
        shift = self.owner.shift
        if shift is None:
            self.form.load({})
            self.materials.set_rows(())
            return
        locked = self.owner.is_locked
        for form in (self.form, self.material):
            form.hidden = set() if locked else {"reason"}
        if not self.owner.data.counts_pieces(shift):
            self.form.hidden |= {"pieces", "split", "rejects"}
        self._load(shift)
        self.material.tell()
        self.materials.set_rows(self._material_row(entry) for entry in self._standing(EntryKind.MATERIAL))
        self.instead.show()

    def _load(self, shift: Shift) -> None:
        """Fill the fields; what is being typed in one of them stays."""
        typing = {name: text for name, text in self.form.typed.items() if text != self._shown.get(name)}
        self.form.load(self._values(shift))
        self._shown = dict(self.form.typed)
        if self._shown_shift == shift.id:
            self.form.typed.update(typing)
            self.form.tell()
        self._shown_shift = shift.id

    def _values(self, shift: Shift) -> dict[str, Any]:
        """The fields' values."""
        result, coaching = self.result, self.coaching
        phase = self.owner.data.phase(shift)
        default = phase.split if phase else SplitRule.MINUTES
        return {
            "pieces": Decimal(result.pieces) if result and result.pieces else None,
            "rejects": Decimal(result.rejects) if result and result.rejects else None,
            "split": result.split if result and result.split else default,
            "coaching": coaching.minutes if coaching else None,
        }

    def _standing(self, kind: EntryKind) -> tuple[WorkEntry, ...]:
        """Entries of a kind on the shift."""
        shift = self.owner.shift
        return self.owner.data.of_shift(shift.id, kind) if shift else ()

    @property
    def result(self) -> WorkEntry | None:
        """The group's result."""
        return next(iter(self._standing(EntryKind.GROUP_RESULT)), None)

    @property
    def coaching(self) -> WorkEntry | None:
        """The coach's hours."""
        return next(iter(self._standing(EntryKind.COACHING)), None)

    def _material_row(self, entry: WorkEntry) -> Row:
        """A row of the materials."""
        return Row(
            id=entry.id,
            cells={
                "material": entry.material,
                "quantity": entry.quantity,
                "sum": entry.unit_price.times(entry.quantity),
            },
        )

    # --- saving

    def left(self, name: str) -> None:
        """A field was left: save what it tells when it differs from what stands."""
        if self.owner.is_locked and not self.form.typed["reason"].strip():
            return
        try:
            values = {each: self.form.value(each) for each in ("pieces", "split", "rejects", "coaching")}
        except Refused:
            return
        if name in {"pieces", "split", "rejects", "reason"} and "pieces" not in self.form.hidden:
            self._save_result(values)
        if name in {"coaching", "reason"}:
            self._save_coaching(values["coaching"] or 0)

    def _save_result(self, values: dict[str, Any]) -> None:
        """Record, correct or take back the group's result."""
        pieces, rejects = int(values["pieces"] or 0), int(values["rejects"] or 0)
        told = self._told(EntryKind.GROUP_RESULT)
        if told is None:
            return
        told = replace(told, pieces=pieces, rejects=rejects, split=values["split"])
        self._put(EntryKind.GROUP_RESULT, told, empty=not pieces and not rejects)

    def _save_coaching(self, minutes: int) -> None:
        """Record, correct or take back the coach's hours."""
        told = self._told(EntryKind.COACHING)
        if told is None:
            return
        if minutes and self.coaching is not None and self.coaching.minutes == minutes:
            return
        if minutes:
            told = typed_into(told, "minutes", f"{minutes} min")
        self._put(EntryKind.COACHING, told, empty=not minutes)

    def _told(self, kind: EntryKind) -> Told | None:
        """What stands of a kind, or a blank of it for the shift."""
        shift = self.owner.shift
        standing = self.result if kind is EntryKind.GROUP_RESULT else self.coaching
        if standing is not None:
            return told_of(standing)
        if shift is None:
            return None
        coach = shift.coach or self.owner.door.who.staff
        return Told(
            kind=kind,
            unit=shift.unit,
            day=shift.day,
            job=shift.job,
            phase=shift.phase,
            shift=shift.id,
            staff=coach if kind is EntryKind.COACHING else None,
            start=shift.start if kind is EntryKind.COACHING else None,
        )

    def _put(self, kind: EntryKind, told: Told, *, empty: bool) -> None:
        """Save in turn, against what stands when the turn comes."""
        reason = self.form.typed["reason"]

        def turn() -> Act | None:
            standing = next(iter(self.owner.data.of_shift(told.shift, kind)), None) if told.shift else None
            if standing is None:
                return None if empty else (record_entry, RecordEntry(told=told, reason=reason))
            if empty:
                return void_entries, VoidEntries(entries=(standing.id,), reason=reason)
            return correct_entry, CorrectEntry(of=standing.id, told=told, reason=reason)

        self.owner.turns.add(turn, done=lambda _done: self._settled(kind), refused=self._refused)

    def _settled(self, kind: EntryKind) -> None:
        """What stands in the fields of a kind has been saved."""
        names = ("coaching",) if kind is EntryKind.COACHING else ("pieces", "rejects")
        self._shown |= {name: self.form.typed[name] for name in names}

    def _refused(self, refused: Refused) -> None:
        """Show what is wrong; that nothing differs is nothing to say."""
        if refused.code is not Code.NOTHING_TO_DO:
            self._show_refusal(refused, self.form)

    def _show_refusal(self, refused: Refused, form: FormPresenter) -> None:
        """Show what is wrong beside its field; a reason that is needed after all can then be written."""
        if any(problem.field == "reason" for problem in refused.problems):
            form.hidden.discard("reason")
        self.owner.refused(refused, form)

    # --- materials and one more client

    def add_material(self) -> None:
        """Record a material or kilometres."""
        shift, values = self.owner.shift, self.material.parsed()
        if shift is None or values is None:
            return
        told = Told(
            kind=EntryKind.MATERIAL,
            unit=shift.unit,
            day=shift.day,
            job=shift.job,
            phase=shift.phase,
            shift=shift.id,
            material=values["material"],
            quantity=values["quantity"],
            unit_price=values["unit_price"] or ZERO,
        )
        ask = RecordEntry(told=told, reason=values["reason"])
        self.owner.turns.add(
            lambda: (record_entry, ask),
            done=lambda _done: self.material.load({}),
            refused=lambda refused: self._show_refusal(refused, self.material),
        )

    def take_back_material(self, row: Hashable) -> None:
        """Take a recorded material back."""
        reason = self.material.typed["reason"]
        entry = next((e for e in self._standing(EntryKind.MATERIAL) if e.id == row), None)
        if entry is not None:
            of: tuple[EntryId, ...] = (entry.id,)
            self.owner.turns.add(
                lambda: (void_entries, VoidEntries(entries=of, reason=reason)),
                refused=lambda refused: self._show_refusal(refused, self.material),
            )

    def add_client(self) -> None:
        """Record somebody who came without having been planned."""
        self.instead.add()
