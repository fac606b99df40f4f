"""Reviewing as the window does it: whose layers are compared, what is open, which difference is current."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from core.comparing.compare import Kind, Match
from core.comparing.fields import FIELD_OF, Field, fields_of
from core.errors import UserError
from core.model import AUTO, GOLD, Annotation, Status, is_machine, is_person
from core.model.layer import Edit
from core.review.adjudicate import Adjudication
from core.review.decisions import Remark, decision_of
from core.review.workflow import POLICY, is_reviewer, read_policy
from core.store import Comment, Project, Reviews
from gui.desk.aside import run_aside
from gui.desk.session import LARGE, Session
from gui.review.prepare import begin, ready, reopened

UNDONE = frozenset({"take-version", "take-both", "compose", "reject-version", "take-majority", "edit-version"})
"""Decisions; taken back, they lead to their difference again."""
Decide = Callable[[Adjudication, Match, Remark], Edit]


class Review(QObject):
    """The comparison of an article's layers beside the adjudicated layer, which the session has open."""

    changed = Signal()
    """What is compared, decided or current is not what it was."""
    gone_to = Signal(object)
    """A difference became the current one by the reviewer's wish: a Match."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.adjudication: Adjudication | None = None
        self.current: Match | None = None
        self.marked: dict[Field, int] = {}
        """From which version each field is taken by ``accept``."""
        self.editing = False
        """Whether keys change the adjudicated item, not take versions."""
        self.remark = Remark()
        self.kinds: frozenset[Kind] = frozenset()
        """The kinds of differences to go through; empty: all."""
        self._only_look = False
        self.names: tuple[str, ...] = ()
        """Whose layers to compare; empty: those of all people."""
        self.comments: list[Comment] = []
        """The threads on the layers of the article."""
        self.returned: tuple[str, ...] = ()
        """The annotators to whom the open article was returned, and who have not finished it again."""
        session.article_changed.connect(self._forget)
        session.changed.connect(self._edited)
        session.selection_changed.connect(self._selected)

    # -- beginning and ending ----------------------------------------------------------------------------------------

    @property
    def active(self) -> bool:
        """Whether the window reviews."""
        return self._session.reviewing

    def start(self) -> bool:
        """Open the adjudicated layer of the article; False, with a word, where the author may not review."""
        project = self._session.project
        if project is None:
            return False
        if not is_reviewer(self._session.author, read_policy(project.value(POLICY))):
            self._session.failed.emit(UserError("review-not-allowed", name=self._session.author))
            return False
        self._session.set_reviewing(True)
        return True

    def stop(self) -> None:
        """Go back to the author's own layer."""
        self.names, self._only_look = (), False
        self._session.set_reviewing(False)

    def compare_names(self, names: Iterable[str]) -> None:
        """Compare the layers of these people from now on."""
        self.names = tuple(names)
        self._build()

    def compare_with(self, annotator: str, *, only_look: bool = False) -> bool:
        """Compare one's own layer with that of ``annotator`` until the review ends; False where one may not review.

        ``only_look``: nothing is written before a version is taken, not even what both agree on.
        """
        self.names, self._only_look = (self._session.author, annotator), only_look
        if not self.active:
            return self.start()
        self._build()
        self.next()
        return True

    def _forget(self) -> None:
        self.adjudication = self.current = None
        self.editing, self.returned = False, ()
        self.marked.clear()
        self.changed.emit()
        if self.active and self._session.layer is not None:
            QTimer.singleShot(0, self, self._open)

    def _open(self) -> None:
        """Compare, take over what all agree on where nothing was decided yet, go to the first difference."""
        layer, project = self._session.layer, self._session.project
        if not self.active or layer is None or project is None or layer.annotator != GOLD:
            return
        self._build()
        fresh = project.layer(layer.article.id, GOLD) is None and not self._only_look
        if fresh and self.adjudication is not None and len(self.adjudication.comparison.layers) > 1:
            self.take_agreed()
        self.next()

    def _build(self) -> None:
        layer, project = self._session.layer, self._session.project
        if layer is None or project is None:
            return
        names = self.names or self.people()
        made = run_aside(lambda: begin(project, names, layer))
        now = self._session.layer
        if now is None or (now.article.id, now.annotator) != (layer.article.id, layer.annotator):
            return
        self.adjudication = made if made is None or now is layer else made.after(now)
        self.read_words(project, layer.article.id)
        self.current = None
        self.changed.emit()

    def read_words(self, project: Project, article: str) -> None:
        """Read what is said about the article, and with whom it lies again."""
        reviews = Reviews(project)
        self.comments = reviews.comments(article)
        states = reviews.states(article)
        self.returned = tuple(state.annotator for state in states if state.status is Status.RETURNED)

    def people(self) -> list[str]:
        """Return whose layers of the open article there are, without the pre-annotation and the adjudicated one."""
        project, article = self._session.project, self._session.article
        if project is None or article is None:
            return []
        return [name for name in project.layers_of(article.id) if is_person(name)]

    def machines(self) -> list[str]:
        """Return whose proposals the open article has: ``auto``, and those of other proposers."""
        project, article = self._session.project, self._session.article
        if project is None or article is None:
            return []
        return [AUTO, *(name for name in project.layers_of(article.id) if is_machine(name) and name != AUTO)]

    @property
    def counts(self) -> tuple[int, int]:
        """How many differences are decided, of how many: what the panel, the header and the article list say."""
        if self.adjudication is None:
            return 0, 0
        every = len(self.adjudication.comparison.differences())
        return every - len(self.adjudication.open), every

    def annotators(self) -> list[str]:
        """Return the people whose layers are compared."""
        now = self.adjudication
        return [name for name in now.comparison.annotators if not is_machine(name)] if now is not None else []

    # -- walking -----------------------------------------------------------------------------------------------------

    def matches(self) -> list[Match]:
        """Return the differences of the kinds that are asked for, decided ones too, in reading order."""
        if self.adjudication is None:
            return []
        return self.adjudication.comparison.differences(self.kinds or None)

    def open_matches(self) -> list[Match]:
        """Return those that wait for a decision."""
        if self.adjudication is None:
            return []
        return [match for match in self.adjudication.open if not self.kinds or match.kinds & self.kinds]

    def go(self, match: Match | None) -> None:
        """Make a difference the current one."""
        self.current, self.editing, self.remark = match, False, Remark()
        self.marked = self._suggested(match) if match is not None else {}
        if match is not None and self.adjudication is not None:
            came = self.adjudication.items(match)
            decision = decision_of(came[0]) if came else None
            if decision is not None:
                self.remark = decision.remark
            self._session.select(None)
        self.changed.emit()
        self.gone_to.emit(match)

    def go_at(self, offset: int) -> bool:
        """Go to the open difference whose content is at ``offset``, the shortest one; False where there is none."""
        here = [match for match in self.open_matches() if match.span.start <= offset < match.span.end]
        if here:
            self.go(min(here, key=lambda match: match.span.end - match.span.start))
        return bool(here)

    def _selected(self) -> None:
        """Leave the keys to an item that was clicked."""
        if self.active and not self.editing and self._session.selected is not None:
            self.current, self.editing = None, True
            self.changed.emit()

    def next(self, *, back: bool = False) -> bool:
        """Go to the next open difference, and from the last to the first; False where none is open."""
        waiting = self.open_matches()
        if self.current is None:
            chosen = waiting[-1 if back else 0] if waiting else None
        else:
            at = bisect.bisect_left(waiting, here := self._index(self.current), key=self._index)
            ahead = at - 1 if back else at + (at < len(waiting) and self._index(waiting[at]) == here)
            chosen = waiting[ahead % len(waiting)] if waiting else None
        self.go(chosen)
        return self.current is not None

    def _index(self, match: Match) -> int:
        """Return where a difference stands in the order of the list."""
        assert self.adjudication is not None
        return self.adjudication.comparison.index_of(match)

    def _suggested(self, match: Match) -> dict[Field, int]:
        """Return the majority's fields, else the first version's; empty where nothing is to be taken."""
        assert self.adjudication is not None
        majority = self.adjudication.majority(match) if len(match.versions) > 2 else None
        if majority is not None:
            return majority
        return self._first(match)

    @staticmethod
    def _first(match: Match) -> dict[Field, int]:
        first = next(at for at, item in enumerate(match.versions) if item is not None)
        return dict.fromkeys(fields_of(match.present[0]), first)

    # -- deciding ----------------------------------------------------------------------------------------------------

    def take_agreed(self) -> None:
        """Take over what all layers agree on."""
        now = self.adjudication
        if now is not None and self._session.writable:
            self._session.do(run_aside(now.take_agreed))

    def decide(self, how: Decide) -> bool:
        """Decide about the current difference and go on to the next open one."""
        if self.adjudication is None or self.current is None or not self._session.writable:
            return False
        remark = self.remark._replace(by=self._session.author)
        if not self._session.do(how(self.adjudication, self.current, remark)):
            return False
        self.next()
        return True

    def take(self, at: int) -> bool:
        """Take the version of the layer at ``at``."""
        if self.current is None or not 0 <= at < len(self.current.versions):
            return False
        return self.decide(lambda now, match, remark: now.take(match, at, remark))

    def accept(self) -> bool:
        """Take the fields that are marked; reject where nothing is."""
        marked = dict(self.marked)
        indexes = set(marked.values())
        if not marked:
            return self.reject()
        if len(indexes) == 1:
            return self.take(indexes.pop())
        base = marked[Field.CONTENT]
        return self.decide(lambda now, match, remark: now.compose(match, base, marked, remark))

    def both(self) -> bool:
        """Take every version."""
        return self.decide(lambda now, match, remark: now.take_both(match, remark))

    def reject(self) -> bool:
        """Say that nothing should be there."""
        return self.decide(lambda now, match, remark: now.reject(match, remark))

    def majority(self) -> bool:
        """Take what more than half of the layers say, here."""
        return self.decide(lambda now, match, remark: now.take_majority([match], remark))

    def reopen(self) -> bool:
        """Take the decision about the current difference back, and stay."""
        match = self.current
        if self.adjudication is None or match is None or not self._session.do(self.adjudication.reopen(match)):
            return False
        self.go(match)
        return True

    def edit(self) -> Annotation | None:
        """Give the keys to the adjudicated item: what was decided, else the first version, taken now."""
        match = self.current
        if self.adjudication is None or match is None or not self._session.writable:
            return None
        if not self.adjudication.is_decided(match) or not self.adjudication.items(match):
            remark = self.remark._replace(by=self._session.author)
            marked = self.marked or self._first(match)
            self._session.do(self.adjudication.compose(match, marked[Field.CONTENT], marked, remark))
        came = self.adjudication.items(match)
        if not came:
            return None
        self.editing = True
        self._session.select(came[0].id)
        self.changed.emit()
        return came[0]

    def mark_field(self, field: Field, at: int) -> None:
        """Mark a field to be taken from the version of the layer at ``at``."""
        if self.current is not None and self.current.versions[at] is not None:
            if not self.marked:
                self.marked = dict.fromkeys(fields_of(self.current.present[0]), at)
            self.marked[field] = at
            self.changed.emit()

    def set_remark(self, remark: Remark) -> None:
        """Say why: kept for the decision to come, or written to the one that is made."""
        self.remark = remark
        match = self.current
        if self.adjudication is None or match is None or not self._session.writable:
            return
        if self.adjudication.items(match):
            self._session.do(self.adjudication.remark(match, remark._replace(by=self._session.author)))

    def differing_fields(self) -> frozenset[Field]:
        """Return the fields that the current difference is about."""
        kinds = self.current.kinds if self.current is not None else frozenset()
        return frozenset(FIELD_OF[kind] for kind in kinds if kind in FIELD_OF)

    def _edited(self, edit: Edit) -> None:
        layer = self._session.layer
        if self.adjudication is None or layer is None or layer.annotator != GOLD:
            return
        before = self.adjudication
        if len(edit.removed) + len(edit.added) < LARGE:
            after = before.after(layer, edit)
        else:
            after = run_aside(lambda: ready(before.after(layer, edit)))
        if self._session.layer is not layer:
            return
        self.adjudication = after
        came_back = edit.name in UNDONE and not any(isinstance(item, Annotation) for item in edit.added)
        if came_back and (waiting := reopened(after, edit)) is not None:
            self.go(waiting)
        else:
            self.changed.emit()
