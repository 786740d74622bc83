"""Commands of the room `personen`."""
