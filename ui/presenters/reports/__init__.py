"""Reports over a span of months; no Qt."""
