"""The palette: found in both languages and by other words, what cannot be done says why, menus that fill themselves."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from gui.commands.choices import Choice
from gui.commands.menu import ReasonMenu
from gui.commands.palette import CommandPalette
from gui.commands.synonyms import SYNONYMS
from gui.commands.table import COMMANDS
from gui.exchange.export_dialog import ExportDialog
from gui.look.rows import ROW, Row
from gui.window.main_window import MainWindow
from tests.gui.window_helpers import press, select, type_russian, type_words


def opened(window: MainWindow) -> CommandPalette:
    palette = CommandPalette(window.desk, window.commands.groups.help.choices())
    palette.show()
    return palette


def found(palette: CommandPalette, typed: str) -> list[Choice]:
    palette.field.clear()
    type_words(palette.field, typed)
    return [one for one in palette.model.values if isinstance(one, Choice)]


def take(window: MainWindow, typed: str) -> None:
    """Type into the palette and press Return, as the command of the palette does."""
    palette = opened(window)
    found(palette, typed)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.chosen is not None
    palette.chosen.run()


def test_commands_are_found_by_parts_of_their_words_and_given(window: MainWindow) -> None:
    palette = opened(window)
    everything = palette.model.rowCount()
    assert [one.id for one in found(palette, "larg te")] == ["larger"]
    assert palette.nothing.isHidden()
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.chosen is not None
    assert palette.chosen.id == "larger"
    found(palette, "no such command")
    assert not palette.nothing.isHidden()
    assert palette.list.isHidden()
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    palette.field.clear()
    assert palette.model.rowCount() == everything
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == everything - 1


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize(
    ("typed", "first"),
    [("larger text", "larger"), ("крупнее", "larger"), ("zoom in", "larger"), ("масштаб шрифт увеличить", "larger"),
     ("kappa", "agreement"), ("каппа", "agreement"), ("горячие клавиши", "sheet"), ("hotkeys", "sheet")],
)  # fmt: skip
def test_commands_are_found_in_both_languages_and_by_other_words(
    window: MainWindow, language: str, typed: str, first: str
) -> None:
    window.desk.change(language=language)
    assert found(opened(window), typed)[0].id == first


def test_what_cannot_be_done_now_is_grey_says_why_and_does_nothing(window: MainWindow) -> None:
    window.session.select(None)
    window.view.set_selection(None)
    palette = opened(window)
    choice = found(palette, "add selected text")[0]
    assert choice.why == "Select a quotation first."
    row = palette.model.index(0, 0).data(ROW)
    assert isinstance(row, Row)
    assert (row.faint, row.where) == (True, choice.why)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert palette.chosen is None
    every = {one.id: one.why for one in window.commands.groups.help.choices() if one.id}
    for name, why in every.items():
        assert bool(why) is not window.commands.actions[name].isEnabled(), name


def test_without_a_project_everything_says_why(empty_window: MainWindow) -> None:
    for one in empty_window.commands.groups.help.choices():
        if one.id:
            assert bool(one.why) is not empty_window.commands.actions[one.id].isEnabled(), one.id


def test_themes_views_labels_and_formats_are_in_it(window: MainWindow) -> None:
    take(window, "тёмн")
    assert window.settings.values.theme == "dark"
    take(window, "theme light")
    assert window.settings.values.theme == "light"
    take(window, "kinds of marks cues")
    assert window.settings.values.hidden_kinds == ["cue"]
    select(window, "Глеб Ершов")
    take(window, "entity person")
    assert window.session.entity is not None
    assert window.session.entity.label == "PER"
    assert {"Русский", "English"} <= {one.words for one in window.commands.groups.help.choices()}
    formats = found(opened(window), "export csv")
    assert formats


def test_a_format_opens_the_export_with_it(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    names: list[str] = []

    def looked_at(dialog: ExportDialog) -> int:
        names.append(dialog.format.currentData())
        dialog.reject()  # its preview is being made
        return dialog.result()

    monkeypatch.setattr(ExportDialog, "exec", looked_at)
    take(window, "formats conll")
    assert names
    assert names[0].startswith("conll")


def test_other_words_are_of_commands_that_there_are() -> None:
    assert set(SYNONYMS) <= {command.id for command in COMMANDS}


@pytest.mark.qt_log_ignore("raise|grabbing the keyboard|propagateSizeHints", extend=True)
def test_a_grey_entry_of_a_menu_says_why_while_another_layer_is_looked_at(window: MainWindow) -> None:
    window.session.look_at("auto")
    QApplication.processEvents()
    said = window.commands.why_not("done")
    assert said == "You are looking at the proposals of the program; nothing can be changed here."
    assert window.commands.why_not("find") == ""
    assert window.commands.why_not("") == said
    assert window.commands.why_not("undo") == said
    menu = window.commands.menus["quotation"]
    assert isinstance(menu, ReasonMenu)
    assert menu.reason(window.commands.actions["cue"]) == said
    menu.popup(window.mapToGlobal(QPoint(0, 0)))
    place = menu.actionGeometry(window.commands.actions["cue"]).center()
    QApplication.sendEvent(menu, QHelpEvent(QEvent.Type.ToolTip, place, menu.mapToGlobal(place)))
    assert QToolTip.text() == said
    menu.close()
    QToolTip.hideText()


def test_a_key_that_can_do_nothing_now_says_why(window: MainWindow) -> None:
    window.session.select(None)
    press(window, "A")
    assert window.statusBar().currentMessage() == "Select a quotation first."
    window.statusBar().clearMessage()
    type_russian(window.view, "ф")
    assert window.statusBar().currentMessage() == "Select a quotation first."
