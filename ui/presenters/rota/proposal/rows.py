"""The rows of a proposal: shifts by time, the people of one shift, and all people side by side; no Qt."""

from collections import Counter
from collections.abc import Iterable

from subcontract.ids import ClientId, ShiftId
from subcontract.people.client import Client
from subcontract.rota.rotation.problem import Pair, Slot
from subcontract.rota.shift import ShiftState
from subcontract.words import N_, Texts
from ui.collation import sort_key
from ui.presenters.recording.rows import photo_of
from ui.presenters.rota.proposal.kept import LETTERS, Kept
from ui.presenters.rota.proposal.question import Measured, Question
from ui.presenters.rota.proposal.words import listed
from ui.presenters.tables.table import STAYS, CellKind, Column, Row
from ui.presenters.tone import State, Tone

SHIFTS = (
    Column(key="day", title=N_("Day"), worth=STAYS),
    Column(key="times", title=N_("Time"), worth=6),
    Column(key="job", title=N_("Job"), width=16, worth=STAYS),
    Column(key="people", title=N_("Clients"), grows=True, width=24),
    Column(key="change", title=N_("Against the plan now"), kind=CellKind.STATE, worth=4),
    Column(key="places", title=N_("Places"), kind=CellKind.STATE, width=18, worth=STAYS),
)
ON_SHIFT = (
    Column(key="name", title=N_("Client"), kind=CellKind.PERSON, grows=True, width=12),
    Column(key="change", title=N_("Proposal"), kind=CellKind.STATE, worth=STAYS),
    Column(key="pin", title=N_("Decided"), kind=CellKind.STATE, width=14),
)
PROPOSAL_TITLES = {"A": N_("Proposal A"), "B": N_("Proposal B"), "C": N_("Proposal C")}
PEOPLE = (
    Column(key="name", title=N_("Client"), kind=CellKind.PERSON, grows=True, width=14),
    Column(key="fair", title=N_("Fair part"), kind=CellKind.HOURS),
    Column(key="now", title=N_("Plan now"), kind=CellKind.HOURS, worth=STAYS),
    *(
        Column(key=letter, title=PROPOSAL_TITLES[letter], kind=CellKind.HOURS, worth=STAYS)
        for letter in LETTERS
    ),
    Column(key="change", title=N_("Against the plan now"), kind=CellKind.STATE, worth=5),
)
AS_NOW = N_("as now")


def shift_rows(question: Question, pairs: frozenset[Pair], texts: Texts) -> Iterable[Row]:
    """Each shift with the people who are proposed for it, by time."""
    on, seen = _by_shift(pairs), _by_shift(question.seen)
    for at, slot in enumerate(question.slots):
        id_ = slot.shift.id
        yield _shift_row(at, slot, (on.get(id_, frozenset()), seen.get(id_, frozenset())), question, texts)


def _by_shift(pairs: Iterable[Pair]) -> dict[ShiftId, frozenset[ClientId]]:
    found: dict[ShiftId, set[ClientId]] = {}
    for client, shift in pairs:
        found.setdefault(shift, set()).add(client)
    return {shift: frozenset(clients) for shift, clients in found.items()}


def _shift_row(
    at: int,
    slot: Slot,
    people: tuple[frozenset[ClientId], frozenset[ClientId]],
    question: Question,
    texts: Texts,
) -> Row:
    shift, (on, seen) = slot.shift, people
    off = shift.state is ShiftState.CANCELLED
    new, leaves = (frozenset(), frozenset()) if off else (on - seen, seen - on)
    day = f"{texts.weekday(shift.day)} {shift.day.day}.{shift.day.month}."
    return Row(
        id=shift.id,
        cells={
            "day": day,
            "times": texts.times(shift.start, shift.end),
            "job": question.job_name(shift.id),
            "people": _people_words(seen if off else on, new, leaves, question, texts),
            "change": change_state(len(new), len(leaves), texts),
            "places": State(texts.say(N_("called off")), Tone.QUIET)
            if off
            else places_state(slot, len(on), texts),
        },
        tone=Tone.QUIET if off else Tone.NONE,
        sort=dict.fromkeys(("day", "times"), at),
    )


