"""Settings, addresses, commands and the embedded database: what makes the rooms one program."""
