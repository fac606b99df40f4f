"""The ledger for reading: rows for a terminal, CSV and HTML."""

from __future__ import annotations

import csv
import io
from typing import NamedTuple

from core.language import mark, number, tr
from core.report.ledger import GUESS, Ledger, Row
from core.report.reasons import rule_words
from core.store.review import Start
from core.words.values import FIELDS

HEAD = (
    mark("Kind"), mark("Rule"), mark("Score"), mark("Given"), mark("Proposed"), mark("Accepted"), mark("Changed"),
    mark("Boundary"), mark("Moved by"), mark("Form"), mark("Label"), mark("Cue"), mark("Speaker mention"),
    mark("Speaker"), mark("Nesting"), mark("Rejected"), mark("Open"), mark("By hand"), mark("Kept"),
)  # fmt: skip
"""The head of the ledger's table."""
NUMBERS = (
    "proposed", "accepted", "changed", "boundary", "moved", "form", "label", "cue", "mention", "speaker", "parent",
    "rejected", "open", "added",
)  # fmt: skip
"""The fields of a row in the order of the table."""
KINDS = ("quotation", "entity", GUESS)
GIVEN = {Start.PROPOSALS: mark("with proposals"), Start.NOTHING: mark("without")}
CALLED = {"quotation": mark("quotation"), "entity": mark("entity"), GUESS: mark("guess")}


class Line(NamedTuple):
    """A line of the table in words; ``rule``: the id of its rule, or the field of a guess; empty for sums."""

    rule: str
    cells: tuple[str, ...]


def ledger_head() -> list[str]:
    """Return the head of the ledger's table in words; its first four columns are words."""
    return [tr(name) for name in HEAD]


def ledger_lines(ledger: Ledger) -> list[Line]:
    """Return the lines of the ledger's table with the sums of each kind; empty where nothing is in it."""
    out = []
    for kind in KINDS:
        rows = [(key, row) for key, row in ledger.table() if key.kind == kind]
        for key, row in rows:
            by_hand = tr("by hand") if not row.proposed else ""
            rule = _rule(kind, key.rule) or by_hand
            out.append(Line(key.rule, (tr(CALLED[kind]), rule, key.band, tr(GIVEN[key.start]), *_numbers(row))))
        if rows:
            out.append(Line("", (tr(CALLED[kind]), tr("all"), "", "", *_numbers(ledger.total(kind)))))
    return out


def _rule(kind: str, rule: str) -> str:
    """Return a rule in words; of a guess the field that the program filled in."""
    return tr(FIELDS.get(rule, rule)) if kind == GUESS else rule_words(rule)


def _numbers(row: Row) -> tuple[str, ...]:
    kept = "" if row.precision is None else f"{number(100 * row.precision, 1)} %"
    return (*(number(getattr(row, name)) for name in NUMBERS), kept)


def ledger_csv(ledger: Ledger) -> str:
    """Return the ledger as CSV, one line a row of the table, with the reasons of rejections."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("kind", "rule", "score", "start", *NUMBERS, "kept", "reasons"))
    for key, row in ledger.table():
        reasons = "; ".join(f"{reason}: {count}" for reason, count in sorted(row.reasons.items()))
        numbers = (getattr(row, name) for name in NUMBERS)
        writer.writerow((key.kind, key.rule, key.band, key.start.value, *numbers, row.precision, reasons))
    return out.getvalue()


def ledger_json(ledger: Ledger) -> dict[str, object]:
    """Return the ledger as plain values: ``rows`` and the ``total`` of each kind; ``knowledge`` where any was used."""
    versions = {"knowledge": dict(sorted(ledger.made_by.items()))} if ledger.is_taught else {}
    return {
        **versions,
        "rows": [{**key._asdict(), **_plain(row)} for key, row in ledger.table()],
        "total": {kind: _plain(ledger.total(kind)) for kind in KINDS},
    }


def _plain(row: Row) -> dict[str, object]:
    return {**{name: getattr(row, name) for name in NUMBERS}, "kept": row.precision, "reasons": row.reasons}
