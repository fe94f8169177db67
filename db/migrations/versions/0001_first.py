"""Everything, as the first release has it.

The statements lie beside this file, one script for each engine and way, with blank lines between
statements. They are never edited once released: what changes is written in the next version.
"""

from pathlib import Path

from alembic import op
from sqlalchemy import text

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make all tables, indexes and triggers."""
    _run("up")


def downgrade() -> None:
    """Take all away."""
    _run("down")


def _run(way: str) -> None:
    connection = op.get_bind()
    script = Path(__file__).with_name(f"0001_first.{connection.dialect.name}.{way}.sql")
    for statement in script.read_text(encoding="utf-8").split("\n\n"):
        connection.execute(text(statement))
