"""Why somebody is on a shift or not, as one plain sentence; no Qt.

said = WhySaid(problem, pairs, texts, jobs=names, with_sums=may_see_pay)
said.sentence(client, shift)        # "Liisa ei ole tässä, koska hygieniapassi vanheni 3.11.2026."
said.everyone(shift)                # everybody, one sentence each
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from functools import cached_property

from subcontract.days import DateRange, Month
from subcontract.ids import ClientId, JobId, ShiftId
from subcontract.money import Money
from subcontract.people.client import HalfDay
from subcontract.rota.calendar import week_of
from subcontract.rota.rotation.problem import Pair, Person, Problem, Slot
from subcontract.rota.rotation.rules import Break, Rule
from subcontract.rota.rotation.telling.why import Because, Why
from subcontract.rota.rotation.telling.words import (
    ANYWAY,
    ANYWAY_OWN_COACH,
    ANYWAY_PAY_UNSAID,
    IF,
    IF_PAY_UNSAID,
    LIMIT,
    LIMIT_OF_MONTH,
    LIMIT_OF_WEEK,
    LIMIT_PAY_UNSAID,
    OWN_COACH_OF_OWN,
    PAY_UNSAID,
    REASONS,
    RULES,
)
from subcontract.rota.rotation.unfilled import TROUBLE, WayToFill
from subcontract.words import N_, Texts
from ui.presenters.rota.words import WORDS
from ui.texts import Length

WEEKDAYS = (
    N_("on Mondays"),
    N_("on Tuesdays"),
    N_("on Wednesdays"),
    N_("on Thursdays"),
    N_("on Fridays"),
    N_("on Saturdays"),
    N_("on Sundays"),
)


EVEN = frozenset({"even_minutes", "fair_minutes"})
"""What would be even: told in round figures."""
HOUR, FEW_HOURS = 60, 10


def about(minutes: int) -> int:
    """A length in round figures: half hours, and whole hours where there are many."""
    step = HOUR if minutes >= FEW_HOURS * HOUR else HOUR // 2
    return (minutes + step // 2) // step * step


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is told of one person and a shift."""

    client: ClientId
    name: str
    is_on: bool
    could_come: bool
    """Not on the shift, and no rule is against it."""
    sentence: str


