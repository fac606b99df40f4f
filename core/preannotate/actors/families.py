"""The surname of two people of one family, which is written once and in the plural (``Пётр и Нина Лужины``)."""

from __future__ import annotations

from collections.abc import Sequence

from core.preannotate.analysis.analysis import Analysis, Token
from core.preannotate.names.inflection import grammemes

RUSSIAN = ("овы", "евы", "ёвы", "ины", "ыны")
"""Ends of surnames in the plural that women bear in ``а``."""
FOREIGN = ("рги", "ы")
"""Those that women bear as men do (``Вайсберги``: Вайсберг); no others, since ``Сасаки`` and ``Медичи`` are one's."""


def of_two(analysis: Analysis, name: Sequence[Token]) -> str | None:
    """Return the surname in the singular where a full name stands behind ``и`` and another's given name; else None."""
    start, last = name[0].index, name[-1]
    if len(name) != 2 or start < 2 or last.feat("Case") != "Nom":
        return None
    before, given = analysis.tokens[start - 1], analysis.tokens[start - 2]
    if before.lower != "и" or given.pos != "PROPN" or "Name" not in grammemes(given.text):
        return None
    if last.lower.endswith(RUSSIAN):
        return last.text[:-1] + ("а" if name[0].feat("Gender") == "Fem" else "")
    return last.text[:-1] if last.lower.endswith(FOREIGN) else None


def of_one_family(names: Sequence[str]) -> Sequence[str]:
    """Return the names of two of whom the first has a given name alone with the surname of both in the plural."""
    given, _, surname = names[-1].partition(" ")
    known = grammemes(names[0])
    alone = len(names) == 2 and "Name" in known and "Surn" not in known
    stem = surname.removesuffix("а")
    return (names[0], f"{given} {stem}ы") if alone and f"{stem}ы".endswith(RUSSIAN) else names
