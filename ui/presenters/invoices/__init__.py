"""Invoices: waiting, drafts, issued, paid; no Qt."""
