"""The price sheet of a job: its phases, their sums, and what a public seller must heed.

A wellbeing services county that sells on a competitive market must do so through a company; what it
may sell itself, being occasional or of minor effect, is priced at market level (611/2021 131-133 §).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from subcontract.jobs.job import JobSource
from subcontract.money import ZERO, Money, product, total
from subcontract.people.unit import ProviderKind
from subcontract.pricing.phase import PhaseAsk, PhasePrice, price_phase
from subcontract.problems import Problem, Refused

PUBLIC_SELLERS = frozenset({ProviderKind.COUNTY, ProviderKind.MUNICIPALITY})


class PriceWarning(StrEnum):
    """Stable code of what the seller should look at; a warning, never a decision."""

    TENDER_IS_COMPETITION = "tender_is_competition"
    """A tender is a competitive market by the act's own words (611/2021 131 § 3 mom)."""
    MARKET_PRICE_MISSING = "market_price_missing"
    """A public seller prices at market level and needs a noted comparison (133 §)."""
    MARKET_SOURCE_MISSING = "market_source_missing"
    """The comparison does not say where it comes from."""
    BELOW_MARKET = "below_market"
    """The price is under the market price (133 §)."""
    BELOW_COST = "below_cost"
    """The agreed price does not cover the cost."""
    PAY_MISSING = "pay_missing"
    """People work and nothing is reckoned for them: the price would be far too low."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketPrice:
    """What others ask for a unit, as somebody found out; zero while nobody has."""

    unit_price: Decimal = Decimal(0)
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseQuestion:
    """A phase to be priced, with what is known of the market and what has been agreed."""

    ask: PhaseAsk
    market: MarketPrice = MarketPrice()
    agreed_unit_price: Decimal = Decimal(0)
    """Zero while not agreed: then the suggested price is looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PricedPhase:
    """A phase's price, how it compares with the market, and its warnings."""

    price: PhasePrice
    against_market: Decimal | None
    """Unit price less market price; ``None`` when no market price is known."""
    agreed: Money
    """The whole at the agreed unit price, or at the suggested one."""
    warnings: tuple[PriceWarning, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceSheet:
    """The phases of a job and their sums."""

    phases: tuple[PricedPhase, ...]
    hours: Decimal
    coach: Money
    cost: Money
    lowest: Money
    """The lowest acceptable price of the job, at the phases' rounded unit prices."""
    lowest_with_vat: Money
    suggested: Money
    suggested_with_vat: Money
    agreed: Money
    agreed_with_vat: Money
    """As a quote reckons it: VAT once for each rate."""
    of_job: tuple[PriceWarning, ...]
    """Warnings of the job as a whole."""
    warnings: tuple[PriceWarning, ...]
    """Of the job and of its phases, each once."""


def price_sheet(
    questions: Sequence[PhaseQuestion], *, seller: ProviderKind, source: JobSource = JobSource.DIRECT
) -> PriceSheet:
    """Price every phase; a refused one names its place: ``phases.0.quantity``."""
    phases = _priced(questions, seller)
    prices = [phase.price for phase in phases]
    of_job = _of_job(seller, source)
    rates = [question.ask.vat for question in questions]
    return PriceSheet(
        phases=phases,
        hours=sum((price.hours for price in prices), Decimal(0)),
        coach=total(price.coach for price in prices),
        cost=total(price.cost for price in prices),
        lowest=total(price.lowest_at_unit for price in prices),
        lowest_with_vat=total(price.lowest_with_vat for price in prices),
        suggested=total(price.price_at_unit for price in prices),
        suggested_with_vat=total(price.with_vat for price in prices),
        agreed=total(phase.agreed for phase in phases),
        agreed_with_vat=_with_vat(zip(rates, (phase.agreed for phase in phases), strict=True)),
        of_job=of_job,
        warnings=tuple(dict.fromkeys((*of_job, *(w for p in phases for w in p.warnings)))),
    )


def _with_vat(nets: Iterable[tuple[Decimal, Money]]) -> Money:
    """The sums of nets with VAT, rounded once for each rate."""
    bases: dict[Decimal, Money] = {}
    for rate, net in nets:
        bases[rate] = bases.get(rate, ZERO) + net
    return total(base + base.percent(rate) for rate, base in bases.items())


def _priced(questions: Sequence[PhaseQuestion], seller: ProviderKind) -> tuple[PricedPhase, ...]:
    """Price the phases one by one and gather what is wrong in all of them."""
    phases: list[PricedPhase] = []
    problems: list[Problem] = []
    for place, question in enumerate(questions):
        try:
            phases.append(price_question(question, seller=seller))
        except Refused as refused:
            problems += [
                Problem(code=one.code, field=f"phases.{place}.{one.field}", facts=one.facts)
                for one in refused.problems
            ]
    if problems:
        raise Refused(*problems)
    return tuple(phases)


def price_question(question: PhaseQuestion, *, seller: ProviderKind) -> PricedPhase:
    """Price one phase and compare it with the market."""
    price = price_phase(question.ask)
    unit_price = question.agreed_unit_price or price.unit_price
    market = question.market.unit_price
    return PricedPhase(
        price=price,
        against_market=unit_price - market if market else None,
        agreed=Money.rounded(product(unit_price, price.units)),
        warnings=tuple(_of_phase(question, price, unit_price, seller)),
    )


def _of_job(seller: ProviderKind, source: JobSource) -> tuple[PriceWarning, ...]:
    """What the way of getting the job tells of competition."""
    is_competition = seller in PUBLIC_SELLERS and source is JobSource.TENDER
    return (PriceWarning.TENDER_IS_COMPETITION,) if is_competition else ()


def _of_phase(
    question: PhaseQuestion, price: PhasePrice, unit_price: Decimal, seller: ProviderKind
) -> list[PriceWarning]:
    """What a phase's price tells of the market and of its own cost."""
    found: list[PriceWarning] = []
    market = question.market
    if price.hours and not price.pay:
        found.append(PriceWarning.PAY_MISSING)
    if seller in PUBLIC_SELLERS and not market.unit_price:
        found.append(PriceWarning.MARKET_PRICE_MISSING)
    if market.unit_price and not market.source.strip():
        found.append(PriceWarning.MARKET_SOURCE_MISSING)
    if seller in PUBLIC_SELLERS and unit_price < market.unit_price:
        found.append(PriceWarning.BELOW_MARKET)
    if question.agreed_unit_price and Money.rounded(product(unit_price, price.units)) < price.cost:
        found.append(PriceWarning.BELOW_COST)
    return found
