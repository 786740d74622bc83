"""The running clocks of a file, each with its derivation."""
