"""The wage subsidy of one client: check list, decisions, claims; no Qt."""
