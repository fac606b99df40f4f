"""The window speaks Russian and English, with their plurals, and changes while it is open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from core.errors import UserError
from core.messages import SENTENCES
from gui.app import make_app
from gui.look.languages import Translations, sentence, system_language, tr
from gui.window.main_window import MainWindow


@pytest.fixture
def russian(qtbot: object):  # type: ignore[no-untyped-def]
    make_app()
    chosen = Translations()
    chosen.use("ru")
    yield chosen
    chosen.use("en")


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "0 статей"), (1, "1 статья"), (2, "2 статьи"), (5, "5 статей"), (11, "11 статей"), (21, "21 статья"),
     (112, "112 статей"), (1003, "1\u00a0003 статьи")],
)  # fmt: skip
def test_russian_plurals(russian: Translations, number: int, words: str) -> None:
    assert tr("%n article(s)", number) == words


def test_english_plurals(russian: Translations) -> None:
    russian.use("en")
    assert [tr("%n article(s)", number) for number in (1, 2)] == ["1 article", "2 articles"]


def test_qts_own_buttons_speak_russian(russian: Translations) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel | QDialogButtonBox.StandardButton.Close)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Отмена"
    assert box.button(QDialogButtonBox.StandardButton.Close).text().replace("&", "") == "Закрыть"


def test_known_trouble_is_told_in_russian_with_its_facts(russian: Translations) -> None:
    said = sentence(UserError("file-not-ours", path="/x/y.citata", reason="z"))
    assert said.startswith("/x/y.citata не является проектом Citata")
    placed = sentence(UserError("record-ranges-none", source="a.jsonl", line=7, field="quotations[0]"))
    assert placed == "a.jsonl, строка 7, quotations[0]: цитате нужен хотя бы один отрезок."


def test_a_code_without_a_sentence_shows_itself(russian: Translations) -> None:
    assert "no-such-code" in sentence(UserError("no-such-code", path="p"))
    assert "no-such-code" not in SENTENCES


def test_the_language_changes_while_the_window_is_open(window: MainWindow) -> None:
    assert window.commands.menus["project"].title() == "&Project"
    window.session.select("q1")
    window.settings.change(language="ru")
    window.apply_settings()
    QApplication.processEvents()
    assert window.commands.menus["project"].title() == "П&роект"
    assert window.inspector.quotation.resolve_part.accept.text() == "Принять"
    assert window.articles.count.text() == "3 статьи"
    assert window.header.status.text() == "Новая"
    window.settings.change(language="en")
    window.apply_settings()
    assert window.inspector.quotation.resolve_part.accept.text() == "Accept"


def test_the_language_follows_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtCore import QLocale

    for names, language in ((["ru-RU", "en"], "ru"), (["de-DE", "ru"], "ru"), (["fr"], "en"), (["en-GB"], "en")):
        fake = type("Fake", (), {"uiLanguages": lambda self, names=names: names})
        monkeypatch.setattr(QLocale, "system", staticmethod(lambda fake=fake: fake()))
        assert system_language() == language
    assert QCoreApplication.instance() is not None
