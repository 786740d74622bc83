"""The household's file: coordinator, cases, talks, notes and documents."""
