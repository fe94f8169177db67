"""Claims and frees the work of draft lines, so that a correction is billed neither twice nor never."""

from collections.abc import Iterable

from subcontract.ids import EntryId
from subcontract.invoicing.records import InvoiceLine
from subcontract.ports import Books
from subcontract.problems import Code, refuse


def claim(books: Books, lines: Iterable[InvoiceLine]) -> None:
    """Bill every entry on its line; refuses what another line has (``already_invoiced``)."""
    for line in lines:
        for entry in line.entries:
            books.billings.claim(entry, line.id)


def free(books: Books, lines: Iterable[InvoiceLine]) -> None:
    """Take every entry off its line; refuses work whose correction another line bills.

    That line bills a difference only: without what it is a difference to, the work would never be billed.
    """
    entries = entries_of(lines)
    if corrected_elsewhere(books, entries):
        raise refuse(Code.CORRECTED_LATER)
    for entry in entries:
        books.billings.free(entry)


def claim_again(books: Books, lines: Iterable[InvoiceLine], stood_on: frozenset[EntryId]) -> None:
    """Bill entries on the lines that had them before, if nothing has happened to their work meanwhile.

    Refuses work that was corrected and billed anew (``already_invoiced``), and a difference to something
    that is not billed as it was then (``changed_elsewhere``); ``stood_on`` is what ``stands_on`` told.
    """
    lines = tuple(lines)
    if corrected_elsewhere(books, entries_of(lines)):
        raise refuse(Code.ALREADY_INVOICED)
    if stands_on(books, lines) != stood_on:
        raise refuse(Code.CHANGED_ELSEWHERE)
    claim(books, lines)


def entries_of(lines: Iterable[InvoiceLine]) -> tuple[EntryId, ...]:
    """All entries of some lines."""
    return tuple(entry for line in lines for entry in line.entries)


def corrected_elsewhere(books: Books, entries: tuple[EntryId, ...]) -> bool:
    """Whether some line bills a later link, not among these, of these entries' chains of corrections."""
    own = frozenset(entries)
    while entries:
        entries = tuple(entry.id for entry in books.entries.where(supersedes=entries))
        if books.billings.billed(entries) - own:
            return True
    return False


def stands_on(books: Books, lines: Iterable[InvoiceLine]) -> frozenset[EntryId]:
    """The earlier links, billed on other lines, to which these lines bill differences."""
    found: frozenset[EntryId] = frozenset()
    links = books.entries.where(id=entries_of(lines))
    while earlier := tuple(entry.supersedes for entry in links if entry.supersedes):
        billed = books.billings.billed(earlier)
        found |= billed
        links = books.entries.where(id=tuple(entry for entry in earlier if entry not in billed))
    return found
