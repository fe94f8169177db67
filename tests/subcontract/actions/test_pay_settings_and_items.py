"""Pensions, earnings elsewhere, pay settings, pots and items; who may, and who has looked."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from subcontract import ids
from subcontract.actions.act import Permission
from subcontract.actions.pay_items import AddPayItem, RemovePayItem, add_pay_item, remove_pay_item
from subcontract.actions.save_employment import (
    SaveEmployment,
    SaveFeeTerms,
    save_employment,
    save_fee_terms,
)
from subcontract.actions.save_pay_settings import (
    RemovePaySettings,
    RemoveWagePot,
    SavePaySettings,
    SaveWagePot,
    remove_pay_settings,
    remove_wage_pot,
    save_pay_settings,
    save_wage_pot,
)
from subcontract.actions.save_pension import (
    RemoveOutsideEarnings,
    RemovePension,
    SaveOutsideEarnings,
    SavePension,
    remove_outside_earnings,
    remove_pension,
    save_outside_earnings,
    save_pension,
)
from subcontract.actions.save_subsidy import (
    SaveSubsidyDecision,
    SaveSubsidyFacts,
    save_subsidy_decision,
    save_subsidy_facts,
)
from subcontract.actions.save_tax_card import SaveTaxCard, save_tax_card
from subcontract.actions.see_client import SeeClient, see_pay, see_subsidy_facts
from subcontract.days import DateRange, Month
from subcontract.ids import ClientId, JobId, PayItemId, PaySettingsId, UnitId, WagePotId
from subcontract.jobs.job import SplitRule
from subcontract.money import Money
from subcontract.payout.wage_records import PayCode, PaySettings, WagePot
from subcontract.people.employment import NOT_GIVEN
from subcontract.people.staff import Role
from subcontract.problems import Code, Refused
from tests import make, make_benefits
from tests.pay_office import CLOCK, NOVEMBER, Office, problems

OPEN = DateRange(date(2026, 1, 1))


@pytest.fixture
def office() -> Office:
    return Office()


# --- pensions and earnings elsewhere ---------------------------------------------------------


def test_a_pension(office: Office) -> None:
    record = make_benefits.pension(client=office.liisa.id)
    office.do(save_pension, SavePension(pension=record), Role.JOB_COACH)
    other = make_benefits.pension(client=office.liisa.id, days=DateRange(date(2030, 1, 1)))
    for wrong, problem in (
        (other, (Code.PERIODS_OVERLAP, "days")),
        (replace(record, prior_earnings=Money(-1)), (Code.NEGATIVE, "prior_earnings")),
        (replace(record, days=DateRange(NOT_GIVEN)), (Code.REQUIRED, "days.first")),
        (replace(record, client=office.emil.id), (Code.OTHER_PERSON, "client")),
    ):
        assert problems(office, save_pension, SavePension(pension=wrong)) == [problem]
    office.undo(office.do(remove_pension, RemovePension(pension=record.id)))
    assert office.plain("pensions") == {replace(record, version=0)}


def test_earnings_elsewhere(office: Office) -> None:
    record = make_benefits.outside(client=office.liisa.id, source="Kahvila Kuura")
    office.do(save_outside_earnings, SaveOutsideEarnings(earnings=record))
    for wrong, problem in (
        (
            make_benefits.outside(client=office.liisa.id, source="kahvila  kuura "),
            (Code.ALREADY_EXISTS, "source"),
        ),
        (replace(record, amount=Money(-1)), (Code.NEGATIVE, "amount")),
        (replace(record, amount=Money("100000.01")), (Code.TOO_LARGE, "amount")),
    ):
        assert problems(office, save_outside_earnings, SaveOutsideEarnings(earnings=wrong)) == [problem]
    office.do(save_outside_earnings, SaveOutsideEarnings(earnings=replace(record, amount=Money(0))))
    office.undo(office.do(remove_outside_earnings, RemoveOutsideEarnings(earnings=record.id)))
    assert office.all("outside_earnings")[0].amount == Money(0)


# --- pay settings, pots and items ------------------------------------------------------------


def settings(**fields: Any) -> PaySettings:
    default = PaySettings(id=PaySettingsId(ids.new()), unit=UnitId(ids.new()), first=date(2026, 1, 1))
    return replace(default, **fields)


def test_settings_are_the_unit_s_own_and_undone(office: Office) -> None:
    record = settings(codes=((PayCode.HOURS, " 0100 "), (PayCode.SUNDAY, " ")))
    done = office.do(save_pay_settings, SavePaySettings(settings=record), Role.CLERK)
    (stored,) = office.all("pay_settings")
    assert (stored.unit, stored.codes) == (make.UNIT, ((PayCode.HOURS, "0100"),))
    office.undo(done)
    assert office.all("pay_settings") == ()


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"first": NOT_GIVEN}, (Code.REQUIRED, "first")),
        ({"sunday": Decimal(-1)}, (Code.NEGATIVE, "sunday")),
        ({"holiday": Decimal("300.5")}, (Code.TOO_LARGE, "holiday")),
        ({"employer_pension": Decimal("100.1")}, (Code.TOO_LARGE, "employer_pension")),
        ({"other_employer": Decimal("0.123")}, (Code.TOO_MANY_DECIMALS, "other_employer")),
        ({"per_kilometre": Decimal("5.1")}, (Code.TOO_LARGE, "per_kilometre")),
        ({"per_kilometre": Decimal("0.25001")}, (Code.TOO_MANY_DECIMALS, "per_kilometre")),
        ({"codes": ((PayCode.HOURS, "1"), (PayCode.HOURS, "2"))}, (Code.TWICE_IN_LIST, "codes.hours")),
        ({"codes": ((PayCode.HOURS, "x" * 21),)}, (Code.TOO_LONG, "codes.hours")),
    ],
)
def test_settings_that_cannot_be(office: Office, fields: dict[str, Any], problem: tuple[Code, str]) -> None:
    ask = SavePaySettings(settings=settings(**fields))
    assert problems(office, save_pay_settings, ask) == [problem]


def test_settings_of_an_approved_month_stay_as_they_paid(office: Office) -> None:
    record = settings()
    done = office.do(save_pay_settings, SavePaySettings(settings=record))
    twin = SavePaySettings(settings=settings())
    assert problems(office, save_pay_settings, twin) == [(Code.ALREADY_EXISTS, "first")]
    office.approve(Month(2026, 10))
    changed = replace(office.all("pay_settings")[0], sunday=Decimal(50))
    backdated = settings(first=date(2026, 10, 31), sunday=Decimal(50))
    for wrong in (changed, backdated):
        ask = SavePaySettings(settings=wrong)
        assert problems(office, save_pay_settings, ask) == [(Code.PERIOD_LOCKED, "first")]
    remove = RemovePaySettings(settings=record.id)
    assert problems(office, remove_pay_settings, remove) == [(Code.PERIOD_LOCKED, "first")]
    with pytest.raises(Refused):
        office.undo(done)
    alike = replace(office.all("pay_settings")[0], per_kilometre=Decimal("0.25"), salary_payment=False)
    office.do(save_pay_settings, SavePaySettings(settings=alike))
    later = settings(first=date(2026, 11, 1), sunday=Decimal(50))
    office.do(save_pay_settings, SavePaySettings(settings=later))
    office.do(remove_pay_settings, RemovePaySettings(settings=later.id))


def pot(office: Office, **fields: Any) -> WagePot:
    default = WagePot(
        id=WagePotId(ids.new()), unit=make.UNIT, job=office.job.id, days=OPEN, amount=Money(100)
    )
    return replace(default, **fields)


def test_a_pot(office: Office) -> None:
    shares = ((office.liisa.id, Decimal("1.5")), (office.emil.id, Decimal(1)))
    record = pot(office, split=SplitRule.AGREED, shares=shares)
    done = office.do(save_wage_pot, SaveWagePot(pot=record), Role.CLERK)
    assert done.facts == {"name": office.job.name}
    equal = replace(record, split=SplitRule.EQUAL)
    office.do(save_wage_pot, SaveWagePot(pot=equal))
    assert office.all("wage_pots")[0].shares == ()
    office.undo(office.do(remove_wage_pot, RemoveWagePot(pot=record.id)))
    assert len(office.all("wage_pots")) == 1


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"amount": Money(0)}, (Code.REQUIRED, "amount")),
        ({"amount": Money(-1)}, (Code.NEGATIVE, "amount")),
        ({"percent": Decimal(10)}, (Code.AMBIGUOUS, "percent")),
        ({"amount": Money(0), "percent": Decimal("100.5")}, (Code.TOO_LARGE, "percent")),
        ({"split": SplitRule.AGREED}, (Code.NOTHING_TO_SHARE, "shares")),
        (
            {
                "split": SplitRule.AGREED,
                "shares": ((ClientId(make.MANAGER), Decimal(1)), (ClientId(make.UNIT), Decimal(-1))),
            },
            (Code.NEGATIVE_SHARE, "shares.1"),
        ),
        (
            {"split": SplitRule.AGREED, "shares": ((ClientId(make.UNIT), Decimal("0.33333")),)},
            (Code.TOO_MANY_DECIMALS, "shares.0"),
        ),
        (
            {"split": SplitRule.AGREED, "shares": ((ClientId(make.UNIT), Decimal(1)),) * 2},
            (Code.TWICE_IN_LIST, "shares"),
        ),
        ({"job": JobId(ids.new())}, (Code.NOT_FOUND, "job")),
    ],
)
def test_a_pot_that_cannot_be(office: Office, fields: dict[str, Any], problem: tuple[Code, str]) -> None:
    assert problems(office, save_wage_pot, SaveWagePot(pot=pot(office, **fields))) == [problem]


def test_a_pot_that_was_shared_stays(office: Office) -> None:
    shared = pot(office)
    office.do(save_wage_pot, SaveWagePot(pot=shared))
    entry = make.entry(client=office.liisa.id, job=office.job.id, day=date(2026, 10, 5))
    office.add("entries", entry)
    office.approve(Month(2026, 10), make_benefits.line(PayCode.POT, "100.00", entries=(entry.id,)))
    assert problems(office, remove_wage_pot, RemoveWagePot(pot=shared.id)) == [(Code.IN_USE, "")]


def test_one_pot_of_a_job_on_a_day(office: Office) -> None:
    office.do(save_wage_pot, SaveWagePot(pot=pot(office)))
    other = pot(office, days=DateRange(date(2027, 1, 1)))
    assert problems(office, save_wage_pot, SaveWagePot(pot=other)) == [(Code.PERIODS_OVERLAP, "days")]


def item(office: Office, kind: PayCode = PayCode.BUS_TICKET, **fields: Any) -> AddPayItem:
    default = AddPayItem(
        client=office.liisa.id, month=NOVEMBER, day=date(2026, 11, 5), kind=kind, amount=Money("3.30")
    )
    return replace(default, id=PayItemId(ids.new()), **fields)


def test_an_item_is_added_taken_away_and_back(office: Office) -> None:
    done = office.do(add_pay_item, item(office, text=" Linja 5 "), Role.CLERK)
    (stored,) = office.all("pay_items")
    assert (stored.text, stored.by, stored.at) == ("Linja 5", make.MANAGER, CLOCK.now())
    assert done.facts == {"name": "Aalto, Liisa", "amount": Money("3.30")}
    removed = office.do(remove_pay_item, RemovePayItem(item=stored.id))
    assert office.all("pay_items") == ()
    office.undo(removed)
    assert office.plain("pay_items") == {replace(stored, version=0)}


@pytest.mark.parametrize(
    ("rate", "own", "amount"), [("0", "0.25", "3.13"), ("0.3", "0.25", "3.75"), ("0.3", "0", "3.75")]
)
def test_kilometres_have_their_own_rate_or_the_unit_s(
    office: Office, rate: str, own: str, amount: str
) -> None:
    office.do(save_pay_settings, SavePaySettings(settings=settings(per_kilometre=Decimal(own))))
    ask = item(office, PayCode.KILOMETRES, quantity=Decimal("12.5"), rate=Decimal(rate), amount=Money(0))
    office.do(add_pay_item, ask)
    assert office.all("pay_items")[0].amount == Money(amount)


@pytest.mark.parametrize(
    ("kind", "fields", "problem"),
    [
        (PayCode.HOURS, {}, (Code.UNKNOWN_VALUE, "kind")),
        (PayCode.BUS_TICKET, {"day": date(2026, 12, 1)}, (Code.OUTSIDE_PERIOD, "day")),
        (PayCode.BUS_TICKET, {"day": date(2025, 11, 28)}, (Code.OUTSIDE_PERIOD, "day")),
        (PayCode.BUS_TICKET, {"amount": Money(0)}, (Code.TOO_SMALL, "amount")),
        (PayCode.BUS_TICKET, {"amount": Money(-1)}, (Code.NEGATIVE, "amount")),
        (PayCode.BUS_TICKET, {"amount": Money("20000.01")}, (Code.TOO_LARGE, "amount")),
        (PayCode.BUS_TICKET, {"quantity": Decimal(-1)}, (Code.NEGATIVE, "quantity")),
        (PayCode.BUS_TICKET, {"rate": Decimal("0.00001")}, (Code.TOO_MANY_DECIMALS, "rate")),
        (
            PayCode.BUS_TICKET,
            {"quantity": Decimal(2), "rate": Decimal("3.30"), "amount": Money("6.50")},
            (Code.AMBIGUOUS, "amount"),
        ),
        (PayCode.KILOMETRES, {"quantity": Decimal(10), "amount": Money(0)}, (Code.REQUIRED, "rate")),
        (PayCode.SICK_PAY, {}, (Code.NO_EMPLOYMENT, "day")),
        (PayCode.PAID_ABSENCE, {}, (Code.NO_EMPLOYMENT, "day")),
        (PayCode.OTHER_WAGE, {}, (Code.NO_EMPLOYMENT, "day")),
        (PayCode.FEE, {"client": ClientId(make.UNIT)}, (Code.NOT_FOUND, "client")),
    ],
)
def test_an_item_that_cannot_be(
    office: Office, kind: PayCode, fields: dict[str, Any], problem: tuple[Code, str]
) -> None:
    assert problems(office, add_pay_item, item(office, kind, **fields)) == [problem]
    assert office.all("pay_items") == ()


def test_an_item_asked_for_twice_is_there_once_and_stays_with_its_person(office: Office) -> None:
    ask = item(office)
    office.do(add_pay_item, ask)
    office.do(add_pay_item, ask)
    assert len(office.all("pay_items")) == 1
    assert problems(office, add_pay_item, replace(ask, client=office.emil.id)) == [
        (Code.OTHER_PERSON, "client")
    ]


def test_a_pot_stays_with_its_job(office: Office) -> None:
    record = pot(office)
    office.do(save_wage_pot, SaveWagePot(pot=record))
    other = make.job(number=2, customer=office.customer.id)
    office.add("jobs", other)
    assert problems(office, save_wage_pot, SaveWagePot(pot=replace(record, job=other.id))) == [
        (Code.OTHER_PERSON, "job")
    ]


def test_pay_of_an_agreement_s_day_is_added(office: Office) -> None:
    office.employ()
    office.do(add_pay_item, item(office, PayCode.SICK_PAY, minutes=240))
    office.do(add_pay_item, item(office, PayCode.BUS_TICKET, day=date(2025, 11, 30)))
    assert len(office.all("pay_items")) == 2


def test_an_approved_month_takes_and_gives_no_items(office: Office) -> None:
    done = office.do(add_pay_item, item(office))
    office.approve()
    assert problems(office, add_pay_item, item(office)) == [(Code.PERIOD_LOCKED, "month")]
    (stored,) = office.all("pay_items")
    assert problems(office, remove_pay_item, RemovePayItem(item=stored.id)) == [(Code.PERIOD_LOCKED, "month")]
    with pytest.raises(Refused) as refused:
        office.undo(done)
    assert refused.value.code is Code.PERIOD_LOCKED
    office.do(add_pay_item, item(office, month=Month(2026, 12)))


NOBODY = ClientId(make.UNIT)


@pytest.mark.parametrize(
    ("action", "ask"),
    [
        (save_employment, SaveEmployment(employment=make_benefits.employment(client=NOBODY))),
        (save_fee_terms, SaveFeeTerms(terms=make_benefits.fee(client=NOBODY))),
        (save_tax_card, SaveTaxCard(card=make_benefits.tax_card(client=NOBODY))),
        (save_pension, SavePension(pension=make_benefits.pension(client=NOBODY))),
        (save_outside_earnings, SaveOutsideEarnings(earnings=make_benefits.outside(client=NOBODY))),
        (save_subsidy_facts, SaveSubsidyFacts(facts=make_benefits.facts(client=NOBODY))),
        (save_subsidy_decision, SaveSubsidyDecision(decision=make_benefits.decision(client=NOBODY))),
    ],
)
def test_nothing_is_kept_of_an_unknown_person(office: Office, action: Any, ask: object) -> None:
    assert problems(office, action, ask) == [(Code.NOT_FOUND, "client")]


# --- who may, and who has looked -------------------------------------------------------------

ASKS: list[tuple[Any, Any, Permission]] = [
    (save_employment, lambda o: SaveEmployment(employment=o.employment()), Permission.EDIT_EMPLOYMENT),
    (
        save_fee_terms,
        lambda o: SaveFeeTerms(terms=make_benefits.fee(client=o.emil.id)),
        Permission.EDIT_EMPLOYMENT,
    ),
    (
        save_tax_card,
        lambda o: SaveTaxCard(card=make_benefits.tax_card(client=o.liisa.id)),
        Permission.EDIT_TAX_CARDS,
    ),
    (
        save_pension,
        lambda o: SavePension(pension=make_benefits.pension(client=o.liisa.id)),
        Permission.EDIT_EMPLOYMENT,
    ),
    (
        save_outside_earnings,
        lambda o: SaveOutsideEarnings(earnings=make_benefits.outside(client=o.liisa.id)),
        Permission.EDIT_EMPLOYMENT,
    ),
    (save_pay_settings, lambda _: SavePaySettings(settings=settings()), Permission.EDIT_PAY_SETTINGS),
    (save_wage_pot, lambda o: SaveWagePot(pot=pot(o)), Permission.EDIT_EMPLOYMENT),
    (add_pay_item, item, Permission.CALCULATE_PAY),
    (see_pay, lambda o: SeeClient(client=o.liisa.id, purpose="Palkanmaksu"), Permission.SEE_PAY),
    (
        see_subsidy_facts,
        lambda o: SeeClient(client=o.liisa.id, purpose="Palkkatuki"),
        Permission.CHECK_SUBSIDY,
    ),
]


@pytest.mark.parametrize(("action", "ask", "permission"), ASKS)
@pytest.mark.parametrize("role", list(Role))
def test_only_those_who_may(
    office: Office, action: Any, ask: Any, permission: Permission, role: Role
) -> None:
    if make.worker(role).may(permission):
        office.do(action, ask(office), role)
        return
    assert problems(office, action, ask(office), role) == [(Code.NOT_ALLOWED, "")]


def test_pay_is_not_for_work_coaches_and_health_not_for_the_office() -> None:
    coach, clerk = make.worker(Role.WORK_COACH), make.worker(Role.CLERK)
    kinds = {permission for _, _, permission in ASKS}
    assert not any(coach.may(permission) for permission in kinds)
    assert not clerk.may(Permission.CHECK_SUBSIDY)
    assert not make.worker(Role.JOB_COACH).may(Permission.EDIT_TAX_CARDS)


@pytest.mark.parametrize("action", [see_pay, see_subsidy_facts])
def test_each_look_at_pay_is_logged_with_its_purpose(office: Office, action: Any) -> None:
    office.do(action, SeeClient(client=office.liisa.id, purpose="Palkanmaksu"))
    with office.store.open_lists() as lists:
        (row,) = lists.log.of(office.liisa.id)
    assert (row.action, row.purpose) == (action.__name__, "Palkanmaksu")
    assert problems(office, action, SeeClient(client=office.liisa.id, purpose=" ")) == [
        (Code.REASON_NEEDED, "purpose")
    ]
