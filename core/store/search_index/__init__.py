"""The search index beside a project: ``NAME.citata-search``, which can be thrown away at any time.

docs/adr/0020-search-index.md has the reasons.

Words stand in it by their numbers in the corpus: an article's first word has the number ``base``, the last of all
articles before it one but one less, so that nothing runs from one article into the next. A list of numbers is packed
into one value (``packing``); what a layer says stands in plain tables (``tables``) with spans in the same numbers.
"""
