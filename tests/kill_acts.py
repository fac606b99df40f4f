"""What a project file goes through, to be cut short at each system call: how it begins, the act, what must be left."""

from __future__ import annotations

import contextlib
import functools
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from core.errors import UserError
from core.model import Actor, Range, edits
from core.model.details import bring_back, remove
from core.model.layer import Edit, Layer
from core.model.register import Source, add
from core.store import Links, Project, Registers, compact, merge_copy, repair, restore_backup, transactions, verify
from tests.paths import ROOT
from tests.store_samples import annotated, some_work
from tests.syscall_kills import kill_at

NAME, OTHER, OUT, BACKUP = "п.citata", "копия.citata", "новый.citata", "архив.citata"

NOISE = b"\x5a" * 40960


class Act(NamedTuple):
    """One act on the files in a folder; ``check`` gets the folder after a kill, and raises AssertionError."""

    begin: Callable[[Path], None]
    run: Callable[[Path], object]
    check: Callable[[Path], None]


# -- how it begins -------------------------------------------------------------------------------------------------


def _lay(folder: Path) -> None:
    """Lay a project whose last edits are acknowledged but only in its WAL, a backup of before, and a copy gone on."""
    path = folder / NAME
    with annotated(path) as project:
        some_work(project, 3)
        project.save_copy(folder / BACKUP)
        project.save_copy(folder / OTHER)
    project = Project.open(path, "Анна")
    project.wait_for_backup()
    some_work(project, 7)
    left = {suffix: path.with_name(path.name + suffix).read_bytes() for suffix in ("", "-wal")}
    project.close()
    for suffix, data in left.items():
        path.with_name(path.name + suffix).write_bytes(data)
    with Project.open(folder / OTHER, "Борис") as other:
        other.commit(other.working_layer("a-1", "Борис"), edits.add_entity("ORG", Range(0, 5)))
        layer = other.working_layer("a-1", "Анна")
        other.commit(layer, edits.set_note(layer, "q_2", "с другой стороны"))


@contextlib.contextmanager
def _temporary_files_in(folder: Path) -> Iterator[None]:
    """Have temporary files in a folder of our own, where no other process makes any."""
    folder.mkdir()
    before, tempfile.tempdir = tempfile.tempdir, str(folder)
    try:
        yield
    finally:
        tempfile.tempdir = before


class _Known:
    """One such folder for every act, and the states that the acts lead between."""

    def __init__(self) -> None:
        self._held = tempfile.TemporaryDirectory()
        self.folder = Path(self._held.name, "first")
        self.folder.mkdir()
        _lay(self.folder)
        work = Path(self._held.name, "work")
        shutil.copytree(self.folder, work)
        with _temporary_files_in(Path(self._held.name, "tmp")):
            self.kept, self.edits = _open(work / NAME)
            self.restored, _ = _open(work / BACKUP)
            _merge(work)
            self.merged, _ = _open(work / NAME)
        assert self.kept != self.restored
        assert self.merged != self.kept


@functools.cache
def states() -> _Known:
    """Return what is known; it is made when first asked for."""
    return _Known()


def worked(folder: Path) -> None:
    """Lay a project with edits that are only in its WAL."""
    shutil.copytree(states().folder, folder, dirs_exist_ok=True)


def damaged(folder: Path) -> None:
    """The same, but the file is noise that no WAL makes whole."""
    worked(folder)
    (folder / NAME).write_bytes(NOISE)


def gone(folder: Path) -> None:
    """The same, but the file is gone and has left its WAL."""
    worked(folder)
    (folder / NAME).unlink()


def older(folder: Path) -> None:
    """Lay a project of the first version."""
    shutil.copyfile(ROOT / "tests" / "data" / "version-1.citata", folder / NAME)


# -- the acts ------------------------------------------------------------------------------------------------------


def _merge(folder: Path) -> None:
    with Project.open(folder / NAME, "Анна") as project:
        merge_copy(project, folder / OTHER)


def _compact(folder: Path) -> None:
    with Project.open(folder / NAME, "Анна") as project:
        compact(project, datetime.now(UTC))


def _save(folder: Path) -> None:
    with Project.open(folder / NAME, "Анна") as project:
        project.save_copy(folder / OUT)


