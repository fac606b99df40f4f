"""Where the layers of a comparison come from: JSONL files and projects, one layer an article, read when asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import msgspec

from core.agreement import Study
from core.errors import UserError
from core.formats.base import open_for_reading
from core.formats.jsonl import read_record
from core.model import Status
from core.model.layer import Layer
from core.model.scope import within
from core.store import Project, Reviews
from core.store.review import LayerState

if TYPE_CHECKING:
    from core.agreement.evaluation import Evaluation


class LayerSource(Protocol):
    """One annotator's layers over many articles; ``name`` is what tables call them."""

    name: str

    def articles(self) -> Sequence[str]:
        """Return the ids of the articles that there is a layer of, in the order of the source."""

    def layer(self, article_id: str) -> Layer:
        """Return the layer of one of the articles."""

    def period(self, article_id: str) -> str:
        """Return the month in which the layer was last changed, as ``2026-11``; empty where that is not known."""


class _Outline(msgspec.Struct):
    """What is read of every line at first."""

    format: str = ""
    id: str = ""
    annotator: str = ""
    status: str = "new"
    note: str = ""
    flags: list[str] = []
    entities: list[msgspec.Raw] = []
    quotations: list[msgspec.Raw] = []
    actors: list[msgspec.Raw] = []
    rejected: msgspec.Raw = msgspec.Raw()  # never ``Raw | None``: msgspec then takes nothing but null

    @property
    def untouched(self) -> bool:
        """Tell whether the annotator has not begun the article; such a layer does not count as an empty one."""
        items = self.entities or self.quotations or self.actors or self.rejected
        return bool(self.format) and not (items or self.note or self.flags or self.status != "new")


class FileLayers:
    """The layers of a JSONL file: remembers where every record starts, and reads one when it is asked for."""

    def __init__(self, path: Path, annotator: str | None = None, *, unbegun: bool = False) -> None:
        """Index the file; UserError where it cannot be read, ``layers-several``, ``layers-none`` (path, annotator).

        ``unbegun``: take layers that hold nothing as well, as those of a machine are that found nothing.
        """
        self.path = path
        self._lines: dict[str, tuple[int, int]] = {}
        people: dict[str, None] = {}
        for number, start, outline in _outlines(path):
            if outline.untouched and not unbegun:
                continue
            people[outline.annotator] = None
            if annotator is not None and outline.annotator != annotator:
                continue
            if outline.id in self._lines:
                raise UserError("layers-several", path=str(path), article=outline.id, known=", ".join(people))
            self._lines[outline.id] = (number, start)
        if not self._lines:
            raise UserError("layers-none", path=str(path), annotator=annotator or "anybody", known=", ".join(people))
        self.name = annotator or (next(iter(people)) if len(people) == 1 and "" not in people else path.stem)

    def articles(self) -> list[str]:
        return list(self._lines)

    def layer(self, article_id: str) -> Layer:
        """Return the layer of an article; UserError ``record-…`` where the line is not a whole record."""
        number, start = self._lines[article_id]
        with open_for_reading(self.path) as file:
            file.seek(start)
            line = file.readline().strip()
        return named(read_record(line, source=str(self.path), line_number=number).layer, self.name)

    def period(self, article_id: str) -> str:
        return ""


def _outlines(path: Path) -> Iterator[tuple[int, int, _Outline]]:
    """Yield line number, byte offset, id and annotator of every record; UserError where a line is none."""
    decoder = msgspec.json.Decoder(_Outline)
    with open_for_reading(path) as file:
        start = 0
        for number, raw in enumerate(file, 1):
            offset = 3 if number == 1 and raw.startswith(b"\xef\xbb\xbf") else 0
            line = raw[offset:].strip()
            if line:
                try:
                    yield number, start + offset, decoder.decode(line)
                except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
                    facts = {"source": str(path), "line": number, "field": "", "reason": str(error)}
                    raise UserError("record-json", **facts) from error
            start += len(raw)


class ProjectLayers:
    """One annotator's stored layers in an open project, within what is annotated there."""

    def __init__(self, project: Project, annotator: str, *, unbegun: bool = False) -> None:
        """UserError ``layers-none`` where the annotator has no layer; ``unbegun`` as in ``FileLayers``."""
        self.name = annotator
        self._annotator, self._project, self._scope = annotator, project, project.scope()
        mine = [state for state in Reviews(project).states() if state.annotator == annotator]
        states = [state for state in mine if unbegun or _is_begun(state)]
        self._months = {state.article: f"{state.changed_at:%Y-%m}" for state in states}
        if not states:
            known = ", ".join(project.annotators())
            raise UserError("layers-none", path=str(project.path), annotator=annotator, known=known)

    def articles(self) -> list[str]:
        return list(self._months)

    def layer(self, article_id: str) -> Layer:
        found = self._project.layer(article_id, self._annotator)
        assert found is not None
        return named(within(found, self._scope), self.name)

    def period(self, article_id: str) -> str:
        return self._months[article_id]


