from dataclasses import replace
from decimal import Decimal

from subcontract.clock import standing_at
from subcontract.invoicing.ledger.chart import PROPOSED
from subcontract.invoicing.terms import DayCount, InvoicingTerms, SalesAccount
from subcontract.money import Money
from subcontract.people.staff import Role
from subcontract.rules import InterestAct
from tests import make
from tests.fakes import MemoryStore
from ui.presenters.direct import DirectDoor
from ui.presenters.settings.invoicing import InvoicingTermsPresenter
from ui.presenters.settings.reference_rates import ReferenceRatesPresenter
from ui.texts import CatalogueTexts

TEXTS = CatalogueTexts("fi")


def door(store: MemoryStore, *roles: Role) -> DirectDoor:
    return DirectDoor(store.open_books, store.open_lists, standing_at(make.TODAY), make.worker(*roles))


def opened(store: MemoryStore, *roles: Role) -> InvoicingTermsPresenter:
    presenter = InvoicingTermsPresenter(door(store, *roles), TEXTS)
    presenter.load()
    return presenter


def stored(store: MemoryStore) -> InvoicingTerms:
    with store.open_lists() as lists:
        (terms,) = lists.invoicing.terms.all()
        return terms


def test_defaults_stand_until_terms_are_saved() -> None:
    store = make.store()
    presenter = opened(store)
    assert (presenter.dirty, presenter.can_save) == (False, False)
    assert presenter.form.picked["interest_act"] is InterestAct.GENERAL
    presenter.form.type("fee_business", "10")
    presenter.form.type("reminder_text", "Soita Ritvalle.")
    presenter.form.pick("day_count", DayCount.THIRTY_360)
    presenter.save()
    terms = stored(store)
    assert (terms.fee_business, terms.fee_consumer) == (Money(10), Money(5))
    assert (terms.reminder_text, terms.day_count) == ("Soita Ritvalle.", DayCount.THIRTY_360)
    presenter.form.type("next_reminder_days", "21")
    presenter.save()
    assert (stored(store).next_reminder_days, stored(store).id) == (21, terms.id)
    assert not presenter.dirty


def test_a_fee_above_the_law_stands_beside_its_field_and_nothing_is_lost() -> None:
    store = make.store()
    presenter = opened(store)
    presenter.form.type("fee_business", "15")
    presenter.form.pick("standard_compensation", value=True)
    presenter.save()
    assert "12" in presenter.form.errors["fee_business"]
    assert "30/2013" in presenter.form.errors["standard_compensation"]
    assert presenter.form.typed["fee_business"] == "15"
    presenter.form.type("fee_business", "12")
    presenter.form.pick("interest_act", InterestAct.COMMERCIAL)
    presenter.save()
    assert stored(store).standard_compensation


def test_a_change_elsewhere_does_not_wipe_what_is_typed() -> None:
    store = make.store()
    presenter = opened(store)
    presenter.form.type("fee_business", "8")
    presenter.save()
    presenter.form.type("reminder_text", "Omat sanat")
    with store.open_books() as books:
        books.invoicing.terms.save(replace(stored(store), cost_centre="KP 7"))
        books.commit()
    presenter.load()
    presenter.save()
    assert presenter.notice is not None
    presenter.save()
    assert (stored(store).reminder_text, stored(store).cost_centre) == ("Omat sanat", "KP 7")


def test_who_may_not_edit_reads_only() -> None:
    presenter = opened(make.store(), Role.JOB_COACH)
    assert presenter.form.locked == set(presenter.form.specs)
    assert not presenter.can_save


def test_a_reference_rate_is_proposed_for_the_first_unknown_half_year() -> None:
    store = make.store()
    presenter = ReferenceRatesPresenter(door(store), TEXTS)
    presenter.load()
    assert presenter.table.empty is not None
    presenter.start_new()
    assert (presenter.form.typed["first"], presenter.form.typed["rate"]) == ("1.7.2026", "")
    presenter.form.type("rate", "2,5")
    presenter.save()
    assert presenter.form.errors["source"]
    presenter.form.type("source", "Suomen Pankki 654/2026")
    presenter.save()
    with store.open_lists() as lists:
        (rate,) = lists.invoicing.reference_rates.all()
    assert (rate.rate, rate.source) == (Decimal("2.5"), "Suomen Pankki 654/2026")
    assert presenter.heading.startswith("Viitekorko")
    presenter.start_new()
    assert presenter.form.typed["first"] == "1.1.2027"
    presenter.close()
    presenter.open(rate.id)
    presenter.remove()
    with store.open_lists() as lists:
        assert not lists.invoicing.reference_rates.all()


def test_usual_account_numbers_are_offered_and_hold_once_saved() -> None:
    store = make.store()
    presenter = opened(store)
    presenter.form.type("accounts.sales", "3010")
    assert presenter.can_offer
    presenter.offer_accounts()
    assert presenter.notice is not None
    assert (presenter.can_offer, presenter.dirty) == (False, True)
    with store.open_lists() as lists:
        assert not lists.invoicing.terms.all()
    presenter.form.type("accounts.vat.vat_code", "1")
    presenter.form.type("cost_centre", "900")
    presenter.save()
    booked = {one.account: (one.number, one.vat_code) for one in stored(store).accounts}
    assert booked[SalesAccount.SALES] == ("3010", "")
    assert booked[SalesAccount.VAT] == (PROPOSED[SalesAccount.VAT], "1")
    assert (len(booked), stored(store).cost_centre) == (len(SalesAccount), "900")
