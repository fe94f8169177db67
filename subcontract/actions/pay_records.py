"""Keeps the records of employment, benefits and pay settings: saves, removes, and takes both back.

Undo runs through the same checks as saving, so that a step back never leaves two agreements on a day, nor
changes what an approved pay run was reckoned of.
"""

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, TypeVar, cast
from uuid import UUID

from subcontract.actions import pay_checks as check
from subcontract.actions.act import Done, Kind, Permission, Undo, Worker
from subcontract.actions.put_back import same_content, with_version_of
from subcontract.benefits.records import (
    OutsideEarnings,
    Pension,
    SubsidyClaim,
    SubsidyDecision,
    SubsidyFacts,
)
from subcontract.clock import Clock
from subcontract.payout.wage_records import PayItem, PaySettings, WagePot
from subcontract.people.employment import Employment, FeeTerms
from subcontract.people.tax_card import TaxCard
from subcontract.ports import Books, Shelf
from subcontract.problems import Code, refuse

OfPerson = (
    Employment | FeeTerms | TaxCard | Pension | OutsideEarnings | SubsidyFacts | SubsidyDecision | PayItem
)
PayRecord = OfPerson | SubsidyClaim | PaySettings | WagePot
R = TypeVar("R", bound=PayRecord)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where records of a kind are, who may change them, and what must hold."""

    shelf: str
    kind: Kind
    permission: Permission
    checked: Callable[[Any, Books, Clock], Any]
    """Gives the record as it is stored; refuses what is wrong."""
    may_go: Callable[[Any, Books], None] = check.anything_goes
    """Refuses when something rests on the record."""


PLACES: dict[type, Place] = {
    Employment: Place(
        shelf="employments",
        kind=Kind.EMPLOYMENTS,
        permission=Permission.EDIT_EMPLOYMENT,
        checked=check.employment,
        may_go=check.employment_goes,
    ),
    FeeTerms: Place(
        shelf="fee_terms",
        kind=Kind.EMPLOYMENTS,
        permission=Permission.EDIT_EMPLOYMENT,
        checked=check.fee_terms,
        may_go=check.fee_terms_go,
    ),
    TaxCard: Place(
        shelf="tax_cards",
        kind=Kind.TAX_CARDS,
        permission=Permission.EDIT_TAX_CARDS,
        checked=check.tax_card,
        may_go=check.tax_card_goes,
    ),
    Pension: Place(
        shelf="pensions", kind=Kind.PENSIONS, permission=Permission.EDIT_EMPLOYMENT, checked=check.pension
    ),
    OutsideEarnings: Place(
        shelf="outside_earnings",
        kind=Kind.PENSIONS,
        permission=Permission.EDIT_EMPLOYMENT,
        checked=check.outside_earnings,
    ),
    SubsidyFacts: Place(
        shelf="subsidy_facts",
        kind=Kind.SUBSIDIES,
        permission=Permission.CHECK_SUBSIDY,
        checked=check.subsidy_facts,
    ),
    SubsidyDecision: Place(
        shelf="subsidy_decisions",
        kind=Kind.SUBSIDIES,
        permission=Permission.EDIT_SUBSIDY,
        checked=check.subsidy_decision,
        may_go=check.subsidy_decision_goes,
    ),
    SubsidyClaim: Place(
        shelf="subsidy_claims",
        kind=Kind.SUBSIDIES,
        permission=Permission.EDIT_SUBSIDY,
        checked=check.subsidy_claim,
        may_go=check.subsidy_claim_goes,
    ),
    PaySettings: Place(
        shelf="pay_settings",
        kind=Kind.PAY_SETTINGS,
        permission=Permission.EDIT_PAY_SETTINGS,
        checked=check.pay_settings,
        may_go=check.pay_settings_go,
    ),
    WagePot: Place(
        shelf="wage_pots",
        kind=Kind.PAY_SETTINGS,
        permission=Permission.EDIT_EMPLOYMENT,
        checked=check.wage_pot,
        may_go=check.wage_pot_goes,
    ),
    PayItem: Place(
        shelf="pay_items",
        kind=Kind.PAY_ITEMS,
        permission=Permission.CALCULATE_PAY,
        checked=check.pay_item,
        may_go=check.pay_item_goes,
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PutPayBack:
    """A record as it was before an act and as the act left it; ``None`` where there was none."""

    name: str
    """Marked name of the act that is taken back."""
    was: PayRecord | None
    now: PayRecord | None


def keep(record: PayRecord, books: Books, clock: Clock, who: Worker, *, name: str) -> Done:
    """Save a record, new or changed, once it may be and is right; ``name`` is the act's own for undo.

    One that is as it was stays as it is: there is nothing to take back.
    """
    place = PLACES[type(record)]
    who.must_be_allowed(place.permission)
    read = place.checked(record, books, clock)
    shelf = _shelf(books, place)
    before = shelf.find(read.id)
    if before is None:
        shelf.add(read)
    elif same_content(before, read):
        return Done(changed=frozenset(), id=read.id, facts=_of_whom(before, books))
    else:
        read = shelf.save(read)
    return _done(name, before, read, books)


def drop(record: PayRecord, books: Books, who: Worker, *, name: str) -> Done:
    """Take a record away; refuses when it has been changed meanwhile or something rests on it."""
    place = PLACES[type(record)]
    who.must_be_allowed(place.permission)
    place.may_go(record, books)
    _shelf(books, place).remove(record)
    return _done(name, record, None, books)


def put_pay_back(ask: PutPayBack, books: Books, clock: Clock, who: Worker) -> Done:
    """Put a record back as it was; refuses one changed since the act (``changed_elsewhere``)."""
    record = cast("PayRecord", ask.was or ask.now)
    place = PLACES[type(record)]
    who.must_be_allowed(place.permission)
    shelf = _shelf(books, place)
    stored = shelf.find(record.id)
    if not _is_as_left(stored, ask.now):
        raise refuse(Code.CHANGED_ELSEWHERE)
    if ask.was is None:
        place.may_go(stored, books)
        shelf.remove(stored)
        return _done(ask.name, ask.now, None, books)
    back = place.checked(ask.was if stored is None else with_version_of(ask.was, stored), books, clock)
    if stored is None:
        shelf.add(back)
    else:
        back = shelf.save(back)
    return _done(ask.name, ask.now, back, books)


def _is_as_left(stored: PayRecord | None, left: PayRecord | None) -> bool:
    """Whether a record is as the act left it: there or not, and of the same content."""
    return stored is left if stored is None or left is None else same_content(stored, left)


def _shelf(books: Books, place: Place) -> Shelf[Any, Any]:
    return cast("Shelf[Any, Any]", attrgetter(place.shelf)(books.pay))


def _done(name: str, was: PayRecord | None, now: PayRecord | None, books: Books) -> Done:
    """What changed, whose it is, and the opposite act; of a record taken away the log names its owner."""
    record = cast("PayRecord", now or was)
    undo = Undo(name=name, action=put_pay_back, ask=PutPayBack(name=name, was=was, now=now))
    return Done(
        changed=frozenset({PLACES[type(record)].kind}),
        id=record.id if now is not None else _owner(record),
        undo=undo,
        facts=_of_whom(record, books),
    )


def _owner(record: PayRecord) -> UUID:
    """Whom or what a record that is gone belonged to: pay runs look for what was changed of it."""
    if isinstance(record, OfPerson):
        return record.client
    return record.job if isinstance(record, WagePot) else record.id


def _of_whom(record: PayRecord, books: Books) -> dict[str, object]:
    """The name for the sentence that tells what happened."""
    if isinstance(record, OfPerson):
        client = books.clients.find(record.client)
        return {"name": client.name} if client else {}
    if isinstance(record, WagePot):
        job = books.jobs.find(record.job)
        return {"name": job.name} if job else {}
    return {}
