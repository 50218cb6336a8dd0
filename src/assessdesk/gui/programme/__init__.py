"""Exercise sessions and follow-up calls: forms, grid and words."""
