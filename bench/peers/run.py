"""Start doccano and Label Studio on the loopback, send our export through them and the libraries, compare, report.

    python -m bench.peers.run [--articles 10000] [--work out/peers] [--no-write]

Each program is installed from the package index into an environment of its own below ``--work``. Each peer runs in a
process of its own with a time limit (``--limit`` seconds; a server besides ``--each`` seconds an article): one that
fails or does not come to an end is a row that says so, and the others are measured all the same. The table goes into
``docs/formats.md`` between its marks. The last line is JSON.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace

from bench.common.articles import samples
from bench.peers import doccano_peer, label_studio_peer, tei_peer
from bench.peers.limits import INSTALL, attempt, end_in_order
from bench.peers.local import BACK, OUT, read_back
from core.formats import format_named
from core.formats.base import Options, Record
from core.formats.jsonl import read_jsonl, write_jsonl
from core.model import Quotation, State, Status
from core.model.layer import Layer
from core.model.schema import standard
from tests.meaning import meaning

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = ROOT / "docs" / "formats.md"
BEGIN, END = "<!-- peers: begin -->", "<!-- peers: end -->"
FEATURES = ("entities", "quotations", "fragments", "links", "parents", "actors", "kinds", "states", "scores", "notes")
FEATURES += ("title", "meta", "status")
BASE = frozenset({"entities", "quotations"})


def articles() -> list[Record]:
    """Return the sample articles and the golden ones, each with what only it has."""
    golden = [one for one in read_jsonl(ROOT / "tests" / "data" / "exchange.jsonl") if isinstance(one, Record)]
    return [*samples(), *golden]


def survives(before: list[Layer], after: list[Layer], texts: bool = True) -> dict[str, str]:
    """Return for each feature how many of the articles that have it kept it: ``all``, ``–``, or ``n of m``."""
    by_id = {layer.article.id: layer for layer in after} if texts else {}
    pairs = [(one, by_id.get(one.article.id) if texts else other) for one, other in zip(before, after, strict=True)]
    out = {}
    for feature in FEATURES:
        holds = BASE | {feature} | ({"actors"} if feature == "kinds" else set())
        concerned = [(one, other) for one, other in pairs if has(one, feature)]
        kept = sum(
            other is not None and _same(meaning(one, holds), meaning(other, holds), feature) for one, other in concerned
        )
        out[feature] = "all" if kept == len(concerned) else "–" if not kept else f"{kept} of {len(concerned)}"
    return out


def has(layer: Layer, feature: str) -> bool:
    """Tell whether an article has something of a feature that could be lost."""
    entities, quotations = layer.entities(), layer.quotations()
    both = [*entities, *quotations]
    named = [layer.actor(one.speaker if isinstance(one, Quotation) else one.actor) for one in both]
    tests: dict[str, object] = {
        "entities": entities,
        "quotations": quotations,
        "fragments": [one for one in quotations if len(one.ranges) > 1],
        "links": [one for one in quotations if one.cue or one.mention],
        "parents": [one for one in quotations if one.parent],
        "actors": [one for one in named if one],
        "kinds": [one for one in named if one and one.kind],
        "states": [one for one in both if one.state is not State.MANUAL],
        "scores": [one for one in both if one.score is not None],
        "notes": [one for one in both if one.note],
        "title": layer.article.title,
        "meta": layer.article.meta,
        "status": layer.head.status is not Status.NEW,
    }
    return bool(tests[feature])


def _same(one: dict[str, Any], other: dict[str, Any], feature: str) -> bool:
    names = {"title": ["title"], "meta": ["meta"], "status": ["status"], "entities": ["entities"]}
    wanted = names.get(feature, ["quotations"] if feature in ("quotations", "fragments", "links", "parents") else [])
    return all(one[name] == other[name] for name in wanted or ["entities", "quotations"])


def environment(work: Path, name: str, packages: tuple[str, ...]) -> Path:
    """Return the folder of programs of an environment with packages, made where it is not there."""
    place = work / name
    if not (place / "ready").exists():
        shutil.rmtree(place, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
        pip = [str(place / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, packages[0]], check=True, stderr=subprocess.DEVNULL)
        if packages[1:]:
            subprocess.run([*pip, *packages[1:]], check=True, stderr=subprocess.DEVNULL)
        (place / "ready").touch()
    return place / "bin"


def many(records: list[Record], count: int) -> Iterator[Record]:
    """Yield ``count`` records, the given ones over and over with ids of their own."""
    for number in range(count):
        article, layer = records[number % len(records)][:2]
        article = replace(article, id=f"{article.id}-{number}")
        yield Record(article, Layer(article, layer.annotator, layer.everything()))


def ours(records: list[Record], count: int, folder: Path) -> float:
    """Return the seconds that Citata takes for as many articles into a new project and out again.

    Taken before and after a server's turn; the median of the last three is reported, because machine speed varies.
    """
    from core.exchange.transfer import export_project, import_files
    from core.store import Project

    path = folder / "ours.jsonl"
    write_jsonl(path, many(records, count))
    for left in folder.glob("ours.citata*"):
        left.unlink()
    os.sync()  # or our transactions would wait for what the peer has left to write
    start = time.monotonic()
    with Project.create(folder / "ours.citata", "peer") as project:
        import_files(project, [path])
        export_project(project, folder / "ours-out.jsonl")
    return time.monotonic() - start


def with_server(
    peer: Any, name: str, suffix: str, records: list[Record], count: int, folder: Path
) -> tuple[Any, float]:
    """Return what survives a server, and the seconds that it takes for ``count`` articles in and out."""
    row, config = format_named(name), ()
    try:
        peer.log_in()
        if name == "label-studio":
            from core.formats.label_studio import config as make_config

            config = (make_config(standard()),)
        path = folder / f"small{suffix}"
        row.write(path, records, Options())
        project = peer.project("citata-small", *config)
        peer.bring_in(project, path)
        back = folder / f"back{suffix}"
        back.write_bytes(peer.take_out(project)[0])
        kept = survives([record.layer for record in records], read_back(name, back))
        seconds = 0.0
        if count:
            row.write(path, many(records, count), Options())
            project = peer.project("citata-many", *config)
            seconds = peer.bring_in(project, path) + peer.take_out(project)[1]
        return kept, seconds
    finally:
        peer.stop()


def in_full(peer: str, folder: Path, work: Path, articles_: int) -> dict[str, Any]:
    """Return what one peer makes of our files: what is kept, or what it says, and how long it takes."""
    records = articles()
    layers = [record.layer for record in records]
    for name, _, run in BACK:
        if name == peer:
            return {"kept": survives(layers, run(records, folder), texts=name != "conll")}
    for name, _, check in OUT:
        if name == peer:
            return {"said": check(records, folder)}
    if peer == "tei":
        name, who, words = tei_peer.check(records, folder, work)
        return {"said": words, "peer": who}
    server = SERVERS[peer]
    program = server.program(environment(work, peer, server.packages), folder / "home", server.port)
    kept, seconds = with_server(program, peer, server.suffix, records, articles_, folder)
    return {"kept": kept, "seconds": seconds}


class Server(NamedTuple):
    """A peer that is a server: how its format's files end, what is installed, the class that runs it, its port."""

    suffix: str
    packages: tuple[str, ...]
    program: Callable[[Path, Path, int], Any]
    port: int

    @property
    def title(self) -> str:
        """Name and version."""
        return self.packages[0].replace("==", " ")


