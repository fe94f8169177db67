"""The pay of a client from agreement to claim, through the actions, on every kind of storage."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from subcontract.actions.claim_facts import passed_claims
from subcontract.actions.earnings_facts import EarningsAsked, earnings_by_client
from subcontract.actions.make_subsidy_claim import (
    MakeSubsidyClaim,
    MarkClaimSent,
    make_subsidy_claim,
    mark_claim_sent,
)
from subcontract.actions.pay_items import AddPayItem, add_pay_item
from subcontract.actions.save_employment import EndEmployment, end_employment
from subcontract.actions.save_pension import SavePension, save_pension
from subcontract.actions.save_subsidy import (
    SaveSubsidyDecision,
    SaveSubsidyFacts,
    save_subsidy_decision,
    save_subsidy_facts,
)
from subcontract.actions.save_tax_card import SaveTaxCard, save_tax_card
from subcontract.days import DateRange, Month
from subcontract.money import Money
from subcontract.payout.eligible import Adjustment, AdjustmentKind
from subcontract.payout.wage_records import PayCode, WageSums
from subcontract.payout.wages.lines import difference
from subcontract.people.client import FormOfWork, FormOfWorkSpan
from subcontract.problems import Code, Refused
from tests import make, make_benefits
from tests.make_benefits import line
from tests.pay_office import Office

OCTOBER, NOVEMBER = Month(2026, 10), Month(2026, 11)


@pytest.fixture
def office(store: Any) -> Office:
    with store.open_books() as books:
        books.units.add(make.unit())
        books.staff.add(make.staff())
        books.commit()
    span = FormOfWorkSpan(days=DateRange(date(2026, 1, 1)), form=FormOfWork.EMPLOYMENT)
    return Office(
        store=store,
        liisa=make.client(number=1, forms=(span,)),
        emil=make.client(number=2, first_name="Emil", last_name="Berg"),
    )


def test_from_the_agreement_to_a_corrected_claim(office: Office) -> None:
    employment = office.employ()
    facts = make_benefits.facts(client=office.liisa.id, jobseeker=True, unemployed_of_14=12)
    office.do(save_subsidy_facts, SaveSubsidyFacts(facts=facts))
    decision = make_benefits.decision(client=office.liisa.id, employment=employment.id)
    office.do(save_subsidy_decision, SaveSubsidyDecision(decision=decision))
    card = make_benefits.tax_card(client=office.liisa.id)
    office.do(save_tax_card, SaveTaxCard(card=card))
    entry = make.entry(client=office.liisa.id, job=office.job.id, day=date(2026, 10, 5))
    office.add("entries", entry)
    office.approve(
        OCTOBER,
        line(PayCode.HOURS, "1000.00", day=entry.day, entries=(entry.id,)),
        line(PayCode.PIECES, "50.00", day=entry.day),
        wage=WageSums(tax_card=card.id),
    )
    accepted = (Adjustment(kind=AdjustmentKind.ACCEPTED, amount=Money("50.00")),)
    done = office.do(
        make_subsidy_claim, MakeSubsidyClaim(decision=decision.id, month=OCTOBER, adjustments=accepted)
    )
    (claim,) = office.all("subsidy_claims")
    assert (claim.amount, claim.id) == (Money("735.00"), done.id)
    office.do(mark_claim_sent, MarkClaimSent(claim=claim.id, version=claim.version, sent_on=make.TODAY))
    office.approve(NOVEMBER, difference(PayCode.HOURS, OCTOBER, Money(-100)))
    with office.store.open_lists() as lists:
        (now,) = passed_claims(lists, make.UNIT, make.TODAY)
    assert (now.amount, now.earlier) == (Money("665.00"), Money("735.00"))
    again = office.do(
        make_subsidy_claim, MakeSubsidyClaim(decision=decision.id, month=OCTOBER, adjustments=accepted)
    )
    assert office.all("subsidy_claims")[0].earlier == Money("735.00")
    office.undo(again)
    assert office.all("subsidy_claims")[0].sent_on == make.TODAY
    with pytest.raises(Refused) as refused:
        office.do(
            save_tax_card,
            SaveTaxCard(card=make_benefits.tax_card(id=card.id, client=office.liisa.id, base=Decimal(9))),
        )
    assert refused.value.code is Code.IN_USE


def test_what_was_saved_is_undone_and_done_again(office: Office) -> None:
    employment = office.employ()
    for done in (
        office.do(end_employment, EndEmployment(employment=employment.id, last=date(2026, 12, 31))),
        office.do(save_pension, SavePension(pension=make_benefits.pension(client=office.liisa.id))),
        office.do(
            add_pay_item,
            AddPayItem(
                client=office.liisa.id,
                month=NOVEMBER,
                day=date(2026, 11, 5),
                kind=PayCode.KILOMETRES,
                quantity=Decimal("12.5"),
                rate=Decimal("0.25"),
            ),
        ),
    ):
        shelves = ("employments", "pensions", "pay_items")
        before = [office.plain(shelf) for shelf in shelves]
        office.undo(office.undo(done))
        assert [office.plain(shelf) for shelf in shelves] == before


def test_a_pensioner_s_months_are_read(office: Office) -> None:
    office.employ()
    office.do(save_pension, SavePension(pension=make_benefits.pension(client=office.liisa.id)))
    office.add("pay.outside_earnings", make_benefits.outside(client=office.liisa.id, month=Month(2026, 12)))
    office.add("entries", make.entry(client=office.liisa.id, job=office.job.id, day=date(2026, 11, 9)))
    shift = make.shift(job=office.job.id, day=date(2026, 11, 30))
    office.add("shifts", shift)
    office.add("assignments", make.assignment(shift, office.liisa))
    asked = EarningsAsked(unit=make.UNIT, months=(NOVEMBER, NOVEMBER.plus(1)), today=make.TODAY)
    with office.store.open_lists() as lists:
        ((client, months),) = earnings_by_client(lists, asked).items()
    assert client == office.liisa.id
    assert [str(one.total) for one in months] == ["0.00", "211.64"]
    nobody = EarningsAsked(unit=make.UNIT, months=(NOVEMBER,), today=make.TODAY, clients=(office.emil.id,))
    with office.store.open_lists() as lists:
        assert earnings_by_client(lists, nobody) == {}
