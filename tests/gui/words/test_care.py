"""Reasons inside sentences about a project's file are said in the window's language."""

from __future__ import annotations

from core import messages
from core.store import paths, watching
from gui.words.settings import REASONS, settings_words


def test_every_reason_of_the_store_has_its_words() -> None:
    given = {reason for _, reason in paths.KINDS} | set(watching.REASONS)
    assert given <= set(messages.REASONS)


def test_settings_that_were_all_taken_need_no_words() -> None:
    assert settings_words("", (), None) == ""
    for reason in REASONS:
        assert reason in settings_words(reason, (), None)
