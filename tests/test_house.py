"""The plan of the house, checked: no circle, where SQL and offset arithmetic stand, how large files grow.

Which wing may import which is a contract in ``pyproject.toml`` (``make lint``).
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import grimp
import pytest

from tests.paths import ROOT

SOURCES = sorted([*ROOT.glob("core/**/*.py"), *ROOT.glob("gui/**/*.py")])
TESTS = sorted(ROOT.glob("tests/**/*.py"))
OWN_CLOCK = re.compile(r"\bwait(?:Signals?|Until|Active|Exposed|Callback)\(|\b(?:wait|join|timeout)[(=][1-9]")
SQL = ("SELECT ", "INSERT INTO", "UPDATE ", "DELETE FROM", "CREATE TABLE", "PRAGMA ")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module)
    return found


def test_no_module_imports_itself_by_way_of_others() -> None:
    graph = grimp.build_graph("core", "gui", cache_dir=None)
    TopologicalSorter({one: graph.find_modules_directly_imported_by(one) for one in graph.modules}).prepare()


@pytest.mark.parametrize("path", [p for p in SOURCES if not name(p).startswith("core/store/")], ids=name)
def test_sql_stands_only_in_the_store(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    strings = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    assert not [text for text in strings if text.lstrip().startswith(SQL)]
    assert not imports(path) & {"sqlite3", "sqlite_utils"}


@pytest.mark.parametrize("path", [p for p in SOURCES if name(p).startswith("gui/")], ids=name)
def test_offsets_change_their_unit_in_one_file_of_the_window(path: Path) -> None:
    uses = "Utf16Map" in path.read_text(encoding="utf-8")
    assert not uses or path.name == "geometry.py"


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_files_and_functions_stay_small(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") <= 350
    long = [
        f"{node.name}: {node.end_lineno - node.lineno}"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef) and node.end_lineno and node.end_lineno - node.lineno > 50
    ]
    assert not long


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_nothing_catches_everything_and_no_code_comes_from_data(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None
            assert getattr(node.type, "id", "") not in ("Exception", "BaseException")
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in ("eval", "exec")
    assert not imports(path) & {"pickle", "marshal", "shelve"}


def test_the_command_line_starts_without_qt() -> None:
    code = (
        "import sys; from gui.launch import main; sys.argv=['citata','--help']\ntry: main()\nexcept SystemExit: pass\n"
    )
    code += "print(sorted(m for m in sys.modules if m.startswith(('PySide6', 'slovnet'))))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.rstrip().endswith("[]")


def test_every_public_module_says_what_it_is_for() -> None:
    assert not [name(path) for path in SOURCES if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]


@pytest.mark.parametrize("path", [p for p in TESTS if p.name != "test_house.py"], ids=name)
def test_no_test_has_a_clock_of_its_own(path: Path) -> None:
    """One limit (``tests.waiting.LIMIT``) ends hangs: pytest-qt's own is five seconds, which a busy machine needs."""
    assert not OWN_CLOCK.findall(path.read_text(encoding="utf-8"))
