"""What really happened: work entries, corrections, completeness of days and months."""
