"""What the window of the register shows, read in a thread: sources, where they are heard, what actors may be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from core.model.register import Appearance, Register
from core.register.doubles import Double, doubles
from core.register.proposals import Proposal, propose
from core.store import Project, Registers


class Loaded(NamedTuple):
    """The register; by source where it is heard, in everybody's layers; proposals for one annotator's actors.

    ``doubles``: which sources may be one.
    """

    register: Register
    heard: Mapping[str, Sequence[Appearance]]
    proposals: Sequence[Proposal]
    doubles: Sequence[Double] = ()

    def of(self, source_id: str) -> Sequence[Appearance]:
        """Return where a source is heard."""
        return self.heard.get(source_id, ())


NOTHING = Loaded(Register(), {}, ())


def load(project: Project, annotator: str) -> Loaded:
    """Read the register and all actors of the project; seconds for 100,000 articles."""
    registers = Registers(project)
    register, every = registers.register(), registers.appearances()
    heard: dict[str, list[Appearance]] = defaultdict(list)
    for one in every:
        source = register.resolve(one.actor.source)
        if source is not None:
            heard[source.id].append(one)
    proposals = propose(register, [one for one in every if one.annotator == annotator])
    linked = [one for held in heard.values() for one in held]
    return Loaded(register, heard, proposals, doubles(register, linked))
