"""Credits what was billed too much because the work was corrected after its invoice."""

from dataclasses import dataclass, field

from subcontract.actions.act import Done, Kind, Permission, Worker
from subcontract.actions.correction_facts import corrected_of
from subcontract.actions.credit_invoice import keep_note
from subcontract.actions.issue_invoice import issue_now
from subcontract.actions.make_quote import TextsIn
from subcontract.actions.name_nobody import must_name_nobody
from subcontract.clock import Clock
from subcontract.days import DateRange
from subcontract.ids import InvoiceId
from subcontract.invoicing.credits.corrections import Correction, credit_lines
from subcontract.invoicing.credits.crediting import credit_note
from subcontract.money import Money, total
from subcontract.ports import Books
from subcontract.problems import Code, refuse
from subcontract.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditCorrections:
    """Whose work, of which invoice, and what the asker saw."""

    invoice: InvoiceId
    """The invoice that billed the work: all its lines whose work is now less are credited."""
    period: DateRange
    """The days of work that are looked at."""
    seen: Money
    """What is credited without VAT, as the asker saw it."""
    texts_in: TextsIn = field(repr=False, compare=False)
    note: str = ""


def credit_corrections(ask: CreditCorrections, books: Books, clock: Clock, who: Worker) -> Done:
    """Issue the credit notes of an invoice whose work was corrected downwards.

    Each note points to the invoice that it credits and holds the corrected entries, so that nothing is
    credited twice. Refuses when the work or the credits have changed since (``changed_elsewhere``),
    nothing to credit (``nothing_to_do``), and words that name a client.
    """
    who.must_be_allowed(Permission.ISSUE_INVOICES)
    first = books.invoices.get(ask.invoice)
    must_name_nobody(books, (("note", ask.note),))
    jobs = tuple(books.jobs.get(job) for job in {line.job for line in first.lines if line.job})
    all_found = corrected_of(books, first.customer, jobs, ask.period)
    found = tuple(one for one in all_found if one.invoice.id == first.id and one.is_credit)
    if not found:
        raise refuse(Code.NOTHING_TO_DO)
    if total(one.net for one in found) != ask.seen:
        raise refuse(Code.CHANGED_ELSEWHERE)
    return _issue(ask, found, books, clock, who)


def _issue(
    ask: CreditCorrections, found: tuple[Correction, ...], books: Books, clock: Clock, who: Worker
) -> Done:
    """One note for each invoice that still charges the work."""
    notes = []
    for invoice_id, lines in credit_lines(found).items():
        invoice = books.invoices.get(invoice_id)
        words = ask.note.strip() or ask.texts_in(invoice.language).say(
            N_("The work was corrected after the invoice.")
        )
        earlier = books.invoices.where(original=invoice.id)
        note = credit_note(invoice, earlier, lines, issue_now(books, clock, who, invoice), words)
        keep_note(books, note, ask.texts_in)
        notes.append(note)
    return Done(
        changed=frozenset({Kind.INVOICES, Kind.DRAFTS}),
        id=notes[-1].id,
        facts={"number": notes[-1].number, "total": total(note.total for note in notes), "count": len(notes)},
    )
