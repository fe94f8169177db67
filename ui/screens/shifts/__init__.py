"""The week board and its cards."""
