"""Saves an invoice that comes again, new or changed; it is stopped by saving it as not active."""

from dataclasses import dataclass

from subcontract.actions.act import Done, Kind, Permission, Undo, Worker
from subcontract.actions.name_nobody import must_name_nobody
from subcontract.actions.put_back import same_content, with_version_of
from subcontract.clock import Clock
from subcontract.invoicing.drafting.recurring_check import checked_recurring
from subcontract.invoicing.recurring import RecurringInvoice
from subcontract.ports import Books
from subcontract.problems import Code, Refused, refuse
from subcontract.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveRecurring:
    """The record as it shall be."""

    recurring: RecurringInvoice


@dataclass(frozen=True, slots=True, kw_only=True)
class PutRecurringBack:
    """A record as it was before an act and as the act left it; ``None`` where there was none."""

    was: RecurringInvoice | None
    now: RecurringInvoice | None


def save_recurring(ask: SaveRecurring, books: Books, _clock: Clock, who: Worker) -> Done:
    """Save a record.

    Refuses what is wrong beside its field, a job of another customer (``not_found``), a customer who
    orders no more (``wrong_state``) and texts that name a client (``names_a_client``).
    """
    who.must_be_allowed(Permission.EDIT_INVOICES)
    recurring = checked_recurring(ask.recurring)
    _must_belong(recurring, books)
    must_name_nobody(books, texts_of(recurring))
    before = books.invoicing.recurring.find(recurring.id)
    if before is None:
        books.invoicing.recurring.add(recurring)
        return _done(None, recurring)
    if same_content(before, recurring):
        return Done(changed=frozenset(), id=before.id, facts={"name": before.name})
    return _done(before, books.invoicing.recurring.save(recurring))


def texts_of(recurring: RecurringInvoice) -> tuple[tuple[str, str], ...]:
    """What its invoices say in the user's words, with the fields."""
    lines = tuple(
        (f"lines.{at}.{field}", text)
        for at, line in enumerate(recurring.lines)
        for field, text in (("text", line.text), ("unit", line.unit))
    )
    plain = (("name", recurring.name), ("order_number", recurring.order_number), ("note", recurring.note))
    return (*plain, *lines)


def put_recurring_back(ask: PutRecurringBack, books: Books, _clock: Clock, who: Worker) -> Done:
    """Put a record back as it was; refuses one changed since (``changed_elsewhere``)."""
    who.must_be_allowed(Permission.EDIT_INVOICES)
    record = ask.was or ask.now
    assert record is not None  # noqa: S101 - an act leaves something or takes something away
    shelf = books.invoicing.recurring
    stored = shelf.find(record.id)
    if not (stored is ask.now if stored is None or ask.now is None else same_content(stored, ask.now)):
        raise refuse(Code.CHANGED_ELSEWHERE)
    if ask.was is None:
        assert stored is not None  # noqa: S101 - it is as the act left it
        shelf.remove(stored)
        return _done(stored, None)
    if stored is None:
        shelf.add(ask.was)
        return _done(None, ask.was)
    return _done(stored, shelf.save(with_version_of(ask.was, stored)))


def _must_belong(recurring: RecurringInvoice, books: Books) -> None:
    customer = books.customers.get(recurring.customer)
    if recurring.active and not customer.active:
        raise refuse(Code.WRONG_STATE, "customer")
    if recurring.job is None:
        return
    job = books.jobs.find(recurring.job)
    if job is None or job.customer != customer.id:
        raise refuse(Code.NOT_FOUND, "job")


def _done(was: RecurringInvoice | None, now: RecurringInvoice | None) -> Done:
    record = now or was
    if record is None:
        raise Refused
    undo = Undo(
        name=N_("recurring invoice"), action=put_recurring_back, ask=PutRecurringBack(was=was, now=now)
    )
    return Done(changed=frozenset({Kind.RECURRING}), id=record.id, undo=undo, facts={"name": record.name})
