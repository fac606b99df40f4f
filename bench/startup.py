"""Measure the cold start: a new process from its birth to a painted article.

    python bench/startup.py [--times N]
    python bench/startup.py --beside COMMIT [--times N]

Two starts of ``citata`` as people make them: on a project that holds proposals (``citata work.citata``), and on a text
file without a project (``citata article.txt``), which is imported, shown, pre-annotated behind its picture, and shown
again with its proposals. Beside them a process that only shows an empty Qt main window: what no program can do without.
Measured are seconds of processor time, which another program does not move, and seconds by the clock. The first start
of each kind is thrown away (it fills the caches of the disk). The last line is JSON.

``--beside COMMIT``: the build of COMMIT (a git worktree in a temporary folder) starts in turn with this one; ends with
the share of its processor time that this build needs.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

from common.articles import grown
from common.builds import ONE_THREAD, built
from common.report import finish

BARE = """
import time
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow(); window.resize(1280, 800); window.show(); app.processEvents()
print("painted", time.process_time(), flush=True)
"""

PROGRAM = """
import sys, time
from importlib.machinery import PathFinder

def watch(window):
    from PySide6.QtCore import QEvent, QObject, QTimer
    class Watch(QObject):
        def __init__(self):
            super().__init__(window)
            self.seen = set()
            window.view.viewport().installEventFilter(self)

        def eventFilter(self, watched, event):
            layer = window.session.layer
            if event.type() is QEvent.Type.Paint and layer is not None:
                word = "painted" if layer.items else "text"
                if word not in self.seen:
                    self.seen.add(word)
                    QTimer.singleShot(0, lambda: print(word, time.process_time(), flush=True))
            return False
    return Watch()

class Look(PathFinder):
    # watches the window of gui.app, which the program imports when it wants to
    @classmethod
    def find_spec(cls, name, path=None, target=None):
        if name != "gui.app":
            return None
        spec = PathFinder.find_spec(name, path, target)
        execute = spec.loader.exec_module
        def exec_module(module):
            execute(module)
            made = module.make_window
            def make_window():
                window = made()
                window.watch = watch(window)
                return window
            module.make_window = make_window
        spec.loader.exec_module = exec_module
        return spec

sys.meta_path.insert(0, Look)
from gui.launch import main
sys.argv = ["citata", *sys.argv[1:]]
main()
"""


class Start(NamedTuple):
    """Seconds from the birth of a process to a line of its: of the processor, and by the clock."""

    cpu: float
    wall: float


class Build:
    """One build, and its starts."""

    def __init__(self, root: Path, folder: Path) -> None:
        self._root, self._folder, self._number = root, folder, 0
        self.project: list[Start] = []
        self.text: list[Start] = []
        self.shown: list[Start] = []
        """The text file's text without its proposals, which come after."""

    def start(self, project: Path, article: Path) -> None:
        """Start once on a copy of a project, and once on a copy of a text file."""
        self._number += 1
        here = self._folder / str(self._number)
        here.mkdir(parents=True)
        self.project.append(lines(PROGRAM, self._root, here, self._folder, shutil.copy(project, here))["painted"])
        found = lines(PROGRAM, self._root, here, self._folder, shutil.copy(article, here))
        self.text.append(found["painted"])
        self.shown.append(found["text"])


def lines(code: str, root: Path, folder: Path, compiled: Path, *arguments: object) -> dict[str, Start]:
    """Run ``code`` in a new interpreter until its line ``painted``; return its lines with their seconds.

    ``compiled``: where Python keeps the compiled program; the first start fills it.
    """
    settings = folder / "settings.json"
    settings.write_text('{"author": "bench"}', encoding="utf-8")
    environment = {
        **os.environ,
        **ONE_THREAD,
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        "PYTHONPATH": str(root),
        "CITATA_SETTINGS": str(settings),
        "XDG_STATE_HOME": str(folder),
        "PYTHONPYCACHEPREFIX": str(compiled),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled
    start = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        text=True, env=environment, cwd=root,
    )  # fmt: skip
    assert child.stdout is not None
    found: dict[str, Start] = {}
    for line in child.stdout:
        word, cpu = line.split()
        found[word] = Start(float(cpu), time.perf_counter() - start)
        if word == "painted":
            break
    child.terminate()
    child.wait()
    if "painted" not in found:
        raise SystemExit(f"startup: the process ended before it said 'painted' (it said {list(found)})")
    return found


def make_project(path: Path, length: int, number: int) -> None:
    """Make a project with one grown article whose proposals are stored."""
    from core.model.edits import fill
    from core.store import Project

    layer = grown(length, number)
    with Project.create(path, "bench") as project:
        project.add_article(layer.article)
        empty = project.working_layer(layer.article.id, layer.annotator)
        project.commit(empty, fill(empty, layer.everything(), "pre-annotate"))
        project.wait_for_backup()


def summed(starts: list[Start]) -> Start:
    """Return the least seconds of the processor and the median by the clock, the first start left out.

    A processor that others use too makes the same work longer, never shorter.
    """
    rest = starts[1:]
    return Start(min(one.cpu for one in rest), statistics.median(one.wall for one in rest))


ROWS = (
    ("project", "project with proposals, painted"),
    ("shown", "text file, its text painted"),
    ("text", "text file, pre-annotated, painted"),
)


def figures(build: Build, bare: Start, name: str) -> dict[str, object]:
    """Print and return the medians of a build beside those of the empty window."""
    print(f"{name}\n{'':36}{'processor s':>12}{'x empty':>9}{'clock s':>9}{'x empty':>9}")
    out: dict[str, object] = {}
    for key, words in ROWS:
        found: Start = summed(getattr(build, key))
        ratio = found.cpu / bare.cpu
        print(f"{words:36}{found.cpu:12.2f}{ratio:9.1f}{found.wall:9.2f}{found.wall / bare.wall:9.1f}")
        out |= {
            f"{key}_s": round(found.cpu, 3),
            f"{key}_clock_s": round(found.wall, 3),
            f"{key}_ratio": round(ratio, 2),
        }
    return out


def measure(times: int, commit: str | None) -> dict[str, object]:
    """Start everything in turn ``times`` times and once more."""
    with tempfile.TemporaryDirectory() as name, built(commit) as other:
        folder = Path(name)
        article, project = folder / "article.txt", folder / "start.citata"
        article.write_text(grown(3_000, 60).article.text, encoding="utf-8")
        make_project(project, 3_000, 60)
        ours = Build(ROOT, folder / "ours")
        builds = [ours, *([Build(other, folder / "other")] if other is not None else [])]
        empty = []
        for turn in range(times + 1):
            empty.append(lines(BARE, ROOT, folder, folder / "empty")["painted"])
            for build in builds if turn % 2 else builds[::-1]:
                build.start(project, article)
    bare = summed(empty)
    print(f"empty Qt window: {bare.cpu:.2f} s of the processor, {bare.wall:.2f} s by the clock")
    result = {"bare_s": round(bare.cpu, 3), "bare_clock_s": round(bare.wall, 3), **figures(ours, bare, "this build")}
    if len(builds) > 1:
        result["beside"] = figures(builds[1], bare, str(commit))
        for key, words in ROWS:
            share = summed(getattr(ours, key)).cpu / summed(getattr(builds[1], key)).cpu
            print(f"{words}: {share:.2f} of {commit}")
            result[f"{key}_share"] = round(share, 3)
    return result


def main() -> None:
    """Print the medians and their ratio to the empty window."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--beside", metavar="COMMIT")
    args = parser.parse_args()
    finish({"bench": "startup", **measure(args.times, args.beside)})


if __name__ == "__main__":
    main()
