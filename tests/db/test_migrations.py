"""The migrations make what the tables say, go down again, and hold no floating point number."""

from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Boolean, CheckConstraint, Engine, Inspector, inspect, text

from db import migrate
from db.engine import WRITING
from db.tables import METADATA
from tests.db import full


def test_every_version_is_known() -> None:
    config = Config()
    config.set_main_option("script_location", migrate.SCRIPTS.as_posix())
    made = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(made)) == migrate.VERSIONS


def test_models_equal_migrations(sql_store: Any) -> None:
    with sql_store._engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        found = list(compare_metadata(context, METADATA))
    assert found == []


def test_checks_equal_migrations(sql_store: Any) -> None:
    """Alembic does not compare these."""
    inspector: Inspector = inspect(sql_store._engine)
    for table in METADATA.sorted_tables:
        ours = {str(c.name) for c in table.constraints if isinstance(c, CheckConstraint)}
        if sql_store._engine.dialect.name == "postgresql":
            # The server has truth values of its own.
            ours -= {f"ck_{table.name}_{c.name}" for c in table.columns if isinstance(c.type, Boolean)}
        assert {str(c["name"]) for c in inspector.get_check_constraints(table.name)} == ours


def test_every_constraint_has_a_name() -> None:
    for table in METADATA.sorted_tables:
        assert all(constraint.name for constraint in table.constraints), table.name


def test_no_column_is_a_floating_point_number(sql_store: Any) -> None:
    """M10."""
    inspector: Inspector = inspect(sql_store._engine)
    types = {str(column["type"]) for t in METADATA.tables for column in inspector.get_columns(t)}
    assert not {
        t for t in types if any(bad in t.upper() for bad in ("REAL", "FLOA", "DOUB", "NUMERIC", "DECIMAL"))
    }


def test_stored_values_are_whole_numbers_texts_or_bytes(sql_store: Any) -> None:
    engine: Engine = sql_store._engine
    if engine.dialect.name != "sqlite":
        pytest.skip("only SQLite keeps a value of any type in any column")
    with sql_store.open_books() as books:
        full.fill(books)
        books.commit()
    with engine.connect() as connection:
        for table in METADATA.sorted_tables:
            for column in table.columns:
                sql = f'SELECT DISTINCT typeof("{column.name}") FROM {table.name}'  # noqa: S608 - our own names
                assert set(connection.execute(text(sql)).scalars()) <= {"integer", "text", "blob", "null"}


def test_down_and_up_again(sql_store: Any) -> None:
    engine: Engine = sql_store._engine
    with engine.connect() as connection:
        connection.execution_options(**WRITING)
        with connection.begin():
            migrate.downgrade(connection, "base")
            assert set(inspect(connection).get_table_names()) == {"alembic_version"}
        with connection.begin():
            migrate.upgrade(connection)
            migrate.verify(connection)
    with sql_store.open_books() as books:
        full.fill(books)
        books.commit()


def test_a_failed_way_up_leaves_nothing(sql_store: Any) -> None:
    engine: Engine = sql_store._engine
    with engine.connect() as connection:
        connection.execution_options(**WRITING)
        with connection.begin():
            migrate.downgrade(connection, "base")
        half_way = connection.begin()
        migrate.upgrade(connection)
        half_way.rollback()
        assert set(inspect(connection).get_table_names()) == {"alembic_version"}