def _is_begun(state: LayerState) -> bool:
    return bool(state.total) or state.status is not Status.NEW


def collect(sources: Sequence[LayerSource], progress: Callable[[int, str], object] = lambda done, what: None) -> Study:
    """Return the study of all articles that two or more of the sources have, one article in memory at a time.

    UserError ``layers-apart`` where no article has two, ``layers-differ`` where texts do, ``stopped`` where
    ``progress`` answers False.
    """
    study = Study([source.name for source in sources])
    having: dict[str, list[LayerSource]] = {}
    for source in sources:
        for article in source.articles():
            having.setdefault(article, []).append(source)
    for done, (article, mine) in enumerate(having.items(), 1):
        if len(mine) > 1:
            study.add([source.layer(article) for source in mine], max(source.period(article) for source in mine))
        else:
            study.left_out[mine[0].name] += 1
        if progress(done, article) is False:
            raise UserError("stopped")
    if not study.articles:
        raise UserError("layers-apart", known=", ".join(study.annotators))
    return study


def evaluate(
    gold: LayerSource, predicted: LayerSource, progress: Callable[[int, str], object] = lambda done, what: None
) -> tuple[Evaluation, list[str]]:
    """Return how right ``predicted`` is on every article of ``gold``, and the articles that only ``predicted`` has.

    UserError ``evaluate-missing`` (article, name) where it lacks one, ``layers-differ`` where texts do.
    """
    from core.agreement.evaluation import Evaluation

    made, there = Evaluation(), dict.fromkeys(predicted.articles())
    for done, article in enumerate(gold.articles(), 1):
        if article not in there:
            raise UserError("evaluate-missing", article=article, name=predicted.name)
        del there[article]
        made.add(gold.layer(article), predicted.layer(article))
        progress(done, article)
    return made, list(there)


def named(layer: Layer, name: str) -> Layer:
    """Return the layer under another annotator's name."""
    return layer if layer.annotator == name else Layer(layer.article, name, layer.everything())


@contextmanager
def open_sources(
    names: Sequence[str], project: Path | None = None, *, measured: bool = False
) -> Iterator[list[LayerSource]]:
    """Open the sources that ``names`` mean: JSONL files, ``FILE@ANNOTATOR``, or annotators of ``project``.

    Names that would be the same get the file's name. UserError as the sources raise, ``layers-same`` (name).
    ``measured``: for an evaluation, where layers that hold nothing count (a machine may find nothing) and both may have
    one name.
    """
    with ExitStack() as stack:
        opened: dict[Path, Project] = {}

        def open_project(path: Path) -> Project:
            if path not in opened:
                opened[path] = stack.enter_context(Project.open(path, "", read_only=True))
            return opened[path]

        sources: list[LayerSource] = []
        for name in names:
            path, annotator = (project, name) if project is not None else _split(name)
            if project is None and path.suffix.lower() in (".jsonl", ".ndjson", ".json"):
                sources.append(FileLayers(path, annotator, unbegun=measured))
            elif annotator is None:
                known = ", ".join(f"{path}@{one}" for one in open_project(path).annotators())
                raise UserError("layers-whose", path=str(path), known=known)
            else:
                sources.append(ProjectLayers(open_project(path), annotator, unbegun=measured))
        _tell_apart(sources, names, alike=measured)
        yield sources


def _split(name: str) -> tuple[Path, str | None]:
    """Return file and annotator of ``FILE@ANNOTATOR``; a file that is there by the whole name is that file."""
    if Path(name).exists() or "@" not in name:
        return Path(name), None
    file, _, annotator = name.rpartition("@")
    return Path(file), annotator


def _tell_apart(sources: Sequence[LayerSource], names: Sequence[str], *, alike: bool) -> None:
    """Give sources of one name the names of their files, then the names that the user gave; ``alike``: or one name."""
    for better in (lambda name: _split(name)[0].stem, lambda name: name):
        taken = [source.name for source in sources]
        for source, name in zip(sources, names, strict=True):
            if taken.count(source.name) > 1:
                source.name = better(name)
    taken = [source.name for source in sources]
    twice = next((name for name in taken if taken.count(name) > 1), None)
    if twice is not None and not alike:
        raise UserError("layers-same", name=twice)