def _people_words(
    on: frozenset[ClientId],
    new: frozenset[ClientId],
    leaves: frozenset[ClientId],
    question: Question,
    texts: Texts,
) -> str:
    """Who stays, who is new and who leaves, in words."""
    parts = [listed(_names(on - new, question))]
    if new:
        parts.append(texts.say(N_("new: {names}"), names=listed(_names(new, question))))
    if leaves:
        parts.append(texts.say(N_("leaves: {names}"), names=listed(_names(leaves, question))))
    return " · ".join(part for part in parts if part)


def _names(clients: Iterable[ClientId], question: Question) -> list[str]:
    names = question.names
    return sorted((names[client] for client in clients if client in names), key=sort_key)


def places_state(slot: Slot, number: int, texts: Texts) -> State:
    """How full a shift is; an empty place is told in words."""
    if (missing := slot.least - number) > 0:
        words = texts.count(N_("{number} place empty"), N_("{number} places empty"), missing)
        return State(words, Tone.ATTENTION)
    if number < slot.best:
        return State(texts.say(N_("{number} of {most} people"), number=number, most=slot.best), Tone.INFO)
    return State(texts.count(N_("{number} client"), N_("{number} clients"), number), Tone.READY)


def change_state(new: int, leaves: int, texts: Texts) -> State:
    """How many come and leave against the plan as it stands."""
    parts = []
    if new:
        parts.append(texts.count(N_("{number} is new"), N_("{number} are new"), new))
    if leaves:
        parts.append(texts.count(N_("{number} leaves"), N_("{number} leave"), leaves))
    if not parts:
        return State(texts.say(AS_NOW), Tone.QUIET)
    return State(", ".join(parts), Tone.INFO, "arrows-clockwise")


# --- the people of one shift


def on_shift_rows(question: Question, pairs: frozenset[Pair], shift: ShiftId, texts: Texts) -> Iterable[Row]:
    """Who is proposed, who leaves, and of whom a coach has decided that they do not come."""
    problem = question.problem
    groups = {client for client, where in {*pairs, *question.seen} if where == shift}
    decided = {client for client, where in problem.locked | problem.barred if where == shift}
    named = [c for c in question.plan.clients if c.id in groups | decided]
    for client in sorted(named, key=lambda c: sort_key(c.name)):
        pair = (client.id, shift)
        yield Row(
            id=client.id,
            cells={
                "name": client.name,
                "change": _place_state(pair, pairs, question.seen, texts),
                "pin": _pin_state(pair, question, texts),
            },
            photo=photo_of(client),
        )


def _place_state(pair: Pair, pairs: frozenset[Pair], seen: frozenset[Pair], texts: Texts) -> State:
    """What the proposal does with a person's place on a shift."""
    if pair in pairs and pair in seen:
        return State(texts.say(N_("stays")), Tone.READY)
    if pair in pairs:
        return State(texts.say(N_("new")), Tone.INFO, "plus")
    if pair in seen:
        return State(texts.say(N_("leaves")), Tone.ATTENTION, "minus-circle")
    return State(texts.say(N_("not here")), Tone.QUIET)


def _pin_state(pair: Pair, question: Question, texts: Texts) -> State | None:
    """What a coach has decided of a person and a shift."""
    if pair in question.problem.locked:
        return State(texts.say(N_("locked")), Tone.NONE, "lock")
    if pair in question.problem.barred:
        return State(texts.say(N_("not proposed")), Tone.NONE, "prohibit")
    return None


# --- everybody


def people_rows(
    question: Question, now: Measured, kept: tuple[Kept, ...], shown: Measured, texts: Texts
) -> Iterable[Row]:
    """Everybody's hours: the fair part, the plan as it stands and each proposal beside it."""
    clients, shares = question.plan.client_by_id, question.basis.shares
    new = Counter(client for client, _ in shown.pairs - question.seen)
    leaves = Counter(client for client, _ in question.seen - shown.pairs)
    for client in sorted((clients[person.id] for person in question.basis.people), key=_by_name):
        yield Row(
            id=client.id,
            cells={
                "name": client.name,
                "fair": shares[client.id].minutes,
                "now": now.minutes.get(client.id, 0),
                **{one.letter: one.plan.minutes.get(client.id, 0) for one in kept},
                "change": change_state(new[client.id], leaves[client.id], texts),
            },
            photo=photo_of(client),
        )


def _by_name(client: Client) -> tuple[object, int]:
    """By name as Finnish lists are, then by number."""
    return sort_key(client.name), client.number
