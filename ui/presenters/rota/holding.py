"""A person in hand: taken by keys or mouse, told at each shift what speaks against it, put down; no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from subcontract.actions.put_on_shift import MoveToShift, move_to_shift
from subcontract.ids import ClientId, ShiftId
from subcontract.people.client import Client
from subcontract.rota.headroom import Headroom
from subcontract.rota.plan import Plan
from subcontract.rota.records import PinKind
from subcontract.rota.shift import Shift, ShiftState
from subcontract.rota.warnings import warnings_if_put_on
from subcontract.words import N_, Texts
from ui.presenters.base import Door, Notice
from ui.presenters.rota.base import WeekPresenter
from ui.presenters.rota.board import BoardRow
from ui.presenters.rota.cards import card_of
from ui.presenters.rota.shift_card import ShiftCard
from ui.presenters.rota.week import Week, shown_days
from ui.presenters.rota.words import sentences
from ui.presenters.tone import Tone

MOST_TARGETS = 5
"""Shifts of a day offered in the row of a person in hand; those that suit come first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is said at a shift while a person is in hand: a line on the card, and all of it."""

    line: str
    tone: Tone
    whole: tuple[str, ...] = ()

    @property
    def fits(self) -> bool:
        """Whether nothing speaks against it."""
        return self.tone is Tone.READY


@dataclass(frozen=True, kw_only=True)
class Hand:
    """Who is in hand, from which shift, and the plan as it would be without them there."""

    client: Client
    from_shift: ShiftId | None
    week: Week

    @cached_property
    def plan(self) -> Plan:
        """The plan with the person off the shift that they are moved from."""
        plan = self.week.plan
        if self.from_shift is None:
            return plan
        kept = (a for a in plan.assignments if (a.client, a.shift) != (self.client.id, self.from_shift))
        return replace(plan, assignments=tuple(kept), headroom=self._headroom(plan))

    def _headroom(self, plan: Plan) -> Headroom | None:
        """Earnings without the shift that is left: it must not be counted in the month it is moved in."""
        room, left = plan.headroom, plan.shift_by_id.get(self.from_shift) if self.from_shift else None
        facts = room.facts.get(self.client.id) if room is not None else None
        if room is None or facts is None or left is None:
            return room
        planned = next((e for e in facts.earnings if e.planned and e.work_day == left.day), None)
        kept = tuple(e for e in facts.earnings if e is not planned)
        return replace(room, facts={**room.facts, self.client.id: replace(facts, earnings=kept)})

    def said(self, shift: Shift, texts: Texts) -> Verdict:
        """What speaks against the shift, in words; it may be put there all the same."""
        if shift.id == self.from_shift:
            return Verdict(line=texts.say(N_("Is here now")), tone=Tone.INFO)
        if any(a.client == self.client.id for a in self.week.plan.on_shift(shift.id)):
            return Verdict(line=texts.say(N_("Is here already")), tone=Tone.QUIET)
        if shift.state is ShiftState.CANCELLED:
            return Verdict(line=texts.say(N_("Called off")), tone=Tone.QUIET)
        against = list(sentences(warnings_if_put_on(self.client, shift, self.plan), texts))
        if self.week.pin_of.get((self.client.id, shift.id)) is PinKind.BARRED:
            words = N_("A coach has decided that {name} is not to be on this shift.")
            against.insert(0, texts.say(words, name=self.client.called))
        if not against:
            return Verdict(line=texts.say(N_("Suits")), tone=Tone.READY)
        more = len(against) - 1
        line = against[0]
        if more:
            line = texts.say(N_("{reason} More: {number}."), reason=line, number=more)
        return Verdict(line=line, tone=Tone.ATTENTION, whole=tuple(against))


class HoldingPresenter(WeekPresenter):
    """A board on which a person can be taken in hand and put down."""

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start with nobody in hand."""
        super().__init__(door, texts)
        self.held: tuple[ShiftId | None, ClientId] | None = None
        """Who is being moved by keys or by mouse, and from which shift."""
        self._hand: Hand | None = None
        self._verdicts: dict[ShiftId, Verdict] = {}

    def show(self) -> None:
        """Choose what is in view; a board overrides this."""

    def pick_up(self, client: ClientId, shift: ShiftId | None) -> None:
        """Take a person in hand, to be put down on a shift: what dragging does, by keys."""
        if not self.can_plan:
            return
        self.held = (shift, client)
        person = self.week.plan.client_by_id[client]
        words = N_("{name} is being moved. Go to a shift and press Enter; Esc leaves as it was.")
        self.notice = Notice(self.texts.say(words, name=person.name), Tone.INFO)
        self._take_hand()
        self.show()

    def _take_hand(self) -> None:
        """Reckon anew what is said of shifts: somebody was taken in hand, or the plan is another."""
        self._verdicts = {}
        person = self.week.plan.client_by_id.get(self.held[1]) if self.held else None
        if self.held is None or person is None:
            self.held, self._hand = None, None
        else:
            self._hand = Hand(client=person, from_shift=self.held[0], week=self.week)

    def verdict(self, shift: ShiftId) -> Verdict | None:
        """What is said at a shift while a person is in hand; ``None`` when nobody is."""
        found = self.week.plan.shift_by_id.get(shift)
        if self._hand is None or found is None:
            return None
        if shift not in self._verdicts:
            self._verdicts[shift] = self._hand.said(found, self.texts)
        return self._verdicts[shift]

    def let_go(self) -> bool:
        """Leave the person where they were; false when nobody was in hand."""
        was = self._drop_hand()
        if was:
            self.show()
        return was

    def _drop_hand(self) -> bool:
        """Have nobody in hand; false when nobody was."""
        was, self.held, self._hand = self.held, None, None
        if was is not None:
            self.notice = None
        return was is not None

    def put_down(self, shift: ShiftId) -> None:
        """Put the person in hand on a shift, whatever is said of it."""
        if self.held is None:
            return
        from_shift, client = self.held
        self._drop_hand()
        if from_shift != shift and any(a.client == client for a in self.week.plan.on_shift(shift)):
            words = N_("{name} is on this shift already.")
            name = self.week.plan.client_by_id[client].called
            self.notice = Notice(self.texts.say(words, name=name), Tone.INFO)
        elif from_shift is None:
            self.put_on(client, shift)
        elif from_shift != shift:
            ask = MoveToShift(client=client, from_shift=from_shift, to_shift=shift)
            self.act_in_turn(lambda: (move_to_shift, ask))
        self.show()

    # --- the row of the person in hand

    def with_targets(self, row: BoardRow) -> BoardRow:
        """The row of the person in hand with the shifts of each day that they could be put on."""
        if self._hand is None or row.id != self._hand.client.id:
            return row
        here = {card.shift for cell in row.cells for card in cell}
        offered = self._offered(here)
        days = shown_days(self.week)
        cells = tuple(
            (*cell, *offered.get(day, ())[:MOST_TARGETS]) for day, cell in zip(days, row.cells, strict=True)
        )
        more = tuple(self._more_words(len(offered.get(day, ())) - MOST_TARGETS) for day in days)
        return replace(row, cells=cells, more=more)

    def _offered(self, here: set[ShiftId]) -> Mapping[object, tuple[ShiftCard, ...]]:
        """The shifts of each day that stand: those that suit first, then in order of time."""
        found: dict[object, tuple[ShiftCard, ...]] = {}
        shifts = [s for s in self.week.plan.shifts if s.day in self.week.days and s.id not in here]
        standing = [s for s in shifts if s.state is ShiftState.PLANNED]
        for shift in sorted(standing, key=self._order):
            card = replace(card_of(shift, self.week, self.texts), is_target=True, warnings=(), pinned=())
            found[shift.day] = (*found.get(shift.day, ()), card)
        return found

    def _order(self, shift: Shift) -> tuple[object, ...]:
        """Those that suit first, then those with the fewest things against, in order of time."""
        verdict = self.verdict(shift.id)
        return (len(verdict.whole) if verdict else 0, shift.day, shift.start, str(shift.id))

    def _more_words(self, number: int) -> str:
        """That there are other shifts on a day; they are seen jobs down."""
        if number <= 0:
            return ""
        return self.texts.count(N_("{number} more shift"), N_("{number} more shifts"), number)
