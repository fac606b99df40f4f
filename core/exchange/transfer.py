"""Import into a project and export out of one: what the command line and the window both call."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace as replaced

from core.collecting import without_collecting
from core.errors import UserError
from core.exchange.choices import Action, What
from core.exchange.duplicates import Duplicates, NearTexts
from core.exchange.fitting import base_for, fit, has_annotations, refusal
from core.exchange.imported import Imported
from core.exchange.new_labels import missing_labels, with_labels
from core.exchange.selection import Split, Unsettled, Wanted, preset, refuse_unsettled, unsettled, wanted_records
from core.formats import Format, format_named, guess
from core.formats.base import Options, Record, Refused, Summary, make_article, refused
from core.formats.folders import links_below
from core.formats.names import path_words
from core.model import Article
from core.model.details import bring_back
from core.model.edits import fill
from core.model.layer import Layer
from core.model.register import SourceEdit

if TYPE_CHECKING:
    from core.store import Project

__all__ = [
    "Imported",
    "Progress",
    "Split",
    "Unsettled",
    "Wanted",
    "What",
    "export_project",
    "import_files",
    "import_records",
    "preset",
    "read_files",
    "unsettled",
    "wanted_records",
    "with_labels",
]

Progress = Callable[[int, str], bool | None]
"""Called after every record with their number so far and the article's id or file; ``False`` back cancels."""

BATCH = 32
"""Records that are written in one transaction."""


# -- in --------------------------------------------------------------------------------------------------------------


def import_files(
    project: Project,
    paths: Iterable[Path],
    *,
    format: str | None = None,
    options: Options | None = None,
    replace_layers: bool = False,
    add_labels: bool = False,
    duplicates: Duplicates | None = None,
    progress: Progress | None = None,
) -> Imported:
    """Import files into ``project``: all or nothing for each article, a refused record does not stop the others.

    ``replace_layers``: a layer that is there and differs is replaced, by an edit that can be undone. ``add_labels``:
    labels that the project lacks are added to its schema. ``duplicates``: what is done with a text without annotations
    that the project has under another id, exactly or nearly; kept beside it by default, with a note. Cancelled and
    taken up again, an import skips what is there. Raises UserError where the project cannot be written (a file that
    cannot be read is a refusal).
    """
    records = read_files(paths, format=format, options=options or Options(schema=project.schema))
    how = {"replace_layers": replace_layers, "add_labels": add_labels}
    return import_records(project, records, **how, duplicates=duplicates, progress=progress)


def import_records(
    project: Project,
    records: Iterator[Record | Refused],
    *,
    replace_layers: bool = False,
    add_labels: bool = False,
    duplicates: Duplicates | None = None,
    progress: Progress | None = None,
) -> Imported:
    """Import what a reader yields, as ``import_files`` does."""
    run = _Run(project, replace_layers, add_labels, duplicates or Duplicates())
    done, number = run.done, 0
    while not done.cancelled:
        with without_collecting():  # till the batch is written and its values are gone again
            batch = deque(itertools.islice(records, BATCH))
            if not batch:
                break
            while batch and not done.cancelled:
                with project.transaction():
                    for record in _taken(batch):
                        number += 1
                        where = record.source if isinstance(record, Refused) else record.article.id
                        run.take(record)
                        if progress is not None and progress(number, where) is False:
                            done.cancelled = True
                        if done.cancelled or project.is_awaited:  # a key press does not wait for the rest of the batch
                            break
    return done


def _taken(batch: deque[Record | Refused]) -> Iterator[Record | Refused]:
    while batch:
        yield batch.popleft()


def read_files(paths: Iterable[Path], *, format: str | None, options: Options) -> Iterator[Record | Refused]:
    """Yield the records of files one after another; a file that cannot be read at all is one refusal."""
    row = format_named(format) if format else None
    for path in paths:
        try:
            if row is not None and path.is_dir():  # a folder of no named format names its links itself
                yield from (refused(UserError("link-left-out", path=path_words(link))) for link in links_below(path))
            yield from (row or guess(path)).read(path, options)
        except UserError as error:
            if error.code.startswith("format-"):
                raise
            yield refused(error)


