"""Find code that nothing calls: vulture over the sources, with what is called by name or by somebody else allowed.

``python tools/dead_code.py`` prints every finding and fails where there is one. Remove what it names; where it is
called in a way that vulture cannot see, add it to ``ALLOWED`` with the reason.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from vulture import Vulture

ROOT = Path(__file__).resolve().parents[1]
SOURCES = [str(ROOT / name) for name in ("core", "gui", "tools", "bench")]
HOOKS = [
    "*Event",
    "eventFilter",
    "scrollContentsBy",
    "headerData",
    "highlightBlock",
    "lessThan",
    "pytest_*",
    "get_code",
    "fullname",
    "find_spec",
    "__getattr__",
    "loadResource",
    "heading_open",
    "table_open",
    "paragraph_open",
    "paragraph_close",
]
"""What Qt, pytest, the import system and the Markdown renderer call."""
DECORATORS = ["@migrations"]
"""What registers a function where it is found later."""
ALLOWED = """
list_commands  # click calls it
signum  # a signal handler is handed it
freeze_panes, data_type  # attributes of openpyxl's cells and sheets
boundary  # a column of the ledger, set by its name (report/ledger.py)
started_at  # a column of the layer table, for who works with the store
busy, choice_count, is_idle  # tests wait for them
warn_soft, bad_soft  # colours that the style sheet names
buffer  # razdel's rules read it
text_factory  # of a connection: how SQLite's texts are read
uncounted  # the annotations that a repair lost without a name: a program reads it of the report
standby  # kept alive by it; tests hasten it
accept_these, reject_these, leave_these  # buttons that tests press
register_uid  # a part of a stamp, which is compared whole (store/search_index/changes.py)
means  # a column of the index's register, written whole (store/search_index/registered.py)
SAID  # collects the sentences of another module for translation
"""


def findings() -> list[str]:
    """Return what nothing calls, a line each: file, line, name."""
    finder = Vulture(ignore_names=HOOKS, ignore_decorators=DECORATORS)
    finder.scavenge(SOURCES)
    for line in ALLOWED.strip().splitlines():
        for name in line.partition("#")[0].split(","):
            finder.scan(name.strip())
    for table in (ROOT / "gui" / "commands").glob("table*.py"):
        for handler in re.findall(r'"(\w+\.\w+)"', table.read_text("utf-8")):
            finder.scan(handler)  # the commands' handlers are named in the tables
    return [item.get_report() for item in finder.get_unused_code(min_confidence=60)]


if __name__ == "__main__":
    found = findings()
    print("\n".join(found) or "dead code: none")
    sys.exit(1 if found else 0)
