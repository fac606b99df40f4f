"""``citata search``: every hit of a query in all articles of a project, with what is said there by whom."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from core.cli.author import author_name
from core.cli.command import command, option
from core.cli.index import make_current, say
from core.cli.parameters import FILE_OR_STREAM, PROJECT
from core.cli.streams import STREAM, as_output, writing
from core.cli.tables import terminal_width
from core.errors import UserError
from core.language import tr

if TYPE_CHECKING:
    from core.corpus.corpus import Corpus, Page
    from core.corpus.lines import Line
    from core.corpus.query import Order, Query

ORDERS = ("article", "left", "right", "speaker", "date", "source")
FORMATS = ("jsonl", "csv", "xlsx")
LINES = 100
"""Lines that are printed where nothing else is asked for."""
WIDE = 120
"""Columns of a line where standard output is no terminal."""
NARROWEST = 20
"""Columns that the words around the found ones get at least on each side."""


@command()
@PROJECT
@click.argument("query", required=False)
@option(
    "--order", type=click.Choice(ORDERS), default="article", show_default=True, help="What the lines are sorted by."
)
@option(
    "--limit", type=click.IntRange(0), help="How many lines; 0 is all. By default 100, all with --output and --jsonl."
)
@option("--offset", type=click.IntRange(0), default=0, help="How many lines to pass over first.")
@option("--context", type=click.IntRange(0, 5000), help="Characters before and after the words found.")
@option("--count", "only_count", is_flag=True, help="Print only how many hits there are, and in how many articles.")
@option("--jsonl", is_flag=True, help="Print the lines as JSON, one object a line.")
@option(
    "-o",
    "--output",
    type=FILE_OR_STREAM,
    help="Write the lines to this file (.jsonl, .csv, .xlsx); - is standard output.",
)
@option("--format", "format_", type=click.Choice(FORMATS), help="By default what OUTPUT's name says, else jsonl.")
@option("--rebuild", is_flag=True, help="Make the search index anew first, whatever is there.")
def search(
    project: Path,
    query: str | None,
    order: str,
    limit: int | None,
    offset: int,
    context: int | None,
    only_count: bool,
    jsonl: bool,
    output: Path | None,
    format_: str | None,
    rebuild: bool,
) -> None:
    """Show where the words of QUERY stand in all articles of PROJECT, with what is before and after them.

    A word is found in all its forms: мост; as written: =мосту; by its beginning: мост*. A phrase: "глава государства",
    "глава * государства", "глава ..3 государства". A pattern: /мост\\w*/. Words may be joined by AND, OR, NOT and
    brackets.

    Where: in:quotation, in:cue, in:mention, in:entity. Whose and which: speaker:Белов gender:feminine kind:person
    form:direct state:settled layer:auto cue:сообщить label:PER flag:… status:done source:ТАСС date:2026-05..2026-07
    article:…. A minus before a filter turns it round. Without words every quotation that the filters let through.

    A search index is kept beside the project (NAME.citata-search); it can be deleted at any time. docs/search.md tells
    the whole language.
    """
    from core.corpus.corpus import Corpus
    from core.corpus.lines import CONTEXT
    from core.corpus.parse import parse
    from core.corpus.query import Order
    from core.store import Project

    if query is None and not rebuild:
        raise click.UsageError(tr("Missing argument 'QUERY' (or '--rebuild', to make the index anew)."))
    _check_output(output, project)
    asked = parse(query) if query is not None else None
    with Project.open(project, author_name(), read_only=True) as opened, Corpus(opened) as corpus:
        make_current(corpus, rebuild=rebuild)
        say(corpus.take_notes())
        around = CONTEXT if context is None else context
        if asked is None:
            click.echo(tr("The search index is made: {path}", path=corpus.index.path), err=True)
        elif only_count:
            _print_count(_page(corpus, asked, Order.ARTICLE, 0, 0, around), as_json=jsonl)
        elif output is not None or jsonl:
            _write(corpus, asked, Order(order), offset, limit, around, output or STREAM, format_)
        else:
            wanted = sys.maxsize if limit == 0 else LINES if limit is None else limit
            _print(_page(corpus, asked, Order(order), offset, wanted, around), offset)


def _check_output(output: Path | None, project: Path) -> None:
    """Refuse to write over the project."""
    if output is not None and output != STREAM and output.exists() and project.exists() and output.samefile(project):
        raise UserError("output-is-input", path=output)


def _page(corpus: Corpus, query: Query, order: Order, offset: int, limit: int, context: int) -> Page:
    page = corpus.search(query, order, offset, limit, context=context)
    assert page is not None  # nobody ends it
    say((*page.notes, *corpus.take_notes()))
    return page


def _print_count(page: Page, *, as_json: bool) -> None:
    click.echo(json.dumps({"hits": page.total, "articles": page.articles}) if as_json else _counted(page))


def _counted(page: Page) -> str:
    hits = tr("%n hit(s)", page.total)
    return tr("{hits} in {articles}", hits=hits, articles=tr("%n article(s)", page.articles))


def _write(
    corpus: Corpus,
    query: Query,
    order: Order,
    offset: int,
    limit: int | None,
    context: int,
    output: Path,
    format_: str | None,
) -> None:
    """Write lines to a file or to standard output."""
    from core.corpus import writing as files

    page = _page(corpus, query, order, 0, 0, context)
    lines = corpus.each_line(query, order, context=context)
    lines = islice(lines, offset, offset + limit if limit else None)
    name = format_ or files.format_of(output)
    if output == STREAM and name == "jsonl":
        with writing(STREAM) as out:
            for line in lines:
                out.write(files.as_json(line))
    else:
        with as_output(output, f".{name}") as target:
            count = files.write(target, lines, name)
        if output != STREAM:
            click.echo(f"{tr('%n line(s) written', count)}: {output}", err=True)
    click.echo(_counted(page), err=True)


# -- lines on a terminal ---------------------------------------------------------------------------------------------


def _print(page: Page, offset: int) -> None:
    """Print lines with the words found below each other, the article before and the speaker behind them."""
    width = max(terminal_width() or WIDE, 2 * NARROWEST)
    names = [_cut(line.article, 24) for line in page.lines]
    first = max(map(len, names), default=0)
    said = [_said(line) for line in page.lines]
    last = min(max(map(len, said), default=0), 24)
    room = max(2 * NARROWEST, width - first - last - 4 * 2)
    word = min(max((len(line.keyword) for line in page.lines), default=0), room // 2)
    side = max(NARROWEST, (room - word) // 2)
    for name, line, words in zip(names, page.lines, said, strict=True):
        found = _cut(line.keyword, word)
        right = line.right[: side + word - len(found)].ljust(side + word - len(found))
        shown = f"{name.ljust(first)}  {line.left[-side:].rjust(side)} {click.style(found, bold=True)} {right}"
        click.echo(f"{shown}  {_cut(words, last)}".rstrip())
    click.echo(_counted(page), err=True)
    if offset + len(page.lines) < page.total:
        click.echo(tr("Shown: %n line(s); --limit 0 shows all.", len(page.lines)), err=True)


def _said(line: Line) -> str:
    """Return who says the words of a line, or what the entity is; a proposal with a question mark."""
    parts: Sequence[str] = [line.speaker, line.label] if line.label else [line.speaker or (line.item and "—")]
    words = ", ".join(part for part in parts if part)
    return f"{words} ?" if words and line.settled is False else words


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else words[: max(0, most - 1)] + "…"


COMMANDS = (search,)
