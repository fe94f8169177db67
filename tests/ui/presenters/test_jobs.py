from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from subcontract.clock import standing_at
from subcontract.jobs.job import Basis, Job, JobSource, JobState, PayForm
from subcontract.jobs.quote import QuoteState
from subcontract.people.staff import Role
from tests import make
from ui.presenters.direct import DirectDoor
from ui.presenters.jobs.jobs import JobsPresenter
from ui.texts import CatalogueTexts


class Desk:
    """The jobs' screen without a window, with one customer and one job."""

    def __init__(self, *roles: Role, day: date = make.TODAY, **fields: object) -> None:
        self.store = make.store()
        customer = make.customer(number=1)
        self.job = make.job(number=9, customer=customer.id, **fields)
        with self.store.open_books() as books:
            books.customers.add(customer)
            books.jobs.add(self.job)
            books.commit()
        self.door = DirectDoor(
            self.store.open_books, self.store.open_lists, standing_at(day), make.worker(*roles)
        )
        self.screen = JobsPresenter(self.door, CatalogueTexts("en"))
        self.door.changed.append(lambda _: self.screen.load())
        self.screen.load()
        self.page = self.screen.page

    def stored(self) -> Job:
        """The job made last, or changed."""
        with self.store.open_lists() as lists:
            return lists.jobs.all()[-1]

    def opened(self) -> "Desk":
        self.screen.open(self.job.id)
        return self


def test_the_board_has_a_column_for_each_state_on_the_way() -> None:
    desk = Desk(state=JobState.QUOTED)
    board = desk.screen.board
    assert [column.title.text for column in board] == ["Enquiry", "Quoted", "Ordered", "Running", "Finished"]
    assert [len(column.cards) for column in board] == [0, 1, 0, 0, 0]
    assert board[1].cards[0].spoken.startswith("9 Pakettien tarroitus, Tavaratalo Kuusi Oy")


def cards_with(desk: Desk, words: str) -> int:
    desk.screen.set_filter(words)
    return len(desk.screen.board[0].cards)


def test_ended_jobs_are_listed_only_when_asked_for() -> None:
    desk = Desk(state=JobState.LOST)
    assert desk.screen.table.visible == ()
    assert desk.screen.hidden_count == 1
    desk.screen.show_ended(shown=True)
    assert len(desk.screen.table.visible) == 1


def test_a_card_is_moved_by_steps_and_back_by_undo() -> None:
    desk = Desk(state=JobState.ORDERED)
    desk.screen.move_on(desk.job.id, 1)
    assert desk.stored().state is JobState.RUNNING
    assert desk.door.undo_stack.undo_name == "move of a job"
    desk.door.undo()
    assert desk.stored().state is JobState.ORDERED


def test_what_hinders_a_move_is_told() -> None:
    desk = Desk(phases=())
    desk.screen.move_on(desk.job.id, 1)
    assert desk.screen.notice
    assert "no phases" in desk.screen.notice.text
    assert desk.stored().state is JobState.ENQUIRY


def test_the_filter_counts_on_the_board_too() -> None:
    desk = Desk()
    assert [cards_with(desk, words) for words in ("kuusi", "muu")] == [1, 0]


def test_a_new_job_is_typed_with_its_phase_and_saved() -> None:
    desk = Desk()
    desk.screen.start_new()
    page = desk.page
    assert not page.dirty, "nobody has written anything yet"
    page.basics.type("name", "Postitus")
    page.basics.pick("customer", desk.job.customer)
    page.basics.type("first", "1.12.2026")
    page.sheet.add()
    page.sheet.form.type("name", "Kuoritus")
    page.sheet.form.type("quantity", "4500")
    page.sheet.form.type("minutes_per_unit", "0,75")
    page.save()
    job = desk.stored()
    assert (job.name, job.number, job.state) == ("Postitus", 1, JobState.ENQUIRY)
    assert (job.phases[0].name, job.phases[0].quantity) == ("Kuoritus", Decimal(4500))
    assert not page.dirty
    assert page.heading.endswith("Postitus")


