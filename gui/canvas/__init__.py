"""The article's text: drawing, mouse and keyboard."""
