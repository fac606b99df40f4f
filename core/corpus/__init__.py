"""The corpus: search over all articles of a project by lemma, phrase and who said it (docs/search.md)."""
