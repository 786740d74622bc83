"""Eén gezin, één plan, één regisseur."""

VERSIE = "0.1.0"
