"""A week of the demo: proposed, published, recorded with swaps; the next proposal has learned of it."""

from collections import Counter
from copy import deepcopy
from datetime import date, timedelta
from typing import Any

import pytest

from subcontract.actions.accept_proposal import AcceptProposal, accept_proposal
from subcontract.actions.act import Done
from subcontract.actions.perform import perform
from subcontract.actions.publish_rota import PublishRota, publish_rota
from subcontract.actions.reality_facts import what_happened
from subcontract.actions.record_day import RecordDay, record_day
from subcontract.actions.record_swap import RecordSwap, record_swap
from subcontract.actions.rotation_facts import rotation_question
from subcontract.actions.void_entries import VoidEntries, void_entries
from subcontract.clock import standing_at
from subcontract.days import DateRange
from subcontract.hours.entry import Attendance
from subcontract.hours.in_force import in_force
from subcontract.hours.reality.places import places_of
from subcontract.hours.reality.records import Outcome, Place, figures_of
from subcontract.ids import ClientId, ShiftId
from subcontract.reports.cross_check import OpenKind, OpenLine
from subcontract.rota.rotation.problem import Problem
from subcontract.rota.rotation.proposing.propose import Proposal, propose
from subcontract.rota.shift import ShiftState
from tests.fakes import MemoryStore
from ui.demo import demo_worker, make_demo
from ui.demo.records import read_demo
from ui.presenters.reports.reading import read_reports
from ui.presenters.rota.why import WhySaid
from ui.texts import CatalogueTexts

MONDAY = date(2026, 11, 30)
WEEK = DateRange(MONDAY, MONDAY + timedelta(days=6))
NEXT = DateRange(MONDAY + timedelta(days=7), MONDAY + timedelta(days=13))
FRIDAY, AFTER = date(2026, 12, 4), date(2026, 12, 5)
WHO = demo_worker(read_demo())


class Centre:
    """The demo centre on the days after its own."""

    def __init__(self, store: MemoryStore) -> None:
        self.store = store

    def do(self, day: date, action: Any, ask: object) -> Done:
        return perform(action, ask, self.store.open_books, standing_at(day, 15), WHO)

    def question(self, days: DateRange, today: date) -> Problem:
        with self.store.open_books() as books:
            return rotation_question(books, WHO.unit, days, today)

    def plan(self, today: date, days: DateRange) -> Proposal:
        """Propose, accept and publish."""
        question = self.question(days, today)
        proposal = propose(question)
        with self.store.open_lists() as lists:
            seen = frozenset((a.client, a.shift) for a in lists.assignments.within(days))
        self.do(today, accept_proposal, AcceptProposal(days=days, pairs=proposal.pairs, seen=seen))
        self.do(today, publish_rota, PublishRota(days=days))
        return proposal

    def shifts(self, days: DateRange) -> list[ShiftId]:
        with self.store.open_lists() as lists:
            return [s.id for s in lists.shifts.within(days, unit=WHO.unit, state=ShiftState.PLANNED)]

    def on(self, shift: ShiftId) -> set[ClientId]:
        with self.store.open_lists() as lists:
            return {each.client for each in lists.assignments.where(shift=shift)}

    def branch(self) -> "Centre":
        """The same centre, to go on otherwise."""
        store = MemoryStore()
        store.state = deepcopy(self.store.state)
        return Centre(store)

    def record(self, day: date, days: DateRange) -> None:
        """Everybody of those days as planned, but for what has been told already."""
        for shift in self.shifts(days):
            self.do(day, record_day, RecordDay(shift=shift))

    def entries_of(self, client: ClientId) -> list[Any]:
        with self.store.open_lists() as lists:
            return [e for e in in_force(lists.entries.within(WEEK)) if e.client == client]

    def places(self) -> tuple[Place, ...]:
        """The week against what happened."""
        with self.store.open_lists() as lists:
            return places_of(what_happened(lists, WHO.unit, WEEK, AFTER))

    def report(self) -> set[OpenLine]:
        """What does not agree in the week."""
        with self.store.open_lists() as lists:
            return set(read_reports(lists, WHO, WEEK, AFTER).open_lines)


def instead_in_the_week(centre: Centre, absent: ClientId) -> list[ClientId]:
    """The absent one is sick all week; on each shift comes one of those who will have most work next."""
    asked = propose(centre.question(NEXT, AFTER)).pairs
    turns = Counter(client for client, _ in asked)
    came = []
    for shift in centre.shifts(WEEK):
        if absent in centre.on(shift):
            for other in sorted(turns, key=lambda one: (-turns[one], str(one))):
                ask = RecordSwap(shift=shift, absent=absent, attendance=Attendance.SICK, came=other)
                if other not in centre.on(shift) and is_done(centre, ask):
                    came.append(other)
                    break
    return came


