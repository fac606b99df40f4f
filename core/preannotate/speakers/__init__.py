"""Speakers: who said a quotation."""
