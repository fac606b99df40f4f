"""Follow whose word every item is through the whole work: annotate, done, export, import, compare, and foreign tools.

    python bench/truth.py [--gold FOLDER] [--articles N]

The articles are those of the sample project and of ``dev.jsonl`` (default folder: $CITATA_GOLD, or ../shared/gold
beside the checkout; without it the sample alone). The window is driven by real key and mouse events. Of every four
articles two are brought to the gold item by item, one is marked done at once and its proposals taken, one is asked
about twice and its proposals rejected; in all of them something that is there already is marked again.

The last line is JSON: unsettled items in a default export; items whose origin in the file differs from what the log
tells; two items where one was meant; done articles about whose open proposals nobody was asked; layers kept, of all
that two people made of our proposals in five foreign tools (WebAnno and CAS are INCEpTION's two formats).
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from bench.common import gold
from bench.common.driver import Drag, Impossible
from bench.common.foreign import HELD, TOOLS, through
from bench.common.report import finish
from bench.common.worker import Worker
from bench.gestures import AUTHOR, SAMPLE, build, open_window, read
from core.formats.base import Record
from core.formats.jsonl import write_jsonl
from core.model import GOLD, Annotation, Entity, Form, Quotation, State, Status, ranges_of
from core.model.layer import Layer
from core.model.scope import open_items
from core.preannotate import Annotator
from core.store import Project
from core.store.log import LogEntry
from gui.app import make_app
from gui.exchange.export_dialog import ExportDialog
from gui.exchange.import_dialog import ImportDialog
from gui.marking.done import DoneDialog
from gui.window.main_window import MainWindow
from tests.meaning import meaning

FORM_KEYS = {Form.DIRECT: "D", Form.INDIRECT: "I", Form.MIXED: "M"}
SAID = ("form", "label", "ranges", "range", "cue", "mention", "speaker", "actor", "parent")
"""The fields of an item that a person corrects."""
RELINKS = ("merge-actors", "rename-actor", "delete-actor")
"""Edits of actors: what resolved to one resolves to another, and nothing new is said of the items."""


# -- the work in the window ------------------------------------------------------------------------------------------


class Person:
    """Work through the articles of a project at the window, and count what is done without a question."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.worker = Worker(window)
        self.unasked = 0
        self.marked_again = 0

    def work(self, records: list[Record]) -> None:
        """Do all articles, one after the other."""
        for at, record in enumerate(records):
            layer = self.worker.layer
            assert layer.article.id == record.article.id, f"{record.article.id} is not the next article"
            if at % 2 == 0:
                self.worker.annotate(record.layer)
            self._mark_again(State.AUTO if at % 2 else None)
            if at % 4 == 3:
                self._ask_and_stay()
            self._done(accept=at % 4 != 3, by_menu=at % 4 in (2, 3))
            if self.worker.layer.article.id == record.article.id:
                self.worker.press("Ctrl+PageDown")

    def _mark_again(self, state: State | None) -> None:
        """Mark by hand what a quotation that is there already has, to the letter: an open proposal, or one's own."""
        there = [item for item in self.worker.layer.quotations() if len(item.ranges) == 1]
        for item in [item for item in there if state in (None, item.state)][:3]:
            try:
                self.worker.driver.make(Drag(item.ranges[0]))
            except (Impossible, AssertionError):
                self.worker.press("Escape")  # another handle lies over it
                continue
            self.worker.press(FORM_KEYS[item.form])
            self.marked_again += 1
            return

    def _open(self) -> list[Annotation]:
        project = self.window.session.project
        assert project is not None
        return open_items(self.worker.layer, project.scope())

    def _ask(self, *, by_menu: bool) -> DoneDialog | None:
        """Ask for the status done by its key or by the menu above the text; count what is done without a question."""
        before = self.worker.layer
        waiting = self._open()
        if by_menu:
            menu = self.window.header.menu
            menu.aboutToShow.emit()
            next(action for action in menu.actions() if action.text() == "Done").trigger()
        else:
            self.worker.press("Ctrl+Shift+Return")
        QApplication.processEvents()
        asked = QApplication.activeModalWidget()
        project = self.window.session.project
        assert project is not None
        now = project.layer(before.article.id, AUTHOR)
        self.unasked += bool(waiting) and (now is None or now.head.status is Status.DONE)
        return asked if isinstance(asked, DoneDialog) else None

    def _ask_and_stay(self) -> None:
        asked = self._ask(by_menu=False)
        if asked is not None:
            QTest.keyClick(asked, Qt.Key.Key_Escape)

    def _done(self, *, accept: bool, by_menu: bool) -> None:
        asked = self._ask(by_menu=by_menu)
        if asked is not None:
            button = asked.accept_these if accept else asked.reject_these
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            QApplication.processEvents()


