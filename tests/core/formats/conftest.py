"""Everything that the tests of formats read is golden: whole texts, details, notes, items and refusals.

A test here asserts what it is about; what its readers make of the rest of its documents stands in ``golden/read``, one
file a module, and a change of it fails in that test. Drawn inputs (Hypothesis) and modules with golden files of their
own are left out. Of what is written it is what the writers say they could not hold.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import UserError
from core.formats import Format
from core.formats.base import Options, Record, Refused, Summary
from core.model import Head
from tests.golden import numbered
from tests.paths import ROOT

FOLDER = Path(__file__).parent / "golden" / "read"
LONG = 1500
"""Code points of a text that are kept; of longer ones also a digest."""
HEAD = "=== "
UNSURE = re.compile(
    r"\d{4}-\d\d-\d\dT[\d:.+]+|0x[0-9a-f]{6,}|[^\s']*/citata-\w+\.private|maximum recursion depth exceeded[\w ]*"
)
"""Moments, addresses in memory and private folders, which are others at every run."""


def short(text: str) -> str:
    if len(text) <= LONG:
        return text
    return f"{text[:LONG]} … {len(text)} {hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:16]}"


def of_record(one: Record | Refused) -> Iterator[str]:
    """Yield all that a reader says of a record."""
    if isinstance(one, Refused):
        facts = {name: str(value) for name, value in one.error.facts.items()}
        yield f"  refused {one.error.code} {one.source} {one.line} {one.field} {facts}"
        return
    article, layer = one.article, one.layer
    yield f"  {article.id!r} {article.title!r} {layer.annotator!r} {one.source} {one.line} numbered {one.numbered}"
    yield f"  text {short(article.text)!r}"
    yield from (f"  meta {name} = {short(value)!r}" for name, value in sorted(article.meta.items()))
    yield from (f"  note {note}" for note in one.notes)
    if layer.head != Head():
        yield f"  {layer.head}"
    yield from (f"  {item}" for item in layer.items.values())


class Kept:
    """What the tests of one module read, by test; the file is written anew where that is asked for."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.parts: dict[str, str] = {}
        if path.exists():
            for part in path.read_text("utf-8").split(f"\n{HEAD}")[1:]:
                name, _, body = part.partition("\n")
                self.parts[name] = body

    def compare(self, name: str, found: str) -> None:
        if os.environ.get("CITATA_RENEW_GOLDEN"):
            self.parts[name] = found
            self.path.parent.mkdir(parents=True, exist_ok=True)
            told = "".join(f"\n{HEAD}{one}\n{body}" for one, body in sorted(self.parts.items()) if body)
            self.path.write_text(told, "utf-8", newline="")
        elif self.parts.get(name, "") != found:
            pytest.fail(f"{self.path.name}, {name}: read otherwise.\nkept:\n{self.parts.get(name, '')}\nnow:\n{found}")


KEPT: dict[str, Kept] = {}


@pytest.fixture(autouse=True)
def _read_as_before(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if hasattr(request.function, "hypothesis") or "golden" in request.path.stem:
        yield
        return
    told: list[str] = []
    real_read, real_write = Format.read, Format.write

    def read(self: Format, path: Path, options: Options) -> Iterator[Record | Refused]:
        told.append(f"read {self.name} {Path(path).name}")
        return noted(real_read(self, path, options))

    def noted(found: Iterator[Record | Refused]) -> Iterator[Record | Refused]:
        try:
            for one in found:
                told.extend(of_record(one))
                yield one
        except UserError as error:
            told.append(f"  {error.code} { {name: str(value) for name, value in error.facts.items()} }")
            raise

    def write(self: Format, path: Path, records: object, options: Options) -> Summary:
        done = real_write(self, path, records, options)  # type: ignore[arg-type]
        told.append(f"write {self.name} {done.articles} {done.items} {dict(done.lines())}")
        return done

    monkeypatch.setattr(Format, "read", read)
    monkeypatch.setattr(Format, "write", write)
    yield
    module = Path(str(request.path)).stem
    kept = KEPT.setdefault(module, Kept(FOLDER / f"{module}.txt"))
    words = "\n".join(told).encode("utf-8", "backslashreplace").decode()
    words = (
        words.replace(str(ROOT), "ROOT")
        .replace(str(tmp_path), "TMP")
        .replace(tmp_path.name, "TMP")
        .replace("\r", "\\r")
    )
    name = request.node.name.encode("unicode_escape").decode().replace(str(tmp_path), "TMP")
    kept.compare(name, numbered(UNSURE.sub("…", words)))
