"""Tax cards: two percentages, one income limit, days of validity (EPA 1124/1996 4 §)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from subcontract.days import DateRange
from subcontract.ids import ClientId, TaxCardId
from subcontract.money import ZERO, Money


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxCard:
    """One card of a person; a revised card is a card of its own with a later first day."""

    id: TaxCardId
    client: ClientId
    days: DateRange
    base: Decimal
    """Per cent up to the limit."""
    additional: Decimal
    """Per cent above it."""
    limit: Money = ZERO
    """Income of the card's days up to which the base percentage is withheld."""
    received_on: date | None = None
    version: int = 1

    @property
    def has_limit(self) -> bool:
        """Whether the base percentage ends somewhere: a card without a limit has one percentage alone.

        With an additional percentage a limit of nothing is one that has been used up, as a revised card
        late in the year may have it.
        """
        return bool(self.limit or self.additional)


def card_on(cards: tuple[TaxCard, ...], day: date) -> TaxCard | None:
    """The card in force on a pay day: of several the one with the latest first day."""
    valid = [card for card in cards if day in card.days]
    return max(valid, key=lambda card: (card.days.first, card.received_on or card.days.first), default=None)
