"""Random acts, steps back and steps forward over the rota, the records, drafts and tariffs.

Every act that is not yet issued can be taken back and done again, whatever was taken back before it: the
same content comes out at each depth. Only versions, and ids of what is told anew, may differ.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal
from random import Random
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from subcontract.actions.cancel_shift import CancelShift, RestoreShift, cancel_shift, restore_shift
from subcontract.actions.change_shift import ChangeShift, change_shift
from subcontract.actions.complete_day import CompleteDay, ReopenDay, complete_day, reopen_day
from subcontract.actions.copy_week import CopyWeek, copy_week
from subcontract.actions.correct_entry import CorrectEntry, correct_entry
from subcontract.actions.discard_draft import DiscardDraft, discard_draft
from subcontract.actions.edit_draft import DraftLineEdit, EditDraft, edit_draft
from subcontract.actions.make_draft import MakeDraft, make_draft
from subcontract.actions.put_on_shift import (
    MoveToShift,
    PutOnShift,
    TakeOffShift,
    move_to_shift,
    put_on_shift,
    take_off_shift,
)
from subcontract.actions.record_day import RecordDay, record_day
from subcontract.actions.save_tariff import RemoveTariff, SaveTariff, remove_tariff, save_tariff
from subcontract.actions.void_entries import VoidEntries, void_entries
from subcontract.clock import standing_at
from subcontract.days import DateRange
from subcontract.hours.in_force import in_force
from subcontract.hours.told import told_of
from subcontract.ids import TariffId
from subcontract.jobs.job import Basis
from subcontract.money import Money
from subcontract.payout.records import TariffBasis, TariffRate
from subcontract.problems import Code, Refused
from tests import make
from tests.fakes import MemoryStore
from ui.presenters.direct import DirectDoor
from ui.texts import CatalogueTexts

MONDAY = make.TODAY - timedelta(days=7)
LONG_ROW = 120
WHY = "Tarkistus"


class Centre:
    """Two people, a week of three shifts, a priced job and a tariff, at one door."""

    def __init__(self) -> None:
        self.store: MemoryStore = make.store()
        self.door = DirectDoor(
            self.store.open_books, self.store.open_lists, standing_at(make.TODAY), make.worker()
        )
        self.customer = make.customer(number=1)
        phase = make.phase(basis=Basis.HOUR, unit_name="", unit_price=Decimal("11.50"))
        self.job = make.job(number=1, customer=self.customer.id, phases=(phase,))
        self.clients = (
            make.client(number=1),
            make.client(number=2, first_name="Emil", last_name="Berg"),
        )
        days = (MONDAY, MONDAY, MONDAY + timedelta(days=1))
        self.shifts = tuple(
            make.shift(
                job=self.job.id, phase=self.job.phases[0].id, day=day, start=time(8 + at), end=time(12)
            )
            for at, day in enumerate(days)
        )
        self.tariffs = tuple(
            make.tariff(id=TariffId(UUID(int=at)), days=DateRange(date(2026, at, 1))) for at in (3, 6)
        )
        self.store.fill(self._fill)

    def _fill(self, books: Any) -> None:
        books.customers.add(self.customer)
        books.jobs.add(self.job)
        for client in self.clients:
            books.clients.add(client)
        for shift in self.shifts:
            books.shifts.add(shift)
        for shift in self.shifts[:2]:
            books.assignments.add(make.assignment(shift, self.clients[0]))
        books.tariffs.add(make.tariff())

    def read(self, query: Callable[[Any], Any]) -> Any:
        with self.store.open_lists() as lists:
            return query(lists)

    def contents(self) -> object:
        """Everything that counts, without versions and without the ids of what is told anew."""
        state = self.store.state
        lists = self.read(lambda lists: lists)
        plain = [{replace(one, version=0) for one in kind.all()} for kind in (lists.shifts, lists.tariffs)]
        people = {(one.shift, one.client, one.day) for one in lists.assignments.all()}
        told = sorted(repr(told_of(one)) for one in in_force(lists.entries.all()))
        drafts = sorted(
            repr(replace(one, version=0, lines=tuple(replace(line, entries=()) for line in one.lines)))
            for one in lists.drafts.all()
        )
        return plain, people, told, drafts, set(lists.complete_days.all()), dict(state.billed)

    # --- the acts, each for a figure

    def acts(self, at: int) -> tuple[tuple[Any, Callable[[], object]], ...]:
        shift = self.read(lambda lists: lists.shifts.get(self.shifts[at % 3].id))
        other, client = self.shifts[(at + 1) % 3].id, self.clients[at % 2].id
        changed = replace(shift, place=f"Halli {at}", end=time(12 + at % 3))
        moved = replace(shift, day=MONDAY + timedelta(days=at % 5))
        rate = TariffRate(tariff_class="A", basis=TariffBasis.DAY, amount=Money(at + 1))
        tariff = replace(self.tariffs[at % 2], rates=(rate,))
        return (
            (change_shift, lambda: ChangeShift(shift=changed)),
            (change_shift, lambda: ChangeShift(shift=moved)),
            (cancel_shift, lambda: CancelShift(shift=shift.id, reason=WHY)),
            (restore_shift, lambda: RestoreShift(shift=shift.id)),
            (put_on_shift, lambda: PutOnShift(shift=shift.id, client=client)),
            (take_off_shift, lambda: TakeOffShift(shift=shift.id, client=client)),
            (move_to_shift, lambda: MoveToShift(client=client, from_shift=shift.id, to_shift=other)),
            (copy_week, lambda: CopyWeek(unit=make.UNIT, from_day=MONDAY, to_day=self._later(at))),
            (record_day, lambda: RecordDay(shift=shift.id)),
            (correct_entry, lambda: self._correction(at)),
            (void_entries, lambda: VoidEntries(entries=(self._entry(at).id,), reason=WHY)),
            (complete_day, lambda: CompleteDay(shift=shift.id)),
            (reopen_day, lambda: ReopenDay(shift=shift.id)),
            (save_tariff, lambda: SaveTariff(tariff=self._seen(tariff))),
            (remove_tariff, lambda: RemoveTariff(tariff=tariff.id)),
            (make_draft, self._wanted),
            (edit_draft, lambda: self._edit(at)),
            (discard_draft, lambda: DiscardDraft(draft=self._draft().id, version=self._draft().version)),
        )

    def do(self, act: int, at: int) -> None:
        """Do an act; what cannot be done now is left."""
        acts = self.acts(at)
        action, ask = acts[act % len(acts)]
        try:
            self.door.act(action, ask())
        except (Refused, LookupError):
            return

    def _later(self, at: int) -> date:
        return MONDAY + timedelta(weeks=2 + at % 2)

    def _seen(self, tariff: Any) -> Any:
        found = self.read(lambda lists: lists.tariffs.find(tariff.id))
        return replace(tariff, version=found.version if found else 1)

    def _entry(self, at: int) -> Any:
        standing = self.read(lambda lists: in_force(lists.entries.all()))
        return standing[at % len(standing)] if standing else self._nothing()

    def _correction(self, at: int) -> CorrectEntry:
        entry = self._entry(at)
        return CorrectEntry(of=entry.id, told=replace(told_of(entry), pieces=at), reason=WHY)

    def _wanted(self) -> MakeDraft:
        period = DateRange(MONDAY, make.TODAY)
        return MakeDraft(customer=self.customer.id, period=period, texts_in=lambda _: CatalogueTexts("fi"))

    def _draft(self) -> Any:
        drafts = self.read(lambda lists: lists.drafts.all())
        return drafts[0] if drafts else self._nothing()

    def _edit(self, at: int) -> EditDraft:
        draft = self._draft()
        line = draft.lines[0]
        edit = DraftLineEdit(line=line.id, text=f"Työ {at}", discount=Decimal(at))
        gone = frozenset({draft.lines[-1].id}) if at % 2 else frozenset()
        return EditDraft(
            draft=draft.id, version=draft.version, note=f"Kiitos {at}", lines=(edit,), removed=gone
        )

    def _nothing(self) -> Any:
        raise LookupError


class Walk:
    """Acts and steps at a centre, with what stood at each depth of the stack."""

    def __init__(self) -> None:
        self.centre = Centre()
        self.stack = self.centre.door.undo_stack
        self.below: list[object] = [self.centre.contents()]
        self.above: list[object] = []

    def act(self, act: int, at: int) -> None:
        before = len(self.stack)
        self.centre.do(act, at)
        if len(self.stack) != before:
            self.below.append(self.centre.contents())
            self.above.clear()

    def back(self) -> None:
        if self.centre.door.undo():
            self.above.append(self.below.pop())
        assert self.centre.contents() == self.below[-1]

    def forth(self) -> None:
        if self.centre.door.redo():
            self.below.append(self.above.pop())
        assert self.centre.contents() == self.below[-1]

    def all_the_way(self) -> None:
        """Down to the beginning and up again, twice."""
        for step in (self.back, self.forth, self.back, self.forth):
            for _ in range(LONG_ROW):
                step()


STEPS = st.tuples(
    st.sampled_from(("act", "act", "act", "back", "forth")), st.integers(0, 17), st.integers(0, 5)
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(st.lists(STEPS, max_size=60))
def test_whatever_was_done_is_taken_back_and_done_again(steps: list[tuple[str, int, int]]) -> None:
    walk = Walk()
    for what, act, at in steps:
        if what == "act":
            walk.act(act, at)
        else:
            getattr(walk, what)()
    walk.all_the_way()


@pytest.mark.parametrize("seed", range(4))
def test_a_hundred_and_more_steps_go_back_to_the_beginning_and_forth_again(seed: int) -> None:
    chance, walk = Random(seed), Walk()
    while len(walk.stack) < LONG_ROW:
        walk.act(chance.randrange(18), chance.randrange(6))
        if chance.random() < 0.2:
            walk.back()
            walk.back()
            walk.forth()
    walk.all_the_way()
    assert len(walk.stack) == LONG_ROW


def test_a_step_back_never_writes_over_what_somebody_else_has_changed() -> None:
    centre = Centre()
    shift = centre.shifts[0]
    centre.do(0, 0)
    with centre.store.open_books() as books:
        books.shifts.save(replace(books.shifts.get(shift.id), place="Toisen tieto"))
        books.commit()
    with pytest.raises(Refused) as refused:
        centre.door.undo()
    assert refused.value.code is Code.CHANGED_ELSEWHERE
    assert centre.read(lambda lists: lists.shifts.get(shift.id)).place == "Toisen tieto"


@pytest.mark.parametrize("acts", [((8, 0), (15, 0)), ((8, 0), (15, 0), (16, 0))])
def test_a_draft_that_somebody_else_has_edited_stays(acts: tuple[tuple[int, int], ...]) -> None:
    centre = Centre()
    for act in acts:
        centre.do(*act)
    with centre.store.open_books() as books:
        (draft,) = books.drafts.all()
        books.drafts.save(replace(draft, note="Toisen tieto"))
        books.commit()
    with pytest.raises(Refused) as refused:
        centre.door.undo()
    assert refused.value.code is Code.CHANGED_ELSEWHERE
    assert centre.read(lambda lists: lists.drafts.all())[0].note == "Toisen tieto"


def test_tariffs_that_somebody_else_has_changed_stay() -> None:
    centre = Centre()
    centre.do(13, 0)
    with centre.store.open_books() as books:
        first = books.tariffs.all()[0]
        books.tariffs.save(replace(first, full_day_minutes=first.full_day_minutes + 1))
        books.commit()
    with pytest.raises(Refused) as refused:
        centre.door.undo()
    assert refused.value.code is Code.CHANGED_ELSEWHERE
