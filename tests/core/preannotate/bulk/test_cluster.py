"""Bulk pre-annotation on a real Dask scheduler: the same bytes, killed workers, foreign versions, nobody there."""

from __future__ import annotations

import os
import shutil
import signal
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

pytest.importorskip("distributed", reason="the extra `cluster` is not installed")

from core.errors import UserError
from core.model import Article
from core.model.layer import Layer
from core.preannotate import Annotator
from core.preannotate.bulk import as_many
from core.preannotate.bulk.cluster import Cluster
from core.preannotate.bulk.connecting import LOCAL, LOOP, connected, running_loop
from core.preannotate.bulk.installed import installed
from tests.bulk_hooks import Quick, Told
from tests.core.preannotate.bulk.test_pool import SAMPLE, articles, lines
from tests.dask_processes import LIMIT, Machines, machines
from tests.paths import ROOT
from tests.waiting import Child


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    """A scheduler with two workers that a nanny starts again."""
    with machines(tmp_path_factory.mktemp("dask")) as made:
        made.worker(nanny=True)
        made.worker(nanny=True)
        yield made


def test_workers_of_a_scheduler_propose_the_very_bytes_of_one_process(cluster: Machines) -> None:
    given = articles(*(path.read_text(encoding="utf-8") for path in SAMPLE))
    assert lines(Cluster(Annotator, cluster.address, 2).each(given)) == lines(as_many(Annotator()).each(given))


def test_killed_workers_cost_a_second_try_and_a_deadly_article_is_reported(cluster: Machines, tmp_path: Path) -> None:
    few = [f"слово{number}" for number in range(6)]
    given = articles(*few, f"DIE-ONCE {tmp_path / 'died'}", "DIE", "FAIL", *few)
    found = list(Cluster(Told, cluster.address).each(given))
    assert [article.id for article, _ in found] == [article.id for article in given]
    failed = {article.id: str(one) for article, one in found if not isinstance(one, Layer)}
    assert set(failed) == {"a7", "a8"}
    assert "could not be pre-annotated (the workers ended that annotated it)" in failed["a7"]
    assert "(IndexError: told)" in failed["a8"]
    assert (tmp_path / "died").exists()


def test_a_bug_in_a_worker_is_told_of_its_article(cluster: Machines) -> None:
    found = list(Cluster(Told, cluster.address).each(articles("один", "RAISE", "два")))
    assert [isinstance(one, Layer) for _, one in found] == [True, False, True]
    assert "(OSError: told to raise)" in str(found[1][1])


def test_a_cancel_is_heard_in_the_middle_of_an_article(cluster: Machines, tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    try:
        found = list(Cluster(Told, cluster.address).each(articles(f"HANG {begun}", "два"), lambda: not begun.exists()))
        assert not found
    finally:
        os.kill(int(begun.read_text()), signal.SIGKILL)


def test_a_scheduler_of_this_machine_is_started_and_ended(tmp_path: Path) -> None:
    given = articles("один", f"DIE-ONCE {tmp_path / 'died'}", "три")
    assert lines(Cluster(Told, "local", 2).each(given)) == lines(as_many(Quick()).each(given))


def test_workers_of_this_machine_that_do_not_end_by_themselves_are_killed() -> None:
    with Child("-m", "tests.dask_processes") as child:
        begun = [int(pid) for pid in child.line("the workers that began").split()]
        assert len(begun) == 2
        assert child.line("how it ended") == "left: none"


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "carrier-pigeon://roof:1"])
def test_a_scheduler_that_cannot_be_reached_is_a_sentence(address: str) -> None:
    with pytest.raises(UserError, match=f"The scheduler {address} cannot be reached"):
        list(Cluster(Quick, address).each(articles("один")))


def test_a_scheduler_without_workers_is_a_sentence(tmp_path: Path) -> None:
    with (
        machines(tmp_path) as made,
        pytest.raises(UserError, match=r"Workers at the scheduler .*: 0,.*dask worker tcp://127"),
    ):
        list(Cluster(Quick, made.address, patience=0.5).each(articles("один")))


@pytest.mark.parametrize("own", [False, True], ids=["theirs", "own"])
def test_all_connections_have_one_loop_in_a_thread_of_ours(cluster: Machines, own: bool) -> None:
    """Dask gives up on a loop of its own that a busy machine has not begun in ten seconds."""
    with connected(LOCAL if own else cluster.address, 1) as client:
        assert client.sync(running) == LOOP
    assert [thread.name for thread in threading.enumerate() if thread.name in {LOOP, "IO loop"}] == [LOOP]


def test_a_connection_that_was_not_closed_is_collected_in_silence(cluster: Machines) -> None:
    """Its scheduler did not answer in time; whichever thread collects it closes nothing."""
    with connected(cluster.address, 1) as client:
        kind = type(client)
    left = kind(cluster.address, timeout=LIMIT, set_as_default=False, loop=running_loop())
    assert left.status == "running"
    running_loop().add_callback(left.__del__)  # as where it is collected there
    left.sync(running)
    assert left.status == "running"
    left.close()


