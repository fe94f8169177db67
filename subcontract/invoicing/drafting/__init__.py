"""Drafts: which work they bill, at what price, lines written by hand, prepayments."""
