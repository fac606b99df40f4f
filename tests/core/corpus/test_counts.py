"""Counts of a project whose figures are known by heart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.corpus.corpus import Corpus
from core.corpus.counting import writing
from core.corpus.counting.association import log_dice, log_likelihood
from core.corpus.counting.collocates import collocates
from core.corpus.counting.pairs import pairs
from core.corpus.counting.quotations import count
from core.corpus.counting.types import Axis, Scope, States, Table
from core.errors import UserError
from core.language import use
from core.model.register import Source, SourceEdit
from core.store import Project, Registers
from core.words.counts import basis_words, label_words, shown_rows
from tests.counts_samples import SOURCE, small_project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with small_project(tmp_path / "п.citata") as made:
        yield made


@pytest.fixture
def corpus(project: Project) -> Iterator[Corpus]:
    with Corpus(project) as found:
        assert found.sync()
        yield found


def table_of(corpus: Corpus, by: Axis, second: Axis | None = None, where: str = "", most: int | None = None) -> Table:
    found = count(corpus, by, second, Scope(where), most=most)
    assert found is not None
    return found


def rows_of(table: Table) -> list[tuple[str, str, int, int, int, int]]:
    return [
        (row.key, row.label, row.figures.quotations, row.figures.words, row.figures.articles, row.figures.settled)
        for row in table.rows
    ]


def test_who_says_how_much(corpus: Corpus) -> None:
    table = table_of(corpus, Axis.SPEAKER)
    assert rows_of(table) == [
        ("глеб ершов", "Глеб Ершов", 3, 9, 3, 1),
        ("@s_1", "Нина Львовна Белова", 2, 7, 2, 2),
        ("", "", 1, 2, 1, 0),
    ]
    assert [row.query for row in table.rows] == ['speaker:="Глеб Ершов"', 'speaker:"@s_1"', "speaker:none"]
    assert [round(row.share, 3) for row in table.rows] == [0.5, 0.389, 0.111]
    total = table.total
    assert (total.quotations, total.words, total.articles, total.settled, total.settled_words) == (6, 18, 4, 3, 11)
    assert (total.proposals, total.scored, total.expected, total.precision) == (3, 2, 1.2, 0.6)


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (Axis.GENDER, [("masculine", 3), ("feminine", 2), ("", 1)]),
        (Axis.KIND, [("person", 5), ("", 1)]),
        (Axis.FORM, [("direct", 4), ("indirect", 2)]),
        (Axis.CUE, [("сказать", 3), ("заметить", 1), ("по словам", 1), ("сообщить", 1)]),
        (Axis.SOURCE, [("нива", 4), ("заря", 1), ("", 1)]),
        (Axis.YEAR, [("2031", 5), ("", 1)]),
        (Axis.MONTH, [("2031-05", 4), ("2031-07", 1), ("", 1)]),
        (Axis.DAY, [("2031-05-04", 2), ("2031-05-20", 2), ("2031-07-01", 1), ("", 1)]),
        (Axis.ANNOTATOR, [("vera", 4), ("auto", 2)]),
        (Axis.STATE, [("auto", 3), ("accepted", 1), ("corrected", 1), ("manual", 1)]),
    ],
)
def test_by_every_axis(corpus: Corpus, by: Axis, expected: list[tuple[str, int]]) -> None:
    found = [(row.key, row.figures.quotations) for row in table_of(corpus, by).rows]
    assert sorted(found, key=lambda row: (-row[1], row[0])) == sorted(expected, key=lambda row: (-row[1], row[0]))
    if by in (Axis.MONTH, Axis.DAY):
        assert found == expected


def test_two_axes_cross(corpus: Corpus) -> None:
    table = table_of(corpus, Axis.MONTH, Axis.GENDER)
    assert [column.key for column in table.columns] == ["masculine", "feminine", ""]
    assert [[cell.figures.quotations for cell in row.cells] for row in table.rows] == [[2, 2, 0], [0, 0, 1], [1, 0, 0]]
    assert table.rows[0].cells[1].query == "date:2031-05 gender:feminine"


def test_only_settled_ones_and_only_proposals(corpus: Corpus) -> None:
    for states, expected in ((States.SETTLED, 3), (States.PROPOSALS, 3), (States.BOTH, 6)):
        found = count(corpus, Axis.FORM, None, Scope("", states))
        assert found is not None
        assert found.total.quotations == expected
    found = count(corpus, Axis.FORM, None, Scope("мост", States.SETTLED))
    assert found is not None
    assert found.rows[0].query == "мост in:quotation show:whole state:settled form:direct"


def test_a_scope_counts_what_its_query_lists(corpus: Corpus) -> None:
    assert rows_of(table_of(corpus, Axis.SPEAKER, where="мост OR паром"))[0][2] == 3
    assert table_of(corpus, Axis.SPEAKER, where="in:cue сказать").total.quotations == 3
    assert [row[0] for row in rows_of(table_of(corpus, Axis.SPEAKER, where="beside:Белова"))] == ["глеб ершов", "@s_1"]
    for where, code in (("мост in:text", "counts-where"), ("label:PER", "counts-where"), ("цвет:белый", "query-field")):
        with pytest.raises(UserError) as caught:
            table_of(corpus, Axis.SPEAKER, where=where)
        assert caught.value.code == code


def test_rows_that_are_left_out_are_the_rest(corpus: Corpus) -> None:
    table = table_of(corpus, Axis.SPEAKER, most=1)
    assert (len(table.rows), table.rest_rows, table.rest.quotations, table.rest.words) == (1, 2, 3, 9)


def test_the_register_says_who_is_one_and_of_what_gender(project: Project) -> None:
    """Two names are one source once they are linked and merged, also after the index was made."""
    with Corpus(project) as corpus:
        corpus.sync()
        other = Source(id="s_2", name="Белова Н. Л.")
        merged = Source(id="s_1", name=SOURCE.name, kind=SOURCE.kind, gender=SOURCE.gender, merged="s_2")
        Registers(project).change("merge-sources", [SourceEdit(None, other), SourceEdit(SOURCE, merged)])
        assert corpus.sync()
        row = table_of(corpus, Axis.SPEAKER).rows[1]
        assert (row.key, row.label, row.query) == ("@s_2", "Белова Н. Л.", 'speaker:"@s_2"')
        for query in (row.query, "speaker:@s_1", "speaker:@*", 'speaker:"Белова Л"'):
            page = corpus.search(query)
            assert page is not None
            assert page.total == 2


# -- pairs, collocates -----------------------------------------------------------------------------------------------


def test_who_is_quoted_beside_whom(corpus: Corpus) -> None:
    found = pairs(corpus)
    assert found is not None
    (pair,) = found.rows
    assert (pair.label, pair.other_label) == ("Глеб Ершов", "Нина Львовна Белова")
    assert (pair.together, pair.first, pair.second, found.articles) == (2, 3, 2, 3)
    assert pair.query == 'speaker:="Глеб Ершов","@s_1" beside:="Глеб Ершов" AND beside:"@s_1"'
    page = corpus.search(pair.query)
    assert page is not None
    assert (page.total, page.articles) == (4, 2)
    settled = pairs(corpus, Scope("", States.SETTLED), least=1)
    assert settled is not None
    assert [(one.together, one.query) for one in settled.rows] == [
        (1, 'state:settled speaker:"@s_1",="Глеб Ершов" article:"n-2"')
    ]


def test_what_stands_around_a_word(corpus: Corpus) -> None:
    found = collocates(corpus, "мост", least=1, window=1)
    assert found is not None
    assert {row.lemma: (row.near, row.everywhere) for row in found.rows} == {
        "стоить": (2, 2), "новый": (1, 1), "старый": (1, 1), "открыть": (1, 1), "закрыть": (1, 1),
    }  # fmt: skip
    assert (found.hits, found.words, found.rows[0].lemma) == (4, 18, "стоить")
    assert found.rows[0].query == '("мост стоить" OR "стоить мост") in:quotation'
    page = corpus.search(found.rows[0].query)
    assert page is not None
    assert page.total == 2
    wide = collocates(corpus, "мост", Scope("speaker:Белова"), least=1, function_words=True)
    assert wide is not None
    assert {row.lemma for row in wide.rows} == {"открыть", "в", "май", "старый", "закрыть"}
    assert wide.rows[0].query == '("мост ..4 в" OR "в ..4 мост") speaker:Белова in:quotation'
    for row in wide.rows:
        page = corpus.search(row.query)
        assert page is not None
        assert page.total == row.near
    for wrong in ("", "мост OR река", "speaker:Белова", "/мост/"):
        with pytest.raises(UserError) as caught:
            collocates(corpus, wrong)
        assert caught.value.code == "counts-word"


def test_association_measures_are_those_of_their_sources() -> None:
    """The bigram “the swiss” of Dunning 1993, table 2: k = 110, 2442, 111, 29114 gives 270.72; log Dice by hand."""
    assert log_likelihood(110, 110 + 2442, 110 + 111, 110 + 2442 + 111 + 29114) == pytest.approx(270.72, abs=0.01)
    assert log_likelihood(1, 100, 100, 1000) < 0
    assert log_likelihood(0, 0, 0, 0) == 0
    assert log_dice(5, 5, 5) == 14
    assert log_dice(5, 10, 10) == 13


# -- words and files -------------------------------------------------------------------------------------------------


def test_the_basis_is_a_sentence(corpus: Corpus) -> None:
    assert basis_words(table_of(corpus, Axis.FORM).total) == (
        "Counted: 3 settled quotations and 3 proposals that nobody has settled. By their scores 60 % of the proposals"
        " are expected to be right (about 1). 1 of them has no score."
    )
    assert basis_words(table_of(corpus, Axis.FORM, where="state:settled").total) == "Counted: 3 settled quotations."
    assert basis_words(table_of(corpus, Axis.FORM, where="нет").total) == "No quotations are counted."


def test_labels_are_in_the_language() -> None:
    use("ru")
    try:
        assert label_words(Axis.MONTH, "2031-05", "2031-05") == "05.2031"
        assert label_words(Axis.FORM, "indirect", "indirect") == "косвенная"
    finally:
        use(None)
    assert label_words(Axis.SPEAKER, "", "") == "(nobody is named)"
    assert label_words(Axis.ANNOTATOR, "auto", "auto") == "Proposals (auto)"


@pytest.mark.parametrize("format_", ["csv", "tsv", "jsonl", "xlsx"])
def test_counts_are_written(corpus: Corpus, tmp_path: Path, format_: str) -> None:
    path = tmp_path / f"out.{format_}"
    assert writing.write(path, table_of(corpus, Axis.MONTH, Axis.GENDER), format_) == 4
    if format_ == "csv":
        first = path.read_text("utf-8-sig").splitlines()[1]
        assert (
            first == "2031-05,2031-05,masculine,masculine,2,6,0.333333,2,1,4,1,1,0.7,0.7,date:2031-05 gender:masculine"
        )
    assert path.stat().st_size > 100


def test_rows_are_shown(corpus: Corpus) -> None:
    shown = shown_rows(table_of(corpus, Axis.SPEAKER))
    assert shown.rows[0] == ["Глеб Ершов", "3", "9", "50.0 %", "3", "1", "2"]
    assert shown_rows(table_of(corpus, Axis.MONTH, Axis.GENDER)).rows[0] == ["2031-05", "2", "2", "", "4"]
