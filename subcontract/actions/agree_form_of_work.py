"""Writes the form of work that an agreement or a fee needs into the client's days, and takes it back."""

from dataclasses import dataclass, replace

from subcontract.actions.act import Done, Kind, Permission, Undo, Worker
from subcontract.actions.pay_source import Reading
from subcontract.clock import Clock
from subcontract.days import DateRange, Month
from subcontract.ids import ClientId, EmploymentId, FeeTermsId
from subcontract.payout.ledgers import days_without_fee, days_without_wage, not_paid_yet
from subcontract.payout.records import Ledger
from subcontract.people.client import Client, FormOfWork, FormOfWorkSpan
from subcontract.people.forms_of_work import with_form
from subcontract.ports import Books
from subcontract.problems import Code, refuse
from subcontract.words import N_

NAME = N_("change of the form of work")


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreeFormOfWork:
    """The agreement whose days shall be employment."""

    employment: EmploymentId


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreeFeeOfWork:
    """The agreed fee whose days shall be paid by it."""

    terms: FeeTermsId


def agree_form_of_work(ask: AgreeFormOfWork, books: Books, _clock: Clock, who: Worker) -> Done:
    """Make the work of an agreement's days wage work; refuses when it is already (``nothing_to_do``).

    It belongs to making the agreement, so it asks for the same right. Days of months whose allowance the
    client has been paid stay as they are: the same hours are never paid in both ledgers.
    """
    who.must_be_allowed(Permission.EDIT_EMPLOYMENT)
    employment = books.pay.employments.get(ask.employment)
    client = books.clients.get(employment.client)
    return _laid(client, days_without_wage(client, employment), FormOfWork.EMPLOYMENT, books)


def agree_fee_of_work(ask: AgreeFeeOfWork, books: Books, _clock: Clock, who: Worker) -> Done:
    """Make the work of an agreed fee's days fee work; refuses when it is already (``nothing_to_do``)."""
    who.must_be_allowed(Permission.EDIT_EMPLOYMENT)
    terms = books.pay.fee_terms.get(ask.terms)
    client = books.clients.get(terms.client)
    return _laid(client, days_without_fee(client, terms), FormOfWork.FEE, books)


def _laid(client: Client, spans: tuple[DateRange, ...], form: FormOfWork, books: Books) -> Done:
    """Lay a form of work over the days that no ledger has paid."""
    left = not_paid_yet(spans, months_of_allowance(books, client.id))
    if not left:
        raise refuse(Code.NOTHING_TO_DO)
    changed = client
    for days in left:
        changed = with_form(changed, days, form)
    return _kept(client.forms, books.clients.save(changed))


def months_of_allowance(books: Reading, client: ClientId) -> frozenset[Month]:
    """The months of which a client has been paid allowance; one reopened is not paid as it stands."""
    reopened = {one.payout for one in books.pay.reopenings.where(client=client)}
    payouts = books.payouts.where(client=client, ledger=Ledger.ALLOWANCE, approved=True)
    return frozenset(one.month for one in payouts if one.days and one.id not in reopened)


@dataclass(frozen=True, slots=True, kw_only=True)
class PutFormsBack:
    """The forms of work of a client as before an act, and as the act left them."""

    client: ClientId
    was: tuple[FormOfWorkSpan, ...]
    now: tuple[FormOfWorkSpan, ...]


def put_forms_back(ask: PutFormsBack, books: Books, _clock: Clock, who: Worker) -> Done:
    """Put the forms of work back; refuses those changed since the act (``changed_elsewhere``)."""
    who.must_be_allowed(Permission.EDIT_EMPLOYMENT)
    stored = books.clients.get(ask.client)
    if stored.forms != ask.now:
        raise refuse(Code.CHANGED_ELSEWHERE)
    return _kept(stored.forms, books.clients.save(replace(stored, forms=ask.was)))


def _kept(was: tuple[FormOfWorkSpan, ...], now: Client) -> Done:
    back = PutFormsBack(client=now.id, was=was, now=now.forms)
    return Done(
        changed=frozenset({Kind.CLIENTS}),
        id=now.id,
        undo=Undo(name=NAME, action=put_forms_back, ask=back),
        facts={"name": now.name},
    )
