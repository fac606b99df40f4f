"""The table of commands, their handlers, keys, palette and key sheet."""
