"""Takes a save back, and the taking back too: the opposite act of every saved record.

A step is refused when the record is no longer as the step left it: somebody else has changed it since.
What is compared is the content, not the version, so that a long row of steps can be taken back one by
one and done again.
"""

from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any, TypeVar, cast

from subcontract.actions.act import Done, Kind, Permission, Undo, Worker
from subcontract.clock import Clock
from subcontract.invoicing.collecting.reference_rates import ReferenceRate
from subcontract.invoicing.collecting.reminding import Dispute
from subcontract.invoicing.terms import InvoicingTerms
from subcontract.jobs.customer import Customer
from subcontract.jobs.job import Job
from subcontract.jobs.job_check import removed_phases
from subcontract.people.staff import Staff
from subcontract.people.staff_check import must_leave_a_manager
from subcontract.people.unit import Unit
from subcontract.ports import Books, Shelf
from subcontract.problems import Code, refuse
from subcontract.rota.records import RotaTerms, RotaWishes, StaffRoster

OfRota = RotaWishes | StaffRoster | RotaTerms
Kept = Customer | Staff | Unit | Job | InvoicingTerms | ReferenceRate | Dispute | OfRota
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class PutBack:
    """A record as it was before an act and as the act left it; ``None`` where there was none."""

    name: str
    """Marked name of the act that is taken back."""
    was: Kept | None
    now: Kept | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where records of a kind are and who may change them."""

    shelf: str
    kind: Kind
    permission: Permission
    used_by: tuple[tuple[str, str], ...] = ()
    """Shelves and their fields that may point to such a record."""


PLACES: dict[type, _Place] = {
    Customer: _Place(
        shelf="customers",
        kind=Kind.CUSTOMERS,
        permission=Permission.EDIT_CUSTOMERS,
        used_by=(("jobs", "customer"),),
    ),
    Staff: _Place(shelf="staff", kind=Kind.STAFF, permission=Permission.EDIT_UNIT),
    Unit: _Place(shelf="units", kind=Kind.UNITS, permission=Permission.EDIT_UNIT),
    Job: _Place(
        shelf="jobs",
        kind=Kind.JOBS,
        permission=Permission.EDIT_JOBS,
        used_by=(("quotes", "job"), ("shifts", "job"), ("entries", "job")),
    ),
    InvoicingTerms: _Place(
        shelf="invoicing.terms", kind=Kind.INVOICING_TERMS, permission=Permission.EDIT_INVOICING_TERMS
    ),
    ReferenceRate: _Place(
        shelf="invoicing.reference_rates",
        kind=Kind.INVOICING_TERMS,
        permission=Permission.EDIT_INVOICING_TERMS,
    ),
    Dispute: _Place(shelf="invoicing.disputes", kind=Kind.REMINDERS, permission=Permission.ISSUE_INVOICES),
    RotaWishes: _Place(shelf="rota.wishes", kind=Kind.ROTA_WISHES, permission=Permission.EDIT_CLIENTS),
    StaffRoster: _Place(shelf="rota.rosters", kind=Kind.ROSTERS, permission=Permission.PLAN_SHIFTS),
    RotaTerms: _Place(shelf="rota.terms", kind=Kind.ROTA_TERMS, permission=Permission.PLAN_SHIFTS),
}


def same_content(one: object, other: object) -> bool:
    """Whether two records differ in nothing but their version."""
    return _plain(one) == _plain(other)


def _plain(record: Any) -> object:  # noqa: ANN401 - any record with a version
    return replace(record, version=0)


def with_version_of(record: T, stored: object) -> T:
    """The record, to be saved over the stored one."""
    return cast("T", replace(cast("Any", record), version=cast("Any", stored).version))


def undo_of(name: str, *, was: Kept | None, now: Kept | None) -> Undo:
    """The opposite of an act that made ``now`` of ``was``."""
    return Undo(name=name, action=put_back, ask=PutBack(name=name, was=was, now=now))


def put_back(ask: PutBack, books: Books, _clock: Clock, who: Worker) -> Done:
    """Put a record back as it was; refuses when it has changed since (``CHANGED_ELSEWHERE``) or is used."""
    record = ask.was or ask.now
    place = PLACES[type(record)]
    who.must_be_allowed(place.permission)
    shelf: Shelf[Any, Any] = attrgetter(place.shelf)(books)
    if ask.now is None:
        saved = _add(shelf, ask.was)
    elif ask.was is None:
        saved = None
        _remove(shelf, ask.now, place, books)
    else:
        saved = _save(shelf, ask.was, ask.now, books)
    return Done(
        changed=frozenset({place.kind}),
        id=cast("Any", record).id,
        undo=undo_of(ask.name, was=ask.now, now=saved),
        facts={"name": getattr(record, "name", "")},
    )


def _add(shelf: Shelf[Any, Any], record: Kept | None) -> Kept | None:
    shelf.add(record)
    return record


def _remove(shelf: Shelf[Any, Any], record: Kept, place: _Place, books: Books) -> None:
    """Take a record away again, unless something points to it."""
    stored = shelf.get(record.id)
    if not same_content(stored, record):
        raise refuse(Code.CHANGED_ELSEWHERE)
    if any(getattr(books, name).where(**{field: record.id}) for name, field in place.used_by):
        raise refuse(Code.IN_USE)
    if isinstance(record, Staff):
        must_leave_a_manager(replace(record, active=False), books.staff.where(unit=record.unit))
    shelf.remove(stored)


def _save(shelf: Shelf[Any, Any], was: Kept, now: Kept, books: Books) -> Kept:
    """Save a record as it was over what an act made of it."""
    stored = shelf.get(was.id)
    if not same_content(stored, now):
        raise refuse(Code.CHANGED_ELSEWHERE)
    if isinstance(was, Job) and isinstance(now, Job):
        must_not_lose_work(now, was, books)
    return cast("Kept", shelf.save(with_version_of(was, stored)))


def must_not_lose_work(before: Job, after: Job, books: Books) -> None:
    """Refuse to take away a phase that has shifts or work (``IN_USE``)."""
    for gone in removed_phases(before, after):
        if books.entries.where(job=after.id, phase=gone) or books.shifts.where(job=after.id, phase=gone):
            raise refuse(Code.IN_USE, "phases")
