"""Plans by small changes: a first one at once, better ones, and ways on when somebody falls out."""
