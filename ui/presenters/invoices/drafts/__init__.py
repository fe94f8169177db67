"""Work waiting for an invoice, drafts, invoices that come again; no Qt."""
