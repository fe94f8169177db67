"""Everything wrong, absurd and hostile in every field: a sentence beside it, and nothing half done."""

import re
from decimal import Decimal
from typing import Any, cast

import pytest

from subcontract.ports import Found
from subcontract.problems import Refused
from tests.desk import Desk, Stopped, day_of
from tests.fakes import MemoryStore, State
from tests.journeys.hostile import DAY, HOSTILE, PAGES, Page, seat, small_centre, typed_fields
from ui.entry import clean
from ui.presenters.tone import Tone

LATER = {"draft invoice", "credit note"}
LEFT_BLANK = re.compile(r"\{\w+\}")


@pytest.fixture(scope="module")
def small() -> MemoryStore:
    return small_centre()


def faults(page: Page, name: str, text: str, before: State, desk: Desk) -> list[str]:
    """What went wrong when a text was typed in a field and saved."""
    page.form.type(name, text)
    page.save()
    error = page.form.errors.get(name, "")
    notice = page.owner.notice
    found = []
    if error:
        if page.form.typed[name] != text:
            found.append("what was typed is lost")
        if desk.store.state != before:
            found.append("refused, and yet something was written")
        if not error.endswith((".", "?")) or LEFT_BLANK.search(error.replace(text, "")):
            found.append(f"no sentence: {error}")
    elif text.strip() and notice and notice.tone is Tone.WRONG and not page.form.errors:
        found.append(f"refused, but not beside a field: {notice.text}")
    return found


def tried(small: MemoryStore, name: str, field: str) -> list[tuple[str, str, str]]:
    """Every text in one field; a page on which nothing was saved is used again."""
    found: list[tuple[str, str, str]] = []
    desk, page, before, text_before = None, None, State(), ""
    for kind, text in HOSTILE.items():
        if desk is None or page is None:
            desk = seat(small, "1.10.2026" if name in LATER else DAY)
            page = PAGES[name](desk)
            before, text_before = desk.store.state.copy(), page.form.typed[field]
        try:
            found += [(field, kind, one) for one in faults(page, field, text, before, desk)]
        except Exception as problem:  # noqa: BLE001 - whatever it is, it is told with its field
            found.append((field, kind, f"{type(problem).__name__}: {problem}"))
            desk = None
            continue
        if desk.store.state == before and page.form.errors.get(field):
            page.form.type(field, text_before)
        else:
            desk = None
    return found


@pytest.mark.parametrize("name", PAGES)
def test_every_field_bears_every_text(small: MemoryStore, name: str) -> None:
    fields = tuple(typed_fields(PAGES[name](seat(small, "1.10.2026" if name in LATER else DAY))))
    assert fields
    assert [one for field in fields for one in tried(small, name, field)] == []


@pytest.mark.parametrize("column", ["start", "end", "break", "minutes", "pieces"])
def test_a_cell_of_the_grid_keeps_what_cannot_be_read(small: MemoryStore, column: str) -> None:
    desk = seat(small)
    desk.open_day(DAY)
    who = desk.row(desk.recording.table, "Aalto").id
    before = desk.store.state.copy()
    for kind, text in HOSTILE.items():
        desk.recording.table.edit(who, column, text)
        row = desk.row(desk.recording.table, "Aalto")
        if problem := row.problems.get(column):
            assert row.cells[column] == text, kind
            assert problem.endswith((".", "?")), kind
            assert desk.store.state == before, kind
        else:
            desk = seat(small)
            desk.open_day(DAY)


def test_a_day_that_is_none_leaves_the_day_in_view(small: MemoryStore) -> None:
    desk = seat(small)
    for text in HOSTILE.values():
        if not desk.recording.type_day(text):
            assert desk.recording.day == day_of(DAY)
            assert desk.recording.notice is not None
        desk.open_day(DAY)


@pytest.mark.parametrize("column", ["text", "discount"])
def test_a_line_of_a_draft_bears_every_text(small: MemoryStore, column: str) -> None:
    for kind, text in HOSTILE.items():
        desk = seat(small, "1.10.2026")
        page = PAGES["draft invoice"](desk)
        part, before = desk.invoices.draft, desk.store.state.copy()
        part.table.edit(part.table.rows[0].id, column, text)
        page.save()
        problems = [one for row in part.table.rows for one in row.problems.values()]
        if problems or (part.notice and part.notice.tone is Tone.WRONG):
            assert desk.store.state == before, kind
            assert str(part.table.rows[0].cells[column]).strip() == text.strip(), kind
        else:
            saved = desk.stored(lambda lists: lists.drafts.all())[0].lines[0]
            assert column == "discount" or clean(saved.text) == saved.text == seen(text), kind


def test_what_is_credited_is_never_more_than_is_left(small: MemoryStore) -> None:
    desk = seat(small, "1.10.2026")
    PAGES["credit note"](desk)
    part, before = desk.invoices.invoice, desk.store.state.copy()
    row = part.table.rows[0].id
    for kind, text in (*HOSTILE.items(), ("a cent too much", "60,01")):
        part.table.edit(row, "credit", text)
        assert part.credit_total.amount <= Decimal("75.30"), kind
        if part.table.rows[0].problems:
            assert part.table.rows[0].cells["credit"] == text, kind
            part.credit()
            assert desk.store.state == before, kind


def test_lists_can_be_filtered_by_anything(small: MemoryStore) -> None:
    desk = seat(small)
    for table in (desk.customers.table, desk.clients.table, desk.jobs.table, desk.recording.table):
        for text in HOSTILE.values():
            table.set_filter(text)
        table.set_filter("")
        assert table.visible == table.rows


def test_texts_are_stored_and_found_as_they_were_typed(store: Any) -> None:
    desk = Desk.new_centre(store)
    names = [text for text in HOSTILE.values() if text.strip() and len(text) < 120 and _is_plain(text)]
    for name in names:
        desk.customers.start_new()
        kind = {"kind": "Yhdistys", "payment_term_days": "14", "language": "Suomi"}
        desk.fill(desk.customers.form, name=name, **kind)
        desk.customers.save()
        desk.customers.save()  # two quick presses save once
    stored = [customer.name for customer in desk.stored(lambda lists: lists.customers.all())]
    assert sorted(stored) == sorted(" ".join(seen(name).split()) for name in names)
    shown = {str(row.cells["name"]) for row in desk.customers.table.visible}
    assert shown == set(stored)
    for text in HOSTILE.values():
        found = found_by(desk, text)
        assert all(hit.title in stored for hit in found), text
        if text in stored:
            assert text in {hit.title for hit in found}


def seen(text: str) -> str:
    """A text without what takes no room: signs that nobody sees are not kept."""
    return re.sub("[\u200b-\u200f\u2060\ufeff\u00ad]", "", text).strip()


def found_by(desk: Desk, text: str) -> tuple[Found, ...]:
    with desk.store.open_lists() as lists:
        return cast("tuple[Found, ...]", lists.find(text))


def _is_plain(text: str) -> bool:
    try:
        return bool(clean(text))
    except Refused:
        return False


def test_the_same_thing_twice_is_noticed(small: MemoryStore) -> None:
    desk = seat(small)
    with pytest.raises(Stopped):
        desk.add_customer("Toinen nimi Oy", business_id="1234567-1")
    desk.customers.close()
    with pytest.raises(Stopped):
        desk.add_customer("Tavaratalo  kuusi oy")
    desk.customers.save()
    assert desk.customers.notice is None
    desk.add_client("Aho", "Aino", identity_code="010190-900P")
    with pytest.raises(Stopped):
        desk.add_client("Toinen", "Aino", identity_code="010190-900p")
