"""DOCX documents: the text as a word processor shows it, its tracked changes accepted or rejected.

Read from the XML itself: python-docx leaves out insertions, boxes and content controls, mammoth shows hidden words,
knows no list labels, and drops what it does not know; here the children of an unknown element are read, so its text
stays (docs/adr/0012).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from core.errors import UserError
from core.formats.base import Options, Record, Refused
from core.formats.docx_lists import Numbering, Styles, is_on
from core.formats.names import name_of, stem_of
from core.formats.office_zip import Element, Parts, child, local, opened, value
from core.formats.prose import Prose, changes_said, usable_author
from core.formats.records import read_one

_IN = frozenset({"ins", "moveTo"})
_OUT = frozenset({"del", "moveFrom"})
_SKIPPED_NAMES = (
    "pPr rPr tblPr trPr tcPr sectPr sdtPr sdtEndPr smartTagPr customXmlPr instrText delInstrText annotationRef "
    "footnoteRef endnoteRef separator continuationSeparator fldData ffData tblGrid rt proofErr docPartObj"
)
_SKIPPED = frozenset(_SKIPPED_NAMES.split())
_SYMBOLS = {0xB7: "•", 0xA7: "▪", 0xD8: "➢", 0xFC: "✓", 0x2D: "−", 0xB1: "±", 0xB4: "×", 0xB0: "°", 0xBC: "…"}
"""Characters of the picture fonts (Symbol, Wingdings) that stand in running text."""


def read(path: Path, options: Options) -> Iterator[Record | Refused]:
    """Yield the article of a document with an empty layer, or its refusal."""
    yield from read_one(path, lambda: _record(path, options))


def _record(path: Path, options: Options) -> Record:
    with opened(path, "a DOCX document") as parts:
        main = next((part for kind, part in parts.related("") if kind == "officeDocument"), "word/document.xml")
        root = parts.xml(main)
        if root is None:
            raise UserError("file-format", path=path, format="a DOCX document", reason="it has no main part")
        related: dict[str, list[str]] = {}
        for kind, part in parts.related(main):
            related.setdefault(kind, []).append(part)
        walker = Walker(parts, related, options.changes == "rejected")
        walker.read(root)
        prose = walker.prose
        title = _properties(parts, prose)
        prose.text()
    return prose.record(stem_of(path), title, name_of(path), options)


def _properties(parts: Parts, prose: Prose) -> str | None:
    """Put author and date among the details; return the title that the properties give."""
    name = next((part for kind, part in parts.related("") if kind == "core-properties"), "docProps/core.xml")
    root = parts.xml(name)
    found = {local(one): one.text or "" for one in root} if root is not None else {}
    prose.meta["author"] = usable_author(found.get("creator"))
    prose.meta["published"] = found.get("created", "").strip()[:10]
    return found.get("title")


class Walker:
    """Traverse a document's XML once and pass its text to a ``Prose``."""

    def __init__(self, parts: Parts, related: dict[str, list[str]], rejected: bool) -> None:
        self.prose = Prose()
        self._parts, self._related, self._rejected = parts, related, rejected
        first = {kind: names[0] for kind, names in related.items()}
        styles = first.get("styles")
        self._styles = Styles(parts.xml(styles) if styles else None)
        self._numbering = Numbering(parts, first.get("numbering"))
        self._fields: list[bool] = []
        """Complex fields that are open: whether what follows is the result, which is seen."""
        self._boxes: list[Element] = []
        self._inserted = self._deleted = 0
        self._hides_paragraph = False
        self._label = ""

    def read(self, root: Element) -> None:
        """Read the main part, and count notes, headers and comments beside it."""
        self._block(child(root, "body") if local(root) == "document" else root)
        self.prose.end(self._label)
        for kind in ("footnotes", "endnotes"):
            self._notes(kind)
        for part in self._related.get("comments", ()):
            root = self._parts.xml(part)
            self.prose.left["comment"] += sum(local(one) == "comment" for one in root) if root is not None else 0
        for part in [*self._related.get("header", ()), *self._related.get("footer", ())]:
            root = self._parts.xml(part)
            seen = root is not None and any(local(one) == "t" and (one.text or "").strip() for one in root.iter())
            self.prose.left["running head or foot"] += seen
        self.prose.said += changes_said(self._inserted, self._deleted, self._rejected)

    def _notes(self, kind: str) -> None:
        """Keep the notes that the text refers to."""
        for part in self._related.get(kind, ()):
            root = self._parts.xml(part)
            for one in root if root is not None else ():
                if (value(one, "type") or "normal") == "normal":
                    beside = Walker(self._parts, {}, self._rejected)
                    beside._styles = self._styles
                    beside._block(one)
                    words = beside.prose.text()
                    if words:
                        self.prose.note(words)
                        self.prose.left[kind.removesuffix("s")] += 1

    # -- blocks --------------------------------------------------------------------------------------------------------

    def _block(self, block: Element | None) -> None:
        for one in block if block is not None else ():
            name = local(one)
            if name == "p":
                self._paragraph(one)
            elif name == "tbl":
                self._end()
                self._table(one)
            elif name == "altChunk":
                self.prose.left["embedded document"] += 1
            elif name == "AlternateContent":
                self._block(_chosen(one))
            elif name in _IN or name in _OUT:
                if self._enter(name):
                    self._block(one)
            elif name and name not in _SKIPPED:
                self._block(one)

    def _table(self, table: Element) -> None:
        for row in table:
            if local(row) in ("sdt", "sdtContent", "customXml"):
                self._table(row)
            elif local(row) == "tr" and not self._is_gone(child(row, "trPr")):
                self._row(row)

    def _row(self, row: Element) -> None:
        for cell in row:
            if local(cell) in ("sdt", "sdtContent", "customXml"):
                self._row(cell)
            elif local(cell) == "tc":
                merged = child(cell, "tcPr", "vMerge")
                if merged is None or value(merged) == "restart":
                    self._block(cell)
                    self._end()

    def _paragraph(self, paragraph: Element) -> None:
        properties = child(paragraph, "pPr")
        mark = child(properties, "rPr")
        self._hides_paragraph = self._styles.hides(value(child(properties, "pStyle")))
        self._inline(paragraph)
        goes_on = self._is_gone(mark) or (is_on(mark, "vanish") is True)
        if goes_on and self.prose.empty:
            return
        listed = self._styles.list_of(properties)
        self._label = self._numbering.label(*listed) if listed and not goes_on else ""
        if not goes_on:
            self._end()

    def _end(self) -> None:
        """End the open paragraph, then add the text boxes anchored to it."""
        self.prose.end(self._label)
        self._label = ""
        while self._boxes:
            boxes, self._boxes = self._boxes, []
            for box in boxes:
                self._block(box)
                self.prose.end(self._label)
                self._label = ""

    def _is_gone(self, properties: Element | None) -> bool:
        """Tell whether a paragraph mark or a table row is gone once the changes are accepted (or rejected)."""
        marks = {local(one) for one in (properties if properties is not None else ())}
        self._inserted += bool(marks & _IN)
        self._deleted += bool(marks & _OUT)
        return bool(marks & (_IN if self._rejected else _OUT))

    # -- words ---------------------------------------------------------------------------------------------------------

    def _enter(self, name: str) -> bool:
        """Count a tracked change; tell whether its words are seen."""
        self._inserted += name in _IN
        self._deleted += name in _OUT
        return (name in _OUT) if self._rejected else (name in _IN)

    def _inline(self, parent: Element) -> None:
        for one in parent:
            name = local(one)
            if name == "r":
                if self._is_hidden(one):
                    self.prose.left["hidden run of words"] += any(local(part) == "t" for part in one)
                else:
                    self._inline(one)
            elif name in _IN or name in _OUT:
                if self._enter(name):
                    self._inline(one)
            elif name in ("t", "delText"):
                self._say(_words(one))
            elif name in ("pict", "drawing", "object"):
                self._drawn(one)
            elif name == "AlternateContent":
                chosen = _chosen(one)
                if chosen is not None:
                    self._inline(chosen)
            elif name == "fldChar":
                self._field(value(one, "fldCharType"))
            elif name in _SIGNS:
                self._say(_SIGNS[name])
            elif name == "sym":
                self._symbol(one)
            elif name and name not in _SKIPPED:
                self._inline(one)

    def _say(self, words: str) -> None:
        if all(self._fields):
            self.prose.add(words)

    def _is_hidden(self, run: Element) -> bool:
        properties = child(run, "rPr")
        own = is_on(properties, "vanish")
        if own is not None:
            return own
        return self._styles.hides(value(child(properties, "rStyle"))) or self._hides_paragraph

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _symbol(self, one: Element) -> None:
        code = int(value(one, "char") or "0", 16)
        char = _SYMBOLS.get(code & 0xFF) if 0xF000 <= code <= 0xF0FF else chr(code) if code else None
        if char:
            self._say(char)
        else:
            self.prose.left["sign of a picture font"] += 1

    def _drawn(self, drawing: Element) -> None:
        """Keep the text boxes of a drawing for the end of its paragraph; count what is a picture."""
        boxes = [one for one in _seen(drawing) if local(one) == "txbxContent"]
        self._boxes += boxes
        if not boxes:
            self.prose.left["picture"] += 1


_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


def _words(text: Element) -> str:
    """Return the words of a text element: white space at its edges counts only where it says so."""
    words = "".join(text.itertext()).replace("\n", " ").replace("\t", " ")
    return words if value(text, "space") == "preserve" else words.strip(" \r")


def _chosen(alternatives: Element) -> Element | None:
    """Return the alternative that is shown: the first choice, else the fallback."""
    found = child(alternatives, "Choice")
    return found if found is not None else child(alternatives, "Fallback")


def _seen(drawing: Element) -> Iterator[Element]:
    """Yield the elements of a drawing that are seen, without what is in a text box in it."""
    for one in drawing:
        name = local(one)
        if name == "AlternateContent":
            chosen = _chosen(one)
            if chosen is not None:
                yield from _seen(chosen)
        elif name == "txbxContent":
            yield one
        elif name:
            yield one
            yield from _seen(one)
