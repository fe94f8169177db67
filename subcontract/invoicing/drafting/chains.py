"""Work that has been invoiced and was corrected afterwards: what stands now beside what was billed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from subcontract.hours.entry import WorkEntry
from subcontract.ids import EntryId


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The last link of a chain of corrections, and the link that an invoice line bills."""

    last: WorkEntry
    """What stands now; it may be void, and then nothing stands."""
    billed: WorkEntry | None
    """The newest link that is on a line; ``None`` when the work has not been invoiced."""

    @property
    def is_new(self) -> bool:
        """Whether nothing of the chain has been invoiced."""
        return self.billed is None and not self.last.void

    @property
    def is_corrected(self) -> bool:
        """Whether the work was corrected after it was invoiced."""
        return self.billed is not None and self.billed.id != self.last.id


def standings(entries: Iterable[WorkEntry], billed: frozenset[EntryId]) -> tuple[Standing, ...]:
    """Every chain of ``entries`` (whole days or jobs of them), in the order given."""
    kept = tuple(entries)
    by_id = {entry.id: entry for entry in kept}
    superseded = {entry.supersedes for entry in kept}
    return tuple(
        Standing(last=entry, billed=_billed_link(entry, by_id, billed))
        for entry in kept
        if entry.id not in superseded
    )


def _billed_link(
    entry: WorkEntry, by_id: Mapping[EntryId, WorkEntry], billed: frozenset[EntryId]
) -> WorkEntry | None:
    """The newest link from ``entry`` back that some line bills."""
    link: WorkEntry | None = entry
    while link is not None and link.id not in billed:
        link = by_id.get(link.supersedes) if link.supersedes else None
    return link
