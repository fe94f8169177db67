"""Saves tax cards; what an approved payout was withheld by stays as it was."""

from dataclasses import dataclass

from subcontract.actions.act import Done, Permission, Worker
from subcontract.actions.pay_checks import client_of
from subcontract.actions.pay_records import drop, keep
from subcontract.clock import Clock
from subcontract.ids import TaxCardId
from subcontract.people.employment_check import checked_tax_card
from subcontract.people.tax_card import TaxCard
from subcontract.ports import Books
from subcontract.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveTaxCard:
    """The card as it shall be; a revised card is a card of its own."""

    card: TaxCard
    identity_code: str = ""
    """The code that stands on the card, compared with the person's own and not kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveTaxCard:
    """A card saved by mistake."""

    card: TaxCardId


def save_tax_card(ask: SaveTaxCard, books: Books, clock: Clock, who: Worker) -> Done:
    """Save a card; refuses every fault beside its field and another person's card (``other_person``)."""
    who.must_be_allowed(Permission.EDIT_TAX_CARDS)
    owner = client_of(books, ask.card.client)
    checked_tax_card(ask.card, of=ask.identity_code, owner=owner.identity_code)
    return keep(ask.card, books, clock, who, name=N_("saving of a tax card"))


def remove_tax_card(ask: RemoveTaxCard, books: Books, _clock: Clock, who: Worker) -> Done:
    """Take a card away, unless a payout was withheld by it (``in_use``)."""
    who.must_be_allowed(Permission.EDIT_TAX_CARDS)
    return drop(books.pay.tax_cards.get(ask.card), books, who, name=N_("removal of a tax card"))
