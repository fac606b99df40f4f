"""Servers that propose, over real HTTP on the loopback: right answers, every failure, consent, redirects, proxies."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import UserError
from core.model.layer import Layer
from core.model.schema import standard
from core.proposers import Definition, Kind, Proposing, consent, proposing
from core.proposers import definition as defining
from core.proposers.address import Address
from core.store import Project
from tests.proposer_samples import Request, Said, Server, answer, make, project, server


def right(request: Request) -> Said:
    return Said(json.dumps(answer(request.json["id"])).encode())


def defined(url: str, **fields: object) -> Definition:
    return Definition(name="far", kind=Kind.SERVER, url=url, **fields)  # type: ignore[arg-type]


def outcome(made: Definition, folder: Path) -> Layer | UserError:
    run = Proposing(made, standard(), folder)
    found = next(one for _, one in run.each([make()]))
    if isinstance(found, UserError):
        inner = found.facts["reason"]
        assert isinstance(inner, UserError)
        return inner
    return found


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Project]:
    with project(tmp_path) as made:
        yield made


def test_a_server_gets_one_article_and_answers_with_one(tmp_path: Path) -> None:
    with server(right) as running:
        found = outcome(defined(running.url + "/propose?x=1"), tmp_path)
    assert isinstance(found, Layer)
    assert len(found.annotations()) == 3
    (request,) = running.requests
    assert (request.path, request.headers["Content-Type"]) == ("/propose?x=1", "application/x-ndjson")
    assert request.json["text"] == make().text
    assert "Authorization" not in request.headers


def test_the_key_is_taken_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with server(right) as running:
        made = defined(running.url, key="OUR_KEY")
        with pytest.raises(UserError, match="OUR_KEY, which is empty"):
            outcome(made, tmp_path)
        monkeypatch.setenv("OUR_KEY", "secret\r\nX: y")
        with pytest.raises(UserError, match="no key"):
            outcome(made, tmp_path)
        assert running.requests == []
        monkeypatch.setenv("OUR_KEY", "secret")
        assert isinstance(outcome(made, tmp_path), Layer)
    assert running.requests[0].headers["Authorization"] == "Bearer secret"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (Said(b"", 500), "proposer-status"),
        (Said(b'{"error": {"message": "out of memory"}}', 503), "proposer-status"),
        (Said(b"<!doctype html><p>Welcome"), "proposer-html"),
        (Said(b"Welcome", kind="text/html; charset=utf-8"), "proposer-html"),
        (Said(b""), "proposer-empty"),
        (Said(b" \n"), "proposer-empty"),
        (Said(b'{"entities": ['), "proposer-json"),
        (Said(b"OK"), "proposer-json"),
        (Said(b'{"id": "b", "entities": []}'), "proposer-other-article"),
        (Said(b"{}"), "proposer-shape"),
    ],
)
def test_what_a_server_does_wrong_is_said_of_the_article(tmp_path: Path, said: Said, code: str) -> None:
    with server(lambda request: said) as running:
        found = outcome(defined(running.url), tmp_path)
    assert isinstance(found, UserError)
    assert found.code == code
    if b"memory" in said.body:
        assert str(found) == f"127.0.0.1:{running.port} answered with status 503: out of memory."


@pytest.mark.parametrize(
    ("status", "code"), [(404, "proposer-missing"), (405, "proposer-missing"), (401, "proposer-forbidden")]
)
def test_what_no_article_would_change_ends_the_run(tmp_path: Path, status: int, code: str) -> None:
    with server(lambda request: Said(b'{"detail": "no"}', status)) as running, pytest.raises(UserError) as error:
        outcome(defined(running.url), tmp_path)
    assert error.value.code == code


def test_nobody_there(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(UserError) as error:
        outcome(defined(f"http://127.0.0.1:{port}"), tmp_path)
    assert str(error.value) == f"Nobody answers at 127.0.0.1:{port}. Start the server there, or correct the port."


def test_a_server_that_does_not_end_its_answer_is_left(tmp_path: Path) -> None:
    """A drop a moment keeps every single read alive; the limit is for the whole."""
    stop = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def drip() -> None:
            client, _ = listening.accept()
            with client:
                client.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
                while not stop.wait(0.05):
                    try:
                        client.sendall(b" ")
                    except OSError:
                        return

        thread = threading.Thread(target=drip)
        thread.start()
        try:
            found = outcome(defined(f"http://127.0.0.1:{listening.getsockname()[1]}", seconds=1), tmp_path)
        finally:
            stop.set()
            thread.join()
    assert isinstance(found, UserError)
    assert found.code == "proposer-slow"


def test_a_connection_that_is_not_safe_sends_nothing(tmp_path: Path) -> None:
    with server(right) as running, pytest.raises(UserError) as error:
        outcome(defined(f"https://127.0.0.1:{running.port}"), tmp_path)
    assert error.value.code == "proposer-tls"
    assert running.requests == []


def test_a_server_that_hangs_up_is_said(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def hang_up() -> None:
            client, _ = listening.accept()
            client.recv(10)
            client.close()

        thread = threading.Thread(target=hang_up)
        thread.start()
        found = outcome(defined(f"http://127.0.0.1:{listening.getsockname()[1]}"), tmp_path)
        thread.join()
    assert isinstance(found, UserError)
    assert found.code == "proposer-broke-off"


def test_an_answer_without_end_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.proposers.posting.LIMIT", 1000)
    with server(lambda request: Said(b" " * 5000)) as running:
        found = outcome(defined(running.url), tmp_path)
    assert isinstance(found, UserError)
    assert found.code == "proposer-too-much"


def test_who_stops_does_not_wait_for_the_answer(tmp_path: Path) -> None:
    asked, free = threading.Event(), threading.Event()

    def hang(request: Request) -> Said:
        asked.set()
        free.wait()
        return right(request)

    with server(hang) as running:
        run = Proposing(defined(running.url), standard(), tmp_path)
        assert list(run.each([make()], going=lambda: not asked.is_set())) == []
        free.set()


# -- redirects ---------------------------------------------------------------------------------------------------------


def test_a_redirect_to_another_path_is_followed_with_the_article(tmp_path: Path) -> None:
    def say(request: Request) -> Said:
        return right(request) if request.path == "/v2" else Said(status=307, headers={"Location": "/v2"})

    with server(say) as running:
        assert isinstance(outcome(defined(running.url), tmp_path), Layer)
    assert [request.path for request in running.requests] == ["/", "/v2"]


@pytest.mark.parametrize("other", ["port", "http://example.org/", "https://{here}/", "//example.org/", "ftp://x/", ""])
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_to_somebody_else_is_refused(tmp_path: Path, other: str, status: int) -> None:
    with server(right) as thief:
        where = thief.url if other == "port" else other

        def say(request: Request) -> Said:
            return Said(status=status, headers={"Location": where.format(here=request.headers["Host"])})

        with server(say) as running, pytest.raises(UserError) as error:
            outcome(defined(running.url), tmp_path)
        assert error.value.code in ("proposer-redirect", "proposer-url")
        assert thief.requests == []


def test_a_redirect_without_end_is_left(tmp_path: Path) -> None:
    with (
        server(lambda request: Said(status=307, headers={"Location": "/again"})) as running,
        pytest.raises(UserError) as error,
    ):
        outcome(defined(running.url), tmp_path)
    assert error.value.code == "proposer-redirects"


# -- addresses ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "named", "local"),
    [
        ("http://127.0.0.1:8080/x", "127.0.0.1:8080", True),
        ("http://127.8.9.1", "127.8.9.1:80", True),
        ("http://[::1]:9/", "[::1]:9", True),
        ("http://[::ffff:127.0.0.1]:9/", "[::ffff:127.0.0.1]:9", True),
        ("http://LocalHost:11434/v1", "localhost:11434", True),
        ("https://example.org/v1", "example.org:443", False),
        ("http://127.0.0.1.example.org/", "127.0.0.1.example.org:80", False),
        ("http://localhost.example.org/", "localhost.example.org:80", False),
        ("http://0.0.0.0:80/", "0.0.0.0:80", False),
        ("http://127.1:80/", "127.1:80", False),
        ("http://10.0.0.5:8000", "10.0.0.5:8000", False),
        ("http://пример.рф/", "xn--e1afmkfd.xn--p1ai:80", False),
    ],
)
def test_what_is_this_machine(url: str, named: str, local: bool) -> None:
    found = Address.read(url)
    assert (found.named, found.is_local) == (named, local)


@pytest.mark.parametrize(
    "url",
    ["", "127.0.0.1:80", "ftp://x/", "file:///etc/passwd", "http://", "http://user:pw@127.0.0.1/", "http://a b/",
     "http://127.0.0.1:99999/", "http://127.0.0.1:0/", "http://@example.org/", "http://127.0.0.1\n.example.org/"],
)  # fmt: skip
def test_what_is_no_address(url: str) -> None:
    with pytest.raises(UserError) as error:
        defining.checked(defined(url))
    assert error.value.code == "proposer-url"


def test_a_local_name_that_leads_elsewhere_gets_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``localhost`` may be anything in a hosts file: where it leads is looked at before anything is sent."""
    with server(right) as running:
        monkeypatch.setattr("core.proposers.posting.is_loopback", lambda found: False)
        with pytest.raises(UserError) as error:
            outcome(defined(f"http://localhost:{running.port}"), tmp_path)
    assert error.value.code == "proposer-not-here"
    assert running.requests == []


