"""The article's text as it is drawn, clicked and typed on."""
