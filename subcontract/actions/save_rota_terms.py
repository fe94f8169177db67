"""Saves what the unit's proposals strive for, and the rules that it may set."""

from dataclasses import dataclass, replace

from subcontract.actions.act import Done, Kind, Permission, Worker
from subcontract.actions.keep_of_rota import keep_only
from subcontract.clock import Clock
from subcontract.ports import Books
from subcontract.rota.records import RotaTerms
from subcontract.rota.terms_check import checked_terms
from subcontract.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveRotaTerms:
    """The goals and rules as they shall be."""

    terms: RotaTerms


def save_rota_terms(ask: SaveRotaTerms, books: Books, _clock: Clock, who: Worker) -> Done:
    """Save the goals of the worker's unit; refuses a rest or a memory out of its bounds, beside its field."""
    who.must_be_allowed(Permission.PLAN_SHIFTS)
    terms = checked_terms(replace(ask.terms, unit=who.unit))
    before = next(iter(books.rota.terms.where(unit=who.unit)), None)
    what = (N_("change of the goals of shifts"), Kind.ROTA_TERMS, "")
    return keep_only(terms, before, books.rota.terms, what)
