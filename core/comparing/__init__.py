"""Layers compared: which items of two people are the same one, and in what they differ."""
