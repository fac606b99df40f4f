"""Pre-annotation from the window: the models in a thread, the proposals on disk, the open article shown anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.errors import UserError
from core.model import AUTO, edits
from core.store import Project
from gui.desk.desk import Desk
from gui.desk.jobs import Job, Report
from gui.look.languages import sentence, tr

if TYPE_CHECKING:
    from core.preannotate.batch import Filled


def annotate_one(desk: Desk) -> None:
    """Pre-annotate the open article."""
    article = desk.session.article
    if article is not None:
        _start(desk, [article.id], tr("Pre-annotating"))


def annotate_these(desk: Desk, wanted: list[str]) -> None:
    """Pre-annotate articles that were just imported."""
    _start(desk, wanted, tr("Pre-annotating"))


def annotate_all(desk: Desk, *, every: bool) -> None:
    """Pre-annotate every article, or those without proposals."""
    project = desk.session.project
    if project is None:
        return
    if every:
        wanted = [row.id for row in project.article_rows(AUTO)]
    else:
        from core.preannotate.batch import without_proposals

        wanted = without_proposals(project)
    if wanted:
        _start(desk, wanted, tr("Pre-annotating"))
    else:
        desk.say(tr("Every article has proposals already."))


def _start(desk: Desk, wanted: list[str], title: str) -> None:
    project = desk.session.project
    if project is None:
        return

    def work(report: Report) -> Filled:
        return _annotate(project, desk, wanted, report)

    def ended(outcome: object) -> None:
        assert isinstance(outcome, tuple)
        _ended(desk, *outcome)

    desk.run(Job(title, len(wanted), work), ended)


def _annotate(project: Project, desk: Desk, wanted: list[str], report: Report) -> Filled:
    """Pre-annotate articles, many of them on all cores; runs in the job's thread, the only one that writes.

    Each gets what the project taught, where learning is on (``citata learn``).
    """
    from core.learning.renewing import groups
    from core.preannotate.annotator import Annotator
    from core.preannotate.batch import Filled, preannotate
    from core.preannotate.bulk import suited

    if desk.annotator is None:
        desk.annotator = Annotator()
    report(0, tr("Loading the models"))
    filled: list[str] = []
    failed: list[UserError] = []
    for knowledge, ids in groups(project, wanted):
        desk.annotator.knowledge = knowledge
        before = len(filled) + len(failed)

        def shown(number: int, what: str, before: int = before) -> bool | None:
            return report(before + number, what)

        some = preannotate(project, suited(desk.annotator, gently=True), ids, shown)
        filled += some.filled
        failed += some.failed
        if len(some.filled) + len(some.failed) < len(ids):  # cancelled
            break
    return Filled(tuple(filled), tuple(failed))


def _ended(desk: Desk, filled: tuple[str, ...], failed: tuple[UserError, ...]) -> None:
    session = desk.session
    session.rows_changed.emit()
    article = session.article
    done = len(filled)
    if failed:
        first = sentence(failed[0])
        left = tr("%n article(s) could not be pre-annotated. The first: {reason}", len(failed), reason=first)
        desk.notice.show_text(left)
    if article is None or session.project is None or article.id not in filled:
        desk.say(tr("%n article(s) pre-annotated", done))
        return
    stored = session.project.layer(article.id, session.author)
    if stored is None:
        session.reload()
        desk.say(tr("%n article(s) pre-annotated", done))
    elif not stored.annotations():
        take_proposals(desk)
    else:
        desk.notice.show_text(
            tr("This article has your own annotation, which stays. The new proposals are kept beside it."),
            action=tr("Start again from the proposals"),
            run=lambda: take_proposals(desk),
            holds=lambda: session.article is not None and session.article.id == article.id,
        )


def take_proposals(desk: Desk) -> None:
    """Replace what the open layer holds by the proposals, as one act that undo takes back."""
    session = desk.session
    if session.project is None or session.layer is None:
        return
    proposed = session.project.layer(session.layer.article.id, AUTO)
    if proposed is not None:
        session.select(None)
        session.make(lambda layer: edits.fill(layer, (layer.head, *proposed.items.values()), "fill"))
