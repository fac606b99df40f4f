"""Mutation testing of core: ``python tools/mutations.py --count 300 --seed 1``.

A random sample of mutants (``mutation_operators``) of ``core``, of ``core/preannotate`` its guards, each put before the
tests that run its line (``mutation_tests``), with a time limit by what they take on unchanged code. What survived is
listed; the last line is JSON. ``--modules core/store core/model/check.py`` looks at a part.
Run it at low priority: ``nice -n 15``.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import gc
import importlib
import importlib.machinery
import importlib.util
import json
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import CodeType, FunctionType, ModuleType

import pytest
from mutation_operators import Mutant, mutants, mutated
from mutation_tests import QUIET, Known, run_by, seconds, tests_for, up_to_date

ROOT = Path(__file__).resolve().parent.parent
BUDGET = 120.0
"""CPU seconds of tests put before one mutant: about all that run its line."""
ROOM = 3 << 30
"""Bytes that the tests of one mutant may take."""
PATIENCE = 900
"""Seconds after which tests that only wait are ended."""
LEFT_OUT = ("core/messages/",)
"""Words for people."""
KILLED, SURVIVED = 1, 0


def every_mutant(modules: list[str]) -> list[Mutant]:
    """Return all mutants of core, or of the given files and folders of it; of pre-annotation only guards."""
    found: list[Mutant] = []
    for path in sorted(ROOT.glob("core/**/*.py")):
        name = path.relative_to(ROOT).as_posix()
        if name.startswith(LEFT_OUT) or not any(
            name == one or name.startswith(f"{one.rstrip('/')}/") for one in modules
        ):
            continue
        found += mutants(ROOT, path, guards_only=name.startswith("core/preannotate/"))
    return found


def limit(taken: float) -> None:
    """Bound the CPU time and memory of this process; a mutant may run for ever."""
    spent = time.process_time()
    allowed = int(spent + 10 + 5 * taken)
    resource.setrlimit(resource.RLIMIT_CPU, (allowed, allowed + 1))
    resource.setrlimit(resource.RLIMIT_DATA, (ROOM, ROOM))


def silence() -> None:
    """Silence the output of this process."""
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(null, stream)


def waited(process: int) -> int:
    """Return how a child ended: 0 when its tests were green, else why not; one that hangs is ended."""
    begun = time.monotonic()
    while True:
        found, status = os.waitpid(process, os.WNOHANG)
        if found:
            return os.waitstatus_to_exitcode(status)
        if time.monotonic() - begun > PATIENCE:
            os.kill(process, signal.SIGKILL)
        time.sleep(0.02)


# -- mutants inside functions: their code is put into the functions as they stand --------------------------------------


def codes(code: CodeType) -> Iterator[CodeType]:
    """Yield the code of every function in a module's or function's code."""
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from codes(constant)


def functions() -> dict[tuple[str, str, int], list[FunctionType]]:
    """Return core's functions as they stand, by file, name and line."""
    found: dict[tuple[str, str, int], list[FunctionType]] = {}
    for one in gc.get_objects():
        if isinstance(one, FunctionType) and one.__code__.co_filename.startswith(str(ROOT / "core")):
            code = one.__code__
            found.setdefault((code.co_filename, code.co_qualname, code.co_firstlineno), []).append(one)
    return found


def put_in(mutant: Mutant, known: dict[tuple[str, str, int], list[FunctionType]]) -> bool:
    """Give every function of the mutant's name its changed code; False where none stands."""
    path = str(ROOT / mutant.path)
    done = False
    for code in codes(compile(mutated(ROOT, mutant), path, "exec")):
        for one in known.get((path, code.co_qualname, code.co_firstlineno), ()):
            if one.__code__.co_qualname == mutant.function and one.__code__.co_freevars == code.co_freevars:
                one.__code__ = code
                done = True
    return done


def module_of(mutant: Mutant) -> str:
    """Return the name of the module that a mutant changes."""
    return mutant.path.removesuffix(".py").replace("/", ".").removesuffix(".__init__")


class Warm:
    """A pytest plugin: with all tests collected, each mutant is put before its tests in a child of this process."""

    def __init__(self, known: Known, sample: list[Mutant], tell: Callable[[Mutant, int], None]) -> None:
        self.known, self.sample, self.tell = known, sample, tell
        self.failed = False

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self) -> None:
        """Let Hypothesis draw the same for every mutant and keep nothing."""
        import hypothesis  # here, since pytest must rewrite a part of it first

        hypothesis.settings.register_profile("mutations", database=None, derandomize=True)
        hypothesis.settings.load_profile("mutations")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.failed = self.failed or report.failed

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items = {item.nodeid: item for item in session.items}
        for mutant in self.sample:  # formats are loaded only when they are used: what is not there cannot be changed
            importlib.import_module(module_of(mutant))
        standing = functions()
        for mutant in self.sample:
            tests = [test for test in chosen(self.known, mutant) if test in items]
            process = os.fork()
            if process == 0:
                self.try_one(mutant, [items[test] for test in tests], seconds(self.known, tests), standing)
            self.tell(mutant, waited(process))
        return True

    def try_one(
        self,
        mutant: Mutant,
        items: list[pytest.Item],
        taken: float,
        standing: dict[tuple[str, str, int], list[FunctionType]],
    ) -> None:
        """Run tests on a mutant and end this process: 1 as soon as one fails, 0 when all are green."""
        code = KILLED
        with contextlib.suppress(BaseException):
            silence()
            limit(taken)
            code = SURVIVED if not put_in(mutant, standing) else code
            for item, after in zip(items, [*items[1:], None], strict=True):
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
                if self.failed:
                    os._exit(KILLED)
            code = SURVIVED
        os._exit(code)


