"""A month of a mixed group: allowance, wages and a fee, from agreements to the files that leave the house."""

from typing import Any

import pytest

from subcontract.actions.perform import broken_link
from subcontract.days import Month
from subcontract.jobs.job import JobState
from subcontract.money import Money
from subcontract.payout.records import Ledger
from subcontract.payout.wage_records import HandOverKind
from tests.pay_desk import PayDesk
from tests.seat import Stopped, plain
from ui.presenters.settings.unit import UnitPresenter

OCTOBER, NOVEMBER = Month(2026, 10), Month(2026, 11)
JOB, FIRM = "Päiväsiivous", "Ravintola Ruusu"
ACCOUNT = "FI21 1234 5600 0007 85"
TUESDAYS = ("6.10.2026", "13.10.2026", "20.10.2026", "27.10.2026")


def found_centre(store: Any) -> PayDesk:
    """Four people who come to the same work in three ways."""
    desk = PayDesk.new_centre(store)
    desk.set_tariff("1.9.2026", ("A", "Kokopäivä", "8,00"))
    desk.add_customer(
        FIRM, business_id="1234567-1", street="Mallikatu 2", postcode="53100", town="Lappeenranta"
    )
    for last, first, code, account in (
        ("Aalto", "Liisa", "120394-901F", ACCOUNT),
        ("Mäkinen", "Anneli", "210576-914N", ACCOUNT),
        ("Niemi", "Toni", "021098-9155", ACCOUNT),
        ("Salo", "Mikko", "240981-9199", ""),
    ):
        desk.add_client(last, first, iban=account, identity_code=code)
    desk.employ("Mäkinen", "1.9.2026", "12,00", weekly_minutes="8", duties="Siivous")
    desk.employ("Niemi", "1.9.2026", "11,50", capacity="80", duties="Siivous")
    desk.agree_fee("Salo", "1.9.2026", "35")
    desk.as_clerk().take_card("Mäkinen", "1.9.2026", "31.12.2026", base="5", additional="25", limit="6 000")
    desk.as_manager()
    desk.add_job(JOB, FIRM, first="1.10.2026", last="30.11.2026", least="1", most="4", coach="Ohjaaja, Outi")
    desk.price_phase("Siivous", "Tunnilta", hours="120", unit_price="16", pay_form="Työosuusraha")
    desk.save_job()
    return desk


def work_october(desk: PayDesk) -> None:
    """Four Tuesdays, everybody as planned."""
    desk.make_quote()
    desk.accept_quote("Rosa Ruusu")
    desk.move_job(JobState.RUNNING)
    desk.plan_shifts(
        JOB,
        weekdays=("tiistai",),
        first="6.10.2026",
        last="27.10.2026",
        phase="Siivous",
        start="8",
        end="12",
    )
    for day in TUESDAYS:
        for name in ("Aalto", "Mäkinen", "Niemi", "Salo"):
            desk.put_on(name, day)
    for day in TUESDAYS:
        desk.on(day, 13).as_coach()
        desk.open_day("tänään")
        desk.record_day_as_planned()
        desk.complete_day()
    desk.on("2.11.2026").as_clerk().complete_month(OCTOBER)


def pay_october(desk: PayDesk) -> None:
    """The allowance in its own ledger, wages and the fee in the other: the same hours never in both."""
    desk.on("3.11.2026").as_clerk().calculate_pay(OCTOBER)
    assert [plain(str(row.cells["name"])) for row in desk.pay.people.visible] == ["Aalto, Liisa"]
    desk.wages(OCTOBER)
    assert ("Ennakonpidätys verokortilla, perusprosentti", "−9,81 €") in desk.why("Mäkinen")
    assert ("Ennakonpidätys ilman verokorttia", "−90,25 €") in desk.why("Niemi")
    assert desk.why("Salo")[0] == ("6.10.2026 alkaen · Kertapalkkio: Päiväsiivous", "140,00 €")
    assert [plain(group.sentence) for group in desk.pay.warnings] == [
        "1 asiakkaalta puuttuu tilinumero",
        "2 asiakkaalla ei ole verokorttia: pidätys on 60 prosenttia",
        "3 asiakkaan palkka laskettiin ilman palkanmaksun asetuksia",
    ]
    assert not desk.pay.can_approve, "the one who calculated never approves"
    desk.as_manager().pay.choose(Ledger.WAGE)
    desk.approve_pay(OCTOBER)
    assert plain(desk.pay.state.text) == "Hyväksytty"


def hand_october_over(desk: PayDesk) -> None:
    """The bank file goes without the one who has no account, who is named; the register needs a phone."""
    bank = desk.hand_over(HandOverKind.BANK_FILE)
    assert (bank.count, bank.total) == (2, Money("218.17"))
    coming = desk.pay.files.coming
    assert coming is not None
    assert coming.left_out[0].startswith("Salo, Mikko: tilinumero puuttuu")
    with pytest.raises(Stopped, match="puhelinnumero puuttuu"):
        desk.hand_over(HandOverKind.INCOMES_REGISTER)
    unit = desk.screen(UnitPresenter)
    desk.fill(unit.form, phone="044 000 0100")
    unit.save()
    desk.must(unit, unit.form)
    desk.wages_of(OCTOBER)
    report = desk.hand_over(HandOverKind.INCOMES_REGISTER)
    assert (report.count, report.total) == (3, Money("486.62"))
    for show in (desk.pay.papers.show_statement, desk.pay.papers.show_payslip):
        desk.pay.people.select(desk.row(desk.pay.people, "Mäkinen").id)
        show()
        paper = desk.pay.papers.shown
        assert paper is not None
        assert paper.content.startswith(b"%PDF")


def mend_afterwards(desk: PayDesk) -> None:
    """Pay raised back in time, and a payout opened anew: the next run pays what is due, the old one stays."""
    october = desk.stored(lambda lists: lists.payouts.all())
    said = desk.on("10.11.2026").as_manager().change_pay("Mäkinen", "1.10.2026", "12,60")
    assert "lokakuu 2026" in said
    desk.wages_of(OCTOBER)
    asked = desk.reopen("Salo", "Maksu palautui: tilinumero puuttui.")
    assert "45,78 €" in asked
    assert "tehty pankkiaineisto" in asked
    desk.on("1.12.2026").as_clerk().wages(NOVEMBER)
    differences = desk.why("Mäkinen")[:2]
    assert differences == [
        ("Aiemman kuukauden korjaus: tunnit · lokakuu 2026", "9,00 €"),
        ("Aiemman kuukauden korjaus: lomakorvaus · lokakuu 2026", "0,81 €"),
    ]
    assert desk.why("Salo")[0][1] == "140,00 €"
    kept = desk.stored(lambda lists: [one for one in lists.payouts.all() if one.month == OCTOBER])
    assert kept == list(october)


def test_a_mixed_month_from_agreements_to_files(store: Any) -> None:
    desk = found_centre(store)
    work_october(desk)
    pay_october(desk)
    hand_october_over(desk)
    mend_afterwards(desk)
    assert broken_link(desk.stored(lambda lists: lists.log.last(10_000))) is None
