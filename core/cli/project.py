"""``citata verify``, ``restore``, ``backup``, ``merge``, ``compact`` and ``history``: care for a project file."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from core.cli.author import author_name

if TYPE_CHECKING:
    from core.store import Project
    from core.store.merging import MergeReport

PROJECT = click.argument("project", type=click.Path(path_type=Path))


@click.command()
@PROJECT
@click.option("--repair", "out", type=click.Path(path_type=Path), help="Write what can be saved to this new project.")
@click.option("--report", type=click.Path(path_type=Path), help="Write what was found, left out and restored here.")
def verify(project: Path, out: Path | None, report: Path | None) -> None:
    """Check PROJECT: every row, digests, ranges, covered text, links, and that its log gives what its tables hold.

    Exit code 0: sound; 3: something was found. The project itself is never changed. With --repair also a file that does
    not open is saved as far as its pages go.
    """
    from core.cli.progress import bar
    from core.errors import UserError
    from core.store import repair as repair_project
    from core.store import verify as check
    from core.store.recovered import SALVAGEABLE

    try:
        with bar("verify", None) as step:
            found = check(project, lambda done, of: step(done, f"of {of}"))
        lines = [str(finding) for finding in found.findings]
        checked = f"{found.articles} articles, {found.layers} layers, {found.edits} edits: {_verdict(len(lines))}"
    except UserError as error:
        if out is None or error.code not in SALVAGEABLE:
            raise
        lines, checked = [str(error)], "it does not open; what can be read of its pages is saved"
    sound = not lines
    for line in lines:
        click.echo(line)
    click.echo(checked)
    if out is not None:
        done = repair_project(project, out)
        repaired = [str(finding) for finding in done.repaired]
        for line in repaired:
            click.echo(line)
        whole = "everything was saved" if done.complete else "something may be missing"
        click.echo(f"{out}: {done.articles} articles, {done.layers} layers; {len(done.lost)} items left out; {whole}")
        lines += [*repaired, *done.lost, *done.restored]
    if report is not None:
        report.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    if not sound:
        raise SystemExit(3)


def _verdict(count: int) -> str:
    return "sound" if not count else f"{count} found" + ("" if count < 50 else " (at least)")


@click.command()
@PROJECT
@click.argument("backup", required=False)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write the backup there; PROJECT stays as it is.")
def restore(project: Path, backup: str | None, output: Path | None) -> None:
    """Replace PROJECT with a BACKUP; without BACKUP, list the backups.

    BACKUP is a number from that list, or a file. The replaced project file is kept beside the project.
    """
    from core.errors import UserError
    from core.store import backups_of, restore_backup

    found = backups_of(project)
    if backup is None:
        for number, one in enumerate(found, 1):
            click.echo(f"{number:3}  {one.at.astimezone():%Y-%m-%d %H:%M:%S}  {one.size / 1e6:8.1f} MB  {one.why}")
        if not found:
            click.echo(f"There are no backups of {project}.")
        return
    if backup.isdecimal() and not 0 < int(backup) <= len(found):
        raise UserError("backup-missing", path=project, number=backup, count=len(found))
    source = found[int(backup) - 1].path if backup.isdecimal() else Path(backup)
    if output is not None and output.exists():
        raise UserError("file-exists", path=output)
    kept = restore_backup(output or project, source)
    click.echo(f"{output or project} is as it was in {source.name}.")
    if kept is not None:
        click.echo(f"What stood there is kept as {kept}.")


@click.command()
@PROJECT
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Save a copy there instead of among the backups.")
def backup(project: Path, output: Path | None) -> None:
    """Make a consistent copy of PROJECT, also while it is open in a window."""
    from core.store import Project, back_up_now

    if output is None:
        click.echo(back_up_now(project, "manual"))
        return
    with Project.open(project, author_name(), read_only=True) as opened:
        opened.save_copy(output)
    click.echo(output)


@click.command()
@PROJECT
@click.argument("other", type=click.Path(path_type=Path))
@click.option("--prefer", type=click.Choice(["ours", "theirs"]), help="Resolve every conflict this way at once.")
@click.option("--dry-run", is_flag=True, help="Say what would come and clash, and change nothing.")
@click.option("--unrelated", is_flag=True, help="Merge a project that is no copy of PROJECT as well.")
@click.option("--author", envvar="CITATA_AUTHOR", help="Your name for the log; by default your user name.")
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
        _say_merged(done, "would be" if dry_run else "were")
        for one in waiting:
            words = conflict_line(one, titles.get(one.article, one.article), texts[one.article])
            click.echo(f"conflict: {words}{f' -> {prefer}' if prefer is not None else ''}")
        if prefer is not None and not dry_run:
            _resolve_all(opened, [one.id for one in waiting], prefer)
    if done.refused or (waiting and (prefer is None or dry_run)):
        raise SystemExit(3)


def _resolve_all(project: Project, waiting: Iterable[int], prefer: str) -> None:
    from core.history.merge import Choice
    from core.store import resolve_conflict

    for conflict in waiting:
        resolve_conflict(project, conflict, Choice(prefer))


def _say_merged(done: MergeReport, verb: str) -> None:
    taken = f"{'was' if verb == 'were' else verb} taken"
    click.echo(
        f"{len(done.articles)} articles and {len(done.layers)} layers {verb} new; {len(done.forwarded)} layers {verb} "
        f"carried on, {len(done.merged)} merged."
    )
    for article, diff in done.refused:
        click.echo(f"{article}: the texts differ; nothing of it {taken}.\n{diff}")


@click.command()
@PROJECT
@click.option("--days", default=30, show_default=True, help="Leave the edits of the last so many days alone.")
@click.option(
    "--keep",
    type=click.Choice(["days", "statuses", "last"]),
    default="days",
    show_default=True,
    help="Whose states stay: the end of each day and every change of status, the latter only, or the last only.",
)
def compact(project: Path, days: int, keep: str) -> None:
    """Shorten the log of PROJECT: runs of old edits become one each. A backup is made first."""
    from core.store import Points, Project
    from core.store import compact as shorten

    with Project.open(project, author_name()) as opened:
        done = shorten(opened, datetime.now(UTC) - timedelta(days=days), Points(keep))
    click.echo(
        f"{done.before} edits before, {done.after} now; {done.bytes_before / 1e6:.1f} MB before, "
        f"{done.bytes_after / 1e6:.1f} MB now."
    )


@click.command()
@PROJECT
@click.argument("article")
@click.option("--annotator", help="Whose layer; by default all.")
@click.option("--item", help="Only the edits of this item.")
def history(project: Path, article: str, annotator: str | None, item: str | None) -> None:
    """Print who changed what in ARTICLE, when."""
    from core.store import Project

    with Project.open(project, author_name(), read_only=True) as opened:
        for name in [annotator] if annotator is not None else opened.layers_of(article):
            for entry in opened.history(article, name, item=item):
                ids = ", ".join(sorted(entry.edit.item_ids)) if len(entry.edit.item_ids) < 9 else "…"
                undoes = f" (undoes {entry.undoes})" if entry.undoes is not None else ""
                click.echo(
                    f"{entry.id}\t{entry.at.astimezone():%Y-%m-%d %H:%M:%S}\t{name}\t{entry.author}\t"
                    f"{entry.edit.name}{undoes}\t{ids}"
                )


COMMANDS = (verify, restore, backup, merge, compact, history)
