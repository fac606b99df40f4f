"""The register in the window: proposals, sources changed, merged, split, parted, removed; undo; the inspector."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QTreeWidget, QWidget

from core.formats.base import make_article
from core.model import Actor, ActorKind, Form, Quotation, Range, edits
from core.model.register import Source, add
from core.store import Links, Project, Registers, verify
from gui.inspector.speaker import CHOICE
from gui.register.source_dialog import SourceDialog
from gui.register.sources import KEY
from gui.register.window import RegisterWindow
from gui.window.main_window import MainWindow
from tests.gui.waiting import until
from tests.gui.window_helpers import press, type_russian

TEXTS = {
    "one": ("Нина Белова", "мэр Нина Белова"),
    "two": ("Нина Белова", "Нина Белова"),
    "three": ("Н. Белова", "мэр Н. Белова"),
    "four": ("Глеб Ершов", "Глеб Ершов"),
    "five": ("", "мэр Белова"),
}
"""By article: what the annotator called the speaker, and how the article does; nobody has settled the last one."""


@pytest.fixture
def project_path(tmp_path: Path) -> Path:
    path = tmp_path / "press.citata"
    with Project.create(path, "vera") as project:
        for name, (called, mention) in TEXTS.items():
            text = f"«Мост откроют в мае», — сказала {mention}. «Завод ждёт», — добавил слесарь."
            article = make_article(name, f"Статья {name}", text)
            project.add_article(article)
            at = text.index(mention)
            span = Range(at, at + len(mention))
            actor = Actor(id="a_1", name=called, kind=ActorKind.PERSON)
            made = Quotation(id="q_1", form=Form.DIRECT, ranges=(Range(1, 19),), mention=span,
                             speaker="a_1" if called else None)  # fmt: skip
            layer = project.working_layer(name, "vera")
            project.commit(layer, edits.fill(layer, [actor, made] if called else [made], "import"))
    return path


def registers(window: MainWindow) -> Registers:
    assert window.session.project is not None
    return Registers(window.session.project)


def names(window: MainWindow) -> list[str]:
    return [one.name for one in registers(window).register().listed()]


def linked(window: MainWindow) -> dict[str, str | None]:
    """Return the name of the source that each article's speaker is linked to."""
    register = registers(window).register()
    found = {one.article: register.resolve(one.actor.source) for one in registers(window).appearances("vera")}
    return {article: one.name if one is not None else None for article, one in found.items()}


def opened(window: MainWindow) -> RegisterWindow:
    """Open the register by its key, and wait until it is read."""
    press(window, "Ctrl+Shift+R")
    found = window.findChild(RegisterWindow)
    assert found is not None
    until(lambda: found.tabs.tabText(0), "the register to be read")
    return found


def settled(window: RegisterWindow) -> None:
    """Wait until what is shown is what the project has."""
    project = window._desk.session.project
    assert project is not None
    until(lambda: window.sources.loaded.register == Registers(project).register(), "the register to be read again")


def key(widget: QWidget, code: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, code, held)
    QApplication.processEvents()


def click(button: QWidget) -> None:
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def choose(tree: QTreeWidget, *words: str) -> None:
    """Select rows by what their first cells say, the first of them current."""
    tree.clearSelection()
    rows = [next(row for row in _rows(tree) if row.text(0) == one) for one in words]
    tree.setCurrentItem(rows[0])
    for row in rows:
        row.setSelected(True)


def _rows(tree: QTreeWidget) -> list:  # type: ignore[type-arg]
    return [tree.topLevelItem(at) for at in range(tree.topLevelItemCount())]


def filled(window: MainWindow) -> RegisterWindow:
    """Open the register with Нина Белова of three articles and Глеб Ершов of one."""
    reg = registers(window)
    nina, gleb = (Source(id=one, name=name, kind=ActorKind.PERSON) for one, name in (("s_1", "Нина Белова"),
                                                                                   ("s_2", "Глеб Ершов")))  # fmt: skip
    reg.change("accept-sources", add(nina), [Links(one, "vera", ("a_1",), "s_1") for one in ("one", "two", "three")])
    reg.change("accept-sources", add(gleb), [Links("four", "vera", ("a_1",), "s_2")])
    window.session.rows_changed.emit()
    window.session.forget_acts()
    return opened(window)


