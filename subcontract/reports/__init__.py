"""What came of it: margins, cross-checks, the to-do list."""