def _edit(folder: Path) -> None:
    """Edit, and write down what is acknowledged."""
    said = os.open(folder / "said", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    transactions.CHECKPOINT_COMMITS = 2
    with Project.open(folder / NAME, "Анна") as project:
        layer = project.working_layer("a-1", "Анна")
        for number in range(5):
            layer, entry = project.commit(layer, edits.add_entity("LOC", Range(number, number + 2)))
            os.write(said, f"{entry}\n".encode())


def _remove(folder: Path) -> None:
    """Remove both articles in one act, bring them back, remove them again; write down what is acknowledged."""
    said = os.open(folder / "said", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    both = ["a-1", "a-2"]
    with Project.open(folder / NAME, "Анна") as project:
        for made in (remove(both), bring_back(both), remove(both)):
            os.write(said, f"{project.change_articles(made, 'remove-article')}\n".encode())


def _register(folder: Path) -> None:
    """Add a source and link two actors to it as one act, take it back, do it again; write down what is acknowledged."""
    said = os.open(folder / "said", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    with Project.open(folder / NAME, "Анна") as project:
        registers = Registers(project)
        links = [Links(article, "Борис", ("a_x",), "s_1") for article in ("a-1", "a-2")]
        act = registers.change("accept-sources", add(Source(id="s_1", name="Пётр Лугин")), links)
        os.write(said, f"{act}\n".encode())
        for _ in range(2):
            act = registers.take_back(act)
            os.write(said, f"{act}\n".encode())


def with_actors(folder: Path) -> None:
    """Lay a project in which Boris has an actor in either article."""
    worked(folder)
    with Project.open(folder / NAME, "Борис") as project:
        for article in ("a-1", "a-2"):
            layer = project.layer(article, "Борис") or Layer(project.article(article), "Борис")
            project.commit(layer, Edit("add-actor", (), (Actor(id="a_x", name="Пётр Лугин"),)))


# -- what must be left ---------------------------------------------------------------------------------------------


def _open(path: Path) -> tuple[Layer | None, set[int]]:
    """Open to write as the next start does; return Anna's layer and her edits. Nothing may lie about afterwards."""
    assert verify(path).findings == [], verify(path).findings
    with Project.open(path, "Анна") as project:
        assert not project.read_only, str(project.read_only_because)
        layer = project.layer("a-1", "Анна")
        entries = {entry.id for entry in project.history("a-1", "Анна")}
        project.wait_for_backup()
    assert path.stat().st_nlink == 1
    _is_tidy(path)
    return layer, entries


def _is_tidy(path: Path) -> None:
    """See that nothing lies about: no half-made file, no lock, nothing of SQLite's beside the closed project."""
    hidden = [one.name for one in path.parent.rglob(".*")]
    beside = [path.name + suffix for suffix in ("-wal", "-shm", "-journal") if Path(f"{path}{suffix}").exists()]
    assert hidden == beside == [], (hidden, beside)
    assert list(Path(tempfile.gettempdir()).glob("*.private")) == []


def _old_or_restored(folder: Path) -> None:
    layer, _ = _open(folder / NAME)
    if layer != states().kept:
        assert layer == states().restored
        (kept,) = folder.glob("*.replaced-*.citata")
        assert _open(kept)[0] == states().kept
    assert len(list(folder.glob("*.replaced-*.citata"))) <= 1


def _noise_or_restored(folder: Path) -> None:
    """What is there is the restored project or what was there; what the WAL held is in the old file, or in the WAL."""
    path, old = folder / NAME, folder / NAME
    kept = list(folder.glob("*.replaced-*.citata"))
    if kept and not kept[0].samefile(path):
        old = kept[0]
        assert not (folder / f"{NAME}-wal").exists()
        assert _open(path)[0] == states().restored
    waits = [one for one in folder.glob("*-wal") if one.stat().st_size > 0]
    assert waits or old.read_bytes() != NOISE


def _nothing_or_restored(folder: Path) -> None:
    assert [one for one in folder.glob("*-wal") if one.stat().st_size]
    if (folder / NAME).exists():
        assert _open(folder / NAME)[0] == states().restored


def _as_it_was(folder: Path) -> None:
    assert _open(folder / NAME)[0] == states().kept


def _before_or_merged(folder: Path) -> None:
    assert _open(folder / NAME)[0] in (states().kept, states().merged)


def _both_whole(folder: Path) -> None:
    _as_it_was(folder)
    if (folder / OUT).exists():
        assert _open(folder / OUT)[0] == states().kept


def _repaired(folder: Path) -> None:
    assert os.stat(folder / f"{NAME}-wal").st_size > 0  # what is repaired is never changed
    if (folder / OUT).exists():
        assert _open(folder / OUT)[0] == states().kept
    _as_it_was(folder)


def _made(folder: Path) -> None:
    if (folder / OUT).exists():
        Project.open(folder / OUT, "Анна").close()
        assert verify(folder / OUT).findings == []
        Project.open(folder / OUT, "Анна").close()
    else:
        Project.create(folder / OUT, "Анна").close()
    assert (folder / OUT).stat().st_nlink == 1
    _is_tidy(folder / OUT)


def _said_is_there(folder: Path) -> None:
    said = {int(line) for line in (folder / "said").read_text().split()} if (folder / "said").exists() else set()
    _, entries = _open(folder / NAME)
    assert states().edits | said <= entries


def _both_or_none(folder: Path) -> None:
    """Both articles are removed or neither is, as the last acknowledged act (or the one after it) says."""
    said = (folder / "said").read_text().split() if (folder / "said").exists() else []
    assert verify(folder / NAME).findings == []
    with Project.open(folder / NAME, "Анна") as project:
        acts = project.article_acts()
        assert [act.act for act in acts[: len(said)]] == said
        assert len(acts) <= len(said) + 1
        gone = [project.is_removed(name) for name in ("a-1", "a-2")]
        assert gone == [len(acts) % 2 == 1] * 2
        if gone[0]:
            project.change_articles(bring_back(["a-1", "a-2"]), "remove-article")
    _as_it_was(folder)


def _act_whole_or_none(folder: Path) -> None:
    """The source is there and both actors are linked to it, or nothing is, as the acts in the log say."""
    said = (folder / "said").read_text().split() if (folder / "said").exists() else []
    assert verify(folder / NAME).findings == []
    with Project.open(folder / NAME, "Анна") as project:
        registers = Registers(project)
        acts = registers.acts()
        assert [act.act for act in acts[: len(said)]] == said
        assert len(acts) <= len(said) + 1
        there = len(acts) % 2 == 1
        assert len(registers.register()) == there
        layers = [project.layer(article, "Борис") for article in ("a-1", "a-2")]
        sources = [layer.actor("a_x").source for layer in layers if layer is not None]  # type: ignore[union-attr]
        assert sources == (["s_1"] if there else [None]) * 2
        project.wait_for_backup()
    _is_tidy(folder / NAME)


def _is_new_or_old(folder: Path) -> None:
    _open(folder / NAME)


ACTS: dict[str, Act] = {
    "restore": Act(worked, lambda at: restore_backup(at / NAME, at / BACKUP), _old_or_restored),
    "restore over a damaged project": Act(
        damaged, lambda at: restore_backup(at / NAME, at / BACKUP), _noise_or_restored
    ),
    "restore where the file is gone": Act(
        gone, lambda at: restore_backup(at / NAME, at / BACKUP), _nothing_or_restored
    ),
    "merge into": Act(worked, _merge, _before_or_merged),
    "compact": Act(worked, _compact, _as_it_was),
    "verify --repair": Act(worked, lambda at: repair(at / NAME, at / OUT), _repaired),
    "save a copy": Act(worked, _save, _both_whole),
    "create": Act(lambda at: None, lambda at: Project.create(at / OUT, "Анна").close(), _made),
    "edit": Act(worked, _edit, _said_is_there),
    "remove articles": Act(worked, _remove, _both_or_none),
    "register of sources": Act(with_actors, _register, _act_whole_or_none),
    "migrate": Act(older, lambda at: Project.open(at / NAME, "Анна").close(), _is_new_or_old),
}
"""Every act that makes, changes or replaces a project file."""


def kills(name: str, every: int = 1) -> Iterator[str]:
    """Cut an act short at its first system call, and at every so many after it; yield what was lost, or nothing."""
    act = ACTS[name]
    states()  # what is known outlives the folder of this act
    with tempfile.TemporaryDirectory() as made, _temporary_files_in(Path(made, "tmp")):
        first, work = Path(made, "first"), Path(made, "work")
        first.mkdir()
        act.begin(first)
        number, killed = 1, True
        while killed:
            shutil.copytree(first, work)
            killed = kill_at(number, lambda: act.run(work))
            lost = _lost(act, work)
            if killed or lost:
                yield f"{name}, call {number}: {lost}" if lost else ""
            shutil.rmtree(work)
            number += every


def _lost(act: Act, work: Path) -> str:
    """Return what a check says of the files, empty where all is there."""
    try:
        act.check(work)
    except (AssertionError, UserError, OSError, ValueError) as error:
        return f"{type(error).__name__} {error}"
    return ""
