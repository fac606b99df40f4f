"""A real window killed with SIGKILL at random moments, 200 times: every edit that was painted is in the file.

The window runs in a process of its own on the offscreen platform and is driven by key events; it tells of each edit
when it is painted. After each kill the file opens, ``verify`` is clean, and the log holds every edit told of, with the
very layer that was on screen.
"""

from __future__ import annotations

import os
import random
import select
import signal
from pathlib import Path
from typing import NamedTuple

from core.store import Project, verify
from tests.gui.kill_nursery import digest
from tests.waiting import Child

KILLS = 200


class Seen(NamedTuple):
    """An edit that was painted: its id in the log, a digest of the layer on the screen."""

    entry: int
    digest: str


class Nursery(Child):
    """The process with the window; its children are killed from here."""

    def __init__(self, project: Path, settings: Path) -> None:
        words = ("-m", "tests.gui.kill_nursery", str(project), str(settings))
        super().__init__(*words, environment={"QT_QPA_PLATFORM": "offscreen"})

    def kill_one(self, seed: int, after: int, then: float) -> list[Seen]:
        """Have a child work, kill it after so many painted edits and seconds more; return what it told of."""
        self.tell(str(seed))
        seen: list[Seen] = []
        child = ""
        while not child or len(seen) < after:
            word, *rest = self.line(f"painted edits of seed {seed}").split()
            if word == "child":
                child = rest[0]
            else:
                assert word == "seen", "a child ended before it was killed"
                seen.append(Seen(int(rest[0]), rest[1]))
        select.select([], [], [], then)
        os.kill(int(child), signal.SIGKILL)
        while (words := self.line(f"the end of the child of seed {seed}").split()) != ["gone"]:
            seen.append(Seen(int(words[1]), words[2]))
        return seen


def check(path: Path, seen: list[Seen], before: int) -> int:
    """See that the file is sound and holds what was painted; return how many edits it has."""
    assert verify(path).findings == []
    with Project.open(path, "vera", read_only=True) as project:
        logged = [entry.id for entry in project.history("most", "vera")]
        for painted in [one for one in seen if one.digest != "-"][-2:]:
            assert digest(project.layer_at("most", "vera", painted.entry)) == painted.digest
    assert {painted.entry for painted in seen} <= set(logged)
    assert len(logged) <= before + len(seen) + 2  # what was written and not painted yet: one act, and "start"
    return len(logged)


def test_no_painted_edit_is_ever_lost(project_path: Path, tmp_path: Path) -> None:
    chance = random.Random(20261125)
    told, logged = 0, 0
    with Nursery(project_path, tmp_path / "settings.json") as nursery:
        for seed in range(KILLS):
            seen = nursery.kill_one(seed, chance.randrange(1, 4), chance.random() * 0.02)
            logged = check(project_path, seen, logged)
            told += len(seen)
        nursery.end()
    assert told >= KILLS
