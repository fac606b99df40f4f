"""Pages with one table: who is quoted beside whom, what stands around a word."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from core.corpus.corpus import Corpus
from core.corpus.counting.collocates import collocates
from core.corpus.counting.pairs import pairs
from core.corpus.counting.types import Collocates, Pairs, Scope
from core.store import Project
from core.store.search_index.index import GoOn
from gui.counts.asker import Question
from gui.counts.page import Page, sheet_of
from gui.counts.sheet import Line, Sheet
from gui.counts.sheet_table import SheetTable
from gui.counts.sheets import collocates_sheet, pairs_sheet
from gui.look.languages import tr
from gui.look.tooltips import explain
from gui.look.widgets import clearable, em, label, roomy, tick

MOST = 500
"""Rows of a table at most."""
_DOWN = Qt.SortOrder.DescendingOrder


def _spin(name: str, tip: str, least: int, most: int, value: int) -> QSpinBox:
    made = roomy(QSpinBox())
    made.setRange(least, most)
    made.setValue(value)
    made.setKeyboardTracking(False)
    made.setAccessibleName(name)
    explain(made, tip)
    return made


class FoundPage(Page):
    """A row of what is asked, the table, a sentence below it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.top = QHBoxLayout()
        self.top.setSpacing(8)
        self.table, self.said = SheetTable(name), label("soft", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self.top)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.said)
        self.table.opened.connect(self.opened)
        self._basis = ""

    def start(self) -> QWidget:
        return self.table

    def show_nothing(self, words: str) -> None:
        self._basis = ""
        self.table.show_sheet(Sheet("", (), ()))
        self.said.setText(words)

    def _fill(self, sheet: Sheet, words: str, column: int) -> None:
        """Show a table, its largest values in ``column`` first, and ``words`` below it."""
        self._basis = sheet.basis
        self.table.show_sheet(sheet, sort=(column, _DOWN))
        self.said.setText(words)

    def basis(self) -> str:
        return self._basis

    def sheet(self) -> Sheet | None:
        return sheet_of(self.table)

    def chosen(self) -> list[Line]:
        return self.table.chosen_lines()


class PairsPage(FoundPage):
    """Who is quoted beside whom."""

    def __init__(self) -> None:
        super().__init__(tr("Who is quoted beside whom"))
        self.least = _spin(tr("In so many articles together"), tr("Rarer pairs are left out"), 1, 9999, 2)
        self.top.addWidget(label("soft", tr("Speakers quoted together in at least so many articles:")))
        self.top.addWidget(self.least)
        self.top.addStretch(1)
        self.least.valueChanged.connect(lambda _: self.asked.emit())

    def wish(self) -> Hashable:
        return self.least.value()

    def question(self, scope: Scope) -> Question:
        least = self.least.value()

        def work(project: Project, corpus: Corpus, going_on: GoOn) -> object:
            return pairs(corpus, scope, least=least, most=MOST, going_on=going_on)

        return work

    def show_found(self, found: object) -> None:
        assert isinstance(found, Pairs)
        rows = tr("%n pair(s)", len(found.rows))
        articles = tr("%n article(s)", found.articles)
        words = tr("{pairs} in {articles} with a named speaker.", pairs=rows, articles=articles)
        if len(found.rows) >= MOST:
            words += " " + tr("Only the most frequent pairs are shown.")
        if not found.rows:
            words = tr("No two speakers are quoted together so often.")
        self._fill(pairs_sheet(found), words, 2)


class CollocatesPage(FoundPage):
    """What stands around a word inside quotations."""

    def __init__(self) -> None:
        super().__init__(tr("What stands around a word"))
        self.word = clearable(QLineEdit())
        self.word.setPlaceholderText(tr("A word, or “a phrase”"))
        self.word.setAccessibleName(tr("Word"))
        self.word.setMaximumWidth(round(260 * em(self.word)))
        explain(self.word, tr("In any form; what stands around it inside quotations is counted"), key="Return")
        self.window_ = _spin(tr("Words on each side"), tr("How far from the word others are counted"), 1, 20, 5)
        self.least = _spin(tr("At least so often"), tr("Rarer words are left out"), 1, 9999, 3)
        self.function = tick(tr("Function words too"), False)
        explain(self.function, tr("Prepositions, conjunctions, particles and pronouns"))
        for words, part in (
            (tr("Around"), self.word), (tr("Words on each side"), self.window_), (tr("at least"), self.least),
            ("", self.function),
        ):  # fmt: skip
            if words:
                self.top.addWidget(label("soft", words))
            self.top.addWidget(part)
        self.top.addStretch(1)
        self.word.returnPressed.connect(self.asked)
        self.window_.valueChanged.connect(lambda _: self.asked.emit())
        self.least.valueChanged.connect(lambda _: self.asked.emit())
        self.function.toggled.connect(lambda _: self.asked.emit())

    def start(self) -> QWidget:
        return self.word

    def wish(self) -> Hashable:
        return self.word.text().strip(), self.window_.value(), self.least.value(), self.function.isChecked()

    def question(self, scope: Scope) -> Question | None:
        word, window, least = self.word.text().strip(), self.window_.value(), self.least.value()
        function = self.function.isChecked()
        if not word:
            self.show_nothing(tr("Type a word and press Enter: the words around it inside quotations stand here then."))
            return None

        def work(project: Project, corpus: Corpus, going_on: GoOn) -> object:
            return collocates(
                corpus, word, scope, window=window, least=least, most=MOST, function_words=function, going_on=going_on
            )

        return work

    def show_found(self, found: object) -> None:
        assert isinstance(found, Collocates)
        hits, said = tr("%n time(s)", found.hits), tr("%n word(s) said", found.words)
        words = tr("“{word}” stands inside quotations {hits}, in {said}.", word=found.word, hits=hits, said=said)
        if not found.rows:
            words += " " + tr("Nothing stands around it so often.")
        self._fill(collocates_sheet(found), words, 5)
