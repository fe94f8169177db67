"""Notes that a customer contests an invoice, which stops its reminders, and that the matter is settled."""

from dataclasses import dataclass, field, replace

from subcontract import ids
from subcontract.actions.act import Done, Kind, Permission, Worker
from subcontract.actions.put_back import undo_of
from subcontract.clock import Clock
from subcontract.ids import DisputeId, InvoiceId
from subcontract.invoicing.collecting.reminding import Dispute
from subcontract.invoicing.records import InvoiceKind
from subcontract.people.findings import Findings
from subcontract.ports import Books
from subcontract.problems import Code, refuse
from subcontract.words import N_

LONGEST_REASON = 500
CHANGED = frozenset({Kind.REMINDERS})


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDispute:
    """Which invoice is contested, and why; the id is made by who asks, so that asking twice opens one."""

    invoice: InvoiceId
    reason: str
    id: DisputeId = field(default_factory=lambda: DisputeId(ids.new()))


@dataclass(frozen=True, slots=True, kw_only=True)
class EndDispute:
    """The dispute that is settled."""

    dispute: DisputeId


def open_dispute(ask: OpenDispute, books: Books, clock: Clock, who: Worker) -> Done:
    """Stop the reminders of an invoice.

    Refuses a missing reason (``reason_needed``), a credit note (``wrong_state``), and an invoice that is
    disputed already (``disputed``).
    """
    who.must_be_allowed(Permission.ISSUE_INVOICES)
    invoice = books.invoices.get(ask.invoice)
    if invoice.kind is InvoiceKind.CREDIT_NOTE:
        raise refuse(Code.WRONG_STATE)
    found = Findings()
    reason = found.note(ask.reason, "reason", longest=LONGEST_REASON)
    if not reason:
        found.add(Code.REASON_NEEDED, "reason")
    found.refuse_any()
    shelf = books.invoicing.disputes
    before = shelf.find(ask.id)
    if before is None:
        if any(one.ended_on is None for one in shelf.where(invoice=invoice.id)):
            raise refuse(Code.DISPUTED)
        before = Dispute(
            id=ask.id,
            unit=invoice.unit,
            invoice=invoice.id,
            first=clock.today(),
            reason=reason,
            by=who.staff,
        )
        shelf.add(before)
    undo = undo_of(N_("dispute of an invoice"), was=None, now=before)
    return Done(changed=CHANGED, id=before.id, undo=undo, facts={"number": invoice.number})


def end_dispute(ask: EndDispute, books: Books, clock: Clock, who: Worker) -> Done:
    """Let the invoice be reminded again; one that has ended stays as it is."""
    who.must_be_allowed(Permission.ISSUE_INVOICES)
    dispute = books.invoicing.disputes.get(ask.dispute)
    number = books.invoices.get(dispute.invoice).number
    if dispute.ended_on is not None:
        return Done(changed=frozenset(), id=dispute.id, facts={"number": number})
    ended = books.invoicing.disputes.save(replace(dispute, ended_on=clock.today()))
    undo = undo_of(N_("end of a dispute"), was=dispute, now=ended)
    return Done(changed=CHANGED, id=ended.id, undo=undo, facts={"number": number})
