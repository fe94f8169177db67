"""How the unit pays wages, at the presenter of its settings."""

from datetime import date
from decimal import Decimal

import pytest

from subcontract.clock import standing_at
from subcontract.days import Month
from subcontract.payout.wage_records import MixedDay, NetPay, PayCode, PaySettings
from subcontract.people.staff import Role
from tests import make
from tests.pay_office import Office
from ui.presenters.direct import DirectDoor
from ui.presenters.settings.pay_settings import PaySettingsPresenter
from ui.presenters.settings.pay_settings_fields import CODES, OWN_CODES
from ui.texts import CatalogueTexts

TEXTS = CatalogueTexts("fi")


@pytest.fixture
def office() -> Office:
    return Office()


def page(office: Office, *roles: Role) -> PaySettingsPresenter:
    store = office.store
    door = DirectDoor(store.open_books, store.open_lists, standing_at(make.TODAY), make.worker(*roles))
    presenter = PaySettingsPresenter(door, TEXTS)
    presenter.load()
    return presenter


def saved(office: Office, first: str = "1.11.2026", **typed: str) -> PaySettingsPresenter:
    presenter = page(office)
    presenter.start_new()
    for name, text in {"first": first, **typed}.items():
        presenter.form.type(name, text)
    presenter.save()
    return presenter


def stored(office: Office) -> tuple[PaySettings, ...]:
    records: tuple[PaySettings, ...] = office.all("pay_settings")
    return records


def test_the_first_settings_begin_with_the_safe_side(office: Office) -> None:
    presenter = page(office)
    presenter.start_new()
    assert presenter.form.typed["first"] == "1.11.2026"
    presenter.save()
    (record,) = stored(office)
    assert (record.sunday, record.holiday, record.mixed_day) == (
        Decimal(100),
        Decimal(100),
        MixedDay.WAGE_ALONE,
    )
    assert (record.net_pay, record.large_employer, record.salary_payment) == (NetPay.OURS, True, True)


def test_new_settings_are_a_copy_from_the_next_month_and_the_old_ones_stay(office: Office) -> None:
    presenter = saved(office, employer_pension="17,1", per_kilometre="0,55")
    presenter.start_new()
    assert presenter.form.typed["first"] == "1.12.2026"
    assert presenter.form.typed["employer_pension"] == "17,1"
    presenter.form.type("sunday", "110")
    presenter.save()
    older, newer = sorted(stored(office), key=lambda one: one.first)
    assert (older.sunday, newer.sunday, newer.per_kilometre) == (Decimal(100), Decimal(110), Decimal("0.55"))
    words = [str(getattr(row.cells["state"], "text", "")) for row in presenter.table.visible]
    assert words == ["Tulossa", "Voimassa"]


def test_codes_are_asked_for_where_the_payroll_pays_and_kept_while_it_does_not(office: Office) -> None:
    presenter = saved(office)
    assert presenter.form.hidden == OWN_CODES
    presenter.form.pick("net_pay", NetPay.PAYROLL)
    assert not presenter.form.hidden
    presenter.form.type("codes.hours", "1010")
    presenter.form.type("codes.sick_pay", "2030")
    presenter.save()
    assert stored(office)[0].codes == ((PayCode.HOURS, "1010"), (PayCode.SICK_PAY, "2030"))
    presenter.form.pick("net_pay", NetPay.OURS)
    presenter.save()
    (record,) = stored(office)
    assert (record.net_pay, record.code_of(PayCode.HOURS)) == (NetPay.OURS, "1010")


def test_every_kind_of_line_can_have_a_code() -> None:
    assert set(CODES) == set(PayCode)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"first": ""}, "first"),
        ({"first": "29.2.2027"}, "first"),
        ({"sunday": "301"}, "sunday"),
        ({"holiday": ""}, "holiday"),
        ({"employer_pension": "101"}, "employer_pension"),
        ({"other_employer": "-1"}, "other_employer"),
        ({"per_kilometre": "5,01"}, "per_kilometre"),
        ({"per_kilometre": "0,12345"}, "per_kilometre"),
    ],
)
def test_what_cannot_be_stands_beside_its_field(office: Office, typed: dict[str, str], field: str) -> None:
    presenter = saved(office, **typed)
    assert set(presenter.form.errors) == {field}
    assert presenter.form.typed[field] == typed[field]
    assert not stored(office)


def test_two_settings_of_one_day(office: Office) -> None:
    saved(office)
    presenter = saved(office)
    assert "1.11.2026" in presenter.form.errors["first"]


def test_what_an_approved_month_was_paid_by_stays(office: Office) -> None:
    presenter = saved(office, first="1.9.2026")
    office.approve(Month(2026, 9))
    presenter.form.type("sunday", "50")
    presenter.save()
    assert "syyskuu" in presenter.form.errors["first"]
    presenter.reset()
    presenter.remove()
    assert len(stored(office)) == 1
    assert "syyskuu" in presenter.form.errors["first"]


def test_settings_made_by_mistake_are_taken_away(office: Office) -> None:
    presenter = saved(office)
    presenter.remove()
    assert not stored(office)


@pytest.mark.parametrize(("role", "may"), [(Role.CLERK, True), (Role.JOB_COACH, False)])
def test_who_may_not_edit_reads(office: Office, role: Role, may: bool) -> None:
    saved(office)
    presenter = page(office, role)
    presenter.open(stored(office)[0].id)
    assert presenter.can_save is may
    assert bool(presenter.form.locked) is not may
    assert stored(office)[0].first == date(2026, 11, 1)
