"""What is made of a server's reply and of a command's end: which trouble it is, and the words that are shown of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import UserError
from core.proposers.address import Address
from core.proposers.posting import Reply, _checked, _redirected, is_header, words_of
from core.proposers.process import Process

HERE = Address.read("http://one.example/a/b?c=d")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("", ""),
        ("  Not\nhere. ", "Not here"),
        ("no \x07bell...", "no bell"),
        ("x" * 200, "x" * 200),
        ("x" * 201, "x" * 199 + "…"),
        ('{"error": "full"}', "full"),
        ('{"error": {"message": "full."}}', "full"),
        ('{"error": {"code": 7}}', "{'code': 7}"),
        ('{"message": "full"}', "full"),
        ('{"detail": "full"}', "full"),
        ('{"error": "one", "message": "two", "detail": "three"}', "one"),
        ('{"message": "two", "detail": "three"}', "two"),
        ('{"other": 1}', '{"other": 1}'),
        ('["full"]', '["full"]'),
        ('{"error": null}', "None"),
    ],
)
def test_the_words_of_a_server(body: str, words: str) -> None:
    assert words_of(body.encode()) == words


def test_bytes_that_are_no_text_are_shown_as_such() -> None:
    assert words_of(b"a\xffb") == "a\ufffdb"


@pytest.mark.parametrize(
    ("status", "code"),
    [(status, "proposer-status") for status in (100, 199, 300, 400, 402, 406, 422, 429, 500, 503)]
    + [(401, "proposer-forbidden"), (403, "proposer-forbidden"), (404, "proposer-missing"), (405, "proposer-missing")],
)
def test_the_trouble_of_a_status(status: int, code: str) -> None:
    with pytest.raises(UserError) as told:
        _checked(HERE, Reply(status, "application/json", b'{"error": "full"}'))
    assert told.value.code == code
    assert told.value.facts == {"host": "one.example:80", "path": "/a/b?c=d", "status": status, "said": "full"}


@pytest.mark.parametrize(
    ("kind", "body", "code"),
    [
        ("application/json", b"", "proposer-empty"),
        ("text/html", b" \n", "proposer-empty"),
        ("text/html; charset=utf-8", b"{}", "proposer-html"),
        ("application/json", b" \n<html>", "proposer-html"),
    ],
)
def test_an_answer_that_is_none(kind: str, body: bytes, code: str) -> None:
    with pytest.raises(UserError) as told:
        _checked(HERE, Reply(200, kind, body))
    assert (told.value.code, told.value.facts) == (code, {"host": "one.example:80"})


@pytest.mark.parametrize("status", [200, 201, 299])
def test_an_answer_is_given_as_it_is(status: int) -> None:
    assert _checked(HERE, Reply(status, "", b' {"a": "<"} ')) == b' {"a": "<"} '


@pytest.mark.parametrize(
    ("location", "path"),
    [("/x", "/x"), ("x?y=1", "/a/x?y=1"), ("http://one.example:80/z", "/z"), ("//one.example/w", "/w")],
)
def test_a_redirect_within_a_server(location: str, path: str) -> None:
    assert _redirected(HERE, location) == HERE._replace(path=path)


@pytest.mark.parametrize(
    ("location", "other"),
    [
        ("", "?"),
        ("http://two.example/", "two.example:80"),
        ("https://one.example/", "one.example:443"),
        ("http://one.example:81/", "one.example:81"),
    ],
)
def test_a_redirect_elsewhere(location: str, other: str) -> None:
    with pytest.raises(UserError) as told:
        _redirected(HERE, location)
    assert (told.value.code, told.value.facts) == ("proposer-redirect", {"host": "one.example:80", "other": other})


@pytest.mark.parametrize(("value", "can_be"), [("abc-1", True), ("a b", True), ("ключ", False), ("a\nb", False)])
def test_what_can_be_a_header(value: str, can_be: bool) -> None:
    assert is_header(value) is can_be


@pytest.mark.parametrize(
    ("script", "code", "facts"),
    [
        ("read x", "proposer-silent", {"said": "—"}),
        ("read x; echo one >&2; echo 'two. ' >&2; echo >&2", "proposer-silent", {"said": "two"}),
        ("read x; echo bad >&2; exit 1", "proposer-exit", {"exit": 1, "said": "bad"}),
        ("read x; exit 3", "proposer-exit", {"exit": 3, "said": "—"}),
        ("read x; kill -9 $$", "proposer-killed", {"signal": 9, "said": "—"}),
        (
            "read x; printf 'a\\001b' >&2; printf '%0400d' 0 >&2; exit 2",
            "proposer-exit",
            {"exit": 2, "said": "0" * 300},
        ),
    ],
)
def test_how_a_command_ended(tmp_path: Path, script: str, code: str, facts: dict[str, object]) -> None:
    process = Process(("sh", "-c", script), tmp_path)
    with pytest.raises(UserError) as told:
        process.ask(b"{}", 30, lambda: True)
    assert (told.value.code, told.value.facts) == (code, facts)
