"""What has come for invoices."""

from db.migrations.scripts import run

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of payments, append-only."""
    run("0002_payments", "up")


def downgrade() -> None:
    """Take it away."""
    run("0002_payments", "down")
