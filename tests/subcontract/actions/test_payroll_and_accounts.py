"""What the payroll and accounting get of a run: whose, by which codes, with which total, and never twice."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from subcontract.actions.hand_over_facts import handing_facts, handing_of
from subcontract.actions.reopen_payout import ReopenPayout, reopen_payout
from subcontract.money import Money, total
from subcontract.payout.handing import LeftOut
from subcontract.payout.records import Ledger
from subcontract.payout.wage_records import HandOverKind, NetPay, PayCode
from subcontract.people.employment import PaidBy
from subcontract.people.staff import Role
from subcontract.ports import Paper
from subcontract.problems import Code, Refused
from tests import make_pay
from tests.subcontract.actions.test_hand_overs import hand_over, kept, left_out, office_of, tick
from tests.subcontract.actions.test_reopened_payouts import on_allowance
from tests.subcontract.actions.test_wage_runs import NOVEMBER, OCTOBER, Office

PAYROLL, LEDGER = HandOverKind.PAYROLL, HandOverKind.LEDGER
BY_PAYROLL: dict[str, Any] = {
    "net_pay": NetPay.PAYROLL,
    "codes": ((PayCode.HOURS, "1010"), (PayCode.HOLIDAY_COMPENSATION, "=2050"), (PayCode.DIFFERENCE, "1999")),
}


def table(paper: Paper) -> list[dict[str, str]]:
    """Rows by the titles of their columns."""
    head, *rows = [line.split(";") for line in paper.content.decode("utf-8-sig").split("\r\n") if line]
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_gross_lines_go_to_the_payroll_by_its_own_codes() -> None:
    office, run = office_of(make_pay.worker(2, first_name="@Ben", identity_code="020594X903P"), **BY_PAYROLL)
    handed, paper = kept(office, hand_over(office, run, PAYROLL))
    *rows, control = table(paper)
    assert paper.content.startswith(b"\xef\xbb\xbf")
    assert paper.name == f"palkanlaskenta-{handed.reference}.csv"
    mine = [row for row in rows if row["Nro"] == "1"]
    assert [(row["Palkkalaji"], row["Summa €"]) for row in mine] == [("1010", "48,00"), ("'=2050", "5,52")]
    hours = mine[0]
    assert (hours["Määrä"], hours["Yksikkö"], hours["Yksikköhinta"]) == ("4", "h", "12,00")
    assert (hours["Alkaen"], hours["Päättyen"]) == ("5.10.2026", "5.10.2026")
    assert (hours["Kustannuspaikka"], hours["Urakka"]) == ("1", office.job.name)
    assert hours["Henkilötunnus"] == office.client.identity_code
    assert hours["Maksupäivä"] == "13.11.2026"  # the fifteenth is a Sunday
    assert (mine[1]["Määrä"], mine[1]["Alkaen"], mine[1]["Päättyen"]) == ("", "1.10.2026", "31.10.2026")
    assert {row["Etunimi"] for row in rows} == {office.client.first_name, "'@Ben"}
    gross = total(payout.taxable for payout in office.payouts(run))
    assert (control["Maksun tunnus"], control["Summa €"]) == (
        "Tarkistussumma, 2 henkilöä",
        str(gross).replace(".", ","),
    )
    assert (handed.count, handed.total) == (2, gross)


def test_hours_of_several_days_are_told_from_the_first_to_the_last() -> None:
    office, _ = office_of(**BY_PAYROLL)
    for day in (3, 17):
        office.work(date(2026, 11, day))
    run = office.calculate(NOVEMBER)
    office.approve(run)
    *rows, _control = table(kept(office, hand_over(office, run, PAYROLL))[1])
    (hours,) = (row for row in rows if row["Palkkalaji"] == "1010")
    assert (hours["Alkaen"], hours["Päättyen"]) == ("3.11.2026", "17.11.2026")


def test_corrections_and_costs_are_lines_of_their_own() -> None:
    office, _ = office_of(**BY_PAYROLL)
    office.raise_pay("13", date(2026, 10, 1))
    ticket = make_pay.item(
        office.client, PayCode.BUS_TICKET, "7.20", quantity=Decimal(2), rate=Decimal("3.6")
    )
    office.store.fill(lambda books: books.pay.pay_items.add(ticket))
    office.work(date(2026, 11, 3), 20)
    run = office.calculate(NOVEMBER)
    office.approve(run)
    handed, paper = kept(office, hand_over(office, run, PAYROLL))
    *rows, _control = table(paper)
    corrections = [row for row in rows if row["Palkkalaji"] == "1999"]
    assert {(row["Alkaen"], row["Päättyen"]) for row in corrections} == {("1.10.2026", "31.10.2026")}
    assert total(Money(row["Summa €"].replace(",", ".")) for row in corrections) == Money("4.46")
    (bus,) = (row for row in rows if row["Palkkalaji"] == "bus_ticket")
    assert (bus["Määrä"], bus["Yksikkö"], bus["Yksikköhinta"], bus["Summa €"]) == (
        "2",
        "lippua",
        "3,6",
        "7,20",
    )
    short = next(row for row in rows if row["Palkkalaji"] == "1010")
    assert short["Määrä"] == "0,3333"
    (payout,) = office.payouts(run)
    assert handed.total == payout.taxable + payout.tax_free


def test_a_quantity_and_a_price_always_come_to_the_sum() -> None:
    office, _ = office_of(**BY_PAYROLL)

    def half_increment(books: Any) -> None:
        (kept_,) = books.pay.pay_settings.all()
        books.pay.pay_settings.save(replace(kept_, sunday=Decimal(50)))

    office.store.fill(half_increment)
    by_piece = make_pay.terms(paid_by=PaidBy.PIECE, piece_rate=Decimal("0.10"))
    office.change_employment(terms=(by_piece,))
    entry = make_pay.work(office.client, date(2026, 11, 1), office.job, 240, pieces=100, at=office.at)
    office.store.fill(lambda books: books.entries.add(entry))
    run = office.calculate(NOVEMBER)
    office.approve(run)
    *rows, _ = table(kept(office, hand_over(office, run, PAYROLL))[1])
    counted = {
        row["Palkkalaji"]: tuple(row[key].replace(",", ".") for key in ("Määrä", "Yksikköhinta", "Summa €"))
        for row in rows
    }
    assert counted["pieces"] == ("100", "0.10", "10.00")
    assert counted["sunday"] == ("", "", "24.00")
    assert counted["floor"] == ("", "", "38.00")


def test_where_the_payroll_pays_nothing_of_ours_pays_or_reports_a_second_time() -> None:
    office, run = office_of(**BY_PAYROLL)
    for kind in (HandOverKind.BANK_FILE, HandOverKind.INCOMES_REGISTER, LEDGER):
        with pytest.raises(Refused) as refused:
            hand_over(office, run, kind)
        assert refused.value.code is Code.WRONG_STATE
        assert left_out(office, run, kind) == {}
    with office.store.open_lists() as lists:
        assert handing_facts(lists, run).kinds == (PAYROLL,)


def test_an_allowance_is_paid_by_us_also_where_the_payroll_pays_wages() -> None:
    office, _ = office_of(**BY_PAYROLL)
    client = on_allowance(5)
    office.store.fill(lambda books: books.clients.add(client))
    office.work(date(2026, 10, 5), client=client)
    run = office.calculate(OCTOBER, Ledger.ALLOWANCE)
    office.approve(run)
    with pytest.raises(Refused) as refused:
        hand_over(office, run, PAYROLL)
    assert refused.value.code is Code.WRONG_STATE
    assert kept(office, hand_over(office, run))[0].count == 1


def test_who_was_in_a_file_that_matched_is_not_paid_by_the_other_way_either() -> None:
    nameless = make_pay.worker(2, identity_code="")
    office, run = office_of(nameless, **BY_PAYROLL)
    assert left_out(office, run, PAYROLL) == {nameless.id: LeftOut.NO_IDENTITY_CODE}
    handed, _ = kept(office, hand_over(office, run, PAYROLL))
    tick(office, handed)
    (mine,) = (one for one in office.payouts(run) if one.client == office.client.id)
    with pytest.raises(Refused) as refused:
        office.do(reopen_payout, ReopenPayout(payout=mine.id, reason="x"), Role.CLERK)
    assert refused.value.code is Code.ALREADY_PAID
    _pay_ourselves(office)
    with pytest.raises(Refused) as known:
        hand_over(office, run)
    assert known.value.code is Code.ALREADY_EXISTS
    assert left_out(office, run, HandOverKind.BANK_FILE) == {office.client.id: LeftOut.SENT}


def _pay_ourselves(office: Office) -> None:
    def write(books: Any) -> None:
        (kept_,) = books.pay.pay_settings.all()
        books.pay.pay_settings.save(replace(kept_, net_pay=NetPay.OURS))

    office.store.fill(write)


@pytest.mark.parametrize("ledger", list(Ledger))
def test_accounting_gets_costs_by_job_and_what_is_owed(ledger: Ledger) -> None:
    office, run = office_of()
    if ledger is Ledger.ALLOWANCE:
        client = on_allowance(5)
        office.store.fill(lambda books: books.clients.add(client))
        office.work(date(2026, 10, 5), client=client)
        run = office.calculate(OCTOBER, ledger)
        office.approve(run)
    handed, paper = kept(office, hand_over(office, run, LEDGER))
    *rows, control = table(paper)
    (payout,) = office.payouts(run)
    costs = payout.wage.employer_costs if payout.wage else Money(0)
    assert handed.total == payout.paid + costs
    assert control["Debet €"] == control["Kredit €"] == str(handed.total).replace(".", ",")
    first = rows[0]
    assert first["Laji"] == ("wages" if ledger is Ledger.WAGE else "allowance")
    assert (first["Kustannuspaikka"], first["Urakka"], first["Kredit €"]) == ("1", office.job.name, "")
    assert first["Aineiston tunnus"] == handed.reference
    assert (rows[-1]["Laji"], rows[-1]["Kredit €"]) == ("net", str(payout.net).replace(".", ","))
    assert office.client.last_name not in paper.content.decode()


def test_a_new_accounting_file_is_of_the_whole_run_without_who_was_reopened() -> None:
    other = make_pay.worker(2)
    office, run = office_of(other)
    first, _ = kept(office, hand_over(office, run, LEDGER))
    tick(office, first)
    (his,) = (one for one in office.payouts(run) if one.client == other.id)
    office.do(reopen_payout, ReopenPayout(payout=his.id, reason="x"), Role.CLERK)
    second, _ = kept(office, hand_over(office, run, LEDGER, again=True))
    assert (first.count, second.count) == (2, 1)
    assert second.total < first.total
    with office.store.open_lists() as lists:
        assert handing_of(handing_facts(lists, run), LEDGER).left_out == ((his, LeftOut.REOPENED),)
