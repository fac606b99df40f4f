"""RTF documents, through striprtf: what a reader does not see is taken out before, what it would lose is put in.

striprtf shows deleted and hidden words, reads what follows a picture as hidden, and leaves out text boxes and notes;
so the groups and switches of the format are read here, and the words, fonts and code pages by striprtf.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from striprtf.striprtf import rtf_to_text

from core.errors import UserError
from core.formats.base import Options, Record, Refused, open_for_reading
from core.formats.encodings import cyrillic_of_latin
from core.formats.names import name_of, stem_of
from core.formats.office_zip import failing_as
from core.formats.plain import BYTE_LIMIT
from core.formats.prose import Prose, changes_said, usable_author, whole_pairs
from core.formats.records import read_one

_KIND = "an RTF document"
_TOKEN = re.compile(r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'[0-9a-fA-F]{2}|\\[^a-zA-Z]|[{}]|[\r\n]+|[^\\{}\r\n]+")
_DEPTH = 150
"""How deep groups may lie in each other; word processors stay below 20."""
_HEADS = frozenset({"header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"})
_DROPPED = frozenset({"fldinst", "nonshppict", "stylesheet", "colortbl", "listtable", "shprslt", "xe", "tc", "rxe"})
_LABELS = frozenset({"listtext", "pntext"})
_BREAKS = {"cell": "\\par ", "nestcell": "\\par ", "row": "", "nestrow": "", "column": "\\par "}
_ENDS = frozenset({"par", "cell", "nestcell", "sect", "page", "column"})
_SWITCHES = {"v": "hidden", "deleted": "deleted", "revised": "inserted"}


def read(path: Path, options: Options) -> Iterator[Record | Refused]:
    """Yield the article of a document with an empty layer, or its refusal."""
    yield from read_one(path, lambda: _record(path, options))


def _record(path: Path, options: Options) -> Record:
    with open_for_reading(path) as file:
        data = file.read(16 * BYTE_LIMIT)
    if not data.lstrip().startswith(b"{\\rtf"):
        reason = "it does not begin like one" if data.strip() else "it is empty"
        raise UserError("file-format", path=path, format=_KIND, reason=reason)
    with failing_as(path, _KIND):
        reader = Reader(grouped(_escaped(data)), options.changes == "rejected")
        title = reader.read()
    return reader.prose.record(stem_of(path), title, name_of(path), options)


def _escaped(data: bytes) -> str:
    """Return the file as ASCII; bytes above it, which some programs write bare, in the format's own spelling."""
    return re.sub(rb"[\x80-\xff]", lambda match: b"\\'%02x" % match[0][0], data).decode("ascii")


class Group(NamedTuple):
    """One group of the format: control words, words and groups in their order."""

    parts: list[str | Group]

    def name(self) -> str:
        """Return the control word that says what the group is for, or nothing."""
        for part in self.parts:
            if isinstance(part, Group):
                return ""
            if part.strip() and part != "\\*":
                found = _TOKEN.fullmatch(part)
                return found[1] or "" if found else ""
        return ""

    def optional(self) -> bool:
        """Tell whether a reader that does not know the group is to pass over it."""
        return bool(self.parts) and self.parts[0] == "\\*"

    def has(self, word: str) -> bool:
        """Tell whether a control word stands in the group itself."""
        return any(isinstance(part, str) and part.rstrip() == f"\\{word}" for part in self.parts)

    def find(self, name: str) -> Iterator[Group]:
        """Yield the groups of a name below this one, the outermost only."""
        for part in self.parts:
            if isinstance(part, Group):
                if part.name() == name:
                    yield part
                else:
                    yield from part.find(name)

    def source(self) -> str:
        """Return the group as it is written."""
        return "{" + "".join(part.source() if isinstance(part, Group) else part for part in self.parts) + "}"


def grouped(text: str) -> Group:
    """Return the document's group; binary data is passed over. ValueError where groups lie too deep."""
    stack, at = [Group([])], 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None:
            at += 1
            continue
        at, token = found.end(), found[0]
        if token == "{":
            if len(stack) > _DEPTH:
                raise ValueError("groups lie too deep in each other")
            stack.append(Group([]))
            stack[-2].parts.append(stack[-1])
        elif token == "}":
            stack.pop()
            if len(stack) == 1:
                break
        elif found[1] == "bin":
            at += max(0, int(found[2] or 0))
        elif not token.isspace() or ("\n" not in token and "\r" not in token):
            stack[-1].parts.append(token)
    return next((one for one in stack[0].parts if isinstance(one, Group)), stack[0])


