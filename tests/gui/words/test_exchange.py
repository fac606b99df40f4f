"""What core's formats say is known to the window: every loss, repair and title has its Russian words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

import core.formats
from core.errors import UserError
from core.exchange.survey import Fate
from core.formats import FORMATS, conll, repair
from core.formats.spacy_docbin import MISALIGNED
from core.messages import SENTENCES
from core.words.exchange import SAID, lost_words, note_words
from gui.app import make_app
from gui.desk.jobs import Report
from gui.desk.latest import Latest, Show
from gui.look.languages import Translations
from gui.words.exchange import IN_WINDOW, TITLES, fate_words, reason_words, title_words
from tests.gui.waiting import until

CYRILLIC = re.compile("[а-яё]")
NAMES = (
    "doccano JSONL", "Label Studio JSON", "Prodigy/spaCy JSONL", "spaCy DocBin", "brat standoff", "WebAnno TSV 3.3",
    "UIMA CAS XMI (INCEpTION)", "UIMA CAS JSON", "CoNLL-2003 BIO", "TEI XML", "W3C Web Annotation",
)  # fmt: skip
"""Titles that are names in every language."""


@pytest.fixture
def russian(qtbot: object):  # type: ignore[no-untyped-def]
    make_app()
    chosen = Translations()
    chosen.use("ru")
    yield chosen
    chosen.use("en")


def said_in_core() -> set[str]:
    """Return every loss that a format counts under a fixed name, from the sources themselves."""
    folder = Path(core.formats.__file__).parent
    texts = [path.read_text("utf-8") for path in folder.glob("*.py")]
    fixed = {found for text in texts for found in re.findall(r'(?<!f)(?<=lost\[)"([^"{]+)"\]', text)}
    return fixed | {MISALIGNED, conll._BEHIND, conll._GROWN, repair._LOOSE, *repair._SAID.values()}


def test_everything_that_formats_say_is_known() -> None:
    said = said_in_core()
    assert len(said) > 30
    assert said - set(SAID) == set()


def test_losses_and_notes_are_russian_in_the_russian_window(russian: Translations) -> None:
    for what in SAID:
        assert CYRILLIC.search(lost_words(what)), what
    assert lost_words("second cue of a quotation").startswith("второе")
    assert lost_words("texts cut to 32,767 characters") == "тексты, обрезанные до 32,767 знаков"
    assert note_words("left out: 3 second label of a region") == "не вошло: вторая метка области: 3"
    assert note_words("read as cp1251") == "прочитано как cp1251"
    both = f"repaired: {repair._SAID['utf-16']} and {repair._LOOSE}"
    assert note_words(both).startswith("исправлено: смещения считают единицы UTF-16")
    assert "неразрывные" in note_words(both)
    assert note_words(f"repaired: {repair._LOOSE}") == f"исправлено: {lost_words(repair._LOOSE)}"
    for fate in Fate:
        assert CYRILLIC.search(fate_words(fate, "x").lower())
    for row in FORMATS:
        assert row.title in TITLES or row.title in NAMES, (
            f"{row.name}: put its title into TITLES of gui/words/exchange.py"
        )
        if row.reads and not row.writes:
            assert CYRILLIC.search(title_words(row).lower()), row.name


def test_the_window_does_not_send_people_to_the_command_line(russian: Translations) -> None:
    for code, own in IN_WINDOW.items():
        assert "--" not in own
        facts = dict.fromkeys(re.findall(r"\{(\w+)", SENTENCES[code]), "x")
        assert set(re.findall(r"\{(\w+)", own)) <= set(facts), code
        words = reason_words(UserError(code, source="f", line=3, field="", **facts))
        assert CYRILLIC.search(words)
        assert "--" not in words
    named = {code for code, text in SENTENCES.items() if code.startswith(("record-", "encoding-", "column-"))
             and " --" in text}  # fmt: skip
    assert named <= set(IN_WINDOW)


def test_only_the_latest_work_is_heard_and_older_work_stops(qtbot) -> None:  # type: ignore[no-untyped-def]
    make_app()
    owner = QObject()
    latest = Latest(owner)
    heard: list[object] = []
    latest.shown.connect(heard.append)
    latest.ended.connect(heard.append)

    def endless(report: Report, show: Show) -> str:
        show("old")
        number = 0
        while report(number, ""):
            number += 1
        return "old ended"

    def short(report: Report, show: Show) -> str:
        show("new")
        return "new ended"

    latest.start(endless)
    latest.start(short)
    until(lambda: "new ended" in heard, "the end of the new work")
    assert heard == ["new", "new ended"]
    latest.start(endless)
    latest.stop()
    until(lambda: not latest.busy, "the end of the stopped work")
    QApplication.processEvents()
    assert heard == ["new", "new ended"]
