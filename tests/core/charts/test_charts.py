"""Charts: the same bytes for the same table, bars where their boxes say, words for those who do not see them."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from core.charts.draw import draw, title_of
from core.charts.types import DARK, LIGHT, Box, Chart, Kind, Measure
from core.corpus.corpus import Corpus
from core.corpus.counting.quotations import count
from core.corpus.counting.types import Axis, Scope, Table
from core.errors import UserError
from tests.counts_samples import small_project
from tests.golden import same_as_golden

GOLDEN = Path(__file__).parent / "golden"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with small_project(tmp_path / "п.citata") as project, Corpus(project) as found:
        found.sync()
        yield found


def table_of(corpus: Corpus, by: Axis, second: Axis | None = None, where: str = "") -> Table:
    found = count(corpus, by, second, Scope(where))
    assert found is not None
    return found


def told(chart: Chart) -> str:
    """Return what a chart says and shows, without what another version of matplotlib may write otherwise."""
    root = ElementTree.fromstring(chart.data)
    words = [" ".join("".join(text.itertext()).split()) for text in root.iter(f"{SVG}text")]
    paths = [path.get("style", "") for path in root.iter(f"{SVG}path")]
    fills = sorted({found[0] for style in paths if (found := re.search(r"fill: (#\w+|url)", style))})
    boxes = [_box(box, chart) for box in chart.boxes]
    return "\n".join((f"{chart.width:g} × {chart.height:g}", *words, " ".join(fills), *boxes)) + "\n"


def _box(box: Box, chart: Chart) -> str:
    """Return a box in whole pixels."""
    width, height = box.width * chart.width, box.height * chart.height
    at = f"{box.left * chart.width:.0f} {box.top * chart.height:.0f} {width:.0f} {height:.0f}"
    return f"[{at}] {box.row} | {box.column} | {box.query} | {box.words}"


@pytest.mark.parametrize(
    ("name", "by", "second"),
    [
        ("bars", Axis.SPEAKER, None),
        ("stacked", Axis.SPEAKER, Axis.FORM),
        ("line", Axis.MONTH, None),
        ("lines", Axis.MONTH, Axis.GENDER),
    ],
)
def test_charts_as_they_are(corpus: Corpus, name: str, by: Axis, second: Axis | None) -> None:
    table = table_of(corpus, by, second)
    drawn = draw(table, title=title_of(table, Measure.QUOTATIONS))
    assert draw(table, title=title_of(table, Measure.QUOTATIONS)) == drawn
    same_as_golden(GOLDEN / f"{name}.txt", told(drawn))


def test_every_bar_stands_where_its_box_says(corpus: Corpus) -> None:
    """The middle of each box is of another colour than the paper, and its query is that of its row."""
    from PIL import Image

    table = table_of(corpus, Axis.SPEAKER)
    for ink in (LIGHT, DARK):
        drawn = draw(table, format_="png", scale=2.0, ink=ink, kind=Kind.BARS)
        assert [box.query for box in drawn.boxes] == [row.query for row in table.rows]
        with Image.open(_file(drawn)) as picture:
            assert picture.size == (round(drawn.width * 2), round(drawn.height * 2))
            paper = picture.convert("RGB").getpixel((1, 1))
            for box in drawn.boxes:
                left, top = box.left * picture.width, (box.top + box.height / 2) * picture.height
                row = [picture.convert("RGB").getpixel((round(left) + at, round(top))) for at in range(4, 24)]
                assert any(colour != paper for colour in row)


def _file(chart: Chart) -> object:
    from io import BytesIO

    return BytesIO(chart.data)


@pytest.mark.parametrize("measure", list(Measure))
def test_every_measure_is_drawn_and_said(corpus: Corpus, measure: Measure) -> None:
    words = [box.words for box in draw(table_of(corpus, Axis.SPEAKER), measure=measure).boxes]
    expected = {
        Measure.QUOTATIONS: "Глеб Ершов: 3", Measure.WORDS: "Глеб Ершов: 9", Measure.SHARE: "Глеб Ершов: 50.0 %",
        Measure.ARTICLES: "Глеб Ершов: 3",
    }  # fmt: skip
    assert words[0] == expected[measure]


def test_what_can_not_be_drawn_is_said(corpus: Corpus) -> None:
    with pytest.raises(UserError) as caught:
        draw(table_of(corpus, Axis.SPEAKER, where="нет"))
    assert caught.value.code == "charts-nothing"


def test_names_are_words_and_no_formulas(corpus: Corpus) -> None:
    """A dollar, a letter that the font has not got and markup stand as they are."""
    table = table_of(corpus, Axis.SPEAKER)
    from msgspec.structs import replace

    odd = replace(table, rows=(replace(table.rows[0], label="Ким $x_1$ <b> 🎉 " + "д" * 90),))
    drawn = draw(odd)
    assert "Ким $x_1$ <b>" in told(drawn)
    assert draw(odd, format_="png").data.startswith(b"\x89PNG")


def test_nothing_is_imported_before_a_chart_is_drawn() -> None:
    code = "import sys, core.charts.draw, core.cli.counts, core.report.project; print('matplotlib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
