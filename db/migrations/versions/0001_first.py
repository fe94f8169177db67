"""Everything, as the first release has it.

The statements lie beside this file, one script for each engine and way, with blank lines between
statements. They are never edited once released: what changes is written in the next version.
"""

from db.migrations.scripts import run

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make all tables, indexes and triggers."""
    run("0001_first", "up")


def downgrade() -> None:
    """Take all away."""
    run("0001_first", "down")
