"""How far the annotators agree: figures with intervals, heat map, confusion, article by article, over time."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QScrollArea,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.agreement import HEADLINES
from core.agreement.tables import as_csv, found_rows, group_rows, headline_rows, number
from core.agreement.tables import title as measure_words
from core.errors import UserError
from core.exchange.layer_sources import LayerSource, ProjectLayers, collect
from core.formats.base import replacing
from core.model import GOLD, is_machine
from core.report.html import agreement_sections, forms_in_words, page
from core.report.pictures import confusion, course, heat_map, intervals
from core.report.project import project_report
from core.review.workflow import POLICY, is_reviewer, read_policy
from core.store import Project
from gui.desk.desk import Desk
from gui.desk.jobs import Job, Report
from gui.look.choice_box import ChoiceBox
from gui.look.languages import sentence, tr
from gui.look.picture import Picture, ink_of
from gui.look.tooltips import explain, explain_standard, explain_tabs
from gui.look.trees import plain_button, plain_tree
from gui.look.widgets import label, open_at, tick

SAMPLES = 1000
"""Bootstrap samples behind the intervals."""


class AgreementDialog(QDialog):
    """Choose whose layers; the figures are computed off the GUI thread and shown in tabs."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._failed = False
        self.result_: Mapping[str, Any] | None = None
        self.setWindowTitle(tr("Agreement"))
        open_at(self, 980, 680)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        project = desk.session.project
        names = [name for name in project.annotators() if not is_machine(name)] if project is not None else []
        self.people = {name: tick(name, name != GOLD) for name in names}
        self.state = label("soft", wrap=True)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(tr("Agreement"))
        self.measure = ChoiceBox()
        for path in HEADLINES:
            self.measure.addItem(measure_words(".".join(path)), ".".join(path))
        self.measure.setCurrentIndex(self.measure.findData("quotations.end2end.f1"))
        self.measure.setAccessibleName(tr("Measure"))
        self.headlines, self.heat, self.forms, self.labels, self.time = (Picture() for _ in range(5))
        self.figures, self.found, self.articles = plain_tree(), plain_tree(), plain_tree()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._lay_out()
        self._explain()
        self.measure.currentIndexChanged.connect(self._show_measure)
        self.articles.itemActivated.connect(self._open_article)
        for box in self.people.values():
            box.toggled.connect(self.compute)
        desk.jobs.idle.connect(self._idle)
        self.compute()

    def _explain(self) -> None:
        """Say what every control does."""
        explain(self.measure, tr("Which measure the pictures show"))
        explain_standard(self.buttons)
        for name, box in self.people.items():
            explain(box, tr("Compare the layer of {name}", name=name))

    def _lay_out(self) -> None:
        who = QHBoxLayout()
        who.addWidget(label("heading", tr("Layers")))
        for box in self.people.values():
            who.addWidget(box)
        who.addStretch(1)
        self.tabs.addTab(_column(tr("Figures"), self.headlines), tr("Figures"))
        self.tabs.addTab(self.figures, tr("Table"))
        self.tabs.addTab(self.found, tr("Quotations and entities"))
        self.tabs.addTab(
            _column(tr("Pictures"), self.measure, self.heat, self.forms, self.labels, self.time), tr("Pictures")
        )
        self.tabs.addTab(self.articles, tr("Articles"))
        explain_tabs(
            self.tabs.tabBar(),
            [
                tr("The measures, with their intervals"),
                tr("All measures as numbers"),
                tr("What both found, and what one alone found"),
                tr("Who agrees with whom, and what is mistaken for what"),
                tr("Articles in order of agreement; Enter opens one"),
            ],
        )
        for words, tip, run in (
            (tr("CSV…"), tr("Save the figures as a table"), lambda: self._save("csv", as_csv)),
            (tr("JSON…"), tr("Save the figures for other programs"), lambda: self._save("json", _as_json)),
            (tr("HTML…"), tr("Save figures and pictures as a page"), lambda: self._save("html", _as_page)),
        ):
            button = plain_button(words)
            explain(button, tip)
            button.clicked.connect(run)
            self.buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addLayout(who)
        layout.addWidget(self.state)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.buttons)
        self.buttons.rejected.connect(self.reject)

    # -- computing -----------------------------------------------------------------------------------------------------

    def compute(self) -> None:
        """Compare the chosen layers; what is shown stays until the figures are there."""
        desk, project = self._desk, self._desk.session.project
        self._failed = False
        names = self._names()
        if project is None or len(names) < 2:
            self._show_nothing(tr("Choose two layers or more."))
            return
        if not is_reviewer(desk.session.author, read_policy(project.value(POLICY))):
            self._show_nothing(tr("The layers of others are not to be seen here until the reviewer allows it."))
            return
        self.state.setText(tr("Comparing…"))
        if desk.jobs.job is not None:
            return  # once it has ended, this begins again
        job = Job(tr("Comparing"), 0, lambda report: _study(project, names, report))
        job.failed.connect(self._fail)
        desk.run(job, self._show)

    def _names(self) -> list[str]:
        return [name for name, box in self.people.items() if box.isChecked()]

    def _idle(self) -> None:
        """Begin again if other layers were chosen while the comparison ran."""
        shown = list(self.result_["layers"]) if self.result_ is not None else []
        if len(self._names()) > 1 and self._names() != shown and not self._failed:
            self.compute()

    def _show_nothing(self, words: str) -> None:
        self.result_ = None
        self.state.setText(words)
        self.tabs.setEnabled(False)

    def _fail(self, error: object) -> None:
        self._failed = True
        self._show_nothing(sentence(error) if isinstance(error, UserError) else "")

    def _show(self, result: object) -> None:
        assert isinstance(result, dict)
        if result["layers"] != self._names():
            return
        self.result_ = result
        self.tabs.setEnabled(True)
        pooled = tr("Pairs of annotators are pooled.") if len(result["layers"]) > 2 else ""
        shared = tr("%n article(s) compared", result["articles"])
        shared = shared[:1].upper() + shared[1:]
        self.state.setText(f"{shared}. {tr('Intervals: 95 %, bootstrap over articles.')} {pooled}")
        rows = headline_rows(result)
        names = [measure_words(".".join(path)) for path in HEADLINES]
        values = {name: _value(row[1]) for name, row in zip(names, rows, strict=True)}
        bounds = {name: result["intervals"][".".join(path)] for name, path in zip(names, HEADLINES, strict=True)}
        ink = ink_of(self._desk.palette)
        self.headlines.show_svg(intervals(values, bounds, ink), tr("Figures"))
        table = [(name, *row[1:]) for name, row in zip(names, rows, strict=True)]
        fill(self.figures, (tr("Measure"), tr("Value"), tr("from"), tr("to")), table)
        head = (tr("What"), tr("Measure"), "A", "B", tr("Precision"), tr("Recall"), "F1")
        fill(self.found, head, found_rows(result), words=2)
        self._show_pictures(result)
        measured = [measure_words(".".join(path)) for path in HEADLINES]
        fill(self.articles, (tr("Article"), "A", "B", *measured), group_rows(result["by_article"]))
        self.articles.setSortingEnabled(True)
        lowest = next(at for at, path in enumerate(HEADLINES) if path[1] == "end2end")
        self.articles.sortByColumn(3 + lowest, Qt.SortOrder.AscendingOrder)
        self._show_measure()

    def _show_pictures(self, result: Mapping[str, Any]) -> None:
        ink = ink_of(self._desk.palette)
        sides = tuple(result["layers"]) if len(result["layers"]) == 2 else ("", "")
        forms = result["quotations"]["form"]["confusion"]
        for picture, counts, words in (
            (self.forms, forms_in_words(forms), tr("Form of matched quotations")),
            (self.labels, result["entities"]["label"]["confusion"], tr("Label of matched entities")),
        ):
            picture.setVisible(bool(counts))
            if counts:
                picture.show_svg(confusion(counts, ink, sides=(sides[0], sides[1])), words)

    def _show_measure(self) -> None:
        """Draw the heat map and the course of the chosen measure."""
        if self.result_ is None:
            return
        name, ink = self.measure.currentData(), ink_of(self._desk.palette)
        matrix = self.result_["matrix"][name]
        self.heat.show_svg(heat_map(self.result_["layers"], matrix, ink), f"{tr('Heat map')}: {measure_words(name)}")
        periods = {period: found[name] for period, found in self.result_["over_time"].items()}
        self.time.setVisible(sum(value is not None for value in periods.values()) > 1)
        self.time.show_svg(course(periods, ink), f"{tr('Over time')}: {measure_words(name)}")

    def _open_article(self, row: QTreeWidgetItem) -> None:
        self._desk.open_article(row.text(0))

    def _save(self, suffix: str, make) -> None:  # type: ignore[no-untyped-def]
        if self.result_ is None:
            return
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Save"), f"agreement.{suffix}", f"*.{suffix}")
        if chosen:
            with replacing(Path(chosen)) as out:
                out.write(make(self.result_).encode())


