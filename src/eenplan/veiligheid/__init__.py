"""The room `veiligheid`: safety check, risk assessment, safety plan, the protocol for violence and abuse."""
