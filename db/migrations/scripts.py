"""Runs the statements of a version: one script for each engine and way, with blank lines between them."""

from pathlib import Path

from alembic import op
from sqlalchemy import text

VERSIONS = Path(__file__).parent / "versions"


def run(name: str, way: str) -> None:
    """Run ``<name>.<engine>.<way>.sql`` on the connection of the migration."""
    connection = op.get_bind()
    script = VERSIONS / f"{name}.{connection.dialect.name}.{way}.sql"
    for statement in script.read_text(encoding="utf-8").split("\n\n"):
        connection.execute(text(statement))
