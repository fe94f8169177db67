"""Wage subsidy: what is planned of the employment among the facts of a person."""

from db.migrations.scripts import run

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Keep the planned start and hours, and two facts more of the employer's work."""
    run("0004_subsidy_facts", "up")


def downgrade() -> None:
    """Take them away."""
    run("0004_subsidy_facts", "down")
