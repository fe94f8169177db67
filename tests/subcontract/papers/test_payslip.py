"""What the law asks of a payslip stands on it, and the easy statement tells the same in plain words."""

from dataclasses import replace
from decimal import Decimal

import pytest

from subcontract import papers
from subcontract.money import Money
from subcontract.people.employment import HolidayPayment, PaidBy
from tests import make_pay
from tests.make_papers import employee, payout, payslip, statement, wage_statement
from tests.paper_reading import pages, text, texts


def slip(facts: papers.PayslipFacts | None = None, language: str = "fi") -> str:
    return text(papers.payslip_pdf(facts or payslip(), texts(language))).replace("\u00a0", " ")


def test_what_the_law_asks_stands_on_it() -> None:
    paper = slip()
    for wanted in (
        "Esimerkin hyvinvointialue",  # employer
        "2345678-0",
        "1.11.2026–30.11.2026",  # period
        "15.12.2026",  # pay day
        "44 t",  # hours, rate, amount
        "12,00",
        "528,00",
        "Sunnuntaityön korotus",
        "Sairausajan palkka",
        "Lomakorvaus työssäoloajan palkasta",  # with its basis and its percentage
        "576,00 €",
        "11,5 %",
        "66,24",
        "−34,51",  # what is withheld, on what ground
        "Perusprosentti",
        "6 000,00 €",
        "2 830,79 €",
        "7,3 %",
        "0,89 %",
        "611,60 €",  # net
        "01PAL01",
        "20 t",
        "toistaiseksi",
        "Myymälän hyllytys",
    ):
        assert wanted in paper, wanted


def test_the_employers_costs_and_the_whole_account_number_are_no_part_of_it() -> None:
    paper = slip()
    assert "Työnantajan" not in paper
    assert "FI21" not in paper
    assert "… 0785" in paper


def test_a_payment_without_a_card_says_so() -> None:
    facts = payslip(card=None)
    assert "Tässä maksussa ei käytetty verokorttia." in slip(facts)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_terms_by_the_piece_and_lowered_capacity_are_told(language: str) -> None:
    terms = make_pay.terms(capacity=Decimal(60), paid_by=PaidBy.PIECE, piece_rate=Decimal("0.085"))
    mine = make_pay.employment(employee(), terms, holiday=HolidayPayment.AT_END)
    paper = slip(payslip(employments=(mine,)), language)
    assert texts(language).money(Money("7.20")).replace("\u00a0", " ") in paper
    assert texts(language).number(Decimal("0.085"), 3) in paper
    assert "{" not in paper


def easy(facts: papers.StatementFacts, language: str = "fi") -> str:
    return pages(papers.statement_pdf(facts, texts(language)))[0].replace("\u00a0", " ")


def test_the_easy_statement_tells_pay_tax_insurance_and_what_comes_to_the_account() -> None:
    paper = easy(wage_statement())
    for wanted in (
        "Palkka",
        "Ansaitsit 690,24 euroa.",
        "Siitä otettiin veroa 34,51 euroa.",
        "Siitä otettiin vakuutusmaksuja 56,53 euroa.",
        "Saat myös takaisin kuluja 12,40 euroa.",
        "Tilillesi tulee 611,60 euroa.",
        "611,60 €",
    ):
        assert wanted in paper, wanted
    assert "Työosuusraha" not in paper


def test_without_an_account_nothing_is_said_of_one() -> None:
    facts = wage_statement(client=replace(employee(), iban=""))
    assert "Tilillesi" not in easy(facts)


def test_what_the_employer_pays_is_no_part_of_the_persons_own_working() -> None:
    whole = text(papers.statement_pdf(wage_statement(), texts()))
    assert "Työnantajan" not in whole
    assert "Ulosotto" not in whole


def test_an_allowance_with_tax_taken_tells_how_much_and_pays_the_rest() -> None:
    sums = wage_statement().payout.wage
    assert sums is not None
    held = replace(
        sums, expenses=Money(0), pension=Money(0), unemployment=Money(0), withholding=Money("3.60")
    )
    paper = easy(statement(payout=payout(taxable=Money("6.00"), wage=held)))
    assert "Siitä otettiin veroa 3,60 euroa." in paper
    assert "118,90 €" in paper
    assert "Siitä voidaan ottaa vero." not in paper
