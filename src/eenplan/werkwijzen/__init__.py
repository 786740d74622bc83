"""The room `werkwijzen`: the municipality's way of working: versions compared, tried and released by two people."""
