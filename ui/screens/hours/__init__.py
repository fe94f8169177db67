"""Recording: the day grid and the month."""
