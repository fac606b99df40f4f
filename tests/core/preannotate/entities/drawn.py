"""Drawn sentences: names in brackets with their label, which may nest: ``[ORG полиция [LOC Самары]]``."""

from __future__ import annotations

import re

from core.preannotate.analysis.analyse import analyse
from core.preannotate.entities.entities import find_entities


def drawn(markup: str) -> tuple[str, set[tuple[int, int, str]]]:
    """Return the text of a drawn sentence and its names."""
    text, names, open_now = "", set(), []
    for part in re.split(r"(\[[A-Z]{3} |\])", markup):
        if re.fullmatch(r"\[[A-Z]{3} ", part):
            open_now.append((len(text), part[1:4]))
        elif part == "]":
            start, label = open_now.pop()
            names.add((start, len(text), label))
        else:
            text += part
    return text, names


def found(text: str) -> set[tuple[int, int, str]]:
    """Return the names that are found in a text."""
    return {(e.range.start, e.range.end, e.label) for e in find_entities(analyse(text))}
