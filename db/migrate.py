"""The version of a database, read before anything is written, and the way up to ours."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from db.tables import METADATA
from subcontract.problems import Code, refuse

VERSIONS = ("0001", "0002", "0003", "0004", "0005", "0006")
"""Every version there has been, oldest first; a test holds it against the migrations."""
SCRIPTS = Path(__file__).parent / "migrations"


def version_of(connection: Connection) -> str | None:
    """The version of a database, ``None`` when it is empty; nothing is written.

    Refuses with ``FILE_NEWER`` what a later program made, and with ``FILE_DAMAGED`` what no program of
    ours did.
    """
    names = inspect(connection).get_table_names()
    if "alembic_version" not in names:
        if names:
            raise refuse(Code.FILE_DAMAGED)
        return None
    found = [str(row[0]) for row in connection.execute(text("SELECT version_num FROM alembic_version"))]
    if not found:
        return None
    if found[0] not in VERSIONS:
        raise refuse(Code.FILE_NEWER, version=found[0], known=VERSIONS[-1])
    return found[0]


def upgrade(connection: Connection, to: str = "head") -> None:
    """Bring a database up, inside the connection's transaction."""
    _run(connection, "upgrade", to)


def downgrade(connection: Connection, to: str) -> None:
    """Bring a database down, for tests of the way up."""
    _run(connection, "downgrade", to)


def verify(connection: Connection) -> None:
    """See that every table is there and refers to nothing that is missing."""
    missing = METADATA.tables.keys() - set(inspect(connection).get_table_names())
    broken = (
        connection.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    )
    if missing or broken:
        raise refuse(Code.FILE_DAMAGED)


def whole(connection: Connection) -> None:
    """Read every page and see that the database holds together; refuses with ``FILE_DAMAGED``."""
    verify(connection)
    if connection.dialect.name != "sqlite":
        return
    for pragma in ("cipher_integrity_check", "integrity_check"):
        found = [row[0] for row in connection.exec_driver_sql(f"PRAGMA {pragma}")]
        if found not in ([], ["ok"]):
            raise refuse(Code.FILE_DAMAGED)


def _run(connection: Connection, way: str, to: str) -> None:
    # Heavy, and not needed for a database that is up to date.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", SCRIPTS.as_posix().replace("%", "%%"))
    config.attributes["connection"] = connection
    getattr(command, way)(config, to)
