"""On what ground each payment is withheld, and what is to be told of cards and ages."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from subcontract import rules
from subcontract.days import Month
from subcontract.ids import ClientId
from subcontract.money import Money, total
from subcontract.payout.records import PayoutLine
from subcontract.payout.wage_records import PayCode
from subcontract.payout.wages import lines
from subcontract.payout.wages.facts import PaidBefore, PayingFacts
from subcontract.payout.wages.terms import Agreements
from subcontract.payout.wages.withholding import CardUse, Ground, LastYear, NoCard, Small
from subcontract.payout.warnings import PayWarning
from subcontract.people.tax_card import TaxCard, card_on

JANUARY, DECEMBER = 1, 12
OCCASIONAL = frozenset({PayCode.FEE, PayCode.OTHER_WAGE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The ground of one payment, and what a person should look at."""

    ground: Ground
    warnings: frozenset[PayWarning] = frozenset()


class Grounds:
    """The tax cards and earlier payments of everybody, by client: nobody is paid by another's card."""

    def __init__(self, month: Month, agreements: Agreements, paying: PayingFacts, pay_day: date) -> None:
        """Index them."""
        self._pay_day, self._month = pay_day, month
        self._agreements = agreements
        self._cards: dict[ClientId, list[TaxCard]] = defaultdict(list)
        self._paid: dict[ClientId, list[PaidBefore]] = defaultdict(list)
        for card in paying.cards:
            self._cards[card.client].append(card)
        for paid in paying.paid:
            self._paid[paid.client].append(paid)

    def of(self, client: ClientId, taxable: Money, earned: tuple[PayoutLine, ...]) -> Found:
        """The ground of a client's payment."""
        if self._is_small(client, taxable, earned):
            return Found(ground=Small(), warnings=frozenset({PayWarning.SMALL_PAYMENT}))
        cards = tuple(self._cards.get(client, ()))
        card = card_on(cards, self._pay_day)
        if card is not None:
            ends = frozenset({PayWarning.TAX_CARD_ENDS}) if self._ends(cards) else frozenset[PayWarning]()
            return Found(ground=self._use_of(card), warnings=ends)
        last_year = card_on(cards, date(self._pay_day.year - 1, DECEMBER, 31))
        if self._pay_day.month == JANUARY and last_year is not None:
            return Found(
                ground=LastYear(base=last_year.base), warnings=frozenset({PayWarning.LAST_YEARS_RATE})
            )
        return Found(ground=NoCard(), warnings=frozenset({PayWarning.NO_TAX_CARD}))

    def _use_of(self, card: TaxCard) -> CardUse:
        """A card with what has been used of it."""
        used = used_of(card, self._paid.get(card.client, ()))
        return CardUse(
            base=card.base,
            additional=card.additional,
            limit=card.limit if card.has_limit else None,
            used=used,
            card=card.id,
        )

    def _ends(self, cards: tuple[TaxCard, ...]) -> bool:
        """Whether next month's pay day has no card; in January last year's percentage would do."""
        following = Month.of(self._pay_day).plus(1)
        next_pay_day = following.first.replace(day=min(self._pay_day.day, following.last.day))
        return following.number != JANUARY and card_on(cards, next_pay_day) is None

    def _is_small(self, client: ClientId, taxable: Money, earned: tuple[PayoutLine, ...]) -> bool:
        """Whether this is a single occasional payment within the limit of EPA 14 §.

        Only a sum that was typed for somebody without an employment in the month and without an
        agreed fee, and paid nothing else in the pay day's month, is surely occasional.
        """
        codes = [lines.code_of(line) for line in earned]
        if len(codes) != 1 or codes[0] not in OCCASIONAL or self._agreements.has_fees(client):
            return False
        if any(one.days.overlap(self._month.days) for one in self._agreements.of(client)):
            return False
        paying = Month.of(self._pay_day)
        if any(Month.of(paid.pay_day) == paying for paid in self._paid.get(client, ())):
            return False
        return taxable <= rules.withholding_small_payment(self._pay_day).value


def used_of(card: TaxCard, paid: Iterable[PaidBefore]) -> Money:
    """What a person's payments have used of a card's limit (EPA 4 § 2 mom).

    Payments on this very card count, and those that were withheld in January by last year's
    percentage while the card was already in force.
    """
    return total(
        one.used for one in paid if one.card == card.id or (one.card is None and one.pay_day in card.days)
    )


def age_changes(born: date, pay_day: date) -> bool:
    """Whether a birthday in the pay month changes a contribution from the next month on."""
    if born.month != pay_day.month:
        return False
    return rules.insurances(born, pay_day) != rules.insurances(born, Month.of(pay_day).plus(1).first)
