"""The page for what is selected, or for the article."""
