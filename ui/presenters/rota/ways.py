"""Somebody does not come: the ways to go on, each with its effect in words; no Qt."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from subcontract.actions.rotation_facts import RotationFacts
from subcontract.days import DateRange
from subcontract.ids import ClientId, JobId, ShiftId
from subcontract.people.client import Absence, AbsenceKind
from subcontract.rota.rotation.problem import Pair, Problem
from subcontract.rota.rotation.searching.replan import Way, lost_pairs, narrowed, ways_on
from subcontract.rota.rotation.sharing.goals import empty_places
from subcontract.rota.rotation.unfilled import unfilled_of
from subcontract.words import N_, Texts
from ui.presenters.rota.why import WhySaid
from ui.texts import Length

WAYS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """Who does not come, on which days and why."""

    client: ClientId
    days: DateRange
    kind: AbsenceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class WayOn:
    """One way to go on, as it is told and as it is carried out."""

    put: tuple[Pair, ...] = ()
    taken: tuple[Pair, ...] = ()
    """Who leaves another shift for it; the one who does not come is taken off in any case."""
    comes: ClientId | None = None
    """Who comes first of all; nobody when the places are left empty."""
    come: tuple[ClientId, ...] = ()
    """Everybody who comes, in order of their shifts."""
    gets: int | None = None
    """Minutes of work more for those who come, together."""
    short: str = ""
    """What changes, in a few words."""
    words: tuple[str, ...] = ()
    """The whole of it, a sentence a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaysOn:
    """The answer: the ways, the best first, and who was on the shifts when it was asked."""

    gone: Gone
    seen: frozenset[Pair]
    ways: tuple[WayOn, ...]
    nobody: tuple[str, ...] = ()
    """What it would take, when nobody can come to a shift that then has too few."""


