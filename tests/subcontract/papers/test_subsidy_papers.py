"""The papers of a wage subsidy: what is told when little is known, and what is never told."""

from dataclasses import replace
from datetime import date

import pytest

from subcontract import papers
from subcontract.benefits.subsidy_asked import Known, asked_of
from subcontract.benefits.subsidy_check import check_subsidy
from subcontract.money import Money, total
from subcontract.people.unit import ProviderKind
from subcontract.rules import SubsidyKind
from tests import make_benefits
from tests.make_subsidy_papers import subsidised, subsidy_claim, subsidy_sheet
from tests.paper_reading import text, texts


def plain(content: bytes) -> str:
    return text(content).replace("\u00a0", " ")


def test_a_sheet_of_somebody_of_whom_nothing_is_known_says_so() -> None:
    client = replace(subsidised(), identity_code="")
    asked = asked_of(make_benefits.facts(client=client.id), Known(employer=ProviderKind.COUNTY))
    facts = subsidy_sheet(client=client, asked=asked, check=check_subsidy(asked), agreement=None)
    told = plain(papers.subsidy_sheet_pdf(facts, texts()))
    assert "Työttömänä Ei tiedossa" in told
    assert "Ensimmäinen päivä Ei tiedossa" in told
    assert "Tarkistuslista Ei voi vielä sanoa" in told


def test_the_open_question_of_the_cap_stands_where_70_per_cent_is_used() -> None:
    assert "2 770 euroa" in plain(papers.subsidy_sheet_pdf(subsidy_sheet(), texts()))
    claim = subsidy_claim()
    assert "2 770 euroa" in plain(papers.subsidy_claim_pdf(claim, texts()))
    half = replace(claim, decision=replace(claim.decision, percentage=type(claim.decision.percentage)(50)))
    assert "2 770 euroa" not in plain(papers.subsidy_claim_pdf(half, texts()))


def test_the_counted_lines_of_the_sheet_sum_to_the_basis() -> None:
    claim = subsidy_claim().claim
    assert total(line.amount for line in claim.lines if line.counted) == claim.eligible == Money("2549.85")


def test_working_that_no_longer_gives_the_sum_is_left_out() -> None:
    claim = subsidy_claim()
    changed = replace(claim, decision=replace(claim.decision, cap=Money(1000)))
    told = plain(papers.subsidy_claim_pdf(changed, texts()))
    assert "1 711,00" in told
    assert "1 784,90" not in told


def test_the_claim_tells_no_identity_code() -> None:
    assert "010594" not in plain(papers.subsidy_claim_pdf(subsidy_claim(), texts()))
    assert "010594Y9032" in plain(papers.subsidy_sheet_pdf(subsidy_sheet(), texts()))


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_ground_and_language_has_its_sheet(language: str) -> None:
    for fields in ({"apprenticeship": True}, {"reduced_capacity": True}, {"had_subsidy": True}):
        person = make_benefits.facts(client=subsidised().id, earlier_subsidy_end=date(2025, 1, 31), **fields)
        for kind in (ProviderKind.ASSOCIATION, ProviderKind.MUNICIPALITY):
            asked = asked_of(person, Known(employer=kind, born=date(1960, 2, 29)))
            facts = subsidy_sheet(asked=asked, check=check_subsidy(asked))
            assert "{" not in plain(papers.subsidy_sheet_pdf(facts, texts(language)))


def test_a_claim_of_a_whole_month_with_nothing_before_is_short() -> None:
    claim = subsidy_claim()
    whole = replace(claim.claim, days=claim.claim.month.days, earlier=Money(0))
    told = plain(papers.subsidy_claim_pdf(replace(claim, claim=whole, employment=None), texts()))
    assert "Haettu aiemmin" not in told
    assert "vain ne haetaan" not in told
    basic = replace(claim.decision, ground=SubsidyKind.BASIC, number="")
    told = plain(papers.subsidy_claim_pdf(replace(claim, decision=basic), texts()))
    assert "Päätös 20.7.2026" in told
