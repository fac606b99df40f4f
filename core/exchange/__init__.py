"""Import and export of whole projects: what goes out, what comes in, previews, the sample."""
