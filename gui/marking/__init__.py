"""Marking many things: labels, occurrences, accepting many, find."""
