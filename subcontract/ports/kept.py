"""Numbers, billings, papers and the log."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from subcontract.ids import (
    CustomerId,
    EntryId,
    EventId,
    InvoiceId,
    InvoiceLineId,
    PaymentId,
    StaffId,
    UnitId,
)
from subcontract.money import Money


class Series(Protocol):
    """Gapless number series."""

    def take(self, unit: UnitId, series: str) -> int:
        """The next number, given for good if and only if the books are committed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unbooked:
    """Invoices, credit notes and payments in no journal, and the totals of those in some."""

    invoices: frozenset[InvoiceId]
    """Credit notes too."""
    payments: frozenset[PaymentId]
    invoiced: Money
    """Totals of the invoices in journals, credit notes taken off."""
    paid: Money
    """Of the payments in journals, counter-entries counted."""


class Billings(Protocol):
    """Which line bills an entry now: at most one."""

    def line_of(self, entry: EntryId) -> InvoiceLineId | None:
        """The line that bills the entry."""

    def billed(self, entries: tuple[EntryId, ...]) -> frozenset[EntryId]:
        """Those of ``entries`` that some line bills."""

    def charging(self, late: tuple[InvoiceId, ...]) -> frozenset[UUID]:
        """Drafts, invoices and credit notes with lines about the late payment of any of these."""

    def has_prepaid(self, customer: CustomerId) -> bool:
        """Whether any invoice of a customer asked for money beforehand."""

    def unbooked(self, unit: UnitId) -> Unbooked:
        """What of a unit's sales no journal for accounting holds, and what the journals hold in all."""

    def claim(self, entry: EntryId, line: InvoiceLineId) -> None:
        """Bill the entry on a line; refuses with ``ALREADY_INVOICED``."""

    def free(self, entry: EntryId) -> None:
        """Take the entry off its line after a credit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """An archived paper: the very bytes that left the house."""

    of: UUID
    """The record it was made of."""
    kind: str
    """``invoice``, ``quote``, ``agreement``, ``statement``, ``allowance_list``."""
    name: str
    """File name without personal data."""
    content: bytes
    made_at: datetime


class Archive(Protocol):
    """Papers kept byte for byte."""

    def add(self, paper: Paper, /) -> None:
        """Keep a paper; the same record and kind is kept once (``ALREADY_EXISTS``)."""

    def find(self, of: UUID, kind: str) -> Paper | None:
        """The paper of a record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One row of the chained log: who did what to which, when and why."""

    id: EventId
    at: datetime
    who: StaffId
    role: str
    action: str
    object: UUID | None
    purpose: str
    facts: str
    """SHA-256 of what was asked, in hexadecimal; never the data itself."""
    previous: str
    """Hash of the row before, 64 zeros for the first."""
    hash: str
    hash_version: int = 1


class Log(Protocol):
    """The chained log; only added to."""

    def head(self) -> str:
        """Hash of the last row, locking the chain until the books are committed."""

    def add(self, event: Event, /) -> None:
        """Append a row whose ``previous`` is the head."""

    def last(self, number: int) -> tuple[Event, ...]:
        """The newest rows, oldest first."""

    def of(self, object: UUID) -> tuple[Event, ...]:  # noqa: A002 - the field's own name
        """All rows about an object, oldest first."""

    def objects_since(self, moment: datetime) -> frozenset[UUID]:
        """What rows after a moment are about: changed since, or at least looked at."""