class WhySaid:
    """The sentences about one plan; the plan is weighed at the first question."""

    def __init__(
        self,
        problem: Problem,
        pairs: Collection[Pair],
        texts: Texts,
        *,
        jobs: Mapping[JobId, str] | None = None,
        with_sums: bool = False,
    ) -> None:
        """Speak of a plan; sums of money only ``with_sums``."""
        self.problem = problem
        self.pairs = problem.known(pairs)
        self.texts = texts
        self.jobs = jobs or {}
        self.with_sums = with_sums

    @cached_property
    def _why(self) -> Why:
        return Why(self.problem, self.pairs)

    def sentence(self, client: ClientId, shift: ShiftId) -> str:
        """Why a client is or is not on a shift; empty when the question knows nothing of them."""
        person, slot = self.problem.person_by_id.get(client), self.problem.slot_by_id.get(shift)
        return self._told(person, slot).sentence if person and slot else ""

    def everyone(self, shift: ShiftId) -> tuple[Told, ...]:
        """Everybody and why: first who is on the shift, then who could come, then the others; by number."""
        slot = self.problem.slot_by_id.get(shift)
        if slot is None:
            return ()
        told = [self._told(person, slot) for person in sorted(self.problem.people, key=lambda p: p.number)]
        return tuple(sorted(told, key=lambda each: (not each.is_on, not each.could_come)))

    def way(self, way: WayToFill) -> str:
        """What it would take for somebody to come."""
        told = []
        for found in _hardest_first(way.breaks):
            unsaid = found.rule is Rule.LIMIT_PAY and not self.with_sums
            marked = IF_PAY_UNSAID if unsaid else IF.get(found.rule, RULES[found.rule])
            told.append(self.texts.say(marked, **self._facts(found.facts)))
        return " ".join(dict.fromkeys(told))

    def _told(self, person: Person, slot: Slot) -> Told:
        is_on = (person.id, slot.shift.id) in self.pairs
        found = self._why.on(person, slot) if is_on else self._why.not_on(person, slot)
        return Told(
            client=person.id,
            name=person.name,
            is_on=is_on,
            could_come=not is_on and isinstance(found, Because),
            sentence=self._said(found),
        )

    def _said(self, found: Because | tuple[Break, ...]) -> str:
        if isinstance(found, Because) and found.against is not None:
            return self.texts.say(self._anyway(found.against), **self._facts(found.against.facts))
        if isinstance(found, Because):
            reason = found.reason if self.with_sums else PAY_UNSAID.get(found.reason, found.reason)
            return self.texts.say(REASONS[reason], **self._facts(found.facts))
        first = found[0]  # what is so of the person at all comes before what is so of this plan
        return self.texts.say(self._marked(first), **self._facts(first.facts))

    def _marked(self, found: Break) -> str:
        """The sentence of a rule, as it may be told to whoever asks and of whom it is about."""
        if found.rule is Rule.LIMIT_PAY and not self.with_sums:
            return LIMIT_PAY_UNSAID
        if found.rule is Rule.OWN_COACH_SHARED and found.facts["other"] == found.facts["name"]:
            return OWN_COACH_OF_OWN
        return RULES[found.rule]

    def _anyway(self, found: Break) -> str:
        """Likewise of whom a coach has put on the shift against a rule."""
        if found.rule is Rule.LIMIT_PAY and not self.with_sums:
            return ANYWAY_PAY_UNSAID
        if found.rule is Rule.OWN_COACH_SHARED and found.facts["other"] == found.facts["name"]:
            return ANYWAY_OWN_COACH
        return ANYWAY[found.rule]

    def _facts(self, facts: Mapping[str, object]) -> dict[str, object]:
        """Facts as a sentence takes them: lengths, money, names of jobs, words of half-days and weekdays."""
        said = dict(facts)
        for name, fact in facts.items():
            if isinstance(fact, HalfDay):
                said[name] = self.texts.say(WORDS[fact])
            elif isinstance(fact, int) and name.endswith("_minutes"):
                said[name] = Length(about(fact) if name in EVEN else fact)
            elif isinstance(fact, int) and name.endswith("_cents"):
                said[name.replace("_cents", "_pay")] = Money.of_cents(fact)
        if isinstance(first := facts.get("first"), date) and isinstance(last := facts.get("last"), date):
            said["limit"] = self.texts.say(_limit_of(DateRange(first, last)))
        if isinstance(day := facts.get("day"), date):
            said["weekdays"] = self.texts.say(WEEKDAYS[day.weekday()])
        if isinstance(start := facts.get("start"), time) and isinstance(end := facts.get("end"), time):
            times = self.texts.times(start, end)
            said["other"] = " ".join(part for part in (self._job(facts.get("job")), times) if part)
        return said

    def _job(self, job: object) -> str:
        return next((name for known, name in self.jobs.items() if known == job), "")


def _limit_of(days: DateRange) -> str:
    """What the limit of a week or of a month is called."""
    if days == week_of(days.first):
        return LIMIT_OF_WEEK
    month = Month.of(days.first)
    return LIMIT_OF_MONTH if days == DateRange(month.first, month.last) else LIMIT


def _hardest_first(breaks: Iterable[Break]) -> list[Break]:
    """Rules in the order of what is hardest to give way on: that is what it would take most of all."""
    return sorted(breaks, key=lambda each: -TROUBLE[each.rule])


def why_sentence(
    problem: Problem,
    pairs: Collection[Pair],
    client: ClientId,
    shift: ShiftId,
    texts: Texts,
    *,
    jobs: Mapping[JobId, str] | None = None,
    with_sums: bool = False,
) -> str:
    """One sentence; who asks of the same plan again keeps a ``WhySaid``."""
    return WhySaid(problem, pairs, texts, jobs=jobs, with_sums=with_sums).sentence(client, shift)
