"""Invoices, payments and costs as vouchers of a bookkeeping."""
