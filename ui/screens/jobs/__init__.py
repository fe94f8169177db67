"""The jobs: board, page, price sheet, quotes, pots."""
