"""``citata annotate``: texts in, the pre-annotation's layer out as exchange JSONL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from core.cli.command import REFUSED, command, option
from core.cli.parameters import FILE_OR_STREAM
from core.cli.progress import bar, print_refused
from core.cli.streams import STREAM, known_source, standard_input, writing
from core.errors import UserError
from core.formats import format_named, guess
from core.formats.base import Options, Record, Refused, make_article, refused
from core.formats.jsonl import lines_of, read_article, write_record
from core.language import number, tr
from core.model import Actor, Article, Quotation, Range
from core.model.layer import Layer
from core.report.reasons import in_words, rule_words
from core.words.values import form_words


@command()
@click.argument("inputs", metavar="IN...", nargs=-1, required=True, type=FILE_OR_STREAM)
@option("-o", "--output", default="-", type=FILE_OR_STREAM, help="The JSONL file to write; standard output by default.")
@option("--explain", is_flag=True, help="Print every item with its score, the rule that proposed it, and why in words.")
@option("--encoding", help="Encoding of the text files; detected where this is left out.")
def annotate(inputs: tuple[Path, ...], output: Path, explain: bool, encoding: str | None) -> None:
    """Propose quotations, cues, speakers and entities for texts.

    IN are text files and exchange JSONL, - is standard input; whatever layers the JSONL holds are ignored. OUT gets
    the layer "auto" of every article, with the same ids in the same order. Articles that cannot be read, or on which
    the rules fail, are reported and left out; the exit code is 1 then.
    """
    for path in inputs:
        if path.exists() and output.exists() and path.samefile(output):
            raise UserError("output-is-input", path=output)
    refusals: list[Refused] = []
    with standard_input(inputs) as paths:
        written = _annotate(paths, output, explain, encoding, refusals)
    where = "" if output == STREAM else f": {output}"
    click.echo(f"{tr('%n article(s) annotated', written)}{where}", err=True)
    if print_refused(refusals):
        raise SystemExit(REFUSED)


def _annotate(paths: list[Path], output: Path, explain: bool, encoding: str | None, refusals: list[Refused]) -> int:
    """Write the layer of every article and return how many there are; UserError ``annotate-nothing``."""
    articles = read_articles(paths, encoding, refusals)
    first = next(articles, None)
    if first is None:
        raise UserError("annotate-nothing", refused=print_refused(refusals))
    from core.preannotate import Annotator

    annotator, written = Annotator(), 0
    with writing(output) as out, bar(tr("Annotating"), count(paths)) as shown:
        for article in _chain(first, articles):
            shown(written, article.title or article.id)
            try:
                layer = annotator.annotate(article)
            except UserError as error:
                if error.code != "annotate-failed":
                    raise
                refusals.append(refused(error))
                continue
            out.write(write_record(article, layer, sort=True) + b"\n")
            written += 1
            if explain:
                click.echo("\n".join(explained(layer)), err=output == STREAM)
        shown(written, "")
    return written


def _chain(first: Article, rest: Iterable[Article]) -> Iterator[Article]:
    yield first
    yield from rest


def read_articles(paths: Iterable[Path], encoding: str | None, refusals: list[Refused]) -> Iterator[Article]:
    """Yield the articles of files in order, each id once; what cannot be read is put into ``refusals``.

    A record that repeats an article (another layer of it) is passed over; one with another text is refused. A text file
    whose name is taken becomes ``name-2``.
    """
    seen: dict[str, str] = {}
    for found in map(known_source, _read(paths, encoding)):
        if isinstance(found, Refused):
            refusals.append(found)
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
            refusals.append(refused(UserError("record-article-differs", **facts)))


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


def explained(layer: Layer) -> Iterator[str]:
    """Yield lines that say what was proposed in an article, with scores and rules."""
    text = layer.article.text
    yield f"{layer.article.id}: {layer.article.title or ''}".rstrip(": ")
    for item in layer.annotations():
        score = "" if item.score is None else f"{number(item.score, 2)} "
        rule = "" if item.rule is None else f" [{rule_words(item.rule)}]"
        if isinstance(item, Quotation):
            content = " … ".join(_shortened(text, span) for span in item.ranges)
            yield f"  {score}{form_words(item.form)} {item.start}–{item.end}{rule} {content}"
            yield f"      {'; '.join(_frame(layer, item))}"
            evidence = item.extra.get("evidence", ())
            yield from (f"      {tr('because {reason}', reason=in_words(str(why)))}" for why in evidence)
        else:
            start, end = item.range
            yield f"  {score}{item.label} {start}–{end}{rule} {_shortened(text, item.range)}"


def _frame(layer: Layer, item: Quotation) -> Iterator[str]:
    """Yield what is said of the frame of a quotation: cue, mention, speaker."""
    text, speaker = layer.article.text, layer.actor(item.speaker)
    yield tr("cue {words}", words=_shortened(text, item.cue)) if item.cue else tr("no cue")
    yield tr("mention {words}", words=_shortened(text, item.mention)) if item.mention else tr("no mention")
    yield tr("speaker {name}", name=speaker.name) if isinstance(speaker, Actor) else tr("speaker unknown")


def _shortened(text: str, span: Range) -> str:
    part = text[span.start : span.end].replace("\n", " ")
    return part if len(part) <= 100 else f"{part[:60]} … {part[-35:]}"


COMMANDS = (annotate,)
