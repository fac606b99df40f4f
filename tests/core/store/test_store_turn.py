"""Who writes next: in the order of asking, and an import lets a key press in between two records."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from core.exchange.transfer import import_files
from core.model import Article, Range, edits
from core.model.layer import Layer
from core.model.text import digest
from core.store import Project
from core.store.turn import Turn
from tests.waiting import until


def asked_for(turn: Turn, work: Callable[[], object]) -> threading.Thread:
    """Start a thread that works in its turn, and return it once it waits for that."""
    before = len(turn._queue)

    def run() -> None:
        with turn:
            work()

    thread = threading.Thread(target=run)
    thread.start()
    until(lambda: len(turn._queue) > before, "the thread to ask")
    return thread


def test_turns_come_in_the_order_of_asking_and_before_who_asks_again() -> None:
    turn, seen = Turn(), list[int]()
    with turn:
        threads = [asked_for(turn, lambda n=n: seen.append(n)) for n in range(4)]  # type: ignore[misc]
        assert turn.is_awaited
    with turn:
        assert seen == [0, 1, 2, 3]
    for thread in threads:
        thread.join()
    assert not turn.is_awaited


def test_a_thread_may_take_its_turn_again_while_others_wait() -> None:
    turn, seen = Turn(), list[str]()
    with turn:
        thread = asked_for(turn, lambda: seen.append("other"))
        with turn:
            seen.append("mine")
        seen.append("still mine")
    thread.join()
    assert seen == ["mine", "still mine", "other"]


def test_who_leaves_by_an_error_gives_the_turn_on() -> None:
    turn, seen, threads = Turn(), list[str](), list[threading.Thread]()

    def fail() -> None:
        with turn:
            threads.append(asked_for(turn, lambda: seen.append("other")))
            raise ValueError("trouble")

    with pytest.raises(ValueError, match="trouble"):
        fail()
    threads[0].join()
    assert seen == ["other"]


def test_an_edit_waits_for_one_record_of_an_import_not_for_the_batch(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    for number in range(20):
        (texts / f"{number:02}.txt").write_text(f"Газета номер {number} вышла.", encoding="utf-8")
    text = "Мэр Инна Белова приехала."
    article = Article(id="mine", title=None, text=text, digest=digest(text))
    with Project.create(tmp_path / "work.citata", "vera") as project:
        project.add_article(article)
        threads: list[threading.Thread] = []
        stored: list[bool] = []

        def mark() -> None:
            layer = Layer(article, "vera")
            project.commit(layer, edits.add_entity("PER", Range(4, 15)))

        def progress(number: int, _: str) -> None:
            if number == 3:
                threads.append(asked_for_by(project, mark))
            elif number == 4:
                stored.append(project.layer("mine", "vera") is not None)

        done = import_files(project, sorted(texts.iterdir()), progress=progress)
        threads[0].join()
        assert stored == [True]
        assert len(project.article_rows("vera")) == 21
        assert not done.refused


def asked_for_by(project: Project, work: Callable[[], object]) -> threading.Thread:
    """Start a thread that writes into the project, and return it once it waits for its turn."""
    thread = threading.Thread(target=work)
    thread.start()
    until(lambda: project.is_awaited, "the edit to ask")
    return thread
