"""What a plan comes to, before and after, each figure as a coach understands it; no Qt."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from subcontract.rota.rotation.sharing.fulfilment import Part
from subcontract.rota.weights import GOALS, Goal
from subcontract.words import N_, Texts
from ui.presenters.rota.proposal.kept import LETTERS, Kept
from ui.presenters.rota.proposal.question import Measured, Question
from ui.presenters.rota.proposal.rows import PROPOSAL_TITLES
from ui.presenters.tables.table import STAYS, CellKind, Column, Row
from ui.presenters.tone import State, Tone

FIGURES = (
    Column(key="what", title=N_("What it comes to"), grows=True, width=26),
    Column(key="now", title=N_("Plan now"), kind=CellKind.STATE, worth=STAYS),
    *(
        Column(key=letter, title=PROPOSAL_TITLES[letter], kind=CellKind.STATE, worth=STAYS)
        for letter in LETTERS
    ),
)
Told = Callable[[Measured, Texts], str]
Worse = Callable[[Measured], int]


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure of a plan; ``cost`` is less where the plan is better."""

    key: str
    what: str
    told: Told
    cost: Worse | None = None
    goal: Goal | None = None


def _number(number: int, texts: Texts) -> str:
    return texts.number(number)


def _part(part: Part, texts: Texts) -> str:
    if not part.of:
        return texts.say(N_("does not concern anyone"))
    return texts.say(N_("{number} of {most}"), number=part.number, most=part.of)


ALL = (
    Figure(
        key="missing",
        what=N_("Empty places"),
        told=lambda plan, texts: _number(plan.missing, texts),
        cost=lambda plan: plan.missing,
    ),
    Figure(
        key="broken",
        what=N_("Rules that are broken"),
        told=lambda plan, texts: _number(plan.broken, texts),
        cost=lambda plan: plan.broken,
    ),
    Figure(
        key="short",
        what=N_("Places below the best number"),
        told=lambda plan, texts: _number(plan.score.short, texts),
        cost=lambda plan: plan.score.short,
    ),
    Figure(
        key="least",
        what=N_("Least hours of one person"),
        told=lambda plan, texts: texts.length(plan.fulfilment.least_minutes),
        cost=lambda plan: -plan.fulfilment.least_minutes,
        goal=Goal.EVEN,
    ),
    Figure(
        key="most",
        what=N_("Most hours of one person"),
        told=lambda plan, texts: texts.length(plan.fulfilment.most_minutes),
        goal=Goal.EVEN,
    ),
    Figure(
        key="apart",
        what=N_("From the fair part on average"),
        told=lambda plan, texts: texts.length(plan.fulfilment.apart_minutes),
        cost=lambda plan: plan.fulfilment.apart_minutes,
        goal=Goal.EVEN,
    ),
    Figure(
        key="without",
        what=N_("People without work"),
        told=lambda plan, texts: _number(plan.fulfilment.without, texts),
        cost=lambda plan: plan.fulfilment.without,
        goal=Goal.EVEN,
    ),
    Figure(
        key="wishes",
        what=N_("Turns as wished for"),
        told=lambda plan, texts: _part(plan.fulfilment.wishes, texts),
        cost=lambda plan: plan.fulfilment.wishes.of - plan.fulfilment.wishes.number,
        goal=Goal.WISHES,
    ),
    Figure(
        key="often",
        what=N_("The same work too often"),
        told=lambda plan, texts: _number(plan.fulfilment.too_often, texts),
        cost=lambda plan: plan.fulfilment.too_often,
        goal=Goal.VARIETY,
    ),
    Figure(
        key="familiar",
        what=N_("Turns with somebody familiar"),
        told=lambda plan, texts: _part(plan.fulfilment.familiar, texts),
        cost=lambda plan: plan.fulfilment.familiar.of - plan.fulfilment.familiar.number,
        goal=Goal.FAMILIAR,
    ),
    Figure(
        key="tried",
        what=N_("Work that is wanted to be tried"),
        told=lambda plan, texts: _part(plan.fulfilment.tried, texts),
        cost=lambda plan: -plan.fulfilment.tried.number,
        goal=Goal.LEARNING,
    ),
)


def figure_rows(question: Question, now: Measured, kept: tuple[Kept, ...], texts: Texts) -> Iterable[Row]:
    """The plan as it stands and each proposal side by side."""
    yield Row(id="changes", cells=dict(_changes(question, kept, texts)))
    if question.has_promises:
        yield Row(id="promised", cells=dict(_promised(question, now, kept, texts)))
    for figure in ALL:
        yield _row(figure, now, kept, texts)


def _changes(question: Question, kept: tuple[Kept, ...], texts: Texts) -> Iterator[tuple[str, object]]:
    yield "what", texts.say(N_("Changes to the plan now"))
    for one in kept:
        yield one.letter, State(texts.number(question.changes(one.plan.pairs)))


def _promised(
    question: Question, now: Measured, kept: tuple[Kept, ...], texts: Texts
) -> Iterator[tuple[str, object]]:
    yield "what", texts.say(N_("Changes to what has been promised"))
    yield "now", State(texts.number(question.broken_promises(now.pairs)))
    for one in kept:
        yield one.letter, State(texts.number(question.broken_promises(one.plan.pairs)))


def _row(figure: Figure, now: Measured, kept: tuple[Kept, ...], texts: Texts) -> Row:
    what = texts.say(figure.what)
    if figure.goal is not None:
        what = f"{texts.say(GOALS[figure.goal])}: {what[:1].lower()}{what[1:]}"
    cells: dict[str, object] = {"what": what, "now": State(figure.told(now, texts))}
    hints: dict[str, str] = {}
    for one in kept:
        tone, hint = _against(figure, one.plan, now)
        cells[one.letter] = State(figure.told(one.plan, texts), tone)
        hints[one.letter] = texts.say(hint)
    return Row(id=figure.key, cells=cells, hints=hints)


def _against(figure: Figure, plan: Measured, now: Measured) -> tuple[Tone, str]:
    """Whether a figure is better than it is now; the icon shows it and the hint says it."""
    if figure.cost is None or figure.cost(plan) == figure.cost(now):
        return Tone.NONE, ""
    if figure.cost(plan) < figure.cost(now):
        return Tone.READY, N_("better than now")
    return Tone.ATTENTION, N_("worse than now")