def is_done(centre: Centre, ask: RecordSwap) -> bool:
    """Whether the swap could be recorded: not for one who was at another shift at the same time."""
    busy = any(ask.came in centre.on(shift) for shift in centre.shifts(WEEK) if shift != ask.shift)
    if busy:
        return False
    centre.do(FRIDAY, record_swap, ask)
    return True


@pytest.fixture(scope="module")
def published() -> Centre:
    """The week proposed, made the plan and published on the Friday before."""
    store = MemoryStore()
    make_demo(store.open_books)
    centre = Centre(store)
    centre.plan(date(2026, 11, 27), WEEK)
    return centre


@pytest.fixture(scope="module")
def branches(published: Centre) -> tuple[Centre, Centre, ClientId, list[ClientId]]:
    """The week as it was planned, and the week as it went: who was sick, and who came instead."""
    calm, real = published.branch(), published.branch()
    turns = Counter(client for shift in published.shifts(WEEK) for client in published.on(shift))
    absent = min(turns, key=lambda one: (-turns[one], str(one)))
    came = instead_in_the_week(real, absent)
    for centre in (calm, real):
        centre.record(FRIDAY, WEEK)
    return calm, real, absent, came


Branches = tuple[Centre, Centre, ClientId, list[ClientId]]


def test_what_happened_is_told_against_what_was_promised(branches: Branches) -> None:
    calm, real, absent, came = branches
    assert came
    for centre, swaps in ((calm, 0), (real, len(came))):
        places = centre.places()
        figures = figures_of(places)
        assert all(place.covered for place in places)
        assert figures.swaps == swaps
        assert figures.held == figures.expected - figures.sick - figures.away - figures.moves
    told = {(place.client, place.outcome) for place in real.places()}
    assert (absent, Outcome.SICK) in told
    assert all((one, Outcome.CAME_INSTEAD) in told for one in came)


def test_recording_changed_nothing_of_the_plan(published: Centre, branches: Branches) -> None:
    for centre in branches[:2]:
        with centre.store.open_lists() as lists, published.store.open_lists() as before:
            assert lists.assignments.all() == before.assignments.all()
            assert lists.rota.publications.all() == before.rota.publications.all()


def test_who_was_absent_has_not_worked_and_who_came_has(branches: Branches) -> None:
    calm, real, absent, came = branches
    one, other = (centre.question(NEXT, AFTER).person_by_id for centre in (calm, real))
    assert other[absent].memory.minutes < one[absent].memory.minutes
    lost = sum(entry.minutes for entry in calm.entries_of(absent))
    assert one[absent].memory.minutes - other[absent].memory.minutes == lost
    assert other[absent].memory.possible_minutes < one[absent].memory.possible_minutes
    for client in set(came):
        gained = sum(e.minutes for e in real.entries_of(client)) - sum(
            e.minutes for e in calm.entries_of(client)
        )
        assert gained > 0
        assert other[client].memory.minutes - one[client].memory.minutes == gained


def test_the_next_proposal_is_another_and_the_why_says_what_was_worked(branches: Branches) -> None:
    calm, real, _, came = branches
    said = []
    pairs = []
    for centre in (calm, real):
        question = centre.question(NEXT, AFTER)
        pairs.append(propose(question).pairs)
        why = WhySaid(question, pairs[-1], CatalogueTexts("fi"))
        every = [
            why.sentence(client, slot.shift.id)
            for client in sorted(set(came), key=str)
            for slot in question.slots
        ]
        said.append({sentence for sentence in every if "viime viikkoina" in sentence})
    assert pairs[0] != pairs[1]
    assert said[0] != said[1]


def test_a_correction_after_the_fact_is_learned_too(branches: Branches) -> None:
    calm, real, absent, _ = branches
    corrected = real.branch()
    wrong = corrected.entries_of(absent)
    corrected.do(AFTER, void_entries, VoidEntries(entries=tuple(e.id for e in wrong), reason="Olikin töissä"))
    for entry in wrong:
        corrected.do(AFTER, record_day, RecordDay(shift=entry.shift))
    memories = [c.question(NEXT, AFTER).person_by_id[absent].memory for c in (calm, corrected)]
    assert memories[0] == memories[1]
    assert propose(corrected.question(NEXT, AFTER)).pairs != propose(real.question(NEXT, AFTER)).pairs


def test_swaps_leave_attendance_work_pay_and_invoices_as_agreed_as_before(branches: Branches) -> None:
    calm, real, _, _ = branches
    kinds = [Counter(line.kind for line in centre.report()) for centre in (calm, real)]
    assert kinds[0] == kinds[1]
    assert OpenKind.NO_FORM_OF_WORK not in kinds[1]
