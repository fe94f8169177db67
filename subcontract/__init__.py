"""The domain of subcontracted work: facts, rules and actions, with no Qt and no SQL."""
