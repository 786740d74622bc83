"""Sharing with others: partners, consent and legal ground, what went to whom, questions asked and answered."""
