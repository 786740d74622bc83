"""Residents, households and their ties; the only home of a BSN."""
