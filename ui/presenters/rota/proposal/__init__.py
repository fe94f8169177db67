"""The proposal page: what is asked, how it is made, what came of it, and taking it into use; no Qt."""
