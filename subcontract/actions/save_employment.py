"""Saves and ends employment agreements, and saves the fees of peer coaches."""

from dataclasses import dataclass, replace
from datetime import date

from subcontract.actions.act import Done, Permission, Worker
from subcontract.actions.pay_records import drop, keep
from subcontract.clock import Clock
from subcontract.ids import EmploymentId, FeeTermsId
from subcontract.people.employment import Employment, FeeTerms
from subcontract.people.employment_check import ended
from subcontract.ports import Books
from subcontract.problems import Code, refuse
from subcontract.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveEmployment:
    """The agreement as it shall be; a rate that changes is new terms with a first day of their own."""

    employment: Employment


@dataclass(frozen=True, slots=True, kw_only=True)
class EndEmployment:
    """The last day of an agreement."""

    employment: EmploymentId
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveEmployment:
    """An agreement made by mistake."""

    employment: EmploymentId


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveFeeTerms:
    """The fee as it shall be."""

    terms: FeeTerms


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveFeeTerms:
    """A fee made by mistake."""

    terms: FeeTermsId


def save_employment(ask: SaveEmployment, books: Books, clock: Clock, who: Worker) -> Done:
    """Save an agreement of the worker's unit.

    Refuses every fault beside its field, another agreement on the same days (``periods_overlap``) and one
    that begins before its subsidy was decided (``employment_before_decision``).
    """
    record = replace(ask.employment, unit=who.unit)
    return keep(record, books, clock, who, name=N_("saving of an agreement"))


def end_employment(ask: EndEmployment, books: Books, clock: Clock, who: Worker) -> Done:
    """Write the last day into an agreement; refuses one before its first (``ends_before_start``)."""
    who.must_be_allowed(Permission.EDIT_EMPLOYMENT)
    before = books.pay.employments.get(ask.employment)
    if ask.last < before.days.first:
        raise refuse(Code.ENDS_BEFORE_START, "last", first=before.days.first, last=ask.last)
    return keep(ended(before, ask.last), books, clock, who, name=N_("ending of an agreement"))


def remove_employment(ask: RemoveEmployment, books: Books, _clock: Clock, who: Worker) -> Done:
    """Take an agreement away, unless pay or a subsidy rests on it (``in_use``)."""
    who.must_be_allowed(Permission.EDIT_EMPLOYMENT)
    return drop(books.pay.employments.get(ask.employment), books, who, name=N_("removal of an agreement"))


def save_fee_terms(ask: SaveFeeTerms, books: Books, clock: Clock, who: Worker) -> Done:
    """Save a peer coach's fee; refuses every fault beside its field and another fee on the same days."""
    return keep(ask.terms, books, clock, who, name=N_("saving of a fee"))


def remove_fee_terms(ask: RemoveFeeTerms, books: Books, _clock: Clock, who: Worker) -> Done:
    """Take a fee away."""
    who.must_be_allowed(Permission.EDIT_EMPLOYMENT)
    return drop(books.pay.fee_terms.get(ask.terms), books, who, name=N_("removal of a fee"))
