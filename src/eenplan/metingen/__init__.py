"""The room `metingen`: how somebody does per life domain, measured over time."""
