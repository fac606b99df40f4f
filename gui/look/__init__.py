"""Theme, icons, widgets, languages, keys."""
