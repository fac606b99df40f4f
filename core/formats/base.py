"""What readers and writers pass to each other: records, refusals, summaries, options, limits; safe file replacement."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, NamedTuple

from core.errors import UserError
from core.messages import reason
from core.model import Article
from core.model.layer import Layer
from core.model.register import Source
from core.model.schema import Schema
from core.model.text import digest, paragraphs
from core.temporary import folder_beside

ARTICLE_LIMIT = 4_000_000
"""Code points that an article may have."""
PARAGRAPH_LIMIT = 500_000
"""Code points that a paragraph may have: what the window can lay out at once."""


class Record(NamedTuple):
    """One article as one author annotated it; ``layer`` is empty where the source had a text alone."""

    article: Article
    layer: Layer
    notes: tuple[str, ...] = ()
    """What the reader repaired or decided, for the person who imports ("offsets counted UTF-16 units")."""
    source: str = ""
    line: int = 0
    """Where the record was read: the file, and its line from 1 (0: the file has no lines of records)."""
    sources: tuple[Source, ...] = ()
    """Those of the register that actors of the layer name."""
    numbered: bool = False
    """Whether the reader made the article's id of a file's name and a number: the same text under another id is it."""


class Refused(NamedTuple):
    """A record that was not read: where it stands and why. The others go in."""

    source: str
    line: int
    field: str
    error: UserError

    @property
    def reason(self) -> str:
        """The English reason without file and line."""
        return reason(self.error.code, self.error.facts)


@dataclass
class Summary:
    """What a writer wrote, and what its format could not hold, counted by kind; never silent."""

    articles: int = 0
    items: int = 0
    lost: Counter[str] = field(default_factory=Counter)

    def lines(self) -> list[tuple[str, int]]:
        """Return what was lost and how often, the most first, without what did not occur."""
        return [(what, number) for what, number in self.lost.most_common() if number]


@dataclass(frozen=True)
class Options:
    """How to write or read, where a format leaves it open. Every writer and reader takes only what concerns it."""

    schema: Schema | None = None
    offsets: str = "code-points"
    """``code-points`` or ``utf-16``: what a foreign program counts."""
    part: str = "entities"
    """What one-layer formats (CoNLL) hold: ``entities`` or ``quotations``."""
    predictions: bool = False
    """Label Studio: write predictions, not annotations."""
    annotator: str = "imported"
    """The layer that records without an annotator of their own go to."""
    encoding: str | None = None
    changes: str = "accepted"
    """Tracked changes of a document: ``accepted`` or ``rejected``."""
    columns: tuple[tuple[str, str], ...] = ()
    """Column mapping of tables and foreign JSONL: (our field, their column)."""
    delimiter: str | None = None
    """The character that parts the cells of a table in text; None: told from its rows."""
    unsettled: bool = False
    """Write items that nobody has settled also where the format cannot say so."""
    repair: bool = False
    """Take the repaired reading where offsets are off by a known bug."""
    context: int = 200
    """Code points of context on each side of a quotation in a table."""
    splits: tuple[tuple[str, str], ...] = ()
    """(article id, ``train``, ``dev`` or ``test``)."""
    agreement: str = ""
    """What a data set card says of the agreement between annotators."""
    licence: str = ""
    """What a data set card says of the licence of texts and annotations."""


def refused(error: UserError) -> Refused:
    """Return the refusal for an error that names its position in a file."""
    facts = error.facts
    line = facts.get("line")
    return Refused(
        str(facts.get("source", facts.get("path", ""))),
        line if isinstance(line, int) else 0,
        str(facts.get("field", "")),
        error,
    )


def make_article(article_id: str, title: str | None, text: str, meta: dict[str, str] | None = None) -> Article:
    """Return an article of canonical ``text`` with its digest."""
    return Article(id=article_id, title=title, text=text, digest=digest(text), meta=meta or {})


def check_size(text: str) -> UserError | None:
    """Return the refusal of a text that is empty or too long, or None. Its facts name no file position yet."""
    if not text or text.isspace():
        return UserError("text-empty")
    if len(text) > ARTICLE_LIMIT:
        return UserError("text-too-long", length=len(text), limit=ARTICLE_LIMIT)
    if len(text) > PARAGRAPH_LIMIT:
        for number, span in enumerate(paragraphs(text), 1):
            if span.end - span.start > PARAGRAPH_LIMIT:
                length = span.end - span.start
                return UserError("paragraph-too-long", length=length, number=number, limit=PARAGRAPH_LIMIT)
    return None


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """Open a temporary file beside ``path``; at the end flush it to disk and replace ``path`` with it.

    Whatever is raised inside, ``path`` stays as it was and the temporary file goes. Raises UserError
    ``file-unwritable`` (path, reason).
    """
    target = path.resolve()
    try:
        with folder_beside(target) as folder:
            part = folder / "part"
            with part.open("wb", buffering=1 << 18) as out:
                yield out
                out.flush()
                os.fsync(out.fileno())
            os.chmod(part, mode_of(target))
            os.replace(part, target)
    except OSError as error:
        raise UserError("file-unwritable", path=path, reason=error.strerror or error) from error


def mode_of(target: Path) -> int:
    """Return the permissions the file has, or those a new file gets here."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def open_for_reading(path: Path) -> IO[bytes]:
    """Open a file of bytes; raises UserError ``file-missing``, ``file-is-folder``, ``file-unreadable``."""
    try:
        return path.open("rb")
    except FileNotFoundError as error:
        raise UserError("file-missing", path=path) from error
    except IsADirectoryError as error:
        raise UserError("file-is-folder", path=path) from error
    except OSError as error:
        raise UserError("file-unreadable", path=path, reason=error.strerror or error) from error
