"""All occurrences of a name from the window: found over the project in a thread, marked article by article."""

from __future__ import annotations

from collections.abc import Callable

from core.reading.occurrences import Occurrence, find_in_project, label_all
from core.store import Project
from gui.desk.desk import Desk
from gui.desk.jobs import Job, Report
from gui.look.languages import tr


def search_project(
    project: Project, annotator: str, name: str, label: str, by_lemma: bool
) -> Callable[[Report], list[Occurrence]]:
    """Return the work that finds a name in every article; what it had found is kept when it is stopped."""

    def work(report: Report) -> list[Occurrence]:
        found: list[Occurrence] = []
        for count, some in find_in_project(project, annotator, name, label, by_lemma=by_lemma):
            found += some
            if not report(count, tr("%n place(s) found", len(found))):
                break
        return found

    return work


def mark_in_project(desk: Desk, label: str, places: list[Occurrence], actor: str | None) -> None:
    """Mark places: in the open article by the session, so that it is shown and can be undone; in others by a job."""
    session = desk.session
    layer, project = session.layer, session.project
    if layer is None or project is None:
        return
    here = [place.range for place in places if place.article == layer.article.id]
    if here and session.do(label_all(layer, label, here, actor)):
        desk.say(tr("%n place(s) marked", len(here)))
    others: dict[str, list[Occurrence]] = {}
    for place in places:
        if place.article != layer.article.id:
            others.setdefault(place.article, []).append(place)
    if not others:
        return
    author = session.author

    def work(report: Report) -> int:
        done = 0
        for count, (article, some) in enumerate(others.items(), 1):
            before = project.working_layer(article, author)
            edit = label_all(before, label, [place.range for place in some])
            if edit:
                project.commit(before, edit)
                done += len(some)
            if not report(count, article):
                break
        return done

    def ended(done: object) -> None:
        session.rows_changed.emit()
        desk.say(tr("%n place(s) marked", int(str(done)) + len(here)))

    desk.run(Job(tr("Marking"), len(others), work), ended)
