"""Credit notes, invoices that take them back or replace them, corrections of work already billed."""
