"""Someone asks: contact, melding and onderzoek."""
