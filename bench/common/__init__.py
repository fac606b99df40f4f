"""What the scripts of ``bench/`` share: articles of given sizes, medians, the last line of JSON."""
