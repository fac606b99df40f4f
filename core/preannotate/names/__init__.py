"""Names and their case forms."""
