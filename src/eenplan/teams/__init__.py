"""Areas, teams, workers and the roles they fill."""