class Reader:
    """Read one document: its groups are sorted out, its words given to a ``Prose``."""

    def __init__(self, document: Group, rejected: bool) -> None:
        self.prose = Prose()
        self._document = document
        self._gone = ("hidden", "inserted") if rejected else ("hidden", "deleted")
        self._rejected = rejected
        self._boxes: list[Group] = []
        self._notes: list[Group] = []
        self._switched = {"hidden": 0, "deleted": 0, "inserted": 0}
        page = re.search(r"\\ansicpg\d+ ?", "".join(part for part in document.parts if isinstance(part, str)))
        fonts = next(document.find("fonttbl"), None)
        self._head = "{\\rtf1\\ansi" + (page[0] if page else "") + (fonts.source() if fonts else "")

    def read(self) -> str | None:
        """Read the text, the notes and the properties; return the title that they give."""
        for line in self._worded(self._document).split("\n"):
            self.prose.add(line)
            self.prose.end()
        for note in self._notes:
            self.prose.note(self._worded(note))
            self.prose.left["endnote" if note.has("ftnalt") else "footnote"] += 1
        self.prose.left["hidden run of words"] += self._switched["hidden"]
        inserted, deleted = self._switched["inserted"], self._switched["deleted"]
        if inserted or deleted:
            self.prose.said += changes_said(inserted, deleted, self._rejected)
            self.prose.said.append("tracked changes of RTF cannot be read for certain: compare with the document")
        return self._properties()

    def _properties(self) -> str | None:
        info = next(self._document.find("info"), None)
        if info is None:
            return None
        words = {name: self._plain("".join(map(_source, one.parts[1:]))) for name in ("title", "author")
                 for one in info.find(name)}  # fmt: skip
        when = [part for one in info.find("creatim") for part in one.parts if isinstance(part, str)]
        date = {part[1:3]: part[3:].strip() for part in when}
        self.prose.meta["author"] = usable_author(words.get("author"))
        if all(date.get(part, "").isdecimal() for part in ("yr", "mo", "dy")):
            self.prose.meta["published"] = f"{int(date['yr']):04d}-{int(date['mo']):02d}-{int(date['dy']):02d}"
        return words.get("title")

    def _worded(self, group: Group) -> str:
        """Return the words of a group that are seen."""
        out: list[str] = []
        self._emit(group, {"hidden": False, "deleted": False, "inserted": False}, out)
        for box in self._boxes:
            out.append("\\par ")
            self._emit(box, dict.fromkeys(self._switched, False), out)
        self._boxes.clear()
        text = self._plain("".join(out))
        decoded = cyrillic_of_latin(text)
        if decoded is not None:
            self.prose.said.append("letters put right: cp1251 was named as a western code page")
        return text if decoded is None else decoded

    def _plain(self, source: str) -> str:
        return whole_pairs(str(rtf_to_text(f"{self._head} {source}}}", errors="replace")))  # type: ignore[no-untyped-call]

    def _emit(self, group: Group, outer: dict[str, bool], out: list[str]) -> None:
        """Add what is seen of a group to ``out``, in the format; its switches end with it."""
        now = dict(outer)
        out.append("{")
        for part in group.parts:
            if isinstance(part, Group):
                self._sort(part, now, out)
            elif (found := _TOKEN.fullmatch(part)) and found[1]:
                self._control(part, found[1], found[2], now, out)
            elif not any(now[one] for one in self._gone):
                out.append(part)
        out.append("}")

    def _control(self, token: str, word: str, number: str | None, now: dict[str, bool], out: list[str]) -> None:
        token = token.rstrip(" ") + " "  # its own end: what follows may be left out, and a blank after that is text
        if word in _SWITCHES:
            kind = _SWITCHES[word]
            self._switched[kind] += number != "0" and not now[kind]
            now[kind] = number != "0"
        elif word == "plain":
            now["hidden"] = now["deleted"] = now["inserted"] = False
            out.append(token)
        elif not any(now[one] for one in self._gone) or word in ("f", "uc", "pard"):
            out.append(_BREAKS.get(word, token))
            if word in _ENDS:
                boxes, self._boxes = self._boxes, []
                for box in boxes:
                    self._emit(box, dict.fromkeys(self._switched, False), out)
                    out.append("\\par ")

    def _sort(self, group: Group, now: dict[str, bool], out: list[str]) -> None:
        """Take a group for what it is: text, a label, a box, a note, or something that is left out."""
        name = group.name()
        seen = not any(now[one] for one in self._gone)
        if name in _LABELS:
            if seen:
                out.append(re.sub(r"\\tab ?", " ", _inside(group, name).source()))
        elif name == "footnote":
            self._notes += [_inside(group, name)] if seen else []
        elif name in _HEADS:
            self.prose.left["running head or foot"] += bool(self._plain(_inside(group, name).source()).strip())
        elif name == "annotation":
            self.prose.left["comment"] += 1
        elif name in ("shp", "do", "object", "pict", "shppict"):
            boxes = [Group(one.parts[1:]) for inner in ("shptxt", "dptxbxtext") for one in group.find(inner)]
            self._boxes += boxes if seen else []
            self.prose.left["picture"] += not boxes
        elif name not in _DROPPED and name != "info" and not group.optional():
            self._emit(group, now, out)


def _inside(group: Group, name: str) -> Group:
    """Return a group without the words that say what it is for."""
    return Group([part for part in group.parts if part not in ("\\*", f"\\{name}", f"\\{name} ")])


def _source(part: str | Group) -> str:
    return part.source() if isinstance(part, Group) else part