def test_problems_are_told_in_basics_and_in_every_phase_at_once() -> None:
    page = Desk().opened().page
    page.basics.type("name", "")
    page.basics.type("most", "0")
    page.sheet.add()
    page.sheet.form.type("margin", "paljon")
    page.sheet.choose(0)
    page.save()
    assert set(page.basics.errors) == {"name", "most"}
    assert page.sheet.at == 1
    assert set(page.sheet.form.errors) == {"name", "margin"}
    assert page.sheet.form.typed["margin"] == "paljon"


def test_an_end_needs_a_beginning_before_it() -> None:
    page = Desk().opened().page
    page.basics.type("last", "1.12.2026")
    page.save()
    assert "first" in page.basics.errors
    page.basics.type("first", "2.12.2026")
    page.save()
    assert "last" in page.basics.errors


def test_the_page_is_undone_as_a_whole() -> None:
    desk = Desk().opened()
    desk.page.basics.type("name", "Uusi")
    desk.page.sheet.form.type("unit_price", "0,85")
    desk.page.save()
    assert desk.stored().phases[0].unit_price == Decimal("0.85")
    desk.door.undo()
    assert desk.stored().name == "Pakettien tarroitus"
    assert desk.page.sheet.form.typed["unit_price"] == "0.79"


def test_text_being_written_survives_a_study_and_somebody_elses_save() -> None:
    desk = Desk().opened()
    desk.page.basics.type("place", "Rantapaja")
    line = desk.page.studies.lines.rows[0]
    line.type("pieces", "20")
    line.type("minutes", "30")
    desk.page.save_study()
    assert desk.stored().phases[0].studies
    assert desk.page.basics.typed["place"] == "Rantapaja"
    assert "30" not in desk.page.studies.lines.rows[0].typed.values()
    desk.page.save()
    assert desk.stored().place == "Rantapaja"
    assert desk.stored().phases[0].studies
    desk.page.basics.type("place", "Kauppakatu")
    desk.store.fill(lambda books: books.jobs.save(replace(desk.stored(), order_number="PO-1")))
    desk.page.save()
    assert desk.page.notice
    assert desk.page.basics.typed["place"] == "Kauppakatu"
    desk.page.save()
    assert desk.stored().place == "Kauppakatu"


def test_a_study_shows_its_average_while_it_is_written_and_then_goes_before_the_estimate() -> None:
    desk = Desk().opened()
    page = desk.page
    line = page.studies.lines.rows[0]
    line.type("pieces", "20")
    line.type("minutes", "29")
    assert page.studies.average == "Average 1.45 min a piece"
    line.type("pieces", "")
    assert page.studies.average == ""
    line.type("pieces", "20")
    line.type("seconds", "0")
    assert page.studies.average == "Average 1.45 min a piece"
    page.save_study()
    assert "1.45" in page.sheet.form.notes["minutes_per_unit"]
    assert page.sheet.priced
    assert page.sheet.priced.price.hours == Decimal("48.33")
    (shown,) = page.studies.shown
    assert shown.in_use
    assert "Maija Koivu" in shown.detail
    page.remove_study(shown.id)
    assert not page.studies.shown


def test_a_study_without_measurements_is_refused_beside_its_lines() -> None:
    page = Desk().opened().page
    page.save_study()
    assert page.studies.lines.error


def test_moves_are_offered_onwards_and_back_and_a_loss_needs_its_reason() -> None:
    desk = Desk(state=JobState.QUOTED).opened()
    assert [state for state, _, _ in desk.page.moves] == [JobState.ORDERED, JobState.LOST, JobState.ENQUIRY]
    desk.page.move(JobState.LOST)
    assert desk.page.reason.errors["reason"]
    desk.page.reason.type("reason", "Liian kallis")
    desk.page.move(JobState.LOST)
    assert desk.stored().lost_reason == "Liian kallis"


def test_a_quote_is_made_of_what_is_saved_and_answered() -> None:
    desk = Desk().opened()
    page, quotes = desk.page, desk.page.quotes
    page.basics.type("place", "X")
    assert not quotes.can_offer
    assert quotes.why_not
    page.save()
    previews: list[bytes] = []
    quotes.preview(previews.append)
    assert previews[0].startswith(b"%PDF")
    assert not quotes.shown
    quotes.make()
    (shown,) = quotes.shown
    assert shown.is_open
    assert page.state.text == "Quoted"
    papers: list[bytes] = []
    quotes.paper(shown.id, "quote", papers.append)
    assert papers[0].startswith(b"%PDF")
    quotes.accept()
    assert "by" in quotes.answer.errors
    quotes.answer.type("by", "Outi Ostaja")
    quotes.answer.type("order_number", "PO-9")
    quotes.accept()
    assert (desk.stored().state, desk.stored().order_number) == (JobState.ORDERED, "PO-9")
    assert quotes.shown[0].has_agreement


