"""The privacy officer's books: impact assessments, breaches, statements and instruction, each with an owner and a date."""
