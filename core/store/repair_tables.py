"""The small tables beside articles, layers and logs, copied by a repair row by row."""

from __future__ import annotations

from core.store import check_tables, salvage_rows
from core.store.check_tables import Table
from core.store.check_values import Row
from core.store.repair_report import note
from core.store.repair_work import Work


def copy_rows(work: Work, table: Table) -> None:
    """Copy the rows of a small table; where it is torn also from the newest backup; name those that make no sense."""
    torn = table.name in work.given.found.torn
    written: set[str] = set()
    refused: dict[str, str] = {}
    for at, db in enumerate(work.given.everywhere):
        if at and not torn and not refused:
            break
        for row in check_tables.readable_rows_of(db, table):
            name = check_tables.name_of(table, row)
            if name in written or (table.name == "value" and row["key"] == "schema"):
                continue
            if at == 0:
                row = _weighed(work, table, row)
                name = check_tables.name_of(table, row)
            try:
                changed = check_tables.copy(work.out, table, row)
            except ValueError as error:
                if at == 0:
                    refused[name] = str(error)
                continue
            written.add(name)
            refused.pop(name, None)
            if changed is not None:
                note(work.report, "repair-row-changed", table=table.name, row=name, reason=changed)
    if torn:
        note(work.report, "verify-unreadable", what=f"table {table.name}", reason="pages of it are damaged")
    for name, reason in refused.items():
        note(work.report, "repair-row", table=table.name, row=name, reason=reason)


def _weighed(work: Work, table: Table, row: Row) -> Row:
    """Return a row with the values that most witnesses have, and name what others have."""
    made, doubts = salvage_rows.weighed(work.given, table, row)
    for column, kept, other in doubts:
        facts = {"table": table.name, "row": check_tables.name_of(table, made), "column": column}
        note(work.report, "repair-value", **facts, kept=kept, other=other)
    return made
