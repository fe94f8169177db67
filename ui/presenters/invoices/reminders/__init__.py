"""Late invoices, reminders of them, what a customer owes; no Qt."""