async def running() -> str:
    return threading.current_thread().name


def test_lost_workers_and_a_lost_scheduler_are_a_sentence_and_what_was_done_is_there(tmp_path: Path) -> None:
    with machines(tmp_path) as made:
        worker = made.worker()
        begun = tmp_path / "begun"
        done: list[str] = []

        def going() -> bool:
            if done and begun.exists():  # what was done has arrived here
                worker.kill()
            return True

        with (
            closing(Cluster(Told, made.address, patience=3).each(articles("один", f"HANG {begun}"), going)) as found,
            pytest.raises(UserError, match=r"Workers at the scheduler .*: 0,"),
        ):
            done.extend(article.id for article, _ in found)
        assert done == ["a0"]
        begun.unlink()
        made.worker()

        def lose() -> bool:
            if len(done) == 2 and begun.exists():
                made.scheduler.kill()
            return True

        with (
            closing(Cluster(Told, made.address).each(articles("один", f"HANG {begun}"), lose)) as found,
            pytest.raises(UserError, match=r"connection to the scheduler .* has broken off"),
        ):
            done.extend(article.id for article, _ in found)
        assert done == ["a0", "a0"]


def foreign(folder: Path, what: str = "models") -> Path:
    """Return a copy of the program whose trained weights, rules or version are others."""
    shutil.copytree(ROOT / "core", folder / "core", ignore=shutil.ignore_patterns("__pycache__"))
    for path in (ROOT / "resources").iterdir():
        if path.name == "models":
            shutil.copytree(path, folder / "resources" / "models")
        else:
            (folder / "resources").mkdir(exist_ok=True)
            (folder / "resources" / path.name).symlink_to(path)
    if what == "version":
        (folder / "citata-99.0.dist-info").mkdir()
        (folder / "citata-99.0.dist-info" / "METADATA").write_text("Name: citata\nVersion: 99.0\n")
    else:
        place = "resources/models/speaker_ranker.json" if what == "models" else "core/preannotate/annotator.py"
        (folder / place).write_bytes((folder / place).read_bytes() + b"\n")
    return folder


@pytest.mark.parametrize("what", ["models", "rules", "version"])
def test_a_worker_with_another_citata_is_a_sentence_and_does_nothing(tmp_path: Path, what: str) -> None:
    other = foreign(tmp_path / "other", what)
    with machines(tmp_path) as made:
        made.worker(path=other)
        with pytest.raises(UserError, match=r"has another Citata or other models .*") as caught:
            list(Cluster(Quick, made.address).each(articles("один")))
        assert caught.value.facts["ours"] == installed() != caught.value.facts["theirs"]
        assert str(caught.value.facts["theirs"]).startswith("99.0-") == (what == "version")


def test_a_worker_that_comes_later_with_other_models_is_a_sentence_too(tmp_path: Path) -> None:
    other = foreign(tmp_path / "other")
    with machines(tmp_path) as made:
        made.worker()
        begun = tmp_path / "begun"
        late = False

        def going() -> bool:
            nonlocal late
            if begun.exists() and not late:
                late = True
                made.worker(path=other)
            return True

        given = articles("один", f"HANG {begun}", *(f"слово{number}" for number in range(6)))
        with pytest.raises(UserError, match="has another Citata or other models"):
            list(Cluster(Told, made.address).each(given, going))


def test_a_worker_that_goes_while_it_is_asked_what_it_has_says_nothing_of_it(tmp_path: Path) -> None:
    other = foreign(tmp_path / "other")
    (other / "core/preannotate/bulk/task.py").write_text("import os\ndef word():\n    os._exit(1)\n")
    given = articles("один", "два")
    with machines(tmp_path) as made:
        made.worker()
        made.worker(path=other)
        assert lines(Cluster(Quick, made.address, 2).each(given)) == lines(as_many(Quick()).each(given))


def test_a_worker_whose_models_cannot_be_read_is_a_sentence(tmp_path: Path) -> None:
    other = foreign(tmp_path / "other")
    model = other / "resources/models/speaker_ranker.json"
    model.unlink()
    model.symlink_to(model)
    with machines(tmp_path) as made:
        made.worker(path=other)
        with pytest.raises(UserError, match=r"has no Citata that can annotate .*speaker_ranker\.json"):
            list(Cluster(Quick, made.address).each(articles("один")))


def test_a_worker_without_citata_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "none" / "core").mkdir(parents=True)
    (tmp_path / "none" / "core" / "__init__.py").touch()
    with machines(tmp_path) as made:
        made.worker(path=tmp_path / "none")
        with pytest.raises(UserError, match="has no Citata that can annotate for this program"):
            list(Cluster(Quick, made.address).each(articles("один")))


def test_articles_are_read_only_a_little_ahead_of_the_cluster(cluster: Machines) -> None:
    read: list[Article] = []

    def source() -> Iterator[Article]:
        for article in articles(*(f"слово{number}" for number in range(300))):
            read.append(article)
            yield article

    with closing(Cluster(Quick, cluster.address, 2).each(source())) as outcomes:
        next(outcomes)
        assert len(read) <= 20
