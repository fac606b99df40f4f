"""How a record fits into a project: which article it belongs to, and which layer it changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from core.errors import UserError
from core.exchange.same_text import is_same_text, on_article
from core.formats.base import Record, make_article
from core.model import Head
from core.model.layer import Layer

if TYPE_CHECKING:
    from core.store import Project


def has_annotations(layer: Layer) -> bool:
    """Tell whether a layer says anything: items, or a status, note or flag of the article."""
    return bool(layer.items) or layer.head != Head()


def fit(project: Project, record: Record, texts: Mapping[str, str]) -> tuple[Layer, bool]:
    """Return the record's layer on the project's article, and whether the article is new.

    A record whose id its reader made belongs to the article of its text, told by ``texts`` (ids by digest). A plain
    text whose id is taken by another text gets the next free id (``name-2``); a record with an id of its own is
    refused then. The article may be a removed one: whoever writes to it brings it back.
    """
    article, layer = record.article, record.layer
    if record.numbered and not project.has_article(article.id):
        twin = texts.get(article.digest)
        if twin is not None and project.has_article(twin):
            return on_article(project.article(twin, removed=True), layer), False
    named_by_file = record.line == 0 and not layer.items
    number = 1
    while project.has_article(article.id):
        there = project.article(article.id, removed=True)
        if is_same_text(there, layer):
            return on_article(there, layer), False
        if not named_by_file:
            raise refusal(record, "record-article-differs", id=article.id)
        number += 1
        article = make_article(f"{record.article.id}-{number}", article.title, article.text, article.meta)
    return on_article(article, layer), True


def base_for(project: Project, record: Record, own: Layer, replace_layers: bool) -> Layer | None:
    """Return the layer that the import changes; None where the same is there already."""
    there = project.layer(own.article.id, own.annotator)
    if there is None:
        return Layer(own.article, own.annotator)
    if there == own:
        return None
    if has_annotations(there) and not replace_layers:
        raise refusal(record, "record-layer-differs", annotator=own.annotator, id=own.article.id)
    return there


def refusal(record: Record, code: str, **facts: object) -> UserError:
    """Return the trouble of a record, with its file and line."""
    return UserError(code, source=record.source, line=record.line, field="", **facts)
