"""Data that the program ships: lexicons, schema, translations, icons, the sample project; read by importlib.resources."""