def test_what_a_quote_lacks_stands_on_the_price_sheet() -> None:
    desk = Desk(phases=(make.phase(unit_price=Decimal(0)),)).opened()
    desk.page.quotes.make()
    assert "price" in desk.page.sheet.form.errors["unit_price"]


def test_a_refused_quote_needs_a_reason() -> None:
    desk = Desk().opened()
    quotes = desk.page.quotes
    quotes.make()
    quotes.decline()
    assert "reason" in quotes.answer.errors
    quotes.answer.type("reason", "Liian kallis")
    quotes.decline()
    assert desk.stored().state is JobState.LOST
    assert quotes.quotes[0].state is QuoteState.REFUSED
    desk.door.undo()
    assert desk.stored().state is JobState.QUOTED


def test_history_tells_who_did_what() -> None:
    desk = Desk().opened()
    desk.page.basics.type("place", "X")
    desk.page.save()
    desk.page.quotes.make()
    assert sorted(line.what for line in desk.page.history) == ["Job saved", "Quote made"]
    assert {line.who for line in desk.page.history} == {"Maija Koivu"}


def test_who_may_not_edit_reads_only() -> None:
    page = Desk(Role.AUDITOR).opened().page
    assert page.basics.locked == set(page.basics.specs)
    assert page.moves == ()
    assert not page.quotes.can_offer


def test_the_price_follows_every_key_and_agrees_with_the_published_example() -> None:
    page = Desk().opened().page
    sheet = page.sheet
    assert sheet.unit_price == "0.79\N{NO-BREAK SPACE}€"
    assert sheet.priced
    assert sheet.priced.price.with_vat.amount == Decimal("1189.74")
    sheet.form.type("margin", "10")
    assert sheet.unit_price == "0.83\N{NO-BREAK SPACE}€"
    sheet.form.type("quantity", "")
    assert "How many" in sheet.missing
    assert sheet.unit_price == "–"
    sheet.form.type("quantity", "1200")
    assert [line.what for line in sheet.lines][-2:] == ["Price with VAT", "The price for each hour of work"]
    assert [line.amount for line in sheet.lines][-2:] == ["€1,249.98", "€19.92"]


def test_pieces_have_no_price_before_it_is_known_how_long_one_takes() -> None:
    page = Desk().opened().page
    page.sheet.form.type("minutes_per_unit", "")
    assert page.sheet.missing == "The price comes when these are right: Minutes of one piece"
    assert (page.sheet.unit_price, page.sheet.lines, page.sheet.whole) == ("–", (), "")
    page.sheet.form.type("minutes_per_unit", "2")
    assert page.sheet.missing == ""
    assert page.sheet.lines


def test_every_figure_of_the_working_says_what_it_is_counted_in() -> None:
    sheet = Desk().opened().page.sheet
    for pay in PayForm:
        sheet.form.pick("pay_form", pay)
        sheet.form.type("coach_hours", "2")
        figures = [part for line in sheet.lines for part in (line.amount, *line.working.split(" × ")) if part]
        plain = [part for part in figures if part.replace(",", "").replace(".", "").isdecimal()]
        of_pieces = sheet.form.typed["quantity"]
        days = "0"
        assert {part.replace(",", "") for part in plain} <= {of_pieces, days}


def test_warnings_follow_the_law_and_the_cost() -> None:
    page = Desk().opened().page
    assert any("133" in warning for warning in page.sheet.warnings)
    page.sheet.form.type("market_price", "0,90")
    page.sheet.form.type("market_source", "Hinnasto 2026")
    assert any("below the market price" in warning for warning in page.sheet.warnings)
    page.sheet.form.type("unit_price", "0,50")
    assert any("does not cover" in warning for warning in page.sheet.warnings)
    page.basics.pick("source", JobSource.TENDER)
    assert any("131" in warning for warning in page.sheet.warnings)
    page.sheet.form.type("unit_price", "0,95")
    page.basics.pick("source", JobSource.DIRECT)
    assert not page.sheet.warnings


