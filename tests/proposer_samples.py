"""Commands and a loopback server of our own for the tests of other proposers, and approvals that are the test's own."""

from __future__ import annotations

import contextlib
import json
import sys
import textwrap
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

from core.model import Article
from core.model.text import digest
from core.proposers import Definition, Kind
from core.store import Project

TEXT = "«Мост откроют осенью», — сказала Анна Крылова. По словам Крыловой, 🏗 работы идут."
QUOTED = "«Мост откроют осенью»"


def make(article_id: str = "a-1", text: str = TEXT) -> Article:
    return Article(id=article_id, title="Мост", text=text, digest=digest(text), meta={"source": "Вестник"})


def project(folder: Path, count: int = 2) -> Project:
    """Return a project of ``count`` articles of the text, a-1, a-2 …"""
    made = Project.create(folder / "work.citata", "vera")
    for number in range(1, count + 1):
        made.add_article(make(f"a-{number}"))
    return made


def span(words: str, text: str = TEXT) -> dict[str, Any]:
    start = text.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def answer(article_id: str = "a-1", **changes: Any) -> dict[str, Any]:
    """Return an answer that fits: a quotation and two names."""
    return {
        "id": article_id,
        "version": "7",
        "actors": [{"id": "x", "name": "Анна Крылова", "kind": "person"}],
        "entities": [
            {"label": "PER", **span("Анна Крылова"), "actor": "x", "score": 0.9},
            {"label": "PER", **span("Крыловой"), "actor": "x"},
        ],
        "quotations": [
            {"form": "direct", "ranges": [span(QUOTED)], "cue": span("сказала"),
             "speaker_mention": span("Анна Крылова"), "speaker": "x", "rule": "dash", "score": 0.5}
        ],
    } | changes  # fmt: skip


def command(folder: Path, body: str, name: str = "tool", **fields: Any) -> Definition:
    """Return the definition of a Python program that runs ``body`` for each line: ``line``, ``article``, ``say(…)``."""
    path = folder / f"{name}.py"
    head = f"import json, os, sys, time\nANSWER = {json.dumps(answer())!r}\n" + textwrap.dedent(
        """
        def say(article, **changes):
            print(json.dumps({**json.loads(ANSWER), "id": article["id"], **changes}), flush=True)

        for line in sys.stdin:
            article = json.loads(line)
        """
    )
    path.write_text(head + textwrap.indent(textwrap.dedent(body), "    "), encoding="utf-8")
    return Definition(name=name, kind=Kind.COMMAND, command=(sys.executable, str(path)), **fields)


class Request(NamedTuple):
    """What a server was asked."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Said(NamedTuple):
    """What a server answers."""

    body: bytes = b""
    status: int = 200
    kind: str = "application/json"
    headers: dict[str, str] = {}  # noqa: RUF012


class Server(NamedTuple):
    """A server on the loopback; ``requests`` in their order."""

    url: str
    port: int
    requests: list[Request]


@contextmanager
def server(say: Callable[[Request], Said]) -> Iterator[Server]:
    """Run a server whose answers ``say`` gives."""
    requests: list[Request] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            request = Request(self.path, dict(self.headers), body)
            requests.append(request)
            said = say(request)
            self.send_response(said.status)
            for name, value in {"Content-Type": said.kind, **said.headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(said.body)))
            self.end_headers()
            with contextlib.suppress(OSError):  # whoever asked may have gone
                self.wfile.write(said.body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running.daemon_threads = True
    thread = threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        port = running.server_address[1]
        yield Server(f"http://127.0.0.1:{port}", port, requests)
    finally:
        running.shutdown()
        thread.join()
        running.server_close()


def chat(content: object, finish: str = "stop", tokens: int | None = None) -> Said:
    """Return the answer of an OpenAI-compatible server whose model wrote ``content``."""
    words = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    told: dict[str, Any] = {"choices": [{"message": {"role": "assistant", "content": words}, "finish_reason": finish}]}
    if tokens is not None:
        told["usage"] = {"prompt_tokens": tokens}
    return Said(json.dumps(told).encode())
