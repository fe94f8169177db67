"""What is noted beside the fields of a decision while it is typed; no Qt."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from subcontract import rules
from subcontract.benefits.records import SubsidyDecision
from subcontract.benefits.subsidy import exact_cap, is_whole_month
from subcontract.benefits.subsidy_period import extension_by, must_start_after
from subcontract.days import DateRange, Month
from subcontract.money import Money
from subcontract.people.employment import Employment
from subcontract.problems import Refused
from subcontract.rules import SubsidyKind
from subcontract.words import N_, Texts
from ui.presenters.forms.days_fields import FIRST, LAST
from ui.presenters.subsidy.answer import cap_doubt
from ui.problem_sentences import explain


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What can be read of the form of a decision at the moment."""

    ground: SubsidyKind | None
    percentage: Decimal | None
    cap: Money | None
    first: date | None
    last: date | None
    decided_on: date | None
    employment: Employment | None
    record: SubsidyDecision | None
    others: tuple[SubsidyDecision, ...] = ()


def offered(ground: SubsidyKind | None, day: date) -> dict[str, Decimal | Money]:
    """Share and sum of a ground by the rule in force; nothing where no rule is known."""
    if ground is None:
        return {}
    try:
        share = rules.subsidy_share(ground, day).value
        return {"percentage": share, "cap": rules.subsidy_cap(int(share), day).value}
    except Refused:
        return {}


def notes_of(typed: Typed, texts: Texts) -> Iterator[tuple[str, str]]:
    """Field and sentence."""
    yield from _cap(typed, texts)
    yield from _parts(typed, texts)
    now = _record(typed)
    if now is None:
        return
    if typed.employment is not None:
        try:
            must_start_after(now, typed.employment, typed.others)
        except Refused as refused:
            yield "decided_on", explain(refused.problems[0], texts)
    by = extension_by(now)
    if by is not None:
        words = N_("An extension must be applied for before the period ends: by {day}.")
        yield "extension_applied", texts.say(words, day=by)


def _record(typed: Typed) -> SubsidyDecision | None:
    """The decision as it would be, once its ground and days can be read."""
    if typed.record is None or typed.ground is None or typed.decided_on is None:
        return None
    if typed.first is None or typed.last is None or typed.last < typed.first:
        return None
    return replace(
        typed.record,
        ground=typed.ground,
        decided_on=typed.decided_on,
        days=DateRange(typed.first, typed.last),
        employment=typed.employment.id if typed.employment else None,
    )


def _cap(typed: Typed, texts: Texts) -> Iterator[tuple[str, str]]:
    """The open question about the sum; and where a share is another than the rule's."""
    doubt, _ = cap_doubt(typed.percentage, typed.first or typed.decided_on, texts)
    if doubt:
        yield "cap", doubt
    rule = offered(typed.ground, typed.first) if typed.first else {}
    share = rule.get("percentage")
    if isinstance(share, Decimal) and typed.percentage not in {None, share}:
        words = N_("The rule has {percent} for this ground. The decision wins: check that it says so.")
        yield "percentage", texts.say(words, percent=texts.percent(share))


def _parts(typed: Typed, texts: Texts) -> Iterator[tuple[str, str]]:
    """The months at the edges that are covered in part, each with the most that can be claimed of it."""
    if typed.first is None or typed.last is None or typed.last < typed.first or typed.cap is None:
        return
    days = DateRange(typed.first, typed.last)
    for name, month in ((FIRST, Month.of(typed.first)), (LAST, Month.of(typed.last))):
        part = month.days.overlap(days)
        if part is None or is_whole_month(part):
            continue
        try:
            most = Money.rounded(exact_cap(typed.cap, part))
        except Refused:
            continue
        words = N_("{month} is covered in part: {days}, so at most {most} ({cap} / {divisor} × {number}).")
        divisor = rules.subsidy_part_period(part.first).value
        yield (
            name,
            texts.say(
                words, month=month, days=part, most=most, cap=typed.cap, divisor=divisor, number=len(part)
            ),
        )
        if Month.of(typed.first) == Month.of(typed.last):
            return
