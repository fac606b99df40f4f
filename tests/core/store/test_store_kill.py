"""200 processes killed with SIGKILL while they edit: every edit that was acknowledged is there, the file is sound."""

from __future__ import annotations

import os
import random
import select
import signal
from pathlib import Path

from core.store import Project, verify
from tests.store_samples import annotated
from tests.waiting import Child

KILLS = 200
NURSERY = """
import os, sys
from pathlib import Path
from core.model import edits
from core.model import Range
from core.store import Project, transactions
path = Path(sys.argv[1])
for line in sys.stdin:
    child = os.fork()
    if child:
        os.write(1, b"child %d\\n" % child)
        os.waitpid(child, 0)
        os.write(1, b"gone\\n")
        continue
    project = Project.open(path, "Анна")
    transactions.CHECKPOINT_COMMITS = 2  # so that kills fall into checkpoints too
    layer = project.working_layer("a-1", "Анна")
    while True:
        number = len(layer.entities())
        act = number % 4
        if act == 0 and layer.entities()[-1].state == "manual":
            edit = edits.set_entity_range(layer, layer.entities()[-1].id, Range(number % 90, number % 90 + 9))
        else:
            edit = edits.add_entity("ORG", Range(number % 100, number % 100 + 5))
        layer, entry = project.commit(layer, edit)
        os.write(1, b"done %d\\n" % entry)
"""


class Nursery(Child):
    """A process that makes children which edit without end; each is killed from here."""

    def kill_one(self, after: int, then: float) -> list[int]:
        """Start a child, kill it after so many edits and seconds more; return the ids of all edits it acknowledged."""
        self.tell("go")
        done: list[int] = []
        child = ""
        while not child or len(done) < after:
            word, number = self.line("edits of a child").split()
            if word == "child":
                child = number
            else:
                done.append(int(number))
        select.select([], [], [], then)
        os.kill(int(child), signal.SIGKILL)
        while (words := self.line("the end of a child").split()) != ["gone"]:
            done.append(int(words[1]))
        return done


def test_no_acknowledged_edit_is_ever_lost(tmp_path: Path) -> None:
    path = tmp_path / "п.citata"
    annotated(path).close()
    chance = random.Random(20261125)
    acknowledged: list[int] = []
    with Nursery("-c", NURSERY, str(path)) as nursery:
        for number in range(KILLS):
            acknowledged += nursery.kill_one(chance.randrange(4), chance.random() * 0.004)
            with Project.open(path, "Анна", read_only=True) as project:
                logged = [entry.id for entry in project.history("a-1", "Анна")]
                layer = project.layer("a-1", "Анна")
            assert set(acknowledged) <= set(logged)
            assert len(logged) <= len(acknowledged) + number + 2  # "start", and one edit a child that was not told of
            assert layer is None or len(layer.entities()) > 1
            assert verify(path).findings == []
        nursery.end()
    assert len(acknowledged) >= KILLS
    with Project.open(path, "Анна") as project:
        assert not project.read_only
        last = project.layer_at("a-1", "Анна", 10**9)
        assert project.layer("a-1", "Анна") == last
