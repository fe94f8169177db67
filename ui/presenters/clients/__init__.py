"""The clients: their page and its tabs; no Qt."""
