"""``citata annotate``: texts in, the pre-annotation's layer out as exchange JSONL; or a project's articles, in it."""

from __future__ import annotations

import functools
import itertools
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import click

from core.cli.annotate_project import annotate_project, ask_proposer, is_project
from core.cli.author import author_option
from core.cli.command import REFUSED, command, option
from core.cli.explaining import explained
from core.cli.parameters import FILE_OR_STREAM
from core.cli.progress import bar, print_refused
from core.cli.streams import STREAM, Sink, known_source, standard_input, writing
from core.errors import UserError
from core.formats import format_named, guess
from core.formats.base import Options, Record, Refused, make_article, refused
from core.formats.jsonl import lines_of, read_article, write_record
from core.language import tr
from core.model import Article
from core.model.layer import Layer

if TYPE_CHECKING:
    from core.model.knowledge import Knowledge
    from core.preannotate.bulk import Many


@command()
@click.argument("inputs", metavar="IN...", nargs=-1, required=True, type=FILE_OR_STREAM)
@option("-o", "--output", default="-", type=FILE_OR_STREAM, help="The JSONL file to write; standard output by default.")
@option("--explain", is_flag=True, help="Print every item with its score, the rule that proposed it, and why in words.")
@option("--encoding", help="Encoding of the text files; detected where this is left out.")
@option(
    "--workers",
    type=click.IntRange(min=1),
    metavar="N",
    help="Annotate in N processes, 1: without any; by default one for each core where there is text enough. With "
    "--scheduler: wait until N workers are there, or start N with local.",
)
@option(
    "--scheduler",
    metavar="ADDRESS",
    help="Annotate on the machines of this Dask scheduler, as tcp://host:8786; local starts one on this machine.",
)
@option("--proposer", metavar="NAME", help="Of a project: ask this proposer that the project names (citata proposers).")
@option("--consent", metavar="HOST", help="With --proposer: let the texts of the project go to this host.")
@option("--every", is_flag=True, help="Of a project: annotate also what has proposals; they are replaced.")
@author_option
def annotate(
    inputs: tuple[Path, ...],
    output: Path,
    explain: bool,
    encoding: str | None,
    workers: int | None,
    scheduler: str | None,
    proposer: str | None,
    consent: str | None,
    every: bool,
    author: str | None,
) -> None:
    """Propose quotations, cues, speakers and entities for texts.

    IN are text files and exchange JSONL, - is standard input; whatever layers the JSONL holds are ignored. OUT gets
    the layer "auto" of every article, with the same ids in the same order. Or IN is one project: its articles that
    have no proposals get them there. Articles that cannot be read, or on which the rules fail, are reported and left
    out; the exit code is 1 then.

    What a run did before it was stopped or killed is kept, in the project or beside OUT as OUT.*.part: the same
    command goes on from there.
    """
    in_project = len(inputs) == 1 and is_project(inputs[0])
    if (proposer is not None or consent is not None) and not in_project:
        raise click.UsageError(tr("--proposer and --consent are for a project."))
    if consent is not None and proposer is None:
        raise click.UsageError(tr("--consent is for --proposer."))
    if proposer is not None and (workers is not None or scheduler is not None):
        raise click.UsageError(tr("--workers and --scheduler are for our own pre-annotation, not for --proposer."))
    if in_project and (output != STREAM or explain or encoding):
        raise click.UsageError(tr("A project is annotated in place: --output, --explain and --encoding are for files."))
    if every and not in_project:
        raise click.UsageError(tr("--every is for a project."))
    for path in inputs:
        if path.exists() and output.exists() and path.samefile(output):
            raise UserError("output-is-input", path=output)
    if proposer is not None:
        ok = ask_proposer(inputs[0], author, proposer, consent, every=every)
    elif in_project:
        making = functools.partial(proposers, workers, scheduler)
        ok = annotate_project(inputs[0], author, making, every=every)
    else:
        ok = _annotate_files(inputs, output, explain, encoding, proposers(workers, scheduler))
    if not ok:
        raise SystemExit(REFUSED)


def proposers(workers: int | None = None, scheduler: str | None = None, knowledge: Knowledge | None = None) -> Many:
    """Return what annotates, with what a project taught: processes of this machine, or a scheduler's workers."""
    from core.preannotate import Annotator
    from core.preannotate.bulk import suited

    if scheduler is None:
        return suited(Annotator(knowledge), workers)
    from core.preannotate.bulk.cluster import Cluster

    return Cluster(Annotator(knowledge).remade(), scheduler, workers)


def _annotate_files(inputs: tuple[Path, ...], output: Path, explain: bool, encoding: str | None, many: Many) -> bool:
    """Annotate files into ``output``; tell whether nothing was refused."""
    with standard_input(inputs) as paths:
        reading = _Reading(paths, encoding)
        try:
            written = _annotate(reading, count(paths), output, explain, many)
        except KeyboardInterrupt:
            _say_what_is_left(output)
            raise
        except UserError as error:
            if error.code != "part-held":  # then it is another run's
                _say_what_is_left(output)
            raise
    where = "" if output == STREAM else f": {output}"
    click.echo(f"{tr('%n article(s) annotated', written)}{where}", err=True)
    return not print_refused(reading.refusals())


