"""Rules of invoices: value added tax, payment terms, late interest, collection costs."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from subcontract.money import Money
from subcontract.problems import Code, Refused, refuse
from subcontract.rules import asking
from subcontract.rules.ruled import Ruled

VAT_CLASSES = {"general": "vat_general", "reduced": "vat_reduced", "reduced2": "vat_reduced2"}
BANDS = ((Money(500), "up_to_500"), (Money(2500), "up_to_2500"), (Money(10_000), "up_to_10000"))


class InterestAct(StrEnum):
    """Which section of the interest act (633/1982) sets the rate."""

    GENERAL = "4"
    """4 §: reference rate and 7 percentage points; the safe default for a county's invoices."""
    COMMERCIAL = "4a"
    """4 a §: reference rate and 8 percentage points, owed to an undertaking."""


_ADDITIONS = {InterestAct.GENERAL: "general", InterestAct.COMMERCIAL: "commercial"}


class Debtor(StrEnum):
    """Who owes: the limits of collection costs differ."""

    BUSINESS = "business"
    CONSUMER = "consumer"


@lru_cache(maxsize=4096)
def vat_rate(vat_class: str, on: date) -> Ruled[Decimal]:
    """The rate of a class (``general``, ``reduced``, ``reduced2``) by the day of supply, in per cent.

    AVL 84-85 a §; the day is that of supply, or of a payment received before it (15 §).
    """
    if vat_class not in VAT_CLASSES:
        raise refuse(Code.UNKNOWN_VALUE, "class", allowed=tuple(VAT_CLASSES))
    return asking.number(VAT_CLASSES[vat_class], on)


def vat_small_business(on: date) -> Ruled[Money]:
    """Yearly sales up to which an association or a company need not register (AVL 3 §); not a county."""
    return asking.money("vat_small_business", on)


def simplified_invoice(on: date) -> Ruled[Money]:
    """Largest total of an invoice with simplified contents (AVL 209 f §)."""
    return asking.money("simplified_invoice", on)


def payment_term(*, public: bool, on: date) -> Ruled[int]:
    """Longest payment term in days unless more is expressly agreed (30/2013 4-5 §)."""
    return asking.part("payment_term", "public" if public else "undertaking", on).map(int)


def late_interest(act: InterestAct, on: date) -> Ruled[Decimal]:
    """The yearly rate of a day's late interest, in per cent; refused when not known (``rate_unknown``)."""
    try:
        reference = asking.number("late_interest_reference", on)
    except Refused as refused:
        raise refuse(Code.RATE_UNKNOWN, "", **refused.problems[0].facts) from None
    addition = late_interest_addition(act, on).value
    return reference.map(lambda rate: rate + addition)


def late_interest_addition(act: InterestAct, on: date) -> Ruled[Decimal]:
    """Percentage points that the act adds to the reference rate (633/1982 4 § and 4 a §)."""
    return asking.part("late_interest_addition", _ADDITIONS[act], on)


def late_interest_days(on: date) -> Ruled[str]:
    """How days are counted unless agreed otherwise: ``actual/365`` or ``30/360``; not in the act."""
    return asking.text("late_interest_days", on)


def reminder_fee(debtor: Debtor, on: date) -> Ruled[Money]:
    """Largest fee of a written reminder (513/1999 10 a § and 10 e §)."""
    return asking.part("reminder_fee", debtor.value, on).map(Money)


def reminder_wait(on: date) -> Ruled[int]:
    """Days that must pass before a new reminder may be charged (513/1999 10 f §)."""
    return asking.whole("reminder_wait", on)


def reminder_wait_consumer(on: date) -> Ruled[int]:
    """Whole days between the due day, and each reminder, and the next one charged (513/1999 10 b §)."""
    return asking.whole("reminder_wait_consumer", on)


def demand_fee(principal: Money, on: date) -> Ruled[Money]:
    """Largest fee of a payment demand to a business (513/1999 10 e §)."""
    return asking.part("demand_fee", _band(principal), on).map(Money)


def collection_cap(principal: Money, on: date) -> Ruled[Money]:
    """Largest collection costs of a business debtor in all (513/1999 10 h §)."""
    return asking.part("collection_cap", _band(principal), on).map(Money)


def standard_compensation(on: date) -> Ruled[Money]:
    """Compensation for collection costs without proof, between undertakings (513/1999 10 i §)."""
    return asking.money("standard_compensation", on)


def _band(principal: Money) -> str:
    """The band of a principal, its upper bound included."""
    return next((name for most, name in BANDS if principal <= most), "above")
