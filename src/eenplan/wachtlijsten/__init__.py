"""The room `wachtlijsten`: who waits, with an owner, interim support and a day to look again."""
