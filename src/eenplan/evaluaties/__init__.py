"""The room `evaluaties`: looking back: goals attained, what the resident says of the help, closing."""
