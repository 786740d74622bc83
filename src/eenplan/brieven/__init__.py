"""Letters in the municipality's house style: from content to a tagged PDF, with a readability score."""
