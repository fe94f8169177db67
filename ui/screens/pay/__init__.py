"""Pay runs, their papers and files."""
