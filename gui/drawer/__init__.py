"""The lists below the text: checks, history, corrections."""
