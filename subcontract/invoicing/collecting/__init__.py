"""Invoices that are open or late: reminders, interest, what a customer owes."""
