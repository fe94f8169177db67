"""The months to claim and their claims in words: columns, rows, states, and the working; no Qt."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from subcontract import rules
from subcontract.benefits.records import ClaimLine, SubsidyClaim, SubsidyDecision
from subcontract.benefits.subsidy import SubsidyAmount, doubt_of_cap, subsidy_amount, terms_of
from subcontract.benefits.subsidy_claims import to_correct
from subcontract.benefits.subsidy_months import ClaimMonth, ClaimState
from subcontract.days import DateRange
from subcontract.money import ZERO, Money
from subcontract.papers.files.csv_file import Cell
from subcontract.papers.wording import source
from subcontract.problems import Refused
from subcontract.rules import WorkingLine
from subcontract.words import N_, Texts
from ui.presenters.forms.fields import FieldKind, FieldSpec
from ui.presenters.tables.table import CellKind, Column, Row
from ui.presenters.tone import State, Tone
from ui.presenters.working import Step

COLUMNS = (
    Column(key="month", title=N_("Month"), kind=CellKind.MONTH, worth=9),
    Column(key="days", title=N_("Days of it"), worth=0),
    Column(key="state", title=N_("State"), kind=CellKind.STATE, grows=True),
    Column(key="due", title=N_("Claim at the latest"), kind=CellKind.DATE, worth=2),
    Column(key="eligible", title=N_("Eligible pay"), kind=CellKind.MONEY, worth=1, total=True),
    Column(key="amount", title=N_("Subsidy"), kind=CellKind.MONEY, worth=3, total=True),
    Column(key="sent", title=N_("Sent on"), kind=CellKind.DATE, worth=1),
)
SOON = 30
"""Days before the last day from which a claim is due soon; our habit, no rule."""
OVERTIME, REIMBURSED, ACCEPTED = "overtime", "reimbursed", "accepted"
BREAK_FIRST, BREAK_LAST = "break_first", "break_last"
ADJUSTMENTS = (
    FieldSpec(
        name=OVERTIME,
        label=N_("Overtime and extra work in the pay"),
        kind=FieldKind.MONEY,
        help=N_("Taken off: it is not eligible."),
    ),
    FieldSpec(
        name=REIMBURSED,
        label=N_("Pay of days that Kela or an insurer reimburses"),
        kind=FieldKind.MONEY,
        help=N_("Taken off: it is not eligible."),
    ),
    FieldSpec(
        name=ACCEPTED,
        label=N_("Of what was left out, found eligible"),
        kind=FieldKind.MONEY,
        help=N_("Only what the authority has accepted, at most what was left out until it is checked."),
    ),
    FieldSpec(
        name=BREAK_FIRST,
        label=N_("First day of a break in work and pay"),
        kind=FieldKind.DATE,
        help=N_("Only a break of a month or more: nothing is paid for it."),
    ),
    FieldSpec(name=BREAK_LAST, label=N_("Last day of the break"), kind=FieldKind.DATE),
)
SENT = (
    FieldSpec(
        name="sent_on",
        label=N_("Sent to the authority on"),
        kind=FieldKind.DATE,
        required=True,
    ),
)


def span(days: DateRange, texts: Texts) -> str:
    """Days, written; open ones from their first."""
    if days.is_open:
        return texts.say(N_("from {day}"), day=days.first)
    return texts.day(days.first) if len(days) == 1 else f"{texts.day(days.first)}–{texts.day(days.last)}"


STATES: dict[ClaimState, tuple[str, Tone, str]] = {
    ClaimState.NOT_YET: (N_("Can be claimed from {day}"), Tone.QUIET, "clock"),
    ClaimState.ELSEWHERE: (N_("Wages paid elsewhere"), Tone.QUIET, ""),
    ClaimState.NO_PAY: (N_("No pay in the month"), Tone.QUIET, ""),
    ClaimState.WAITS: (N_("Waits for the wages to be approved"), Tone.QUIET, "hourglass"),
    ClaimState.OPEN: (N_("To be claimed"), Tone.INFO, "currency-eur"),
    ClaimState.LATE: (N_("Late: not sent by {due}"), Tone.WRONG, ""),
    ClaimState.MADE: (N_("Made, not sent"), Tone.ATTENTION, "paper-plane-tilt"),
    ClaimState.SENT: (N_("Sent"), Tone.READY, ""),
    ClaimState.TO_CORRECT: (N_("To be corrected: the pay has changed"), Tone.ATTENTION, ""),
}
STILL = frozenset({ClaimState.NOT_YET, ClaimState.ELSEWHERE, ClaimState.NO_PAY})
"""Months of which nothing can be claimed now."""
CORRECTED = {
    ClaimState.MADE: N_("Correction made, not sent"),
    ClaimState.SENT: N_("Sent, corrected"),
}


def claim_state(one: ClaimMonth, today: date, texts: Texts) -> State:
    """How far the claim of a month is, in words."""
    words, tone, icon = STATES[one.state]
    if one.claim is not None and one.claim.earlier:
        words = CORRECTED.get(one.state, words)
    if one.state is ClaimState.OPEN and (one.due - today).days <= SOON:
        tone = Tone.ATTENTION
    return State(texts.say(words, day=one.open_from, due=one.due), tone, icon)


def claim_row(one: ClaimMonth, today: date, texts: Texts) -> Row:
    """A month as a row; sums stand where a claim has been made."""
    claim = one.claim
    return Row(
        id=(one.decision.id, one.month),
        cells={
            "month": one.month,
            "days": span(one.days, texts) if one.is_part else None,
            "state": claim_state(one, today, texts),
            "due": one.due,
            "eligible": claim.eligible if claim else None,
            "amount": claim.amount if claim else None,
            "sent": claim.sent_on if claim else None,
        },
        sort={"month": one.days.first},
    )


def deadline(one: ClaimMonth, today: date, texts: Texts) -> tuple[str, Tone]:
    """Until when a month can be claimed, as long as that matters."""
    if one.state in STILL or one.state is ClaimState.SENT:
        return "", Tone.INFO
    if one.state is ClaimState.LATE:
        words = N_(
            "The last day to claim was {day}. The claim can still be made: the authority decides whether it "
            "pays."
        )
        return texts.say(words, day=one.due), Tone.WRONG
    left = (one.due - today).days
    return (
        texts.count(
            N_("At the authority by {day} at the latest: {number} day left."),
            N_("At the authority by {day} at the latest: {number} days left."),
            max(left, 0),
            day=one.due,
        ),
        Tone.ATTENTION if left <= SOON else Tone.INFO,
    )


# --- the working -----------------------------------------------------------------------------


def steps_of_claim(claim: SubsidyClaim, decision: SubsidyDecision, texts: Texts) -> tuple[Step, ...]:
    """What was counted, the share and the cap, what has been claimed before, and what was left out."""
    say, money = texts.say, texts.money
    steps = [_line(one, texts) for one in claim.lines if one.counted]
    steps.append(Step(what=say(N_("Eligible pay")), amount=money(claim.eligible), is_sum=True))
    found = reckoned(claim, decision)
    if found is not None:
        share, cap = (_working(one, claim, texts) for one in found.lines[:2])
        steps += [share, replace(cap, source=_joined(cap.source, _doubt(claim, decision, texts)))]
    steps.append(Step(what=say(N_("Subsidy")), amount=money(claim.amount), is_sum=True))
    if claim.earlier:
        more = to_correct(claim)
        words = N_("To be paid in addition") if more >= ZERO else N_("To be taken back")
        steps.append(Step(what=say(N_("Claimed before")), amount=money(claim.earlier)))
        steps.append(Step(what=say(words), amount=money(more), is_sum=True))
    left = [one for one in claim.lines if not one.counted]
    if left:
        steps.append(Step(what=say(N_("Left out, and why")), is_sum=True))
        steps += [_line(one, texts) for one in left]
    return tuple(steps)


def _doubt(claim: SubsidyClaim, decision: SubsidyDecision, texts: Texts) -> str:
    """The open question of the cap, beside the cap that was used."""
    doubt = doubt_of_cap(decision.percentage, claim.days)
    if doubt is None:
        return ""
    words = N_("The decision's own cap is used: {cap}.")
    return f"{texts.say(doubt.note)} {texts.say(words, cap=decision.cap)}"


def _joined(*notes: str) -> str:
    return " · ".join(note for note in notes if note)


def reckoned(claim: SubsidyClaim, decision: SubsidyDecision) -> SubsidyAmount | None:
    """The working anew; nothing when the decision has been changed since and gives another sum."""
    try:
        found = subsidy_amount(terms_of(decision), claim.eligible, claim.days)
    except Refused:
        return None
    return found if found.amount == claim.amount else None


def _line(line: ClaimLine, texts: Texts) -> Step:
    return Step(what=texts.say(line.what), amount=texts.money(line.amount))


def _working(line: WorkingLine, claim: SubsidyClaim, texts: Texts) -> Step:
    """The share of the pay, or the cap of the days."""
    share = line.basis == claim.eligible.amount and line.rate is not None and not line.facts
    basis = rate = ""
    if share:
        basis, rate = texts.money(claim.eligible), texts.percent(line.rate or Decimal(0))
    elif line.basis is not None and "divisor" in line.facts:
        basis = texts.count(N_("{number} day"), N_("{number} days"), int(line.basis))
        rate = f"{texts.money(Money(line.rate or 0))} / {line.facts['divisor']}"
    return Step(
        what=texts.say(line.what, **dict(line.facts)),
        basis=basis,
        rate=rate,
        amount=texts.money(line.amount) if isinstance(line.amount, Money) else "",
        rule=texts.say(rules.rule(line.rule).title) if line.rule else "",
        since=line.valid_from,
        source=source(texts, line.source),
    )


CSV_COLUMNS = (
    N_("Month"),
    N_("Number of the decision"),
    N_("Kind of line"),
    N_("What"),
    N_("Amount €"),
)


def csv_rows(claim: SubsidyClaim, decision: SubsidyDecision, texts: Texts) -> Iterator[tuple[Cell, ...]]:
    """The claim line by line for a spreadsheet, the sums last."""
    say = texts.say
    for line in claim.lines:
        kind = N_("counted") if line.counted else N_("left out")
        yield (claim.month, decision.number, say(kind), say(line.what), line.amount)
    for what, amount in (
        (N_("Eligible pay"), claim.eligible),
        (N_("At most in a month"), decision.cap),
        (N_("Subsidy"), claim.amount),
        (N_("Claimed before"), claim.earlier),
        (N_("Difference"), to_correct(claim)),
    ):
        yield (claim.month, decision.number, say(N_("sum")), say(what), amount)
