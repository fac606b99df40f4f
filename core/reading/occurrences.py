"""Find every occurrence of a name: in one article for one edit, in a project article by article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from core.model import Article, Range, State, edits
from core.model.layer import Edit, Layer
from core.preannotate.names.names import WORD, occurrences

if TYPE_CHECKING:
    from core.store import Project

CONTEXT = 48
"""Code points shown on either side of an occurrence."""


class Occurrence(NamedTuple):
    """One occurrence of a name, with its context; ``taken``: it already has that label."""

    article: str
    title: str
    range: Range
    before: str
    words: str
    after: str
    taken: bool


def find(layer: Layer, name: str, label: str, *, by_lemma: bool = True) -> list[Occurrence]:
    """Return the spans of ``name`` in the article as whole words: in any case form, or as it is written."""
    return list(_found(layer.article, layer, name, label, by_lemma))


def find_in_project(
    project: Project, annotator: str, name: str, label: str, *, by_lemma: bool = True
) -> Iterator[tuple[int, list[Occurrence]]]:
    """Yield, article by article in the project's order, how many were searched and what was found in the last."""
    sought = name.strip()[:3].casefold()
    for count, row in enumerate(project.article_rows(annotator), 1):
        article = project.article(row.id)
        if by_lemma and not _may_hold(article.text, sought):
            yield count, []
            continue
        layer = project.working_layer(row.id, annotator)
        yield count, list(_found(article, layer, name, label, by_lemma))


def _may_hold(text: str, sought: str) -> bool:
    """Tell quickly whether a word of the text may begin so; ё counts as е."""
    return sought.replace("ё", "е")[:2] in text.casefold().replace("ё", "е")


def _found(article: Article, layer: Layer, name: str, label: str, by_lemma: bool) -> Iterator[Occurrence]:
    if not WORD.search(name):
        return
    text = article.text
    marked = {item.range for item in layer.entities() if item.label == label}
    for span in occurrences(text, name, by_lemma, any_case=True):
        before, after = text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]
        yield Occurrence(
            article=article.id,
            title=article.title or article.id,
            range=span,
            before=before[before.rfind("\n") + 1 :],
            words=text[span.start : span.end],
            after=after.split("\n", 1)[0],
            taken=span in marked,
        )


def label_all(layer: Layer, label: str, spans: Iterable[Range], actor: str | None = None) -> Edit:
    """Mark every one of ``spans`` as an entity of ``label``, as one act.

    One that is marked so already is left alone; a rejected proposal of the same span and label is taken up again.
    """
    wanted = list(dict.fromkeys(spans))
    there = {item.range: item for item in layer.entities(rejected=True) if item.label == label}
    added = edits.add_entities(label, [span for span in wanted if span not in there], actor)
    gone = [there[span].id for span in wanted if span in there and there[span].state in (State.REJECTED, State.AUTO)]
    again = edits.accept(layer, gone)
    return Edit("add-entities", again.removed, (*again.added, *added.added))
