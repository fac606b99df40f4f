"""What a project taught a proposal: which entry of its knowledge changed it, and where that comes from, in words."""

from __future__ import annotations

from typing import NamedTuple

from core.errors import UserError
from core.language import tr
from core.model import Annotation, Entity, State
from core.model.knowledge import KNOWLEDGE, LEARNED, Entry, Example, Knowledge, Part
from core.report.reasons import entry_words
from core.store import KnowledgeLog, Project
from core.words.learning import says_words

AROUND = 36
"""Code points of text that are shown on each side of an example."""
SHOWN = 2
"""Examples that are told of a proposal."""


class Origin(NamedTuple):
    """What a proposal says of the knowledge that changed it: the version, the entry's id, the score as shipped."""

    version: str
    entry: str
    score: float | None


class Lesson(NamedTuple):
    """What taught a proposal; ``entry`` is None where it is gone meanwhile; ``examples``: places, and their words."""

    origin: Origin
    entry: Entry | None
    examples: tuple[tuple[str, str], ...]


def origin_of(item: Annotation) -> Origin | None:
    """Return what an item says of the knowledge that changed it; None: knowledge did not."""
    told = item.extra.get(LEARNED)
    if not isinstance(told, dict):
        return None
    version, entry, score = told.get(KNOWLEDGE), told.get("by"), told.get("score")
    if not isinstance(version, str) or not isinstance(entry, str):
        return None
    return Origin(version, entry, float(score) if isinstance(score, (int, float)) else None)


class Taught:
    """What the knowledge of a project taught its proposals; its newest version is read once."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._log = KnowledgeLog(project)
        self._newest = -1
        self._entries: dict[str, Entry] = {}

    def lesson(self, item: Annotation) -> Lesson | None:
        """Return what taught a proposal; None where knowledge did not change it.

        The entry is the one of that id in the newest version, if it still says what was proposed. UserError
        ``file-damaged`` where the log of the knowledge cannot be read.
        """
        origin = origin_of(item)
        if origin is None:
            return None
        entry = self._known().get(origin.entry)
        if entry is not None and entry.part is Part.NAMES and isinstance(item, Entity) and not _proposes(entry, item):
            entry = None
        return Lesson(origin, entry, self._examples(entry) if entry is not None else ())

    def _known(self) -> dict[str, Entry]:
        newest = self._log.newest()
        if newest != self._newest:
            told = self._log.told()
            known = told.current or Knowledge()
            self._entries = {one.id: one for one in known.entries if one.id not in told.forgotten}
            self._newest = newest
        return self._entries

    def _examples(self, entry: Entry) -> tuple[tuple[str, str], ...]:
        """Return the first example of each of the first articles, those that are there still."""
        first: dict[str, Example] = {}
        for one in entry.examples:
            first.setdefault(one.article, one)
        found = []
        for example in first.values():
            try:
                article = self.project.article(example.article)
            except UserError:  # removed since, or damaged, which is told elsewhere
                continue
            found.append((article.title or article.id, words_around(article.text, example)))
        return tuple(found[:SHOWN])


def _proposes(entry: Entry, item: Entity) -> bool:
    """Tell whether an entry says of a name what was proposed; of one that a person corrected that is not known."""
    return item.state not in (State.AUTO, State.ACCEPTED) or entry.says == item.label


def lesson_words(item: Annotation, lesson: Lesson) -> list[str]:
    """Return what taught a proposal, a line each; where the entry is gone only which version made it."""
    origin, entry = lesson.origin, lesson.entry
    if entry is None:
        return [tr("Made with what this project taught, version {version}", version=origin.version)]
    if entry.part is Part.SCORES:
        lines = [_score_words(item, origin, entry)]
    else:
        where = tr("from %n article(s)", entry.articles) if entry.articles else ""
        said = tr("Learned here: “{entry}”: {says}", entry=entry_words(entry), says=says_words(entry))
        lines = [", ".join(part for part in (said, where) if part)]
    lines += [tr("{article}: “{words}”", article=article, words=words) for article, words in lesson.examples]
    return [*lines, tr("Version {version}", version=origin.version)]


def _score_words(item: Annotation, origin: Origin, entry: Entry) -> str:
    """Return how a score was changed by how often its rule was right."""
    rule = f"{entry_words(entry)}: {says_words(entry)}"
    if origin.score is None or item.score is None:
        return tr("Score learned here: {rule}", rule=rule)
    was, now = round(origin.score * 100), round(item.score * 100)
    return tr("Score learned here, {was} % → {now} %: {rule}", was=was, now=now, rule=rule)


def words_around(text: str, example: Example) -> str:
    """Return an example with the text around it, in one line."""
    start, end = max(example.start - AROUND, 0), min(example.end + AROUND, len(text))
    before, after = "…" if start else "", "…" if end < len(text) else ""
    return f"{before}{text[start:end]}{after}".replace("\n", " ")
