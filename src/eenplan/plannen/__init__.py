"""What we will do: analysis, goals, ladder, approval."""
