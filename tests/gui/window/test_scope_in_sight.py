"""What is annotated and what navigation stops at stay in sight; header, list and “done” count by one rule."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.model import Entity, Quotation, Status
from core.model.scope import Scope, open_items
from core.store import Reviews
from core.store.review import Assignment, Start
from gui.desk.settings import Settings
from gui.marking.done import DoneDialog
from gui.window.article_model import ROW
from gui.window.main_window import MainWindow
from tests.gui.window_helpers import press, select


def asked() -> DoneDialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, DoneDialog)
    return found


def listed(window: MainWindow, article: str) -> tuple[int, int, bool]:
    model = window.articles.model
    at = model.find(article)
    assert at is not None
    row = model.data(model.index(at), ROW)
    return row.settled, row.total, row.by_hand  # type: ignore[attr-defined]


def same_counts(window: MainWindow) -> tuple[int, int]:
    """Assert that header and list say the same of the open article; return what."""
    assert window.session.article is not None
    settled, total, by_hand = listed(window, window.session.article.id)
    shown = {0: "nothing marked"}.get(total, f"{total} marked" if by_hand else f"{settled} / {total}")
    assert window.header.count.text() == shown
    assert window.header.progress.isVisible() == (bool(total) and not by_hand)
    return settled, total


def narrow(window: MainWindow, scope: Scope) -> None:
    assert window.session.project is not None
    window.session.project.set_scope(scope)
    window.session.rows_changed.emit()
    window.desk.reset_wanted.emit()


def test_narrowed_navigation_shows_so_until_a_click_widens_it(window: MainWindow, settings: Settings) -> None:
    sign = window.signs.stops
    assert not sign.isVisible()
    press(window, "V")
    assert sign.isVisible()
    assert sign.text() == "Tab: quotations only"
    window.desk.open_article("zavod")
    assert sign.isVisible()
    again = Settings(settings.path)
    assert again.values.stops == "quotations"
    assert msgspec.json.decode(settings.path.read_bytes())["walk_kinds"] == "quotations"
    QTest.mouseClick(sign, Qt.MouseButton.LeftButton)
    assert not sign.isVisible()
    assert window.settings.values.stops == "all"
    window.desk.change(stops="entities")
    assert sign.text() == "Tab: entities only"
    window.desk.trigger("navigate-all")
    assert not sign.isVisible()


def test_navigation_says_what_it_passes_over(window: MainWindow) -> None:
    press(window, "V")
    layer = window.session.layer
    assert layer is not None
    others = [item for item in open_items(layer) if isinstance(item, Entity)]
    window.session.do(_accepted(window, Quotation))
    press(window, "Tab")
    said = window.statusBar().currentMessage()
    assert said.startswith("Tab stops at quotations only.")
    assert f"{len(others)} other item" in said


def _accepted(window: MainWindow, kind: type):  # type: ignore[no-untyped-def]
    from core.model import edits

    layer = window.session.layer
    assert layer is not None
    return edits.accept(layer, [item.id for item in open_items(layer) if isinstance(item, kind)])


def test_the_scope_of_the_project_is_said_and_counted_everywhere(window: MainWindow) -> None:
    everything = same_counts(window)
    assert not window.signs.scope.isVisible()
    narrow(window, Scope(entities=False))
    assert window.signs.scope.isVisible()
    assert window.signs.scope.text() == "Annotated here: quotations"
    some = same_counts(window)
    assert some[1] < everything[1]
    press(window, "Tab", "Return")
    assert same_counts(window) == (some[0] + 1, some[1])
    press(window, "Ctrl+Z")
    assert same_counts(window) == some
    press(window, "Ctrl+Y")
    assert same_counts(window) == (some[0] + 1, some[1])
    press(window, "Ctrl+PageDown")
    same_counts(window)
    press(window, "Ctrl+PageUp")
    assert same_counts(window) == (some[0] + 1, some[1])
    narrow(window, Scope(quotations=False, labels=("PER",)))
    assert window.signs.scope.text() == "Annotated here: entities (Person)"
    same_counts(window)


def test_an_article_annotated_by_hand_is_not_full_after_one_quotation(window: MainWindow) -> None:
    window.desk.open_article("zavod")
    assert same_counts(window) == (0, 0)
    select(window, "Мы ждали этого 12 лет")
    press(window, "D")
    assert same_counts(window) == (1, 1)
    assert window.header.count.text() == "1 marked"
    assert not window.header.progress.isVisible()
    press(window, "Ctrl+Z")
    assert same_counts(window) == (0, 0)


def test_an_article_given_without_proposals_counts_none_of_them(window: MainWindow, tmp_path: Path) -> None:
    assert window.session.project is not None
    Reviews(window.session.project).assign([Assignment(article="most", annotator="rita", start=Start.NOTHING)])
    window.desk.set_author("rita")
    assert same_counts(window) == (0, 0)


def test_done_within_the_scope_leaves_the_rest_as_proposals_and_says_so(window: MainWindow) -> None:
    narrow(window, Scope(entities=False))
    layer = window.session.layer
    assert layer is not None
    others = [item for item in open_items(layer) if isinstance(item, Entity)]
    window.commands.actions["status-done"].trigger()
    dialog = asked()
    words = f"Annotated here: quotations. {len(others)} other item"
    assert dialog.outside.text().startswith(words)
    assert not any(isinstance(item, Entity) for item in dialog.items)
    dialog.accept_these.click()
    after = window.session.layer
    assert after is not None
    assert after.head.status is Status.DONE
    assert open_items(after) == others
    settled, total = same_counts(window)
    assert settled == total
    assert window.session.undo()
    window.session.do(_accepted(window, Quotation))
    window.commands.actions["status-done"].trigger()
    assert window.statusBar().currentMessage().startswith(words)


def test_done_for_what_navigation_stops_at_is_offered_in_words(window: MainWindow) -> None:
    press(window, "V")
    window.commands.actions["status-done"].trigger()
    dialog = asked()
    assert dialog.leave_these is None
    dialog.reject()
    window.session.do(_accepted(window, Quotation))
    layer = window.session.layer
    assert layer is not None
    waiting = open_items(layer)
    window.commands.actions["status-done"].trigger()
    dialog = asked()
    assert dialog.leave_these is not None
    assert dialog.leave_these.text().startswith(f"Done for quotations, {len(waiting)} stay")
    dialog.leave_these.click()
    after = window.session.layer
    assert after is not None
    assert after.head.status is Status.DONE
    assert open_items(after) == waiting


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_signs_fit_the_window(window: MainWindow, theme: str) -> None:
    window.desk.change(theme=theme, stops="quotations", language="ru")
    narrow(window, Scope(entities=False))
    QApplication.processEvents()
    for sign in (window.signs.scope, window.signs.stops):
        assert sign.width() >= sign.sizeHint().width()
