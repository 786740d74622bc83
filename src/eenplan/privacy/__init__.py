"""The resident's rights over the file, how long it is kept, and its destruction."""
