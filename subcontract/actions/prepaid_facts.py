"""Reads what has been paid beforehand, and watches that nobody takes more of it than there is."""

from subcontract.ids import CustomerId
from subcontract.invoicing.drafting.prepaying import Prepaid, overdrawn, prepaid_lines
from subcontract.invoicing.records import Draft
from subcontract.ports import Books, Lists
from subcontract.problems import Code, Problem, Refused


def prepaid_of(
    books: Books | Lists, customer: CustomerId, beside: Draft | None = None
) -> tuple[Prepaid, ...]:
    """The customer's prepayments with what is left of each."""
    if not books.billings.has_prepaid(customer):  # most customers; ten years of theirs are not read
        return ()
    invoices = books.invoices.where(customer=customer)
    return prepaid_lines(invoices, books.drafts.where(customer=customer), beside=beside)


def overdrawing(books: Books | Lists, draft: Draft) -> Problem | None:
    """What is wrong when a draft deducts more than is left of a prepayment: it was credited meanwhile."""
    if not any(line.deducts for line in draft.lines):
        return None
    return _problem(overdrawn(prepaid_of(books, draft.customer, draft), draft.lines))


def must_not_overdraw(books: Books, customer: CustomerId) -> None:
    """Refuse when more of some prepayment has been deducted and credited than there was."""
    problem = _problem(overdrawn(prepaid_of(books, customer)))
    if problem is not None:
        raise Refused(problem)


def _problem(found: Prepaid | None) -> Problem | None:
    facts = {"number": str(found.number)} if found else {}
    return Problem(code=Code.PREPAYMENT_USED, facts=facts) if found else None
