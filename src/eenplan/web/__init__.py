"""The worker's screens that join rooms. It only composes."""
