"""Issues many drafts in one act: those that can be, the others stay as they are."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from subcontract.actions.act import Done, Kind, Permission, Step, Worker, unseen
from subcontract.actions.issue_invoice import Issuing, issue_one, terms_of_unit, texts_of, texts_of_unit
from subcontract.actions.lateness_facts import must_not_charge_twice
from subcontract.actions.make_quote import TextsIn
from subcontract.actions.prepaid_facts import overdrawing
from subcontract.clock import Clock
from subcontract.ids import DraftId
from subcontract.invoicing.issuing import problems_of
from subcontract.invoicing.privacy import Named, problems_of_texts
from subcontract.invoicing.records import Draft, Invoice
from subcontract.invoicing.terms import InvoicingTerms
from subcontract.money import total
from subcontract.ports import Books
from subcontract.problems import Code, Problem, Refused, refuse


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueInvoices:
    """Drafts as the asker saw them: each with its version."""

    drafts: tuple[tuple[DraftId, int], ...]
    texts_in: TextsIn = field(repr=False, compare=False)
    step: Step = field(default=unseen, repr=False, compare=False)
    """Told as invoices are issued."""


def issue_invoices(ask: IssueInvoices, books: Books, clock: Clock, who: Worker) -> Done:
    """Issue every draft that can be, in the order asked; all numbers follow each other.

    What cannot be issued stays a draft and is told in ``facts``; refuses when that is all there is. Stopped
    on the way, none is issued.
    """
    who.must_be_allowed(Permission.ISSUE_INVOICES)
    if not ask.drafts:
        raise refuse(Code.NOTHING_TO_DO)
    made: list[Invoice] = []
    left: list[tuple[DraftId, Problem]] = []
    names = books.clients.names()
    for at, (wanted, version) in enumerate(ask.drafts, 1):
        draft = books.drafts.find(wanted)
        terms = terms_of_unit(books, draft.unit) if draft else None
        problem = _problem(draft, version, books, clock) or next(
            iter(_naming(draft, books, names, terms) if draft else ()), None
        )
        if draft is None or problem is not None:
            left.append((wanted, problem or Problem(code=Code.NOT_FOUND)))
        else:
            by = Issuing(clock=clock, who=who, texts_in=ask.texts_in, terms=terms)
            made.append(issue_one(draft, books, by))
        ask.step(at, len(ask.drafts))
    if not made:
        raise Refused(*(problem for _, problem in left))
    return Done(
        changed=frozenset({Kind.DRAFTS, Kind.INVOICES}),
        id=made[0].id if len(made) == 1 else None,
        facts={
            "made": len(made),
            "first": made[0].number,
            "last": made[-1].number,
            "total": total(invoice.total for invoice in made),
            "left": tuple(left),
        },
    )


def _problem(draft: Draft | None, version: int, books: Books, clock: Clock) -> Problem | None:
    """The first thing that keeps a draft from being issued."""
    if draft is None:
        return Problem(code=Code.NOT_FOUND)
    if draft.version != version:
        return Problem(code=Code.CHANGED_ELSEWHERE)
    customer, unit = books.customers.get(draft.customer), books.units.get(draft.unit)
    found = next(iter(problems_of(draft, customer, unit, clock.today())), None)
    return found or overdrawing(books, draft) or _charged_twice(books, draft)


def _naming(
    draft: Draft, books: Books, names: Iterable[Named], terms: InvoicingTerms | None
) -> tuple[Problem, ...]:
    """Texts of the paper that name a client."""
    return problems_of_texts((*texts_of(draft), *texts_of_unit(books.units.get(draft.unit), terms)), names)


def _charged_twice(books: Books, draft: Draft) -> Problem | None:
    """Late interest of the draft that another paper charges already."""
    try:
        must_not_charge_twice(books, draft.lines)
    except Refused as refused:
        return refused.problems[0]
    return None
