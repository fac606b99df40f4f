"""Undo 10,000 edits after a restart, through the window's session: exact at every hundredth step, and its time.

    QT_QPA_PLATFORM=offscreen python bench/undo.py [EDITS]

Builds an article of 100,000 code points with 2,000 items, makes the edits, closes the project, opens it anew, reads the
history and takes back every edit, then does them all again. The last line is JSON: seconds to read the history,
milliseconds an undo and a redo (median, p95), whether the layer was what it had been each time; ``ratio``: an undo to
the edit that it takes back.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QCoreApplication

from bench.common.articles import SIZES, grown
from bench.common.report import finish, spread, timed
from core.model import AUTO, Form, actor_edits, edits
from core.model.layer import Edit, Layer
from core.store import Project
from gui.desk.session import Session

AUTHOR = "bench"
CHECKED = 100
"""Edits from one comparison to the next."""


def drawn(layer: Layer, draw: random.Random) -> Edit:
    """Return an edit such as an annotator makes, one that changes something."""
    while not (edit := _tried(layer, draw)):
        pass
    return edit


def _tried(layer: Layer, draw: random.Random) -> Edit:
    item, quotations = draw.choice(layer.annotations()), layer.quotations()
    quotation, span = draw.choice(quotations), draw.choice(quotations).ranges[0]
    builders = (
        lambda: edits.accept(layer, [item.id]),
        lambda: edits.delete(layer, [item.id]),
        lambda: edits.set_form(layer, [quotation.id], draw.choice(list(Form))),
        lambda: edits.set_cue(layer, quotation.id, span),
        lambda: actor_edits.move_to_actor(layer, [quotation.id], draw.choice(layer.actors()).id),
        lambda: edits.set_note(layer, item.id, f"{draw.random():.3f}"),
        lambda: edits.toggle_flag(layer, item.id, "unsure"),
        lambda: edits.add_quotation(Form.DIRECT, [span]),
    )
    return draw.choice(builders)()


def made(path: Path, count: int) -> tuple[list[Layer], list[float]]:
    """Make the project and its edits; return every ``CHECKED``-th layer, the first included, and seconds an edit."""
    base = grown(*SIZES["100 KB"])
    draw = random.Random(5)
    seconds = []
    with Project.create(path, AUTHOR) as project:
        project.add_article(base.article)
        empty = Layer(base.article, AUTO)
        project.commit(empty, edits.fill(empty, base.everything(), "pre-annotate"))
        layer = project.working_layer(base.article.id, AUTHOR)
        kept = [layer]
        for number in range(1, count + 1):
            edit = drawn(layer, draw)
            start = time.perf_counter()
            layer, _ = project.commit(layer, edit)
            seconds.append(time.perf_counter() - start)
            if number % CHECKED == 0:
                kept.append(layer)
    return kept, seconds


def step_through(session: Session, step: str, kept: list[Layer], count: int) -> tuple[list[float], bool]:
    """Undo or redo everything; return the seconds of each, and whether every layer compared was as it had been."""
    seconds, exact = [], True
    for done in range(1, count + 1):
        seconds += timed(getattr(session, step))
        if done % CHECKED == 0:
            index = (count - done if step == "undo" else done) // CHECKED
            exact = exact and session.layer == kept[index]
    return seconds, exact


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    app = QCoreApplication.instance() or QCoreApplication([])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "undo.citata"
        kept, seconds = made(path, count)
        session = Session(AUTHOR)
        session.open(path)
        session.show_article(kept[0].article.id)
        same = session.layer == kept[-1]
        reading = timed(session.undo_stack)[0]
        undone, exact_undo = step_through(session, "undo", kept, count)
        nothing_left = session.undo_stack().to_undo is None
        redone, exact_redo = step_through(session, "redo", kept, count)
        session.close()
    app.processEvents()
    exact = same and exact_undo and exact_redo and nothing_left
    print(f"{count} edits of {len(kept[0].annotations())} items: history read in {reading:.2f} s, "
          f"all undone in {sum(undone):.1f} s, all redone in {sum(redone):.1f} s, exact: {exact}")  # fmt: skip
    finish({
        "undo": {"edits": count, "read_s": round(reading, 3), "undo": spread(undone), "redo": spread(redone),
                 "ratio": round(sum(undone) / sum(seconds), 2), "exact": exact}
    })  # fmt: skip


if __name__ == "__main__":
    main()
