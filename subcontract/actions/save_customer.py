"""Saves a customer, new or changed."""

from dataclasses import dataclass, replace

from subcontract.actions.act import Done, Kind, Permission, Worker
from subcontract.actions.put_back import undo_of
from subcontract.clock import Clock
from subcontract.jobs.customer import Customer
from subcontract.jobs.customer_check import checked_customer, clashes
from subcontract.jobs.job_check import open_jobs
from subcontract.ports import Books
from subcontract.problems import Code, Refused, refuse
from subcontract.words import N_

SERIES = "customer"


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveCustomer:
    """The customer as it shall be; a new one has a new id, and its number is given when saved."""

    customer: Customer
    despite: frozenset[Code] = frozenset()
    """Warnings that the user has seen and passed: ``SIMILAR_NAME``."""


def save_customer(ask: SaveCustomer, books: Books, _clock: Clock, who: Worker) -> Done:
    """Save a customer; refuses what is wrong, a known business id, and a similar name not confirmed."""
    who.must_be_allowed(Permission.EDIT_CUSTOMERS)
    before = books.customers.find(ask.customer.id)
    customer = checked_customer(ask.customer)
    found = clashes(customer, books.customers.all(), before)
    problems = tuple(p for p in found if p.code not in ask.despite)
    if problems:
        raise Refused(*problems)
    if before is None:
        return _added(replace(customer, number=books.numbers.take(who.unit, SERIES)), books)
    if before.active and not customer.active and open_jobs(books.jobs.where(customer=customer.id)):
        raise refuse(Code.IN_USE, "active")
    saved = books.customers.save(replace(customer, number=before.number))
    return Done(
        changed=frozenset({Kind.CUSTOMERS}),
        id=saved.id,
        undo=undo_of(N_("change of a customer"), was=before, now=saved),
        facts={"name": saved.name},
    )


def _added(customer: Customer, books: Books) -> Done:
    books.customers.add(customer)
    return Done(
        changed=frozenset({Kind.CUSTOMERS}),
        id=customer.id,
        undo=undo_of(N_("new customer"), was=None, now=customer),
        facts={"name": customer.name},
    )
