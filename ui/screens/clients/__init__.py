"""The clients: their page and its tabs."""
