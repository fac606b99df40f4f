"""``citata counts``: quotations of a project counted, with the query that lists those of every row."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from core.cli.author import author_name
from core.cli.command import command, option
from core.cli.index import make_current, say
from core.cli.parameters import FILE, FILE_OR_STREAM, PROJECT
from core.cli.streams import STREAM, as_output
from core.cli.tables import print_table
from core.errors import UserError
from core.language import tr

if TYPE_CHECKING:
    from core.corpus.corpus import Corpus
    from core.corpus.counting.types import Scope, Table
    from core.corpus.counting.writing import Counted
    from core.store import Project

AXES = (
    "speaker", "gender", "kind", "form", "cue", "source", "year", "month", "day", "annotator", "state",
)  # fmt: skip
FORMATS = ("table", "csv", "tsv", "jsonl", "xlsx")
MEASURES = ("quotations", "words", "share", "articles")
PERIODS = ("day", "week", "month")
ROWS = 30
"""Rows that are printed where nothing else is asked for."""


@command()
@PROJECT
@option("--by", type=click.Choice(AXES), default="speaker", show_default=True, help="What is counted by.")
@option("--and", "second", type=click.Choice(AXES), help="A second axis: a table of both, as month and gender.")
@option("--where", default="", help="Count only the quotations that this query lists, as in citata search.")
@option("--settled", is_flag=True, help="Count only what a person has decided.")
@option("--proposals", is_flag=True, help="Count only open proposals.")
@option("--pairs", "in_pairs", is_flag=True, help="Count who is quoted beside whom, in the same articles.")
@option("--collocates", "word", help="Count the words around this word or phrase, inside quotations.")
@option("--progress", "work", is_flag=True, help="Show the work of the annotators over time, and how far they agree.")
@option(
    "--period",
    type=click.Choice(PERIODS),
    default="day",
    show_default=True,
    help="With --progress: what time is cut into.",
)
@option(
    "--window", type=click.IntRange(1, 15), default=5, show_default=True, help="With --collocates: words on each side."
)
@option("--least", type=click.IntRange(1), help="With --pairs and --collocates: leave out what is met less often.")
@option("--function-words", is_flag=True, help="With --collocates: prepositions, conjunctions and pronouns too.")
@option("--limit", type=click.IntRange(0), help="How many rows; 0 is all. By default 30, all with --output.")
@option("--format", "format_", type=click.Choice(FORMATS), help="By default what OUTPUT's name says, else a table.")
@option("-o", "--output", type=FILE_OR_STREAM, help="Write the rows to this file; - is standard output.")
@option("--chart", type=FILE, help="Draw a chart into this file (.svg, .png).")
@option(
    "--measure",
    type=click.Choice(MEASURES),
    default="quotations",
    show_default=True,
    help="With --chart: what is drawn.",
)
def counts(
    project: Path,
    by: str,
    second: str | None,
    where: str,
    settled: bool,
    proposals: bool,
    in_pairs: bool,
    word: str | None,
    work: bool,
    period: str,
    window: int,
    least: int | None,
    function_words: bool,
    limit: int | None,
    format_: str | None,
    output: Path | None,
    chart: Path | None,
    measure: str,
) -> None:
    """Count the quotations of PROJECT: who speaks, how much, in which words, where and when.

    Every row has quotations, words said, the share of all words said, and articles; in files also the query that lists
    exactly its quotations. What is counted is said below: settled quotations, or proposals and how many of them are
    expected to be right.
    """
    from core.corpus.counting.types import Scope, States
    from core.store import Project

    _check({"--pairs": in_pairs, "--collocates": word is not None, "--progress": work}, chart is not None)
    if settled and proposals:
        raise click.UsageError(tr("Of '--settled' and '--proposals' one is enough: without them both are counted."))
    _check_files(project, output, chart)
    states = States.SETTLED if settled else States.PROPOSALS if proposals else States.BOTH
    scope = Scope(where, states)
    as_table = (format_ or "table") == "table" and output is None
    most = None if limit == 0 else limit if limit is not None else ROWS if as_table else None
    with Project.open(project, author_name(), read_only=True) as opened:
        if work:
            found = _progress(opened, period, most)
        else:
            wish = _Wish(by, second, scope, in_pairs, word, window, least, function_words, most)
            found = _counted(opened, wish)
    if chart is not None:
        _draw(found, chart, measure)
    if as_table:
        _print(found)
    else:
        _write(found, output or STREAM, format_)
    _say_basis(found)


def _check(what: dict[str, bool], draws: bool) -> None:
    """Refuse what does not go together."""
    asked = [name for name, given in what.items() if given]
    if len(asked) > 1:
        raise click.UsageError(tr("{one} and {other} are asked for one at a time.", one=asked[0], other=asked[1]))
    if draws and asked:
        raise click.UsageError(tr("'--chart' draws quotations by one or two axes, not {what}.", what=asked[0]))


def _check_files(project: Path, *written: Path | None) -> None:
    """Refuse to write over the project."""
    for one in written:
        if one is not None and one != STREAM and one.exists() and project.exists() and one.samefile(project):
            raise UserError("output-is-input", path=one)


class _Wish(NamedTuple):
    """What is counted, as the options say."""

    by: str
    second: str | None
    scope: Scope
    in_pairs: bool
    word: str | None
    window: int
    least: int | None
    function_words: bool
    most: int | None


def _counted(opened: Project, wish: _Wish) -> Counted:
    """Bring the index up to date and count."""
    from core.corpus.corpus import Corpus

    with Corpus(opened) as corpus:
        make_current(corpus)
        found = _ask(corpus, wish)
        say(corpus.take_notes())
    assert found is not None  # nobody ends it
    return found


def _ask(corpus: Corpus, wish: _Wish) -> Counted | None:
    from core.corpus.counting.collocates import collocates
    from core.corpus.counting.pairs import pairs
    from core.corpus.counting.quotations import count
    from core.corpus.counting.types import Axis

    every = 1_000_000 if wish.most is None else wish.most
    if wish.in_pairs:
        return pairs(corpus, wish.scope, least=2 if wish.least is None else wish.least, most=every)
    if wish.word is not None:
        return collocates(
            corpus, wish.word, wish.scope, window=wish.window, least=3 if wish.least is None else wish.least,
            most=every, function_words=wish.function_words,
        )  # fmt: skip
    return count(corpus, Axis(wish.by), Axis(wish.second) if wish.second else None, wish.scope, most=wish.most)


def _progress(opened: Project, period: str, most: int | None) -> Counted:
    from msgspec.structs import replace

    from core.corpus.counting.progress import Period, progress

    found = progress(opened, Period(period))
    assert found is not None  # nobody ends it
    return found if most is None else replace(found, rows=found.rows[-most:])


# -- what comes of it ------------------------------------------------------------------------------------------------


def _draw(found: Counted, path: Path, measure: str) -> None:
    from core.charts.draw import FORMATS as DRAWN
    from core.charts.draw import draw, title_of
    from core.charts.types import Measure
    from core.corpus.counting.types import Table
    from core.formats.base import replacing

    assert isinstance(found, Table)
    format_ = path.suffix.lower().removeprefix(".")
    if format_ not in DRAWN:
        raise click.UsageError(tr("A chart is written as .svg or .png, not as {name}.", name=path.name))
    what = Measure(measure)
    made = draw(found, measure=what, format_=format_, scale=2.0, title=title_of(found, what))
    with replacing(path) as out:
        out.write(made.data)
    click.echo(tr("Written: {path}", path=path), err=True)


def _write(found: Counted, output: Path, format_: str | None) -> None:
    from core.corpus.counting import writing

    name = format_ if format_ not in (None, "table") else writing.format_of(output)
    assert name is not None
    with as_output(output, f".{name}") as target:
        count = writing.write(target, found, name)
    if output != STREAM:
        click.echo(f"{tr('%n row(s) written', count)}: {output}", err=True)


def _print(found: Counted) -> None:
    """Print the rows on a terminal."""
    from core.words.counts import agreement_rows, shown_rows

    head, rows, words = shown_rows(found)
    print_table(head, rows, words=words)
    agreed = agreement_rows(found)
    if agreed is not None:
        print_table(agreed.head, agreed.rows, words=agreed.words)


def _say_basis(found: Counted) -> None:
    """Say on standard error of what is counted, and which rows are left out."""
    from core.corpus.counting.types import Progress, Table
    from core.words.counts import basis_words, pause_words

    if isinstance(found, Progress):
        click.echo(pause_words(found), err=True)
        return
    if isinstance(found, Table) and found.rest_rows:
        click.echo(_rest_words(found), err=True)
    click.echo(basis_words(found.total), err=True)


def _rest_words(found: Table) -> str:
    said = tr("%n quotation(s)", found.rest.quotations)
    return tr("Not shown: {rows} with {quotations}; --limit 0 shows all.", quotations=said,
              rows=tr("%n row(s)", found.rest_rows))  # fmt: skip


COMMANDS = (counts,)
