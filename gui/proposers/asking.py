"""A proposer asked from the window: about all articles as a job, the outcome said in a sentence or two."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from typing import NamedTuple

from core.errors import UserError
from core.model import AUTO, Article
from core.preannotate.batch import Filled, preannotate, without_proposals
from core.preannotate.bulk.many import Going, Outcome, always
from core.proposers import Definition, Proposing, proposing
from core.proposers.answers import REASONS
from core.proposers.showing import shown
from core.store import Project
from gui.desk.desk import Desk
from gui.desk.jobs import Job, Report
from gui.look.languages import sentence, tr


class Asked(NamedTuple):
    """What a run did, and why it ended before its end, where it did."""

    asked: Proposing
    done: Filled
    ended_by: UserError | None


def wanted_articles(project: Project, made: Definition, *, every: bool = False) -> list[str]:
    """Return the ids of the articles that a proposer has not done yet, or all."""
    if every:
        return [row.id for row in project.article_rows(AUTO)]
    return without_proposals(project, made.layer)


def ask_about(desk: Desk, made: Definition, wanted: list[str]) -> bool:
    """Ask a proposer about articles, off the GUI thread; what it has done stays when it is stopped or fails."""
    project = desk.session.project
    if project is None:
        return False
    asked = proposing(project, made)
    title = tr("Asking {name}", name=made.name)

    def work(report: Report) -> Asked:
        noted = _Noted(asked)
        try:
            return Asked(asked, preannotate(project, noted, wanted, report), None)
        except UserError as error:
            if not error.code.startswith("proposer-"):
                raise
            return Asked(asked, Filled(tuple(noted.filled), tuple(noted.failed)), error)

    def ended(outcome: object) -> None:
        assert isinstance(outcome, Asked)
        _ended(desk, outcome)

    return desk.run(Job(title, len(wanted), work), ended)


class _Noted:
    """A proposer whose outcomes are noted once they are stored, so that they are known when it ends before its end."""

    def __init__(self, asked: Proposing) -> None:
        self._asked = asked
        self.filled: list[str] = []
        self.failed: list[UserError] = []

    def each(self, articles: Iterable[Article], going: Going = always) -> Generator[Outcome, None, None]:
        """Yield an outcome for every article."""
        for article, found in self._asked.each(articles, going):
            yield article, found
            if isinstance(found, UserError):
                self.failed.append(found)
            else:
                self.filled.append(article.id)


def _ended(desk: Desk, outcome: Asked) -> None:
    session = desk.session
    session.rows_changed.emit()
    project, article = session.project, session.article
    name, done = outcome.asked.definition.name, outcome.done
    if project is not None and article is not None and article.id in done.filled:
        layer = outcome.asked.definition.layer
        if project.layer(article.id, session.author) is None and shown(project) == layer:
            session.reload()
    said = [tr("{name} has proposed for %n article(s).", len(done.filled), name=name), *refused_words(outcome.asked)]
    trouble = outcome.ended_by or (done.failed[0] if done.failed else None)
    if trouble is not None:
        said.append(sentence(trouble))
    if len(said) > 1:
        desk.notice.show_text(" ".join(said), level="warn" if trouble is not None else "info")
    desk.say(said[0])


def refused_words(asked: Proposing) -> list[str]:
    """Return what of the answers was refused, as sentences; none where all fitted."""
    return [
        f"{tr('%n item(s) refused', count)}: {tr(REASONS[reason])}."
        for reason, count in sorted(asked.refused.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
