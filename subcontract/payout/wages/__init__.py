"""Wages and fees: what a month's work earns in employment, what is withheld, and what it costs."""
