"""The question as rows for the solver: windows, bounds, proofs, and sets in conflict."""
