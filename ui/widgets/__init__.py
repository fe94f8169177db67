"""Fields, cards and tables that every screen is built of."""
