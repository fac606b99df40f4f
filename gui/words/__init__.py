"""Values of the model in the window's words."""
