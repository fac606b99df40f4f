"""Agreement for reading: titles of the measures, rows for tables on a terminal, in CSV and HTML."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from core.agreement.study import HEADLINES, at_path
from core.language import mark, tr
from core.language import number as localised
from core.model import Form

Row: TypeAlias = tuple[str, ...]
FORMS = frozenset(Form)

TITLES: dict[str, str] = {
    "quotations.exact.f1": mark("Quotations, exact F1"),
    "quotations.overlap.f1": mark("Quotations, overlap F1"),
    "quotations.strict.exact.f1": mark("Quotations, exact F1 with marks and punctuation"),
    "quotations.form.kappa": mark("Form, Cohen’s κ"),
    "quotations.form.alpha": mark("Form, Krippendorff’s α"),
    "quotations.cue.overlap": mark("Cue, share"),
    "quotations.mention.overlap": mark("Speaker mention, share"),
    "quotations.speaker.same": mark("Speaker, share"),
    "quotations.end2end.f1": mark("Who said what, F1"),
    "quotations.token_alpha": mark("Content by token, α"),
    "quotations.unitising_alpha.all": mark("Content as units, α_U"),
    "actors.b3.f1": mark("Actors, B³"),
    "actors.lea.f1": mark("Actors, LEA"),
    "entities.exact.f1": mark("Entities, exact F1"),
    "entities.overlap.f1": mark("Entities, overlap F1"),
}
"""What the headline measures are called."""
FOUND: dict[str, str] = {
    "quotations": mark("quotations"),
    "quotations, as marked": mark("quotations, as marked"),
    "entities": mark("entities"),
    "all": mark("all"),
    "exact": mark("exact"),
    "overlap": mark("overlapping"),
}
"""Words of the table of what both found."""


def number(value: float | None, places: int = 4) -> str:
    """Return a measure as it stands in a table; a dash where there is none."""
    return "—" if value is None else localised(value, places)


def headline_rows(result: Mapping[str, Any]) -> list[Row]:
    """Return (measure, value, lower, upper) for every headline; the bounds empty where no interval was computed."""
    out: list[Row] = []
    for path in HEADLINES:
        name = ".".join(path)
        low, high = result.get("intervals", {}).get(name, (None, None))
        bounds = (number(low), number(high)) if low is not None else ("", "")
        out.append((title(name), number(at_path(result, path)), *bounds))
    return out


def found_rows(result: Mapping[str, Any]) -> list[Row]:
    """Return (what, measure, A, B, P, R, F1) for quotations and entities, in all and by form or label."""
    out: list[Row] = []
    groups = (
        ("quotations", result["quotations"]),
        ("quotations, as marked", {**result["quotations"], **result["quotations"]["strict"]}),
        ("entities", result["entities"]),
    )
    for what, found in groups:
        if not found["a"] and not found["b"]:
            continue
        for label, part in {"all": found, **found["by_label"]}.items():
            for measure in ("exact", "overlap"):
                score = part[measure]
                shown = (number(score[name]) for name in ("p", "r", "f1"))
                named = tr(label.capitalize()).lower() if label in FORMS else tr(label)
                cells = (f"{tr(FOUND[what])}: {named}", tr(FOUND[measure]), str(part["a"]), str(part["b"]))
                out.append((*cells, *shown))
    return out


def pair_rows(result: Mapping[str, Any]) -> list[Row]:
    """Return (A, B, articles, one cell a headline) for every pair of annotators."""
    return [
        (pair["a"], pair["b"], str(pair["articles"]), *(number(at_path(pair, path)) for path in HEADLINES))
        for pair in result["pairs"]
    ]


def group_rows(groups: Mapping[str, Mapping[str, Any]]) -> list[Row]:
    """Return (name, A, B, one cell a headline) for ``by_article`` or ``over_time``."""
    return [
        (name, str(found["a"]), str(found["b"]), *(number(found[".".join(path)]) for path in HEADLINES))
        for name, found in groups.items()
    ]


def headline_names() -> list[str]:
    """Return the titles of the headlines, for the head of a table."""
    return [title(".".join(path)) for path in HEADLINES]


def title(name: str) -> str:
    """Return what a headline measure is called, by its dotted name."""
    return tr(TITLES[name])


def as_csv(result: Mapping[str, Any]) -> str:
    """Return every number of a result as CSV: one line each, ``scope,measure,value``; None is an empty cell.

    The scope is ``all``, a pair (``anna × boris``), an article or a period.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("scope", "measure", "value"))
    parts = ("quotations", "entities", "actors", "all", "intervals")
    scopes = [("all", {part: result[part] for part in parts if part in result})]
    if len(result["pairs"]) > 1:
        scopes += [(f"{p['a']} × {p['b']}", {part: p[part] for part in parts[:3]}) for p in result["pairs"]]
    for group in ("by_article", "over_time"):
        scopes += list(result.get(group, {}).items())
    for scope, numbers in scopes:
        for name, value in flat(numbers):
            writer.writerow((scope, name, "" if value is None else value))
    return out.getvalue()


def flat(numbers: Mapping[str, Any] | Sequence[Any], prefix: str = "") -> Iterator[tuple[str, float | None]]:
    """Yield every number in nested mappings with its dotted name; intervals as ``low`` and ``high``."""
    items = numbers.items() if isinstance(numbers, Mapping) else zip(("low", "high"), numbers, strict=True)
    for name, value in items:
        if isinstance(value, Mapping | list):
            yield from flat(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value
