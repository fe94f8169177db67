"""The plan against what happened: what was promised, what was planned, who came."""
