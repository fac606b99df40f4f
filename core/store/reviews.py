"""The project as a reviewer needs it: assignments, threads, states; every change in a transaction of the project's."""

from __future__ import annotations

from collections.abc import Iterable

from core.store import log, review, teaching
from core.store.project import Project
from core.store.review import Assignment, Comment, LayerState


class Reviews:
    """Assignments, comments and layer states of an open project. UserError as from ``Project.commit``."""

    def __init__(self, project: Project) -> None:
        self.project = project

    def assignments(self) -> list[Assignment]:
        """Return all assignments, in the order of the article list, then by annotator."""
        with self.project._reading() as db:
            return review.assignments(db)

    def studied(self) -> set[str]:
        """Return the articles of agreement studies: given to several people, or to one who starts from nothing."""
        with self.project._reading() as db:
            return set(teaching.studied(db).values())

    def assign(self, given: Iterable[Assignment]) -> int:
        """Give articles to annotators, all or none; return how many they did not have yet."""
        project = self.project
        with project.transaction():
            return sum([review.assign(project._db, one, project.author, log.now()) for one in given])

    def withdraw(self, article_id: str, annotator: str) -> None:
        """Take an article from an annotator; their layer stays."""
        with self.project.transaction():
            review.withdraw(self.project._db, article_id, annotator)

    def comments(self, article_id: str | None = None, annotator: str | None = None) -> list[Comment]:
        """Return comments, the oldest first: of an article, on an annotator's layers, or both."""
        with self.project._reading() as db:
            return review.comments(db, article_id, annotator)

    def comment(self, article_id: str, annotator: str, text: str, item: str | None = None) -> Comment:
        """Begin a thread on an annotator's layer of an article, or on an item of it."""
        project = self.project
        with project.transaction():
            return review.add_comment(project._db, article_id, annotator, item, text, project.author, log.now())

    def answer(self, thread: int, text: str, *, settles: bool = False) -> Comment:
        """Add to a thread (any comment of it), and close it where ``settles``; UserError ``comment-missing``."""
        project = self.project
        with project.transaction():
            return review.answer(project._db, thread, text, project.author, log.now(), settles)

    def states(self, article_id: str | None = None) -> list[LayerState]:
        """Return how far every stored layer (of an article) is, in the order of the article list, then by annotator."""
        with self.project._reading() as db:
            return review.layer_states(db, article_id)
