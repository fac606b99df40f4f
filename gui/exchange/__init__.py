"""Import and export dialogs, pasting, new projects."""
