"""What is typed on the cards beside the day grid, and what the group's result does to own pieces."""

from datetime import date, time
from decimal import Decimal

import pytest

from subcontract.hours.entry import EntryKind
from subcontract.jobs.job import Basis, SplitRule
from subcontract.rota.shift import Shift
from tests import make
from tests.ui.presenters.test_recording import GROUP, JOB, SHIFT, Desk, world
from ui.presenters.recording.group import GroupPresenter


@pytest.fixture
def desk() -> Desk:
    return Desk(world())


def open_card(desk: Desk, who: int) -> None:
    desk.presenter.open_row(desk.id(who))


# --- hours typed beside times


def test_hours_typed_beside_the_times_move_the_end_as_in_the_grid(desk: Desk) -> None:
    desk.presenter.record_all()
    open_card(desk, 1)
    desk.presenter.card.form.type("minutes", "3")
    desk.presenter.card.save()
    entry = desk.of(1)
    assert (entry.minutes, entry.start, entry.end, entry.break_minutes) == (180, time(8), time(11, 15), 15)
    assert desk.presenter.card.form.typed["minutes"] == ""


def test_an_end_and_hours_that_differ_are_not_guessed_between(desk: Desk) -> None:
    desk.presenter.record_all()
    open_card(desk, 1)
    form = desk.presenter.card.form
    form.type("end", "11")
    form.type("minutes", "3")
    desk.presenter.card.save()
    assert "Tyhjennä toinen" in form.errors["minutes"]
    assert (form.typed["end"], form.typed["minutes"]) == ("11", "3")
    form.type("minutes", "2:45")
    desk.presenter.card.save()
    assert (desk.of(1).minutes, desk.of(1).end) == (165, time(11))


# --- nothing typed is lost


@pytest.mark.parametrize("leave", ["close", "day", "shift", "other row"])
def test_what_was_typed_and_not_saved_is_kept_told_and_found_again(leave: str) -> None:
    early = make.shift(job=JOB.id, start=time(6), end=time(7), coach=None)
    desk = Desk(world(lambda books: books.shifts.add(early)))
    presenter = desk.presenter
    open_card(desk, 1)
    assert not presenter.holds_text
    presenter.card.form.type("note", "Tuli taksilla")
    assert presenter.holds_text
    if leave == "close":
        presenter.card.close()
    elif leave == "day":
        presenter.step(1)
    elif leave == "shift":
        presenter.step_shift(1)
    else:
        open_card(desk, 2)
    assert desk.notice.startswith("Berg, Emil: ")
    presenter.go_to(SHIFT.day, SHIFT.id)
    open_card(desk, 1)
    assert presenter.card.form.typed["note"] == "Tuli taksilla"
    presenter.card.save()
    assert desk.of(1).note == "Tuli taksilla"
    assert presenter.card.history[0].endswith("Huomautus: Tuli taksilla")
    presenter.card.close()
    assert not presenter.card.kept
    assert not presenter.holds_text


def test_what_was_typed_can_be_taken_back(desk: Desk) -> None:
    open_card(desk, 1)
    desk.presenter.card.form.type("note", "Väärä rivi")
    desk.presenter.card.close()
    open_card(desk, 1)
    desk.presenter.card.drop()
    assert desk.presenter.card.form.typed["note"] == ""
    desk.presenter.card.close()
    assert not desk.notice
    assert not desk.presenter.card.kept


def test_the_day_is_not_complete_over_something_that_is_not_saved(desk: Desk) -> None:
    desk.presenter.record_all()
    open_card(desk, 1)
    desk.presenter.card.form.type("note", "Tuli taksilla")
    desk.presenter.card.close()
    desk.presenter.complete()
    assert not desk.presenter.is_complete
    assert desk.presenter.table.selected == desk.id(1)
    open_card(desk, 1)
    desk.presenter.card.save()
    desk.presenter.group.material.type("material", "Teippi")
    desk.presenter.complete()
    assert "Tarvike" in desk.notice
    assert not desk.presenter.is_complete
    desk.presenter.group.material.type("material", "")
    desk.presenter.complete()
    assert desk.presenter.is_complete


# --- one more client, and an empty shift


