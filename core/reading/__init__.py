"""Interpret a gesture or a word in a text with the dictionary alone; no models."""
