"""What is kept for ever: triggers on every column, numbers, billings, papers and the chained log."""

# ruff: noqa: S608 - statements of our own words, to be refused
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, Table, text
from sqlalchemy.exc import DBAPIError

from db.tables import METADATA
from subcontract import ids
from subcontract.actions.perform import FIRST_PREVIOUS, broken_link, hash_of
from subcontract.ids import EntryId
from subcontract.payout.records import PayRunState
from subcontract.problems import Code, Refused
from tests.db import full, full_pay

KEPT = [
    "work_entries",
    "invoices",
    "invoice_lines",
    "invoice_line_entries",
    "invoice_vat_sums",
    "payments",
    "papers",
    "events",
    "pay_runs",
    "payouts",
    "payout_lines",
    "payout_line_entries",
    "payout_warnings",
    "payout_wages",
    "reopenings",
    "bank_files",
    "reminders",
    "reminder_lines",
    "ledger_exports",
    "ledger_export_items",
    "invoice_attachments",
]
COLUMNS = [f"{name}.{column.name}" for name in KEPT for column in METADATA.tables[name].columns]


def filled(store: Any) -> None:
    with store.open_books() as books:
        full.fill(books)
        books.payouts.save(replace(books.payouts.all()[0], approved=True))
        books.pay_runs.save(replace(books.pay_runs.all()[0], state=PayRunState.APPROVED))
        books.papers.add(full.paper())
        books.log.add(chained(FIRST_PREVIOUS))
        books.commit()


def chained(previous: str, **fields: Any) -> Any:
    event = full.event(previous, **fields)
    return replace(event, hash=hash_of(event))


def refused_by_trigger(engine: Engine, statement: str) -> bool:
    """Whether the database itself refuses a statement, whatever it would have changed."""
    try:
        with engine.begin() as connection:
            connection.execute(text(statement))
    except DBAPIError as failure:
        return "append-only" in str(failure.orig)
    return False


def content(engine: Engine) -> dict[str, list[Any]]:
    with engine.begin() as connection:
        return {name: list(connection.execute(METADATA.tables[name].select())) for name in KEPT}


def test_no_statement_changes_what_is_kept(sql_store: Any) -> None:
    filled(sql_store)
    engine: Engine = sql_store._engine
    before = content(engine)
    assert all(before.values())
    passed = [column for column in COLUMNS if not _all_refused(engine, column)]
    assert passed == []
    assert content(engine) == before


def _all_refused(engine: Engine, column: str) -> bool:
    name, column = column.split(".")
    own = METADATA.tables[name].c[column].name
    sign = '"' + own + '"'
    # SQLite refuses a row without a number before any trigger is asked.
    other = "-1" if own == "made" else "NULL"
    statements = [f"UPDATE {name} SET {sign} = {sign}", f"UPDATE {name} SET {sign} = {other}"]
    return all(refused_by_trigger(engine, statement) for statement in statements)


@pytest.mark.parametrize("name", KEPT)
def test_nothing_kept_is_deleted(sql_store: Any, name: str) -> None:
    filled(sql_store)
    engine: Engine = sql_store._engine
    before = content(engine)
    assert refused_by_trigger(engine, f"DELETE FROM {name}")
    if engine.dialect.name == "postgresql":
        assert refused_by_trigger(engine, f"TRUNCATE {name} CASCADE")
    else:
        assert refused_by_trigger(engine, f"REPLACE INTO {name} SELECT * FROM {name}")
    assert content(engine) == before


def test_an_open_payout_is_free(sql_store: Any) -> None:
    with sql_store.open_books() as books:
        full.fill(books)
        books.payouts.add(full_pay.payout(id=ids.new(), client=full.FRIEND))
        books.commit()
    with sql_store._engine.begin() as connection:
        assert connection.execute(text("UPDATE pay_runs SET pay_day = pay_day")).rowcount == 1
        assert connection.execute(text("UPDATE payouts SET minutes = 1")).rowcount == 2
        assert connection.execute(text("UPDATE payout_lines SET rule = 'x'")).rowcount == 6
        assert connection.execute(text("UPDATE payout_wages SET pension = 1")).rowcount == 2
        # The other one is referred to by a claim.
        gone = text("DELETE FROM payouts WHERE client = (SELECT id FROM clients WHERE number = 1)")
        assert connection.execute(gone).rowcount == 1


# --- numbers and billings ------------------------------------------------------------------------


