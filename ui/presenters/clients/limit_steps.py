"""A month's earnings and limits as lines of Miksi?: what, how much, by which rule; no Qt."""

from collections.abc import Iterable, Iterator

from subcontract.benefits.earnings import LimitUse
from subcontract.benefits.earnings_months import MonthOfEarnings
from subcontract.benefits.records import OutsideEarnings
from subcontract.words import N_, Texts
from ui.presenters.working import Step


def month_steps(month: MonthOfEarnings, outside: Iterable[OutsideEarnings], texts: Texts) -> tuple[Step, ...]:
    """From us, from elsewhere by source, planned, together; then each limit and what it leaves."""
    steps = [Step(what=texts.say(N_("Pay from us")), amount=texts.money(month.used))]
    steps += [
        Step(
            what=texts.say(N_("From elsewhere: {source}"), source=one.source)
            if one.source
            else texts.say(N_("From elsewhere")),
            amount=texts.money(one.amount),
        )
        for one in outside
        if one.month == month.month
    ]
    steps.append(Step(what=texts.say(N_("Planned shifts, an estimate")), amount=texts.money(month.planned)))
    steps.append(
        Step(what=texts.say(N_("Earnings altogether")), amount=texts.money(month.total), is_sum=True)
    )
    steps += _limit_steps(N_("Limit of Kela's pension"), month.kela, texts)
    if month.work is not None:
        steps += _limit_steps(N_("Limit of the work pension"), month.work, texts)
    return tuple(steps)


def _limit_steps(what: str, use: LimitUse, texts: Texts) -> Iterator[Step]:
    """A limit with its rule, and what is left under it."""
    if use.limit is None or use.left is None or use.rule is None:
        yield Step(what=texts.say(what), amount=texts.say(N_("not known")))
        return
    yield Step(
        what=texts.say(what),
        amount=texts.money(use.limit),
        rule=texts.say(use.rule.title),
        since=use.rule.valid_from,
        source=use.rule.basis,
    )
    yield Step(what=texts.say(N_("Left under the limit")), amount=texts.money(use.left), is_sum=True)
