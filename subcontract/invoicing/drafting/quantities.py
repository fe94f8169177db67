"""How much of a phase's work is to be invoiced: pieces, hours or days, by the phase's price basis."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from subcontract.hours.entry import EntryKind, WorkEntry
from subcontract.hours.pieces import is_present, total_pieces
from subcontract.jobs.job import Basis

PLACES: Final = Decimal("0.0001")
HOUR: Final = 60


def quantity(basis: Basis, entries: Iterable[WorkEntry]) -> Decimal:
    """The quantity that entries give: good pieces, hours of everybody, or days with somebody at work.

    A fixed price has no quantity of its own: it is invoiced by shares.
    """
    kept = tuple(entry for entry in entries if not entry.void)
    match basis:
        case Basis.PIECE:
            return Decimal(total_pieces(kept))
        case Basis.HOUR:
            return hours(sum(entry.minutes for entry in kept if is_present(entry)))
        case Basis.DAY:
            return Decimal(len({entry.day for entry in kept if is_present(entry)}))
        case Basis.FIXED:
            return Decimal(0)


def hours(minutes: int) -> Decimal:
    """Minutes as hours, at most four decimals."""
    return (Decimal(minutes) / HOUR).quantize(PLACES, rounding=ROUND_HALF_UP)


def material_quantity(entries: Iterable[WorkEntry]) -> Decimal:
    """How much of one material was used."""
    return sum((entry.quantity for entry in entries if not entry.void), Decimal(0))


def is_billable(entry: WorkEntry) -> bool:
    """Whether an entry can ever stand on an invoice; a coach's own time never does."""
    if entry.kind is EntryKind.WORK:
        return is_present(entry)
    return entry.kind in {EntryKind.GROUP_RESULT, EntryKind.MATERIAL}
