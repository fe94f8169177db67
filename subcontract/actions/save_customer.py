"""Saves a customer, new or changed."""

from dataclasses import dataclass, replace

from subcontract.actions.act import Done, Kind, Permission, Undo, Worker
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
    problems = tuple(p for p in clashes(customer, books.customers.all()) if p.code not in ask.despite)
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
        undo=Undo(
            name=N_("change of a customer"),
            action=save_customer,
            ask=SaveCustomer(
                customer=replace(before, version=saved.version), despite=frozenset({Code.SIMILAR_NAME})
            ),
        ),
        facts={"name": saved.name},
    )


def _added(customer: Customer, books: Books) -> Done:
    books.customers.add(customer)
    return Done(
        changed=frozenset({Kind.CUSTOMERS}),
        id=customer.id,
        undo=Undo(name=N_("new customer"), action=remove_customer, ask=RemoveCustomer(customer=customer)),
        facts={"name": customer.name},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveCustomer:
    """A customer just added, to be taken away again."""

    customer: Customer


def remove_customer(ask: RemoveCustomer, books: Books, _clock: Clock, who: Worker) -> Done:
    """Take away a customer that nothing refers to; refuses with ``IN_USE`` once it has a job."""
    who.must_be_allowed(Permission.EDIT_CUSTOMERS)
    if books.jobs.where(customer=ask.customer.id):
        raise refuse(Code.IN_USE)
    books.customers.remove(ask.customer)
    return Done(changed=frozenset({Kind.CUSTOMERS}), id=ask.customer.id, facts={"name": ask.customer.name})
