"""Drafts an invoice of money for work that is still to be done."""

from dataclasses import dataclass, field

from subcontract import ids
from subcontract.actions.act import Done, Kind, Permission, Undo, Worker
from subcontract.actions.discard_draft import TakeDraftBack, take_draft_back
from subcontract.actions.make_draft import keep, must_have_buyer_of, order_number_of
from subcontract.actions.make_quote import TextsIn
from subcontract.actions.name_nobody import must_name_nobody
from subcontract.clock import Clock
from subcontract.days import DateRange
from subcontract.ids import DraftId, JobId
from subcontract.invoicing.drafting.prepaying import Wanted, prepayment_lines
from subcontract.invoicing.grounds import exemption_of
from subcontract.invoicing.records import Draft
from subcontract.jobs.job import JobState
from subcontract.ports import Books
from subcontract.problems import Code, refuse
from subcontract.words import N_

NOT_SOLD = frozenset({JobState.ENQUIRY, JobState.QUOTED, JobState.LOST, JobState.CLOSED})


@dataclass(frozen=True, slots=True, kw_only=True)
class MakePrepayment:
    """How much of which job is asked for beforehand."""

    job: JobId
    wanted: Wanted
    texts_in: TextsIn = field(repr=False, compare=False)


def make_prepayment(ask: MakePrepayment, books: Books, clock: Clock, who: Worker) -> Done:
    """Draft a prepayment, taxed by the classes of the job's price at today's rates.

    Refuses a job that has not been ordered or is closed (``wrong_state``), what ``prepayment_lines`` refuses
    and reverse charge to a buyer without a VAT id (``buyer_vat_id_needed``).
    """
    who.must_be_allowed(Permission.EDIT_INVOICES)
    job = books.jobs.get(ask.job)
    if job.state in NOT_SOLD:
        raise refuse(Code.WRONG_STATE, "", state=job.state.value)
    customer, unit = books.customers.get(job.customer), books.units.get(job.unit)
    texts, today = ask.texts_in(customer.language), clock.today()
    found = prepayment_lines(job, ask.wanted, today, texts, registered=unit.vat_registered)
    lines = tuple(line for line, _ in found)
    must_have_buyer_of(lines, customer)
    must_name_nobody(books, (("text", line.text) for line in lines))
    classes = [vat_class for _, vat_class in found] if unit.vat_registered else []
    code, sentence = exemption_of(classes, texts)
    draft = Draft(
        id=DraftId(ids.new()),
        unit=job.unit,
        customer=customer.id,
        period=DateRange(today, today),
        lines=lines,
        order_number=order_number_of((job,), customer),
        buyer_reference=customer.buyer_reference,
        buyer_cost_centre=customer.cost_centre,
        exemption=sentence,
        exemption_code=code,
        made_on=today,
    )
    keep(draft, books)
    undo = Undo(name=N_("prepayment"), action=take_draft_back, ask=TakeDraftBack(draft=draft))
    return Done(changed=frozenset({Kind.DRAFTS}), id=draft.id, undo=undo, facts={"lines": len(lines)})
