"""What goes to the bookkeeping, and the month's folder; no Qt."""
