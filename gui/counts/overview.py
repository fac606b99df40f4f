"""The dashboard: the project in a few figures, each of which leads to its quotations."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from core.charts.types import Kind
from core.corpus.corpus import Corpus
from core.corpus.counting.types import Axis, Scope, States
from core.language import number
from core.model.gender import Gender
from core.store import Project
from core.store.search_index.index import GoOn
from core.words.counts import basis_words
from gui.counts import dashboard
from gui.counts.asker import Question
from gui.counts.cards import Card, Tile
from gui.counts.chart_view import ChartView
from gui.counts.dashboard import Dashboard, all_of
from gui.counts.page import Page
from gui.counts.pictures import Plan
from gui.counts.sheet import Head, Line, Sheet, Sort, percent, written
from gui.look.languages import mark, tr
from gui.look.theme import Palette
from gui.look.widgets import label

TILES = {
    "articles": mark("Articles"),
    "quotations": mark("Quotations"),
    "settled": mark("Settled"),
    "proposals": mark("Proposals"),
    "words": mark("Words said"),
    "women": mark("Women"),
    "speakers": mark("Named speakers"),
    "people": mark("Annotators"),
}
"""In their order, four in a row."""
CARDS: dict[Axis, str] = {
    Axis.FORM: mark("Quotations by form"),
    Axis.GENDER: mark("Quotations by gender"),
    Axis.SPEAKER: mark("Who is quoted most"),
    Axis.CUE: mark("The most frequent cues"),
    Axis.SOURCE: mark("Quotations by newspaper"),
    Axis.MONTH: mark("Quotations by month"),
}
ACROSS = 4
"""Tiles in a row."""


class OverviewPage(Page):
    """Tiles and cards; ``table_wanted`` asks for the whole table by an axis, ``people_wanted`` for the annotators."""

    table_wanted = Signal(str)
    people_wanted = Signal()

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.found: Dashboard | None = None
        self.tiles = {name: Tile(tr(words)) for name, words in TILES.items()}
        self.cards = {axis: Card(palette, tr(words)) for axis, words in CARDS.items()}
        self.said = Card(palette, tr("Words said by gender"))
        self.people = Card(palette, tr("How far the annotators are: articles done"))
        self.months = ChartView(palette, tr("Quotations by month"))
        self.state = label("soft", wrap=True)
        self.legend = label("soft", tr("Bars: what is solid is settled, what is hatched are proposals."), wrap=True)
        self.area = QScrollArea(widgetResizable=True)
        self.area.setObjectName("plain")
        self.area.setAccessibleName(tr("Overview"))
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.inner = QWidget()
        self.cards[Axis.MONTH].add(self.months)
        tiles, cards = QGridLayout(), QGridLayout()
        for at, tile in enumerate(self.tiles.values()):
            tiles.addWidget(tile, at // ACROSS, at % ACROSS)
        pairs = (
            (self.cards[Axis.SPEAKER], self.cards[Axis.CUE]),
            (self.cards[Axis.GENDER], self.said),
            (self.cards[Axis.FORM], self.cards[Axis.SOURCE]),
        )
        for row, (left, right) in enumerate(pairs):
            cards.addWidget(left, row, 0)
            cards.addWidget(right, row, 1)
        cards.addWidget(self.cards[Axis.MONTH], len(pairs), 0, 1, 2)
        cards.addWidget(self.people, len(pairs) + 1, 0, 1, 2)
        for grid, columns in ((tiles, ACROSS), (cards, 2)):
            grid.setSpacing(10)
            for at in range(columns):
                grid.setColumnStretch(at, 1)
        column = QVBoxLayout(self.inner)
        column.setContentsMargins(0, 8, 8, 8)
        column.setSpacing(10)
        column.addWidget(self.state)
        column.addLayout(tiles)
        column.addWidget(self.legend)
        column.addLayout(cards)
        column.addStretch(1)
        self.area.setWidget(self.inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)

    def _connect(self) -> None:
        for name, tile in self.tiles.items():
            tile.clicked.connect(partial(self._open_tile, name))
        for axis, card in self.cards.items():
            card.opened.connect(self.opened)
            card.more.connect(partial(self.table_wanted.emit, str(axis)))
        self.said.opened.connect(self.opened)
        self.said.more.connect(partial(self.table_wanted.emit, str(Axis.GENDER)))
        self.people.opened.connect(self.opened)
        self.people.more.connect(self.people_wanted)
        self.months.opened.connect(self.opened)

    def _open_tile(self, name: str) -> None:
        if name == "speakers":
            self.table_wanted.emit(str(Axis.SPEAKER))
        elif name == "people":
            self.people_wanted.emit()
        elif self.tiles[name].query:
            self.opened.emit(self.tiles[name].query)

    def start(self) -> QWidget:
        return self.tiles["quotations"]

    def question(self, scope: Scope) -> Question:
        def work(project: Project, corpus: Corpus, going_on: GoOn) -> object:
            return dashboard.read(project, corpus, scope, going_on)

        return work

    # -- showing -----------------------------------------------------------------------------------------------------

    def show_nothing(self, words: str) -> None:
        self.found = None
        self.state.setText(words)
        self.state.setVisible(bool(words))

    def show_found(self, found: object) -> None:
        assert isinstance(found, Dashboard)
        self.found = found
        empty = not found.total.quotations
        self.state.setText(tr("There are no quotations to count: pre-annotate the articles, or annotate them."))
        self.state.setVisible(empty)
        self.legend.setVisible(bool(found.total.proposals))
        self._show_tiles(found)
        for axis, card in self.cards.items():
            if axis is not Axis.MONTH:
                card.show_bars(dashboard.by_quotations(found.tables[axis]))
        self.said.show_bars(dashboard.by_words(found.tables[Axis.GENDER]))
        bars = dashboard.by_person(found.people)
        self.people.show_bars(bars)
        self.people.setVisible(bool(bars))
        months = self.cards[Axis.MONTH]
        dated = any(row.key for row in found.tables[Axis.MONTH].rows)
        months.show_bars([], "")
        months.about.setVisible(not dated)
        self.months.setVisible(dated)
        if dated:
            self.months.show_plan(Plan(found.tables[Axis.MONTH], kind=Kind.LINE, most=60))

    def _show_tiles(self, found: Dashboard) -> None:
        total, tiles, scope = found.total, self.tiles, found.scope
        people = [one for one in found.people if one.by_status]
        speakers = found.tables[Axis.SPEAKER]
        tiles["articles"].show_figure(
            number(found.articles),
            f"{tr('%n layer(s)', found.layers)}, {tr('%n article(s) with quotations', total.articles)}",
            all_of(scope),
        )
        tiles["quotations"].show_figure(
            number(total.quotations),
            f"{tr('%n settled', total.settled)}, {tr('%n proposal(s)', total.proposals)}",
            all_of(scope),
        )
        share = percent(total.settled / total.quotations) if total.quotations else "–"
        tiles["settled"].show_figure(
            number(total.settled), tr("{share} of the quotations: a person decided", share=share),
            all_of(scope, States.SETTLED) if total.settled else "",
        )  # fmt: skip
        tiles["proposals"].show_figure(
            number(total.proposals), _expected(found), all_of(scope, States.PROPOSALS) if total.proposals else ""
        )
        each = total.words / total.quotations if total.quotations else 0.0
        tiles["words"].show_figure(
            number(total.words), tr("words per quotation: {count}", count=number(each, 1)), all_of(scope)
        )
        self._show_women(found)
        tiles["speakers"].show_figure(
            number(dashboard.named(speakers)), tr("people, organisations and others with a name"), "",
            tr("Show them as a table"),
        )  # fmt: skip
        done = number(sum(one.annotated for one in people))
        given = number(sum(sum(one.by_status.values()) for one in people))
        about = tr("{done} of {count} articles given or begun are done", done=done, count=given)
        tiles["people"].show_figure(number(len(people)), about, "", tr("Show their work"))

    def _show_women(self, found: Dashboard) -> None:
        table = found.tables[Axis.GENDER]
        shares = dashboard.women(table)
        row = next((row for row in table.rows if row.key == str(Gender.FEMININE)), None)
        if shares.quotations is None or shares.words is None:
            self.tiles["women"].show_figure("–", tr("no gender of a speaker is known"))
            return
        about = tr(
            "of quotations whose gender is known ({known} of all), {words} of the words",
            words=percent(shares.words), known=percent(shares.known),
        )  # fmt: skip
        self.tiles["women"].show_figure(percent(shares.quotations), about, row.query if row is not None else "")

    # -- taken out ---------------------------------------------------------------------------------------------------

    def basis(self) -> str:
        return basis_words(self.found.total) if self.found is not None else ""

    def use_palette(self, palette: Palette) -> None:
        for card in (*self.cards.values(), self.said, self.people):
            card.bars.use_palette(palette)
        self.months.use_palette(palette)

    def plan(self) -> Plan | None:
        found = self.found
        return Plan(found.tables[Axis.MONTH], most=60, title=tr("Quotations by month")) if found is not None else None

    def sheet(self) -> Sheet | None:
        """Return every figure of the dashboard, one a line."""
        if self.found is None:
            return None
        heads = (
            Head(tr("What"), "what", Sort.WORDS), Head(tr("Value"), "value", Sort.WORDS),
            Head(tr("Figure"), "figure", Sort.WORDS), Head(tr("Settled"), "settled"),
        )  # fmt: skip
        lines = [
            Line((tile.name.text(), tile.about.text(), tile.figure.text(), None), name, tile.query)
            for name, tile in self.tiles.items()
        ]
        for axis, words in CARDS.items():
            table = self.found.tables[axis]
            lines += [
                Line((tr(words), dashboard.words_of(table, row), written(Sort.COUNT, row.figures.quotations),
                      row.figures.settled), f"{axis} {row.key}", row.query)
                for row in table.rows[: dashboard.TOP]
            ]  # fmt: skip
        return Sheet(tr("Overview"), heads, tuple(lines), self.basis())

    def chosen(self) -> list[Line]:
        sheet = self.sheet()
        return list(sheet.lines) if sheet is not None else []


def _expected(found: Dashboard) -> str:
    """Say how many of the proposals are expected to be right."""
    total = found.total
    if not total.proposals:
        return tr("nothing waits to be decided")
    if total.precision is None:
        return tr("nobody has decided; how many are right is not known")
    return tr("nobody has decided; about {share} are expected to be right", share=percent(total.precision))
