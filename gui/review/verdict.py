"""What a reviewer says of an article as a whole: it is reviewed, or it goes back to its annotators."""

from __future__ import annotations

from collections.abc import Iterable

from core.errors import UserError
from core.model import Annotation, Status, is_machine
from core.model.edits import set_status
from core.model.layer import Layer
from core.model.resolving import set_done
from core.model.scope import open_items
from core.store import Reviews
from gui.desk.session import Session
from gui.review.review import Review


class Verdict:
    """End the review of the open article: in the adjudicated layer, and in those that were compared."""

    def __init__(self, review: Review, session: Session) -> None:
        self._review, self._session = review, session

    def ready(self) -> bool:
        """Take over what all agree on; tell whether every difference is decided then."""
        review = self._review
        review.take_agreed()
        return review.adjudication is not None and not review.adjudication.open

    def still_open(self) -> list[Annotation]:
        """Return what nobody has settled in the adjudicated layer, within what is annotated in the project."""
        layer, project = self._session.layer, self._session.project
        return open_items(layer, project.scope()) if layer is not None and project is not None else []

    def finish(self, accept: Iterable[str] = (), reject: Iterable[str] = ()) -> bool:
        """Mark the article as reviewed, and the layers that were compared; False while differences are open.

        ``accept`` and ``reject``: items of the adjudicated layer that are settled with it, as one act.
        """
        session, ready = self._session, self.ready()
        if not ready or self._review.adjudication is None or session.layer is None or not session.writable:
            return False
        session.make(lambda layer: set_done(layer, accept=accept, reject=reject, status=Status.REVIEWED))
        self._set_statuses(self._review.adjudication.comparison.layers, Status.REVIEWED)
        return True

    def give_back(self, names: Iterable[str], comment: str) -> bool:
        """Return the article to annotators, with a comment that begins a thread; it is to be reviewed again then."""
        session, project, now = self._session, self._session.project, self._review.adjudication
        if now is None or project is None or session.article is None:
            return False
        chosen = set(names)
        layers = [layer for layer in now.comparison.layers if layer.annotator in chosen]
        if not self._set_statuses(layers, Status.RETURNED):
            return False
        for layer in layers:
            if comment.strip():
                Reviews(project).comment(session.article.id, layer.annotator, comment.strip())
        if session.layer is not None and session.layer.head.status is Status.REVIEWED:
            session.do(set_status(session.layer, Status.IN_PROGRESS))
        self._review.read_words(project, session.article.id)
        self._review.changed.emit()
        return True

    def _set_statuses(self, layers: Iterable[Layer], status: Status) -> bool:
        project = self._session.project
        assert project is not None
        try:
            with project.transaction():
                for old in layers:
                    layer = project.layer(old.article.id, old.annotator)
                    edit = set_status(layer, status) if layer is not None else None
                    if layer is not None and edit and not is_machine(layer.annotator):
                        project.commit(layer, edit)
        except UserError as error:
            self._session.failed.emit(error)
            return False
        self._session.rows_changed.emit()
        return True
