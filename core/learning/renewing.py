"""Make the proposals of articles that nobody has begun anew, where what the project taught changes them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from core.errors import UserError
from core.learning.evidence import shipped
from core.learning.project import Learning
from core.learning.rankers import changes_quotations
from core.model import AUTO, Range
from core.model.knowledge import STANDING, Knowledge
from core.model.layer import Layer
from core.preannotate import Annotator
from core.preannotate.batch import Progress, preannotate
from core.preannotate.bulk import suited
from core.preannotate.learned.applied import Applied
from core.preannotate.learned.names import Span
from core.store import KnowledgeLog, Project, Reviews


class Difference(NamedTuple):
    """A proposal that came or went: the article, whether it came, its label or form, its words."""

    article: str
    is_new: bool
    kind: str
    words: str


class Group(NamedTuple):
    """Articles that get their proposals with the same knowledge; None: by the shipped rules and models alone."""

    knowledge: Knowledge | None
    articles: list[str]


def groups(project: Project, wanted: Iterable[str]) -> list[Group]:
    """Return with which knowledge articles get their proposals, those of one group in the given order."""
    knowledge = Learning(project).in_use()
    if knowledge is None:
        return [Group(None, list(wanted))]
    blind = Reviews(project).studied()
    every = list(wanted)
    found = [
        Group(knowledge, [one for one in every if one not in blind]),
        Group(None, [one for one in every if one in blind]),
    ]
    return [group for group in found if group.articles]


class Renewed(NamedTuple):
    """Which proposals changed, and on which articles the rules failed."""

    differences: list[Difference]
    failed: list[UserError]


def renew(
    project: Project,
    annotator: Annotator,
    *,
    every: bool = False,
    spared: Collection[str] = (),
    progress: Progress | None = None,
    gently: bool = False,
) -> Renewed:
    """Make the proposals of the articles that ``outdated`` gives anew, but of those that are ``spared``.

    Each article is a transaction of its own: cancelled or killed, what was done stays done, and the next run goes on.
    """
    wanted = [article for article in outdated(project, every=every) if article not in spared]
    found = Renewed([], [])
    done = 0
    for some in chunks(wanted):
        before = {article: project.layer(article, AUTO) for article in some}
        for known, ids in groups(project, some):
            annotator.knowledge = known
            shown = None if progress is None else _further(progress, done)
            filled, failed = preannotate(project, suited(annotator, gently=gently), ids, shown)
            done += len(ids)
            found.failed.extend(failed)
            for article in filled:
                found.differences.extend(differences(before[article], project.layer(article, AUTO)))
            if len(filled) + len(failed) < len(ids):  # cancelled
                return found
    return found


def _further(progress: Progress, start: int) -> Progress:
    """Return a progress that counts on from what is done."""
    return lambda at, what: progress(start + at, what)


def outdated(project: Project, *, every: bool = False) -> list[str]:
    """Return the articles not yet begun whose names or quotations the knowledge in use makes otherwise.

    ``every``: all that another version made, or none. Articles of agreement studies are left as they are.
    """
    knowledge = Learning(project).in_use()
    version = None if knowledge is None else knowledge.version
    blind = Reviews(project).studied()
    begun = KnowledgeLog(project).not_begun()
    wanted = [article for article, made in begun.items() if made != version and article not in blind]
    if every or knowledge is None:
        return wanted
    applied = Applied(knowledge)
    return [article for article in wanted if _changes(project, article, applied)]


def _changes(project: Project, article: str, applied: Applied) -> bool:
    auto = project.layer(article, AUTO)
    if auto is None:
        return False
    before = shipped(auto)
    text = auto.article.text
    names = applied.names_of(text, [one.span for one in before.names])
    if sorted(names, key=lambda s: (s.start, -s.end, s.label)) != sorted(
        _names(auto), key=lambda s: (s.start, -s.end, s.label)
    ):
        return True
    if applied.standing(text) != set(auto.head.extra.get(STANDING, ())):
        return True
    return changes_quotations(auto, applied)


def _names(layer: Layer) -> list[Span]:
    return [Span(*one.range, one.label) for one in layer.entities()]


def chunks(wanted: Iterable[str], size: int = 40) -> Iterator[list[str]]:
    """Yield so many articles at a time: their proposals of before are kept in memory meanwhile."""
    left = iter(wanted)
    while some := list(islice(left, size)):
        yield some


def differences(before: Layer | None, after: Layer | None) -> list[Difference]:
    """Return the proposals that came or went, in text order; scores alone are no difference."""
    was, now = (_proposals(layer) for layer in (before, after))
    found = [(key, False) for key in was.keys() - now.keys()] + [(key, True) for key in now.keys() - was.keys()]
    held = {**was, **now}
    changed = [Difference(held[key][0], is_new, key[1], held[key][1]) for key, is_new in sorted(found)]
    return changed + _other_speakers(before, after)


def _other_speakers(before: Layer | None, after: Layer | None) -> list[Difference]:
    """Return the quotations that stay and are proposed as somebody else's, with whose they were and are."""
    if before is None or after is None:
        return []
    spoke = {(one.ranges, one.form): before.actor(one.speaker) for one in before.quotations()}
    found: list[Difference] = []
    for one in after.quotations():
        key = (one.ranges, one.form)
        was, now = spoke.get(key), after.actor(one.speaker)
        names = tuple("" if actor is None else actor.name for actor in (was, now))
        if key in spoke and names[0] != names[1]:
            text = _words(after.article.text, one.ranges)
            for is_new, name in enumerate(names):
                found.append(Difference(after.article.id, bool(is_new), str(one.form), f"{name or '—'}: {text}"))
    return found


def _words(text: str, ranges: tuple[Range, ...]) -> str:
    return " … ".join(text[slice(*part)] for part in ranges)


_Key = tuple[tuple[Range, ...], str]


def _proposals(layer: Layer | None) -> dict[_Key, tuple[str, str]]:
    if layer is None:
        return {}
    text, article = layer.article.text, layer.article.id
    found: dict[_Key, tuple[str, str]] = {}
    for one in layer.entities():
        found[(one.range,), one.label] = (article, text[slice(*one.range)])
    for quotation in layer.quotations():
        found[quotation.ranges, str(quotation.form)] = (article, _words(text, quotation.ranges))
    return found
