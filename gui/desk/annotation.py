"""Pre-annotation from the window: the models in a thread, the proposals on disk, the open article shown anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.errors import UserError
from core.model import AUTO, edits
from core.store import Project
from gui.desk.jobs import Job, Report
from gui.look.languages import sentence, tr

if TYPE_CHECKING:
    from core.preannotate.batch import Outcome
    from gui.window.main_window import MainWindow


def annotate_one(window: MainWindow) -> None:
    """Pre-annotate the open article."""
    article = window.session.article
    if article is not None:
        _start(window, [article.id], tr("Pre-annotating"))


def annotate_these(window: MainWindow, wanted: list[str]) -> None:
    """Pre-annotate articles that were just imported."""
    _start(window, wanted, tr("Pre-annotating"))


def annotate_all(window: MainWindow, *, every: bool) -> None:
    """Pre-annotate every article, or those without proposals."""
    project = window.session.project
    if project is None:
        return
    if every:
        wanted = [row.id for row in project.article_rows(AUTO)]
    else:
        from core.preannotate.batch import without_proposals

        wanted = without_proposals(project)
    if wanted:
        _start(window, wanted, tr("Pre-annotating"))
    else:
        window.say(tr("Every article has proposals already."))


def _start(window: MainWindow, wanted: list[str], title: str) -> None:
    project = window.session.project
    if project is None:
        return

    def work(report: Report) -> Outcome:
        return _annotate(project, window, wanted, report)

    def ended(outcome: object) -> None:
        assert isinstance(outcome, tuple)
        _ended(window, *outcome)

    window.run(Job(title, len(wanted), work), ended)


def _annotate(project: Project, window: MainWindow, wanted: list[str], report: Report) -> Outcome:
    """Runs in the job's thread; the project takes turns with the window."""
    from core.preannotate.annotator import Annotator
    from core.preannotate.batch import preannotate

    if window.annotator is None:
        window.annotator = Annotator()
    report(0, tr("Loading the models"))
    return preannotate(project, window.annotator, wanted, report)


def _ended(window: MainWindow, filled: tuple[str, ...], failed: tuple[UserError, ...]) -> None:
    session = window.session
    session.rows_changed.emit()
    article = session.article
    done = len(filled)
    if failed:
        first = sentence(failed[0])
        left = tr("%n article(s) could not be pre-annotated. The first: {reason}", len(failed), reason=first)
        window.notice.show_text(left)
    if article is None or session.project is None or article.id not in filled:
        window.say(tr("%n article(s) pre-annotated", done))
        return
    stored = session.project.layer(article.id, session.author)
    if stored is None:
        session.reload()
        window.say(tr("%n article(s) pre-annotated", done))
    elif not stored.annotations():
        take_proposals(window)
    else:
        window.notice.show_text(
            tr("This article has your own annotation, which stays. The new proposals are kept beside it."),
            action=tr("Start again from the proposals"),
            run=lambda: take_proposals(window),
        )


def take_proposals(window: MainWindow) -> None:
    """Replace what the open layer holds by the proposals, as one act that undo takes back."""
    session = window.session
    if session.project is None or session.layer is None:
        return
    proposed = session.project.layer(session.layer.article.id, AUTO)
    if proposed is not None:
        session.select(None)
        session.do(edits.fill(session.layer, (session.layer.head, *proposed.items.values()), "fill"))
