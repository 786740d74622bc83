"""Commands of the room `termijnen`."""
