"""The tour: the main work done once, by real acts, on an article of the sample that goes away at the end."""
