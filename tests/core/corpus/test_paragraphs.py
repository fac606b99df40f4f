"""A phrase does not run from one paragraph into the next, unless a gap in it lets it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from core.corpus import tokens
from core.corpus.corpus import Corpus
from core.model import Article, Form, Quotation, Range
from core.model.layer import Layer
from core.model.text import digest
from core.store import Project

TEXT = (
    "Открыт мост\n"
    "Река вскрылась, сказал глава\n"
    "государства. Новый мост\n"
    "\n"
    "через реку построят.\n"
    "— Мост нужен, —\n"
    "— река бурная. «Мост стоит.\n"
    "Река течёт»."
)

PHRASES = {
    '"глава государства"': ["глава государства"],  # a line wrapped by hand
    '"мост река"': [],
    '"мост * река"': ["мост через реку", "Мост нужен, — — река", "Мост стоит. Река"],
    '"мост ..0 река"': [],
    '"мост ..1 река"': ["мост Река", "мост через реку", "Мост нужен, — — река", "Мост стоит. Река"],
    '"мост через река"': [],
    '"мост через"': [],
    '"через река"': ["через реку"],
    '"нужный река"': [],  # dialogue
    '"стоять ..2 течь"': ["стоит. Река течёт"],
    '"стоять река течь"': [],
    '"река течь"': ["Река течёт"],
}


@pytest.mark.parametrize("query", PHRASES)
def test_a_phrase_stands_in_one_paragraph_unless_it_has_a_gap(tmp_path: Path, query: str) -> None:
    text = TEXT
    said = Range(text.index("Мост стоит"), text.index("»."))
    with Project.create(tmp_path / "п.citata", "anna") as project:
        project.add_article(Article(id="1", title=None, text="Начало мост", digest=digest("Начало мост")))
        article = Article(id="2", title=None, text=text, digest=digest(text))
        project.add_annotated(Layer(article, "anna", [Quotation(id="q1", form=Form.DIRECT, ranges=(said,))]), "import")
        with Corpus(project) as found:
            assert found.sync()
            page = found.search(query)
            assert page is not None
            assert [" ".join(line.keyword.split()) for line in page.lines] == PHRASES[query]
            inside = found.search(f"in:quotation {query}")
            assert inside is not None
            content = text[slice(*said)].replace("\n", " ")
            assert [line.keyword for line in inside.lines] == [one for one in PHRASES[query] if one in content]


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("", []),
        ("\n\nодно слово", []),
        ("Раз два\nТри", [2]),
        ("Раз два\nтри", []),
        ("Раз два\n   три", []),
        ("Раз два\n\nтри", [2]),
        ("Раз два\n \t\nтри", [2]),
        ("Раз\n***\nдва", [1]),
        ("Раз\n— два", [1]),
        ("Раз\n5 два\n«три", [1, 3]),
        ("Раз\n\n\nДва\n\n", [1]),
        ("Ёлка\nёлка\nЁлка", [2]),
    ],
)
def test_where_paragraphs_begin(text: str, begins: list[int]) -> None:
    words, found = tokens.parted(text)
    assert (words, found) == (tokens.words_of(text), begins)


def test_spoilt_beginnings_of_paragraphs_are_made_anew(tmp_path: Path) -> None:
    with Project.create(tmp_path / "п.citata", "anna") as project:
        project.add_article(Article(id="2", title=None, text=TEXT, digest=digest(TEXT)))
        with Corpus(project) as found:
            assert found.sync()
            path = Path(found.index.path)
        for damage in ("zeroblob(length(starts))", "'x'"):
            conn = sqlite3.connect(path)
            conn.execute(f"UPDATE paragraph SET starts = {damage}")  # noqa: S608
            conn.commit()
            conn.close()
            with Corpus(project) as found:
                page = found.search('"мост река"')
                assert page is not None
                assert page.total == 0
                assert [note.code for note in found.take_notes()] == ["search-index-anew"]
