"""Help is granted: aanvraag, beschikking and its letter."""
