"""Invoices on their way to e-invoice operators; no Qt."""
