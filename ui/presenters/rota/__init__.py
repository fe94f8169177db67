"""The rota: the week board and its cards; no Qt."""
