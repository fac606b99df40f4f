"""``citata verify``, ``restore``, ``backup``, ``merge``, ``compact`` and ``history``: care for a project file."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from core.cli.author import author_name, author_option
from core.cli.command import FOUND, command, option
from core.cli.files import write_text
from core.cli.parameters import FILE, PROJECT
from core.language import mark, moment, number, sentence, tr

if TYPE_CHECKING:
    from core.store import Finding, Project
    from core.store.merging import MergeReport

MOST = 50
"""Findings that a check reports; there may be more then."""


@command(exits={FOUND: mark("something was found")})
@PROJECT
@option("--repair", "out", type=FILE, help="Write what can be saved to this new project.")
@option("--report", type=FILE, help="Write what was found, left out and restored here.")
def verify(project: Path, out: Path | None, report: Path | None) -> None:
    """Check PROJECT: every row, digests, ranges, covered text, links, and that its log gives what its tables hold.

    The project itself is never changed. With --repair also a file that does not open is saved as far as its pages go.
    """
    from core.cli.progress import bar
    from core.errors import UserError
    from core.store import repair as repair_project
    from core.store import verify as check
    from core.store.paths import check_plain
    from core.store.recovered import SALVAGEABLE

    check_plain(project)
    if out is not None and out.exists():
        raise UserError("file-exists", path=out)
    try:
        with bar(tr("Checking"), None) as step:
            found = check(project, lambda done, of: step(done, tr("of {total}", total=of)))
        lines = [_finding(finding) for finding in found.findings]
        counted = [tr("%n article(s)", found.articles), tr("%n layer(s)", found.layers), tr("%n edit(s)", found.edits)]
        counted += [tr("%n of the articles removed", found.removed)] if found.removed else []
        checked = f"{', '.join(counted)}: {_verdict(len(lines))}"
    except UserError as error:
        if out is None or error.code not in SALVAGEABLE:
            raise
        lines, checked = [sentence(error)], tr("it does not open; reading what is left on its pages")
    sound = not lines
    for line in lines:
        click.echo(line)
    click.echo(checked)
    if out is not None:
        done = repair_project(project, out)
        repaired = [_finding(finding) for finding in done.repaired]
        for line in repaired:
            click.echo(line)
        made = tr("%n article(s)", done.articles), tr("%n layer(s)", done.layers)
        whole = tr("everything was saved") if done.complete else tr("something may be missing")
        click.echo(f"{out}: {', '.join(made)}; {tr('%n item(s) left out', len(done.lost))}; {whole}")
        lines += [*repaired, *done.lost, *done.restored]
    if report is not None:
        write_text(report, "".join(f"{line}\n" for line in lines))
    if not sound:
        raise SystemExit(FOUND)


def _finding(finding: Finding) -> str:
    """Return what a check or a repair found, in the user's language."""
    from core.errors import UserError

    return sentence(UserError(finding.code, **finding.facts))


def _verdict(count: int) -> str:
    if not count:
        return tr("sound")
    return tr("%n finding(s)", count) if count < MOST else tr("%n finding(s) at least", count)


@command()
@PROJECT
@click.argument("backup", required=False)
@option("-o", "--output", type=FILE, help="Write the backup there; PROJECT stays as it is.")
def restore(project: Path, backup: str | None, output: Path | None) -> None:
    """Replace PROJECT with a BACKUP; without BACKUP, list the backups.

    BACKUP is a number from that list, or a file. The replaced project file is kept beside the project.
    """
    from core.errors import UserError
    from core.store import backups_of, restore_backup
    from core.words.values import why_words

    if not project.exists() and backup is None and not backups_of(project):
        raise UserError("file-missing", path=project)
    found = backups_of(project)
    if backup is None:
        for at, one in enumerate(found, 1):
            size = tr("{size} MB", size=number(one.size / 1e6, 1))
            click.echo(f"{at:3}  {moment(one.at, seconds=True)}  {size:>11}  {why_words(one.why)}")
        if not found:
            click.echo(tr("There are no backups of {path}.", path=project))
        return
    if backup.isdecimal() and not 0 < int(backup) <= len(found):
        raise UserError("backup-missing", path=project, number=backup, count=len(found))
    source = found[int(backup) - 1].path if backup.isdecimal() else Path(backup)
    if output is not None and output.exists():
        raise UserError("file-exists", path=output)
    kept = restore_backup(output or project, source)
    click.echo(tr("{path} is as it was in {source}.", path=output or project, source=source.name))
    if kept is not None:
        click.echo(tr("What stood there is kept as {path}.", path=kept))


@command()
@PROJECT
@option("-o", "--output", type=FILE, help="Save a copy there instead of among the backups.")
def backup(project: Path, output: Path | None) -> None:
    """Make a consistent copy of PROJECT, also while it is open in a window."""
    from core.store import Project, back_up_now

    if output is None:
        click.echo(back_up_now(project, "manual"))
        return
    with Project.open(project, author_name(), read_only=True) as opened:
        opened.save_copy(output)
    click.echo(output)


