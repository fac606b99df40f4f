"""Export from the window: in a thread, and what came of it in words."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import UserError
from core.exchange.selection import Split, Wanted
from core.exchange.transfer import export_project, split_path
from core.formats import Format
from core.formats.base import Options, Summary
from gui.desk.jobs import Job, Report
from gui.look.languages import tr

if TYPE_CHECKING:
    from gui.window.main_window import MainWindow


@dataclass(frozen=True)
class Target:
    """What to write, how, and whereto."""

    out: Path
    row: Format
    wanted: Wanted = field(default_factory=Wanted)
    options: Options = field(default_factory=Options)
    split: Split | None = None
    total: int = 0
    """Layers to be written, where they are counted already; else 0."""

    def files(self) -> list[Path]:
        """Return the files or folders that will be written: one for each part of a split that stands apart."""
        if self.split is None or self.row.name == "huggingface":
            return [self.out]
        return [split_path(self.out, name, self.row) for name, _ in self.split.shares]


def start_export(window: MainWindow, target: Target) -> bool:
    """Write in a thread; False while other work runs."""
    project = window.session.project
    if project is None:
        return False

    def work(report: Report) -> Summary:
        def progress(done: int, text: str) -> None:
            if not report(done, text):
                raise UserError("export-stopped", path=str(target.out))

        return export_project(
            project,
            target.out,
            format=target.row.name,
            wanted=target.wanted,
            options=target.options,
            split=target.split,
            progress=progress,
        )

    total = 0 if target.split is not None else target.total
    return window.run(Job(tr("Exporting"), total, work), lambda done: _told(window, target, done))


def _told(window: MainWindow, target: Target, done: object) -> None:
    """Tell what was written; what the format could not hold is a click away."""
    from gui.exchange.exported import ExportedDialog

    assert isinstance(done, Summary)
    what = tr("%n record(s)", done.articles)
    files = target.files()
    path = str(files[0]) if len(files) == 1 else tr("{number} files in {folder}", number=len(files),
                                                    folder=str(target.out.parent))  # fmt: skip
    text = tr("{articles} written to {path}.", articles=what, path=path)
    lost = sum(number for _, number in done.lines())
    if lost:
        text = f"{text} {tr('The format could not hold %n thing(s).', lost)}"
    window.notice.show_text(
        text,
        level="warn" if lost else "info",
        action=tr("What was left out…") if lost else tr("Show…"),
        run=lambda: ExportedDialog(window, target, done).exec(),
    )
