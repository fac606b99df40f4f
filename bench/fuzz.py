"""Feed mutated files to every reader: a refusal is right, any other exception, a hang or a half import is not.

    python bench/fuzz.py [--count 20000] [--seed 1] [--only jsonl,brat]

Seeds are our own golden articles in every format that can be read. Mutations: bits, bytes, cuts, doubled and swapped
spans, numbers and strings that break things; of archives (DOCX, XLSX, ZIP) every second time one member only. An input
may take 10 seconds. Every fiftieth of a format is brought into a project, and what went in must be whole. The last line
is JSON; Ctrl-C ends early with the counts so far.
"""

from __future__ import annotations

import argparse
import io
import json
import logging
import plistlib
import random
import re
import shutil
import signal
import sys
import tempfile
import time
import traceback
import warnings
import zipfile
from collections import Counter
from pathlib import Path
from types import FrameType

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from core.errors import UserError
from core.exchange.transfer import import_files
from core.formats import FORMATS, Format
from core.formats.base import Options, Record
from core.formats.jsonl import read_jsonl, write_record
from core.store import Project

DATA = Path(__file__).resolve().parent.parent / "tests" / "data"
SECONDS = 10
WEIRD = (
    b"-1",
    b"1e999",
    b"null",
    b"[]",
    b"{}",
    b'""',
    b"99999999999999999999",
    b"\x00",
    b"\xff",
    b"\xed\xa0\x80",
    b"\\ud83d",
)
WEIRD += (
    b"\r\n",
    b"\xef\xbb\xbf",
    b"&a;",
    b"<!DOCTYPE x>",
    b"../",
    b"head",
    b"true",
    b"NaN",
    "й".encode(),
    "😀".encode(),
)
ALL = Options(repair=True)


class Hang(BaseException):
    """An input took too long; not an Exception, so that no reader can swallow it."""


def ring(signum: int, frame: FrameType | None) -> None:
    raise Hang


def seeds(folder: Path) -> list[tuple[Format, list[Path]]]:
    """Write the golden articles in every format; return the files of each that are to be mutated."""
    records = [record for record in read_jsonl(DATA / "exchange.jsonl") if isinstance(record, Record)]
    out = []
    for row in FORMATS:
        if not row.reads:
            continue
        place = folder / row.name
        place.mkdir()
        target = place / (f"set{row.suffixes[0]}" if row.suffixes else "set")
        if row.writes:
            row.write(target, records, Options())
        else:
            make_seed(row.name, target, records)
        files = [path for path in place.rglob("*") if path.is_file() and not path.name.startswith(".")]
        out.append((row, sorted(files)))
    return out


def make_seed(name: str, target: Path, records: list[Record]) -> None:
    text = records[0].article.text
    if name == "html":
        paragraphs = "".join(f"<p>{line}</p>" for line in text.split("\n") * 5)
        target.write_text(
            f'<html><head><meta charset="utf-8"></head><body><article>{paragraphs}</article></body></html>'
        )
    elif name == "docx":
        import docx

        document = docx.Document()
        for line in text.split("\n"):
            document.add_paragraph(line)
        document.save(target)
    elif name == "odt":
        paragraphs = "".join(f"<text:p>{line}<text:s/><text:note/></text:p>" for line in text.split("\n"))
        body = f"<office:body><office:text><text:list>{paragraphs}</text:list>{paragraphs}</office:text></office:body>"
        target.with_suffix(".fodt").write_text(f'<o xmlns:office="o" xmlns:text="t">{body}</o>')
    elif name == "rtf":
        words = "".join(f"\\u{ord(char)}?" if char > "~" else char for char in text.replace("\n", "\\par "))
        head = "{\\rtf1\\ansicpg1251{\\fonttbl{\\f0\\fcharset204 A;}}{\\info{\\title x}}\\f0 "
        target.write_text(f"{head}{words}{{\\footnote x}}{{\\v x}}{{\\pict\\bin2 ab}}}}")
    elif name == "mhtml":
        part = "Content-Type: text/html\nContent-ID: <f>\n\n<meta charset=utf-8><article><p>"
        parts = f"--B\n{part}{text}\n--B\n{part}{text}\n--B--"
        target.write_text(f"Content-Type: multipart/related; boundary=B\n\n{parts}")
        main = {
            "WebResourceData": part.partition("\n\n")[2].encode() + text.encode(),
            "WebResourceURL": "https://x.example",
        }
        whole = {"WebMainResource": main, "WebSubframeArchives": [{"WebMainResource": main}]}
        target.with_suffix(".webarchive").write_bytes(plistlib.dumps(whole))
    elif name == "pdf":
        shutil.copy(DATA / "press.pdf", target)
    elif name == "eml":
        target.write_text(f"Subject: x\nFrom: a@example.org\nContent-Type: text/plain; charset=utf-8\n\n{text}")
    elif name == "table":
        target.write_text("id;text;date\n" + "".join(f'{n};"{text}";2031-05-04\n' for n in range(3)))
        import openpyxl
        import pyarrow as pa
        import pyarrow.parquet as pq

        book = openpyxl.Workbook()
        book.active.append(["id", "text"])
        book.active.append(["1", text])
        book.save(target.with_suffix(".xlsx"))
        pq.write_table(pa.table({"id": ["1"], "text": [text]}), target.with_suffix(".parquet"))
    elif name == "zip":
        with zipfile.ZipFile(target, "w") as archive:
            archive.writestr("a/b.txt", text)
            archive.writestr("c.jsonl", write_record(*records[1][:2]))
    elif name == "folder":
        target.mkdir()
        (target / "a.txt").write_text(text)
        (target / "b.jsonl").write_bytes(write_record(*records[1][:2]))
    else:
        target.write_bytes(text.encode("cp1251", "ignore"))


