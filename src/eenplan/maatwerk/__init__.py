"""The room `maatwerk`: the tailor-made route: five fields, a small budget, precedents."""