def test_somebody_is_added_to_a_complete_day_with_a_reason() -> None:
    extra = make.client(number=20, last_name="Aho", first_name="Veli")
    desk = Desk(world(lambda books: books.clients.add(extra)))
    desk.presenter.record_all()
    desk.presenter.complete()
    group: GroupPresenter = desk.presenter.group
    assert "reason" not in group.extra.hidden
    group.extra.pick("client", extra.id)
    group.add_client()
    assert group.extra.errors["reason"]
    group.extra.type("reason", "Unohtui")
    group.add_client()
    added = next(entry for entry in desk.entries() if entry.client == extra.id)
    assert (added.minutes, added.reason) == (225, "Unohtui")


def test_a_shift_without_people_says_so_and_a_day_without_shifts_something_else() -> None:
    bare: Shift = make.shift(job=JOB.id, start=time(13), end=time(14), coach=None)
    desk = Desk(world(lambda books: books.shifts.add(bare)))
    desk.presenter.choose_shift(bare.id)
    empty = desk.presenter.table.empty
    assert empty is not None
    assert "F8" in empty.sentence
    desk.presenter.go_to(date(2026, 11, 20))
    empty = desk.presenter.table.empty
    assert empty is not None
    assert "no shifts" in empty.sentence


def test_enter_in_an_empty_field_of_the_day_is_no_mistake(desk: Desk) -> None:
    assert desk.presenter.type_day("  ")
    assert (desk.presenter.day, desk.notice) == (make.TODAY, "")


# --- pieces


def test_own_pieces_are_shown_with_the_share_that_counts_beside_them(desk: Desk) -> None:
    desk.presenter.record_all()
    form = desk.presenter.group.form
    form.type("pieces", "80")
    desk.presenter.group.left("pieces")
    assert desk.presenter.caution_words == ""
    desk.type(0, "pieces", "20")
    assert desk.cell(0, "pieces") == "30"
    row = desk.presenter.table.row(desk.id(0))
    assert row
    assert "20" in row.hints["pieces"]
    assert desk.presenter.table.totals()["pieces"] == "100"
    assert "100" in desk.presenter.caution_words
    form.pick("split", SplitRule.PIECES)
    desk.presenter.group.left("split")
    assert [desk.cell(at, "pieces") for at in (0, 1)] == ["80", "–"]
    assert desk.presenter.table.totals()["pieces"] == "80"
    assert "ratkaisevat vain osuudet" in desk.presenter.caution_words


@pytest.mark.parametrize(
    ("rule", "word"), [(SplitRule.AGREED, "hintalaskelmaan"), (SplitRule.PIECES, "omia kappaleita")]
)
def test_a_result_that_nobody_gets_is_told_with_what_to_do(desk: Desk, rule: SplitRule, word: str) -> None:
    desk.presenter.record_all()
    form = desk.presenter.group.form
    form.type("pieces", "80")
    form.pick("split", rule)
    desk.presenter.group.left("pieces")
    assert any(entry.kind is EntryKind.GROUP_RESULT for entry in desk.entries())
    assert word in desk.presenter.caution_words


def test_a_result_of_agreed_shares_is_whole_pieces_by_the_largest_remainders() -> None:
    shares = ((GROUP[0].id, Decimal(2)), (GROUP[1].id, Decimal(1)))
    phase = make.phase(basis=Basis.PIECE, agreed_shares=shares)
    job = make.job(number=2, customer=JOB.customer, phases=(phase,))
    shift = make.shift(job=job.id, phase=phase.id, start=time(13), end=time(15))
    more = [
        lambda books: books.jobs.add(job),
        lambda books: books.shifts.add(shift),
        lambda books: books.assignments.add(make.assignment(shift, GROUP[0])),
        lambda books: books.assignments.add(make.assignment(shift, GROUP[1])),
    ]
    desk = Desk(world(*more))
    desk.presenter.choose_shift(shift.id)
    desk.presenter.record_all()
    form = desk.presenter.group.form
    form.type("pieces", "100")
    form.pick("split", SplitRule.AGREED)
    desk.presenter.group.left("pieces")
    assert [desk.cell(at, "pieces") for at in (0, 1)] == ["67", "33"]
    assert desk.presenter.caution_words == ""


def test_a_slip_that_makes_a_very_long_day_is_told(desk: Desk) -> None:
    desk.type(1, "end", "7")
    assert desk.of(1).minutes == 22 * 60 + 45
    assert "22\u00a0t 45\u00a0min" in desk.presenter.caution_words
    assert "Berg, Emil" in desk.presenter.caution_words
    desk.type(1, "end", "17")
    assert desk.presenter.caution_words == ""
