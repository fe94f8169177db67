"""Who works, who guides, and the unit they belong to."""
