"""Import from the window: in a thread, and what came of it in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from core.errors import UserError
from core.exchange.transfer import Imported, import_records, read_files
from core.formats.base import Record, Refused, refused
from core.formats.names import path_words
from core.language import by_letters
from core.store import Project
from gui.desk.annotation import annotate_these
from gui.desk.desk import Desk
from gui.desk.jobs import Job, Report
from gui.exchange.refused import RefusedDialog, told_notes
from gui.exchange.source import Choice, Source
from gui.exchange.table_memory import Memory, memory, with_memory
from gui.look.languages import tr
from gui.words.layers import counted_layers


def records_of(
    sources: Iterable[Source], choice: Choice, project: Project, annotator: str, known: Memory
) -> Iterator[Record | Refused]:
    """Yield the records of sources one after another; one that cannot be read at all is one refusal.

    ``known``: how tables were read the last time.
    """
    for named in sources:
        source = with_memory(named, known)
        if source.link:
            yield refused(UserError("link-left-out", path=path_words(source.path)))
            continue
        options = replace(source.options(choice, annotator), schema=project.schema)
        try:
            yield from read_files([source.path], format=source.format, options=options)
        except UserError as error:
            place = {"source": str(source.path), "line": 0, "field": ""}
            yield refused(UserError(error.code, **{**place, **error.facts}))


def start_import(
    desk: Desk,
    what: Sequence[Path | Source],
    choice: Choice | None = None,
    then: Callable[[], object] | None = None,
    total: int = 0,
) -> bool:
    """Import files into the open project; ``then`` runs when all of it is there. ``total``: records, where known.

    False while other work runs: nothing is imported then.
    """
    sources = [one if isinstance(one, Source) else Source(one) for one in what]
    chosen, author, known = choice or Choice(), desk.session.author, memory(desk.settings)
    return start_records(
        desk, lambda project: records_of(sources, chosen, project, author, known), chosen, then, total=total,
        again=lambda: start_import(desk, sources, chosen, then, total),
    )  # fmt: skip


def start_records(
    desk: Desk,
    read: Callable[[Project], Iterator[Record | Refused]],
    choice: Choice,
    then: Callable[[], object] | None = None,
    *,
    total: int = 0,
    again: Callable[[], object] | None = None,
) -> bool:
    """Import what ``read`` yields; stopped, it can be taken up by ``again``, which passes over what is there."""
    project = desk.session.project
    if project is None:
        return False

    seen = desk.session.article

    def work(report: Report) -> Imported:
        return import_records(
            project,
            read(project),
            replace_layers=choice.replace_layers,
            add_labels=choice.add_labels,
            duplicates=choice.duplicates(),
            progress=report,
        )

    def ended(done: object) -> None:
        assert isinstance(done, Imported)
        shown = _ended(desk, done, stays=desk.session.article != seen)
        report(desk, done, again, shown)
        if choice.annotate and done.bare:
            annotate_these(desk, done.bare)
        if then is not None:
            then()

    return desk.run(Job(tr("Importing"), total, work), ended)


def _ended(desk: Desk, done: Imported, *, stays: bool) -> str:
    """Open the first new article, or else the first that was there already; return its title.

    ``stays``: another article was opened in the meantime, and stays; so does the open one where a layer came for it.
    """
    session = desk.session
    session.rows_changed.emit()
    wanted = next(iter([*done.articles, *done.there]), "")
    if wanted and not stays and (session.article is None or session.article.id != wanted):
        desk.open_article(wanted)
    elif session.layer is not None:
        session.reload()
    desk.labels_changed.emit()
    article = session.article
    return (article.title or article.id) if article is not None and article.id == wanted else ""


def summary(done: Imported, shown: str = "") -> str:
    """Return what an import did, in a sentence or two; ``shown``: the article that was opened."""
    if done.known and not (done.articles or done.layers or done.refused or done.cancelled):
        words = tr("Nothing new: %n record(s) there already.", done.known)
        return f"{words} {tr('“{title}” is open.', title=shown)}" if shown else words
    parts = [tr("%n article(s) added", len(done.articles))]
    if done.known:
        parts.append(tr("%n record(s) there already", done.known))
    if done.sources:
        parts.append(tr("%n new source(s) in the register", done.sources))
    if done.refused:
        parts.append(tr("%n record(s) refused", len(done.refused)))
    text = ", ".join(parts) + "."
    text = text[0].upper() + text[1:]
    if done.layers:
        text += " " + tr(
            "%n layer(s): {whose}.",
            done.layers,
            whose=counted_layers(dict(by_letters(done.whose.items()))),
        )
    if done.beside:
        text = f"{text} {tr('%n text(s) nearly the same as one that is there.', done.beside)}"
    return f"{tr('Import stopped.')} {text}" if done.cancelled else text


def report(desk: Desk, done: Imported, again: Callable[[], object] | None = None, shown: str = "") -> None:
    """Tell what an import did; refusals and notes are a click away, and so is the rest of a stopped one."""
    notice = desk.notice
    more, words = bool(done.refused or told_notes(done)), summary(done, shown)

    def details() -> None:
        RefusedDialog(desk.window, done).exec()

    level = "warn" if done.refused or done.cancelled else "info"
    if done.cancelled and again is not None:
        notice.show_text(words, level=level, action=tr("Go on"), run=again)
        if more:
            notice.offer_more(tr("Details…"), details)
    elif more:
        notice.show_text(words, level=level, action=tr("Details…"), run=details)
    else:
        notice.show_text(words, level=level)
