"""What a screen shows and can do, as plain objects; no Qt."""
