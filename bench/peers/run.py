"""Start doccano and Label Studio on the loopback, send our export through them and the libraries, compare, report.

    python -m bench.peers.run [--articles 10000] [--work out/peers] [--no-write]

Each program is installed from the package index into an environment of its own below ``--work``. The table goes into
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
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from bench.common.articles import samples
from bench.peers import doccano_peer, label_studio_peer, tei_peer
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


def report(table: list[tuple[str, str, dict[str, str]]], said: list[tuple[str, str, str]], speed: list[str]) -> str:
    """Return the part of the document that comes from a run."""
    lines = ["| format | peer | " + " | ".join(FEATURES) + " |", "| --- | --- |" + " --- |" * len(FEATURES)]
    lines += [
        f"| `{name}` | {peer} | " + " | ".join(kept[one] for one in FEATURES) + " |" for name, peer, kept in table
    ]
    lines += ["", "| format | peer | what it says |", "| --- | --- | --- |"]
    lines += [f"| {name} | {peer} | {words} |" for name, peer, words in said]
    return "\n".join([*lines, "", *speed])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--work", type=Path, default=ROOT / "out" / "peers")
    parser.add_argument("--no-write", action="store_true")
    chosen = parser.parse_args()
    chosen.work.mkdir(parents=True, exist_ok=True)
    records, table, said, speed = articles(), [], [], []
    figures: dict[str, Any] = {"bench": "peers", "articles": chosen.articles}
    layers = [record.layer for record in records]
    with tempfile.TemporaryDirectory(prefix="citata-peers-") as made:
        folder = Path(made)
        for name, peer, run in BACK:
            place = folder / name
            place.mkdir()
            by_place = name == "conll"
            table.append((name, peer, survives(layers, run(records, place), texts=not by_place)))
        for name, peer, check in OUT:
            said.append((name, peer, check(records, folder)))
        said.append(tei_peer.check(records, folder, chosen.work))
        own = [ours(records, chosen.articles, folder)] if chosen.articles else []
        servers = (
            ("doccano", ".jsonl", doccano_peer.PACKAGES, doccano_peer.Doccano, 8391),
            ("label-studio", ".json", label_studio_peer.PACKAGES, label_studio_peer.LabelStudio, 8392),
        )
        for name, suffix, packages, program, port in servers:
            peer_of = program(environment(chosen.work, name, packages), folder / f"{name}-home", port)
            kept, theirs = with_server(peer_of, name, suffix, records, chosen.articles, folder)
            table.insert(0, (name, packages[0].replace("==", " "), kept))
            figures |= {f"{name}_seconds": round(theirs, 1)}
            if theirs:
                own += [ours(records, chosen.articles, folder) for _ in range(2)]
                seconds = statistics.median(own[-3:])
                figures |= {f"{name}_to_ours": round(theirs / seconds, 1), f"ours_beside_{name}": round(seconds, 2)}
                speed.append(
                    f"{chosen.articles:,} articles into a project and out again: Citata {seconds:.2f} s, {name} "
                    f"{theirs:.1f} s ({theirs / seconds:.1f} times as long)."
                )
    if not chosen.no_write:
        said = [(name, f"{peer}", words) for name, peer, words in said]
        before, rest = DOCUMENT.read_text(encoding="utf-8").split(BEGIN)
        after = rest.split(END)[1]
        versions = ", ".join(
            f"{one} {version(one)}" for one in ("spacy", "dkpro-cassis", "pandas", "pyarrow", "datasets")
        )
        words = f"{BEGIN}\n{report(table, said, speed)}\n\nLibraries: {versions}.\n{END}"
        DOCUMENT.write_text(before + words + after, encoding="utf-8", newline="\n")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
