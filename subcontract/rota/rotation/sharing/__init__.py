"""What is fair: each person's part, and what a plan costs by every goal."""
