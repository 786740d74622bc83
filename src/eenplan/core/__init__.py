"""Plumbing that every room uses: clock, pages, components, state transitions."""
