"""Invoices: waiting, drafts, issued, paid."""
