"""Entities: people, organisations, places."""
