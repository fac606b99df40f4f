"""Bulk pre-annotation in several processes: real ones, killed ones, the same bytes and the same order as in one."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from core.errors import UserError
from core.formats.base import make_article
from core.formats.jsonl import write_record
from core.model import Article
from core.model.layer import Layer
from core.preannotate import Annotator
from core.preannotate.bulk import as_many, choice, suited
from core.preannotate.bulk.many import Outcome
from core.preannotate.bulk.order import AHEAD
from core.preannotate.bulk.pool import Pool
from tests.bulk_hooks import Lacking, Quick, Seen, Told, Unable
from tests.paths import ROOT

SAMPLE = sorted((ROOT / "resources" / "sample").glob("*.txt"))


def articles(*texts: str) -> list[Article]:
    return [make_article(f"a{number}", None, text) for number, text in enumerate(texts)]


def lines(outcomes: Iterator[Outcome]) -> list[bytes | str]:
    return [
        write_record(article, found, sort=True) if isinstance(found, Layer) else str(found)
        for article, found in outcomes
    ]


def children() -> list[int]:
    return [child.pid or 0 for child in multiprocessing.active_children()]


def test_processes_propose_the_very_bytes_that_one_proposes() -> None:
    texts = [path.read_text(encoding="utf-8") for path in SAMPLE]
    given = articles(*texts, *(text[len(text) // 2 :] for text in texts))
    alone = lines(as_many(Annotator()).each(given))
    assert lines(suited(Annotator(), 2).each(given)) == alone
    assert all(isinstance(line, bytes) for line in alone)


def test_outcomes_come_in_their_order_and_a_failure_holds_up_nobody() -> None:
    given = articles(*(f"слово{number}" for number in range(40)), "FAIL", "конец")
    found = list(Pool(Told, 3).each(given))
    assert [article.id for article, _ in found] == [article.id for article in given]
    assert lines(iter(found)) == lines(as_many(Told()).each(given))
    assert str(found[40][1]).startswith("The article a40 could not be pre-annotated (IndexError: told)")
    assert not children()


def test_a_killed_worker_costs_a_second_try(tmp_path: Path) -> None:
    given = articles(
        *(f"слово{n} да" for n in range(8)), f"DIE-ONCE {tmp_path / 'died'}", *(f"ещё{n}" for n in range(8))
    )
    assert lines(Pool(Told, 2).each(given)) == lines(as_many(Quick()).each(given))
    assert (tmp_path / "died").exists()


def test_an_article_at_which_every_worker_dies_is_reported_and_the_others_are_done() -> None:
    given = articles("один", "DIE", "два", "RAISE", "три")
    found = list(Pool(Told, 2).each(given))
    assert [isinstance(layer, Layer) for _, layer in found] == [True, False, True, False, True]
    dead, raised = found[1][1], found[3][1]
    assert isinstance(dead, UserError)
    assert dead.code == "annotate-failed"
    assert "The article a1 could not be pre-annotated (3 processes ended at it, the last: SIGKILL)" in str(dead)
    assert "(3 processes ended at it, the last: exit code 1)" in str(raised)


def test_a_worker_killed_from_outside_costs_nothing(tmp_path: Path) -> None:
    pids = tmp_path / "pid"
    given = articles(f"HANG {pids}", "два", "три")
    with closing(Pool(Told, 2).each(given, lambda: not _kill(pids, given, tmp_path))) as outcomes:
        assert [isinstance(found, Layer) for _, found in outcomes] == [False, True, True]


def _kill(pids: Path, given: list[Article], folder: Path) -> bool:
    """Kill the worker that hangs, each time one does."""
    if pids.exists() and (pid := pids.read_text()):
        pids.unlink()
        os.kill(int(pid), signal.SIGKILL)
    return False


def test_a_cancel_is_heard_in_the_middle_of_an_article_and_leaves_no_process(tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    found = list(Pool(Told, 2).each(articles("один", f"HANG {begun}", "два"), lambda: not begun.exists()))
    assert [article.id for article, _ in found] in ([], ["a0"])
    assert not children()


def test_articles_are_read_only_a_little_ahead() -> None:
    read = 0

    def source() -> Iterator[Article]:
        nonlocal read
        for number in range(1000):
            read += 1
            yield make_article(f"a{number}", None, f"слово{number}")

    with closing(Pool(Quick, 2).each(source())) as outcomes:
        for number, _ in enumerate(outcomes, 1):
            assert read <= number + 2 * AHEAD
            if number == 50:
                break
    assert not children()


@pytest.mark.parametrize("workers", [1, 2])
def test_trouble_with_an_article_to_read_comes_when_all_before_it_are_done(workers: int) -> None:
    def source() -> Iterator[Article]:
        yield from articles("один", "два")
        raise UserError("article-missing", id="three")

    found: list[str] = []
    with pytest.raises(UserError, match="no article three"):
        found.extend(article.id for article, _ in suited(Quick(), workers).each(source()))
    outcomes = suited(Quick(), workers).each(source())
    assert [next(outcomes)[0].id, next(outcomes)[0].id] == ["a0", "a1"]
    with pytest.raises(UserError, match="no article three"):
        next(outcomes)


def test_workers_that_cannot_begin_are_given_up_with_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CITATA_TEST_UNABLE", "1")
    with pytest.raises(UserError, match=r"exit code 7.*What was done is kept"):
        list(Pool(Unable, 2).each(articles("один", "два")))
    assert not children()


def test_missing_models_are_told_as_in_one_process() -> None:
    with pytest.raises(UserError, match="The language models are not in nowhere"):
        list(Pool(Lacking, 2).each(articles("один", "два")))


def test_a_worker_has_nothing_of_the_window_and_one_thread() -> None:
    import gui.app  # noqa: F401 (this process has all of it)

    ((_, found),) = Pool(Seen, 1).each(articles("один"))
    assert "([] 1)" in str(found)


def test_little_text_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    class Here(Quick):
        """Cannot be made in another process: it is local."""

    few = articles("один", "два")
    assert len(list(suited(Here()).each(few))) == 2
    monkeypatch.setattr(choice, "ENOUGH", 6)
    monkeypatch.setattr(choice, "cores", lambda: 2)
    assert lines(suited(Told()).each(articles("один", "два", "FAIL"))) == lines(
        as_many(Told()).each(articles("один", "два", "FAIL"))
    )
    ((_, found),) = list(suited(Seen()).each(articles("одно длинное слово")))
    assert "PySide6" in str(found) or "None" in str(found)
    reasons = [str(found) for _, found in suited(Seen()).each(articles("один", "два", "три"))]
    assert all("([] 1)" in reason for reason in reasons)


def test_another_thread_can_start_the_workers() -> None:
    found: list[bytes | str] = []
    thread = threading.Thread(target=lambda: found.extend(lines(Pool(Quick, 2).each(articles("один", "два")))))
    thread.start()
    thread.join()
    assert len(found) == 2
