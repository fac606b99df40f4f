"""Adjudicate two annotators' layers in the real window by key events, as an oracle would who knows the result.

    QT_QPA_PLATFORM=offscreen python bench/review_window.py [--gold FOLDER]

Every difference is decided by a reviewer's keys (1, 2, B, Delete); where a field of one version belongs
with another, the cell is clicked and Enter pressed. Counts decisions and gestures, compares what is in the file with
dev.jsonl, and gives the time from a key to the painted result. The last line is JSON.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bench.agreement import said, score
from bench.common import gold
from bench.common.report import finish, spread
from core.comparing.fields import FIELD_OF
from core.exchange.transfer import import_files
from core.formats.jsonl import read_jsonl
from core.model import GOLD
from core.model.layer import Edit, Layer
from core.store import Project
from gui.app import make_app, make_window
from gui.desk.settings import Settings
from gui.window.main_window import MainWindow

KEYS = {"1": Qt.Key.Key_1, "2": Qt.Key.Key_2, "B": Qt.Key.Key_B, "Delete": Qt.Key.Key_Delete}


def process_events() -> None:
    for _ in range(3):
        QApplication.processEvents()


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.focusWidget() or window.view, key, modifier)


def best(window: MainWindow, target: set[object]) -> tuple[list[str], int]:
    """Return the keys (or ``cell:field:index`` for a click) that bring the layer nearest to the target."""
    review = window.commands.review.review
    now, match = review.adjudication, review.current
    assert now is not None
    assert match is not None
    offered: list[tuple[list[str], Edit]] = [(["1"], now.take(match, 0)), (["2"], now.take(match, 1))]
    offered.append((["Delete"], now.reject(match)))
    if len(match.present) == 2:
        offered.append((["B"], now.take_both(match)))
        base = dict.fromkeys(review.marked, 0)
        for kind in match.kinds & FIELD_OF.keys():
            field = FIELD_OF[kind]
            offered.append(([f"cell:{field}:1", "Enter"], now.compose(match, 0, {**base, field: 1})))
    keys, edit = max(offered, key=lambda one: (score(now.into.apply(one[1]), target), -len(one[0])))
    return keys, score(now.into.apply(edit), target)


def act(window: MainWindow, keys: list[str]) -> None:
    table = window.commands.review.panel.difference.table
    fields = window.commands.review.panel.difference._fields
    for key in keys:
        if key.startswith("cell:"):
            _, field, place = key.split(":")
            row = next(at for at, one in enumerate(fields) if one.value == field)
            where = table.visualItemRect(table.item(row, int(place) + 1)).center()
            QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
        else:
            press(window, KEYS.get(key, Qt.Key.Key_Return))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=gold.FOLDER, help="folder with annotator-a/b.jsonl and dev.jsonl")
    texts = parser.parse_args().gold
    targets: dict[str, Layer] = {one.article.id: one.layer for one in read_jsonl(texts / "dev.jsonl")}  # type: ignore[union-attr]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CITATA_SETTINGS"] = str(Path(folder) / "settings.json")
        path = Path(folder) / "review.citata"
        with Project.create(path, "vera") as project:
            import_files(project, [texts / "annotator-a.jsonl", texts / "annotator-b.jsonl"])
        make_app()
        settings = Settings(Path(folder) / "settings.json")
        settings.change(author="vera", language="en")
        window = make_window(settings)
        window.resize(1500, 900)
        window.show()
        window.desk.open_project(path)
        window.activateWindow()
        window.commands.actions["compare"].trigger()
        result = adjudicate(window, targets)
        window.close()
    finish(result)


def adjudicate(window: MainWindow, targets: dict[str, Layer]) -> dict[str, object]:
    review = window.commands.review.review
    decisions = gestures = agreed = right = wanted = extra = reachable = 0
    waits: list[float] = []
    for article, target_layer in targets.items():
        window.desk.open_article(article)
        process_events()
        target = said(target_layer)
        assert review.adjudication is not None
        agreed += len(review.adjudication.comparison.agreed)
        layers = review.adjudication.comparison.layers
        reachable += len(target & (said(layers[0]) | said(layers[1])))
        while review.open_matches():
            if review.current is None:
                press(window, Qt.Key.Key_Tab)
                gestures += 1
            keys, _ = best(window, target)
            before = time.perf_counter()
            act(window, keys)
            QApplication.processEvents()
            waits.append(time.perf_counter() - before)
            decisions, gestures = decisions + 1, gestures + len(keys)
        assert window.session.project is not None
        kept = window.session.project.layer(article, GOLD)
        found = said(kept) if kept is not None else set()
        right, wanted, extra = right + len(found & target), wanted + len(target), extra + len(found - target)
    print(f"agreed and taken over at once: {agreed}; decisions: {decisions}; gestures: {gestures}")
    print(f"in dev.jsonl: {wanted}; A or B had it: {reachable}; in the file now: {right}; besides: {extra}")
    return {
        "agreed": agreed,
        "decisions": decisions,
        "gestures": gestures,
        "gestures_per_difference": round(gestures / decisions, 3),
        "dev": wanted,
        "in_a_or_b": reachable,
        "reached": right,
        "besides": extra,
        "key_to_painted": spread(waits),
    }


if __name__ == "__main__":
    main()
