"""One function per user action: may they, read, decide, write, say what changed."""