# -- mutants that importing runs: the module is made anew, in a process of its own ----------------------------------


class Changed(importlib.machinery.SourceFileLoader):
    """Loads a module with one change."""

    mutant: Mutant

    def get_code(self, fullname: str) -> CodeType:
        return compile(mutated(ROOT, self.mutant), self.path, "exec")


class Finder:
    """Finds the one module that is changed."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant
        self.name = module_of(mutant)

    def find_spec(self, name: str, path: object = None, target: ModuleType | None = None) -> object:
        if name != self.name:
            return None
        loader = Changed(name, str(ROOT / self.mutant.path))
        loader.mutant = self.mutant
        return importlib.util.spec_from_file_location(name, ROOT / self.mutant.path, loader=loader)


def try_alone(spec: str) -> None:
    """Import core with one change and run its tests; ends the process."""
    number, tests, taken = json.loads(Path(spec).read_text("utf-8"))
    mutant = Mutant(*number)
    sys.meta_path.insert(0, Finder(mutant))  # type: ignore[arg-type]
    limit(taken + 20)
    code = pytest.main([*QUIET, "-x", *tests])
    os._exit(SURVIVED if code == pytest.ExitCode.OK else KILLED)


def cold(known: Known, mutant: Mutant) -> int:
    """Put a mutant that importing runs before its tests."""
    tests = chosen(known, mutant)
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as spec:
        json.dump([list(mutant), tests, seconds(known, tests)], spec)
        spec.flush()
        words = [sys.executable, __file__, "--alone", spec.name]
        with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            try:
                return process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                return KILLED


def is_run_by_tests(known: Known, mutant: Mutant) -> bool:
    """Tell a mutant in a function that tests call from one in a function that only importing calls."""
    return bool(mutant.function) and bool(run_by(known, mutant.path, [mutant.line]))


def chosen(known: Known, mutant: Mutant) -> list[str]:
    """Return the tests to put before a mutant."""
    if is_run_by_tests(known, mutant):
        return tests_for(known, mutant.path, [mutant.line], set(), BUDGET)
    return tests_for(known, mutant.path, *statement_at(mutant), BUDGET)


def statement_at(mutant: Mutant) -> tuple[range, set[str]]:
    """Return the lines of the module's statement around a mutant and the names that it gives a value."""
    for node in ast.parse((ROOT / mutant.path).read_text("utf-8")).body:
        decorated = [one.lineno for one in getattr(node, "decorator_list", ())]
        lines = range(min([node.lineno, *decorated]), (node.end_lineno or node.lineno) + 1)
        if mutant.line in lines:
            if isinstance(node, (ast.ClassDef, ast.FunctionDef)):
                return lines, {node.name}
            return lines, {
                one.id for one in ast.walk(node) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)
            }
    return range(mutant.line, mutant.line + 1), set()


def main() -> None:
    """Draw the mutants, run their tests, print the result."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=300, help="how many mutants; 0: all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--modules", nargs="*", default=["core"])
    parser.add_argument("--alone", help=argparse.SUPPRESS)
    given = parser.parse_args()
    os.chdir(ROOT)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if given.alone:
        try_alone(given.alone)
    known, measured = up_to_date()
    if measured:  # what is cached now a mutant would not compute again
        os.execv(sys.executable, [sys.executable, *sys.argv])
    everything = every_mutant(given.modules)
    count = min(given.count, len(everything)) or len(everything)
    sample = random.Random(given.seed).sample(everything, count)
    ended: dict[Mutant, int] = {}

    def tell(mutant: Mutant, code: int) -> None:
        ended[mutant] = code
        word = "killed" if code else "SURVIVED"
        print(f"{len(ended)}/{count} {word} {mutant.path}:{mutant.line} {mutant.function} {mutant.what}", flush=True)

    warm = [mutant for mutant in sample if is_run_by_tests(known, mutant)]
    if warm:
        with tempfile.TemporaryDirectory(prefix="citata-mutations-") as folder:
            pytest.main([*QUIET, "--basetemp", f"{folder}/t", "tests/core"], plugins=[Warm(known, warm, tell)])
    for mutant in sample:
        if mutant not in ended:
            tell(mutant, cold(known, mutant))
    left = [mutant for mutant, code in sorted(ended.items()) if not code]
    print(f"\n{len(left)} survived:", *(f"{one.path}:{one.line}: {one.what}" for one in left), sep="\n")
    killed = count - len(left)
    print(json.dumps({"mutants": count, "killed": killed, "share": round(killed / max(count, 1), 3)}))


if __name__ == "__main__":
    main()
