"""What an import would bring, looked at off the GUI thread: how each file is read, and what becomes of each record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from core.errors import UserError
from core.exchange.duplicates import Key, key_of
from core.exchange.survey import Fate, Seen, survey
from core.formats import format_named, guess
from core.formats.base import Options, Refused, open_for_reading
from core.formats.encodings import decoded_page, detect
from core.formats.tables import columns_of
from core.store import Project
from core.words.exchange import note_words
from gui.desk.jobs import Report
from gui.desk.latest import Show
from gui.exchange.importing import records_of
from gui.exchange.source import Choice, Source
from gui.exchange.table_memory import Memory, with_memory
from gui.words.exchange import reason_words

MOST = 200
"""Records of each fate that are shown; all are counted."""
EXCERPT = 20_000
"""Characters of a text that are shown."""
BATCH = 25
"""Records that are shown together."""
COUNTED = 500
"""Records after which the counts are shown where no record is."""
TEXTUAL = frozenset({"text", "html", "mhtml", "conll", "eml", "table"})
"""Formats whose files have an encoding to choose."""
TRACKED = frozenset({"docx", "odt", "rtf", "html", "mhtml", "eml", "msg", "zip", "folder"})
"""Formats that may hold tracked changes."""
_HEAD = 1 << 18


class Look(NamedTuple):
    """How a source is read: its index in the list, format, encoding, columns."""

    at: int
    format: str
    encoding: str = ""
    columns: tuple[str, ...] = ()
    source: Source | None = None
    """How it is read with what is remembered for tables of its head, where that is another way."""


class Line(NamedTuple):
    """One record as the preview shows it."""

    fate: Fate
    name: str
    title: str
    length: int
    layer: str
    items: int
    said: tuple[str, ...]
    """What was decided and left out, or why it is refused."""
    text: str
    twin: str = ""
    """The article that has the text already, or nearly."""
    likeness: float = 0.0
    source: str = ""
    """The file it comes from."""
    key: Key | None = None
    """What tells the record from the others."""


@dataclass
class Found:
    """All that was looked at: records by fate, and by what their offsets are off."""

    fates: Counter[Fate] = field(default_factory=Counter)
    off: Counter[str] = field(default_factory=Counter)
    lines: list[Line] = field(default_factory=list)
    """Those that were not shown before."""

    @property
    def total(self) -> int:
        """How many records there are."""
        return self.fates.total()


class Asked(NamedTuple):
    """What is to be looked at, and how it would be imported; ``known``: how tables were read the last time."""

    sources: Sequence[Source]
    choice: Choice
    annotator: str
    known: Memory


def look(project: Project, asked: Asked, report: Report, show: Show) -> Found:
    """Look at every source: ``show`` gets a ``Look`` for each and ``Found`` with the lines that are new."""
    sources, choice, annotator, known = asked
    for at, named in enumerate(sources):
        source = with_memory(named, known)
        show(_look(at, source)._replace(source=source if source != named else None))
        if not report(0, source.path.name):
            return Found()
    found = Found()
    seen = survey(project, records_of(sources, choice, project, annotator, known))
    return _collect(seen, found, report, show)


def _look(at: int, source: Source) -> Look:
    """Return how a source is read; what cannot be read says so with its records."""
    if source.link:
        return Look(at, "")
    try:
        row = format_named(source.format) if source.format else guess(source.path)
        encoding = _encoding(source, row.name)
        columns: tuple[str, ...] = ()
        if row.name == "table" and not row.missing():
            columns = tuple(columns_of(source.path, Options(encoding=source.encoding, delimiter=source.delimiter)))
    except UserError:
        return Look(at, source.format or "text")
    return Look(at, row.name, encoding, columns)


def _encoding(source: Source, name: str) -> str:
    binary = source.path.suffix.lower() in (".xlsx", ".xlsm", ".parquet")
    if name not in TEXTUAL or binary or source.path.is_dir():
        return ""
    if source.encoding is not None:
        return source.encoding
    if name in ("eml", "mhtml"):
        return ""  # each part has its own
    with open_for_reading(source.path) as file:
        head = file.read(_HEAD)
    whole = head if len(head) < _HEAD else head[: head.rfind(b"\n") + 1] or head
    return decoded_page(whole, None)[1] if name == "html" else detect(whole) or ""


def _collect(seen: Iterator[Seen], found: Found, report: Report, show: Show) -> Found:
    for number, one in enumerate(seen, 1):
        found.fates[one.fate] += 1
        if isinstance(one.record, Refused) and one.record.error.code == "record-offsets-off":
            found.off[str(one.record.error.facts.get("reading", ""))] += 1
        if found.fates[one.fate] <= MOST:
            found.lines.append(line_of(one))
        if number % (BATCH if found.lines else COUNTED) == 0:
            show(Found(found.fates.copy(), found.off.copy(), found.lines))
            found.lines = []
            if not report(number, ""):
                break
    return found


def line_of(seen: Seen) -> Line:
    """Return a record as the preview shows it."""
    record = seen.record
    if isinstance(record, Refused):
        where = f"{record.source}, {record.line}" if record.line else record.source
        field_ = f"{record.field}: " if record.field else ""
        said = f"{field_}{reason_words(record.error)}"
        return Line(seen.fate, where.rpartition("/")[2], "", 0, "", 0, (said,), "", source=record.source)
    article, items = record.article, record.layer.annotations()
    return Line(
        fate=seen.fate,
        name=article.id,
        title=article.title or "",
        length=len(article.text),
        layer=record.layer.annotator if items else "",
        items=len(items),
        said=tuple(note_words(note) for note in record.notes),
        text=article.text[:EXCERPT],
        twin=seen.twin,
        likeness=seen.likeness,
        source=record.source,
        key=key_of(record),
    )
