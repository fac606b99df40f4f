"""What was: an article's layer at an earlier time, the lines of a log, two copies of a project merged. No SQL."""
