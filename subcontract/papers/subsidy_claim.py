"""The sheet of a month's claim of a wage subsidy: what was counted, the share, the cap, what was left out."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from subcontract.benefits.records import ClaimLine
from subcontract.benefits.subsidy import doubt_of_cap, subsidy_amount, terms_of
from subcontract.benefits.subsidy_claims import to_correct
from subcontract.benefits.subsidy_words import GROUNDS
from subcontract.money import ZERO, Money
from subcontract.papers import wording
from subcontract.papers.blocks import fields, heading, paragraph
from subcontract.papers.facts import SubsidyClaimFacts
from subcontract.papers.flow import Block, space
from subcontract.papers.measures import MM, SECOND, SEMIBOLD, SMALL, SMALL_STRONG, Type
from subcontract.papers.page import Letter, print_letter
from subcontract.papers.table import Cell, Column, Side, Table, head_block, rows
from subcontract.problems import Refused
from subcontract.rules import WorkingLine
from subcontract.words import N_, Texts

ROW: Final = Type(9)
SUM: Final = Type(9, SEMIBOLD)


def make_subsidy_claim_sheet(facts: SubsidyClaimFacts, texts: Texts) -> bytes:
    """Print the sheet."""
    say = texts.say
    letter = Letter(
        title=say(N_("Claim of wage subsidy")),
        subject=say(N_("Claim of wage subsidy, {month}"), month=facts.claim.month),
        sender=facts.unit.provider,
        under_sender=facts.unit.name,
        logo=facts.unit.logo,
        facts=_facts(facts, texts),
        foot=wording.sender_foot(facts.unit, texts),
    )
    return print_letter(letter, tuple(_blocks(facts, texts)), texts)


def _facts(facts: SubsidyClaimFacts, texts: Texts) -> tuple[tuple[str, str], ...]:
    """Which month of which decision, how much and until when."""
    claim, say = facts.claim, texts.say
    return (
        (say(N_("Month")), texts.month(claim.month)),
        (say(N_("Days claimed")), wording.days(texts, claim.days)),
        (say(N_("Decision")), facts.decision.number or texts.day(facts.decision.decided_on)),
        (say(N_("Claimed")), texts.money(claim.amount)),
        (say(N_("At the latest")), texts.day(claim.due)),
        (say(N_("Made on")), texts.day(claim.made_on)),
        (say(N_("Printed by")), facts.by),
        (say(N_("Sent on")), texts.day(claim.sent_on) if claim.sent_on else ""),
    )


def _blocks(facts: SubsidyClaimFacts, texts: Texts) -> Iterator[Block]:
    """Whose it is, then the sums from the pay to the subsidy, then what was left out."""
    claim, decision, say = facts.claim, facts.decision, texts.say
    client = facts.client
    yield heading(say(N_("Person and decision")))
    yield from fields(
        (
            (say(N_("Person")), f"{client.first_name} {client.last_name}"),
            (say(N_("Client number")), str(client.number)),
            (say(N_("Employment")), _employment(facts, texts)),
            (say(N_("Ground")), say(GROUNDS[decision.ground])),
            (say(N_("Period granted")), wording.days(texts, decision.days)),
            (say(N_("Share")), texts.percent(decision.percentage)),
            (say(N_("At most in a month")), texts.money(decision.cap)),
        )
    )
    yield space(3 * MM)
    yield heading(say(N_("What is claimed")))
    table, sums = _table(texts, ROW), _table(texts, SUM)
    head = head_block(table)
    yield head
    yield from rows(table, [_line(line, texts) for line in claim.lines if line.counted], head)
    yield from rows(sums, [_total(N_("Eligible pay"), claim.eligible, texts)], head)
    yield from rows(table, list(_reckoning(facts, texts)), head)
    yield from rows(sums, [_total(N_("Subsidy"), claim.amount, texts)], head)
    yield from rows(sums, list(_corrected(facts, texts)), head)
    yield space(4 * MM)
    yield from _left_out(facts, texts)
    yield from _notes(facts, texts)


def _employment(facts: SubsidyClaimFacts, texts: Texts) -> str:
    """The days of the employment, and what is done in it."""
    one = facts.employment
    if one is None:
        return ""
    open_ended = texts.say(N_("from {day}, for an indefinite time"), day=one.days.first)
    days = open_ended if one.days.is_open else wording.days(texts, one.days)
    return f"{days}, {one.duties}" if one.duties else days


def _table(texts: Texts, kind: Type) -> Table:
    """What, of how much, at what rate, how much."""
    say = texts.say
    return Table(
        columns=(
            Column(say(N_("What")), 94 * MM),
            Column(say(N_("Basis")), 26 * MM, Side.RIGHT),
            Column(say(N_("Factor")), 26 * MM, Side.RIGHT),
            Column(say(N_("Amount €")), 24 * MM, Side.RIGHT),
        ),
        kind=kind,
        note=SMALL,
        head=SMALL_STRONG,
    )


def _line(line: ClaimLine, texts: Texts) -> tuple[Cell, ...]:
    return (Cell(texts.say(line.what)), Cell(""), Cell(""), Cell(wording.amount(texts, line.amount)))


def _total(what: str, amount: Money, texts: Texts) -> tuple[Cell, ...]:
    return (Cell(texts.say(what)), Cell(""), Cell(""), Cell(wording.amount(texts, amount)))


def _reckoning(facts: SubsidyClaimFacts, texts: Texts) -> Iterator[tuple[Cell, ...]]:
    """The share and the cap; left out when the decision was changed and they no longer give the sum."""
    claim = facts.claim
    try:
        found = subsidy_amount(terms_of(facts.decision), claim.eligible, claim.days)
    except Refused:
        return
    if found.amount != claim.amount:
        return
    for at, line in enumerate(found.lines[:2]):
        basis, rate = _share(line, texts) if at == 0 else _cap(line, texts)
        amount = wording.amount(texts, line.amount) if isinstance(line.amount, Money) else ""
        what = texts.say(line.what, **dict(line.facts))
        yield (Cell(what, wording.source(texts, line.source)), Cell(basis), Cell(rate), Cell(amount))


def _share(line: WorkingLine, texts: Texts) -> tuple[str, str]:
    return wording.amount(texts, Money(line.basis or 0)), texts.percent(line.rate or Decimal(0))


def _cap(line: WorkingLine, texts: Texts) -> tuple[str, str]:
    """Days and the cap's part of a day; a whole month has none."""
    if line.basis is None or "divisor" not in line.facts:
        return "", ""
    days = texts.count(N_("{number} day"), N_("{number} days"), int(line.basis))
    return days, f"{wording.amount(texts, Money(line.rate or 0))} / {line.facts['divisor']}"


