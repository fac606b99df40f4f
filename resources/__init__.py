"""Data that ships: lexicons, models, schema, translations, icons, the sample; read by importlib.resources."""
