"""Files of an approved run: who is in them and who is left out, control totals, ticks, and making twice."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from lxml import etree

from subcontract.actions.act import Done
from subcontract.actions.hand_over_facts import handing_facts, handing_of
from subcontract.actions.make_hand_over import MakeHandOver, TickHandOver, make_hand_over, tick_hand_over
from subcontract.actions.reopen_payout import ReopenPayout, reopen_payout
from subcontract.ids import HandOverId
from subcontract.money import Money, total
from subcontract.papers.files.bank_file import BankFileVersion
from subcontract.payout.handing import LeftOut, bank_day
from subcontract.payout.records import AboveLimit, Ledger, PayRun, TariffBasis, TariffRate
from subcontract.payout.wage_records import HandOver, HandOverKind, PayCode
from subcontract.people.client import Client
from subcontract.people.staff import Role
from subcontract.ports import Paper
from subcontract.problems import Code, Refused
from tests import make, make_pay
from tests.paper_reading import texts
from tests.schemas import schema
from tests.subcontract.actions.test_reopened_payouts import on_allowance
from tests.subcontract.actions.test_wage_runs import OCTOBER, Office

BANK, REGISTER = HandOverKind.BANK_FILE, HandOverKind.INCOMES_REGISTER


def office_of(*others: Client, **settings: Any) -> tuple[Office, PayRun]:
    """An office whose October of wages has been approved."""
    office = Office()

    def write(books: Any) -> None:
        (unit,) = books.units.all()
        books.units.save(replace(unit, phone="05 123 4567", business_id="12345671"))
        (kept,) = books.pay.pay_settings.all()
        books.pay.pay_settings.save(replace(kept, **settings))
        for other in others:
            books.clients.add(other)
            books.pay.employments.add(make_pay.employment(other))

    office.store.fill(write)
    for client in (office.client, *others):
        office.work(date(2026, 10, 5), client=client)
    run = office.calculate(OCTOBER)
    office.approve(run)
    return office, run


def hand_over(office: Office, run: PayRun, kind: HandOverKind = BANK, **asked: Any) -> Done:
    ask = MakeHandOver(pay_run=run.id, kind=kind, language="fi", texts_in=texts, **asked)
    return office.do(make_hand_over, ask, Role.CLERK)


def kept(office: Office, done: Done) -> tuple[HandOver, Paper]:
    assert done.id is not None
    with office.store.open_lists() as lists:
        handed = lists.pay.hand_overs.get(HandOverId(done.id))
        paper = lists.papers.find(handed.id, handed.kind)
    assert paper is not None
    return handed, paper


def tick(office: Office, handed: HandOver) -> None:
    office.do(tick_hand_over, TickHandOver(hand_over=handed.id, version=handed.version), Role.CLERK)


def values(paper: Paper, name: str) -> list[str | None]:
    return [one.text for one in etree.fromstring(paper.content).iter(f"{{*}}{name}")]


def left_out(office: Office, run: PayRun, kind: HandOverKind) -> dict[Any, LeftOut]:
    with office.store.open_lists() as lists:
        handing = handing_of(handing_facts(lists, run), kind)
    return {payout.client: why for payout, why in handing.left_out}


@pytest.mark.parametrize("version", list(BankFileVersion))
def test_a_bank_file_is_kept_with_its_control_figures(version: BankFileVersion) -> None:
    office, run = office_of(make_pay.worker(2))
    handed, paper = kept(office, hand_over(office, run, version=version))
    net = total(payout.net for payout in office.payouts(run))
    assert (handed.count, handed.total, handed.ticked_by) == (2, net, None)
    assert values(paper, "CtrlSum") == [str(net)] * 2
    assert values(paper, "MsgId") == [handed.reference]
    assert values(paper, "Ustrd") == ["Palkka lokakuu 2026"] * 2
    assert values(paper, "CtgyPurp") != []
    assert f"pain.001.001.{version}".encode() in paper.content
    assert paper.name == f"pankkiaineisto-{handed.reference}.xml"


def test_whether_payments_are_salaries_is_a_setting() -> None:
    office, run = office_of(salary_payment=False)
    _, paper = kept(office, hand_over(office, run))
    assert values(paper, "CtgyPurp") == []


def test_who_has_no_account_or_is_reopened_is_left_out_and_the_rest_goes_on() -> None:
    poor, wrong = make_pay.worker(2, iban=""), make_pay.worker(3)
    office, run = office_of(poor, wrong)
    (payout,) = (one for one in office.payouts(run) if one.client == wrong.id)
    office.do(reopen_payout, ReopenPayout(payout=payout.id, reason="Väärä palkka"), Role.CLERK)
    assert left_out(office, run, BANK) == {poor.id: LeftOut.NO_ACCOUNT, wrong.id: LeftOut.REOPENED}
    handed, _ = kept(office, hand_over(office, run))
    (mine,) = (one for one in office.payouts(run) if one.client == office.client.id)
    assert (handed.count, handed.total) == (1, mine.net)


def test_a_file_made_twice_is_refused_until_it_is_known() -> None:
    office, run = office_of()
    hand_over(office, run)
    with pytest.raises(Refused) as refused:
        hand_over(office, run)
    assert refused.value.code is Code.ALREADY_EXISTS
    again, _ = kept(office, hand_over(office, run, again=True))
    with office.store.open_lists() as lists:
        references = {one.reference for one in lists.pay.hand_overs.all()}
    assert len(references) == 2
    assert again.reference in references


def test_a_file_that_matched_is_ticked_once_and_pays_nobody_again() -> None:
    poor = make_pay.worker(2, iban="")
    office, run = office_of(poor)
    first, _ = kept(office, hand_over(office, run))
    tick(office, first)
    with pytest.raises(Refused) as refused:
        tick(office, replace(first, version=2))
    assert refused.value.code is Code.NOTHING_TO_DO
    with pytest.raises(Refused) as empty:
        hand_over(office, run, again=True)
    assert empty.value.code is Code.NOTHING_TO_DO
    richer = replace(poor, iban=make_pay.IBAN)
    office.store.fill(lambda books: books.clients.save(richer))
    second, paper = kept(office, hand_over(office, run, again=True))
    (late,) = (one for one in office.payouts(run) if one.client == poor.id)
    assert (second.count, second.total) == (1, late.net)
    assert values(paper, "EndToEndId") == [late.id.hex]
    assert left_out(office, run, BANK) == {office.client.id: LeftOut.SENT}
    tick(office, second)


def test_a_file_that_no_longer_is_what_the_run_pays_cannot_be_ticked() -> None:
    other = make_pay.worker(2)
    office, run = office_of(other)
    handed, _ = kept(office, hand_over(office, run))
    (payout,) = (one for one in office.payouts(run) if one.client == other.id)
    office.do(reopen_payout, ReopenPayout(payout=payout.id, reason="x"), Role.CLERK)
    with pytest.raises(Refused) as refused:
        tick(office, handed)
    assert refused.value.code is Code.FILE_OUT_OF_DATE


def test_an_open_run_and_another_role_are_refused() -> None:
    office, run = office_of()
    ask = MakeHandOver(pay_run=run.id, kind=BANK, language="fi", texts_in=texts)
    with pytest.raises(Refused) as refused:
        office.do(make_hand_over, ask, Role.JOB_COACH)
    assert refused.value.code is Code.NOT_ALLOWED
    office.work(date(2026, 11, 5))
    with pytest.raises(Refused) as too_soon:
        hand_over(office, office.calculate(OCTOBER.plus(1)))
    assert too_soon.value.code is Code.WRONG_STATE


def test_wages_are_reported_with_what_was_withheld_and_kilometres() -> None:
    office, run = office_of()
    assert run.month == OCTOBER
    driven = make_pay.item(
        office.client, PayCode.KILOMETRES, "5.00", month=OCTOBER.plus(1), quantity=Decimal(20)
    )
    office.store.fill(lambda books: books.pay.pay_items.add(driven))
    office.work(date(2026, 11, 5))
    november = office.calculate(OCTOBER.plus(1))
    office.approve(november)
    handed, paper = kept(office, hand_over(office, november, REGISTER))
    assert schema("tulorekisteri/WageReportsToIR.xsd").validate(etree.fromstring(paper.content))
    (payout,) = office.payouts(november)
    assert payout.wage is not None
    pairs = dict(zip(values(paper, "TransactionCode"), values(paper, "Amount"), strict=True))
    assert pairs == {
        "101": str(payout.taxable),
        "402": str(payout.wage.withholding),
        "413": str(payout.wage.pension),
        "414": str(payout.wage.unemployment),
        "311": "5.00",
    }
    assert values(paper, "Kilometers") == ["20"]
    assert (handed.count, handed.total) == (1, payout.taxable + Money(5))


def test_who_has_no_identity_code_is_listed_and_not_reported() -> None:
    nameless = make_pay.worker(2, identity_code="")
    office, run = office_of(nameless)
    assert left_out(office, run, REGISTER) == {nameless.id: LeftOut.NO_IDENTITY_CODE}
    handed, _ = kept(office, hand_over(office, run, REGISTER))
    assert handed.count == 1


def test_of_an_allowance_only_what_is_taxable_is_reported() -> None:
    office, _ = office_of()
    client = on_allowance(5)
    dear = (TariffRate(tariff_class="A", basis=TariffBasis.DAY, amount=Money(20)),)

    def write(books: Any) -> None:
        books.clients.add(client)
        (tariff,) = books.tariffs.all()
        books.tariffs.save(replace(tariff, rates=dear, above_limit=AboveLimit.TAXABLE))

    office.store.fill(write)
    office.work(date(2026, 10, 5), client=client)
    run = office.calculate(OCTOBER, Ledger.ALLOWANCE)
    office.approve(run)
    (payout,) = office.payouts(run)
    assert payout.net < payout.paid
    handed, paper = kept(office, hand_over(office, run, REGISTER))
    assert values(paper, "TransactionCode") == ["316", "402"]
    assert handed.total == payout.taxable == Money(8)
    bank, _ = kept(office, hand_over(office, run))
    assert bank.total == payout.net


@pytest.mark.parametrize(
    ("agreed", "today", "asked"),
    [
        (date(2026, 12, 15), date(2026, 12, 1), date(2026, 12, 15)),
        (date(2026, 12, 6), date(2026, 12, 1), date(2026, 12, 4)),  # Independence Day, a Sunday
        (date(2026, 11, 13), date(2026, 11, 23), date(2026, 11, 23)),
        (date(2026, 11, 13), date(2026, 11, 21), date(2026, 11, 23)),  # a Saturday
    ],
)
def test_the_bank_is_asked_for_a_bank_day_that_has_not_gone(agreed: date, today: date, asked: date) -> None:
    assert bank_day(agreed, today) == asked


def test_make_needs_what_the_unit_lacks() -> None:
    office, run = office_of()

    def forget(books: Any) -> None:
        (unit,) = books.units.all()
        books.units.save(replace(unit, phone="", iban=""))

    office.store.fill(forget)
    for kind, field in ((BANK, "iban"), (REGISTER, "phone")):
        with pytest.raises(Refused) as refused:
            hand_over(office, run, kind)
        assert [(one.code, one.field) for one in refused.value.problems] == [(Code.REQUIRED, field)]
    assert run.unit == make.UNIT
