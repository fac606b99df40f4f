"""The article on paper: the page, the PDF and the printed document say what the window shows."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QFileDialog

from core.model import Form
from gui.exchange.paper import NO_MARGINS, PaperDialog, drawn
from gui.exchange.paper_document import LINES
from gui.look.pdf import as_pdf
from gui.window.main_window import MainWindow
from tests.gui.waiting import until
from tests.rich import rich_layer


def words_of(document: QTextDocument) -> str:
    return document.toPlainText().replace("\u2029", "\n")


@pytest.mark.parametrize("ending", [".html", ".pdf"])
@pytest.mark.parametrize("whole", [True, False])
def test_a_file_is_written_and_named(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str, whole: bool
) -> None:
    out = tmp_path / f"вышло{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    dialog = PaperDialog(window.desk)
    dialog.show()
    (dialog.article if whole else dialog.quotations).click()
    (dialog.page if ending == ".html" else dialog.pdf).click()
    until(lambda: str(out) in window.desk.notice.text.text(), "the word that it is written")
    assert out.stat().st_size > 1000
    if ending == ".pdf":
        document = pypdfium2.PdfDocument(out)
        assert len(document) >= 1
        document.close()


def test_a_pdf_has_the_text_and_the_speakers() -> None:
    layer = rich_layer()
    document = pypdfium2.PdfDocument(as_pdf("Паром", drawn("", [layer], colour=True, single=True).print_, NO_MARGINS))
    page = document[0].get_textpage()
    found = " ".join(page.get_text_bounded().split())
    document.close()
    for words in ("сказала Нина Белова", "билеты подорожают", "Вестник Заречья", "speaker mention"):
        assert words in found


@pytest.mark.parametrize("colour", [True, False])
def test_forms_have_their_own_lines_and_grounds_only_in_colour(colour: bool) -> None:
    document = drawn("", [rich_layer()], colour=colour, single=True)
    seen, grounds = set(), set()
    block = document.begin()
    while block.isValid():
        part = block.begin()
        while not part.atEnd():
            look = part.fragment().charFormat()
            seen.add(look.underlineStyle())
            grounds.add(look.background().color().name() if look.hasProperty(look.Property.BackgroundBrush) else "")
            part += 1
        block = block.next()
    assert set(LINES.values()) <= seen
    assert len(set(LINES.values())) == len(Form)
    assert (len(grounds) > 1) is colour


def test_the_list_of_quotations_has_a_heading_for_each_article() -> None:
    layer = rich_layer()
    words = words_of(drawn("Всё", [layer, layer], colour=False, single=False))
    assert words.count(layer.article.title or "") == 2
    assert words.startswith("Всё")


def test_without_an_open_article_the_list_is_offered(empty_window: MainWindow, tmp_path: Path) -> None:
    empty_window.desk.open_project(tmp_path / "new.citata", create=True)
    dialog = PaperDialog(empty_window.desk)
    assert not dialog.article.isEnabled()
    assert dialog.quotations.isChecked()
