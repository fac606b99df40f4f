"""``citata learn``: what the settled articles of a project taught, and how far its proposals are made with it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from core.cli.author import author_name, author_option
from core.cli.command import command, option
from core.cli.parameters import FILE, PROJECT
from core.cli.progress import bar
from core.cli.tables import print_table
from core.language import number, sentence, tr

if TYPE_CHECKING:
    from core.learning.project import Learning
    from core.learning.renewing import Difference
    from core.model.knowledge import Check, Knowledge
    from core.store import Project

SHOWN = 20
"""Changed proposals that are printed one by one; the rest are counted."""


@command()
@PROJECT
@option("--on/--off", "on", default=None, help="Switch learning on or off for this project; it is off at first.")
@option("--show", is_flag=True, help="List what is learned, with counts and whether it is used.")
@option("--forget", metavar="ENTRY", help="Remove an entry for good, by its id from --show.")
@option("--entry-off", metavar="ENTRY", help="Switch an entry off, by its id from --show: it changes no proposal.")
@option("--entry-on", metavar="ENTRY", help="Switch an entry on again.")
@option("--undo", is_flag=True, help="Take back the last switch, removal or import.")
@option("--export", "target", type=FILE, help="Write what is learned to this JSON file, for another project.")
@option("--import", "origin", type=FILE, help="Begin with what another project taught, from its JSON file.")
@option("--check", is_flag=True, help="Only measure what learning would bring; nothing is changed.")
@option("--json", "as_json", is_flag=True, help="With --show or --check: print it as JSON.")
@author_option
def learn(
    project: Path,
    on: bool | None,
    show: bool,
    forget: str | None,
    entry_off: str | None,
    entry_on: str | None,
    undo: bool,
    target: Path | None,
    origin: Path | None,
    check: bool,
    as_json: bool,
    author: str | None,
) -> None:
    """Learn from the settled articles of PROJECT: its names, its false cues, how far each rule is right.

    Without an option, and with learning on, it learns from what is settled by now, and the proposals of articles that
    nobody has begun are made anew where that changes them. Each part is used only while it beats the shipped
    proposals: every settled article is predicted with what was settled before it. With learning off, proposals
    are those of the shipped models.
    """
    from core.learning.project import Learning
    from core.store import Project

    given = (on, forget, entry_off, entry_on, target, origin)
    if sum((show, undo, check, *(one is not None for one in given))) > 1:
        raise click.UsageError(tr("Give one option at a time."))
    if as_json and not (show or check):
        raise click.UsageError(tr("--json is for --show and --check."))
    reads = show or check or target is not None
    with Project.open(project, author or author_name(), read_only=reads) as opened:
        if not reads and opened.read_only_because is not None:
            raise opened.read_only_because
        learning = Learning(opened)
        if show:
            _show(learning, as_json=as_json)
        elif check:
            _print_checks(learning.computed(), as_json=as_json)
        elif target is not None:
            found = learning.write(target)
            entries = tr("%n entry(s)", len(found.entries))
            click.echo(f"{tr('Written: {path}', path=target)}, {entries}", err=True)
        else:
            if on is not None:
                learning.switch(on=on)
            changed = _changed(learning, forget, entry_off, entry_on, origin, undo=undo)
            _learn(opened, learning, learns=not changed, every=on is not None or undo)


def _changed(
    learning: Learning,
    forget: str | None,
    entry_off: str | None,
    entry_on: str | None,
    origin: Path | None,
    *,
    undo: bool,
) -> bool:
    """Do what changes the entries, and say it; tell whether anything was to be done."""
    from core.words.learning import act_words

    if forget is not None:
        learning.forget(forget)
        click.echo(tr("Removed: {entry}", entry=forget))
    elif entry_off is not None:
        learning.switch_entry(entry_off, on=False)
        click.echo(tr("Switched off: {entry}", entry=entry_off))
    elif entry_on is not None:
        learning.switch_entry(entry_on, on=True)
        click.echo(tr("Switched on: {entry}", entry=entry_on))
    elif undo:
        click.echo(tr("Taken back: {act}", act=act_words(learning.take_back())))
    elif origin is not None:
        click.echo(tr("%n entry(s) taken in", learning.read(origin)))
    else:
        return False
    return True


def _learn(project: Project, learning: Learning, *, learns: bool, every: bool) -> None:
    """Learn where that was not done yet, and make proposals anew; ``every``: also those that knowledge leaves alone."""
    now = learning.told()
    if now.on:
        _print_version(learning.learn() if learns or now.current is None else now.current)
    else:
        click.echo(tr("Learning is off: proposals are those of the shipped models. Switch it on with --on."))
    if every or now.on:
        _print_differences(_renewed(project, every=every))


def _renewed(project: Project, *, every: bool) -> list[Difference]:
    """Make proposals of articles that nobody has begun anew; return which changed."""
    from core.learning.renewing import renew
    from core.preannotate import Annotator

    with bar(tr("Annotating"), None) as shown:
        found = renew(project, Annotator(), every=every, progress=shown)
    for error in found.failed:
        click.echo(f"citata: {sentence(error)}", err=True)
    return found.differences


def _print_version(found: Knowledge) -> None:
    """Say what is learned by now."""
    entries, articles = tr("%n entry(s)", len(found.entries)), tr("%n article(s)", found.articles)
    click.echo(tr("Knowledge {version}: {entries} from {articles}", version=found.version, entries=entries,
                  articles=articles))  # fmt: skip
    _print_left_out(found)
    _print_table(found.checks)


def _print_left_out(found: Knowledge) -> None:
    if found.left_out:
        names = ", ".join(found.left_out_names)
        click.echo(tr("%n entry(s) with the least behind them left out: {names} …", found.left_out, names=names))


def _print_differences(found: list[Difference]) -> None:
    articles = len({one.article for one in found})
    changed = tr("%n proposal(s) changed", len(found))
    click.echo(f"{changed}, {tr('in %n article(s)', articles)}" if found else changed)
    for one in found[:SHOWN]:
        click.echo(f"  {'+' if one.is_new else '−'} {one.article}: {one.kind} {one.words}")
    if len(found) > SHOWN:
        click.echo(f"  {tr('and %n more', len(found) - SHOWN)}")


def _print_checks(found: Knowledge, *, as_json: bool) -> None:
    if as_json:
        told = [{**msgspec.to_builtins(one), "kept": one.is_kept} for one in found.checks]
        click.echo(json.dumps({"articles": found.articles, "checks": told}, ensure_ascii=False))
    else:
        _print_table(found.checks)


def _print_table(checks: tuple[Check, ...]) -> None:
    from core.model.knowledge import Part
    from core.words.learning import part_words

    lines = []
    for one in checks:
        measure = tr("log loss") if one.part is Part.SCORES else "F1"
        kept = tr("yes") if one.is_kept else tr("no")
        figures = (str(one.articles), number(one.without, 3), number(one.within, 3), kept)
        lines.append([part_words(one.part), measure, *figures])
    head = (tr("Part"), tr("Measure"), tr("Articles"), tr("Shipped"), tr("Learned"), tr("Used"))
    print_table(head, lines, words=2)


def _show(learning: Learning, *, as_json: bool) -> None:
    """List the entries of the version in use; of a project that has none yet what it would be."""
    now = learning.told()
    found = now.current if now.current is not None else learning.computed()
    if as_json:
        used = {one.id for one in found.used()} if now.on else set()
        entries = [{"id": one.id, "used": one.id in used, **msgspec.to_builtins(one)} for one in found.entries]
        told = {"on": now.on, "version": found.version, "entries": entries, "forgotten": sorted(now.forgotten),
                "checks": msgspec.to_builtins(found.checks), "left_out": found.left_out}  # fmt: skip
        click.echo(json.dumps(told, ensure_ascii=False))
        return
    from core.report.reasons import entry_words
    from core.words.learning import effect_words, says_words

    click.echo(tr("Learning is on.") if now.on else tr("Learning is off."))
    _print_version(found)
    lines = []
    for one in found.entries:
        places = ", ".join(f"{e.article}:{e.start}–{e.end}" for e in one.examples)
        words = (one.id, entry_words(one), says_words(one), effect_words(one, found), places)
        lines.append([*words, number(one.pro, 2), number(one.con, 2), str(one.articles)])
    head = (tr("Entry"), tr("Written"), tr("Says"), tr("Effect"), tr("Examples"), tr("For"), tr("Against"),
            tr("Articles"))  # fmt: skip
    print_table(head, lines, words=5)
    for entry in sorted(now.forgotten):
        click.echo(tr("Removed: {entry}", entry=entry))


COMMANDS = (learn,)