# -- consent -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server that counts as another machine: its name is no loopback address, though it leads there."""
    real = socket.getaddrinfo

    def resolve(host: object, *rest: object, **more: object) -> object:
        return real("127.0.0.1" if host == "annotator.example" else host, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    with server(right) as running:
        yield running._replace(url=f"http://annotator.example:{running.port}")


def test_no_text_goes_elsewhere_without_a_consent_that_names_the_host(here: Project, elsewhere: Server) -> None:
    made = defined(elsewhere.url)
    defining.define(here, made)
    host = f"annotator.example:{elsewhere.port}"
    with pytest.raises(UserError, match=f"--consent {host}"):
        proposing(here, made)
    with pytest.raises(UserError) as error:
        consent.allow(here, made, "example.org")
    assert error.value.code == "proposer-other-host"
    assert consent.needed(here, made) is not None
    consent.allow(here, made, "annotator.example")
    (given,) = consent.consents(here)
    assert (given.host, given.by) == (host, "vera")
    assert given.at.startswith("20")
    found = [one for _, one in proposing(here, made).each([make()])]
    assert isinstance(found[0], Layer)
    assert len(elsewhere.requests) == 1


def test_another_host_or_port_asks_again(here: Project) -> None:
    made = defined("http://annotator.example:8000/x")
    consent.allow(here, made, "annotator.example:8000")
    assert consent.needed(here, made) is None
    assert consent.needed(here, defined("http://annotator.example:8000/y")) is None
    for url in ("http://annotator.example:8001/x", "http://other.example:8000/x", "https://annotator.example/x"):
        need = consent.needed(here, defined(url))
        assert need is not None
        assert need.host == Address.read(url).named


def test_this_machine_needs_no_consent(here: Project) -> None:
    for url in ("http://127.0.0.1:1/", "http://localhost/", "http://[::1]/"):
        assert consent.needed(here, defined(url)) is None


def test_a_consent_taken_back_is_asked_for_again(here: Project) -> None:
    made = defined("http://annotator.example:8000/")
    consent.allow(here, made)
    consent.withdraw(here, "annotator.example:8000")
    assert consent.consents(here) == []
    assert consent.needed(here, made) is not None


def test_a_project_from_somebody_else_sends_and_runs_nothing(
    here: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its consents come along with it; on another machine they count for nothing until somebody there says yes."""
    far, tool = defined("http://annotator.example:8000/"), Definition(name="t", kind=Kind.COMMAND, command=("true",))
    for made in (far, tool):
        defining.define(here, made)
        consent.allow(here, made)
        assert consent.needed(here, made) is None
    monkeypatch.setenv(consent.VARIABLE, str(tmp_path / "of-another-machine.json"))
    assert len(consent.consents(here)) == 1
    with pytest.raises(UserError) as error:
        proposing(here, far)
    assert error.value.code == "proposer-consent"
    with pytest.raises(UserError, match="--allow t"):
        proposing(here, tool)
    changed = Definition(name="t", kind=Kind.COMMAND, command=("true", "-x"))
    consent.allow(here, tool)
    assert consent.needed(here, changed) is not None


def test_spoilt_values_allow_nothing(here: Project, tmp_path: Path) -> None:
    made = defined("http://annotator.example:8000/")
    consent.allow(here, made)
    for value in ("*", [1], [{"host": "*"}], {"host": "annotator.example:8000"}, None):
        here.set_value(consent.VALUE, value)
        assert consent.needed(here, made) is not None
    consent.allow(here, made)
    Path(consent.approvals_path()).write_text("[{")
    assert consent.needed(here, made) is not None
    here.set_value(defining.VALUE, [{"name": "../x", "kind": "command", "command": ["x"]}, 7, {"name": "y"}])
    assert defining.definitions(here) == []


# -- proxies -----------------------------------------------------------------------------------------------------------


def test_a_proxy_of_the_environment_is_named_and_asked_about(here: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    made = defined("http://annotator.example/x")
    consent.allow(here, made, "annotator.example")
    with server(right) as proxy:
        monkeypatch.setenv("http_proxy", proxy.url)
        need = consent.needed(here, made)
        assert need is not None
        assert need.through == f"127.0.0.1:{proxy.port}"
        with pytest.raises(UserError, match=f"by the proxy 127.0.0.1:{proxy.port}"):
            proposing(here, made)
        consent.allow(here, made, "annotator.example")
        assert isinstance(next(one for _, one in proposing(here, made).each([make()])), Layer)
        assert proxy.requests[0].path == "http://annotator.example:80/x"


def test_no_proxy_stands_between_us_and_this_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://proxy.example:3128")
    with server(right) as running:
        for host in ("127.0.0.1", "localhost"):
            assert isinstance(outcome(defined(f"http://{host}:{running.port}"), tmp_path), Layer)
