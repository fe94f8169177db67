"""Lists as plain values: columns, rows, how they are written; no Qt."""