def _study(project: Project, names: Sequence[str], report: Report) -> dict[str, Any]:
    sources: list[LayerSource] = [ProjectLayers(project, name) for name in names]
    study = collect(sources, report)
    return study.result(articles=True, samples=SAMPLES)


def _as_json(found: Mapping[str, Any]) -> str:
    return json.dumps(found, ensure_ascii=False, indent=1)


def _as_page(result: Mapping[str, Any]) -> str:
    return page(tr("Agreement"), " × ".join(result["layers"]), agreement_sections(result))


def _value(shown: str) -> float | None:
    return None if shown == number(None) else float(shown.replace(",", "."))


def _column(name: str, *widgets: QWidget) -> QScrollArea:
    inner = QWidget()
    layout = QVBoxLayout(inner)
    layout.setSpacing(14)
    for widget in widgets:
        layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    layout.addStretch(1)
    area = QScrollArea(widgetResizable=True)
    area.setAccessibleName(name)
    area.setWidget(inner)
    return area


class Cells(QTreeWidgetItem):
    """A row that sorts numbers as numbers."""

    def __lt__(self, other: QTreeWidgetItem) -> bool:
        column = self.treeWidget().sortColumn() if self.treeWidget() is not None else 0
        return _key(self.text(column)) < _key(other.text(column))


