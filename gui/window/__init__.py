"""The main window: composes the wings and does nothing itself."""
