"""The concordance: every place of a query in all articles, line by line; opened, ticked, labelled, written, printed."""
