"""Articles as things: title and details, several at once, removed and brought back."""
