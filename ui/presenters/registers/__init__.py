"""A list beside the record that is open; no Qt."""
