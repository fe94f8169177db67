"""Saves how the unit invoices, and reference rates of half-years that the program does not know yet."""

from dataclasses import dataclass, replace

from subcontract.actions.act import Done, Kind, Permission, Worker
from subcontract.actions.name_nobody import must_name_nobody
from subcontract.actions.put_back import same_content, undo_of
from subcontract.clock import Clock
from subcontract.ids import ReferenceRateId
from subcontract.invoicing.collecting.reference_rates import ReferenceRate, checked_rate
from subcontract.invoicing.terms import InvoicingTerms
from subcontract.invoicing.terms_check import checked_terms
from subcontract.ports import Books
from subcontract.problems import Code, refuse
from subcontract.words import N_

CHANGED = frozenset({Kind.INVOICING_TERMS})


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveInvoicingTerms:
    """The terms as they shall be."""

    terms: InvoicingTerms


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveReferenceRate:
    """A reference rate with where it was read; who and when are added."""

    rate: ReferenceRate


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveReferenceRate:
    """A reference rate written in by mistake."""

    rate: ReferenceRateId


def save_invoicing_terms(ask: SaveInvoicingTerms, books: Books, clock: Clock, who: Worker) -> Done:
    """Save the terms of the worker's unit.

    Refuses every fault beside its field, a fee above the law's (``too_large``), the standard compensation
    without its ground (``compensation_not_allowed``) and texts that name a client (``names_a_client``).
    """
    who.must_be_allowed(Permission.EDIT_INVOICING_TERMS)
    terms = checked_terms(replace(ask.terms, unit=who.unit), clock.today())
    must_name_nobody(books, (("opening", terms.opening), ("reminder_text", terms.reminder_text)))
    shelf = books.invoicing.terms
    before = next(iter(shelf.where(unit=who.unit)), None)
    if before is None:
        shelf.add(terms)
    elif before.id != terms.id:
        raise refuse(Code.CHANGED_ELSEWHERE)
    elif same_content(before, terms):
        return Done(changed=frozenset(), id=terms.id)
    else:
        terms = shelf.save(terms)
    undo = undo_of(N_("change of the terms of invoicing"), was=before, now=terms)
    return Done(changed=CHANGED, id=terms.id, undo=undo)


def save_reference_rate(ask: SaveReferenceRate, books: Books, clock: Clock, who: Worker) -> Done:
    """Write in the reference rate of a half-year that the dated rule does not have.

    Refuses a day that begins no half-year (``not_a_half_year``), a half-year whose rate the program knows
    (``rate_known``) or that has one already (``already_exists``), and a missing source (``required``).
    """
    who.must_be_allowed(Permission.EDIT_INVOICING_TERMS)
    rate = checked_rate(replace(ask.rate, unit=who.unit, by=who.staff, at=clock.now()))
    shelf = books.invoicing.reference_rates
    if any(one.id != rate.id for one in shelf.where(unit=who.unit, first=rate.first)):
        raise refuse(Code.ALREADY_EXISTS, "first")
    before = shelf.find(rate.id)
    if before is None:
        shelf.add(rate)
    else:
        rate = shelf.save(rate)
    undo = undo_of(N_("reference rate"), was=before, now=rate)
    return Done(changed=CHANGED, id=rate.id, undo=undo)


def remove_reference_rate(ask: RemoveReferenceRate, books: Books, _clock: Clock, who: Worker) -> Done:
    """Take a reference rate away; what was charged by it keeps it in its lines."""
    who.must_be_allowed(Permission.EDIT_INVOICING_TERMS)
    rate = books.invoicing.reference_rates.get(ask.rate)
    books.invoicing.reference_rates.remove(rate)
    undo = undo_of(N_("removal of a reference rate"), was=rate, now=None)
    return Done(changed=CHANGED, id=rate.id, undo=undo)
