"""A process that answers: kept between articles, started anew after every answer that did not come."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import UserError
from core.proposers import model
from core.proposers.process import Process
from core.proposers.waiting import Stopped

SHELL = (
    "sh",
    "-c",
    "while read x; do case $x in ask) echo $$;; blank) echo; echo $$;; twice) echo $$; echo;; esac; done",
)


def test_it_stays_between_articles_and_not_after_one_that_was_given_up(tmp_path: Path) -> None:
    process = Process(SHELL, tmp_path)
    try:
        first = process.ask(b"ask", 30, lambda: True)
        assert process.ask(b"ask\n", 30, lambda: True) == first
        assert process.ask(b"blank", 30, lambda: True) == first
        with pytest.raises(Stopped):
            process.ask(b"hush", 30, lambda: False)
        second = process.ask(b"ask", 30, lambda: True)
        assert second != first
        with pytest.raises(UserError) as late:
            process.ask(b"hush", 0.01, lambda: True)
        assert late.value.code == "proposer-slow"
        third = process.ask(b"ask", 30, lambda: True)
        assert third not in (first, second)
        process.close()
        process.close()
        assert process.ask(b"ask", 30, lambda: True) not in (first, second, third)
    finally:
        process.close()


def test_anew_is_another_process_for_every_article(tmp_path: Path) -> None:
    process = Process(SHELL, tmp_path, anew=True)
    assert process.ask(b"ask", 30, lambda: True) != process.ask(b"ask", 30, lambda: True)


@pytest.mark.parametrize(
    ("code", "status", "said", "about"),
    [
        *(("proposer-status", status, "no json_schema", True) for status in (400, 422, 501)),
        *(("proposer-status", status, "no json_schema", False) for status in (401, 404, 429, 500, 503, None)),
        *(("proposer-status", 400, f"An UNKNOWN {word.upper()}!", True) for word in model._FORMAT_WORDS),
        ("proposer-status", 400, "the prompt is too long", False),
        ("proposer-status", 400, "", False),
        ("proposer-timeout", 400, "no json_schema", False),
    ],
)
def test_a_refusal_of_the_format_is_told_from_others(code: str, status: int | None, said: str, about: bool) -> None:
    assert model._is_about_format(UserError(code, status=status, said=said)) is about


def test_a_refusal_without_words_is_not_about_the_format() -> None:
    assert not model._is_about_format(UserError("proposer-status", status=400))
