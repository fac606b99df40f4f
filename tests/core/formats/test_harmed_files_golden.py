"""Foreign files with one thing harmed: what each reader makes of it, against what it makes of the whole file."""

from __future__ import annotations

import copy
import json
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from core.formats import format_named
from core.formats.base import Options
from core.formats.base import Record as Read
from tests.golden import numbered, same_as_golden
from tests.paths import DATA

GOLDEN = Path(__file__).parent / "golden" / "harmed"
VALUES: tuple[Any, ...] = (None, "х", "", -1, 0, 9999, 0.5, True, [], {}, ["х"])
"""What may stand in the place of a value."""


LINES = 24
"""Lines of a file that are harmed."""


def said(found: Iterable[Any], folder: Path) -> list[str]:
    """Return all that was read, one line for each thing."""
    out: list[str] = []
    for one in found:
        if not isinstance(one, Read):
            reason = one.reason.replace(str(folder), "")[:110]
            out.append(f"refused {one.line} {one.field}: {reason}")
            continue
        article, head = one.article, msgspec.to_builtins(one.layer.head)
        out.append(f"article {article.id} {article.title} {article.meta} {len(article.text)}")
        out.append(f"head {one.layer.annotator} {head}")
        out += [f"{type(item).__name__} {msgspec.to_builtins(item)}" for item in one.layer.items.values()]
        out += [f"note {note}" for note in one.notes]
    return numbered("\n".join(out)).split("\n")


def changes(whole: Counter[str], now: list[str]) -> str:
    """Return what a harmed file adds to what was said of the whole one, and how much is gone."""
    there = Counter(now)
    added = [line if len(line) < 150 else f"{line[:150]}…" for line in (there - whole).elements()]
    gone = Counter(line.split(" ")[0] for line in (whole - there).elements())
    shown = [*added[:2], *([f"and {len(added) - 2} more"] if len(added) > 2 else [])]
    return f"{dict(gone) if gone else ''} → {' | '.join(shown) or '–'}"


def places(value: Any, path: str = "") -> Iterator[tuple[str, Any, Any]]:
    """Yield (path, container, key) of all values below one; of a list the first two and the last."""
    keys: list[Any] = list(value) if isinstance(value, dict) else []
    if isinstance(value, list):
        keys = sorted({at for at in (0, 1, len(value) - 1) if 0 <= at < len(value)})
    for key in keys:
        yield f"{path}.{key}", value, key
        yield from places(value[key], f"{path}.{key}")


def harmed_json(text: str) -> Iterator[tuple[str, str]]:
    """Yield (what was done, the file) with one value left out, doubled or replaced."""
    whole = json.loads(text)
    for at in range(len(list(places(whole)))):
        done: list[tuple[str, Callable[[Any, Any], Any]]] = [("gone", lambda inner, key: inner.pop(key))]
        done += [(f"{one!r}", lambda inner, key, one=one: inner.__setitem__(key, one)) for one in VALUES]  # type: ignore[misc]
        for name, change in done:
            harmed = copy.deepcopy(whole)
            path, inner, key = list(places(harmed))[at]
            if name != "gone" and type(inner[key]) in (dict, list) and name in ("0", "0.5", "9999", "True"):
                continue
            if isinstance(inner, list) and name == "gone":
                inner.append(copy.deepcopy(inner[key]))
                name = "twice"
            else:
                change(inner, key)
            yield f"{path} {name}", json.dumps(harmed, ensure_ascii=False) + "\n"


def harmed_lines(text: str) -> Iterator[tuple[str, str]]:
    """Yield (what was done, the file) with one line left out, doubled or cut, one of its cells changed."""
    lines = text.split("\n")
    for at, line in enumerate(lines[:LINES]):
        cells = re.split(r"([\t ])", line)
        others = {"gone": [], "twice": [line, line], "cut": [line[: len(line) // 2]]}
        for cell in range(0, len(cells), 2):
            for new in ("", "х", "9999", "*"):
                others[f"{cell // 2} {new!r}"] = ["".join([*cells[:cell], new, *cells[cell + 1 :]])]
        for name, instead in others.items():
            yield f"{at + 1} {name}", "\n".join([*lines[:at], *instead, *lines[at + 1 :]])


def harmed_attributes(text: str) -> Iterator[tuple[str, str]]:
    """Yield (what was done, the file) with one attribute of its XML left out or changed: of each kind the first."""
    seen: set[tuple[str, str]] = set()
    for found in re.finditer(r' ([\w:]+)="([^"]*)"', text):
        kind = (text[text.rindex("<", 0, found.start()) :].split(" ")[0], found[1])
        if found[1].startswith("xmlns") or kind in seen:
            continue
        seen.add(kind)
        for name, new in (
            ("gone", ""),
            ("х", f' {found[1]}="х"'),
            ("0", f' {found[1]}="0"'),
            ("''", f' {found[1]}=""'),
        ):
            yield f"{found[1]} at {found.start()} {name}", text[: found.start()] + new + text[found.end() :]


CASES: tuple[tuple[str, str, Callable[[str], Iterator[tuple[str, str]]]], ...] = (
    ("doccano", "out.doccano.jsonl", harmed_json),
    ("label-studio", "out.json", harmed_json),
    ("prodigy", "out.prodigy.jsonl", harmed_json),
    ("jsonl", "out.jsonl", harmed_json),
    ("conll", "out.conll", harmed_lines),
    ("brat", "out/anna/parom-7.ann", harmed_lines),
    ("webanno", "out/anna/parom-7.tsv", harmed_lines),
    ("uima-xmi", "out/anna/parom-7.xmi", harmed_attributes),
)


@pytest.mark.parametrize(("name", "file", "harmed"), CASES, ids=[case[0] for case in CASES])
def test_one_thing_is_harmed(
    tmp_path: Path, name: str, file: str, harmed: Callable[[str], Iterator[tuple[str, str]]]
) -> None:
    source = DATA / "golden" / name
    shutil.copytree(source, tmp_path / "in")
    path = tmp_path / "in" / file
    given = path.parent.parent if "/" in file else path
    text = path.read_bytes().decode("utf-8")
    options = Options(annotator="olga")
    whole = Counter(said(format_named(name).read(given, options), tmp_path))
    out: list[str] = []
    last = ""
    for what, content in harmed(text):
        path.write_bytes(content.encode("utf-8"))
        found = changes(whole, said(format_named(name).read(given, options), tmp_path))
        place, _, how = what.rpartition(" ")
        out += [place] if place != last else []
        last = place
        out.append(f"  {how}{found}")
    same_as_golden(GOLDEN / f"{name}.txt", "\n".join(out) + "\n")
