"""Comparing and adjudicating by keys and mouse in the real window: every decision is in the file at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.comparing.compare import Kind
from core.comparing.fields import Field
from core.model import GOLD, Actor, Form, Quotation, Range, Status
from core.model.layer import Layer
from core.review.decisions import Confidence, How, Reason, decision_of
from core.review.workflow import POLICY, Policy
from core.store import Project, Reviews
from gui.review.give_back import ReturnDialog
from gui.review.review import Review
from gui.window.main_window import MainWindow
from tests.gui.review_helpers import ANNA, FIRST, FOURTH, SECOND, make_review, place
from tests.gui.waiting import wait_idle
from tests.gui.window_helpers import click_on, press, stored, type_words


@pytest.fixture
def reviewing(empty_window: MainWindow, tmp_path: Path) -> MainWindow:
    """The window in a review of the article with differences."""
    assert empty_window.desk.open_project(make_review(tmp_path / "press.citata"))
    empty_window.activateWindow()
    start(empty_window)
    return empty_window


def start(window: MainWindow) -> None:
    window.commands.actions["compare"].trigger()
    process_events()


def process_events() -> None:
    QApplication.processEvents()
    QApplication.processEvents()


def review(window: MainWindow) -> Review:
    return window.commands.review.review


def open_kinds(window: MainWindow) -> list[set[Kind]]:
    now = review(window).adjudication
    assert now is not None
    return [set(match.kinds) for match in now.open]


def gold(window: MainWindow) -> Layer:
    found = stored(window, "most", GOLD)
    assert found is not None
    assert found == window.session.layer
    return found


def forms(layer: Layer) -> list[tuple[Form, str | None]]:
    names = {actor.id: actor.name for actor in layer.actors()}
    return [(quotation.form, names.get(quotation.speaker or "")) for quotation in layer.quotations()]


def test_what_all_agree_on_is_taken_over_and_the_first_difference_shown(reviewing: MainWindow) -> None:
    assert forms(gold(reviewing)) == [(Form.DIRECT, "Пётр Ёлкин")]
    assert open_kinds(reviewing) == [{Kind.EDGE, Kind.FORM, Kind.SPEAKER}, {Kind.ONLY}, {Kind.ONLY}]
    assert reviewing.commands.review.panel.count.text() == "0 of 3 decided"
    assert reviewing.commands.review.panel.isVisible()
    assert not reviewing.inspector.isVisible()
    drawn = reviewing.commands.review.overlay.versions(Range(0, len(reviewing.view.text)))
    strong = [version for version in drawn if version.strong]
    assert [(version.layer, version.item.id) for version in strong] == [(0, "q2"), (1, "q2")]
    assert reviewing.view.visible_range().contains(place("опоры готовы"))


def test_one_key_a_decision(reviewing: MainWindow) -> None:
    press(reviewing, "2")
    assert forms(gold(reviewing))[1] == (Form.MIXED, "Инна Белова")
    press(reviewing, "1")
    press(reviewing, "Delete")
    assert open_kinds(reviewing) == []
    layer = gold(reviewing)
    assert forms(layer) == [(Form.DIRECT, "Пётр Ёлкин"), (Form.MIXED, "Инна Белова"), (Form.INDIRECT, "Инна Белова")]
    rejected = [decision_of(one) for one in layer.quotations(rejected=True) if one not in layer.quotations()]
    assert [one.how for one in rejected if one is not None] == [How.REJECTED]
    assert "Ctrl+Shift+Enter" in reviewing.statusBar().currentMessage()


def test_enter_takes_the_fields_that_are_marked(reviewing: MainWindow) -> None:
    table = reviewing.commands.review.panel.difference.table
    rows = {table.item(row, 0).text(): row for row in range(table.rowCount())}
    assert reviewing.commands.review.panel.difference.title.text() == "Marks at the edge, Form, Speaker"
    assert "Nesting" not in rows
    cell = table.visualItemRect(table.item(rows["Speaker"], 2)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    assert review(reviewing).marked[Field.SPEAKER] == 1
    press(reviewing, "Return")
    assert forms(gold(reviewing))[1] == (Form.INDIRECT, "Инна Белова")
    assert gold(reviewing).quotations()[1].ranges == (place("опоры готовы"),)


def test_both_versions_and_the_way_back(reviewing: MainWindow) -> None:
    press(reviewing, "B")
    assert len(gold(reviewing).quotations()) == 3
    press(reviewing, "Ctrl+Z")
    assert len(gold(reviewing).quotations()) == 1
    current = review(reviewing).current
    assert current is not None
    assert current.kinds == {Kind.EDGE, Kind.FORM, Kind.SPEAKER}
    press(reviewing, "Ctrl+Y")
    assert len(gold(reviewing).quotations()) == 3
    press(reviewing, "Ctrl+Z", "Ctrl+Z")
    assert gold(reviewing).quotations() == []


def test_a_version_of_ones_own_is_edited_with_the_usual_keys(reviewing: MainWindow) -> None:
    press(reviewing, "E")
    assert reviewing.inspector.isVisible()
    assert not reviewing.commands.review.panel.isVisible()
    press(reviewing, "M", "2")
    process_events()
    layer = gold(reviewing)
    assert layer.quotations()[1].form is Form.MIXED
    press(reviewing, "Tab")
    assert reviewing.commands.review.panel.isVisible()
    assert not reviewing.inspector.isVisible()
    assert len(open_kinds(reviewing)) == 2


def test_a_decision_can_be_reopened_and_changed(reviewing: MainWindow) -> None:
    press(reviewing, "1", "Shift+Tab")
    panel = reviewing.commands.review.panel
    QTest.mouseClick(
        panel.list.viewport(), Qt.MouseButton.LeftButton, pos=panel.list.visualRect(panel.model.index(0)).center()
    )
    assert review(reviewing).current is review(reviewing).matches()[0]
    press(reviewing, "2")
    assert forms(gold(reviewing))[1] == (Form.MIXED, "Инна Белова")
    review(reviewing).go(review(reviewing).matches()[0])
    press(reviewing, "K")
    assert len(gold(reviewing).quotations()) == 1
    assert len(open_kinds(reviewing)) == 3


def test_reason_comment_and_confidence_go_with_the_decision(reviewing: MainWindow) -> None:
    box = reviewing.commands.review.panel.difference
    box.reason.setCurrentIndex(box.reason.findData(Reason.AMBIGUOUS.value))
    box.reason.activated.emit(box.reason.currentIndex())
    box.confidence.setCurrentIndex(box.confidence.findData(Confidence.LOW.value))
    box.confidence.activated.emit(box.confidence.currentIndex())
    press(reviewing, "Shift+M")
    type_words(box.comment, "спросить редактора")
    press(reviewing, "Return")
    assert reviewing.view.hasFocus()
    press(reviewing, "1")
    decision = decision_of(gold(reviewing).quotations()[1])
    assert decision is not None
    assert decision.remark == (Reason.AMBIGUOUS, "спросить редактора", Confidence.LOW, "vera")
    review(reviewing).go(review(reviewing).matches()[0])
    process_events()
    assert box.comment.text() == "спросить редактора"
    box.comment.setText("решено")
    box.comment.editingFinished.emit()
    later = decision_of(gold(reviewing).quotations()[1])
    assert later is not None
    assert (later.comment, later.how) == ("решено", How.TAKEN)


def test_kinds_narrow_navigation(reviewing: MainWindow) -> None:
    panel = reviewing.commands.review.panel
    assert [panel.kinds.itemText(at) for at in range(panel.kinds.count())] == [
        "All differences (3)",
        "Only in one (2)",
        "Marks at the edge (1)",
        "Form (1)",
        "Speaker (1)",
    ]
    panel.kinds.setCurrentIndex(1)
    process_events()
    assert panel.model.rowCount() == 2
    press(reviewing, "1", "2")
    assert open_kinds(reviewing) == [{Kind.EDGE, Kind.FORM, Kind.SPEAKER}]
    assert review(reviewing).current is None
    panel.kinds.setCurrentIndex(0)
    assert review(reviewing).current is not None


def test_clicking_into_the_text_leaves_digits_to_the_selected_item(reviewing: MainWindow) -> None:
    click_on(reviewing, "Мост")
    assert reviewing.session.quotation is not None
    assert review(reviewing).current is None
    press(reviewing, "M")
    assert gold(reviewing).quotations()[0].form is Form.MIXED


def test_a_click_on_a_drawn_version_goes_to_its_difference(reviewing: MainWindow) -> None:
    click_on(reviewing, "победа")
    current = review(reviewing).current
    assert current is not None
    assert current.versions[0] is None
    press(reviewing, "2")
    assert len(open_kinds(reviewing)) == 2


def test_a_finished_article_is_reviewed_for_everybody_and_the_next_one_opens(reviewing: MainWindow) -> None:
    press(reviewing, "Ctrl+Shift+Return")
    assert "3 differences are still open" in reviewing.statusBar().currentMessage()
    assert reviewing.session.article is not None
    assert reviewing.session.article.id == "most"
    press(reviewing, "1", "1", "2", "Ctrl+Shift+Return")
    wait_idle(reviewing)
    process_events()
    assert reviewing.session.article.id == "tiho"
    assert review(reviewing).adjudication is not None
    for name in ("anna", "boris", GOLD):
        layer = stored(reviewing, "most", name)
        assert layer is not None
        assert layer.head.status is Status.REVIEWED
    press(reviewing, "Ctrl+Shift+Return")
    wait_idle(reviewing)
    assert "No other article" in reviewing.statusBar().currentMessage()


def test_an_article_is_returned_with_a_comment(reviewing: MainWindow) -> None:
    dialog = ReturnDialog(reviewing.desk, reviewing.commands.review.verdict, ["anna", "boris"])
    dialog.people["boris"].setChecked(False)
    dialog.comment.setPlainText("Проверьте формы.")
    dialog.go.click()
    anna, boris = (stored(reviewing, "most", name) for name in ("anna", "boris"))
    assert anna is not None
    assert boris is not None
    assert (anna.head.status, boris.head.status) == (Status.RETURNED, Status.DONE)
    assert reviewing.session.project is not None
    comments = Reviews(reviewing.session.project).comments()
    assert [(one.annotator, one.author, one.text) for one in comments] == [("anna", "vera", "Проверьте формы.")]
    dialog = ReturnDialog(reviewing.desk, reviewing.commands.review.verdict, ["anna", "boris"])
    for box in dialog.people.values():
        box.setChecked(False)
    assert not dialog.go.isEnabled()


def test_one_layer_alone_is_reviewed_the_same_way(reviewing: MainWindow) -> None:
    panel = reviewing.commands.review.panel
    panel.names_menu.aboutToShow.emit()
    actions = {action.text(): action for action in panel.names_menu.actions()}
    assert [name for name, action in actions.items() if action.isChecked()] == ["anna", "boris"]
    actions["boris"].setChecked(False)
    process_events()
    assert panel.names.text() == "anna"
    assert open_kinds(reviewing) == [{Kind.ONLY}, {Kind.ONLY}]  # q1 and e1 were taken over when boris agreed
    press(reviewing, "1", "Delete")
    assert open_kinds(reviewing) == []


def test_three_layers_offer_their_majority(empty_window: MainWindow, tmp_path: Path) -> None:
    third = ("clara", (*ANNA, FOURTH))
    empty_window.desk.open_project(make_review(tmp_path / "three.citata", third))
    empty_window.activateWindow()
    start(empty_window)
    process_events()
    assert len(open_kinds(empty_window)) == 3
    assert empty_window.commands.review.panel.difference.both.text() == "All"
    press(empty_window, "Y")
    assert forms(gold(empty_window))[1] == (Form.INDIRECT, "инженер")
    empty_window.commands.actions["take-all-majority"].trigger()
    assert open_kinds(empty_window) == []
    empty_window.commands.actions["take-all-majority"].trigger()
    assert "majority" in empty_window.statusBar().currentMessage()


def test_two_layers_have_no_majority_but_the_rest_can_be_taken(reviewing: MainWindow) -> None:
    press(reviewing, "Y")
    assert "no majority" in reviewing.statusBar().currentMessage()
    reviewing.commands.actions["take-rest"].trigger()
    assert open_kinds(reviewing) == []
    assert [one.ranges for one in gold(reviewing).quotations()] == [
        one.ranges for one in ANNA if isinstance(one, Quotation)
    ]


def test_agreed_items_can_be_taken_again_after_undo(reviewing: MainWindow) -> None:
    press(reviewing, "Ctrl+Z")
    panel = reviewing.commands.review.panel
    assert panel.agreed.isVisible()
    panel.agreed.click()
    process_events()
    assert forms(gold(reviewing)) == [(Form.DIRECT, "Пётр Ёлкин")]
    assert not panel.agreed.isVisible()


def test_going_back_to_the_own_layer(reviewing: MainWindow) -> None:
    quiet = reviewing.view.look.palette.wash
    reviewing.commands.review.panel.close_button.click()
    process_events()
    assert reviewing.session.layer is not None
    assert reviewing.session.layer.annotator == "vera"
    assert not reviewing.commands.review.panel.isVisible()
    assert reviewing.inspector.isVisible()
    assert reviewing.commands.review.overlay.versions(Range(0, len(reviewing.view.text))) == []
    assert reviewing.view.look.palette.wash > quiet
    assert reviewing.layer_label.text() == "Layer: vera"


def test_who_is_no_reviewer_may_not_adjudicate(empty_window: MainWindow, tmp_path: Path) -> None:
    path = make_review(tmp_path / "press.citata")
    with Project.open(path, "chief") as project:
        project.set_value(POLICY, Policy(reviewers=("chief",)))
    empty_window.desk.open_project(path)
    start(empty_window)
    assert not review(empty_window).active
    assert "vera" in empty_window.notice.text.text()


def test_an_article_that_nobody_has_annotated_says_so(window: MainWindow) -> None:
    window.desk.open_article("zavod")
    start(window)
    assert "Nobody" in window.commands.review.panel.nothing.text()
    assert not window.commands.review.panel.finish.isEnabled()
    press(window, "1", "Tab")


def test_the_versions_are_drawn_on_the_text(reviewing: MainWindow) -> None:
    with_versions = reviewing.view.grab().toImage()
    reviewing.commands.review.overlay.matches, reviewing.commands.review.overlay.current = (), None
    reviewing.view.viewport().update()
    assert reviewing.view.grab().toImage() != with_versions


def test_the_panel_speaks_russian(reviewing: MainWindow) -> None:
    reviewing.settings.change(language="ru", theme="dark")
    reviewing.apply_settings()
    process_events()
    panel = reviewing.commands.review.panel
    assert panel.title.text() == "Расхождения"
    assert panel.count.text() == "решено 0 из 3"
    assert panel.difference.reason.count() == 1 + len(Reason)
    reviewing.settings.change(language="en")
    reviewing.apply_settings()


def test_names_of_actors_are_unified_in_the_file(reviewing: MainWindow) -> None:
    press(reviewing, "1", "1", "2")
    actors = [item.name for item in gold(reviewing).items.values() if isinstance(item, Actor)]
    assert sorted(actors) == ["Инна Белова", "Новый день", "Пётр Ёлкин", "инженер"]
    assert {FIRST.ranges, SECOND.ranges} <= {one.ranges for one in gold(reviewing).quotations()}
