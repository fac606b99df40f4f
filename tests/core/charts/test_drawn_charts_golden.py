"""Charts stroke by stroke: where every bar, line, tick and word stands, in whole pixels, and how it looks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree import ElementTree

import pytest

from core.charts.draw import draw, title_of
from core.charts.types import DARK, LIGHT, Chart, Ink, Kind
from core.corpus.counting.types import Axis, Cell, Column, Figures, Measure, Row, Scope, Table
from tests.golden import same_as_golden

GOLDEN = Path(__file__).parent / "golden"
SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_LOOK = re.compile(r"(?<![-\w])(fill|stroke|stroke-dasharray|stroke-width|font-size|font|text-anchor): ([^;']+)")


def figures(*counts: int) -> Figures:
    """Return figures of quotations, words, articles, settled ones, their words, scored ones."""
    quotations, words, articles, settled, settled_words, scored = counts
    return Figures(
        quotations=quotations, words=words, articles=articles, settled=settled, settled_words=settled_words,
        scored=scored, expected=scored * 0.8,
    )  # fmt: skip


NOTHING = figures(0, 0, 0, 0, 0, 0)
SPREAD = (
    figures(9, 90, 6, 3, 45, 4), figures(5, 20, 5, 5, 20, 0), figures(4, 80, 2, 0, 0, 4), figures(2, 7, 2, 1, 3, 1),
    figures(1, 3, 1, 0, 0, 0),
)  # fmt: skip
TOTAL = figures(21, 200, 12, 9, 68, 9)


def table(by: Axis, keys: Sequence[str], columns: Sequence[str] = (), rest_rows: int = 0) -> Table:
    """Return a table; rows have the figures of SPREAD in turn, cells those of it too, every third is empty."""
    second = Axis.FORM if columns and columns[0] == "direct" else Axis.SOURCE if columns else None
    rows = tuple(
        Row(
            key=key,
            label=key.title(),
            query=f"row:{key}",
            share=SPREAD[at % 5].words / TOTAL.words,
            figures=SPREAD[at % 5],
            cells=tuple(
                Cell(
                    figures=NOTHING if (at + to) % 3 == 2 else SPREAD[(at + to) % 5],
                    query=f"cell:{key},{column}",
                )
                for to, column in enumerate(columns)
            ),
        )
        for at, key in enumerate(keys)
    )
    told = tuple(
        Column(key=one, label=one.title(), query=f"column:{one}", figures=SPREAD[(at * 2) % 5])
        for at, one in enumerate(columns)
    )
    return Table(
        by=by, second=second, scope=Scope(), rows=rows, columns=told, total=TOTAL, rest=NOTHING, rest_rows=rest_rows
    )


PEOPLE = ("анна велехова", "", "борис", "глеб ершов", "общество любителей старых мостов и паромов")
MONTHS = ("2030-11", "2031-01", "2031-02")
SOURCES = ("нива", "заря", "", "луч", "маяк", "утро", "вечер", "сигнал")
FORMS = ("direct", "indirect", "mixed")

DRAWN: dict[str, tuple[Table, dict[str, object]]] = {
    "bars": (table(Axis.SPEAKER, PEOPLE), {}),
    "bars, by articles": (table(Axis.SPEAKER, PEOPLE[:3]), {"measure": Measure.ARTICLES, "title": "Статьи"}),
    "bars, by words": (table(Axis.SPEAKER, PEOPLE), {"measure": Measure.WORDS, "width": 500}),
    "bars, by share": (table(Axis.SPEAKER, PEOPLE), {"measure": Measure.SHARE, "width": 100, "basis": False}),
    "bars, two at most": (table(Axis.SPEAKER, PEOPLE, rest_rows=4), {"most": 2, "ink": DARK}),
    "bars, none at most": (table(Axis.SPEAKER, PEOPLE), {"most": 0, "basis": False}),
    "bars, of cues": (table(Axis.CUE, ("", "сказать")), {}),
    "bars, a long title": (table(Axis.SPEAKER, PEOPLE[:2]), {"title": "Кто и сколько раз сказал " * 4, "width": 420}),
    "stacked": (table(Axis.SPEAKER, PEOPLE, FORMS), {"title": "По форме"}),
    "stacked, by words": (table(Axis.SPEAKER, PEOPLE[:2], FORMS), {"measure": Measure.WORDS, "basis": False}),
    "stacked, many columns": (table(Axis.SPEAKER, PEOPLE, SOURCES), {"width": 480}),
    "stacked, as many columns as colours": (table(Axis.SPEAKER, PEOPLE[:2], SOURCES[:6]), {"basis": False}),
    "stacked, drawn as bars": (table(Axis.SPEAKER, PEOPLE[:2], FORMS), {"kind": Kind.BARS, "basis": False}),
    "bars, asked for lines": (table(Axis.SPEAKER, PEOPLE[:2]), {"kind": Kind.LINE, "basis": False}),
    "months": (table(Axis.MONTH, MONTHS), {"title": "По месяцам"}),
    "months, by articles": (table(Axis.MONTH, MONTHS), {"measure": Measure.ARTICLES, "width": 420}),
    "months, by share": (table(Axis.MONTH, MONTHS), {"measure": Measure.SHARE, "basis": False}),
    "months, by words": (table(Axis.MONTH, (*MONTHS, "")), {"measure": Measure.WORDS, "ink": DARK}),
    "months as bars": (table(Axis.MONTH, MONTHS), {"kind": Kind.BARS, "basis": False}),
    "one month": (table(Axis.MONTH, ("2031-05",)), {"basis": False}),
    "one month as a line": (table(Axis.MONTH, ("2031-05",)), {"kind": Kind.LINE, "basis": False}),
    "months of many sources": (table(Axis.MONTH, MONTHS, SOURCES), {"width": 520, "basis": False}),
    "years": (table(Axis.YEAR, ("1999", "2002")), {"basis": False}),
    "years far apart": (table(Axis.YEAR, ("0400", "1899", "1901")), {"basis": False}),
    "days": (table(Axis.DAY, ("2031-02-26", "2031-03-02"), FORMS), {"basis": False, "width": 400}),
    "days far apart": (table(Axis.DAY, ("2020-01-01", "2031-03-02")), {"basis": False, "width": 400}),
    "months far apart": (table(Axis.MONTH, ("1800-01", "2031-03")), {"basis": False, "width": 400}),
    "no dates": (table(Axis.MONTH, ("",)), {"basis": False}),
}


def strokes(chart: Chart) -> Iterator[str]:
    """Yield what a chart draws, in its order: words with their places, paths with theirs, boxes."""
    yield f"  {chart.width:g} × {chart.height:g}"
    root = ElementTree.fromstring(chart.data)
    drawn = root.find(f"{SVG}g")
    assert drawn is not None
    for group in drawn.iter(f"{SVG}g"):
        for one in group:
            if one.tag == f"{SVG}text":
                place = " ".join(_NUMBER.findall(one.get("transform", "") or f"{one.get('x')} {one.get('y')}"))
                said = " ".join("".join(one.itertext()).split())
                yield f"  {_whole(place)} {_look(one)} {said}"
            elif one.tag == f"{SVG}path":
                yield f"  {_whole(one.get('d', ''))} {_look(one)}"
            elif one.tag == f"{SVG}use":
                yield f"  dot {_whole(' '.join(one.get(name, '') for name in 'xy'))} {_look(one)}"
    for box in chart.boxes:
        at = (box.left * chart.width, box.top * chart.height, box.width * chart.width, box.height * chart.height)
        yield f"  [{' '.join(f'{one:.0f}' for one in at)}] {box.row} | {box.column} | {box.query} | {box.words}"


def _whole(places: str) -> str:
    return " ".join(_NUMBER.sub(lambda found: f"{float(found[0]):.0f}", places).replace("-0", "0").split())


def _look(element: ElementTree.Element) -> str:
    style = re.sub(r"url\(#\w+\)", "hatched", element.get("style", ""))
    return " ".join(value.strip() for _, value in _LOOK.findall(style))


@pytest.mark.parametrize("part", ["bars", "stacked", "months", "others"])
def test_every_stroke(part: str) -> None:
    out = []
    for name, (counted, asked) in DRAWN.items():
        mine = name.split(",")[0].split()[0]
        if mine != part and (part != "others" or mine in ("bars", "stacked", "months")):
            continue
        out += [f"# {name}", *strokes(draw(counted, **asked))]  # type: ignore[arg-type]
    same_as_golden(GOLDEN / f"strokes-{part}.txt", "\n".join(out) + "\n")


def test_hatches_tell_columns_apart() -> None:
    """Every column has a pattern of its own, in its own colour."""
    chart = draw(table(Axis.SPEAKER, PEOPLE[:1], SOURCES[:6]), basis=False)
    patterns = re.findall(r"<pattern .*?</pattern>", chart.data.decode(), re.DOTALL)
    lines = {tuple(_NUMBER.findall(re.findall(r'd="([^"]*)"', one)[0])) for one in patterns}
    assert len(patterns) == len(lines) == 5  # the first column is plain


@pytest.mark.parametrize(("asked", "scale"), [({"ink": LIGHT}, 1.0), ({"ink": DARK, "scale": 1.5}, 1.5)])
def test_a_png_has_the_pixels_that_are_asked_for(asked: dict[str, object], scale: float) -> None:
    from io import BytesIO

    from PIL import Image

    chart = draw(table(Axis.SPEAKER, PEOPLE[1:3]), format_="png", width=300, basis=False, **asked)  # type: ignore[arg-type]
    ink = asked["ink"]
    assert isinstance(ink, Ink)
    with Image.open(BytesIO(chart.data)) as picture:
        assert picture.size == (round(chart.width * scale), round(chart.height * scale))
        assert picture.convert("RGB").getpixel((0, 0)) == tuple(bytes.fromhex(ink.paper[1:]))
        assert "Software" not in picture.info


def test_the_two_inks_are_colours_that_differ() -> None:
    def colours(ink: Ink) -> list[str]:
        return [ink.paper, ink.text, ink.soft, ink.line, *ink.series]

    for ink in (LIGHT, DARK):
        every = colours(ink)
        assert all(re.fullmatch(r"#[0-9a-f]{6}", one) for one in every)
        assert len(set(ink.series)) == len(ink.series) == 6
    assert LIGHT.paper != DARK.paper


def test_titles_name_the_measure_and_the_axes() -> None:
    assert title_of(table(Axis.SPEAKER, PEOPLE), Measure.WORDS) == "Words said: speaker"
    assert title_of(table(Axis.MONTH, MONTHS, FORMS), Measure.SHARE) == "Share of voice: month, form"
