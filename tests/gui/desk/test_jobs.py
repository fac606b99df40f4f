"""Long work: off the GUI thread, with progress, stoppable, its trouble told, its bugs reported."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.errors import UserError
from core.model import AUTO, Article, Entity, Range, State
from core.model.layer import Layer
from gui.desk.corpus_jobs import CorpusJobs
from gui.desk.jobs import Job, Report
from gui.desk.latest import Latest
from gui.window.main_window import MainWindow
from tests.gui.waiting import work_ends
from tests.gui.window_helpers import press, stored
from tests.waiting import held


def test_work_runs_in_another_thread_and_its_result_arrives_here(window: MainWindow) -> None:
    seen: list[object] = []

    def work(report: Report) -> int:
        seen.append(threading.current_thread() is threading.main_thread())
        return sum(report(at, f"piece {at}") for at in (1, 2, 3))

    results: list[object] = []
    with work_ends(window):
        assert window.desk.run(Job("Counting", 3, work), results.append)
        assert window.jobs.isVisible()
        assert not window.desk.run(Job("Another", 1, work), results.append)
    assert seen == [False]
    assert results == [3]
    assert not window.jobs.isVisible()


def test_the_stop_button_stops_after_the_piece_at_hand(window: MainWindow) -> None:
    begun, go_on = threading.Event(), threading.Event()
    done: list[int] = []

    def work(report: Report) -> int:
        for at in range(1000):
            begun.set()
            held(go_on, "the word to go on")
            done.append(at)
            if not report(at + 1, ""):
                break
        return len(done)

    results: list[object] = []
    with work_ends(window):
        window.desk.run(Job("Endless", 1000, work), results.append)
        held(begun, "the begin of the work")
        window.jobs.stop.click()
        go_on.set()
    assert results == [1]


def test_known_trouble_in_a_job_is_told(window: MainWindow) -> None:
    def work(report: Report) -> None:
        raise UserError("file-empty", path="a.txt")

    with work_ends(window):
        window.desk.run(Job("Reading", 0, work), lambda _: pytest.fail("it did not succeed"))
    assert "a.txt is empty" in window.notice.text.text()


def test_a_bug_in_a_job_reaches_the_reporter(window: MainWindow, qtbot: QtBot) -> None:
    def work(report: Report) -> None:
        raise RuntimeError("a bug in the thread")

    with qtbot.captureExceptions() as caught, work_ends(window):
        window.desk.run(Job("Buggy", 0, work), lambda _: None)
    assert [str(value) for _, value, _ in caught] == ["a bug in the thread"]


class Proposer:
    """Proposes the first word of every article as a person."""

    def annotate(self, article: Article) -> Layer:
        entity = Entity(id="e1", label="PER", range=Range(0, 4), state=State.AUTO, score=0.5, rule="model")
        return Layer(article, AUTO, [entity])


def test_the_open_article_shows_its_new_proposals(window: MainWindow) -> None:
    window.desk.annotator = Proposer()  # type: ignore[assignment]
    window.desk.open_article("zavod")
    with work_ends(window):
        press(window, "F5")
    assert window.session.layer is not None
    assert [item.id for item in window.session.layer.annotations()] == ["e1"]
    assert stored(window, "zavod") is None
    assert stored(window, "zavod", AUTO) is not None
    assert window.articles.model.article_row(1).total == 1  # type: ignore[union-attr]


def test_own_work_stays_and_can_start_again(window: MainWindow) -> None:
    window.desk.annotator = Proposer()  # type: ignore[assignment]
    window.session.select("q2")
    press(window, "D")
    mine = window.session.layer
    with work_ends(window):
        press(window, "F5")
    assert window.session.layer == mine
    window.notice.action.click()
    assert window.session.layer is not None
    assert [item.id for item in window.session.layer.annotations()] == ["e1"]
    press(window, "Ctrl+Z")
    assert window.session.layer == mine


def test_the_window_stays_alive_while_articles_are_annotated(window: MainWindow) -> None:
    begun, go_on = threading.Event(), threading.Event()

    class Slow(Proposer):
        def annotate(self, article: Article) -> Layer:
            begun.set()
            held(go_on, "the word to go on")
            return super().annotate(article)

    window.desk.annotator = Slow()  # type: ignore[assignment]
    from gui.desk.annotation import annotate_all

    with work_ends(window):
        annotate_all(window.desk, every=False)
        held(begun, "the begin of the work")
        window.session.select("q2")
        press(window, "D")
        layer = stored(window)
        assert layer is not None
        assert layer.quotation("q2").form.value == "direct"
        go_on.set()
    assert stored(window, "zavod", AUTO) is not None
    assert stored(window, "korotko", AUTO) is not None


def test_closing_the_window_stops_the_work(window: MainWindow) -> None:
    def work(report: Report) -> int:
        at = 0
        while report(at, ""):
            at += 1
        return at

    job = Job("Endless", 0, work)
    window.desk.run(job, lambda _: None)
    window.close()
    assert job.isFinished()


@pytest.mark.parametrize("kind", [QWidget, QObject])
@pytest.mark.parametrize("of_corpus", [False, True], ids=["preview", "corpus"])
def test_whoever_goes_while_a_thread_works_waits_for_its_piece(
    window: MainWindow, kind: type[QObject], *, of_corpus: bool
) -> None:
    """As a window that is closed while an import dialog looks at a slow file: Qt ends the program otherwise."""
    project = window.session.project
    assert project is not None
    top = QWidget()
    parent = kind(top)
    begun = threading.Event()
    ended: list[bool] = []

    def run(goes_on: Callable[[], bool]) -> None:
        begun.set()
        while goes_on():
            pass
        ended.append(True)

    jobs, latest = CorpusJobs(project, parent, lambda _: None), Latest(parent)
    if of_corpus:
        jobs.begin(run, lambda _: None)
    else:
        latest.start(lambda report, _: run(lambda: report(0, "")))
    held(begun, "the begin of the work")
    top.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert ended == [True]
