"""What a reviewer sees of a review: one count everywhere, every difference in order, whose word a comment is."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.model import GOLD, Entity, Form, Item, Quotation, State, Status, edits
from core.model.scope import Scope
from core.store import Project
from gui.look.theme import palette_for
from gui.marking.done import DoneDialog
from gui.review.review import Review
from gui.window.article_model import OPEN, ROW
from gui.window.main_window import MainWindow
from tests.gui.review_helpers import ACTORS, ANNA, make_review, place
from tests.gui.waiting import wait_idle
from tests.gui.window_helpers import press, stored, type_words


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


def row_of(window: MainWindow, article: str) -> int:
    row = window.articles.model.find(article)
    assert row is not None
    return row


# -- counts ------------------------------------------------------------------------------------------------------------


def counts(window: MainWindow) -> tuple[str, str, tuple[int, int]]:
    """Return what the panel, the header and the article list say of the open article."""
    process_events()
    assert window.session.article is not None
    row = window.articles.model.index(row_of(window, window.session.article.id)).data(ROW)
    return window.commands.review.panel.count.text(), window.header.count.text(), (row.settled, row.total)


def test_panel_header_and_list_count_the_same(reviewing: MainWindow) -> None:
    assert counts(reviewing) == ("0 of 3 decided", "0 / 3", (0, 3))
    press(reviewing, "1")
    assert counts(reviewing) == ("1 of 3 decided", "1 / 3", (1, 3))
    press(reviewing, "Ctrl+Z")
    assert counts(reviewing) == ("0 of 3 decided", "0 / 3", (0, 3))
    press(reviewing, "1", "1", "2")
    assert counts(reviewing) == ("3 of 3 decided", "3 / 3", (3, 3))


def test_no_other_article_is_said_to_be_whole(reviewing: MainWindow) -> None:
    reviewing.desk.open_article("tiho")
    process_events()
    assert reviewing.header.count.text() == "no difference"
    row = reviewing.articles.model.index(row_of(reviewing, "most")).data(ROW)
    assert (row.settled, row.total) == (0, 0)
    spoken = str(reviewing.articles.model.index(row_of(reviewing, "most")).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "settled" not in spoken


def test_after_the_review_ones_own_work_is_counted_again(reviewing: MainWindow) -> None:
    start(reviewing)
    assert not review(reviewing).active
    assert reviewing.header.count.text() == "nothing marked"


def test_differences_outside_of_what_is_annotated_are_nobodys_work(empty_window: MainWindow, tmp_path: Path) -> None:
    path = make_review(
        tmp_path / "press.citata", ("clara", (*ACTORS, Entity(id="e9", label="LOC", range=place("Мост"))))
    )
    with Project.open(path, "vera") as project:
        project.set_scope(Scope(entities=False))
    assert empty_window.desk.open_project(path)
    start(empty_window)
    assert all(isinstance(match.present[0], Quotation) for match in review(empty_window).matches())


# -- order -------------------------------------------------------------------------------------------------------------


def test_two_differences_of_one_place_are_both_come_to_in_order(empty_window: MainWindow, tmp_path: Path) -> None:
    here = place("опоры готовы")
    items: tuple[Item, ...] = (
        Entity(id="e1", label="ORG", range=here),
        Quotation(id="q1", form=Form.INDIRECT, ranges=(here,)),
        Entity(id="e2", label="LOC", range=place("Жители")),
    )
    path = make_review(tmp_path / "press.citata", ("clara", items), ("dora", ()))
    assert empty_window.desk.open_project(path)
    start(empty_window)
    now = review(empty_window)
    now.compare_names(["clara", "dora"])
    now.next()
    came = []
    for _ in range(3):
        assert now.current is not None
        came.append(now.current)
        now.next()
    assert came == now.matches()
    assert now.current is came[0]
    now.next(back=True)
    assert now.current is came[-1]


# -- words -------------------------------------------------------------------------------------------------------------


def test_enter_ends_the_comment_and_decides_nothing(reviewing: MainWindow) -> None:
    box, before = reviewing.commands.review.panel.difference, review(reviewing).current
    press(reviewing, "Shift+M")
    type_words(box.comment, "спросить")
    press(reviewing, "Return")
    process_events()
    assert reviewing.view.hasFocus()
    assert review(reviewing).current is before
    assert counts(reviewing)[0] == "0 of 3 decided"
    assert review(reviewing).remark.comment == "спросить"


def test_escape_leaves_the_comment_as_it_was(reviewing: MainWindow) -> None:
    box, before = reviewing.commands.review.panel.difference, review(reviewing).current
    press(reviewing, "Shift+M")
    type_words(box.comment, "не то")
    press(reviewing, "Escape")
    process_events()
    assert reviewing.view.hasFocus()
    assert box.comment.text() == ""
    assert review(reviewing).remark.comment == ""
    assert review(reviewing).current is before
    assert review(reviewing).active


def test_a_returned_article_shows_so_with_its_comment_once(reviewing: MainWindow) -> None:
    reviewing.commands.review.verdict.give_back(["anna", "boris"], "Проверьте формы.")
    process_events()
    assert reviewing.header.status.text() == "Returned"
    assert reviewing.header.status.toolTip() == "Returned to anna, boris"
    assert reviewing.articles.model.index(row_of(reviewing, "most")).data(ROW).status is Status.RETURNED
    said = reviewing.commands.review.panel.difference.said
    assert said.text() == "vera → anna, boris: Проверьте формы."
    assert reviewing.session.project is not None
    for name in ("anna", "boris"):
        layer = reviewing.session.project.layer("most", name)
        assert layer is not None
        reviewing.session.project.commit(layer, edits.set_status(layer, Status.DONE))
    start(reviewing)
    start(reviewing)
    assert reviewing.header.status.text() != "Returned"


def test_a_reviewed_article_that_is_returned_is_to_be_reviewed_again(reviewing: MainWindow) -> None:
    press(reviewing, "1", "1", "2")
    assert reviewing.commands.review.verdict.finish()
    reviewing.commands.review.verdict.give_back(["anna"], "Ещё раз.")
    layer = stored(reviewing, "most", GOLD)
    assert layer is not None
    assert layer.head.status is Status.IN_PROGRESS


# -- ending ------------------------------------------------------------------------------------------------------------


def open_in_gold(window: MainWindow) -> None:
    """Leave a proposal in the adjudicated layer."""
    layer = window.session.layer
    assert layer is not None
    proposal = Quotation(id="p1", form=Form.DIRECT, ranges=(place("Зима близко"),), state=State.AUTO, score=0.4)
    assert window.session.do(edits.fill(layer, [*layer.everything(), proposal], "import"))


def asked(window: MainWindow) -> DoneDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DoneDialog)
    return dialog


def test_reviewed_asks_about_what_nobody_has_settled(reviewing: MainWindow) -> None:
    press(reviewing, "1", "1", "2")
    open_in_gold(reviewing)
    press(reviewing, "Ctrl+Shift+Return")
    assert asked(reviewing).windowTitle() == "Mark as reviewed"
    asked(reviewing).reject()
    layer = stored(reviewing, "most", GOLD)
    assert layer is not None
    assert layer.head.status is not Status.REVIEWED
    press(reviewing, "Ctrl+Shift+Return")
    asked(reviewing).reject_these.click()
    wait_idle(reviewing)
    layer = stored(reviewing, "most", GOLD)
    assert layer is not None
    assert layer.head.status is Status.REVIEWED
    assert layer.quotation("p1").state is State.REJECTED
    anna = stored(reviewing, "most", "anna")
    assert anna is not None
    assert anna.head.status is Status.REVIEWED


def test_comparing_with_one_person_is_ones_own_layer_beside_theirs(empty_window: MainWindow, tmp_path: Path) -> None:
    mine = tuple(replace(item, id=f"v{item.id}") if isinstance(item, Quotation) else item for item in ANNA)
    assert empty_window.desk.open_project(make_review(tmp_path / "press.citata", ("vera", mine)))
    assert empty_window.commands.review.compare_with("boris")
    process_events()
    now = review(empty_window).adjudication
    assert now is not None
    assert now.comparison.annotators == ("vera", "boris")
    start(empty_window)
    start(empty_window)
    now = review(empty_window).adjudication
    assert now is not None
    assert now.comparison.annotators == ("anna", "boris", "vera")


# -- the article list --------------------------------------------------------------------------------------------------


def test_the_open_article_is_marked_whatever_row_has_the_highlight(reviewing: MainWindow) -> None:
    panel = reviewing.articles
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    assert panel.list.currentIndex().row() == row_of(reviewing, "tiho")
    assert [panel.model.index(row).data(OPEN) for row in range(2)] == [True, False]
    spoken = panel.model.index(row_of(reviewing, "most")).data(Qt.ItemDataRole.AccessibleTextRole)
    assert str(spoken).split("\n")[1].endswith("open now")
    assert panel.neighbour(1) == "tiho"
    picture = panel.list.viewport().grab().toImage()
    box = panel.list.visualRect(panel.model.index(row_of(reviewing, "most")))
    bar = picture.pixelColor(box.left() + 7, box.center().y()).name()
    assert bar == palette_for("light").accent


def test_a_guess_is_said_to_be_one_and_taking_the_version_settles_it(empty_window: MainWindow, tmp_path: Path) -> None:
    path = make_review(tmp_path / "press.citata")
    with Project.open(path, "anna") as project:
        layer = project.layer("most", "anna")
        assert layer is not None
        guess = replace(layer.quotation("q2"), guessed=("cue", "speaker"))
        project.commit(layer, edits.change("set-note", [layer.quotation("q2")], [guess]))
    assert empty_window.desk.open_project(path)
    empty_window.activateWindow()
    start(empty_window)
    table = empty_window.commands.review.panel.difference.table
    cells = {table.item(row, 0).text(): table.item(row, 1).text() for row in range(table.rowCount())}
    assert cells["Cue"] == "По словам (guess)"
    assert cells["Speaker"] == "инженер (guess)"
    assert "(guess)" not in cells["Mention"]
    press(empty_window, "1")
    process_events()
    gold = empty_window.session.layer
    assert gold is not None
    assert gold.annotator == GOLD
    (taken,) = [item for item in gold.quotations() if item.ranges == guess.ranges]
    assert taken.guessed == ()
