"""Invoicing: terms, recurring invoices, bank bookings, reminders, sendings and journals."""

from db.migrations.scripts import run

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, and what invoices, customers, jobs and payments keep besides."""
    run("0005_invoicing", "up")


def downgrade() -> None:
    """Take them away."""
    run("0005_invoicing", "down")