def test_fields_follow_the_basis_and_the_pay() -> None:
    sheet = Desk().opened().page.sheet
    assert {"hours", "per_day"} <= sheet.form.hidden
    sheet.form.pick("basis", Basis.FIXED)
    sheet.form.pick("pay_form", PayForm.ALLOWANCE)
    assert {"quantity", "minutes_per_unit", "hourly"} <= sheet.form.hidden
    assert {"hours", "per_day"}.isdisjoint(sheet.form.hidden)


def test_a_phase_by_the_hour_sells_its_working_hours_unless_told_otherwise() -> None:
    desk = Desk().opened()
    sheet = desk.page.sheet
    sheet.form.pick("basis", Basis.HOUR)
    sheet.form.type("quantity", "")
    sheet.form.type("hours", "40")
    desk.page.save()
    assert (desk.stored().phases[0].quantity, desk.stored().phases[0].hours) == (Decimal(40), Decimal(40))


def test_phases_are_added_moved_and_taken_away_without_losing_text() -> None:
    desk = Desk().opened()
    sheet = desk.page.sheet
    sheet.add()
    sheet.form.type("name", "Pakkaus")
    assert sheet.form.typed["margin"] == "5"
    sheet.move(-1)
    assert sheet.names == ("Pakkaus", "Tarroitus")
    sheet.choose(1)
    sheet.form.type("name", "Tarrat")
    sheet.choose(0)
    assert sheet.names == ("Pakkaus", "Tarrat")
    left: list[tuple[str, ...]] = []
    for _ in range(2):
        sheet.remove()
        left.append(sheet.names)
    assert left == [("Tarrat",), ()]
    assert sheet.at == -1


def test_the_suggested_price_is_taken_by_one_act() -> None:
    page = Desk(phases=(make.phase(unit_price=Decimal(0)),)).opened().page
    page.sheet.take_suggested()
    assert page.sheet.form.typed["unit_price"] == "0.79"


def test_a_job_left_unsaved_is_named_until_it_is_saved() -> None:
    desk = Desk().opened()
    assert desk.page.unsaved == ""
    desk.page.basics.type("place", "Rantapaja")
    desk.screen.close()
    assert desk.page.unsaved == f"Not saved yet: {desk.job.name}"
    desk.screen.start_new()
    desk.page.basics.type("place", "Tori")
    desk.screen.close()
    assert desk.page.unsaved == f"Not saved yet: {desk.job.name}, New job"
    desk.screen.open(desk.job.id)
    desk.page.save()
    assert desk.stored().place == "Rantapaja"
    assert desk.page.unsaved == "Not saved yet: New job"


def test_an_answer_that_comes_after_leaving_opens_no_page(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk().opened()
    late: list[Any] = []
    ask = desk.door.ask
    monkeypatch.setattr(desk.door, "ask", lambda *asked: late.append(asked))
    desk.page.load()
    desk.page.basics.type("place", "Rantapaja")
    desk.screen.close()
    for asked in late:
        ask(*asked)
    assert not desk.screen.shows_page
    assert desk.page.unsaved


def test_a_notice_goes_when_what_it_asks_for_is_written() -> None:
    desk = Desk(phases=(), state=JobState.ENQUIRY).opened()
    desk.page.move(JobState.QUOTED)
    desk.page.move(JobState.ORDERED)
    assert desk.screen.notice is not None
    desk.page.sheet.add()
    assert desk.screen.notice is None


def test_leaving_a_job_or_a_new_one_loses_nothing() -> None:
    desk = Desk().opened()
    desk.page.basics.type("place", "Rantapaja")
    desk.page.sheet.form.type("margin", "12")
    desk.screen.start_new()
    desk.page.basics.type("name", "Kesken")
    desk.page.sheet.add()
    desk.screen.open(desk.job.id)
    assert desk.page.basics.typed["place"] == "Rantapaja"
    assert desk.page.sheet.form.typed["margin"] == "12"
    dirty = [desk.page.dirty]
    desk.page.reset()
    assert [*dirty, desk.page.dirty] == [True, False]
    desk.screen.close()
    desk.screen.start_new()
    assert desk.page.basics.typed["name"] == "Kesken"
    assert len(desk.page.sheet.drafts) == 1