def _say_what_is_left(output: Path) -> None:
    """Say where the work of a run is kept that ends before its end."""
    from core.preannotate.bulk.partial import left

    if output != STREAM and (kept := left(output)) is not None:
        click.echo(tr("What was done is kept in {path}; the same command goes on from there.", path=kept), err=True)


def _annotate(reading: _Reading, total: int, output: Path, explain: bool, many: Many) -> int:
    """Write the layer of every article and return how many there are; UserError ``annotate-nothing``."""
    articles = iter(reading)
    first = next(articles, None)
    if first is None:
        raise UserError("annotate-nothing", refused=print_refused(reading.refusals()))
    numbers: deque[int] = deque()
    """Of the articles that are annotated, read ahead."""
    with _opened(output) as out, bar(tr("Annotating"), total) as shown:

        def without_record() -> Iterator[Article]:
            for number, article in enumerate(itertools.chain([first], articles)):
                if explain or not out.has(number, article):
                    numbers.append(number)
                    yield article

        written = 0
        with closing(many.each(without_record())) as outcomes:
            for article, found in outcomes:
                number = numbers.popleft()
                shown(number, article.title or article.id)
                if isinstance(found, UserError):
                    reading.refuse(refused(found), number)
                    continue
                out.write(number, write_record(article, found, sort=True) + b"\n")
                written += 1
                if explain:
                    click.echo("\n".join(explained(found)), err=output == STREAM)
        shown(total, "")
        if out.kept:
            click.echo(tr("%n article(s) were annotated by a run before this one", out.kept), err=True)
        return written + out.kept


class _Output(Protocol):
    """Where records go: a partial file, or standard output, where nothing is kept."""

    kept: int

    def has(self, number: int, article: Article) -> bool: ...

    def write(self, number: int, line: bytes) -> None: ...


class _Stream:
    """Standard output: records in the order in which they come."""

    kept = 0

    def __init__(self, sink: Sink) -> None:
        self._sink = sink

    def has(self, number: int, article: Article) -> bool:
        return False

    def write(self, number: int, line: bytes) -> None:
        self._sink.write(line)


@contextmanager
def _opened(output: Path) -> Iterator[_Output]:
    if output == STREAM:
        with writing(output) as sink:
            yield _Stream(sink)
    else:
        from core.preannotate.bulk.partial import partial

        with partial(output) as made:
            yield made


class _Reading:
    """The articles of files as they are read, and what was refused, in the order in which one by one would refuse."""

    def __init__(self, paths: Iterable[Path], encoding: str | None) -> None:
        self._paths, self._encoding = paths, encoding
        self._count = 0
        self._refused: list[tuple[int, bool, Refused]] = []

    def __iter__(self) -> Iterator[Article]:
        for found in read_articles(self._paths, self._encoding):
            if isinstance(found, Refused):
                self._refused.append((self._count, False, found))
            else:
                self._count += 1
                yield found

    def refuse(self, refusal: Refused, number: int) -> None:
        """Note that the article of a number could not be annotated; others were read since."""
        self._refused.append((number, True, refusal))

    def refusals(self) -> list[Refused]:
        """Return what was refused."""
        return [refusal for _, _, refusal in sorted(self._refused, key=lambda one: one[:2])]


def read_articles(paths: Iterable[Path], encoding: str | None) -> Iterator[Article | Refused]:
    """Yield the articles of files in order, each id once, and what cannot be read.

    A record that repeats an article (another layer of it) is passed over; one with another text is refused. A text file
    whose name is taken becomes ``name-2``.
    """
    seen: dict[str, str] = {}
    for found in map(known_source, _read(paths, encoding)):
        if isinstance(found, Refused):
            yield found
            continue
        article = found.article
        number = 2
        while seen.get(article.id, article.digest) != article.digest and found.line == 0:
            new_id = f"{found.article.id}-{number}"
            article = make_article(new_id, article.title, article.text, article.meta)
            number += 1
        if article.id not in seen:
            seen[article.id] = article.digest
            yield article
        elif seen[article.id] != article.digest:
            facts = {"source": found.source, "line": found.line, "field": "id", "id": article.id}
            yield refused(UserError("record-article-differs", **facts))


def _read(paths: Iterable[Path], encoding: str | None) -> Iterator[Record | Refused]:
    for path in paths:
        try:
            row = guess(path)
            if row.name == "jsonl":
                yield from _read_lines(path)
            else:
                yield from row.read(path, Options(encoding=encoding))
        except UserError as error:
            yield refused(error)


def _read_lines(path: Path) -> Iterator[Record | Refused]:
    for at, line in lines_of(path):
        try:
            article = read_article(line, source=str(path), line_number=at)
            yield Record(article, Layer(article, ""), (), str(path), at)
        except UserError as error:
            yield refused(error)


def count(paths: Iterable[Path]) -> int:
    """Return about how many articles the files hold, for the progress bar: lines of JSONL, one for another file."""
    total = 0
    for path in paths:
        if path.is_file() and path.suffix.lower() in format_named("jsonl").suffixes:
            with path.open("rb") as file:
                total += sum(1 for line in file if line.strip())
        else:
            total += 1
    return total


COMMANDS = (annotate,)
