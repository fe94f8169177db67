"""The first screen of the morning; no Qt."""
