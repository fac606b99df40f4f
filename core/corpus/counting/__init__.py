"""Counts over the corpus that lead back: every row has the query that lists exactly its quotations.

``types`` has the values that are asked and answered, ``quotations`` counts them by one or two axes, ``pairs`` tells
who is quoted beside whom, ``collocates`` what stands around a word inside quotations, ``progress`` how the work goes.
"""
