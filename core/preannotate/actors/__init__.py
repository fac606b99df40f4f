"""Actors: which mentions are one person or organisation."""
