"""Export from the window: in a thread, and what came of it in words."""

from __future__ import annotations

from core.errors import UserError
from core.exchange.transfer import Unsettled, export_project, unsettled
from core.formats.base import Summary
from gui.desk.desk import Desk
from gui.desk.jobs import Job, Report
from gui.exchange.exported import ExportedDialog
from gui.exchange.target import Target
from gui.look.languages import tr
from gui.words.exchange import unsettled_words


def start_export(desk: Desk, target: Target) -> bool:
    """Write in a thread; False while other work runs."""
    project = desk.session.project
    if project is None:
        return False

    def work(report: Report) -> tuple[Summary, Unsettled]:
        def progress(done: int, text: str) -> None:
            if not report(done, text):
                raise UserError("export-stopped", path=str(target.out))

        open_ = unsettled(project, target.wanted)
        summary = export_project(
            project,
            target.out,
            format=target.row.name,
            wanted=target.wanted,
            options=target.options,
            split=target.split,
            progress=progress,
        )
        return summary, open_

    total = 0 if target.split is not None else target.total
    return desk.run(Job(tr("Exporting"), total, work), lambda done: _told(desk, target, done))


def _told(desk: Desk, target: Target, done: object) -> None:
    """Tell what was written, and how much of it nobody has settled; what the format could not hold is a click away."""
    assert isinstance(done, tuple)
    summary, open_ = done
    assert isinstance(summary, Summary)
    assert isinstance(open_, Unsettled)
    desk.exported.emit()
    what = tr("%n record(s)", summary.articles)
    files = target.files()
    path = str(files[0]) if len(files) == 1 else tr("{number} files in {folder}", number=len(files),
                                                    folder=str(target.out.parent))  # fmt: skip
    text = tr("{articles} written to {path}.", articles=what, path=path)
    if said := unsettled_words(open_):
        text = f"{text} {said}"
    lost = sum(number for _, number in summary.lines())
    if lost:
        text = f"{text} {tr('The format could not hold %n thing(s).', lost)}"
    desk.notice.show_text(
        text,
        level="warn" if lost or open_.written else "info",
        action=tr("What was left out…") if lost else tr("Show…"),
        run=lambda: ExportedDialog(desk.window, target, summary, open_).exec(),
    )
