"""Values, formats and reviewing in the words of the user's language, for command line, reports and window."""
