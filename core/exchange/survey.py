"""Preview an import without writing: new, already there, (nearly) the same text, or refused."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from core.errors import UserError
from core.exchange.duplicates import NearTexts
from core.exchange.fitting import base_for, fit, has_annotations
from core.formats.base import Record, Refused, refused
from core.formats.jsonl import write_record
from core.model.layer import Layer

if TYPE_CHECKING:
    from core.store import Project


class Fate(StrEnum):
    """What an import would do with a record."""

    NEW = "new"
    LAYER = "layer"
    """A layer for an article that is there."""
    CHANGED = "changed"
    """A layer that is there and differs: replaced where that is asked for, else refused."""
    SAME = "same"
    """A bare text that the project, or an earlier record, has under another id."""
    NEAR = "near"
    """A bare text that is nearly one that the project, or an earlier record, has."""
    KNOWN = "known"
    REFUSED = "refused"


class Seen(NamedTuple):
    """One record, its fate, and the id of the article with the same or nearly the same text.

    ``likeness`` is their similarity, from 0 to 1.
    """

    record: Record | Refused
    fate: Fate
    twin: str = ""
    likeness: float = 0.0


_Key = tuple[str, str, str]
"""Digest, article and annotator of what an earlier record brings; with it goes the digest of its layer."""


def survey(project: Project, records: Iterable[Record | Refused]) -> Iterator[Seen]:
    """Yield every record with its fate; nothing is written. Duplicates are recognised streaming."""
    texts, near = project.digests(), NearTexts(project)
    brought: dict[_Key, bytes] = {}
    for record in records:
        if isinstance(record, Refused):
            yield Seen(record, Fate.REFUSED)
            continue
        try:
            yield _seen(project, record, texts, near, brought)
        except UserError as error:
            if not error.code.startswith("record-"):
                raise
            yield Seen(refused(error), Fate.REFUSED)


def _seen(project: Project, record: Record, texts: dict[str, str], near: NearTexts, brought: dict[_Key, bytes]) -> Seen:
    own, added = fit(project, record, texts)
    bare = not has_annotations(own)
    twin = texts.setdefault(own.article.digest, own.article.id)
    if bare and added and twin != own.article.id:
        return Seen(record, Fate.SAME, twin)
    key = (own.article.digest, own.article.id, "" if bare else own.annotator)
    said = b"" if bare else hashlib.sha256(write_record(own.article, own, sort=True)).digest()
    if key in brought:
        return Seen(record, Fate.KNOWN if brought[key] == said else Fate.CHANGED)
    brought[key] = said
    if added and bare:
        like = near.find(own.article)
        near.add(own.article)
        if like is not None:
            return Seen(record, Fate.NEAR, *like)
    if added:
        return Seen(record, Fate.NEW, twin if twin != own.article.id else "")
    if bare or base_for(project, record, own, replace_layers=True) is None:
        return Seen(record, Fate.KNOWN)
    return Seen(record, Fate.CHANGED if _differs(project, own) else Fate.LAYER)


def _differs(project: Project, own: Layer) -> bool:
    there = project.layer(own.article.id, own.annotator)
    return there is not None and has_annotations(there)
