"""Drafts, numbers, totals, invoices and credit notes."""
