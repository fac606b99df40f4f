"""Which tests run which line of core: measured once, kept in ``out/mutations/map.json``, brought up to date by file.

Only test files that changed are measured again. Where a file of core changed, its old lines are laid along the new
ones; a line that is new takes the tests of its neighbours.
"""

from __future__ import annotations

import difflib
import gc
import hashlib
import itertools
import re
import time
from collections.abc import Iterable, Iterator
from functools import _lru_cache_wrapper
from pathlib import Path
from typing import Any

import coverage
import msgspec
import pytest

ROOT = Path(__file__).resolve().parent.parent
MAP = ROOT / "out" / "mutations" / "map.json"
MANY = 1000
"""Values that a cache may hold which is not emptied before each test: words, met anew in most tests."""
QUIET = ("-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:randomly", "--no-header")


class Known(msgspec.Struct):
    """Tests by number with the CPU seconds each took, and the lines they ran, by file of core."""

    files: dict[str, str] = msgspec.field(default_factory=dict)
    """Test files and what they were when measured."""
    tests: list[tuple[str, float]] = msgspec.field(default_factory=list)
    lines: dict[str, dict[int, list[int]]] = msgspec.field(default_factory=dict)
    sources: dict[str, str] = msgspec.field(default_factory=dict)


def up_to_date() -> tuple[Known, bool]:
    """Return the map, and whether tests ran in this process to measure what changed: they fill the caches of core."""
    known = msgspec.json.decode(MAP.read_bytes(), type=Known) if MAP.exists() else Known()
    now = {
        path.relative_to(ROOT).as_posix(): _fingerprint(path) for path in sorted(ROOT.glob("tests/core/**/test_*.py"))
    }
    changed = [name for name, fingerprint in now.items() if known.files.get(name) != fingerprint]
    gone = set(known.files) - set(now)
    known = _shifted(_without(known, gone | set(changed)))
    if changed:
        _measure(known, changed)
        known.files = now
    MAP.parent.mkdir(parents=True, exist_ok=True)
    MAP.write_bytes(msgspec.json.encode(known))
    return known, bool(changed)


def _fingerprint(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _without(known: Known, files: set[str]) -> Known:
    """Return the map without the tests of some files."""
    kept = [at for at, (test, _) in enumerate(known.tests) if test.split("::")[0] not in files]
    number = {old: new for new, old in enumerate(kept)}
    lines = {
        path: {line: [number[one] for one in ran if one in number] for line, ran in of.items()}
        for path, of in known.lines.items()
    }
    return Known(known.files, [known.tests[at] for at in kept], lines, known.sources)


def _shifted(known: Known) -> Known:
    """Return the map with its lines laid along the files as they are now."""
    lines: dict[str, dict[int, list[int]]] = {}
    sources = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in ROOT.glob("core/**/*.py")}
    for path, text in sources.items():
        old = known.sources.get(path, "")
        of = known.lines.get(path, {})
        lines[path] = of if old == text else _along(old.splitlines(), text.splitlines(), of)
    return Known(known.files, known.tests, lines, sources)


def _along(old: list[str], new: list[str], of: dict[int, list[int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    blocks = difflib.SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    before = 0
    for block in blocks:
        near = sorted({*of.get(block.a, []), *of.get(block.a + 1, [])})
        found.update({line: near for line in range(before + 1, block.b + 1) if near})
        for at in range(block.size):
            if block.a + at + 1 in of:
                found[block.b + at + 1] = of[block.a + at + 1]
        before = block.b + block.size
    return found


class _Measuring:
    """A plugin that notes the lines of core that each test runs, and the time it takes."""

    def __init__(self) -> None:
        self.cached: list[Any] = []
        self.coverage = coverage.Coverage(data_file=None, source=[str(ROOT / "core")], config_file=False)
        self.seconds: dict[str, float] = {}
        self.failed: set[str] = set()

    def pytest_collection_finish(self) -> None:
        """Find what core loads once: the first test to need it would hide those lines from all others."""
        self.cached = [one for one in gc.get_objects() if isinstance(one, _lru_cache_wrapper) and _is_loader(one)]

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        for one in self.cached:
            one.cache_clear()
        begun = time.process_time()
        self.coverage.switch_context(item.nodeid)
        try:
            return (yield)
        finally:
            self.coverage.switch_context("")
            self.seconds[item.nodeid] = time.process_time() - begun

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.outcome != "passed":
            self.failed.add(report.nodeid)


def _is_loader(function: Any) -> bool:
    """Tell a function of core that is called with few arguments from one that remembers thousands of words."""
    return str(function.__module__).startswith("core.") and (function.cache_parameters()["maxsize"] or 0) < MANY


def _measure(known: Known, files: list[str]) -> None:
    """Run test files and add what they run; tests that fail or are skipped tell nothing."""
    plugin = _Measuring()
    plugin.coverage.start()
    ended = pytest.main([*QUIET, *files], plugins=[plugin])
    plugin.coverage.stop()
    if ended not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        raise SystemExit(f"the tests could not be measured (pytest ended with {ended}); nothing was tried")
    good = {test for test in plugin.seconds if test not in plugin.failed}
    numbers = {}
    for test in sorted(good):
        numbers[test] = len(known.tests)
        known.tests.append((test, plugin.seconds[test]))
    data = plugin.coverage.get_data()
    for path in data.measured_files():
        of = known.lines.setdefault(Path(path).relative_to(ROOT).as_posix(), {})
        for line, contexts in data.contexts_by_lineno(path).items():
            of[line] = of.get(line, []) + [numbers[one] for one in contexts if one in numbers]


def run_by(known: Known, path: str, lines: Iterable[int]) -> set[int]:
    """Return the tests that run any of these lines; what only importing runs is run by none."""
    of = known.lines.get(path, {})
    return {one for line in lines for one in of.get(line, ())}


def tests_for(known: Known, path: str, lines: Iterable[int], named: set[str], budget: float) -> list[str]:
    """Return the tests to put before a mutant on these lines, CPU seconds up to a budget.

    Those of its own wing first, then those of the wings around it, of each the quick ones first. ``named``: names that
    the lines give on the module's own level; then also those that run what uses the names.
    """
    found = run_by(known, path, lines)
    if named:
        found |= _of_names(known, path, named)
    if not found:
        found = run_by(known, path, known.lines.get(path, {}))
    chosen: list[str] = []
    spent = 0.0
    for one in sorted(found, key=lambda one: (-_nearness(path, known.tests[one][0]), known.tests[one][1])):
        spent += known.tests[one][1]
        if chosen and spent > budget:
            break
        chosen.append(known.tests[one][0])
    return chosen


def _nearness(path: str, test: str) -> int:
    """Count the folders that a file of core and a test have in common."""
    pairs = zip(path.split("/")[:-1], test.split("::")[0].split("/")[1:-1], strict=False)
    return sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))


def _of_names(known: Known, path: str, named: set[str]) -> set[int]:
    """Return the tests that run lines with one of the names, in its file and, but for private names, in others."""
    word = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(named)))})\b")
    private = all(name.startswith("_") for name in named)
    found: set[int] = set()
    for other, text in known.sources.items():
        if other == path or not private:
            found |= run_by(known, other, (at for at, line in enumerate(text.splitlines(), 1) if word.search(line)))
    return found


def seconds(known: Known, tests: list[str]) -> float:
    """Return the CPU seconds that tests take on unchanged code."""
    taken = dict(known.tests)
    return sum(taken[test] for test in tests)
