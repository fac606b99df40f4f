"""Articles annotated by hand inside their text, as the guidelines write it, read as exchange records.

    ### some-id
    <q n="1" f="direct">«Мост откроют в мае»</q>, — <c q="1">сказала</c> <s q="1">мэр</s>.
    ---
    1: Вера Лунина

``q``: content (every fragment of a quotation carries its number, the first its form), ``c``: cue, ``s``: speaker
mention (``q="1 2"`` where it serves two). Tags may nest and never cross. Under the line ``---`` stands the speaker of
each quotation, ``null`` where the text does not tell.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

FORMS = ("direct", "indirect", "mixed")
_TAG = re.compile(r'<(/?)([qcs])((?:\s+\w+="[^"]*")*)\s*>')
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_SPEAKER = re.compile(r"(\d+): (.+)")
Span = tuple[int, int]


def articles(path: Path) -> list[dict[str, Any]]:
    """Return the articles of a file as records of ``citata/1``; ValueError names file, article and what is wrong."""
    found = []
    for part in re.split(r"^### ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        head, _, rest = part.partition("\n")
        try:
            found.append(_article(head.strip(), rest))
        except ValueError as error:
            raise ValueError(f"{path}, article {head.strip()}: {error}") from None
    return found


def _article(name: str, rest: str) -> dict[str, Any]:
    body, line, tail = rest.rpartition("\n---\n")
    if not line:
        raise ValueError("no line --- before the speakers")
    speakers = _speakers(tail)
    text, marks = _marks(body.strip("\n"))
    contents: dict[int, tuple[str, list[Span]]] = {}
    parts: dict[str, dict[int, Span]] = {"c": {}, "s": {}}
    for kind, attributes, span in marks:
        words = text[slice(*span)]
        if not words or words != words.strip():
            raise ValueError(f"<{kind}> is empty, or begins or ends with a space: «{words[:40]}»")
        if kind == "q":
            form, spans = contents.setdefault(int(attributes["n"]), (attributes.get("f", ""), []))
            if attributes.get("f", form) != form or form not in FORMS:
                raise ValueError(
                    f"a fragment of quotation {attributes['n']} has no form of {', '.join(FORMS)}, or another"
                )
            spans.append(span)
            continue
        for number in map(int, attributes["q"].split()):
            if number in parts[kind]:
                raise ValueError(f"quotation {number} has two <{kind}>")
            parts[kind][number] = span
    _check({*contents}, {*parts["c"], *parts["s"], *speakers}, {*speakers})
    ids = {who: f"a{at}" for at, who in enumerate(dict.fromkeys(filter(None, speakers.values())), 1)}

    def put(span: Span | None) -> dict[str, Any] | None:
        return {"start": span[0], "end": span[1], "text": text[slice(*span)]} if span else None

    quotations = [
        {
            "id": f"q{number}",
            "form": form,
            "ranges": [put(span) for span in sorted(spans)],
            "cue": put(parts["c"].get(number)),
            "speaker_mention": put(parts["s"].get(number)),
            "speaker": ids.get(speakers[number] or ""),
        }
        for number, (form, spans) in sorted(contents.items(), key=lambda one: min(one[1][1]))
    ]
    return {
        "format": "citata/1",
        "id": name,
        "title": None,
        "text": text,
        "meta": {},
        "annotator": "gold",
        "status": "done",
        "entities": [],
        "quotations": quotations,
        "actors": [{"id": one, "name": who, "kind": None} for who, one in ids.items()],
    }


def _speakers(tail: str) -> dict[int, str | None]:
    found: dict[int, str | None] = {}
    for line in filter(None, map(str.strip, tail.splitlines())):
        said = _SPEAKER.fullmatch(line)
        if not said:
            raise ValueError(f"not a line of a speaker: {line}")
        found[int(said[1])] = None if said[2] == "null" else said[2]
    return found


def _marks(body: str) -> tuple[str, list[tuple[str, dict[str, str], Span]]]:
    """Return the text without tags, and what each pair of tags holds: its letter, attributes, and code points."""
    text, at = "", 0
    unclosed: list[tuple[str, dict[str, str], int]] = []
    found = []
    for tag in _TAG.finditer(body):
        text, at = text + body[at : tag.start()], tag.end()
        if not tag[1]:
            unclosed.append((tag[2], dict(_ATTRIBUTE.findall(tag[3])), len(text)))
            continue
        if not unclosed or unclosed[-1][0] != tag[2]:
            raise ValueError(f"</{tag[2]}> closes nothing, or tags cross, after «{text[-40:]}»")
        kind, attributes, start = unclosed.pop()
        found.append((kind, attributes, (start, len(text))))
    if unclosed:
        raise ValueError(f"<{unclosed[-1][0]}> is never closed")
    return text + body[at:], found


def _check(contents: set[int], named: set[int], speakers: set[int]) -> None:
    for number in sorted(named - contents):
        raise ValueError(f"quotation {number} has no content")
    for number in sorted(contents - speakers):
        raise ValueError(f"quotation {number} has no speaker")
