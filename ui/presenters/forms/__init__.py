"""Forms as plain values: fields, lines, days, what waits to be saved; no Qt."""
