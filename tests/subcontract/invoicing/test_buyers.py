"""What buyers ask of their invoices, and what keeps an invoice from being issued."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from subcontract.actions.edit_draft import EditDraft, edit_draft
from subcontract.actions.issue_invoice import IssueInvoice, issue_invoice
from subcontract.actions.make_draft import make_draft
from subcontract.actions.save_customer import SaveCustomer, save_customer
from subcontract.days import DateRange
from subcontract.invoicing.buyers import buyer_of, warnings
from subcontract.invoicing.issuing import problems_of
from subcontract.invoicing.records import Draft
from subcontract.jobs.customer import Customer, CustomerKind, EInvoiceFormat
from subcontract.money import Money
from subcontract.people.unit import Address
from subcontract.problems import Code, Problem, Refused
from tests import make
from tests.billing_office import PHASES, Office, asked, refusal
from ui.problem_sentences import explain
from ui.texts import CatalogueTexts

CITY = make.customer(
    number=1,
    name="Mallikaupunki",
    kind=CustomerKind.PUBLIC,
    needs_order_number=True,
    needs_buyer_reference=True,
    needs_cost_centre=True,
)


def edited(office: Office, draft: Draft, **fields: Any) -> Draft:
    office.do(edit_draft, EditDraft(draft=draft.id, version=draft.version, **fields))
    with office.store.open_lists() as lists:
        return lists.drafts.get(draft.id)


def asked_of(office: Office, draft: Draft) -> IssueInvoice:
    return IssueInvoice(draft=draft.id, version=draft.version, texts_in=CatalogueTexts)


def test_an_invoice_without_what_the_buyer_needs_is_refused_with_every_field_named():
    office = Office(customer=CITY)
    office.work(pieces=100)
    draft = office.draft()
    with pytest.raises(Refused) as refused:
        office.do(issue_invoice, asked_of(office, draft))
    assert [(one.code, one.field) for one in refused.value.problems] == [
        (Code.ORDER_NUMBER_NEEDED, "order_number"),
        (Code.BUYER_REFERENCE_NEEDED, "buyer_reference"),
        (Code.COST_CENTRE_NEEDED, "buyer_cost_centre"),
    ]
    sentence = explain(refused.value.problems[0], CatalogueTexts("fi"))
    assert sentence == "Mallikaupunki ei ota laskua ilman tilausnumeroa. Kirjoita se tähän tai urakalle."
    full = edited(office, draft, order_number="T-7", buyer_reference="Virtanen", buyer_cost_centre="4410")
    invoice = office.issue(full)
    assert (invoice.order_number, invoice.buyer_reference, invoice.buyer_cost_centre) == (
        "T-7",
        "Virtanen",
        "4410",
    )


def test_what_the_customers_record_tells_stands_on_the_draft_of_itself():
    office = Office(customer=replace(CITY, buyer_reference="Virtanen", cost_centre="4410"))
    office.store.fill(lambda books: books.jobs.save(replace(office.job, order_number="T-7")))
    office.work(pieces=100)
    draft = office.draft()
    assert (draft.order_number, draft.buyer_reference, draft.buyer_cost_centre) == ("T-7", "Virtanen", "4410")
    assert office.issue(draft).buyer_cost_centre == "4410"


def test_attachments_come_onto_the_invoice_and_name_nobody():
    office = Office()
    office.work(pieces=100)
    draft = office.draft()
    named = EditDraft(draft=draft.id, version=1, attachments=("Tunnit", "Liisa Aalto, tunnit"))
    assert refusal(office, edit_draft, named) is Code.NAMES_A_CLIENT
    coded = EditDraft(draft=draft.id, version=1, attachments=("Lista 010190-999W",))
    assert refusal(office, edit_draft, coded) is Code.NAMES_A_CLIENT
    centre = EditDraft(draft=draft.id, version=1, buyer_cost_centre="Aalto Liisa")
    assert refusal(office, edit_draft, centre) is Code.NAMES_A_CLIENT
    many = EditDraft(draft=draft.id, version=1, attachments=("x",) * 21)
    assert refusal(office, edit_draft, many) is Code.TOO_LARGE
    kept = edited(office, draft, attachments=(" Tuntilista marraskuu ", ""))
    assert office.issue(kept).attachments == ("Tuntilista marraskuu",)


def test_a_draft_that_came_to_name_somebody_is_not_issued():
    office = Office()
    office.work(pieces=100)
    draft = office.draft()
    bad = replace(draft, attachments=("Liisa Aalto",))
    office.store.fill(lambda books: books.drafts.save(bad))
    assert refusal(office, issue_invoice, replace(asked_of(office, draft), version=2)) is Code.NAMES_A_CLIENT


def test_an_address_is_needed_above_the_limit_of_the_simplified_invoice():
    """WE-5.13: 400.00 may be simplified, 400.01 may not."""
    household = make.customer(number=1, kind=CustomerKind.HOUSEHOLD, business_id="", address=Address())
    office = Office(customer=household, phases=(replace(PHASES["piece"], vat_class="Z"),))
    office.work(pieces=5000)
    draft = office.draft()
    unit = make.unit()
    assert str(draft.lines[0].net) == "400.00"
    assert problems_of(draft, household, unit, make.TODAY) == ()
    more = replace(draft, lines=(replace(draft.lines[0], net=draft.lines[0].net + Money("0.01")),))
    assert [one.code for one in problems_of(more, household, unit, make.TODAY)] == [Code.ADDRESS_NEEDED]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, [Code.E_INVOICE_ADDRESS_MISSING]),
        ({"e_invoice_address": "003712345671", "e_invoice_operator": "003721291126"}, [Code.E_INVOICE_ASKED]),
        ({"e_invoice_format": EInvoiceFormat.FINVOICE}, []),
        ({"kind": CustomerKind.FIRM}, []),
        ({"kind": CustomerKind.HOUSEHOLD}, []),
    ],
)
def test_a_public_buyer_on_paper_is_warned_of_not_refused(changes: dict[str, Any], expected: list[Code]):
    plain = make.customer(number=1, kind=CustomerKind.PUBLIC)
    customer = replace(plain, **changes)
    assert [one.code for one in warnings(customer)] == expected
    office = Office(customer=plain)
    office.work(pieces=100)
    assert office.issue(office.draft()).number == 1001


@pytest.mark.parametrize(
    ("vat_id", "country", "expected"),
    [
        ("EE 100 931 558", "EE", "EE100931558"),
        ("SE556012579001", "SE", "SE556012579001"),
        ("DE136695976", "DE", "DE136695976"),
        ("CHE-116.281.710", "CH", "CHE116281710"),
        ("NO974760673MVA", "NO", "NO974760673MVA"),
        ("EL094259216", "GR", "EL094259216"),
        ("FI12345671", "FI", "FI12345671"),
    ],
)
def test_vat_ids_are_stored_without_spaces(vat_id: str, country: str, expected: str):
    assert saved(vat_id=vat_id, address=Address(town="Tallinna", country=country)).vat_id == expected


@pytest.mark.parametrize(
    "vat_id", ["EE100931559", "SE556012579", "DE13", "123456", "DEABCDEFG", "FI20774740"]
)
def test_a_wrong_vat_id_is_refused(vat_id: str):
    with pytest.raises(Refused) as refused:
        saved(vat_id=vat_id, address=Address(town="Tallinna", country="EE"))
    assert [(one.code, one.field) for one in refused.value.problems] == [(Code.BAD_VAT_ID, "vat_id")]


def test_a_household_has_no_vat_id():
    with pytest.raises(Refused) as refused:
        saved(kind=CustomerKind.HOUSEHOLD, business_id="", vat_id="EE100931558")
    assert Problem(code=Code.NOT_FOR_HOUSEHOLD, field="vat_id") in refused.value.problems


def saved(**fields: Any) -> Customer:
    office = Office()
    done = office.do(save_customer, SaveCustomer(customer=replace(office.customer, **fields)))
    with office.store.open_lists() as lists:
        return next(one for one in lists.customers.all() if one.id == done.id)


def test_reverse_charge_goes_to_a_foreign_buyer_with_its_own_vat_id():
    phases = (replace(PHASES["piece"], vat_class="AE"),)
    foreign = make.customer(
        number=1, business_id="", vat_id="EE100931558", address=Address(town="Tallinna", country="EE")
    )
    office = Office(customer=foreign, phases=phases)
    office.work(pieces=100)
    invoice = office.issue(office.draft())
    assert (invoice.buyer.vat_id, invoice.vat[0].code, str(invoice.vat[0].amount)) == (
        "EE100931558",
        "AE",
        "0.00",
    )
    without = Office(customer=replace(foreign, vat_id=""), phases=phases)
    without.work(pieces=100)
    assert refusal(without, make_draft, asked(without)) is Code.BUYER_VAT_ID_NEEDED


def test_a_household_is_never_a_buyer_with_a_vat_id():
    assert buyer_of(make.customer(kind=CustomerKind.HOUSEHOLD, vat_id="EE100931558")).vat_id == ""


# --- VAT -----------------------------------------------------------------------------------------


def test_an_exempt_phase_brings_its_ground_in_the_customers_language():
    office = Office(
        customer=make.customer(number=1, language="sv"),
        phases=(replace(PHASES["piece"], vat_class="E:VATEX-EU-132-1G"),),
    )
    office.work(pieces=100)
    invoice = office.issue(office.draft())
    assert invoice.exemption_code == "VATEX-EU-132-1G"
    assert invoice.exemption == "socialvårdstjänst, mervärdesskattelagen 37 och 38 §"
    assert [(one.code, one.rate) for one in invoice.vat] == [("E", Decimal(0))]


def test_two_grounds_are_both_told_and_have_no_one_code():
    office = Office(
        phases=(
            replace(PHASES["piece"], vat_class="E:VATEX-EU-132-1G"),
            replace(PHASES["hour"], vat_class="E:VATEX-EU-132-1I"),
        )
    )
    office.work(pieces=100)
    office.work("hour", minutes=60)
    draft = office.draft()
    assert draft.exemption_code == ""
    assert draft.exemption == "sosiaalihuoltopalvelu, AVL 37 ja 38 §; koulutuspalvelu, AVL 39 ja 40 §"


def test_an_exempt_phase_without_a_ground_waits_for_one():
    office = Office(phases=(replace(PHASES["piece"], vat_class="E"),))
    office.work(pieces=100)
    draft = office.draft()
    assert refusal(office, issue_invoice, asked_of(office, draft)) is Code.REQUIRED
    assert office.issue(edited(office, draft, exemption="AVL 27 §")).exemption == "AVL 27 §"


def test_an_unknown_ground_is_refused():
    office = Office()
    office.work(pieces=1)
    draft = office.draft()
    ask = EditDraft(draft=draft.id, version=1, exemption_code="VATEX-EU-999")
    assert refusal(office, edit_draft, ask) is Code.UNKNOWN_VALUE


def test_a_seller_outside_the_register_charges_no_vat_and_writes_no_other_ground():
    """WE-5.7: an association that sells for 15 000 a year."""
    office = Office(phases=(replace(PHASES["piece"], vat_class="E:VATEX-EU-132-1G"),))
    office.store.fill(lambda books: books.units.save(make.unit(vat_registered=False)))
    office.work(pieces=100)
    invoice = office.issue(office.draft())
    assert (invoice.seller.vat_id, invoice.exemption, invoice.exemption_code) == ("", "", "")
    assert [(one.code, str(one.amount)) for one in invoice.vat] == [("E", "0.00")]


def test_a_credit_note_keeps_the_rate_of_the_day_of_supply():
    office = Office()
    office.work("hour", date=date(2024, 8, 31), minutes=60)
    office.work("hour", date=date(2024, 9, 1), minutes=60)
    invoice = office.issue(office.draft(DateRange(date(2024, 8, 1), date(2024, 9, 30))))
    note = office.credit(invoice)
    assert [(one.rate, str(one.amount)) for one in note.vat] == [
        (Decimal(24), "2.76"),
        (Decimal("25.5"), "2.93"),
    ]
