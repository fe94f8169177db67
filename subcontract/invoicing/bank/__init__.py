"""What the bank tells, and which invoices it pays."""
