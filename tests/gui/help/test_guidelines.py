"""The guidelines of a project: a file beside it, at the section of what is selected, never written over others."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.errors import UserError
from core.model.schema import standard
from gui.help.contents import ANCHOR
from gui.help.guidelines import GuidelinesWindow
from gui.help.guidelines_file import ChangedElsewhere, GuidelinesFile, copy_along, guidelines_path
from gui.help.guidelines_text import names_of, section_of, start_text
from gui.help.markdown import headings
from gui.marking.labels import LabelsDialog
from gui.window.main_window import MainWindow
from tests.gui.care_helpers import choose
from tests.gui.waiting import until, wait_idle
from tests.gui.window_helpers import press, type_words

TEXT = "# Правила\n\nОбщее.\n\n## Прямая речь\n\nСлова.\n\n## PER: люди\n\nИмена.\n\n## Speakers\n\nКто.\n"


@pytest.fixture
def path(window: MainWindow) -> Path:
    """The file of the guidelines, which is there, of the project that is open."""
    assert window.session.project is not None
    found = guidelines_path(window.session.project.path)
    found.write_text(TEXT, "utf-8")
    return found


def opened(window: MainWindow) -> GuidelinesWindow:
    window.desk.trigger("guidelines")
    found = window.findChild(GuidelinesWindow)
    assert found is not None
    until(found.isActiveWindow, "the guidelines to have the keyboard")
    return found


def section(guidelines: GuidelinesWindow) -> str:
    row = guidelines.contents.currentItem()
    return str(row.data(ANCHOR)) if row is not None else ""


# -- the file ----------------------------------------------------------------------------------------------------------


def test_a_text_comes_back_with_its_line_ends_and_without_a_mark_at_its_start(tmp_path: Path) -> None:
    file = GuidelinesFile(tmp_path / "work.citata")
    assert file.path.name == "work.guidelines.md"
    assert file.read() is None
    file.write("# Да\n")
    assert file.path.read_bytes() == "# Да\n".encode()
    file.path.write_bytes("\ufeff# Да\r\nи нет\r\n".encode())
    assert file.read() == "# Да\nи нет\n"
    file.write("# Да\nи так\n")
    assert file.path.read_bytes() == "# Да\r\nи так\r\n".encode()
    assert [one.name for one in tmp_path.iterdir()] == ["work.guidelines.md"], "nothing half written stays"


def test_what_somebody_else_has_written_is_not_written_over(tmp_path: Path) -> None:
    ours, theirs = (GuidelinesFile(tmp_path / "work.citata") for _ in range(2))
    ours.write("ours\n")
    assert theirs.read() == "ours\n"
    theirs.write("theirs\n")
    assert ours.is_changed()
    with pytest.raises(ChangedElsewhere):
        ours.write("ours again\n")
    assert ours.path.read_text() == "theirs\n"
    ours.path.unlink()
    assert theirs.is_changed()
    kept = [ours.keep_beside("mine\n") for _ in range(2)]
    assert len(set(kept)) == 2
    assert {one.read_text() for one in kept} == {"mine\n"}


def test_trouble_with_the_file_is_a_sentence(tmp_path: Path) -> None:
    file = GuidelinesFile(tmp_path / "gone" / "work.citata")
    with pytest.raises(UserError, match="cannot be written"):
        file.write("text")
    file = GuidelinesFile(tmp_path / "work.citata")
    file.path.write_bytes(b"\xff\xfe\xfa")
    with pytest.raises(UserError, match="cannot be read"):
        file.read()


def test_a_link_stays_a_link_and_permissions_stay(tmp_path: Path) -> None:
    target = tmp_path / "shared.md"
    target.write_text("old\n")
    target.chmod(0o640)
    file = GuidelinesFile(tmp_path / "work.citata")
    file.path.symlink_to(target)
    assert file.read() == "old\n"
    file.write("new\n")
    assert file.path.is_symlink()
    assert target.read_text() == "new\n"
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_copy_gets_the_guidelines_unless_it_has_some(tmp_path: Path) -> None:
    one, two, three = (tmp_path / f"{name}.citata" for name in ("one", "two", "three"))
    copy_along(one, two)
    assert not guidelines_path(two).exists()
    guidelines_path(one).write_text("one\n")
    guidelines_path(three).write_text("three\n")
    copy_along(one, two)
    copy_along(one, three)
    assert guidelines_path(two).read_text() == "one\n"
    assert guidelines_path(three).read_text() == "three\n"


# -- sections ----------------------------------------------------------------------------------------------------------


def test_a_section_belongs_to_a_label_by_its_id_or_any_of_its_names(window: MainWindow) -> None:
    schema = standard()
    found = headings("# A\n\n## Person\n\n## Организация, учреждение\n\n## LOCAL\n")
    layer = window.session.layer
    assert layer is not None
    entity = layer.get("e1")
    assert section_of(names_of(entity, schema), found) == "person"  # type: ignore[arg-type]
    assert section_of(["ORG", "Организация"], found) == "организация-учреждение"
    assert section_of(["LOC"], found) == "", "a word that only begins so is another one"
    assert section_of([], found) == ""


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_text_to_start_from_has_a_section_for_everything(window: MainWindow, language: str) -> None:
    window.desk.change(language=language)
    schema = standard()
    found = headings(start_text("work", schema, language))
    layer = window.session.layer
    assert layer is not None
    for item in ("q1", "q2", "q3", "e1"):
        assert section_of(names_of(layer.get(item), schema)[:3], found), item  # type: ignore[arg-type]
    assert section_of(names_of(None, schema, speaker=True), found)
    assert "guidelines-ru.md" not in start_text("work", schema, language)


# -- the window --------------------------------------------------------------------------------------------------------


def test_a_key_opens_the_section_about_what_is_selected(window: MainWindow, path: Path) -> None:
    for item, wanted in (("e1", "per-люди"), ("q1", "прямая-речь"), (None, "")):
        window.activateWindow()
        until(window.isActiveWindow, "the window to have the keyboard")
        window.focus_text()
        window.session.select(item)
        press(window, "Ctrl+G")
        found = window.findChild(GuidelinesWindow)
        assert found is not None
        assert found.isVisible()
        assert section(found) == wanted or item is None
        found.close()
    window.activateWindow()
    until(window.isActiveWindow, "the window to have the keyboard")
    window.session.select("q1")
    window.inspector.ask_speaker()
    press(window, "Ctrl+G")
    assert section(found) == "speakers"


def test_what_is_typed_is_on_disk_and_in_the_view_without_being_saved(window: MainWindow, path: Path) -> None:
    found = opened(window)
    QTest.keyClick(found.view, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert found.editor.isVisible()
    found.editor.moveCursor(found.editor.textCursor().MoveOperation.End)
    type_words(found.editor, "## ORG")
    until(lambda: path.read_text("utf-8").endswith("## ORG"), "the text to be written")
    until(lambda: "ORG" in found.view.toPlainText(), "the view to follow")
    assert found.contents.count() == 5


def test_closing_the_window_or_the_project_writes_what_was_typed(window: MainWindow, path: Path) -> None:
    found = opened(window)
    found.edit.setChecked(True)
    found.editor.setPlainText("one")
    found.close()
    assert path.read_text() == "one"
    found = opened(window)
    found.editor.setPlainText("two")
    window.desk.close_project()
    assert path.read_text() == "two"
    assert not found.isVisible()


def test_what_is_typed_stays_when_somebody_else_begins_to_work(window: MainWindow, path: Path) -> None:
    found = opened(window)
    found.edit.setChecked(True)
    found.editor.setPlainText("typed just now")
    window.desk.set_author("boris")
    assert found.text() == "typed just now"
    until(lambda: path.read_text("utf-8") == "typed just now", "the text to be written")


def test_another_project_brings_its_own_guidelines(window: MainWindow, path: Path, tmp_path: Path) -> None:
    found = opened(window)
    found.edit.setChecked(True)
    found.editor.setPlainText("of the first")
    assert window.desk.open_project(tmp_path / "second.citata", create=True)
    assert path.read_text("utf-8") == "of the first"
    assert found.text() == ""
    assert found.edit.isHidden()
    assert found.editor.isHidden()


def test_another_writer_is_noticed_and_shown(window: MainWindow, path: Path) -> None:
    found = opened(window)
    path.write_text("# Новое\n", "utf-8")
    until(lambda: found.view.toPlainText() == "Новое", "the other text to be shown")
    assert "changed by another program" in found.said.text()


@pytest.mark.parametrize("mine", [True, False])
def test_of_two_writers_one_text_stays_and_the_other_is_kept(window: MainWindow, path: Path, mine: bool) -> None:
    found = opened(window)
    found.edit.setChecked(True)
    path.write_text("theirs\n")
    found.editor.setPlainText("mine\n")
    until(lambda: not found.mine.isHidden(), "the question whose text is to stay")
    assert path.read_text() == "theirs\n", "nothing is written before it is decided"
    found.close()
    assert found.isVisible(), "it asks first"
    (found.mine if mine else found.other).click()
    assert path.read_text() == ("mine\n" if mine else "theirs\n") == found.text()
    (kept,) = path.parent.glob("*.other-*.md")
    assert kept.read_text() == ("theirs\n" if mine else "mine\n")
    assert found.mine.isHidden()
    found.editor.setPlainText("more\n")
    found.close()
    assert path.read_text() == "more\n"


def test_a_project_that_closes_over_two_texts_keeps_both(window: MainWindow, path: Path) -> None:
    found = opened(window)
    found.edit.setChecked(True)
    path.write_text("theirs\n")
    found.editor.setPlainText("mine\n")
    window.desk.close_project()
    assert path.read_text() == "theirs\n"
    (kept,) = path.parent.glob("*.other-*.md")
    assert kept.read_text() == "mine\n"


def test_without_a_file_a_text_to_start_from_is_shown_and_offered(window: MainWindow) -> None:
    project = window.session.project
    assert project is not None
    path = guidelines_path(project.path)
    window.session.select("e1")
    found = opened(window)
    assert not path.exists(), "looking makes no file"
    assert "Boundaries" in found.view.toPlainText()
    assert found.edit.isHidden()
    found.start.click()
    assert path.read_text("utf-8").startswith(f"# Guidelines of “{project.path.stem}”\n")
    assert "## PER — Person" in path.read_text("utf-8")
    assert found.editor.isVisible()
    until(lambda: found.editor.textCursor().block().text() == "## PER — Person", "the caret to be in its section")
    assert not found.start.isVisible()


def test_what_cannot_be_written_is_told_and_stays_in_the_window(window: MainWindow, path: Path) -> None:
    found = opened(window)
    path.unlink()
    (path / "in the way").mkdir(parents=True)
    found.edit.setChecked(True)
    found.editor.setPlainText("lost?")
    assert not found.write()
    assert "cannot be written" in found.said.text()
    found.close()
    assert found.isVisible()
    (path / "in the way").rmdir()
    path.rmdir()
    path.write_text(TEXT, "utf-8")
    found.close()
    assert path.read_text() == "lost?"


def test_the_labels_lead_to_their_sections(window: MainWindow, path: Path) -> None:
    dialog = LabelsDialog(window.desk, frozenset(), frozenset())
    dialog.open()
    dialog.table.setCurrentCell(0, 0)
    dialog.guidelines.click()
    found = dialog.findChild(GuidelinesWindow)
    assert found is not None
    assert section(found) == "per-люди"
    dialog.close()


def test_a_copy_of_the_project_takes_them_along(
    window: MainWindow, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy.citata"
    choose(monkeypatch, copy)
    window.desk.trigger("save-copy")
    wait_idle(window)
    assert copy.is_file()
    assert guidelines_path(copy).read_text("utf-8") == TEXT
