"""What a worker of a cluster runs: one article, by models that it opens by their path on its own machine."""

from __future__ import annotations

import threading
from collections.abc import Callable

from core.errors import UserError
from core.preannotate.bulk import wire
from core.preannotate.bulk.installed import installed
from core.preannotate.bulk.many import Proposer

_turn = threading.Lock()
"""Rules are Python: a worker's threads would only wait for each other."""
_proposers: dict[Callable[[], Proposer], Proposer] = {}


def word() -> str:
    """Return what annotates here."""
    return installed()


def annotated(make: Callable[[], Proposer], ours: str, data: bytes) -> bytes:
    """Return the reply to an article; a refusal where other models or rules are here than where it comes from."""
    if installed() != ours:
        from distributed import get_worker

        return wire.refusal(UserError("cluster-differs", where=get_worker().address, theirs=installed(), ours=ours))
    with _turn:
        if make not in _proposers:
            _proposers[make] = make()
        return wire.answered(_proposers[make], data)
