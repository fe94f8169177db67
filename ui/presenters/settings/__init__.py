"""The pages of settings; no Qt."""
