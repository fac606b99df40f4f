"""Bulk pre-annotation in the window: worker processes, a window that lives meanwhile, nothing left behind."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from core.formats.base import make_article
from core.model import AUTO
from core.preannotate.bulk import choice
from gui.desk.annotation import annotate_all
from gui.window.main_window import MainWindow
from tests.bulk_hooks import Quick, Seen, Told
from tests.gui.waiting import until, work_ends
from tests.gui.window_helpers import press, stored


@pytest.fixture
def large(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """A window for which two articles are text enough for two processes."""
    monkeypatch.setattr(choice, "ENOUGH", 1)
    monkeypatch.setattr(choice, "cores", lambda: 2)
    return window


def add(window: MainWindow, *texts: str) -> list[str]:
    """Add articles to the project; return their ids."""
    project = window.session.project
    assert project is not None
    ids = [f"more-{number}" for number, _ in enumerate(texts)]
    for name, text in zip(ids, texts, strict=True):
        project.add_article(make_article(name, None, text))
    return ids


def workers() -> list[int]:
    return [child.pid or 0 for child in multiprocessing.active_children()]


def test_many_articles_are_annotated_by_processes_while_the_window_lives(large: MainWindow) -> None:
    ids = add(large, *(f"Слово{number} сказано." for number in range(30)))
    large.desk.annotator = Told()  # type: ignore[assignment]
    with work_ends(large):
        annotate_all(large.desk, every=False)
        until(workers, "the processes")
        large.session.select("q2")
        press(large, "D")
        layer = stored(large)
        assert layer is not None
        assert layer.quotation("q2").form.value == "direct"
    assert all(stored(large, name, AUTO) is not None for name in ids)
    assert not workers()


def test_an_article_at_which_processes_die_is_told_and_the_others_are_done(large: MainWindow) -> None:
    ids = add(large, "Слово.", "DIE", "Слово опять.")
    large.desk.annotator = Told()  # type: ignore[assignment]
    with work_ends(large):
        annotate_all(large.desk, every=False)
    assert [stored(large, name, AUTO) is not None for name in ids] == [True, False, True]
    assert "1 article could not be pre-annotated. The article more-1" in large.notice.text.text()
    assert "3 processes ended at it" in large.notice.text.text()


def test_the_stop_button_is_heard_in_the_middle_of_an_article(large: MainWindow, tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    add(large, "Слово.", f"HANG {begun}", "Слово опять.")
    large.desk.annotator = Told()  # type: ignore[assignment]
    with work_ends(large):
        annotate_all(large.desk, every=False)
        until(begun.exists, "the article that takes for ever")
        large.jobs.stop.click()
    assert not workers()
    large.desk.annotator = Quick()  # type: ignore[assignment]
    with work_ends(large):
        annotate_all(large.desk, every=False)
    assert stored(large, "more-1", AUTO) is not None


def test_closing_the_window_ends_the_processes(large: MainWindow, tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    add(large, f"HANG {begun}", "Слово.")
    large.desk.annotator = Told()  # type: ignore[assignment]
    annotate_all(large.desk, every=False)
    until(begun.exists, "the article that takes for ever")
    large.close()
    assert not workers()


def test_a_worker_of_the_window_has_nothing_of_the_window(large: MainWindow) -> None:
    add(large, "Слово.", "Слово опять.")
    large.desk.annotator = Seen()  # type: ignore[assignment]
    with work_ends(large):
        annotate_all(large.desk, every=False)
    assert "([] 1)" in large.notice.text.text()
