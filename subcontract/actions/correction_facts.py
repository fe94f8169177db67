"""Gathers the work that was corrected after its invoice."""

from collections.abc import Iterable

from subcontract.days import DateRange
from subcontract.hours.entry import WorkEntry
from subcontract.ids import CustomerId, EntryId, InvoiceLineId, UnitId
from subcontract.invoicing.credits.corrections import Correction, CorrectionFacts, corrections
from subcontract.invoicing.drafting.chains import standings
from subcontract.invoicing.families import families
from subcontract.jobs.job import Job
from subcontract.ports import Books, Lists

Reading = Books | Lists


def corrected_of_unit(lists: Lists, unit: UnitId, period: DateRange) -> tuple[Correction, ...]:
    """Every difference of the unit's issued invoices in a period, customer by customer."""
    entries = (*lists.unbilled_entries(period), *lists.entries.within(period, void=True))
    touched = {entry.job for entry in entries if entry.supersedes is not None}
    jobs = [job for job in lists.jobs.where(unit=unit) if job.id in touched]
    customers = dict.fromkeys(job.customer for job in jobs)
    found = (
        corrected_of(lists, customer, [job for job in jobs if job.customer == customer], period)
        for customer in customers
    )
    return tuple(one for some in found for one in some)


def corrected_of(
    books: Reading, customer: CustomerId, jobs: Iterable[Job], period: DateRange
) -> tuple[Correction, ...]:
    """The differences of one customer's invoices of some jobs."""
    by_id = {job.id: job for job in jobs}
    entries = books.entries.within(period, job=tuple(by_id)) if by_id else ()
    facts = CorrectionFacts(
        jobs=by_id,
        entries=entries,
        lines=_held(books, entries),
        families=families(books.invoices.where(customer=customer)),
    )
    return corrections(facts)


def _held(books: Reading, entries: tuple[WorkEntry, ...]) -> dict[EntryId, InvoiceLineId]:
    """The line of each billed entry that a correction stands beside."""
    billed = books.billings.billed(tuple(entry.id for entry in entries))
    wanted = {one.billed.id for one in standings(entries, billed) if one.billed is not None}
    lines = {entry: books.billings.line_of(entry) for entry in wanted}
    return {entry: line for entry, line in lines.items() if line is not None}