def _key(text: str) -> tuple[int, float, str]:
    try:
        return 0, float(text.replace(",", "").replace(" %", "")), ""
    except ValueError:
        return 1, 0.0, text.casefold()


def fill(tree: QTreeWidget, head: Sequence[str], rows: Sequence[Sequence[str]], *, words: int = 1) -> None:
    """Show a table: the first ``words`` columns are words, the others numbers."""
    tree.clear()
    tree.setColumnCount(len(head))
    tree.setHeaderLabels(list(head))
    for cells in rows:
        row = Cells(list(cells))
        for column in range(words, len(cells)):
            row.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        tree.addTopLevelItem(row)
    tree.header().setStretchLastSection(False)
    tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)


def write_report(desk: Desk) -> None:
    """Ask for a file and write the project's report to it, off the GUI thread."""
    project = desk.session.project
    if project is None:
        return
    chosen, _ = QFileDialog.getSaveFileName(desk.window, tr("Report"), f"{project.path.stem}.html", "*.html")
    if not chosen:
        return

    def work(report: Report) -> str:
        words = project_report(project, report)
        with replacing(Path(chosen)) as out:
            out.write(words.encode())
        return chosen

    desk.run(Job(tr("Writing the report"), 0, work), lambda name: desk.say(tr("Written: {name}", name=name)))
