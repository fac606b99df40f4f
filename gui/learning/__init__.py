"""What the project taught: shown and governed in a window, learned on behind the work."""