def _corrected(facts: SubsidyClaimFacts, texts: Texts) -> Iterator[tuple[Cell, ...]]:
    """What had been claimed before, and the difference."""
    claim = facts.claim
    if not claim.earlier:
        return
    more = to_correct(claim)
    yield _total(N_("Claimed before"), claim.earlier, texts)
    yield _total(N_("To be paid in addition") if more >= ZERO else N_("To be taken back"), more, texts)


def _left_out(facts: SubsidyClaimFacts, texts: Texts) -> Iterator[Block]:
    """What was left out, each with its reason."""
    left = [line for line in facts.claim.lines if not line.counted]
    if not left:
        return
    yield heading(texts.say(N_("Left out, and why")))
    table = Table(
        columns=(
            Column(texts.say(N_("What")), 146 * MM),
            Column(texts.say(N_("Amount €")), 24 * MM, Side.RIGHT),
        ),
        kind=ROW,
        note=SMALL,
        head=SMALL_STRONG,
    )
    head = head_block(table)
    yield head
    cells = [(Cell(texts.say(one.what)), Cell(wording.amount(texts, one.amount))) for one in left]
    yield from rows(table, cells, head)
    yield space(4 * MM)


def _notes(facts: SubsidyClaimFacts, texts: Texts) -> Iterator[Block]:
    """That only a part of the month is claimed, and the open question of the cap."""
    claim, decision = facts.claim, facts.decision
    if claim.days != claim.month.days:
        words = N_("The decision or the employment covers {days} of the month: only that is claimed.")
        yield from paragraph(texts.say(words, days=wording.days(texts, claim.days)), SECOND)
    doubt = doubt_of_cap(decision.percentage, claim.days)
    if doubt is not None:
        words = N_("The decision's own cap is used: {cap}.")
        yield from paragraph(f"{texts.say(doubt.note)} {texts.say(words, cap=decision.cap)}", SECOND)
