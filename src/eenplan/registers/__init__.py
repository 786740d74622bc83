"""The privacy officer's books: impact assessments, breaches, statements, instruction; owners and due dates."""
