"""The rows of the comparison of a job: a month three ways, and each person; no Qt."""

from subcontract.papers import ComparisonFacts
from subcontract.papers.comparing import WAYS, ComparedRow, compared_rows
from subcontract.payout.what_if.ask import Way
from subcontract.payout.what_if.compare import Comparison
from subcontract.words import N_, Texts
from ui.presenters.clients.limit_words import light
from ui.presenters.tables.table import STAYS, CellKind, Column, Row
from ui.presenters.tone import Tone

FIGURES = tuple(
    Column(key=way.value, title=title, kind=CellKind.MONEY, worth=STAYS) for way, title in WAYS.items()
)
COMPARED = (Column(key="what", title=N_("A month"), grows=True, width=24), *FIGURES)
PEOPLE = (
    Column(key="name", title=N_("Client"), grows=True, width=14),
    *FIGURES[:2],
    Column(key="limit", title=N_("Earnings limit on wage"), kind=CellKind.STATE, worth=STAYS),
    Column(key="left", title=N_("Left under the limit"), kind=CellKind.MONEY),
)


def month_rows(facts: ComparisonFacts, texts: Texts) -> tuple[Row, ...]:
    """A month three ways."""
    return tuple(_month_row(at, row) for at, row in enumerate(compared_rows(facts, texts)))


def _month_row(at: int, row: ComparedRow) -> Row:
    figures = {way.value: figure for way, figure in zip(Way, row.figures, strict=True)}
    tone = Tone.ATTENTION if any(row.short) else Tone.NONE
    return Row(id=at, cells={"what": row.what, **figures}, tone=tone)


def person_rows(found: Comparison, texts: Texts) -> tuple[Row, ...]:
    """Each person three ways."""
    return tuple(_person_row(found, at, texts) for at in range(len(found.ask.people)))


def _person_row(found: Comparison, at: int, texts: Texts) -> Row:
    """One person; those who are not chosen yet are numbered."""
    ones = {way: found.ways[way].people[at] for way in Way}
    wage = ones[Way.WAGE]
    state = light(wage.month.state, texts) if wage.month else None
    cells = {
        "name": wage.person.name or texts.say(N_("Person {number}"), number=at + 1),
        "limit": state,
        "left": wage.month.kela.left if wage.month else None,
        **{way.value: one.net for way, one in ones.items()},
    }
    hint = texts.say(N_("No tax card: {net} of {gross} in hand."), net=wage.net, gross=wage.gross)
    near = state is not None and wage.month is not None and wage.month.state.is_near
    return Row(
        id=at,
        cells=cells,
        hints={Way.WAGE.value: hint} if wage.without_card else {},
        tone=state.tone if near and state else Tone.NONE,
    )
