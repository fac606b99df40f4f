"""The register asked by a name: whom an actor may be, which sources a name or its beginning means."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from core.language import letters
from core.model import Actor
from core.model.gender import gender_of
from core.model.register import Appearance, Register, Source
from core.preannotate.names.inflection import folded
from core.register.index import Index, gender_by, known_as
from core.register.names import Likeness, kind_of
from core.register.proposals import Reason, judged
from core.register.titles import titles_of


class Lookup:
    """Ask a register; it reads the names of all sources when it is first asked."""

    def __init__(self, register: Register) -> None:
        self.register = register

    @cached_property
    def _index(self) -> Index:
        return Index(
            known_as(one, titles_of(one.name, one.role, ()), is_new=False) for one in self.register.listed()
        )  # fmt: skip

    @cached_property
    def _words(self) -> list[tuple[tuple[str, ...], Source]]:
        """The words of all names of each source, as they are compared, in the order of the list."""
        return [
            (tuple(word for name in one.names for word in folded(name).replace("-", " ").split()), one)
            for one in self.register.listed()
        ]

    def may_be(self, actor: Actor, mentions: Iterable[str] = ()) -> list[tuple[Source, float, tuple[Reason, ...]]]:
        """Return the sources that an actor of an article may be, each with score and reasons, the surest first."""
        kind = kind_of(actor.name, actor.kind)
        if kind is None:
            return []
        gender = gender_of(actor) or gender_by(actor.name, kind)
        matches = self._index.matches((actor.name, *actor.aliases), kind, gender)
        one = Appearance("", "", actor, 0, 0, tuple(mentions))
        found = [(match.known.source, score, reasons) for match, score, reasons in judged(one, matches)]
        return sorted(found, key=lambda row: (-row[1], letters(row[0].name)))

    def called(self, name: str, limit: int = 2) -> list[Source]:
        """Return the sources that a name in a text most likely means; none where more than ``limit`` may be meant."""
        kind = kind_of(name, None)
        matches = self._index.matches((name,), kind, gender_by(name, kind)) if kind is not None else []
        best = [match for match in matches if match.likeness is matches[0].likeness]
        sure = bool(best) and best[0].likeness is not Likeness.ALONE
        return [match.known.source for match in best] if sure and len(best) <= limit else []

    def begun(self, typed: str, limit: int = 6) -> list[Source]:
        """Return sources of which words of a name begin with all the words typed, names that begin so first."""
        parts = folded(typed).replace("-", " ").split()
        if not parts:
            return []
        found = [
            one for words, one in self._words if all(any(word.startswith(part) for word in words) for part in parts)
        ]
        sought = folded(typed).strip()
        return sorted(found, key=lambda one: (not folded(one.name).startswith(sought), letters(one.name)))[:limit]