def let_work(condition: Callable[[], object], what: str) -> None:
    """Let the window work until the condition holds; SystemExit after two minutes."""
    for _ in range(24_000):
        if condition():
            return
        loop = QEventLoop()
        QTimer.singleShot(5, loop.quit)
        loop.exec()
    raise SystemExit(f"waited in vain for {what}")


def in_dialog(window: MainWindow, kind: type[QDialog], command: str, run: Callable[[QDialog], None]) -> None:
    """Run a command that opens a dialog, and act in it; then wait for the work that it began."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            run(dialog)
        else:
            QTimer.singleShot(20, act)

    QTimer.singleShot(0, act)
    window.desk.trigger(command)
    let_work(lambda: window.jobs.is_idle, f"the work of {command}")
    QApplication.processEvents()


def export_by_dialog(window: MainWindow, out: Path) -> None:
    """Export as the dialog offers it, to ``out``."""

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportDialog)
        dialog.path.setText(str(out))
        let_work(dialog.go.isEnabled, "the preview of the export")
        QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)

    in_dialog(window, ExportDialog, "export", act)


def import_by_dialog(window: MainWindow, paths: list[Path]) -> None:
    """Import files through the dialog."""

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, ImportDialog)
        dialog.add(paths)
        let_work(lambda: dialog.preview.whole and dialog.go.isEnabled(), "the preview of the import")
        QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)

    in_dialog(window, ImportDialog, "import", act)


# -- what is counted -------------------------------------------------------------------------------------------------


def doubles(layer: Layer) -> int:
    """Count the items of which another one has the same content (and, of entities, the label)."""
    kept = [item for item in layer.annotations() if item.state is not State.REJECTED]
    found = Counter((type(item), ranges_of(item), item.label if isinstance(item, Entity) else "") for item in kept)
    return sum(count - 1 for count in found.values())


def origin_by_log(history: Iterable[LogEntry], item_id: str) -> str | None:
    """Return whose word an item is by its log: ``manual``, ``accepted``, ``corrected``; None where it was never made.

    What the pre-annotation made and a person changed in what it says is corrected; an edit and its undo say nothing.
    """
    born = None
    said = False
    undone = {entry.undoes for entry in history if entry.undoes is not None}
    for entry in history:
        if entry.undoes is not None or entry.id in undone:
            continue
        before = next((item for item in entry.edit.removed if item.id == item_id), None)
        after = next((item for item in entry.edit.added if item.id == item_id), None)
        if before is None and isinstance(after, (Entity, Quotation)):
            born = "auto" if after.state is State.AUTO else "manual"
        elif before is not None and after is not None and entry.edit.name not in RELINKS:
            said |= any(getattr(before, name, None) != getattr(after, name, None) for name in SAID)
    return born if born in (None, "manual") else "corrected" if said else "accepted"


def told_wrong(project: Project, rows: list[dict[str, object]]) -> tuple[int, int]:
    """Count the items of an export that nobody has settled, and those whose origin is not what the log tells."""
    unsettled = wrong = 0
    for row in rows:
        history = list(project.history(str(row["id"]), AUTHOR))
        for name in ("quotations", "entities"):
            items = row.get(name, [])
            assert isinstance(items, list)
            for item in items:
                origin = item.get("origin", "manual")
                unsettled += origin == "auto" or "auto" in (item.get("fields") or {}).values()
                told = origin_by_log(history, item["id"])
                if told != origin:
                    wrong += 1
                    print(f"  {row['id']} {item['id']}: {origin} in the file, {told} in the log")
    return unsettled, wrong


def compared(window: MainWindow, articles: list[str]) -> tuple[int, int]:
    """Compare in the window what two people say of articles; return the open differences, and doubles of the result."""
    window.desk.open_article(articles[0])
    window.desk.trigger("compare")
    differences = twice = 0
    for article in articles:
        window.desk.open_article(article)
        commands = window.commands.groups.review
        let_work(lambda: commands.review.adjudication is not None, "the comparison")  # noqa: B023
        assert commands.review.adjudication is not None
        differences += len(commands.review.adjudication.open)
        project = window.session.project
        made = project.layer(article, GOLD) if project is not None else None
        twice += doubles(made) if made is not None else 0
    return differences, twice


# -- the run ---------------------------------------------------------------------------------------------------------


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=gold.FOLDER)
    parser.add_argument("--articles", type=int, help="only the first N")
    chosen = parser.parse_args()
    dev = chosen.gold / "dev.jsonl"
    records = [*read(SAMPLE), *(read(dev) if dev.is_file() else ())][: chosen.articles]
    annotator = Annotator()
    proposals = {record.article.id: annotator.annotate(record.article) for record in records}
    make_app()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        finish(run(folder, records, proposals))


def run(folder: Path, records: list[Record], proposals: dict[str, Layer]) -> dict[str, object]:
    """Do the whole work in a folder; return the figures."""
    path, out = folder / "press.citata", folder / "labelled.jsonl"
    articles = [record.article.id for record in records]
    build(path, records, proposals)
    window = open_window(path)
    person = Person(window)
    person.work(records)
    export_by_dialog(window, out)
    window.close()
    QApplication.processEvents()
    rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    twice, unasked = 0, person.unasked
    with Project.open(path, AUTHOR) as project:
        unsettled, wrong = told_wrong(project, rows)
        for article in articles:
            layer = project.layer(article, AUTHOR)
            assert layer is not None
            assert layer.head.status is Status.DONE, f"{article} is not done"
            twice += doubles(layer)
            unasked += bool(open_items(layer, project.scope()))
        items = sum(len(row.get("quotations", [])) + len(row.get("entities", [])) for row in rows)
    print(f"{len(rows)} articles, {items} items exported; {person.marked_again} items marked again by hand")
    differences, more = both_ways(folder, path, out, records)
    print(f"imported again and compared with a second person's gold: {differences} differences")
    kept = {tool.name: through(tool, path, folder / tool.format, articles) for tool in TOOLS}
    for tool, number in kept.items():
        print(f"{tool}: {number} of {2 * len(articles)} layers")
    return {
        "unsettled_exported": unsettled,
        "origin_differs": wrong,
        "doubles": twice + more,
        "done_unasked": unasked,
        "layers_kept": [sum(kept.values()), 2 * len(articles) * len(TOOLS)],
    }


def both_ways(folder: Path, path: Path, out: Path, records: list[Record]) -> tuple[int, int]:
    """Import the export beside the gold of a second person into a new project, and compare there."""
    back, second = folder / "back.citata", folder / "second.jsonl"
    others = [Record(one.article, Layer(one.article, "second", one.layer.everything())) for one in records]
    write_jsonl(second, others)
    with Project.create(back, "judge") as project, Project.open(path, AUTHOR) as first:
        project.set_scope(first.scope())
    window = open_window(back, "judge")
    import_by_dialog(window, [out, second])
    imported = window.session.project
    assert imported is not None
    with Project.open(path, AUTHOR) as first:
        for record in records:
            there, here = first.layer(record.article.id, AUTHOR), imported.layer(record.article.id, AUTHOR)
            assert there is not None
            assert here is not None
            wanted = meaning(there, HELD | {"actors", "states"})["quotations"]
            found = meaning(here, HELD | {"actors", "states"})["quotations"]
            assert wanted == found, f"{record.article.id}: {wanted} became {found}"
    found_here = compared(window, [record.article.id for record in records])
    window.close()
    return found_here


if __name__ == "__main__":
    main()
