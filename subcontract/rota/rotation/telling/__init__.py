"""Why somebody is on a shift or not, in words."""