def test_proposals_say_why_and_are_accepted_together_and_taken_back(window: MainWindow) -> None:
    made = opened(window)
    page = made.proposals
    assert made.tabs.currentWidget() is page
    shown = [[row.text(at) for at in range(4)] for row in _rows(page.tree)]
    assert shown == [
        ["new: Нина Белова", "the same name: Нина Белова; called the same: мэр", "1", "99 %"],
        ["new: Нина Белова", "the same name: Нина Белова", "1", "99 %"],
        ["new: Нина Белова", "the same surname and initial: Нина Белова; called the same: мэр", "1", "92 %"],
    ]
    assert page.go.text() == "Link these 3 actors"
    page.alone.click()
    assert page.go.text() == "Link these 4 actors"
    page.tree.setCurrentItem(_rows(page.tree)[-1])
    key(page.tree, Qt.Key.Key_Space)
    assert page.go.text() == "Link these 3 actors"
    key(page.tree, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled(made)
    assert sorted(value or "" for value in linked(window).values()) == ["", "Глеб Ершов", "Нина Белова", "Нина Белова"]
    key(made, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled(made)
    assert (names(window), set(linked(window).values())) == ([], {None})
    key(made, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    settled(made)
    assert names(window) == ["Глеб Ершов", "Нина Белова"]
    assert len([one for one in linked(window).values() if one]) == 3


def test_the_slider_ticks_by_sureness_and_the_filter_narrows(window: MainWindow) -> None:
    page = opened(window).proposals
    page.least.setValue(95)
    assert page.go.text() == "Link these 2 actors"
    page.field.setText("Ершов")
    assert page.tree.topLevelItemCount() == 0
    assert not page.go.isEnabled()
    page.alone.click()
    assert page.tree.topLevelItemCount() == 1


def test_a_proposal_opens_its_article_at_the_quotation(window: MainWindow) -> None:
    made = opened(window)
    rows = [row for row in _rows(made.proposals.tree) if "initial" in row.text(1)]
    rows[0].setExpanded(True)
    made.proposals.tree.setCurrentItem(rows[0].child(0))
    key(made.proposals.tree, Qt.Key.Key_Return)
    assert window.session.article is not None
    assert (window.session.article.id, window.session.selected) == ("three", "q_1")


def test_a_source_is_made_and_changed_by_keys_alone(window: MainWindow) -> None:
    made = filled(window)
    choose(made.sources.table, "Нина Белова")
    key(made.sources.table, Qt.Key.Key_Return)
    dialog = made.findChild(SourceDialog)
    assert dialog is not None
    dialog.name.setText("  Нина  Петровна Белова ")
    dialog.role.setText("мэр")
    dialog.identifier.setText("Q5")
    dialog.gender.setCurrentIndex(dialog.gender.findText("feminine"))
    key(dialog.name, Qt.Key.Key_Return)
    settled(made)
    source = registers(window).register().get("s_1")
    assert source is not None
    assert (source.name, source.role, source.identifier, source.aliases) == (
        "Нина Петровна Белова", "мэр", "Q5", ("Нина Белова",),
    )  # fmt: skip
    assert source.gender is not None
    click(made.sources.new)
    dialog = next(one for one in made.findChildren(SourceDialog) if one.isVisible())
    ok = dialog.buttons.button(dialog.buttons.StandardButton.Ok)
    assert not ok.isEnabled()
    QTest.keyClicks(dialog.name, "New day")
    key(dialog.name, Qt.Key.Key_Return)
    settled(made)
    assert names(window) == ["New day", "Глеб Ершов", "Нина Петровна Белова"]
    assert made.sources.current is not None
    assert made.sources.current.name == "New day"


def test_sources_are_merged_and_parted_and_ctrl_z_goes_back_step_by_step(window: MainWindow) -> None:
    made = filled(window)
    page = made.sources
    choose(page.table, "Нина Белова", "Глеб Ершов")
    assert page.merge.text() == "Merge into “Нина Белова”"
    click(page.merge)
    settled(made)
    assert names(window) == ["Нина Белова"]
    assert set(linked(window).values()) == {"Нина Белова"}
    assert [row.text(0) for row in _rows(page.articles)] == [f"Статья {one}" for one in ("one", "two", "three", "four")]
    choose(page.merged, "Глеб Ершов")
    click(page.part)
    settled(made)
    assert names(window) == ["Глеб Ершов", "Нина Белова"]
    for expected in (["Нина Белова"], ["Глеб Ершов", "Нина Белова"], ["Нина Белова"], []):
        key(made, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        settled(made)
        assert names(window) == expected
    assert set(linked(window).values()) == {None}


def test_articles_that_mean_somebody_else_of_that_name_are_split_off(window: MainWindow) -> None:
    made = filled(window)
    choose(made.sources.table, "Нина Белова")
    choose(made.sources.articles, "Статья two", "Статья three")
    click(made.sources.split_off)
    dialog = made.findChild(QInputDialog)
    assert dialog is not None
    assert dialog.textValue() == "Нина Белова"
    dialog.accept()
    settled(made)
    assert names(window) == ["Глеб Ершов", "Нина Белова", "Нина Белова"]
    ids = {one.article: one.actor.source for one in registers(window).appearances("vera")}
    assert ids["one"] == "s_1"
    assert ids["two"] == ids["three"] not in ("s_1", None)
    click(made.undo)
    settled(made)
    assert names(window) == ["Глеб Ершов", "Нина Белова"]


def test_a_source_that_is_linked_is_not_removed_before_its_links_are(window: MainWindow) -> None:
    made = filled(window)
    page = made.sources
    choose(page.table, "Глеб Ершов")
    assert not page.remove.isEnabled()
    page.articles.setFocus()
    page.articles.selectAll()
    click(page.unlink)
    settled(made)
    until(lambda: not made.sources.used & {"s_2"}, "the links to be gone")
    choose(page.table, "Глеб Ершов")
    page.table.setFocus()
    key(page.table, Qt.Key.Key_Delete)
    settled(made)
    assert names(window) == ["Нина Белова"]
    assert window.session.project is not None
    path = window.session.project.path
    window.desk.close_project()
    assert verify(path).findings == []


def test_the_filter_finds_names_offices_and_identifiers_and_numbers_sort(window: MainWindow) -> None:
    made = filled(window)
    page = made.sources
    assert [row.data(0, KEY) for row in _rows(page.table)] == ["s_2", "s_1"]
    page.table.sortByColumn(4, Qt.SortOrder.DescendingOrder)
    assert [row.text(4) for row in _rows(page.table)] == ["3", "1"]
    page.field.setText("бел")
    assert [row.text(0) for row in _rows(page.table)] == ["Нина Белова"]
    page.field.setText("нет такого")
    assert (page.table.topLevelItemCount(), page.said.text()) == (0, "0 sources")


def test_the_inspector_proposes_a_source_and_links_it_by_a_key(window: MainWindow) -> None:
    registers(window).change("add-source", add(Source(id="s_1", name="Нина Белова", role="мэр")))
    window.session.rows_changed.emit()
    window.desk.open_article("three")
    window.session.select("q_1")
    window.inspector.refresh()
    part = window.inspector.quotation.in_register
    assert part.isVisibleTo(window)
    assert part.words.text().startswith("Perhaps Нина Белова, мэр: the same surname and initial")
    window.focus_text()
    type_russian(window.view, "к", Qt.KeyboardModifier.ShiftModifier, scan=27)
    assert linked(window)["three"] == "Нина Белова"
    window.inspector.refresh()
    assert part.words.text() == "In the register: Нина Белова, мэр"
    press(window, "Ctrl+Z")
    assert linked(window)["three"] is None


def test_the_inspector_adds_to_the_register_and_shows_it_there(window: MainWindow) -> None:
    registers(window).change("add-source", add(Source(id="s_1", name="Нина Белова")))
    window.session.rows_changed.emit()
    window.desk.open_article("four")
    window.session.select("q_1")
    window.inspector.refresh()
    part = window.inspector.quotation.in_register
    assert part.words.text() == "Not in the register."
    click(part.go)
    assert linked(window)["four"] == "Глеб Ершов"
    window.session.select("q_1")
    window.inspector.refresh()
    click(part.go)
    made = window.findChild(RegisterWindow)
    assert made is not None
    until(lambda: made.sources.current is not None and made.sources.current.name == "Глеб Ершов", "the source")
    made.close()
    press(window, "Ctrl+Z")
    assert (names(window), linked(window)["four"]) == (["Нина Белова"], None)


def test_without_a_register_the_inspector_says_nothing_of_it(window: MainWindow) -> None:
    window.desk.open_article("one")
    window.session.select("q_1")
    window.inspector.refresh()
    assert not window.inspector.quotation.in_register.isVisibleTo(window)


def test_a_source_of_the_register_is_among_the_candidates_and_completions(window: MainWindow) -> None:
    source = Source(id="s_1", name="Нина Белова", kind=ActorKind.PERSON, role="мэр")
    registers(window).change("add-source", [*add(source), *add(Source(id="s_2", name="Глеб Ершов"))])
    window.session.rows_changed.emit()
    window.desk.open_article("five")
    window.session.select("q_1")
    window.inspector.refresh()
    first = window.inspector.candidates[0]
    assert (first.why, first.actor.name, first.actor.source, first.actor.kind) == (
        "register", "Нина Белова", "s_1", ActorKind.PERSON,
    )  # fmt: skip
    window.focus_text()
    press(window, "1")
    layer = window.session.layer
    assert layer is not None
    (actor,) = layer.actors()
    assert (actor.name, actor.source) == ("Нина Белова", "s_1")
    box = window.inspector.speaker_box
    window.inspector.refresh()
    box.field.setFocus()
    box.field.setText("Ерш")
    rows = [box.list.item(at).data(CHOICE) for at in range(box.choice_count())]
    assert [one.name for one in rows if one.source is not None] == ["Глеб Ершов"]
    key(box.field, Qt.Key.Key_Return)
    layer = window.session.layer
    assert layer is not None
    assert {(one.name, one.source) for one in layer.actors()} == {("Нина Белова", "s_1"), ("Глеб Ершов", "s_2")}


def test_acts_on_the_register_are_known_after_a_restart(window: MainWindow, project_path: Path) -> None:
    made = filled(window)
    made.close()
    window.desk.close_project()
    assert window.desk.open_project(project_path)
    until(lambda: window.session.undo_known, "the logs to be read")
    press(window, "Ctrl+Z")
    assert names(window) == ["Нина Белова"]
    press(window, "Ctrl+Z")
    assert (names(window), set(linked(window).values())) == ([], {None})
