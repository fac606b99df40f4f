"""The knowledge of a project: learned from its settled layers, switched, removed, taken along to another project."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from core.errors import UserError
from core.formats.base import replacing
from core.learning.evidence import Settled, settled
from core.learning.learner import Learner
from core.model import AUTO, Status, is_machine
from core.model.knowledge import BY_PEOPLE, Forget, Knowledge, Ruling, Switch, SwitchEntry, Told, check_entries
from core.model.scope import Scope
from core.store import Change, KnowledgeLog, Project, Reviews

SETTLED = (Status.DONE, Status.IN_REVIEW, Status.REVIEWED)
"""The states of layers that teach."""
FORMAT = "citata-knowledge/1"
LARGEST = 50_000_000
"""Bytes of the largest file of knowledge that is read."""


class _File(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file of knowledge."""

    format: str
    knowledge: Knowledge


class _Turn(NamedTuple):
    """An article that is settled: when it was last, its id, whose layers."""

    when: str
    article: str
    annotators: tuple[str, ...]


class _Begin(NamedTuple):
    """What learning begins with."""

    imported: tuple[Knowledge, ...]
    forgotten: frozenset[str]
    off: frozenset[str]
    scope: Scope


class _Known(NamedTuple):
    """What was learned so far, and of what."""

    begin: _Begin
    turns: list[_Turn]
    learner: Learner


class Learning:
    """What a project taught. UserError as from ``Project.commit``."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._log = KnowledgeLog(project)
        self._known: _Known | None = None

    def told(self) -> Told:
        """Return whether learning is on, what was removed, switched off and imported, and the version in use."""
        return self._log.told()

    def is_on(self) -> bool:
        """Return whether learning is on; quick, however much is learned."""
        return self._log.is_on()

    def in_use(self) -> Knowledge | None:
        """Return the knowledge that proposals are made with; None where learning is off or nothing is learned."""
        return self.told().current if self.is_on() else None

    def evidence(self) -> Iterator[Settled]:
        """Yield the settled articles in the order in which they were settled, each when it was settled last."""
        scope = self.project.scope()
        for one in self._order():
            found = self._settled(one, scope)
            if found is not None:
                yield found

    def _settled(self, one: _Turn, scope: Scope) -> Settled | None:
        held = [self.project.layer(one.article, annotator) for annotator in one.annotators]
        found = [layer for layer in held if layer is not None]
        return settled(found[0].article, found, self.project.layer(one.article, AUTO), scope) if found else None

    def _order(self) -> list[_Turn]:
        """Return which articles are settled, by whom, and when that was last; in the order of that."""
        layers: dict[str, list[str]] = defaultdict(list)
        times: dict[str, str] = {}
        for state in Reviews(self.project).states():
            if state.status in SETTLED and not is_machine(state.annotator):
                layers[state.article].append(state.annotator)
                when = state.changed_at.isoformat()
                times[state.article] = max(times.get(state.article, ""), when)
        found = (_Turn(times[article], article, tuple(layers[article])) for article in times)
        return sorted(found)

    def computed(self) -> Knowledge:
        """Return what the settled layers teach now; nothing is written.

        What this object learned before is gone on with where nothing of it has changed: an article settled since costs
        what that article costs.
        """
        now, turns, scope = self.told(), self._order(), self.project.scope()
        known = self._known
        begin = _Begin(now.imported, now.forgotten, now.off, scope)
        if known is None or known.begin != begin or turns[: len(known.turns)] != known.turns:
            imported = [entry for one in now.imported for entry in one.entries]
            known = _Known(begin, [], Learner(imported, now.forgotten, now.off))
        self._known = None  # where something fails on the way, all is learned anew
        for turn in turns[len(known.turns) :]:
            found = self._settled(turn, scope)
            if found is not None:
                known.learner.take(found)
        self._known = known._replace(turns=turns)
        return known.learner.knowledge()

    def learn(self) -> Knowledge:
        """Learn anew from what is settled, and use that from now on; return it."""
        found = self.computed()
        if found != self.told().current:
            self._log.add(Change(Ruling.LEARN, found))
        return found

    # -- what people decide ----------------------------------------------------------------------------------------

    def switch(self, *, on: bool) -> bool:
        """Switch learning on or off; tell whether that changed anything."""
        if self.is_on() == on:
            return False
        self._log.add(Change(Ruling.SWITCH, Switch(on)))
        return True

    def forget(self, entry: str) -> None:
        """Remove an entry for good: it is never applied again; UserError ``entry-missing``."""
        self._told_with(entry)
        with self.project.transaction():
            self._log.add(Change(Ruling.FORGET, Forget(entry)))
            self.learn()

    def switch_entry(self, entry: str, *, on: bool) -> bool:
        """Switch an entry on or off; tell whether that changed anything; UserError ``entry-missing``.

        An entry that is off goes on learning and is listed, and changes no proposal.
        """
        if (entry not in self._told_with(entry).off) == on:
            return False
        with self.project.transaction():
            self._log.add(Change(Ruling.SWITCH_ENTRY, SwitchEntry(entry, on)))
            self.learn()
        return True

    def _told_with(self, entry: str) -> Told:
        """Return what is told, if it has the entry; UserError ``entry-missing``."""
        now = self.told()
        known = now.current.entries if now.current is not None else ()
        if all(one.id != entry for one in known) or entry in now.forgotten:
            raise UserError("entry-missing", entry=entry, path=self.project.path)
        return now

    def take_back(self) -> str:
        """Take the last act of a person back and return its name; UserError ``knowledge-undone``."""
        people = [act for act in self.told().live if act.name in BY_PEOPLE]
        if not people:
            raise UserError("knowledge-undone", path=self.project.path)
        with self.project.transaction():
            self._log.add(Change(Ruling.UNDO, undoes=people[-1].uid))
            self.learn()
        return people[-1].name

    # -- files -----------------------------------------------------------------------------------------------------

    def write(self, path: Path) -> Knowledge:
        """Write what the project taught to a file of JSON, without examples: they are places of its own texts."""
        found = self.told().current or self.computed()
        bare = tuple(msgspec.structs.replace(one, examples=()) for one in found.entries)
        told = _File(format=FORMAT, knowledge=Knowledge(articles=found.articles, entries=bare))
        with replacing(path) as out:
            out.write(msgspec.json.format(msgspec.json.encode(told), indent=1) + b"\n")
        return found

    def read(self, path: Path) -> int:
        """Take in what another project taught, as a beginning; return how many entries.

        UserError ``knowledge-unreadable`` where the file is none, or damaged; nothing is changed then.
        """
        found = read_file(path)
        with self.project.transaction():
            self._log.add(Change(Ruling.IMPORT, found))
            self.learn()
        return len(found.entries)


def read_file(path: Path) -> Knowledge:
    """Return the knowledge of a file; UserError ``knowledge-unreadable``."""
    try:
        if path.stat().st_size > LARGEST:
            raise UserError("knowledge-unreadable", path=path, reason="the file is too large")
        told = msgspec.json.decode(path.read_bytes(), type=_File)
        if told.format != FORMAT:
            raise msgspec.ValidationError(f"its format is {told.format!r:.60}")
        check_entries(told.knowledge.entries)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise UserError("knowledge-unreadable", path=path, reason=reason or type(error).__name__) from error
    entries = {one.id: msgspec.structs.replace(one, examples=()) for one in told.knowledge.entries}
    return Knowledge(articles=told.knowledge.articles, entries=tuple(entries.values()))
