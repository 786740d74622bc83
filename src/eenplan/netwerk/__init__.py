"""The room `netwerk`: who is around a household: ties, what each gives, what each can carry."""
