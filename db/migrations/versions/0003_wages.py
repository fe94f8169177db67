"""Wages: agreements, tax cards, pensions, wage subsidy, typed items, pots, what is withheld, hand-overs."""

from db.migrations.scripts import run

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of wages; payouts keep what is withheld beside them."""
    run("0003_wages", "up")


def downgrade() -> None:
    """Take them away."""
    run("0003_wages", "down")
