"""Ask what to export, how and whereto, showing what will be written and what will be lost."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.exchange.selection import Wanted
from core.formats import FORMATS, Format, format_named
from core.formats.folders import MARK
from gui.desk.desk import Desk
from gui.exchange.export_filters import ExportFilters
from gui.exchange.export_options import FormatOptions, SplitFields
from gui.exchange.export_preview import ExportPreview
from gui.exchange.exporting import start_export
from gui.exchange.target import Target
from gui.look.choice_box import ChoiceBox
from gui.look.languages import tr
from gui.look.tooltips import explain
from gui.look.trees import plain_button
from gui.look.widgets import add_row, label, open_at, same_width
from gui.words.exchange import missing_words, title_words


class ExportDialog(QDialog):
    """Choose format, filters, split and file at the left; see what they give at the right."""

    def __init__(self, desk: Desk, format_name: str = "", *, articles: Collection[str] = ()) -> None:
        """``format_name``: the format that is chosen at first; ``articles``: ids of those that go out (all)."""
        super().__init__(desk.window)
        project, schema = desk.session.project, desk.session.schema
        assert project is not None
        assert schema is not None
        self._desk, self._project = desk, project
        self._articles = frozenset(articles)
        self.setWindowTitle(tr("Export"))
        open_at(self, 1060, 660)
        self.format = ChoiceBox()
        for row in FORMATS:
            if row.writes:
                ending = row.suffixes[0]
                lack = f" — {tr('not installed')}" if row.missing() else ""
                self.format.addItem(f"{title_words(row)} ({ending}){lack}", row.name)
        self.format.setCurrentIndex(max(0, self.format.findData(format_name)))
        self.options = FormatOptions()
        self.filters = ExportFilters(project, schema, desk.language)
        self.split = SplitFields()
        self.preview = ExportPreview(project, schema, desk.language)
        self.path = QLineEdit()
        self.path.setAccessibleName(tr("File"))
        self.browse = plain_button(tr("Choose…"))
        self.hint = label("soft", wrap=True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = self.buttons.addButton(tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._ready = False
        self._say_tips()
        self._lay_out()
        self.go.setDefault(True)  # in the dialog by now: else Cancel stays the default once it had the focus
        self._connect()
        self._choose_format()

    def _say_tips(self) -> None:
        for control, tip in (
            (self.format, tr("The format of the file; what it cannot hold is counted on the right")),
            (self.path, tr("Where the file is written")),
            (self.browse, tr("Choose folder and name of the file")),
        ):
            explain(control, tip)
        explain(self.go, tr("Write the file"), key="Return")
        explain(self.buttons.button(QDialogButtonBox.StandardButton.Cancel), tr("Write nothing"), key="Escape")

    def _lay_out(self) -> None:
        choices = QWidget()
        left = QVBoxLayout(choices)
        left.setContentsMargins(0, 0, 14, 0)
        left.setSpacing(8)
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        add_row(form, tr("Format"), self.format)
        self.format.setAccessibleName(tr("Format"))
        self.format.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        left.addLayout(form)
        same_width(form, self.options.form, self.filters.form)
        left.addWidget(self.options)
        left.addSpacing(4)
        left.addWidget(label("heading", tr("What to write")))
        if self._articles:
            left.addWidget(
                label("soft", tr("Only the %n article(s) selected in the list", len(self._articles)), wrap=True)
            )
        left.addWidget(self.filters)
        left.addSpacing(4)
        left.addWidget(self.split)
        left.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(choices)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFixedWidth(410)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(area)
        both.addWidget(self.preview, 1)
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(label("", tr("File")))
        where.addWidget(self.path, 1)
        where.addWidget(self.browse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addLayout(both, 1)
        layout.addLayout(where)
        layout.addWidget(self.hint)
        layout.addWidget(self.buttons)

    def _connect(self) -> None:
        self.format.currentIndexChanged.connect(self._choose_format)
        self.filters.changed.connect(self._show_options)
        for part in (self.options, self.filters, self.split):
            part.changed.connect(self.look)
        self.preview.ready.connect(self._know)
        self.path.textChanged.connect(self._refresh)
        self.browse.clicked.connect(self._ask_path)
        self.buttons.accepted.connect(self.start)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(self.preview.stop)

    # -- choosing ------------------------------------------------------------------------------------------------------

    def chosen_format(self) -> Format:
        """Return the chosen row of the table of formats."""
        return format_named(self.format.currentData())

    def _choose_format(self) -> None:
        self._show_options()
        self._suggest_path()
        self.look()

    def _show_options(self) -> None:
        row = self.chosen_format()
        self.options.show_format(row.name, unsettled=self.filters.with_open() and not row.lossless)

    def look(self) -> None:
        """Look at what the choices give."""
        row = self.chosen_format()
        fault = missing_words(row) or self.filters.fault() or self.split.fault()
        if fault:
            self.preview.say(fault)
        else:
            self.preview.ask(row, self._wanted(), self.options.options(), self.split.split())
        self._refresh()

    def _wanted(self) -> Wanted:
        """Return what is chosen, of the articles that it is about."""
        found = self.filters.wanted()
        return replace(found, articles=self._articles) if self._articles else found

    def _know(self, ready: bool) -> None:
        self._ready = ready
        self._refresh()

    def target(self) -> Target:
        """Return what is to be written."""
        counted = self.preview.counted
        return Target(
            Path(self.path.text().strip()).expanduser(),
            self.chosen_format(),
            self._wanted(),
            self.options.options(),
            self.split.split(),
            counted.articles if counted is not None else 0,
        )

    def _refresh(self) -> None:
        """Say what stands in the way of the file, or what would be replaced."""
        fault, warning = self._about_path()
        fault = self._about_open() or fault
        self.hint.setText(fault or warning)
        self.hint.setVisible(bool(fault or warning))
        self.go.setEnabled(self._ready and not fault)

    def _about_open(self) -> str:
        """Return why open items cannot go out like this; empty where they can, or none would."""
        counted, row = self.preview.counted, self.chosen_format()
        if counted is None or not counted.refused or self.options.options().unsettled:
            return ""
        return tr(
            "{format} cannot tell open proposals from people's work. Export what people settled, or tick “Write open "
            "proposals too”.",
            format=title_words(row),
        )

    def _about_path(self) -> tuple[str, str]:
        """Return what forbids writing there, and what one should know."""
        if not self.path.text().strip():
            return tr("Name the file to write."), ""
        target = self.target()
        if not target.out.parent.is_dir():
            return tr("There is no folder {path}.", path=str(target.out.parent)), ""
        there = [path for path in target.files() if path.exists()]
        if any(path.samefile(self._project.path) for path in there):
            return tr("This is the project itself. Choose another file."), ""
        for path in there:
            if path.is_dir() and not target.row.folder:
                return tr("{path} is a folder. Name a file.", path=path.name), ""
            if target.row.folder and not (path.is_dir() and _is_ours(path)):
                return tr("{path} is there and was not made by an export. Choose another folder.", path=path.name), ""
        names = ", ".join(path.name for path in there)
        return "", tr("Will be replaced: {names}", names=names) if there else ""

    def _suggest_path(self) -> None:
        folder = self._desk.settings.values.export_folder or str(self._project.path.parent)
        row = self.chosen_format()
        typed = self.path.text().strip()
        now = Path(typed) if typed else Path(folder) / self._project.path.stem
        stem = _without_ending(now.name)
        self.path.setText(str(now.with_name(f"{stem}-{row.name}" if row.folder else stem + row.suffixes[0])))

    def _ask_path(self) -> None:
        row = self.chosen_format()
        if row.folder:
            now = Path(self.path.text())
            name = QFileDialog.getExistingDirectory(self, tr("Folder to write into"), str(now.parent))
            name = str(Path(name) / now.name) if name else ""
        else:
            filters = f"{title_words(row)} (*{row.suffixes[0]})"
            name, _ = QFileDialog.getSaveFileName(
                self, tr("Export"), self.path.text(), filters, options=QFileDialog.Option.DontConfirmOverwrite
            )
        if name:
            self.path.setText(name)

    # -- writing -------------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Write in a thread; the dialog closes, the window tells how it went."""
        if not self.go.isEnabled():
            return
        target = self.target()
        self._desk.settings.change(export_folder=str(target.out.parent))
        self.preview.stop()
        if start_export(self._desk, target):
            self.accept()


def _is_ours(folder: Path) -> bool:
    """Tell whether an export may replace a folder: it made it, or the folder is empty."""
    return (folder / MARK).exists() or not any(folder.iterdir())


def _without_ending(name: str) -> str:
    """Return a file's name without the ending, or the folder's mark, of any format that is written."""
    endings = [end for row in FORMATS if row.writes for end in (*row.suffixes, f"-{row.name}")]
    fits = [end for end in endings if name.lower().endswith(end) and len(name) > len(end)]
    return name[: len(name) - max(map(len, fits), default=0)]