def test_numbers_go_with_books_that_were_left(store: Any) -> None:
    def take(*, commit: bool, series: str = "invoice") -> int:
        with store.open_books() as books:
            number: int = books.numbers.take(full.UNIT, series)
            if commit:
                books.commit()
            return number

    with store.open_books() as books:
        books.units.add(full.unit())
        books.commit()
    assert [take(commit=c) for c in (False, True, False, False, True, True)] == [1, 1, 2, 2, 2, 3]
    assert take(commit=True, series="customer") == 1


def test_an_entry_is_billed_once_until_freed(store: Any) -> None:
    line, other = full.line().id, full.line().id
    with store.open_books() as books:
        full.fill(books)
        books.billings.claim(full.ENTRY, line)
        with pytest.raises(Refused) as refused:
            books.billings.claim(full.ENTRY, other)
        assert refused.value.code is Code.ALREADY_INVOICED
        books.commit()
    with store.open_books() as books:
        assert books.billings.line_of(full.ENTRY) == line
        assert books.billings.billed((full.ENTRY, EntryId(ids.new()))) == {full.ENTRY}
        books.billings.free(full.ENTRY)
        assert books.billings.line_of(full.ENTRY) is None
        books.billings.claim(full.ENTRY, other)
        books.commit()
    with store.open_lists() as lists:
        assert lists.billings.line_of(full.ENTRY) == other


# --- papers and log ------------------------------------------------------------------------------


def test_a_paper_is_kept_once_and_to_the_byte(store: Any) -> None:
    with store.open_books() as books:
        books.papers.add(full.paper())
        books.commit()
    with store.open_books() as books:
        with pytest.raises(Refused) as refused:
            books.papers.add(replace(full.paper(), content=b"another"))
        assert refused.value.code is Code.ALREADY_EXISTS
        books.papers.add(replace(full.paper(), kind="statement"))
        books.commit()
    with store.open_lists() as lists:
        assert lists.papers.find(full.FIRST_INVOICE, "invoice") == full.paper()
        assert lists.papers.find(full.FIRST_INVOICE, "quote") is None


def test_the_log_is_a_chain(store: Any) -> None:
    about = ids.new()
    with store.open_books() as books:
        assert books.log.head() == FIRST_PREVIOUS
        for number in range(5):
            moment = full.AT - timedelta(days=number)  # a clock set back breaks no chain
            books.log.add(chained(books.log.head(), at=moment, object=about if number % 2 else None))
        books.commit()
    with store.open_books() as books:
        with pytest.raises(Refused) as refused:
            books.log.add(chained(FIRST_PREVIOUS))
        assert refused.value.code is Code.CHANGED_ELSEWHERE
    with store.open_lists() as lists:
        events = lists.log.last(100)
        assert len(events) == 5
        assert broken_link(events) is None
        assert lists.log.last(2) == events[-2:]
        assert lists.log.last(0) == ()
        assert lists.log.of(about) == (events[1], events[3])


@pytest.mark.parametrize("damage", ["edit", "delete", "insert", "swap"])
def test_a_broken_chain_is_found(sql_store: Any, damage: str) -> None:
    """M26: whoever takes the triggers away and changes the log leaves a broken link."""
    with sql_store.open_books() as books:
        for _ in range(20):
            books.log.add(chained(books.log.head()))
        books.commit()
    statements = {
        "edit": ["UPDATE events SET role = 'manager' WHERE made = 7"],
        "delete": ["DELETE FROM events WHERE made = 7"],
        "insert": [_insert("events")],
        "swap": [
            "UPDATE events SET made = 100 WHERE made = 7",
            "UPDATE events SET made = 7 WHERE made = 8",
            "UPDATE events SET made = 8 WHERE made = 100",
        ],
    }
    with sql_store._engine.begin() as connection:
        _without_triggers(connection)
        for statement in statements[damage]:
            connection.execute(text(statement))
    with sql_store.open_lists() as lists:
        assert broken_link(lists.log.last(100)) is not None


def _insert(name: str) -> str:
    table: Table = METADATA.tables[name]
    names = [column.name for column in table.columns]
    changed = {"made": "100", "previous": "hash", "id": "previous_id"}
    values = [changed.get(name, f'"{name}"') for name in names]
    listed = ", ".join(f'"{name}"' for name in names)
    chosen = ", ".join(values).replace("previous_id", '(SELECT "who" FROM events WHERE made = 1)')
    return f"INSERT INTO {name} ({listed}) SELECT {chosen} FROM events WHERE made = 20"


def _without_triggers(connection: Any) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("ALTER TABLE events DISABLE TRIGGER USER"))
        return
    names = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars().all()
    for name in names:
        connection.execute(text(f"DROP TRIGGER {name}"))
