"""What annotates has one name: everything that proposals depend on is in its digest."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from core.preannotate.bulk.installed import BESIDE, CORE

WITHOUT_A_SAY = {"collecting", "errors", "language"}
"""Modules that only say something to people, or save time."""


def imported() -> Iterator[str]:
    """Yield the modules of ``core`` that annotating imports, as paths; reading and writing records apart."""
    for wing in ("model", "preannotate"):
        for path in (CORE / wing).rglob("*.py"):
            if "bulk" in path.parts or path.name == "batch.py":
                continue
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("core."):
                    yield str(node.module).removeprefix("core.").replace(".", "/")


def test_modules_of_other_wings_are_digested_where_annotating_imports_them() -> None:
    others = {name for name in imported() if name.split("/")[0] not in {"model", "preannotate"}} - WITHOUT_A_SAY
    assert {f"{name}.py" for name in others} == set(BESIDE)
