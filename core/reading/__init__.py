"""What a gesture or a word means in a text, from the dictionary alone; no models."""
