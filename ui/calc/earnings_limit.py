"""Kind ``earnings-limit``: a month's earnings against the limit of a disability pension."""

from collections.abc import Iterator

from subcontract import rules
from subcontract.benefits.earnings import LimitUse, kela_use, work_use
from subcontract.benefits.records import PensionKind
from subcontract.days import Month
from subcontract.money import ZERO, Money
from subcontract.problems import Code, Refused, refuse
from subcontract.rules import WorkingLine
from subcontract.words import N_
from ui.calc.case import Answer, Case, Field
from ui.calc.kinds import Kind


def answer(case: Case) -> Answer:
    """Used, planned and earned elsewhere together, against each limit."""
    month, kind = case.month("month"), case.choice("pension", PensionKind)
    earned = _sum(case)
    prior = _not_negative(case, "prior_earnings") if kind is not PensionKind.KELA else ZERO
    _must_be_known(month)
    uses = {"kela": kela_use(month, earned)}
    if kind is not PensionKind.KELA:
        uses["work"] = work_use(kind, prior, month, earned)
    lines = [line for name, use in uses.items() for line in _working(name, use)]
    return Answer(result={name: _result(use) for name, use in uses.items()}, lines=lines)


def _sum(case: Case) -> Money:
    """All earnings of the month; what comes from elsewhere or is planned may be left out."""
    sums = [_not_negative(case, "earned")]
    sums += [_not_negative(case, name) for name in ("elsewhere", "planned") if case.given(name)]
    return sum(sums, ZERO)


def _not_negative(case: Case, name: str) -> Money:
    amount = case.money(name)
    if amount < ZERO:
        raise refuse(Code.NEGATIVE, name)
    return amount


def _must_be_known(month: Month) -> None:
    """Refuse a month whose limit is not known: never a guess."""
    try:
        rules.earnings_limit(month.first)
    except Refused as refused:
        problem = refused.problems[0]
        raise refuse(problem.code, "month", **problem.facts) from None


def _result(use: LimitUse) -> dict[str, object]:
    return {
        "limit": str(use.limit),
        "total": str(use.total),
        "left": str(use.left),
        "state": use.state.value,
    }


def _working(name: str, use: LimitUse) -> Iterator[WorkingLine]:
    """The limit with its rule, what is left, and the open point about the act."""
    if use.rule is None or use.limit is None:
        return
    what = N_("Limit of Kela's pension") if name == "kela" else N_("Limit of the work pension")
    yield WorkingLine(what=what, amount=use.limit).by(use.rule)
    yield WorkingLine(
        what=N_("Earnings of the month against the limit: what is left"),
        basis=use.total.amount,
        rate=use.limit.amount,
        amount=use.left,
    )
    if use.note:
        yield WorkingLine(what=use.note).by(use.rule)


KIND = Kind(
    purpose=N_("Earnings of a month against the limit of a disability pension"),
    fields=(
        Field(name="month", unit=N_("month, YYYY-MM")),
        Field(name="pension", unit=N_("kela, full_work or partial_work")),
        Field(name="earned", unit=N_("euros before tax from this employer")),
        Field(name="elsewhere", unit=N_("euros before tax from elsewhere; nothing when left out")),
        Field(name="planned", unit=N_("euros of planned work; nothing when left out")),
        Field(name="prior_earnings", unit=N_("euros in a month before the work pension; not for kela")),
    ),
    example='{"month":"2026-11","pension":"kela","earned":"700.00","elsewhere":"0.00","planned":"200.00"}',
    answer=answer,
)
