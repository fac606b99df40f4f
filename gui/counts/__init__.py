"""Counts in the window: the dashboard of a project, tables and charts; every figure leads to its quotations."""