class _Run:
    """One import: what it did so far, and the texts that are there."""

    def __init__(self, project: Project, replace_layers: bool, add_labels: bool, duplicates: Duplicates) -> None:
        self.done = Imported()
        self._project, self._replace_layers, self._add_labels = project, replace_layers, add_labels
        self._duplicates = duplicates
        self._texts, self._near = project.digests(), NearTexts(project)

    def take(self, record: Record | Refused) -> None:
        """Write one record, or note why not; every check comes before the first write."""
        done, project = self.done, self._project
        if isinstance(record, Refused):
            done.refused.append(record)
            return
        try:
            own, added = fit(project, record, self._texts)
            labels = missing_labels(project.schema, own)
            if labels and not self._add_labels:
                known = ", ".join(label.id for label in project.schema.labels)
                raise refusal(record, "record-label", label=labels[0], known=known)
            edit_base = None if added else self._base(record, own)
        except UserError as error:
            if not error.code.startswith("record-"):
                raise
            done.refused.append(refused(error))
            return
        if labels:
            project.set_schema(with_labels(project.schema, labels))
        kept = self._not_passed_over(record, own.article) if added and not has_annotations(own) else own.article
        if kept is not None:
            self._write(record, own if kept is own.article else Layer(kept, own.annotator), added, edit_base)
            if record.sources:
                self._add_sources(record)

    def _add_sources(self, record: Record) -> None:
        """Add the sources that the register lacks, as one act; what it has of the others stays as it is."""
        from core.store import Registers

        registers = Registers(self._project)
        register = registers.register()
        new = {one.id: one for one in record.sources if register.get(one.id) is None}
        lost = [one for one in new.values() if one.merged and one.merged not in new and not register.get(one.merged)]
        new |= {one.id: replaced(one, merged=None) for one in lost}
        if new:
            registers.change("import-sources", [SourceEdit(None, one) for one in new.values()])
            self.done.sources += len(new)

    def _base(self, record: Record, own: Layer) -> Layer | None:
        """Return the layer that a record of a text that is there changes; a removed article comes back."""
        project, article_id = self._project, own.article.id
        if project.is_removed(article_id):
            project.change_articles(bring_back([article_id]), "import")
            self.done.notes.append((article_id, "brought back: it had been removed"))
        return base_for(project, record, own, self._replace_layers)

    def _write(self, record: Record, own: Layer, added: bool, edit_base: Layer | None) -> None:
        done, project, article = self.done, self._project, own.article
        says = has_annotations(own)
        if added:
            if says:
                project.add_annotated(own, "import")
                done.whose[own.annotator] += 1
            else:
                project.add_article(article)
            self._texts.setdefault(article.digest, article.id)
            done.articles.append(article.id)
            done.bare += [] if says else [article.id]
        else:
            done.there.append(article.id)
        if added or edit_base is not None:  # what was read of a text that is there changes nothing in it
            done.notes += [(article.id, note) for note in record.notes]
        if edit_base is not None and says:
            project.commit(edit_base, fill(edit_base, own.everything(), "import"))
            done.whose[own.annotator] += 1
        elif not added:
            done.known += 1

    def _not_passed_over(self, record: Record, article: Article) -> Article | None:
        """Return a new bare article as it comes in, or None where it is passed over: its text is there, or nearly."""
        twin = self._texts.get(article.digest)
        if twin is not None:
            found, words = twin, f"the same text as {twin}"
        elif (like := self._near.find(article)) is not None:
            found, words = like.id, f"nearly the same text as {like.id} ({like.likeness:.0%})"
        else:
            self._near.add(article)
            return article
        action = self._duplicates.action(record, near=twin is None)
        if action is Action.SKIP:
            self.done.known += 1
            self.done.there.append(found)
            self.done.notes.append((article.id, f"passed over: {words}"))
            return None
        if action is Action.VERSION:
            article = make_article(article.id, article.title, article.text, {**article.meta, "version_of": found})
        self.done.beside += twin is None
        self.done.notes.append((article.id, f"{'kept beside it' if action is Action.KEEP else 'new version'}: {words}"))
        self._near.add(article)
        return article


# -- out -------------------------------------------------------------------------------------------------------------


def export_project(
    project: Project,
    out: Path,
    *,
    format: str = "jsonl",
    wanted: Wanted | None = None,
    options: Options | None = None,
    split: Split | None = None,
    progress: Progress | None = None,
) -> Summary:
    """Write the wanted layers of ``project`` to ``out``, whole or not at all; streaming.

    With ``split`` a file for each part (``NAME.train.jsonl``), or one folder with the parts in it where the format has
    them. Raises UserError ``export-nothing`` (before anything is written), ``file-unwritable``, ``format-unknown``.
    ``progress`` that returns ``False`` raises UserError ``stopped``; nothing is written then.
    """
    row, wanted = format_named(format), wanted or Wanted()
    chosen = replace(options or Options(), schema=project.schema)
    refuse_unsettled(project, row, wanted, chosen)
    if row.name == "huggingface" and not chosen.agreement:
        from core.exchange.agreement_card import agreement_words

        chosen = replace(chosen, agreement=agreement_words(project, wanted))
    if split is None:
        return _write(project, out, row, wanted, chosen, progress)
    parts = split.assign(record.article.id for record in wanted_records(project, wanted))
    if row.name == "huggingface":
        return _write(project, out, row, wanted, replace(chosen, splits=tuple(parts.items())), progress)
    total = Summary()
    for name, of_part in split.of(wanted, parts):
        if of_part.articles or not parts:
            done = _write(project, split_path(out, name, row), row, of_part, chosen, progress)
            total.articles += done.articles
            total.items += done.items
            total.lost += done.lost
    return total


def split_path(out: Path, part: str, row: Format) -> Path:
    """Return where a part of a split is written: the part's name before the format's suffix."""
    fits = [suffix for suffix in row.suffixes if out.name.lower().endswith(suffix)]
    suffix = max(fits, key=len, default=out.suffix)
    return out.with_name(f"{out.name[: len(out.name) - len(suffix)]}.{part}{suffix}")


def _write(
    project: Project, out: Path, row: Format, wanted: Wanted, options: Options, progress: Progress | None
) -> Summary:
    records = wanted_records(project, wanted)
    first = next(records, None)
    if first is None:
        if not project.annotators():
            raise UserError("export-empty")
        raise UserError("export-nothing", filters=str(wanted))
    return row.write(out, reported(itertools.chain([first], records), progress), options)


def reported(records: Iterable[Record], progress: Progress | None) -> Iterator[Record]:
    """Yield records and tell ``progress`` of each; raises UserError ``stopped`` where that says so."""
    for number, record in enumerate(records, 1):
        yield record
        if progress is not None and progress(number, record.article.id) is False:
            raise UserError("stopped")
