"""What each person gets, line by line: the allowance ledger and the wage ledger, never mixed."""
