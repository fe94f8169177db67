"""Which vouchers go in the next journal: those of its period and late ones of earlier periods; none twice."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from subcontract.days import DateRange
from subcontract.invoicing.ledger.vouchers import Voucher
from subcontract.invoicing.sendings import LedgerExport


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """Every voucher up to the end of a period, by what becomes of it."""

    gone: tuple[Voucher, ...]
    """Those in earlier journals that were given."""
    now: tuple[Voucher, ...]
    """Of the period, in no journal yet."""
    late: tuple[Voucher, ...]
    """Of days that an earlier journal could have had, recorded after it was made: they come along."""
    older: tuple[Voucher, ...]
    """Of days before the first journal: they never come unasked, for they were booked in another way."""

    @property
    def vouchers(self) -> tuple[Voucher, ...]:
        """What the journal holds, in order of days."""
        return (*self.late, *self.now)

    @property
    def items(self) -> tuple[UUID, ...]:
        """The records in it."""
        return tuple(one.of for one in self.vouchers)


def coming(vouchers: Iterable[Voucher], period: DateRange, exports: Iterable[LedgerExport]) -> Coming:
    """Share out vouchers, given in order of days, for a journal of ``period``; later ones are left out."""
    made = tuple(exports)
    gone_items = frozenset(item for export in made for item in export.items)
    begun = min((export.period.first for export in made), default=period.first)
    gone: list[Voucher] = []
    now: list[Voucher] = []
    late: list[Voucher] = []
    older: list[Voucher] = []
    for one in vouchers:
        if one.of in gone_items:
            gone.append(one)
        elif one.day in period:
            now.append(one)
        elif one.day < period.first:
            (late if one.day >= begun else older).append(one)
    return Coming(gone=tuple(gone), now=tuple(now), late=tuple(late), older=tuple(older))
