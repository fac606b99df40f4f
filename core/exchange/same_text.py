"""Tell whether a layer is of the text of an article that is there, and put it on that article."""

from __future__ import annotations

from core.model import Article
from core.model.layer import Layer
from core.model.marks import marks_of


def is_same_text(there: Article, layer: Layer) -> bool:
    """Tell whether the text of ``layer`` is that of ``there``, but for white space after the last word.

    WebAnno TSV cannot hold that, and some programs cut it off; nothing that the layer marks may lie beyond the end.
    """
    if there.digest == layer.article.digest:
        return True
    if layer.article.text.rstrip() != there.text.rstrip():
        return False
    return all(mark.end <= len(there.text) for item in layer.annotations() for mark in marks_of(item))


def on_article(article: Article, layer: Layer) -> Layer:
    """Return the layer on an article of the same text; made anew only where title or details differ."""
    return layer if article == layer.article else Layer(article, layer.annotator, layer.everything())