class WaysTold:
    """Finds the ways and says them."""

    def __init__(self, question: RotationFacts, gone: Gone, texts: Texts, jobs: Mapping[JobId, str]) -> None:
        """Ask what there is to do when somebody is gone."""
        self.gone, self.texts, self.jobs = gone, texts, jobs
        self.question = question
        self.problem = _without(question.problem, gone)
        self.days = tuple(gone.days.overlap(question.days) or ())
        lost = lost_pairs(self.problem, question.pairs, self.days)
        self.lost = tuple(sorted((p for p in lost if p[0] == gone.client), key=self._when))
        self.kept = question.pairs - frozenset(self.lost)

    def found(self) -> WaysOn:
        """The ways, at most three with somebody coming, and last of all that nobody does."""
        gone = self.gone
        found: tuple[Way, ...] = ()
        if self.lost:
            found = ways_on(self.problem, self.question.pairs, self.days, WAYS, gone=(gone.client,))
        ways = [self._told(way) for way in found if way.put]
        return WaysOn(
            gone=gone,
            seen=self._seen(ways),
            ways=(*ways, self._nobody()),
            nobody=() if ways else tuple(self._what_it_takes()),
        )

    def _seen(self, ways: Collection[WayOn]) -> frozenset[Pair]:
        """Everybody on any shift that some way is about."""
        concerned = {shift for _, shift in self.lost}
        concerned |= {shift for way in ways for _, shift in (*way.put, *way.taken)}
        return frozenset(pair for pair in self.question.seen if pair[1] in concerned)

    # --- words

    def _told(self, way: Way) -> WayOn:
        """One way: who comes from where, what they get, what stays empty, and why they of all."""
        moved = dict(way.taken)
        comes = way.put[0][0]
        lines = [line for client, shift in way.put for line in self._coming(client, shift, moved.get(client))]
        lines += self._empty(way.pairs)
        lines += self._why(way)
        come = tuple(dict.fromkeys(client for client, _ in way.put))
        return WayOn(
            put=way.put,
            taken=way.taken,
            comes=comes,
            come=come,
            gets=sum(self._gets(shift, moved.get(client)) for client, shift in way.put),
            short=self._short(come, moved),
            words=tuple(lines),
        )

    def _short(self, come: tuple[ClientId, ...], moved: Mapping[ClientId, ShiftId]) -> str:
        """Whether those who come are free, in a few words."""
        leave = [moved[client] for client in come if client in moved]
        if not leave:
            return self.texts.say(N_("is free") if len(come) == 1 else N_("all are free"))
        if len(come) > 1:
            return self.texts.count(
                N_("{number} leaves another shift"), N_("{number} leave another shift"), len(leave)
            )
        return self.texts.say(N_("leaves {shift}"), shift=self._shift(leave[0], of_many=len(self.days) > 1))

    def _coming(self, client: ClientId, shift: ShiftId, left: ShiftId | None) -> Iterator[str]:
        """Somebody comes: from where, and how much work more or less it is."""
        facts = {"name": self._name(client), "shift": self._shift(shift)}
        more = self._gets(shift, left)
        if left is None:
            yield self.texts.say(
                N_("{name} comes: {shift}. {more} of work more."), more=Length(more), **facts
            )
            return
        yield self.texts.say(N_("{name} leaves {left} and comes: {shift}."), left=self._shift(left), **facts)
        if more:
            words = (
                N_("{name} gets {more} of work more.") if more > 0 else N_("{name} gets {more} less work.")
            )
            yield self.texts.say(words, name=facts["name"], more=Length(abs(more)))

    def _gets(self, shift: ShiftId, left: ShiftId | None) -> int:
        slots = self.problem.slot_by_id
        return slots[shift].minutes - (slots[left].minutes if left is not None else 0)

    def _empty(self, pairs: frozenset[Pair]) -> Iterator[str]:
        """Which places stay empty on those days, or that none does."""
        short = empty_places(self.problem, pairs)
        slots = self.problem.slot_by_id
        here = {shift: n for shift, n in short.items() if slots[shift].shift.day in self.days}
        if not here:
            yield self.texts.say(N_("No shift has too few people."))
        for shift in sorted(here, key=lambda each: self._when((self.gone.client, each))):
            yield self.texts.count(
                N_("{number} place stays empty: {shift}."),
                N_("{number} places stay empty: {shift}."),
                here[shift],
                shift=self._shift(shift),
            )

    def _why(self, way: Way) -> Iterator[str]:
        """Why those who come, in one sentence each, of their first shift."""
        narrow = narrowed(self.problem, self.kept, self.days)
        said = WhySaid(narrow, way.pairs, self.texts, jobs=self.jobs)
        first = dict(reversed(way.put))
        for client, shift in first.items():
            if sentence := said.sentence(client, shift):
                yield sentence

    def _nobody(self) -> WayOn:
        """Nobody comes in place of the one who is gone."""
        texts = self.texts
        words = tuple(self._empty(self.kept)) if self.lost else ()
        return WayOn(short=texts.say(N_("the place stays empty")), words=words)

    def _what_it_takes(self) -> Iterator[str]:
        """The cheapest way to fill each place that stays empty; nothing where the group is large enough.

        A shift on which work was recorded has happened, and nobody is put there any more.
        """
        if not self.lost:
            yield self.texts.say(N_("Work has been recorded on the shift: only the absence is marked."))
        said = WhySaid(self.problem, self.kept, self.texts, jobs=self.jobs)
        lost = {shift for _, shift in self.lost}
        for places in unfilled_of(self.problem, self.kept, most=1):
            if places.shift in lost:
                shift = self._shift(places.shift)
                yield self.texts.say(N_("Nobody can come: {shift}."), shift=shift)
                yield from (said.way(way) for way in places.ways)

    def _name(self, client: ClientId) -> str:
        return self.problem.person_by_id[client].name

    def _shift(self, shift: ShiftId, *, of_many: bool | None = None) -> str:
        """A shift by its job and times, and by its day when several days are looked at."""
        one = self.problem.slot_by_id[shift].shift
        times = self.texts.times(one.start, one.end)
        many = len(self.days) > 1 if of_many is None else of_many
        day = f"{self.texts.weekday(one.day)} {one.day.day}.{one.day.month}." if many else ""
        return " ".join(part for part in (self.jobs.get(one.job, ""), day, times) if part)

    def _when(self, pair: Pair) -> tuple[object, ...]:
        one = self.question.problem.slot_by_id[pair[1]].shift
        return (one.day, one.start, one.id.int)


def _without(problem: Problem, gone: Gone) -> Problem:
    """The question with somebody away."""
    away = Absence(days=gone.days, kind=gone.kind)
    return replace(
        problem,
        people=tuple(
            replace(person, absences=(*person.absences, away)) if person.id == gone.client else person
            for person in problem.people
        ),
    )
