"""Pay runs, their papers and files; no Qt."""
