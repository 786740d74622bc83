"""The room `adviezen`: weighty advice, its answer and its escalation, and the specialist consult."""
