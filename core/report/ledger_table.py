"""The ledger for reading: rows for a terminal, CSV and HTML."""

from __future__ import annotations

import csv
import io

from core.report.ledger import GUESS, Ledger, Row
from core.store.review import Start

HEAD = (
    "Kind", "Rule", "Score", "Given", "Proposed", "Accepted", "Changed", "Boundary", "Moved by", "Form", "Label", "Cue",
    "Mention", "Speaker", "Nesting", "Rejected", "Open", "By hand", "Kept",
)  # fmt: skip
"""The head of the ledger's table; its first four columns are words."""
NUMBERS = (
    "proposed", "accepted", "changed", "boundary", "moved", "form", "label", "cue", "mention", "speaker", "parent",
    "rejected", "open", "added",
)  # fmt: skip
"""The fields of a row in the order of the table."""
KINDS = ("quotation", "entity", GUESS)
GIVEN = {Start.PROPOSALS: "with proposals", Start.NOTHING: "without"}


def ledger_rows(ledger: Ledger) -> list[tuple[str, ...]]:
    """Return the rows of the ledger's table with the sums of each kind; empty where nothing is in it."""
    out = []
    for kind in KINDS:
        rows = [(key, row) for key, row in ledger.table() if key.kind == kind]
        for key, row in rows:
            by_hand = "by hand" if not row.proposed else ""
            out.append((kind, key.rule or by_hand, key.band, GIVEN[key.start], *_numbers(row)))
        if rows:
            out.append((kind, "all", "", "", *_numbers(ledger.total(kind))))
    return out


def _numbers(row: Row) -> tuple[str, ...]:
    kept = "" if row.precision is None else f"{100 * row.precision:.1f} %"
    return (*(f"{getattr(row, name):,}" for name in NUMBERS), kept)


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
    """Return the ledger as plain values: ``rows`` and the ``total`` of each kind."""
    return {
        "rows": [{**key._asdict(), **_plain(row)} for key, row in ledger.table()],
        "total": {kind: _plain(ledger.total(kind)) for kind in KINDS},
    }


def _plain(row: Row) -> dict[str, object]:
    return {**{name: getattr(row, name) for name in NUMBERS}, "kept": row.precision, "reasons": row.reasons}
