"""``citata evaluate``: how right a prediction is, beside a gold layer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from core.cli.command import command, option
from core.cli.files import write_text
from core.cli.parameters import FILE
from core.cli.progress import bar
from core.cli.streams import standard_input
from core.cli.tables import print_table
from core.language import tr

if TYPE_CHECKING:
    from core.agreement.evaluation import Mistake


@command()
@click.argument("gold")
@click.argument("predicted")
@option("--errors", type=click.IntRange(0), default=0, metavar="N", help="Print the first N errors, by article.")
@option("--json", "as_json", is_flag=True, help="Print everything as JSON, with the errors.")
@option("--html", type=FILE, help="Write a page with figures, articles and every error to this file.")
def evaluate(gold: str, predicted: str, errors: int, as_json: bool, html: Path | None) -> None:
    """Measure how right PREDICTED is beside GOLD: quotations, who said them, entities.

    Both are JSONL files (- is standard input), or FILE@ANNOTATOR for one layer of a file or of a project. Every
    article of GOLD must be in PREDICTED. Quotations are compared without marks and punctuation around them: exact when
    they are equal then, found when they overlap by half or more; a speaker is right by the same name, a longer or a
    shorter one.
    """
    from core.exchange.layer_sources import evaluate as measure
    from core.exchange.layer_sources import open_sources

    with standard_input([Path(gold), Path(predicted)]) as paths:
        given = [name if path == Path(name) else str(path) for name, path in zip((gold, predicted), paths, strict=True)]
        with open_sources(given, measured=True) as sources, bar(tr("Comparing"), None) as shown:
            found, left_out = measure(sources[0], sources[1], shown)
            names = sources[0].name, sources[1].name
    result: dict[str, Any] = {**found.result(), "left_out": left_out}
    if html is not None:
        from core.report.evaluation import evaluation_page

        write_text(html, evaluation_page(names, result, found.mistakes))
        click.echo(tr("Written: {path}", path=html), err=True)
    if as_json:
        listed = [_plain(one) for one in found.mistakes]
        click.echo(json.dumps({**result, "mistakes": listed}, ensure_ascii=False, indent=1))
    elif html is None or errors:
        _print(names, result, found.mistakes[:errors])


def _plain(one: Mistake) -> dict[str, Any]:
    start, end = one.span
    fields = {name: value for name, value in one._asdict().items() if name != "span"}
    return {**fields, "start": start, "end": end}


def _print(names: tuple[str, str], result: Mapping[str, Any], mistakes: list[Mistake]) -> None:
    from core.report import evaluation as words
    from core.words.learning import made_by_words

    click.echo(f"{names[0]} × {names[1]}: {tr('%n article(s)', result['articles'])}")
    if "knowledge" in result:
        click.echo(made_by_words(result["knowledge"]))
    if result["left_out"]:
        said = tr("not compared: %n article(s) that only {name} has", len(result["left_out"]), name=names[1])
        click.echo(f"{said}: {', '.join(result['left_out'][:5])}{' …' if len(result['left_out']) > 5 else ''}")
    if "gold" in result:
        gold, predicted = tr("%n gold quotation(s)", result["gold"]), tr("%n predicted", result["predicted"])
        click.echo(f"{gold}, {predicted}")
        print_table((tr("Measure"), tr("Precision"), tr("Recall"), "F1"), words.measure_rows(result))
        print_table((tr("Of the quotations found, right are"), tr("Share")), words.share_rows(result))
        print_table(words.form_head(), words.form_rows(result))
        if sum(result["wrong_speakers"].values()):
            print_table((tr("Wrong speakers by kind"), tr("Number"), tr("Share")), words.speaker_rows(result))
        print_table(words.score_head(), words.score_rows(result))
    print_table((tr("Label"), tr("Gold"), tr("Precision"), tr("Recall"), "F1"), words.entity_rows(result))
    for one in mistakes:
        click.echo(words.mistake_line(one))


COMMANDS = (evaluate,)
