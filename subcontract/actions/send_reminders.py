"""Sends reminders of many invoices in one act: each is kept with its lines and its paper."""

from dataclasses import dataclass, field

from subcontract import ids, papers
from subcontract.actions.act import Done, Kind, Permission, Step, Worker, unseen
from subcontract.actions.lateness_facts import late_invoices, reminding
from subcontract.actions.make_quote import TextsIn
from subcontract.actions.name_nobody import must_name_nobody
from subcontract.clock import Clock
from subcontract.ids import InvoiceId, ReminderId
from subcontract.invoicing.collecting.lateness import LateInvoice
from subcontract.invoicing.collecting.reminder_plan import Hold, Proposal, Reminding, Sent, proposal, sent
from subcontract.invoicing.collecting.reminding import Reminder
from subcontract.invoicing.records import Invoice
from subcontract.money import Money, total
from subcontract.papers import ReminderFacts
from subcontract.ports import Books, Paper
from subcontract.problems import Code, Problem, Refused, refuse
from subcontract.words import N_

PAPER = "reminder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A reminder as the asker saw it."""

    invoice: InvoiceId
    step: int
    total: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class SendReminders:
    """Which reminders to send."""

    reminders: tuple[Wanted, ...]
    texts_in: TextsIn = field(repr=False, compare=False)
    step: Step = field(default=unseen, repr=False, compare=False)
    """Told as reminders are made."""


def send_reminders(ask: SendReminders, books: Books, clock: Clock, who: Worker) -> Done:
    """Send every reminder that can be; one that was sent already is not sent again.

    What cannot be sent is told in ``facts``: paid meanwhile (``nothing_to_do``), disputed (``disputed``),
    too early (``reminder_too_early``), another sum than the asker saw (``amounts_changed``). Refuses when
    that is all there is. Stopped on the way, none is sent.
    """
    who.must_be_allowed(Permission.ISSUE_INVOICES)
    if not ask.reminders:
        raise refuse(Code.NOTHING_TO_DO)
    by = reminding(books, who.unit, clock.today())
    must_name_nobody(books, (("reminder_text", by.terms.reminder_text),))
    late = {one.invoice.id: one for one in late_invoices(books, tuple(one.invoice for one in ask.reminders))}
    made: list[Reminder] = []
    left: list[tuple[InvoiceId, Problem]] = []
    again = 0
    for at, wanted in enumerate(ask.reminders, 1):
        of = late.get(wanted.invoice)
        if of is not None and _is_sent(of, wanted):
            again += 1
        elif of is None:
            left.append((wanted.invoice, Problem(code=Code.NOT_FOUND)))
        elif isinstance(found := _proposed(of, wanted, by), Problem):
            left.append((wanted.invoice, found))
        else:
            sending = Sent(id=ReminderId(ids.new()), by=who.staff, at=clock.now())
            reminder = sent(found, sending, by.terms.reminder_text)
            _keep(reminder, of.invoice, books, ask.texts_in)
            made.append(reminder)
        ask.step(at, len(ask.reminders))
    if left and not made and not again:
        raise Refused(*(problem for _, problem in left))
    return Done(
        changed=frozenset({Kind.REMINDERS, Kind.INVOICES}) if made else frozenset(),
        id=made[0].id if len(made) == 1 else None,
        facts={
            "made": tuple(one.id for one in made),
            "total": total(one.total for one in made),
            "left": tuple(left),
        },
    )


def _is_sent(of: LateInvoice, wanted: Wanted) -> bool:
    """Whether this very reminder has been sent: the button was pressed twice."""
    return any(one.step == wanted.step for one in of.reminders)


def _proposed(of: LateInvoice, wanted: Wanted, by: Reminding) -> Proposal | Problem:
    """What would be sent now, or what keeps it from being sent."""
    found = proposal(of, by)
    if found is None:
        return Problem(code=Code.NOTHING_TO_DO)
    if found.hold is Hold.DISPUTED:
        return Problem(code=Code.DISPUTED)
    if found.hold is not None:
        return Problem(code=Code.REMINDER_TOO_EARLY, facts={"day": found.free_from})
    if (found.step, found.total) != (wanted.step, wanted.total):
        return Problem(code=Code.AMOUNTS_CHANGED)
    return found


def _keep(reminder: Reminder, invoice: Invoice, books: Books, texts_in: TextsIn) -> None:
    """Keep one reminder and its paper, in the language of the invoice."""
    books.invoicing.reminders.add(reminder)
    texts = texts_in(invoice.language)
    facts = ReminderFacts(reminder=reminder, invoice=invoice, unit=books.units.get(invoice.unit))
    name = texts.say(N_("reminder-{number}-{step}"), number=str(invoice.number), step=str(reminder.step))
    content = papers.reminder_pdf(facts, texts)
    books.papers.add(
        Paper(of=reminder.id, kind=PAPER, name=f"{name}.pdf", content=content, made_at=reminder.at)
    )
