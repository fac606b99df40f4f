"""The way back: an annotator opens a returned article, reads why, takes corrections over, answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from core.comparing.compare import compare
from core.model import GOLD, Form, State, Status
from core.model.edits import set_status
from core.model.layer import Layer
from core.review.adjudicate import Adjudication
from core.review.decisions import Reason, Remark
from core.store import Project, Reviews
from gui.drawer.corrections import CorrectionsPanel, notice_of
from gui.window.main_window import MainWindow
from tests.gui.review_helpers import make_review, place
from tests.gui.window_helpers import press, stored, type_words


@pytest.fixture
def annotating(empty_window: MainWindow, tmp_path: Path) -> MainWindow:
    """The window of boris, whose article the reviewer has returned: one corrected, one missed, one rejected."""
    path = make_review(tmp_path / "press.citata")
    with Project.open(path, "vera") as project:
        layers = [project.layer("most", name) for name in ("anna", "boris")]
        now = Adjudication(compare([one for one in layers if one]), Layer(project.article("most"), GOLD))
        gold, _ = project.commit(now.into, now.take_agreed())
        form, missed, spurious = now.open
        for edit in (
            lambda now: now.take(form, 0, Remark(Reason.OTHER, "не смешанная", by="vera")),
            lambda now: now.take(missed, 0),
            lambda now: now.reject(spurious, Remark(Reason.SPURIOUS, "это заголовок", by="vera")),
        ):
            gold, _ = project.commit(gold, edit(now.after(gold)))
        boris = project.layer("most", "boris")
        assert boris is not None
        project.commit(boris, set_status(boris, Status.RETURNED))
        Reviews(project).comment("most", "boris", "Посмотрите на формы.")
    empty_window.settings.change(author="boris")
    empty_window.session.author = "boris"
    assert empty_window.desk.open_project(path)
    empty_window.desk.open_article("most")
    empty_window.activateWindow()
    QApplication.processEvents()
    return empty_window


def drawer(window: MainWindow) -> CorrectionsPanel:
    return window.commands.panels.corrections_panel


def rows(window: MainWindow) -> list[str]:
    model = drawer(window).model
    return [str(model.data(model.index(at))) for at in range(model.rowCount())]


def test_a_returned_article_says_what_there_is_to_do(annotating: MainWindow) -> None:
    assert annotating.notice.isVisible()
    assert "Посмотрите на формы." in annotating.notice.text.text()
    assert "3 correction" in annotating.notice.text.text()
    annotating.notice.action.click()
    assert drawer(annotating).isVisible()
    assert rows(annotating) == [
        "Other (marks at the edge, form, speaker) — не смешанная",
        "Missed",
        "Should not be there — это заголовок",
        "vera: Посмотрите на формы.",
    ]


def test_corrections_are_taken_over_one_by_one(annotating: MainWindow) -> None:
    annotating.commands.actions["corrections"].trigger()
    panel = drawer(annotating)
    panel.put(0)
    assert panel.act.text() == "Take it over"
    panel.act.click()
    layer = stored(annotating, "most", "boris")
    assert layer is not None
    changed = layer.quotation("q2")
    assert (changed.form, changed.ranges) == (Form.INDIRECT, (place("опоры готовы"),))
    assert len(rows(annotating)) == 3
    panel.put(0)
    panel.act.click()
    panel.put(0)
    panel.act.click()
    layer = stored(annotating, "most", "boris")
    assert layer is not None
    assert [one.ranges for one in layer.quotations()][2] == (place("Жители ждут"),)
    assert len(layer.quotations()) == 3
    assert rows(annotating) == ["vera: Посмотрите на формы."]
    assert panel.act.isHidden()
    annotating.focus_text()
    press(annotating, "Ctrl+Z")
    assert len(rows(annotating)) == 2


def test_going_to_a_correction_shows_its_place(annotating: MainWindow) -> None:
    annotating.commands.actions["corrections"].trigger()
    drawer(annotating).go(0)
    assert annotating.session.selected == "q2"
    drawer(annotating).go(1)
    assert annotating.session.selected is None
    drawer(annotating).go(3)
    assert annotating.session.selected is None


def test_an_annotator_answers_and_begins_threads(annotating: MainWindow) -> None:
    annotating.commands.actions["corrections"].trigger()
    panel = drawer(annotating)
    panel.put(3)
    panel.answer.setFocus()
    type_words(panel.answer, "посмотрел")
    press(annotating, "Return")
    panel.put(0)
    panel.answer.setText("не согласен")
    panel.answer.returnPressed.emit()
    panel.answer.returnPressed.emit()
    assert annotating.session.project is not None
    comments = Reviews(annotating.session.project).comments("most")
    assert [(one.author, one.text, one.item, one.answers) for one in comments[1:]] == [
        ("boris", "посмотрел", None, comments[0].id),
        ("boris", "не согласен", "q2", None),
    ]
    assert panel.answer.text() == ""


def test_the_reviewer_reads_the_answers_beside_the_difference(annotating: MainWindow) -> None:
    project = annotating.session.project
    assert project is not None
    Reviews(project).comment("most", "boris", "не согласен", "q2")
    annotating.commands.actions["compare"].trigger()
    QApplication.processEvents()
    QApplication.processEvents()
    review = annotating.commands.review.review
    review.go(review.matches()[0])
    QApplication.processEvents()
    assert "boris: не согласен" in annotating.commands.review.panel.difference.said.text()


def test_in_a_blind_project_nothing_is_shown_before_the_review(empty_window: MainWindow, tmp_path: Path) -> None:
    from core.review.workflow import POLICY, Policy

    path = make_review(tmp_path / "press.citata")
    with Project.open(path, "vera") as project:
        project.set_value(POLICY, Policy(reviewers=("vera",)))
        project.commit(
            Layer(project.article("most"), GOLD), set_status(Layer(project.article("most"), GOLD), Status.DONE)
        )
    empty_window.session.author = "anna"
    empty_window.desk.open_project(path)
    empty_window.desk.open_article("most")
    empty_window.commands.actions["corrections"].trigger()
    assert rows(empty_window) == []
    assert "no correction" in drawer(empty_window).nothing.text()


def test_the_notice_without_a_comment() -> None:
    assert notice_of([], 2).startswith("This article was returned to you: 2 correction")


def test_a_rejected_proposal_stays_in_the_ledger_when_a_correction_takes_it_away(annotating: MainWindow) -> None:
    annotating.commands.actions["corrections"].trigger()
    panel = drawer(annotating)
    panel.put(2)
    panel.act.click()
    layer = stored(annotating, "most", "boris")
    assert layer is not None
    gone = layer.get("q4")
    assert gone is None or gone.state is State.REJECTED  # type: ignore[union-attr]
