"""The comparison of a job in words, for screen and paper: its rows, the answer, and what is assumed."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from subcontract.benefits.subsidy import doubt_of_cap
from subcontract.jobs.job import Basis
from subcontract.money import ZERO, Money, ratio
from subcontract.papers import wording
from subcontract.papers.facts import ComparisonFacts
from subcontract.payout.wages.withholding import NoCard
from subcontract.payout.what_if.ask import Way
from subcontract.payout.what_if.compare import WayResult
from subcontract.rules import withholding_without_card
from subcontract.words import N_, Texts

WAYS = {
    Way.ALLOWANCE: N_("Work allowance"),
    Way.WAGE: N_("Wage"),
    Way.SUBSIDY: N_("Wage with subsidy"),
}
UNITS = {Basis.HOUR: N_("h"), Basis.DAY: N_("day of work"), Basis.PIECE: N_("pcs")}


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedRow:
    """One line of the comparison, a figure for each way, written."""

    what: str
    figures: tuple[str, ...]
    is_sum: bool = False
    short: tuple[bool, ...] = ()
    """Of each way, whether the figure is short of what is needed."""


def price_words(price: Decimal, facts: ComparisonFacts, texts: Texts) -> str:
    """A price of what is sold: ``0,85 €/kpl``; of a fixed price the whole."""
    basis = facts.comparison.selling.basis
    written = f"{wording.unit_price(texts, price)}\N{NO-BREAK SPACE}€"
    if basis is Basis.FIXED:
        return written
    unit = facts.unit_name or texts.say(UNITS[basis])
    return f"{written}/{unit}"


# --- the rows --------------------------------------------------------------------------------


def compared_rows(facts: ComparisonFacts, texts: Texts) -> tuple[ComparedRow, ...]:
    """A month three ways: what the people get, what it costs, what is left, and the lowest price."""
    found = facts.comparison
    number = len(found.ask.people)
    ways = tuple(found.ways[way] for way in Way)

    def row(what: str, *amounts: Money, is_sum: bool = False) -> ComparedRow:
        return ComparedRow(
            what=texts.say(what), figures=tuple(texts.money(one) for one in amounts), is_sum=is_sum
        )

    mean = tuple(Money.rounded(ratio(one.in_hand.amount, number)) for one in ways)
    return (
        row(N_("To the people in hand"), *(one.in_hand for one in ways), is_sum=True),
        row(N_("In hand for each on average"), *mean),
        row(N_("Pay and what comes on top of it"), *(one.cost.of_people for one in ways)),
        row(N_("Things, coaching and overhead"), *(one.cost.things + one.cost.overhead for one in ways)),
        row(N_("Wage subsidy"), *(-one.subsidy for one in ways)),
        row(N_("Cost to the provider"), *(one.after_subsidy for one in ways), is_sum=True),
        row(N_("The firm pays at this price"), *(found.revenue for _ in ways)),
        _left_row(ways, texts),
        ComparedRow(
            what=texts.say(N_("Lowest price for the firm")),
            figures=tuple(price_words(one.lowest, facts, texts) for one in ways),
            is_sum=True,
            short=tuple(one.lowest > found.ask.unit_price for one in ways),
        ),
    )


def _left_row(ways: tuple[WayResult, ...], texts: Texts) -> ComparedRow:
    """What the price leaves, or what it lacks."""
    return ComparedRow(
        what=texts.say(N_("Left after the cost")),
        figures=tuple(texts.money(one.left) for one in ways),
        short=tuple(one.left < ZERO for one in ways),
    )


# --- the answer ------------------------------------------------------------------------------


def answer_of(facts: ComparisonFacts, texts: Texts) -> tuple[str, ...]:
    """What it would take to turn the job into paid work, a sentence or two each."""
    return (*_of_wage(facts, texts), *_of_subsidy(facts, texts), *_of_people(facts, texts))


def _of_wage(facts: ComparisonFacts, texts: Texts) -> Iterator[str]:
    found = facts.comparison
    wage, price = found.ways[Way.WAGE], found.ask.unit_price
    if wage.left >= ZERO:
        yield texts.say(
            N_("The present price covers wages: {left} a month is left after the cost."), left=wage.left
        )
        return
    yield texts.say(
        N_("Wages cost {cost} a month and the present price brings {revenue}: {gap} is lacking."),
        cost=wage.cost.total,
        revenue=found.revenue,
        gap=-wage.left,
    )
    lowest = price_words(wage.lowest, facts, texts)
    if not price:
        yield texts.say(N_("Wages need a price of at least {lowest}."), lowest=lowest)
        return
    rise = ratio((wage.lowest - price) * 100, price).quantize(Decimal(1))
    yield texts.say(
        N_("Wages need a price of at least {lowest}. Now it is {price}: a rise of {rise}."),
        lowest=lowest,
        price=price_words(price, facts, texts),
        rise=texts.percent(rise),
    )


def _of_subsidy(facts: ComparisonFacts, texts: Texts) -> Iterator[str]:
    found = facts.comparison
    subsidy = found.ways[Way.SUBSIDY]
    if found.ways[Way.WAGE].left >= ZERO:
        return
    if subsidy.left >= ZERO:
        yield texts.say(
            N_("With a wage subsidy the present price is enough: {left} a month is left."), left=subsidy.left
        )
    else:
        lowest = price_words(subsidy.lowest, facts, texts)
        yield texts.say(N_("With a wage subsidy a price of {lowest} is enough."), lowest=lowest)


def _of_people(facts: ComparisonFacts, texts: Texts) -> Iterator[str]:
    found = facts.comparison
    wage, allowance = found.ways[Way.WAGE], found.ways[Way.ALLOWANCE]
    yield texts.say(
        N_("The people would get {wage} a month in hand; on allowance they get {allowance}."),
        wage=wage.in_hand,
        allowance=allowance.in_hand,
    )
    if wage.near:
        yield texts.count(
            N_("{number} of them comes near the earnings limit of the pension or over it."),
            N_("{number} of them come near the earnings limit of the pension or over it."),
            len(wage.near),
        )
    if found.fits is not None:
        yield texts.say(
            N_("Everybody stays under the limit with at most {length} of work in a week."),
            length=texts.length(found.fits),
        )


# --- what is assumed -------------------------------------------------------------------------


def assumptions_of(facts: ComparisonFacts, texts: Texts) -> tuple[str, ...]:
    """What the figures rest on."""
    return (
        *_of_pay(facts, texts),
        *_of_cards(facts, texts),
        *_of_grant(facts, texts),
        texts.say(
            N_(
                "Counted against the earnings limit: pay of this job and of our other jobs this month, and "
                "the earnings elsewhere that have been written down; not the work allowance."
            )
        ),
    )


def _of_pay(facts: ComparisonFacts, texts: Texts) -> Iterator[str]:
    ask = facts.comparison.ask
    yield texts.say(
        N_("An average month: {length} of work on {days} days for each person."),
        length=texts.length(ask.minutes),
        days=ask.days,
    )
    yield texts.say(
        N_("Wage {hourly} an hour, holiday compensation {holiday}, employer's costs {costs} of both."),
        hourly=ask.hourly,
        holiday=texts.percent(ask.holiday),
        costs=texts.percent(ask.employer_costs),
    )
    if not facts.pension_known:
        yield texts.say(
            N_("The employer's own pension percentage is not known: an average is used. Set it in settings.")
        )
    assumed = sum(one.by_assumption for one in facts.comparison.ways[Way.ALLOWANCE].people)
    if assumed:
        yield texts.count(
            N_("{number} person has no daily or hourly rate of allowance: {per_day} a day is reckoned."),
            N_("{number} people have no daily or hourly rate of allowance: {per_day} a day is reckoned."),
            assumed,
            per_day=ask.per_day,
        )
    yield texts.say(N_("Things, coaching and overhead are as on the price sheet, by the hours of the month."))


def _of_cards(facts: ComparisonFacts, texts: Texts) -> Iterator[str]:
    ask = facts.comparison.ask
    without = sum(isinstance(one.ground, NoCard) for one in ask.people)
    if not without:
        yield texts.say(N_("Tax is withheld by each one's own tax card."))
        return
    held = ask.assumed_tax
    if held is None:
        held = withholding_without_card(ask.pay_day).value
    yield texts.count(
        N_("{number} person has no tax card: {percentage} is withheld from the wage."),
        N_("{number} people have no tax card: {percentage} is withheld from their wages."),
        without,
        percentage=texts.percent(held),
    )


def _of_grant(facts: ComparisonFacts, texts: Texts) -> Iterator[str]:
    ask = facts.comparison.ask
    yield texts.say(
        N_(
            "Wage subsidy: {percentage} of pay without holiday compensation, at most {cap} a month. It needs "
            "a decision for each person before the employment begins."
        ),
        percentage=texts.percent(ask.subsidy.percentage),
        cap=ask.subsidy.cap,
    )
    own = sum(one.decision is not None for one in ask.people)
    if own:
        yield texts.count(
            N_("{number} person has a decision of their own, and its figures are used."),
            N_("{number} people have decisions of their own, and their figures are used."),
            own,
        )
    doubt = doubt_of_cap(ask.subsidy.percentage, ask.month.days)
    if doubt is not None:
        yield texts.say(doubt.note)