SERVERS = {
    "doccano": Server(".jsonl", doccano_peer.PACKAGES, doccano_peer.Doccano, 8391),
    "label-studio": Server(".json", label_studio_peer.PACKAGES, label_studio_peer.LabelStudio, 8392),
}


class Run:
    """A run over all peers: rows of the two tables, sentences on speed, figures."""

    def __init__(self, chosen: argparse.Namespace, folder: Path) -> None:
        self._chosen, self._folder = chosen, folder
        self.table: list[tuple[str, str, dict[str, str] | str]] = []
        self.said: list[tuple[str, str, str]] = []
        self.speed: list[str] = []
        self.figures: dict[str, Any] = {"bench": "peers", "articles": chosen.articles, "failed": {}}

    def all(self) -> None:
        """Let every peer have its turn, the servers last."""
        for name, peer, _ in BACK:
            found, failure = self._ask(name, self._chosen.limit)
            self.table.append((name, peer, failure or found["kept"]))
        for name, peer, _ in OUT:
            found, failure = self._ask(name, self._chosen.limit)
            self.said.append((name, peer, failure or found["said"]))
        found, failure = self._ask("tei", self._chosen.limit)
        self.said.append(("tei", found.get("peer", "TEI P5 All"), failure or found["said"]))
        for name in SERVERS:
            self._serve(name)

    def _ask(self, name: str, seconds: float, *more: str) -> tuple[dict[str, Any], str]:
        """Run a peer in a process of its own; return what it found, or in words why nothing."""
        place = self._folder / "".join(one if one.isalnum() else "-" for one in name)
        place.mkdir(exist_ok=True)
        words = ["-m", "bench.peers.run", "--peer", name, "--folder", str(place), "--work", str(self._chosen.work)]
        found, failure = attempt([*words, "--articles", str(self._chosen.articles), *more], seconds)
        if failure:
            print(f"{name}: {failure}", flush=True)
            self.figures["failed"][name] = failure
            return {}, f"not measured: {failure}"
        return found, ""

    def _serve(self, name: str) -> None:
        """Install a server, let it take in and give out, with our own runs before and after."""
        count, server = self._chosen.articles, SERVERS[name]
        records = articles()
        _, failure = self._ask(name, INSTALL, "--install")
        own = [ours(records, count, self._folder)] if count and not failure else []
        found: dict[str, Any] = {}
        if not failure:
            found, failure = self._ask(name, self._chosen.limit + count * self._chosen.each)
        self.table.insert(0, (name, server.title, failure or found["kept"]))
        if failure or not found["seconds"]:
            return
        theirs = found["seconds"]
        own += [ours(records, count, self._folder) for _ in range(2)]
        seconds = statistics.median(own)
        self.figures |= {f"{name}_seconds": round(theirs, 1)}
        self.figures |= {f"{name}_to_ours": round(theirs / seconds, 1), f"ours_beside_{name}": round(seconds, 2)}
        self.speed.append(
            f"{count:,} articles into a project and out again: Citata {seconds:.2f} s, {name} "
            f"{theirs:.1f} s ({theirs / seconds:.1f} times as long)."
        )

    def report(self) -> str:
        """Return the part of the document that comes from the run; a peer that failed has a row that says so."""
        lines = ["| format | peer | " + " | ".join(FEATURES) + " |", "| --- | --- |" + " --- |" * len(FEATURES)]
        for name, peer, kept in self.table:
            cells = [kept] + [""] * (len(FEATURES) - 1) if isinstance(kept, str) else [kept[one] for one in FEATURES]
            lines.append(f"| `{name}` | {peer} | " + " | ".join(cells) + " |")
        lines += ["", "| format | peer | what it says |", "| --- | --- | --- |"]
        lines += [f"| {name} | {peer} | {words} |" for name, peer, words in self.said]
        return "\n".join([*lines, "", *self.speed])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--work", type=Path, default=ROOT / "out" / "peers")
    parser.add_argument("--no-write", action="store_true")
    parser.add_argument("--limit", type=float, default=600, help="seconds that a peer has")
    parser.add_argument("--each", type=float, default=0.3, help="seconds that a server has besides for an article")
    parser.add_argument("--peer", help="run only this one, in this process")
    parser.add_argument("--install", action="store_true", help="with --peer: install it, no more")
    parser.add_argument("--folder", type=Path, help="with --peer: where it may write")
    chosen = parser.parse_args()
    chosen.work.mkdir(parents=True, exist_ok=True)
    if chosen.peer:
        end_in_order()
        if chosen.install:
            environment(chosen.work, chosen.peer, SERVERS[chosen.peer].packages)
            print(json.dumps({}))
        else:
            print(json.dumps(in_full(chosen.peer, chosen.folder, chosen.work, chosen.articles)))
        return
    with tempfile.TemporaryDirectory(prefix="citata-peers-") as made:
        run = Run(chosen, Path(made))
        run.all()
    if not chosen.no_write:
        before, rest = DOCUMENT.read_text(encoding="utf-8").split(BEGIN)
        after = rest.split(END)[1]
        versions = ", ".join(
            f"{one} {version(one)}" for one in ("spacy", "dkpro-cassis", "pandas", "pyarrow", "datasets")
        )
        words = f"{BEGIN}\n{run.report()}\n\nLibraries: {versions}.\n{END}"
        DOCUMENT.write_text(before + words + after, encoding="utf-8", newline="\n")
    print(json.dumps(run.figures))


if __name__ == "__main__":
    main()
