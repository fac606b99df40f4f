"""Measure the exchange format: speed beside the bare JSON library on the same records, and memory over many articles.

    python bench/formats.py [--count 100000] [--project 3000]

The records are the sample project's, repeated with new ids. ``write`` and ``read`` are the whole of our work (values
made and checked, text beside every range sliced or verified); ``bare`` is msgspec encoding and decoding the same
objects. The last line is JSON: ratios, articles per second, and how much the resident memory grew between a tenth of
the way and the end.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import msgspec
from msgspec.structs import replace

from bench.common.articles import samples
from core.exchange.transfer import export_project, import_files
from core.formats.base import Record
from core.formats.jsonl import read_jsonl, read_record, write_jsonl, write_record
from core.model.layer import Layer
from core.store import Project

ROUNDS = 15


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time of one run, in seconds: other programs on the machine count less than on a clock."""
    start = time.process_time()
    work()
    return time.process_time() - start


def beside(ours: Callable[[], object], bare: Callable[[], object]) -> tuple[float, float]:
    """Return our time over the other's, the median of runs in turn, and our fastest run in seconds."""
    pairs = [(seconds(bare), seconds(ours)) for _ in range(ROUNDS)]
    return statistics.median(mine / other for other, mine in pairs), min(mine for _, mine in pairs)


def resident() -> int:
    """Return the memory that is resident now, in bytes."""
    pages = Path("/proc/self/statm").read_text().split()[1]
    return int(pages) * resource.getpagesize()


def many(records: list[Record], count: int, marks: list[int]) -> Iterator[Record]:
    """Yield ``count`` records with ids of their own; note the memory at a tenth of the way and at the end."""
    for number in range(count):
        if number in (count // 10, count - 1):
            marks.append(resident())
        article, layer = records[number % len(records)][:2]
        article = replace(article, id=f"{article.id}-{number}")
        yield Record(article, Layer(article, layer.annotator, layer.everything()))


def ratios(records: list[Record]) -> dict[str, float]:
    """Return our time over the bare library's for writing and reading the same records."""
    lines = [write_record(record.article, record.layer, sort=True) for record in records]
    objects = [msgspec.json.decode(line) for line in lines]
    encoder = msgspec.json.Encoder()
    out = {}

    def write() -> object:
        return [write_record(record.article, record.layer, sort=True) for record in records]

    def read() -> object:
        return [read_record(line, source="x", line_number=1) for line in lines]

    out["write_to_bare"], wrote = beside(write, lambda: [encoder.encode(one) for one in objects])
    out["read_to_bare"], took = beside(read, lambda: [msgspec.json.decode(line) for line in lines])
    out["write_to_json"], _ = beside(write, lambda: [json.dumps(one, ensure_ascii=False).encode() for one in objects])
    out["write_per_second"], out["read_per_second"] = len(records) / wrote, len(records) / took
    return {name: round(value, 2) for name, value in out.items()}


def streaming(records: list[Record], count: int, folder: Path) -> dict[str, float]:
    """Return speed and growth of memory over ``count`` articles out to a file and in again."""
    path, marks = folder / "many.jsonl", list[int]()
    start = time.perf_counter()
    write_jsonl(path, many(records, count, marks))
    wrote = time.perf_counter() - start
    start, read, inward = time.perf_counter(), 0, list[int]()
    for read, _ in enumerate(read_jsonl(path), 1):
        if read in (count // 10, count):
            inward.append(resident())
    took = time.perf_counter() - start
    assert read == count
    return {
        "articles": count,
        "megabytes": round(path.stat().st_size / 1e6),
        "out_per_second": round(count / wrote),
        "in_per_second": round(count / took),
        "out_growth_mb": round((marks[1] - marks[0]) / 1e6, 1),
        "in_growth_mb": round((inward[1] - inward[0]) / 1e6, 1),
    }


def through_project(records: list[Record], count: int, folder: Path) -> dict[str, float]:
    """Return speed and growth of memory of importing into a project and exporting from it."""
    path, marks = folder / "some.jsonl", list[int]()
    write_jsonl(path, many(records, count, marks))
    marks.clear()

    def mark(number: int, what: str) -> None:
        if number in (count // 10, count):
            marks.append(resident())

    with Project.create(folder / "bench.citata", "bench") as project:
        start = time.perf_counter()
        done = import_files(project, [path], progress=mark)
        wrote = time.perf_counter() - start
        assert (len(done.articles), done.refused) == (count, [])
        start = time.perf_counter()
        export_project(project, folder / "out.jsonl", progress=mark)
        read = time.perf_counter() - start
    return {
        "project_articles": count,
        "project_in_per_second": round(count / wrote),
        "project_out_per_second": round(count / read),
        "project_in_growth_mb": round((marks[1] - marks[0]) / 1e6, 1),
        "project_out_growth_mb": round((marks[3] - marks[2]) / 1e6, 1),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--project", type=int, default=3_000)
    chosen = parser.parse_args()
    records = samples()
    found: dict[str, object] = {"bench": "formats", **ratios(records * 20)}
    with tempfile.TemporaryDirectory(prefix="citata-bench-") as made:
        found |= streaming(records, chosen.count, Path(made))
        found |= through_project(records, chosen.project, Path(made))
    print(json.dumps(found))


if __name__ == "__main__":
    main()
