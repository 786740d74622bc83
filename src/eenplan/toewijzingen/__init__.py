"""Help is delivered: allocation, start and stop."""
