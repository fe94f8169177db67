"""Reads an invoice with everything that came of it, and keeps its work claimed while it is charged."""

from collections.abc import Iterable

from subcontract.actions.claims import claim_again, corrected_elsewhere, entries_of
from subcontract.ids import EntryId
from subcontract.invoicing.families import families, freed, lines_of
from subcontract.invoicing.records import Invoice, InvoiceLine
from subcontract.ports import Books, Lists
from subcontract.problems import Code, Refused, refuse


def family_of(books: Books | Lists, invoice: Invoice) -> tuple[Invoice, ...]:
    """The first invoice and all notes and invoices that came of it, in the order of numbers."""
    root = invoice
    while root.original is not None:
        root = books.invoices.get(root.original)
    found: list[Invoice] = [root]
    latest: tuple[Invoice, ...] = (root,)
    while latest:
        latest = books.invoices.where(original=tuple(one.id for one in latest))
        found.extend(latest)
    return tuple(sorted(found, key=lambda one: one.number))


def free_what_is_free(books: Books, family: tuple[Invoice, ...]) -> None:
    """Free the work of lines of which nothing is charged any more.

    Refuses work whose correction a line outside the family bills (``corrected_later``).
    """
    lines = lines_of(family, freed(family))
    line_of = books.billings.line_of
    held = tuple(entry for line in lines for entry in line.entries if line_of(entry) == line.id)
    if corrected_elsewhere(books, held):
        raise refuse(Code.CORRECTED_LATER)
    for entry in held:
        books.billings.free(entry)


def claim_what_is_charged(books: Books, before: tuple[Invoice, ...], after: tuple[Invoice, ...]) -> None:
    """Claim the work that was free ``before`` and is charged ``after``.

    Refuses work that is billed elsewhere by now, and differences to what is not billed as it was then
    (``work_billed_anew``).
    """
    again = freed(before) - freed(after)
    lines = tuple(line for line in lines_of(before, again) if line.entries)
    try:
        claim_again(books, lines, _stood_on(books, before[0], lines))
    except Refused as refused:
        raise refuse(Code.WORK_BILLED_ANEW) from refused


def _stood_on(books: Books, first: Invoice, lines: Iterable[InvoiceLine]) -> frozenset[EntryId]:
    """The earlier links to which these lines billed differences when the first invoice was issued."""
    own = set(entries_of(lines))
    billed = _billed_before(books, first) - own
    found: frozenset[EntryId] = frozenset()
    links = books.entries.where(id=tuple(own))
    while earlier := frozenset(entry.supersedes for entry in links if entry.supersedes):
        found |= earlier & billed
        links = books.entries.where(id=tuple(earlier - billed))
    return found


def _billed_before(books: Books, first: Invoice) -> set[EntryId]:
    """Work of the customer that other invoices billed when ``first`` was issued.

    An invoice of a later number counts too: its draft held the work before the correction was drafted.
    """
    found: set[EntryId] = set()
    for family in families(books.invoices.where(customer=first.customer)):
        if family[0].id != first.id:
            then = tuple(one for one in family if one is family[0] or one.number < first.number)
            gone = freed(then)
            found.update(entry for line in family[0].lines if line.id not in gone for entry in line.entries)
    return found
