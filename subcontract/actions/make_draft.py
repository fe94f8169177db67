"""Makes a draft invoice of everything not yet invoiced; its entries are claimed at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from subcontract import ids
from subcontract.actions.act import Done, Kind, Permission, Undo, Worker
from subcontract.actions.billing_facts import billing_facts
from subcontract.actions.claims import claim
from subcontract.actions.discard_draft import TakeDraftBack, take_draft_back
from subcontract.actions.make_quote import TextsIn
from subcontract.actions.prepaid_facts import prepaid_of
from subcontract.clock import Clock
from subcontract.days import DateRange
from subcontract.ids import CustomerId, DraftId, JobId, PhaseId, UnitId
from subcontract.invoicing.buyers import buyer_of
from subcontract.invoicing.drafting.billing import BillingFacts
from subcontract.invoicing.drafting.draft_lines import draft_lines
from subcontract.invoicing.drafting.prepaying import Prepaid, deductions
from subcontract.invoicing.grounds import exemption_of
from subcontract.invoicing.records import Draft, InvoiceLine
from subcontract.jobs.customer import Customer
from subcontract.jobs.job import Job, JobState
from subcontract.jobs.vat_classes import REVERSE_CHARGE
from subcontract.ports import Books
from subcontract.problems import Code, refuse
from subcontract.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeDraft:
    """What to invoice: one job, or every job of a customer, in a period."""

    customer: CustomerId
    period: DateRange
    texts_in: TextsIn = field(repr=False, compare=False)
    job: JobId | None = None
    shares: Mapping[PhaseId, Decimal] = field(default_factory=dict)
    """Hundredths of fixed prices to invoice now, by phase."""


def make_draft(ask: MakeDraft, books: Books, clock: Clock, who: Worker) -> Done:
    """Draft an invoice; a second draft cannot take the same work.

    Refuses when nothing is left to invoice (``nothing_to_do``), a worked phase without a price
    (``price_missing``), shares over a fixed price (``over_fixed_price``) and reverse charge to a buyer
    without a VAT id (``buyer_vat_id_needed``).
    """
    who.must_be_allowed(Permission.EDIT_INVOICES)
    draft = drafted(ask, books, clock, who)
    undo = Undo(name=N_("make draft invoice"), action=take_draft_back, ask=TakeDraftBack(draft=draft))
    return Done(changed=frozenset({Kind.DRAFTS}), id=draft.id, undo=undo, facts={"lines": len(draft.lines)})


def drafted(ask: MakeDraft, books: Books, clock: Clock, who: Worker) -> Draft:
    """The draft, kept in the books with its work."""
    draft = decided(ask, books, clock, who)
    keep(draft, books)
    return draft


def keep(draft: Draft, books: Books) -> None:
    """Keep a draft and claim its work."""
    books.drafts.add(draft)
    claim(books, draft.lines)


def decided(ask: MakeDraft, books: Books, clock: Clock, who: Worker) -> Draft:
    """The draft as it would be; nothing is written."""
    customer = books.customers.get(ask.customer)
    jobs = _jobs(ask, books, who)
    facts = billing_facts(books, jobs, ask.period, ask.texts_in(customer.language), ask.shares)
    return draft_of(facts, customer, who.unit, clock.today(), prepaid_of(books, customer.id))


def draft_of(
    facts: BillingFacts, customer: Customer, unit: UnitId, on: date, prepaid: tuple[Prepaid, ...] = ()
) -> Draft:
    """The draft of everything that the facts tell of one customer, its prepayments taken off.

    See ``make_draft`` for what is refused.
    """
    work = draft_lines(facts)
    if not work:
        raise refuse(Code.NOTHING_TO_DO)
    lines = (*work, *deductions(work, prepaid, facts.texts))
    must_have_buyer_of(lines, customer)
    code, sentence = exemption_of(classes_of(lines, facts), facts.texts)
    return Draft(
        id=DraftId(ids.new()),
        unit=unit,
        customer=customer.id,
        period=facts.period,
        lines=lines,
        order_number=order_number_of(_jobs_of(lines, facts), customer),
        buyer_reference=customer.buyer_reference,
        buyer_cost_centre=customer.cost_centre,
        exemption=sentence,
        exemption_code=code,
        made_on=on,
    )


def must_have_buyer_of(lines: tuple[InvoiceLine, ...], customer: Customer) -> None:
    """Refuse reverse charge to a buyer without a VAT id: only such a buyer can pay the VAT (8 c §)."""
    if any(line.vat == REVERSE_CHARGE for line in lines) and not buyer_of(customer).vat_id:
        raise refuse(Code.BUYER_VAT_ID_NEEDED)


def classes_of(lines: tuple[InvoiceLine, ...], facts: BillingFacts) -> list[str]:
    """The classes of VAT of lines; a seller outside the register needs no other ground."""
    if not facts.vat_registered:
        return []
    phases = (facts.jobs[line.job].phase(line.phase) for line in lines if line.job)
    return [phase.vat_class for phase in phases if phase is not None]


def _jobs_of(lines: tuple[InvoiceLine, ...], facts: BillingFacts) -> tuple[Job, ...]:
    """The jobs that lines are of."""
    return tuple(facts.jobs[job] for job in dict.fromkeys(line.job for line in lines) if job is not None)


def _jobs(ask: MakeDraft, books: Books, who: Worker) -> tuple[Job, ...]:
    """The jobs asked for; a job of another customer is refused."""
    if ask.job is None:
        jobs = books.jobs.where(customer=ask.customer, unit=who.unit)
        return tuple(job for job in jobs if job.state is not JobState.LOST)
    job = books.jobs.get(ask.job)
    if job.customer != ask.customer:
        raise refuse(Code.NOT_FOUND, "job")
    return (job,)


def order_number_of(jobs: tuple[Job, ...], customer: Customer) -> str:
    """The order number when all jobs have the same one."""
    numbers = {job.order_number for job in jobs if job.customer == customer.id}
    return numbers.pop() if len(numbers) == 1 else ""
