import pytest

from subcontract.jobs.customer import Customer, CustomerKind
from subcontract.jobs.customer_check import checked_customer, clashes, customer_warnings
from subcontract.people.unit import Address
from subcontract.problems import Code, Refused
from tests import make


def refused_fields(customer: Customer) -> list[tuple[Code, str]]:
    with pytest.raises(Refused) as refused:
        checked_customer(customer)
    return [(problem.code, problem.field) for problem in refused.value.problems]


def test_codes_are_stored_in_one_form() -> None:
    customer = checked_customer(
        make.customer(
            business_id="1234567-1", e_invoice_address="0037 1234 5671", e_invoice_operator="003721291126"
        )
    )
    assert (customer.business_id, customer.e_invoice_address) == ("12345671", "003712345671")


@pytest.mark.parametrize("kind", [CustomerKind.FIRM, CustomerKind.PUBLIC])
def test_a_finnish_firm_has_a_business_id(kind: CustomerKind) -> None:
    assert refused_fields(make.customer(kind=kind, business_id="")) == [(Code.REQUIRED, "business_id")]


def test_an_association_a_household_and_a_foreign_firm_need_none() -> None:
    for customer in (
        make.customer(business_id="", kind=CustomerKind.ASSOCIATION),
        make.customer(business_id="", kind=CustomerKind.HOUSEHOLD),
        make.customer(business_id="", address=Address(country="EE")),
    ):
        assert checked_customer(customer).business_id == ""


def test_a_household_has_no_business_id() -> None:
    household = make.customer(kind=CustomerKind.HOUSEHOLD)
    assert refused_fields(household) == [(Code.NOT_FOR_HOUSEHOLD, "business_id")]


@pytest.mark.parametrize(("days", "code"), [(-1, Code.NEGATIVE), (61, Code.TOO_LARGE)])
def test_an_absurd_payment_term_is_refused(days: int, code: Code) -> None:
    assert refused_fields(make.customer(payment_term_days=days)) == [(code, "payment_term_days")]


@pytest.mark.parametrize(("days", "codes"), [(0, []), (30, []), (31, [Code.LONG_PAYMENT_TERM])])
def test_a_long_payment_term_is_warned_of(days: int, codes: list[Code]) -> None:
    assert [p.code for p in customer_warnings(make.customer(payment_term_days=days))] == codes


def test_an_e_invoice_needs_address_and_operator() -> None:
    customer = make.customer(e_invoice_address="003712345671")
    assert refused_fields(customer) == [(Code.REQUIRED, "e_invoice_operator")]


def test_one_business_id_is_one_customer_and_a_similar_name_is_asked_about() -> None:
    known = make.customer(number=3)
    same_id = make.customer(name="Kuusen Kahvila")
    same_name = make.customer(name="tavaratalo kuusi", business_id="23456780")
    (problem,) = clashes(same_id, [known])
    assert (problem.code, problem.field) == (Code.ALREADY_EXISTS, "business_id")
    assert problem.facts["name"] == "Tavaratalo Kuusi Oy (3)"
    assert [p.code for p in clashes(same_name, [known])] == [Code.SIMILAR_NAME]
    assert clashes(known, [known]) == ()
