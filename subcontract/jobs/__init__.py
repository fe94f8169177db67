"""Customers, the jobs they order, their phases, studies and quotes."""
