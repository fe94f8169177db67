"""Files of the bank and the payments in them; no Qt."""
