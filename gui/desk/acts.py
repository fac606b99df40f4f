"""Acts on whole articles and on the register of sources, each taken back and done again as one, in the log's order.

Undo asks both: the open layer's edits and these; the later one is taken back first. A ``mark`` is the id of the last
edit of any layer when something was done.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, Protocol

from msgspec.structs import replace

from core.model import Head, Status
from core.model.details import REMOVED, ArticleEdit
from core.model.layer import Edit
from core.model.register import SourceEdit
from core.store import Assignment, Links, Project, RegisterAct, Registers, Reviews
from core.store.article_edits import ArticleAct
from core.words.register import act_words
from gui.look.languages import tr


class Act(Protocol):
    """Something done to articles; both ways raise StaleEdit, or UserError, and change nothing then."""

    @property
    def articles(self) -> tuple[str, ...]: ...
    def words(self) -> str: ...
    def run(self, project: Project) -> None: ...
    def take_back(self, project: Project) -> None: ...
    def do_again(self, project: Project) -> None: ...


class ArticlesEdited:
    """Titles and details changed, or articles removed or brought back."""

    def __init__(self, edits: Sequence[ArticleEdit], name: str, act: str = "") -> None:
        """``act`` is its uid, where it is in the log already."""
        self.edits, self.name, self.uid = tuple(edits), name, act

    @property
    def articles(self) -> tuple[str, ...]:
        return tuple(edit.article for edit in self.edits)

    def run(self, project: Project) -> None:
        """Do it for the first time."""
        self.uid = project.change_articles(self.edits, self.name)

    def take_back(self, project: Project) -> None:
        self.uid = project.change_articles([edit.inverse() for edit in self.edits], self.name, undoes=self.uid)

    def do_again(self, project: Project) -> None:
        self.uid = project.change_articles(self.edits, self.name, undoes=self.uid)

    def words(self) -> str:
        removed = self.edits[0].after.get(REMOVED)
        if removed is None:
            return tr("title and details")
        return tr("remove %n article(s)", len(self.edits)) if removed else tr("bring back %n article(s)",
                                                                              len(self.edits))  # fmt: skip


class Written(NamedTuple):
    """An edit of one layer, and its entry in the log."""

    article: str
    annotator: str
    edit: Edit
    entry: int


class LayersEdited:
    """One edit in each of several layers: a status, a label of many items."""

    def __init__(self, edits: Iterable[tuple[str, str, Edit]], words: Callable[[], str] | None = None) -> None:
        """``edits``: (article, annotator, edit); ``words`` says what is done, where it is no status."""
        self._asked = tuple(edits)
        self._words = words
        self._written: tuple[Written, ...] = ()

    @property
    def articles(self) -> tuple[str, ...]:
        return tuple(article for article, _, _ in self._asked)

    def run(self, project: Project) -> None:
        """Do it for the first time."""
        with project.transaction():
            self._written = tuple(_commit(project, *one, None) for one in self._asked)

    def take_back(self, project: Project) -> None:
        with project.transaction():
            self._written = tuple(
                _commit(project, one.article, one.annotator, one.edit.inverse(), one.entry) for one in self._written
            )

    do_again = take_back

    def words(self) -> str:
        return self._words() if self._words is not None else tr("status of %n article(s)", len(self._asked))


def started(head: Head, edit: Edit) -> Edit:
    """Return ``edit``, with status "in progress" added where it is the first edit of the layer with this head."""
    if head.status is not Status.NEW or any(item.id == head.id for item in edit.added):
        return edit
    return Edit(edit.name, (head, *edit.removed), (replace(head, status=Status.IN_PROGRESS), *edit.added))


def _commit(project: Project, article: str, annotator: str, edit: Edit, undoes: int | None) -> Written:
    _, entry = project.commit(project.working_layer(article, annotator), edit, undoes=undoes)
    return Written(article, annotator, edit, entry)


class GivenOut:
    """Articles given to people who had not got them."""

    def __init__(self, given: Iterable[Assignment]) -> None:
        self.given = tuple(given)

    @property
    def articles(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.article for one in self.given))

    def run(self, project: Project) -> None:
        """Do it, for the first time or again."""
        Reviews(project).assign(self.given)

    do_again = run

    def take_back(self, project: Project) -> None:
        reviews = Reviews(project)
        with project.transaction():
            for one in self.given:
                reviews.withdraw(one.article, one.annotator)

    def words(self) -> str:
        return tr("give out %n article(s)", len(self.articles))


class SourcesChanged:
    """The register of sources changed, or actors of articles linked to it."""

    def __init__(self, name: str, edits: Sequence[SourceEdit], links: Sequence[Links] = (), act: str = "") -> None:
        """``act`` is its uid, where it is in the log already."""
        self.name, self.edits, self.links, self.uid = name, tuple(edits), tuple(links), act
        self._articles = tuple(dict.fromkeys(one.article for one in links))

    @property
    def articles(self) -> tuple[str, ...]:
        return self._articles

    def run(self, project: Project) -> None:
        """Do it for the first time."""
        self.uid = Registers(project).change(self.name, self.edits, self.links)

    def take_back(self, project: Project) -> None:
        self.uid = Registers(project).take_back(self.uid)
        self._articles = Registers(project).articles_of(self.uid)

    do_again = take_back

    def words(self) -> str:
        return act_words(self.name)


class Done(NamedTuple):
    """An act, and the mark of when it was done or taken back."""

    mark: int
    act: Act


class Acts:
    """What can be taken back and what can be done again."""

    def __init__(
        self, logged: Iterable[ArticleAct] = (), author: str = "", register: Iterable[RegisterAct] = ()
    ) -> None:
        """``logged``, ``register``: the project's acts in their order; those of ``author`` can be taken back."""
        self.done: list[Done] = []
        self.undone: list[Done] = []
        both: tuple[Iterable[ArticleAct | RegisterAct], ...] = (logged, register)
        for one in heapq.merge(*both, key=lambda one: (one.after, one.at)):
            if one.author == author and one.name not in _NOT_ONES_OWN:
                self._read(one)

    def _read(self, one: ArticleAct | RegisterAct) -> None:
        """Take in an act of the log: a new one, an undo, or the undo of an undo."""
        if one.undoes is not None and _last(self.done) == one.undoes:
            self.done.pop()
            self.undone.append(Done(one.after, _of_log(one, inverse=True)))
            return
        if one.undoes is not None and _last(self.undone) == one.undoes:
            self.undone.pop()
        else:
            self.undone.clear()
        self.done.append(Done(one.after, _of_log(one, inverse=False)))


_NOT_ONES_OWN = ("repair",)
"""Acts that no person did."""


def _of_log(one: ArticleAct | RegisterAct, *, inverse: bool) -> Act:
    if isinstance(one, RegisterAct):
        return SourcesChanged(one.name, one.edits, act=one.act)
    return ArticlesEdited([edit.inverse() if inverse else edit for edit in one.edits], one.name, one.act)


def _last(stack: list[Done]) -> str | None:
    act = stack[-1].act if stack else None
    return act.uid if isinstance(act, (ArticlesEdited, SourcesChanged)) else None
