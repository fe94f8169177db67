"""Kinds of shelves: what can be read, added, changed; by day or not."""

from datetime import datetime
from typing import Protocol, TypeVar

from subcontract.days import DateRange
from subcontract.hours.entry import WorkEntry
from subcontract.ids import (
    ClientId,
    EntryId,
)
from subcontract.people.client import Client, ClientName

I_contra = TypeVar("I_contra", contravariant=True)
R = TypeVar("R")
R_contra = TypeVar("R_contra", contravariant=True)
R_co = TypeVar("R_co", covariant=True)


class Reader(Protocol[I_contra, R_co]):
    """Records of one kind, to be read."""

    def get(self, id: I_contra, /) -> R_co:  # noqa: A002 - the field's own name
        """The record; refuses with ``NOT_FOUND``."""

    def find(self, id: I_contra, /) -> R_co | None:  # noqa: A002 - the field's own name
        """The record or ``None``."""

    def all(self) -> tuple[R_co, ...]:
        """Every record, in the order of their making."""

    def where(self, **equal: object) -> tuple[R_co, ...]:
        """Records whose fields equal the given values; a tuple value means any of them."""


class DatedReader(Reader[I_contra, R_co], Protocol[I_contra, R_co]):
    """Records that belong to a day."""

    def within(self, days: DateRange, **equal: object) -> tuple[R_co, ...]:
        """Records of those days, in order of days, that also equal the given values."""


class Adding(Protocol[R_contra]):
    """Records may be added."""

    def add(self, record: R_contra, /) -> None:
        """Add a new record; refuses with ``ALREADY_EXISTS``."""


class Changing(Adding[R], Protocol[R]):
    """Records may be added, changed and removed."""

    def save(self, record: R, /) -> R:
        """Store a changed record and give it with its next version.

        Refuses with ``CHANGED_ELSEWHERE`` when the stored version is not the record's.
        """

    def remove(self, record: R, /) -> None:
        """Take a record away; refuses like ``save``."""


class Shelf(Reader[I_contra, R], Changing[R], Protocol[I_contra, R]):
    """A kind of record that can be changed."""


class DatedShelf(DatedReader[I_contra, R], Changing[R], Protocol[I_contra, R]):
    """A kind of dated record that can be changed."""


class Kept(Reader[I_contra, R], Adding[R], Protocol[I_contra, R]):
    """A kind of record without a day that is only added to, for ever."""


class Ledger(DatedReader[I_contra, R], Adding[R], Protocol[I_contra, R]):
    """A kind of dated record that is only added to, for ever."""


class EntryReader(DatedReader[EntryId, WorkEntry], Protocol):
    """Work entries, to be read: also those that came late."""

    def recorded_after(self, moment: datetime, days: DateRange) -> tuple[WorkEntry, ...]:
        """Entries of those days recorded after ``moment``, in order of days: late ones and corrections."""


class ClientReader(Reader[ClientId, Client], Protocol):
    """Clients, to be read: also by their names alone."""

    def names(self) -> tuple[ClientName, ...]:
        """Everybody's names, without reading the rest of five hundred people."""


class Clients(ClientReader, Changing[Client], Protocol):
    """Clients, to be read and changed."""


class Entries(EntryReader, Adding[WorkEntry], Protocol):
    """Work entries, only added to for ever."""
