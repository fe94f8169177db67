"""Bytes from facts: PDF papers and files. The only place that knows reportlab."""
