"""The manual inside: both languages have the same sections, F1 opens the right one, words are found, links lead on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QImage, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from gui.help import shelf
from gui.help.contents import ANCHOR
from gui.help.manual import ManualWindow
from gui.help.markdown import headings, slug, to_html
from gui.help.topics import TOPICS, topic_for
from gui.marking.labels import LabelsDialog
from gui.window.main_window import MainWindow
from tests.gui.dialogs import DIALOGS
from tests.gui.waiting import until
from tests.gui.window_helpers import press, type_words
from tests.paths import ROOT

LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)]+)\)")
SHIPPED = [(page.id, language) for page in shelf.PAGES for language in ("en", "ru")]


@pytest.fixture
def manual(window: MainWindow) -> ManualWindow:
    window.desk.trigger("manual")
    found = window.findChild(ManualWindow)
    assert found is not None
    return found


def section(manual: ManualWindow) -> str:
    """Return the anchor of the section that is marked in the contents."""
    row = manual.contents.currentItem()
    return str(row.data(ANCHOR)) if row is not None else ""


def top_words(manual: ManualWindow) -> str:
    """Return the line at the top of the text."""
    point = manual.browser.viewport().rect().topLeft()
    point.setY(point.y() + 12)
    return manual.browser.cursorForPosition(point).block().text()


def test_the_manual_has_the_same_sections_in_both_languages() -> None:
    english, russian = (headings(shelf.text("manual", language)) for language in ("en", "ru"))
    assert [one.level for one in english] == [one.level for one in russian]
    assert len({one.slug for one in english}) == len(english)


def test_every_topic_is_a_section() -> None:
    assert set(TOPICS.values()) <= set(shelf.anchors("manual"))


def test_every_topic_is_about_a_part_that_there_is() -> None:
    for module in TOPICS:
        path = ROOT.joinpath(*module.split("."))
        assert path.is_dir() or path.with_suffix(".py").is_file(), module


@pytest.mark.parametrize(("page", "language"), SHIPPED)
def test_every_link_of_a_page_leads_somewhere_inside(page: str, language: str) -> None:
    for picture, target in LINK.findall(re.sub(r"`[^`]*`", "", shelf.text(page, language))):
        name, _, anchor = target.partition("#")
        if name.startswith("http"):
            continue
        if picture:
            assert f"/{language}/" in target, "pictures are of the same language"
            assert not QImage(str(shelf.folder() / target)).isNull(), target
            continue
        found = shelf.page_of_file(name) if name else shelf.page(page)
        assert found is not None, target
        known = {one.slug for one in headings(shelf.text(found.id, language))}
        assert not anchor or anchor in known | set(shelf.anchors(found.id)), target


def test_in_the_window_pages_are_called_by_their_titles(manual: ManualWindow) -> None:
    words = manual.browser.toPlainText()
    assert ".md" not in words.replace("guidelines.md", "")
    assert "“Keys”" in words


def test_the_pictures_are_small() -> None:
    pictures = list((shelf.folder() / "pictures").rglob("*.webp"))
    assert {path.parent.name for path in pictures} == {"en", "ru"}
    assert sum(path.stat().st_size for path in pictures) < 1_500_000


def test_markup_of_others_stays_text() -> None:
    made = to_html("# A <b>\n\n<script>x</script> ![a](b.png) **c**\n")
    assert "<script>" not in made
    assert "<strong>c</strong>" in made
    assert slug("Keeping a project, safe!") == "keeping-a-project-safe"


@pytest.mark.parametrize("language", ["en", "ru"])
def test_f1_opens_the_section_about_what_has_the_keyboard(window: MainWindow, language: str) -> None:
    window.desk.change(language=language)
    for give, wanted in (
        (window.view.setFocus, "reading-the-window"),
        (window.articles.filter.setFocus, "the-list-of-articles"),
        (window.inspector.overview.note.setFocus, "actors"),
    ):
        window.activateWindow()
        until(window.isActiveWindow, "the window to have the keyboard")
        give()
        until(lambda: QApplication.focusWidget() is not None, "a part to have the keyboard")
        press(window, "F1")
        found = window.findChild(ManualWindow)
        assert found is not None
        assert found.isVisible()
        assert section(found) == wanted
        at = shelf.anchors("manual").index(wanted)
        assert top_words(found) == headings(shelf.text("manual", language))[at].text
        found.close()


def test_f1_in_a_dialog_opens_the_manual_over_it(window: MainWindow) -> None:
    dialog = LabelsDialog(window.desk, frozenset(), frozenset())
    dialog.open()
    until(dialog.isActiveWindow, "the dialog to have the keyboard")
    QTest.keyClick(dialog, Qt.Key.Key_F1)
    found = dialog.findChild(ManualWindow)
    assert found is not None
    assert section(found) == "labels-and-guidelines"
    until(found.isActiveWindow, "the manual to have the keyboard")
    QTest.keyClick(found, Qt.Key.Key_F1)
    assert section(found) == "help"
    assert window.findChild(ManualWindow) is found
    dialog.done(0)  # close() of a dialog that was never shown does not end it, nor its job


@pytest.mark.parametrize("kind", DIALOGS, ids=lambda kind: kind.__name__)
def test_every_dialog_answers_f1_and_has_a_topic(window: MainWindow, tmp_path: Path, kind: type[QDialog]) -> None:
    dialog = DIALOGS[kind](window, tmp_path)
    shortcut = dialog.findChild(QShortcut, "help")
    assert shortcut is not None
    assert shortcut.key().toString() == "F1"
    assert topic_for(dialog) in shelf.anchors("manual")
    window.jobs.finish()
    dialog.done(0)  # close() of a dialog that was never shown does not end it, nor its job


def test_the_topic_of_a_part_is_that_of_the_nearest_one_known(window: MainWindow) -> None:
    assert topic_for(None) == "reading-the-window"
    assert topic_for(window.view, reviewing=True) == "reviewing"
    assert topic_for(window.commands.panels.checks_panel.list) == "checks-and-history"
    assert topic_for(window.articles.filter) == "the-list-of-articles"
    assert topic_for(window.commands.panels.find_bar.field) == "annotating-by-hand"


def test_words_are_found_in_the_whole_page_and_counted(manual: ManualWindow) -> None:
    plain = manual.browser.toPlainText().lower()
    QTest.keyClick(manual, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert manual.field.hasFocus() or manual.focusWidget() is manual.field
    type_words(manual.field, "proposal")
    at, total = manual.browser.hits
    assert total == plain.count("proposal") > 5
    assert manual.count.text() == f"{at} of {total}"
    QTest.keyClick(manual.field, Qt.Key.Key_Return)
    assert manual.browser.hits[0] == at % total + 1
    QTest.keyClick(manual.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert manual.browser.hits[0] == at
    assert len(manual.browser.extraSelections()) == total
    manual.field.setText("never written anywhere")
    assert manual.count.text() == "not found"
    QTest.keyClick(manual.field, Qt.Key.Key_Escape)
    assert manual.isVisible()
    assert manual.browser.extraSelections() == []


def test_links_lead_to_pages_and_back(manual: ManualWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    manual.show_topic("reviewing")
    held = manual.browser.verticalScrollBar().value()
    assert held
    manual.follow("glossary.md")
    assert manual.pages.currentData() == "glossary"
    assert manual.browser.toPlainText().startswith("Glossary")
    manual.follow("manual.md#on-paper")
    assert section(manual) == "on-paper"
    for _ in range(2):
        QTest.keyClick(manual.browser, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert manual.browser.verticalScrollBar().value() == held
    QTest.keyClick(manual.browser, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert manual.pages.currentData() == "glossary"
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    manual.follow("https://example.org/a")
    assert opened == ["https://example.org/a"]
    assert manual.pages.currentData() == "glossary"


def test_the_open_manual_follows_language_theme_and_width(window: MainWindow, manual: ManualWindow) -> None:
    manual.show_topic("exporting")
    window.desk.change(language="ru", theme="dark")
    assert manual.windowTitle() == "Руководство"
    assert section(manual) == "exporting"
    assert top_words(manual) == "Экспорт"
    manual.resize(700, 600)
    until(lambda: manual.browser.document().idealWidth() <= manual.browser.viewport().width(), "the pictures to fit")
    assert not manual.browser.horizontalScrollBar().isVisible()


def test_no_gap_stands_between_a_picture_and_its_words(manual: ManualWindow) -> None:
    manual.show_topic("reading-the-window")
    layout, block = manual.browser.document().documentLayout(), manual.browser.document().begin()
    pictures = [QImage(str(path)) for path in (shelf.folder() / "pictures" / "en").iterdir()]
    tallest = max(one.height() * min(1, manual.browser.room() / one.width()) for one in pictures)
    found = 0
    while block.isValid():
        if "\ufffc" in block.text():
            found += 1
            assert layout.blockBoundingRect(block).height() < tallest + 60
        block = block.next()
    assert found >= 5


def test_the_manual_reads_nothing_but_pictures_beside_it(manual: ManualWindow, tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    QImage(4, 4, QImage.Format.Format_RGB32).save(str(secret))
    for address in (str(secret), "../pyproject.toml", "http://example.org/x.png"):
        assert manual.browser.loadResource(2, address).isEmpty()
