"""Theme, icons, widgets, languages, keys: the ground of the window."""
