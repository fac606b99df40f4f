"""OpenDocument texts (ODT, flat FODT): the text as a word processor shows it, changes accepted or rejected.

Read from the XML itself: odfpy prints deleted words and editors' names, odfdo parts a sentence at a text box, shows
hidden words and loses the labels of lists (docs/adr/0012).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from core.errors import UserError
from core.formats.base import Options, Record, Refused, open_for_reading
from core.formats.names import name_of, stem_of
from core.formats.odt_lists import Lists
from core.formats.office_zip import Element, child, failing_as, local, opened, parsed, value
from core.formats.plain import BYTE_LIMIT
from core.formats.prose import Prose, changes_said, usable_author
from core.formats.records import read_one

_KIND = "an OpenDocument text"
_SKIPPED_NAMES = (
    "tracked-changes forms sequence-decls variable-decls user-field-decls dde-connection-decls table-source "
    "title desc table-of-content-source illustration-index-source table-index-source object-index-source "
    "user-index-source alphabetical-index-source bibliography-source ruby-text number note-citation "
    "event-listeners glue-point image-map alphabetical-index-auto-mark-file meta scripts font-face-decls"
)
_SKIPPED = frozenset(_SKIPPED_NAMES.split())
_HIDDEN = ("hidden-text", "hidden-paragraph")
_BLANKS = re.compile(r"[ \t\r\n]+")


def read(path: Path, options: Options) -> Iterator[Record | Refused]:
    """Yield the article of a document with an empty layer, or its refusal."""
    yield from read_one(path, lambda: _record(path, options))


def _record(path: Path, options: Options) -> Record:
    rejected = options.changes == "rejected"
    if path.suffix.lower() == ".fodt":
        with open_for_reading(path) as file, failing_as(path, _KIND):
            whole = parsed(file.read(4 * BYTE_LIMIT))
            return _made(path, whole, [whole], whole, rejected, options)
    with opened(path, _KIND) as parts:
        if "META-INF/manifest.xml" in parts.names and b"encryption-data" in parts.bytes("META-INF/manifest.xml"):
            raise UserError("document-locked", path=path)
        content = parts.xml("content.xml")
        if content is None:
            raise UserError("file-format", path=path, format=_KIND, reason="it has no content.xml")
        styles, meta = parts.xml("styles.xml"), parts.xml("meta.xml")
        return _made(path, content, [one for one in (styles, content) if one is not None], meta, rejected, options)


def _made(
    path: Path, content: Element, styles: list[Element], meta: Element | None, rejected: bool, options: Options
) -> Record:
    body = child(content, "body", "text")
    if body is None:
        raise UserError("file-format", path=path, format=_KIND, reason="it holds no text document")
    walker = Walker(body, styles, rejected)
    prose = walker.prose
    prose.said += walker.said()
    prose.left["running head or foot"] += sum(_heads(root) for root in styles)
    found = child(meta, "meta") if meta is not None else None
    facts = {local(one): "".join(one.itertext()) for one in (found if found is not None else ())}
    prose.meta["author"] = usable_author(facts.get("initial-creator") or facts.get("creator"))
    prose.meta["published"] = (facts.get("creation-date") or facts.get("date") or "")[:10]
    return prose.record(stem_of(path), facts.get("title"), name_of(path), options)


def _heads(root: Element) -> int:
    """Return how many running heads and feet the page styles have that say anything."""
    names = ("header", "footer", "header-left", "footer-left", "header-first", "footer-first")
    pages = child(root, "master-styles")
    found = (one for page in (pages if pages is not None else ()) for one in page if local(one) in names)
    return sum(any(text.strip() for text in one.itertext()) for one in found)


class Walker:
    """Traverse a text once and pass its visible words to a ``Prose``."""

    def __init__(self, body: Element, styles: list[Element], rejected: bool) -> None:
        self.prose = Prose()
        self._lists = Lists(styles)
        self._rejected = rejected
        self._changes = {value(one, "id") or "": one for one in _changed(body)}
        self._gone: set[str] = set()
        """Insertions that are open where changes are rejected."""
        self._boxes: list[Element] = []
        self._blank = True
        """Whether a blank just stands there that a further one would only repeat."""
        self._block(body)
        self._end("")

    def said(self) -> Iterator[str]:
        """Yield the note on tracked changes."""
        kinds = [local(part) for one in self._changes.values() for part in one]
        yield from changes_said(kinds.count("insertion"), kinds.count("deletion"), self._rejected)

    # -- blocks --------------------------------------------------------------------------------------------------------

    def _block(self, block: Element) -> None:
        for one in block:
            name = local(one)
            if name in ("p", "h"):
                self._paragraph(one)
            elif name == "list":
                self._list(one, 1, None)
            elif name == "section" and value(one, "display") in ("none", "condition"):
                self.prose.left["hidden section"] += 1
            elif name in ("change-start", "change-end", "change"):
                self._change(one, name)
            elif name == "frame" or name == "custom-shape":
                self._frame(one)
                self._end("")
            elif name not in ("covered-table-cell", "") and name not in _SKIPPED:
                self._block(one)

    def _list(self, listed: Element, level: int, style: str | None) -> None:
        style = value(listed, "style-name") or style
        self._lists.begin(listed, style, level)
        for item in listed:
            name = local(item)
            if name not in ("list-item", "list-header"):
                continue
            label = self._lists.label(item, style, level) if name == "list-item" else ""
            for one in item:
                if local(one) == "list":
                    self._list(one, level + 1, style)
                elif local(one) in ("p", "h"):
                    label = self._paragraph(one, label)

    def _paragraph(self, paragraph: Element, label: str | None = None) -> str:
        """Read a paragraph; return the label where nothing was seen that it could stand before."""
        style = value(paragraph, "style-name")
        if self._lists.hides(style):
            self.prose.left["hidden paragraph"] += 1
            return label or ""
        if label is None:
            label = self._lists.heading(paragraph) if local(paragraph) == "h" else ""
        self._inline(paragraph)
        seen = not self.prose.empty
        self._end(label)
        return "" if seen else label

    def _end(self, label: str) -> None:
        """End the open paragraph, then add the text boxes anchored to it."""
        self.prose.end(label)
        self._blank = True
        while self._boxes:
            boxes, self._boxes = self._boxes, []
            for box in boxes:
                self._block(box)
                self.prose.end()
                self._blank = True

    # -- words ---------------------------------------------------------------------------------------------------------

    def _inline(self, parent: Element) -> None:
        self._say(parent.text)
        for one in parent:
            self._part(one, local(one))
            self._say(one.tail)

    def _part(self, one: Element, name: str) -> None:
        if name == "s":
            self._exactly(" " * min(int(value(one, "c") or 1), 10_000))
        elif name == "tab":
            self._exactly("\t")
        elif name == "line-break":
            self._exactly("\n")
            self._blank = True
        elif name == "note":
            self._note(one)
        elif name == "annotation":
            self.prose.left["comment"] += 1
        elif name in ("change-start", "change-end", "change"):
            self._change(one, name)
        elif name in ("frame", "custom-shape", "g", "rect", "text-box"):
            self._frame(one)
        elif name in _HIDDEN or (name == "span" and self._lists.hides(value(one, "style-name"))):
            self.prose.left["hidden run of words"] += 1
        elif name in ("p", "h"):
            self._inline(one)
            self._exactly("\n")
            self._blank = True
        elif name and name not in _SKIPPED:
            self._inline(one)

    def _say(self, words: str | None) -> None:
        """Add words with their white space run together, as the format wants it."""
        if not words or self._gone:
            return
        words = _BLANKS.sub(" ", words)
        if self._blank and words.startswith(" "):
            words = words[1:]
        if words:
            self.prose.add(words)
            self._blank = words.endswith(" ")

    def _exactly(self, words: str) -> None:
        if not self._gone:
            self.prose.add(words)
            self._blank = False

    def _note(self, note: Element) -> None:
        body = child(note, "note-body")
        self.prose.left["endnote" if value(note, "note-class") == "endnote" else "footnote"] += 1
        main, boxes, blank = self.prose, self._boxes, self._blank
        self.prose, self._boxes, self._blank = Prose(), [], True
        if body is not None:
            self._block(body)
        words = self.prose.text()
        self.prose, self._boxes, self._blank = main, boxes, blank
        self.prose.note(words)

    def _frame(self, frame: Element) -> None:
        """Keep the text of a frame or shape for the end of its paragraph; count what is a picture."""
        if self._gone:
            return
        if local(frame) == "frame":
            box = child(frame, "text-box")
            found = [box] if box is not None else []
        else:
            found = [frame] if any(local(one) in ("p", "list") for one in frame.iter()) else []
        if found:
            self._boxes += found
        else:
            self.prose.left["picture"] += 1

    def _change(self, one: Element, name: str) -> None:
        """Where changes are rejected: leave out what was inserted, put back what was deleted."""
        if not self._rejected:
            return
        key = value(one, "change-id") or ""
        change = self._changes.get(key)
        if name == "change-start" and child(change, "insertion") is not None:
            self._gone.add(key)
        elif name == "change-end":
            self._gone.discard(key)
        elif name == "change" and (deleted := child(change, "deletion")) is not None:
            paragraphs = [part for part in deleted if local(part) in ("p", "h")]
            for number, part in enumerate(paragraphs):
                if number:
                    self.prose.end()
                    self._blank = True
                self._inline(part)


def _changed(body: Element) -> Iterator[Element]:
    for tracked in body:
        if local(tracked) == "tracked-changes":
            yield from (one for one in tracked if local(one) == "changed-region")
