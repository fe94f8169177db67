"""Fair rotation: wishes, rosters, pins, goals and publications."""

from db.migrations.scripts import run

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, and what jobs and shifts keep besides."""
    run("0006_rotation", "up")


def downgrade() -> None:
    """Take them away."""
    run("0006_rotation", "down")