def mutated(data: bytes, draw: random.Random) -> bytes:
    """Return ``data`` after one to four mutations."""
    out = bytearray(data)
    for _ in range(draw.randint(1, 4)):
        at, end = sorted((draw.randrange(len(out) + 1), draw.randrange(len(out) + 1)))
        end = min(end, at + draw.choice((1, 4, 40, 4000)))
        kind = draw.randrange(8)
        if kind == 0 and out:
            out[draw.randrange(len(out))] ^= 1 << draw.randrange(8)
        elif kind == 1:
            out[at:at] = draw.choice(WEIRD)
        elif kind == 2:
            del out[at:end]
        elif kind == 3:
            del out[end:]
        elif kind == 4:
            out[at:at] = out[at:end]
        elif kind == 5:
            numbers = list(re.finditer(rb"\d+", bytes(out[:200_000])))
            if numbers:
                found = draw.choice(numbers)
                out[found.start() : found.end()] = draw.choice(
                    (b"0", b"-1", b"7", b"99999", b"2147483648", b'"1"', b"null")
                )
        elif kind == 6:
            strings = list(re.finditer(rb'"[^"\n]{0,40}"', bytes(out[:200_000])))
            if len(strings) > 1:
                one, two = draw.choice(strings), draw.choice(strings)
                out[one.start() : one.end()] = two[0]
        else:
            out[at:end] = draw.randbytes(end - at)
    return bytes(out)


def mutated_inside(data: bytes, draw: random.Random) -> bytes:
    """Return an archive with one of its members mutated, the archive itself whole; any other input mutated as it is."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [(one, archive.read(one)) for one in archive.namelist()]
    except zipfile.BadZipFile:
        return mutated(data, draw)
    at = draw.randrange(len(members))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number, (name, content) in enumerate(members):
            archive.writestr(name, mutated(content, draw) if number == at else content)
    return out.getvalue()


def feed(row: Format, path: Path, project: Project | None) -> str:
    """Read one input, or import it; return what came of it."""
    signal.alarm(SECONDS)
    try:
        if project is not None:
            import_files(project, [path], format=row.name if row.name not in ("folder", "zip") else None, options=ALL)
            return "imported"
        found = list(row.read(path, ALL))
        return "read" if any(isinstance(one, Record) for one in found) else "refused"
    except UserError as error:
        str(error)
        return "refused"
    finally:
        signal.alarm(0)


def whole(project: Project) -> None:
    """Fail where an article or layer of a project cannot be read."""
    for article, layer in project.records():
        write_record(article, layer)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="")
    chosen = parser.parse_args()
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    signal.signal(signal.SIGALRM, ring)
    draw, came, faults = random.Random(chosen.seed), Counter[str](), list[str]()
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="citata-fuzz-") as made:
        folder = Path(made)
        rows = [one for one in seeds(folder) if not chosen.only or one[0].name in chosen.only.split(",")]
        project = Project.create(folder / "fuzz.citata", "fuzz")
        for number in range(chosen.count):
            row, files = rows[number % len(rows)]
            file = draw.choice(files)
            original = file.read_bytes()
            change = draw.choice((mutated, mutated_inside))
            file.write_bytes(change(original, draw))
            top = folder / row.name
            inside = next(top.iterdir()) if row.folder or row.name == "folder" else file
            target = next((one for one in top.iterdir() if one.is_dir()), inside) if row.folder else inside
            try:
                outcome = feed(row, target, project if number // len(rows) % 50 == 0 else None)
                if number % 5000 == 0:
                    whole(project)
            except KeyboardInterrupt:
                break
            except Hang:
                outcome = "hang"
                faults.append(f"{row.name}: hang")
            except Exception as error:  # noqa: BLE001 (that any exception is caught is the point here)
                outcome = "crash"
                frames = traceback.extract_tb(error.__traceback__)
                ours = [f for f in frames if "/core/" in f.filename] or list(frames)
                faults.append(
                    f"{row.name}: {type(error).__name__} at {Path(ours[-1].filename).name}:{ours[-1].lineno}: {error}"[
                        :300
                    ]
                )
                (Path(tempfile.gettempdir()) / f"citata-fuzz-{row.name}-{number}").write_bytes(file.read_bytes())
            came[f"{row.name} {outcome}"] += 1
            file.write_bytes(original)
        whole(project)
        project.close()
    for what, times in Counter(faults).most_common(40):
        print(f"{times} × {what}")
    for what in sorted(came):
        print(f"{came[what]:7,} {what}")
    bad = sum(number for what, number in came.items() if what.endswith((" crash", " hang")))
    seconds = time.monotonic() - start
    print(json.dumps({"bench": "fuzz", "inputs": came.total(), "faults": bad, "seconds": round(seconds, 1)}))
    sys.exit(bool(bad))


if __name__ == "__main__":
    main()
