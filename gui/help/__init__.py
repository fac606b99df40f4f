"""Help inside: the manual, the legend of marks, the project's guidelines, what a mark is."""