@command(exits={FOUND: mark("conflicts are left, or texts differ")})
@PROJECT
@click.argument("other", type=FILE)
@option("--prefer", type=click.Choice(["ours", "theirs"]), help="Resolve every conflict this way at once.")
@option("--dry-run", is_flag=True, help="Say what would come and clash, and change nothing.")
@option("--unrelated", is_flag=True, help="Merge a project that is no copy of PROJECT as well.")
@author_option
def merge(project: Path, other: Path, prefer: str | None, dry_run: bool, unrelated: bool, author: str | None) -> None:
    """Take everything from the copy OTHER that PROJECT lacks; same items changed on both sides are listed."""
    from core.cli.conflict_words import conflict_line
    from core.errors import UserError
    from core.store import Project, are_related, merge_copy, open_conflicts
    from core.store.trial import try_merge

    with Project.open(project, author or author_name(), read_only=dry_run) as opened:
        if not unrelated and not are_related(opened, other):
            raise UserError("merge-unrelated", path=str(other))
        if dry_run:
            trial = try_merge(opened, other)
            done, waiting = trial.report, trial.conflicts
            titles, texts = trial.titles, trial.texts
        else:
            done, waiting = merge_copy(opened, other), open_conflicts(opened)
            found = {one.article: opened.article(one.article) for one in waiting}
            titles = {key: article.title or key for key, article in found.items()}
            texts = {key: article.text for key, article in found.items()}
        _say_merged(done, planned=dry_run)
        for one in waiting:
            words = conflict_line(one, titles.get(one.article, one.article), texts[one.article])
            click.echo(f"{tr('conflict: {what}', what=words)}{f' -> {prefer}' if prefer is not None else ''}")
        if prefer is not None and not dry_run:
            _resolve_all(opened, [one.id for one in waiting], prefer)
    if done.refused or (waiting and (prefer is None or dry_run)):
        raise SystemExit(FOUND)


def _resolve_all(project: Project, waiting: Iterable[int], prefer: str) -> None:
    from core.history.merge import Choice
    from core.store import resolve_conflict

    for conflict in waiting:
        resolve_conflict(project, conflict, Choice(prefer))


def _say_merged(done: MergeReport, *, planned: bool) -> None:
    counts = (
        (tr("%n new article(s)", len(done.articles)), done.articles),
        (tr("%n new layer(s)", len(done.layers)), done.layers),
        (tr("%n layer(s) carried on", len(done.forwarded)), done.forwarded),
        (tr("%n layer(s) merged", len(done.merged)), done.merged),
    )
    parts = [*(words for words, found in counts if found), *_said_of_articles(done)] or [tr("nothing new")]
    said = mark("would come: {what}") if planned else mark("came: {what}")
    click.echo(tr(said).format(what=", ".join(parts)))
    for article, diff in done.refused:
        click.echo(f"{tr('{article}: the texts differ; nothing of it is taken.', article=article)}\n{diff}")


def _said_of_articles(done: MergeReport) -> list[str]:
    """Return what a merge did to articles themselves, where it did anything."""
    counts = (
        (tr("details of %n article(s)", len(done.details)), done.details),
        (tr("%n article(s) removed", len(done.removed)), done.removed),
        (tr("%n removed article(s) kept: the other copy went on with them", len(done.kept)), done.kept),
        (tr("%n detail(s) that both changed: left as they are here", len(done.kept_details)), done.kept_details),
        (tr("%n new source(s) in the register", len(done.sources)), done.sources),
        (tr("%n source(s) of the register changed", len(done.changed_sources)), done.changed_sources),
        (tr("%n field(s) of sources that both changed: left as they are here", len(done.kept_sources)),
         done.kept_sources),
        (tr("%n act(s) on what the project taught", len(done.learned)), done.learned),
    )  # fmt: skip
    return [words for words, found in counts if found]


@command()
@PROJECT
@option(
    "--days",
    default=30,
    show_default=True,
    type=click.IntRange(0),
    help="Leave the edits of the last so many days alone.",
)
@option(
    "--keep",
    type=click.Choice(["days", "statuses", "last"]),
    default="days",
    show_default=True,
    help="Whose states stay: the end of each day and every change of status, the latter only, or the last only.",
)
@option("--delete-removed", is_flag=True, help="Delete removed articles for good, with all they had.")
def compact(project: Path, days: int, keep: str, delete_removed: bool) -> None:
    """Shorten the log of PROJECT: runs of old edits become one each. A backup is made first."""
    from core.store import Points, Project
    from core.store import compact as shorten

    with Project.open(project, author_name()) as opened:
        before = datetime.now(UTC) - timedelta(days=days)
        done = shorten(opened, before, Points(keep), purge_removed=delete_removed)
    sizes = {"before": number(done.bytes_before / 1e6, 1), "after": number(done.bytes_after / 1e6, 1)}
    edits = f"{tr('%n edit(s) before', done.before)}, {tr('%n now', done.after)}"
    click.echo(f"{edits}; {tr('{before} MB before, {after} MB now.', **sizes)}")
    if done.purged:
        click.echo(tr("%n removed article(s) deleted for good.", done.purged))


@command()
@PROJECT
@click.argument("article")
@option("--annotator", help="Whose layer; by default all.")
@option("--item", help="Only the edits of this item.")
def history(project: Path, article: str, annotator: str | None, item: str | None) -> None:
    """Print who changed what in ARTICLE, when."""
    from core.errors import UserError
    from core.store import Project
    from core.words.values import edit_words

    with Project.open(project, author_name(), read_only=True) as opened:
        known = opened.layers_of(article)
        if annotator is not None and annotator not in known:
            raise UserError("layers-none", path=str(project), annotator=annotator, known=", ".join(known) or "—")
        for name in [annotator] if annotator is not None else known:
            for entry in opened.history(article, name, item=item):
                ids = ", ".join(sorted(entry.edit.item_ids)) if len(entry.edit.item_ids) < 9 else "…"
                undoes = f" ({tr('undoes {entry}', entry=entry.undoes)})" if entry.undoes is not None else ""
                click.echo(
                    f"{entry.id}\t{moment(entry.at, seconds=True)}\t{name}\t{entry.author}\t"
                    f"{edit_words(entry.edit)}{undoes}\t{ids}"
                )


COMMANDS = (verify, restore, backup, merge, compact, history)
