"""Every table, with named constraints; the migrations make the same (a test compares them)."""

from db.tables import columns, invoices, invoicing, jobs, money, pay, people, rota
from db.tables.building import METADATA

__all__ = ["METADATA", "columns", "invoices", "invoicing", "jobs", "money", "pay", "people", "rota"]
