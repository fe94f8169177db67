"""What a job costs and what to ask for it."""
