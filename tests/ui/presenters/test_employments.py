"""Employment agreements at the presenter: what is typed, saved, refused in words, ended and printed."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from subcontract.actions.save_subsidy import SaveSubsidyDecision, save_subsidy_decision
from subcontract.clock import standing_at
from subcontract.days import DateRange, Month
from subcontract.money import Money
from subcontract.payout.records import Ledger
from subcontract.people.client import FormOfWork, FormOfWorkSpan
from subcontract.people.employment import Employment, HolidayPayment, PaidBy
from subcontract.people.staff import Role
from tests import make, make_benefits
from tests.pay_office import Office
from ui.presenters.clients.employments import EmploymentsPresenter
from ui.presenters.clients.fields import PURPOSES
from ui.presenters.direct import DirectDoor
from ui.texts import CatalogueTexts

TEXTS = CatalogueTexts("fi")
FIRST_OF_2026 = date(2026, 1, 1)


@pytest.fixture
def office() -> Office:
    span = FormOfWorkSpan(days=DateRange(FIRST_OF_2026), form=FormOfWork.EMPLOYMENT)
    return Office(liisa=make.client(number=1, forms=(span,)))


def page(office: Office, *roles: Role) -> EmploymentsPresenter:
    store = office.store
    door = DirectDoor(store.open_books, store.open_lists, standing_at(make.TODAY), make.worker(*roles))
    presenter = EmploymentsPresenter(door, TEXTS)
    presenter.show_client(office.liisa, PURPOSES[1])
    return presenter


def new(office: Office, first: str, last: str = "", **typed: str) -> EmploymentsPresenter:
    presenter = page(office)
    presenter.start_new()
    for name, text in {"days.first": first, "days.last": last, **typed}.items():
        presenter.form.type(name, text)
    return presenter


def pay(presenter: EmploymentsPresenter, at: int = 0, **typed: str) -> None:
    for name, text in typed.items():
        presenter.terms.rows[at].type(name, text)


def stored(office: Office) -> tuple[Employment, ...]:
    records: tuple[Employment, ...] = office.all("employments")
    return records


def opened(office: Office, **fields: Any) -> EmploymentsPresenter:
    record = office.employ(**fields)
    presenter = page(office)
    presenter.open(record.id)
    return presenter


def test_an_agreement_without_duties_goes_from_job_to_job(office: Office) -> None:
    presenter = opened(office, duties="")
    (row,) = presenter.table.visible
    assert row.cells["work"] == "Urakasta toiseen"


# --- saving ----------------------------------------------------------------------------------


def test_a_new_agreement_is_typed_and_saved(office: Office) -> None:
    presenter = new(office, first="1.2.2026", last="31.12.2026", fixed_term_reason="Urakan kesto")
    presenter.form.pick("job", office.job.id)
    pay(presenter, hourly="13,35", weekly_minutes="16", pay_group="01PAL01")
    presenter.save()
    (record,) = stored(office)
    assert record.days == DateRange(date(2026, 2, 1), date(2026, 12, 31))
    assert (record.job, record.fixed_term_reason) == (office.job.id, "Urakan kesto")
    terms = make_benefits.terms(first=date(2026, 2, 1), hourly=Money("13.35"), pay_group="01PAL01")
    assert record.terms == (terms,)
    assert [row.cells["hourly"] for row in presenter.table.visible] == [Money("13.35")]
    assert not presenter.dirty


def test_a_changed_rate_is_a_new_line_that_begins_as_the_one_before(office: Office) -> None:
    presenter = opened(office)
    presenter.terms.add()
    assert presenter.terms.rows[1].typed["weekly_minutes"] == "16:00"
    pay(presenter, 1, first="1.7.2026", hourly="14")
    presenter.save()
    (record,) = stored(office)
    assert [(one.first, one.hourly) for one in record.terms] == [
        (FIRST_OF_2026, Money("13.35")),
        (date(2026, 7, 1), Money(14)),
    ]


def test_the_first_terms_move_with_the_agreement(office: Office) -> None:
    presenter = opened(office)
    presenter.form.type("days.first", "15.1.2026")
    presenter.save()
    (record,) = stored(office)
    assert (record.days.first, record.terms[0].first) == (date(2026, 1, 15), date(2026, 1, 15))


def test_piece_pay_has_a_price_and_other_pay_has_not(office: Office) -> None:
    presenter = opened(office)
    row = presenter.terms.rows[0]
    assert row.hidden == {"piece_rate"}
    row.pick("paid_by", PaidBy.PIECE)
    assert not row.hidden
    row.type("piece_rate", "0,085")
    presenter.save()
    (record,) = stored(office)
    assert (record.terms[0].paid_by, record.terms[0].piece_rate) == (PaidBy.PIECE, Decimal("0.085"))


# --- what is refused, in words beside its field ------------------------------------------------


def test_an_agreement_without_dates(office: Office) -> None:
    presenter = new(office, first="")
    pay(presenter, hourly="12")
    presenter.save()
    assert presenter.form.errors == {"days.first": "Täytä tämä kenttä."}
    assert not stored(office)


@pytest.mark.parametrize(
    ("first", "last", "field"),
    [
        ("29.2.2027", "", "days.first"),
        ("1.3.2026", "29.2.2027", "days.last"),
        ("1.3.2026", "28.2.2026", "days.last"),
    ],
)
def test_days_that_are_not_in_the_calendar_or_run_backwards(
    office: Office, first: str, last: str, field: str
) -> None:
    presenter = new(office, first=first, last=last, fixed_term_reason="Urakka")
    pay(presenter, hourly="12")
    presenter.save()
    assert set(presenter.form.errors) == {field}
    assert presenter.form.typed["days.first"] == first
    assert not stored(office)


def test_a_leap_day_can_begin_and_end_an_agreement(office: Office) -> None:
    presenter = new(office, first="29.2.2028", last="29.2.2032", fixed_term_reason="Urakan kesto")
    pay(presenter, hourly="12")
    presenter.save()
    (record,) = stored(office)
    assert record.days == DateRange(date(2028, 2, 29), date(2032, 2, 29))


def test_two_agreements_on_the_same_days(office: Office) -> None:
    office.employ()
    presenter = new(office, first="1.6.2026")
    pay(presenter, hourly="12")
    presenter.save()
    assert presenter.form.errors["days.first"].startswith("Nämä päivät")
    assert len(stored(office)) == 1


def test_a_fixed_term_says_why(office: Office) -> None:
    presenter = new(office, first="1.6.2026")
    assert presenter.form.hidden == {"fixed_term_reason"}
    presenter.form.type("days.last", "31.8.2026")
    assert not presenter.form.hidden
    pay(presenter, hourly="12")
    presenter.save()
    assert set(presenter.form.errors) == {"fixed_term_reason"}


def test_problems_stand_at_the_line_as_it_was_typed_and_not_by_its_day(office: Office) -> None:
    presenter = opened(office)
    presenter.terms.add()
    pay(presenter, 1, first="1.7.2026", hourly="700")
    pay(presenter, 0, first="1.9.2026")
    presenter.save()
    assert set(presenter.terms.rows[1].errors) == {"hourly", "first"}
    assert not presenter.terms.rows[0].errors


def test_the_first_line_begins_with_the_agreement_also_when_more_are_typed_at_once(office: Office) -> None:
    presenter = new(office, first="1.6.2026")
    pay(presenter, hourly="12")
    presenter.terms.add()
    pay(presenter, 1, first="1.8.2026", hourly="13")
    presenter.save()
    (record,) = stored(office)
    assert [one.first for one in record.terms] == [date(2026, 6, 1), date(2026, 8, 1)]


def test_further_terms_need_a_day_of_their_own(office: Office) -> None:
    presenter = opened(office)
    presenter.terms.add()
    presenter.save()
    assert set(presenter.terms.rows[1].errors) == {"first"}


def test_one_that_begins_before_its_subsidy_decision_is_stopped_beside_its_first_day(office: Office) -> None:
    presenter = opened(office)
    record = presenter.current
    assert record is not None
    decision = make_benefits.decision(
        client=office.liisa.id,
        employment=record.id,
        decided_on=date(2025, 12, 20),
        days=make_benefits.YEAR,
    )
    office.do(save_subsidy_decision, SaveSubsidyDecision(decision=decision))
    presenter.form.type("days.first", "15.12.2025")
    presenter.save()
    assert "20.12.2025" in presenter.form.errors["days.first"]
    assert stored(office)[0].days.first == FIRST_OF_2026


# --- what it tells -----------------------------------------------------------------------------


def test_changing_back_in_time_tells_of_difference_lines(office: Office) -> None:
    office.employ()
    office.approve(Month(2026, 9))
    presenter = page(office)
    presenter.open(stored(office)[0].id)
    assert not presenter.about_paid
    presenter.terms.add()
    pay(presenter, 1, first="1.10.2026", hourly="15")
    assert not presenter.about_paid
    pay(presenter, 1, first="1.9.2026")
    assert "syyskuu" in presenter.about_paid


def test_a_new_agreement_tells_it_only_when_it_reaches_into_a_paid_month(office: Office) -> None:
    office.approve(Month(2026, 9))
    presenter = new(office, first="1.10.2026")
    assert not presenter.about_paid
    presenter.form.type("days.first", "30.9.2026")
    assert presenter.about_paid


@pytest.mark.parametrize(
    ("last", "tells"), [("30.9.2026", False), ("29.9.2026", True), ("31.12.2026", False), ("", False)]
)
def test_another_last_day_reaches_back_from_the_day_after_it(office: Office, last: str, tells: bool) -> None:
    record = office.employ()
    office.approve(Month(2026, 9))
    presenter = page(office)
    presenter.open(record.id)
    presenter.form.type("days.last", last)
    assert bool(presenter.about_paid) is tells


def test_holiday_compensation_at_another_time_reaches_back_to_the_first_day(office: Office) -> None:
    office.approve(Month(2026, 9))
    presenter = opened(office)
    presenter.form.pick("holiday", HolidayPayment.AT_END)
    assert presenter.about_paid


def test_work_that_would_not_be_wage_work_is_told_and_mended(office: Office) -> None:
    span = FormOfWorkSpan(days=DateRange(FIRST_OF_2026), form=FormOfWork.ALLOWANCE)
    office = Office(liisa=make.client(number=1, forms=(span,)))
    presenter = new(office, first="1.6.2026")
    assert presenter.about_form.startswith("1.6.2026 alkaen")
    assert "Työosuusrahaa" not in presenter.about_form
    assert not presenter.can_mend_form
    presenter.form.pick("job", office.job.id)
    assert not presenter.about_form
    presenter.form.pick("job", None)
    pay(presenter, hourly="12")
    presenter.save()
    assert presenter.can_mend_form
    presenter.mend_form()
    assert not presenter.about_form
    with office.store.open_lists() as lists:
        client = lists.clients.get(office.liisa.id)
    assert client.form_on(date(2026, 5, 31)) is FormOfWork.ALLOWANCE
    assert client.form_on(date(2026, 6, 1)) is FormOfWork.EMPLOYMENT


def test_days_that_were_paid_as_allowance_stay_so_and_are_told_of() -> None:
    span = FormOfWorkSpan(days=DateRange(FIRST_OF_2026), form=FormOfWork.ALLOWANCE)
    office = Office(liisa=make.client(number=1, forms=(span,)))
    office.approve(Month(2026, 9), ledger=Ledger.ALLOWANCE, days=4)
    presenter = new(office, first="1.9.2026")
    assert presenter.about_form.startswith("1.10.2026 alkaen")
    assert "viimeksi syyskuu 2026" in presenter.about_form
    pay(presenter, hourly="12")
    presenter.save()
    presenter.mend_form()
    assert "1.10.2026" not in presenter.about_form
    assert "viimeksi syyskuu 2026" in presenter.about_form
    assert not presenter.can_mend_form
    assert "syyskuu" not in new(office, first="1.10.2027").about_form


# --- its end, its removal, its paper -----------------------------------------------------------


def test_an_agreement_is_ended_by_its_own_button(office: Office) -> None:
    presenter = opened(office)
    presenter.start_ending()
    assert presenter.ending.typed["last"] == "23.11.2026"
    presenter.ending.type("last", "31.12.2025")
    presenter.end()
    assert presenter.ending.errors["last"]
    assert presenter.is_ending
    presenter.ending.type("last", "30.11.2026")
    assert presenter.save_words == "End it on this day"
    presenter.save()
    assert not presenter.is_ending
    assert presenter.save_words == "Save"
    assert stored(office)[0].days.last == date(2026, 11, 30)
    assert presenter.form.typed["days.last"] == "30.11.2026"


def test_what_is_being_typed_is_not_ended_under_it(office: Office) -> None:
    presenter = opened(office)
    presenter.form.type("duties", "Siivous")
    assert not presenter.can_end
    presenter.start_ending()
    assert not presenter.is_ending
    presenter.save()
    assert presenter.can_end


def test_one_made_by_mistake_goes_and_one_that_was_paid_by_stays(office: Office) -> None:
    presenter = opened(office)
    presenter.remove()
    assert not stored(office)
    record = office.employ()
    office.approve()
    presenter.load()
    presenter.open(record.id)
    presenter.remove()
    assert len(stored(office)) == 1
    assert presenter.notice is not None
    assert "Päätä työsuhde" in presenter.notice.text


def test_an_agreement_without_terms(office: Office) -> None:
    presenter = opened(office)
    presenter.terms.remove(0)
    presenter.save()
    assert presenter.terms.error.startswith("Kirjoita vähintään yksi rivi")


def test_the_paper_is_of_what_has_been_saved(office: Office) -> None:
    presenter = opened(office)
    presenter.show_paper()
    assert presenter.paper.startswith(b"%PDF")
    presenter.close_paper()
    presenter.form.type("duties", "Siivous")
    assert not presenter.can_print


def test_who_may_not_edit_reads_only(office: Office) -> None:
    record = office.employ()
    presenter = page(office, Role.AUDITOR)
    presenter.open(record.id)
    assert presenter.notice is not None
    assert not presenter.can_save


def test_jobs_to_choose_from_are_those_under_way_and_the_one_that_is_chosen(office: Office) -> None:
    ended = replace(office.job, state=make.job().state.CLOSED)
    record = office.employ(job=office.job.id)
    with office.store.open_books() as books:
        books.jobs.save(replace(ended, version=books.jobs.get(ended.id).version))
        books.commit()
    presenter = page(office)
    presenter.open(record.id)
    assert presenter.form.picked["job"] == office.job.id
    assert [one.label for one in presenter.form.specs["job"].choices] == [office.job.name]


@pytest.mark.parametrize(("language", "name"), [("fi", "tyosopimus-1.pdf"), ("sv", "arbetsavtal-1.pdf")])
def test_the_paper_is_saved_under_the_clients_number(office: Office, language: str, name: str) -> None:
    presenter = page(office)
    presenter.texts = CatalogueTexts(language)
    assert presenter.file_name == name
