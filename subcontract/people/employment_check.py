"""Checks agreements, fees and tax cards before they are saved: every problem at once, each by its field."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from subcontract.codes import identity_code
from subcontract.days import DateRange
from subcontract.money import ZERO, Money
from subcontract.people.employment import (
    NOT_GIVEN,
    Employment,
    EmploymentTerms,
    FeeTerms,
    PaidBy,
)
from subcontract.people.findings import Findings
from subcontract.people.tax_card import TaxCard
from subcontract.problems import Code

CENT = Money("0.01")
MOST_HOURLY = Money(500)
"""Above this an hourly pay is a slip of the keys."""
MOST_FEE = Money(10_000)
MOST_LIMIT = Money(1_000_000)
MOST_WEEKLY = 60 * 60
"""Minutes of a week; more than 60 hours are a slip of the keys."""
MOST_PIECE_RATE = Decimal(1000)
RATE_PLACES = 4
LONGEST_GROUP = 20
LEAST_CAPACITY = Decimal("0.01")


def no_overlap(days: DateRange, others: Iterable[DateRange], found: Findings) -> None:
    """Note days that share one with others of the same person or job."""
    for other in others:
        if days.overlap(other):
            found.add(Code.PERIODS_OVERLAP, "days", first=other.first, last=other.last)
            return


def days_given(days: DateRange, found: Findings) -> None:
    """Note days without a first one."""
    if days.first == NOT_GIVEN:
        found.add(Code.REQUIRED, "days.first")


# --- employment ------------------------------------------------------------------------------


def checked_employment(
    employment: Employment, others: Iterable[Employment], *, new: bool = True
) -> Employment:
    """The agreement as stored, its terms in the order of their days; refuses with every problem found.

    ``others`` are the person's other agreements: on one day there is one of a job, and one that continues
    from job to job. A new agreement for a fixed time says why (TSL 2:4); one ended later need not.
    """
    found = Findings()
    read = replace(
        employment,
        terms=tuple(sorted(employment.terms, key=lambda terms: terms.first)),
        duties=found.note(employment.duties, "duties"),
        place=found.line(employment.place, "place"),
        fixed_term_reason=found.note(employment.fixed_term_reason, "fixed_term_reason"),
    )
    days_given(read.days, found)
    if new and not read.days.is_open and not read.fixed_term_reason:
        found.add(Code.REQUIRED, "fixed_term_reason")
    same_work = (one for one in others if one.id != read.id and one.job == read.job)
    no_overlap(read.days, (one.days for one in same_work), found)
    _order_of_terms(read, found)
    read = replace(read, terms=tuple(_checked_terms(at, terms, found) for at, terms in enumerate(read.terms)))
    found.refuse_any()
    return read


def _order_of_terms(employment: Employment, found: Findings) -> None:
    """The first terms begin with the employment, and no two on the same day."""
    if not employment.terms:
        found.add(Code.REQUIRED, "terms")
        return
    firsts = [terms.first for terms in employment.terms]
    if employment.days.first not in {firsts[0], NOT_GIVEN}:
        found.add(Code.OUTSIDE_PERIOD, "terms.0.first", first=employment.days.first, last=firsts[-1])
    twice = [day for day, number in Counter(firsts).items() if number > 1]
    if twice:
        found.add(Code.TWICE_IN_LIST, f"terms.{firsts.index(twice[0]) + 1}.first", name=twice[0])
    for at, first in enumerate(firsts):
        if at and first > employment.days.last:
            found.add(Code.OUTSIDE_PERIOD, f"terms.{at}.first", first=firsts[0], last=employment.days.last)


def _checked_terms(at: int, terms: EmploymentTerms, found: Findings) -> EmploymentTerms:
    """One row of the terms."""
    place = f"terms.{at}."
    found.amount(terms.hourly, f"{place}hourly", MOST_HOURLY, least=CENT)
    found.between(terms.capacity, f"{place}capacity", LEAST_CAPACITY, 100)
    found.decimals(terms.capacity, f"{place}capacity", 2)
    found.between(terms.weekly_minutes, f"{place}weekly_minutes", 0, MOST_WEEKLY)
    found.between(terms.piece_rate, f"{place}piece_rate", 0, MOST_PIECE_RATE)
    found.decimals(terms.piece_rate, f"{place}piece_rate", RATE_PLACES)
    if terms.paid_by is PaidBy.PIECE and not terms.piece_rate:
        found.add(Code.REQUIRED, f"{place}piece_rate")
    pay_group = found.line(terms.pay_group, f"{place}pay_group", longest=LONGEST_GROUP)
    piece_rate = terms.piece_rate if terms.paid_by is PaidBy.PIECE else Decimal(0)
    return replace(terms, pay_group=pay_group, piece_rate=piece_rate)


def ended(employment: Employment, last: date) -> Employment:
    """The agreement with its last day; terms that could never come into force are left out."""
    days = DateRange(employment.days.first, last)
    kept = tuple(terms for terms in employment.terms if terms.first <= last)
    return replace(employment, days=days, terms=kept)


# --- fees and tax cards ----------------------------------------------------------------------


def checked_fee_terms(terms: FeeTerms, others: Iterable[FeeTerms]) -> FeeTerms:
    """The fee as stored; ``others`` are the person's other ones."""
    found = Findings()
    read = replace(terms, text=found.line(terms.text, "text"))
    days_given(read.days, found)
    no_overlap(read.days, (one.days for one in others if one.id != read.id), found)
    found.amount(read.amount, "amount", MOST_FEE, least=CENT)
    found.refuse_any()
    return read


def checked_tax_card(card: TaxCard, of: str = "", owner: str = "") -> TaxCard:
    """The card as stored: days of one year, percentages, and on it the code of the person it belongs to.

    ``of`` is the identity code that was read on the card, ``owner`` the person's own; either may be empty.
    """
    found = Findings()
    days_given(card.days, found)
    if card.days.is_open:
        found.add(Code.REQUIRED, "days.last")
    elif card.days.first != NOT_GIVEN and card.days.last.year != card.days.first.year:
        found.add(Code.TOO_LARGE, "days.last", most=date(card.days.first.year, 12, 31))
    found.percentage(card.base, "base")
    found.percentage(card.additional, "additional")
    found.amount(card.limit, "limit", MOST_LIMIT)
    read = found.read(identity_code, of, "identity_code")
    if read and owner and read != owner and not found.problems:
        found.add(Code.OTHER_PERSON, "identity_code")
    found.refuse_any()
    return card


def is_same_card(one: TaxCard, other: TaxCard) -> bool:
    """Whether two states of a card withhold the same from its first day on."""
    return _withholding(one) == _withholding(other)


def _withholding(card: TaxCard) -> tuple[object, ...]:
    return (card.client, card.days.first, card.base, card.additional, card.limit or ZERO)
