"""Measure the cold start: a new process from its birth to a painted, pre-annotated article.

    python bench/startup.py [--times N]

Two starts: of a project that holds proposals (``citata work.citata``), and of nothing but a text file, models and
pre-annotation included. Beside them a process that only shows an empty Qt main window: what no program can do without.
The first start of each kind is thrown away (it fills the caches of the disk). The last line is JSON.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

from common.articles import grown
from common.report import finish

BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow(); window.resize(1280, 800); window.show(); app.processEvents()
print("painted", flush=True)
"""

WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from gui.app import make_app, make_window
from gui.desk.settings import Settings

class Watch(QObject):
    painted = False
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint and window.session.layer is not None and window.session.layer.items:
            self.painted = True
        return False

app = make_app()
settings = Settings(Path(sys.argv[2]))
settings.values.author = "bench"
window = make_window(settings)
watch = Watch()
window.view.viewport().installEventFilter(watch)
window.show()
window.desk.open_project(Path(sys.argv[1]))
while not watch.painted:
    app.processEvents()
app.processEvents()
print("painted", flush=True)
"""

TEXT = """
import sys
from pathlib import Path
from core.preannotate.annotator import Annotator
from core.preannotate.batch import preannotate
from core.store import Project
from core.exchange.transfer import import_files
with Project.create(Path(sys.argv[1]), "bench") as project:
    preannotate(project, Annotator(), import_files(project, [Path(sys.argv[3])]).articles)
"""


def seconds(code: str, *arguments: object) -> float:
    """Return the seconds from the start of a new interpreter with ``code`` to its line ``painted``."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        "PYTHONPATH": str(ROOT),
    }
    start = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        text=True, env=environment, cwd=ROOT,
    )  # fmt: skip
    assert child.stdout is not None
    line = child.stdout.readline().strip()
    taken = time.perf_counter() - start
    child.terminate()
    child.wait()
    if line != "painted":
        raise SystemExit(f"startup: the process said {line!r} instead of 'painted'")
    return taken


def make_project(path: Path, length: int, number: int) -> None:
    """Make a project with one grown article whose proposals are stored."""
    from core.model.edits import fill
    from core.store import Project

    layer = grown(length, number)
    with Project.create(path, "bench") as project:
        project.add_article(layer.article)
        empty = project.working_layer(layer.article.id, layer.annotator)
        project.commit(empty, fill(empty, layer.everything(), "pre-annotate"))


def main() -> None:
    """Print the medians and their ratio to the empty window."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=5)
    times = parser.parse_args().times
    result: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as folder:
        settings, text = Path(folder) / "settings", Path(folder) / "article.txt"
        text.write_text(grown(3_000, 60).article.text, encoding="utf-8")
        project = Path(folder) / "start.citata"
        make_project(project, 3_000, 60)
        bare = statistics.median([seconds(BARE) for _ in range(times + 1)][1:])
        warm = statistics.median([seconds(WINDOW, project, settings) for _ in range(times + 1)][1:])
        cold = []
        for n in range(times + 1):
            fresh = Path(folder) / f"fresh{n}.citata"
            cold.append(seconds(TEXT + WINDOW, fresh, settings, text))
        with_models = statistics.median(cold[1:])
    print(f"empty Qt window                    {bare:6.2f} s")
    print(f"project with proposals, painted    {warm:6.2f} s   {warm / bare:.1f} x")
    print(f"text file, pre-annotated, painted  {with_models:6.2f} s   {with_models / bare:.1f} x")
    result = {"bare_s": round(bare, 3), "project_s": round(warm, 3), "text_s": round(with_models, 3)}
    finish({**result, "project_ratio": round(warm / bare, 2), "text_ratio": round(with_models / bare, 2)})


if __name__ == "__main__":
    main()
