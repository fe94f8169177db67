"""E-invoices, Finvoice and UBL: written, checked, read."""
