"""200 processes killed with SIGKILL while they edit: every edit that was acknowledged is there, the file is sound."""

from __future__ import annotations

import os
import random
import select
import signal
import subprocess
import sys
from pathlib import Path

from core.store import Project, verify
from tests.paths import ROOT
from tests.store_samples import annotated

KILLS = 200
NURSERY = """
import os, sys
from pathlib import Path
from core.model import edits
from core.model import Range
from core.store import Project
path = Path(sys.argv[1])
for line in sys.stdin:
    child = os.fork()
    if child:
        os.write(1, b"child %d\\n" % child)
        os.waitpid(child, 0)
        os.write(1, b"gone\\n")
        continue
    project = Project.open(path, "Анна")
    project._db.execute("PRAGMA wal_autocheckpoint = 20")  # so that kills fall into checkpoints too
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


class Nursery:
    """A process that makes children which edit without end; each is killed from here."""

    def __init__(self, path: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", NURSERY, str(path)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.stdin, self.out = self.process.stdin, self.process.stdout.fileno()
        self.rest = b""

    def line(self) -> list[str]:
        while b"\n" not in self.rest:
            read = os.read(self.out, 4096)
            assert read, "the nursery has ended; what it says stands in stderr"
            self.rest += read
        line, self.rest = self.rest.split(b"\n", 1)
        return line.decode().split()

    def kill_one(self, after: int, then: float) -> list[int]:
        """Start a child, kill it after so many edits and seconds more; return the ids of all edits it acknowledged."""
        self.stdin.write(b"go\n")
        self.stdin.flush()
        done: list[int] = []
        child = ""
        while not child or len(done) < after:
            word, number = self.line()
            if word == "child":
                child = number
            else:
                done.append(int(number))
        select.select([], [], [], then)
        os.kill(int(child), signal.SIGKILL)
        while (words := self.line()) != ["gone"]:
            done.append(int(words[1]))
        return done

    def close(self) -> None:
        self.stdin.close()
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()


def test_no_acknowledged_edit_is_ever_lost(tmp_path: Path) -> None:
    path = tmp_path / "п.citata"
    annotated(path).close()
    nursery, chance = Nursery(path), random.Random(20261125)
    acknowledged: list[int] = []
    for number in range(KILLS):
        acknowledged += nursery.kill_one(chance.randrange(4), chance.random() * 0.004)
        with Project.open(path, "Анна", read_only=True) as project:
            logged = [entry.id for entry in project.history("a-1", "Анна")]
            layer = project.layer("a-1", "Анна")
        assert set(acknowledged) <= set(logged)
        assert len(logged) <= len(acknowledged) + number + 2  # "start", and one edit a child that was not told of yet
        assert layer is None or len(layer.entities()) > 1
        assert verify(path).findings == []
    nursery.close()
    assert len(acknowledged) >= KILLS
    with Project.open(path, "Анна") as project:
        assert not project.read_only
        last = project.layer_at("a-1", "Анна", 10**9)
        assert project.layer("a-1", "Анна") == last
