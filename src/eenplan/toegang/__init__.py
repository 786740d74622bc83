"""Who may enter one file besides the roles: break-glass, one's own file, a task, a review."""
