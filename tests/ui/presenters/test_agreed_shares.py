"""Agreed shares of a phase, as lines on the price sheet."""

from decimal import Decimal

from subcontract.jobs.job import Basis, SplitRule
from tests import make
from tests.ui.presenters.test_jobs import Desk

LIISA, EMIL = make.client(number=1), make.client(number=2, first_name="Emil", last_name="Berg")


def desk_with_people() -> Desk:
    desk = Desk()
    with desk.store.open_books() as books:
        books.clients.add(LIISA)
        books.clients.add(EMIL)
        books.commit()
    return desk.opened()


def write(desk: Desk, *lines: tuple[object, str]) -> None:
    shares = desk.page.sheet.shares
    for client, share in lines:
        row = shares.add()
        row.pick("client", client)
        row.type("share", share)


def test_shares_are_written_only_where_they_are_agreed() -> None:
    desk = desk_with_people()
    sheet = desk.page.sheet
    assert not sheet.shows_shares
    sheet.form.pick("split", SplitRule.AGREED)
    assert sheet.shows_shares
    names = [choice.label for choice in sheet.shares.specs[0].choices]
    assert names == ["Aalto Liisa", "Berg Emil"]
    sheet.form.pick("basis", Basis.HOUR)
    assert not sheet.shows_shares


def test_shares_are_saved_and_read_again() -> None:
    desk = desk_with_people()
    desk.page.sheet.form.pick("split", SplitRule.AGREED)
    write(desk, (LIISA.id, "2,5"), (EMIL.id, "1"))
    assert desk.page.dirty
    desk.page.save()
    assert desk.stored().phases[0].agreed_shares == ((LIISA.id, Decimal("2.5")), (EMIL.id, Decimal(1)))
    assert not desk.page.dirty
    desk.page.close()
    desk.opened()
    assert [row.typed["share"] for row in desk.page.sheet.shares.rows] == ["2.5", "1"]


def test_a_share_is_above_zero_and_a_client_has_one() -> None:
    desk = desk_with_people()
    desk.page.sheet.form.pick("split", SplitRule.AGREED)
    write(desk, (LIISA.id, "2"), (EMIL.id, "0"))
    desk.page.save()
    shares = desk.page.sheet.shares
    assert "share" in shares.rows[1].errors
    assert desk.stored().phases[0].agreed_shares == ()
    shares.rows[1].type("share", "1")
    shares.rows[1].pick("client", LIISA.id)
    desk.page.save()
    assert "client" in shares.rows[1].errors
    shares.rows[1].pick("client", EMIL.id)
    desk.page.save()
    assert len(desk.stored().phases[0].agreed_shares) == 2


def test_shares_typed_of_one_phase_stay_with_it() -> None:
    desk = desk_with_people()
    sheet = desk.page.sheet
    sheet.form.pick("split", SplitRule.AGREED)
    write(desk, (LIISA.id, "2"))
    sheet.add()
    assert sheet.shares.rows == []
    sheet.choose(0)
    assert [row.typed["share"] for row in sheet.shares.rows] == ["2"]


def test_another_rule_leaves_the_stored_shares_alone() -> None:
    desk = desk_with_people()
    desk.page.sheet.form.pick("split", SplitRule.AGREED)
    write(desk, (LIISA.id, "2"))
    desk.page.save()
    desk.page.sheet.form.pick("split", SplitRule.EQUAL)
    desk.page.save()
    assert desk.stored().phases[0].split is SplitRule.EQUAL
    assert desk.stored().phases[0].agreed_shares == ((LIISA.id, Decimal(2)),)
