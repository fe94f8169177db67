"""What the rotation asks of storage beside shifts and assignments: one group of shelves."""

from dataclasses import dataclass

from subcontract.ids import PinId, PublicationId, RotaTermsId, RotaWishesId, StaffRosterId
from subcontract.ports.shelves import DatedReader, DatedShelf, Ledger, Reader, Shelf
from subcontract.rota.records import Pin, Publication, RotaTerms, RotaWishes, StaffRoster


@dataclass(frozen=True, slots=True, kw_only=True)
class RotaShelves:
    """The part of ``Books`` that the rotation needs beside its main shelves."""

    wishes: Shelf[RotaWishesId, RotaWishes]
    rosters: Shelf[StaffRosterId, StaffRoster]
    pins: DatedShelf[PinId, Pin]
    terms: Shelf[RotaTermsId, RotaTerms]
    publications: Ledger[PublicationId, Publication]


@dataclass(frozen=True, slots=True, kw_only=True)
class RotaReaders:
    """The part of ``Lists`` that the rotation needs beside its main shelves."""

    wishes: Reader[RotaWishesId, RotaWishes]
    rosters: Reader[StaffRosterId, StaffRoster]
    pins: DatedReader[PinId, Pin]
    terms: Reader[RotaTermsId, RotaTerms]
    publications: DatedReader[PublicationId, Publication]
