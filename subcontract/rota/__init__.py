"""Which clients work where, and when."""
