"""Proposals: search and solver together, in a process of their own."""
