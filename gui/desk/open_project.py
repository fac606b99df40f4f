"""What is open: project, article, layer, and whose; how it is opened, looked at and closed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import UserError
from core.model import GOLD, Annotation, Article
from core.model.layer import Edit, Layer
from core.model.register import Register
from core.model.schema import Schema
from core.review.state import may_look
from core.store import Project, Registers
from gui.desk.acts import Acts
from gui.desk.aside import run_aside
from gui.desk.selection import Selection
from gui.desk.undo import UndoStack

if TYPE_CHECKING:
    from core.register.lookup import Lookup
    from core.report.taught import Lesson, Taught

LARGE = 200
"""Items of an edit from which on it is written in a thread."""


class OpenProject(Selection):
    """Hold what is open; what changes it is in ``Session``."""

    project_changed = Signal()
    """A project was opened or closed."""
    closing = Signal()
    """The project is about to be closed: whoever reads it in a thread stops now."""
    leaving = Signal()
    """The open article is about to go: whatever waits to be written on it is written now."""
    article_changed = Signal()
    """Another article is shown, or none."""
    changed = Signal(object)
    """The layer changed, by this Edit, which is on disk."""
    log_changed = Signal()
    """The log of the open layer is not what it was: it was compacted, merged, or written by somebody else."""
    rows_changed = Signal()
    """The article list is not what it was (import, pre-annotation)."""
    failed = Signal(object)
    """A UserError that the user must read."""
    acted = Signal(object, str)
    """An Act on whole articles is on disk: ``done``, ``back`` (taken back) or ``again``."""
    refused = Signal()
    """An edit was asked for while another's layer is looked at; nothing was changed."""

    def __init__(self, author: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.author = author
        self.reviewing = False
        """Whether it is the adjudicated layer that is worked on."""
        self.looking: str | None = None
        """Whose layer is shown instead of the author's own, read-only."""
        self.project: Project | None = None
        self.past: int | None = None
        """The log entry whose state is shown instead of the present one; nothing can be changed then."""
        self.waiting = False
        """Whether a long work has the file for itself: nothing is changed before it ends."""
        self.pending: tuple[Edit, int | None] | None = None
        """The edit that could not be written, and the log entry that it undoes: ``try_again`` writes it."""
        self._undo: UndoStack | None = None
        self._acts: Acts | None = None
        """Acts on whole articles; None before they were read."""
        self._lookup: Lookup | None = None
        """The register of sources, to be asked by a name; None before it was read."""
        self._register_moved = False
        self._taught: Taught | None = None
        """What the knowledge of the project taught its proposals; None before it was asked."""
        self._writing = False
        """Whether a large edit is being written: nothing else is changed before it is there."""

        for moved in (self.project_changed, self.rows_changed):
            moved.connect(self.forget_register)

    # -- what is open ----------------------------------------------------------------------------------------------

    @property
    def article(self) -> Article | None:
        """The open article."""
        return self.layer.article if self.layer is not None else None

    @property
    def annotator(self) -> str:
        """Whose layer is open: the author's own, the adjudicated one, or the one that is looked at."""
        if self.looking is not None:
            return self.looking
        return GOLD if self.reviewing else self.author

    @property
    def own(self) -> bool:
        """Whether it is the author's own layer that is open."""
        return self.looking is None and not self.reviewing

    @property
    def schema(self) -> Schema | None:
        """The labels of the open project."""
        return self.project.schema if self.project is not None else None

    @property
    def writable(self) -> bool:
        """Whether the open layer can be changed."""
        return self.project_writable and self.looking is None

    @property
    def project_writable(self) -> bool:
        """Whether the project can be written: articles brought in, work given out; whatever layer is looked at."""
        return self.project is not None and not self.project.read_only and self.past is None and not self.waiting

    @property
    def lookup(self) -> Lookup:
        """The register of the open project, to be asked by a name; where it cannot be read it is empty, and said so."""
        from core.register.lookup import Lookup

        if self._lookup is None or self._register_moved:
            self._register_moved = False
            register = Register()
            try:
                register = Registers(self.project).register() if self.project is not None else register
            except UserError as error:
                self.failed.emit(error)
            if self._lookup is None or self._lookup.register != register:
                self._lookup = Lookup(register)
        return self._lookup

    def lesson(self, item: Annotation) -> Lesson | None:
        """Return what taught a proposal; None where knowledge did not change it, or the file is in trouble."""
        from core.report.taught import Taught, origin_of

        if self.project is None or origin_of(item) is None:
            return None
        if self._taught is None or self._taught.project is not self.project:
            self._taught = Taught(self.project)
        try:
            return self._taught.lesson(item)
        except UserError:  # told elsewhere
            return None

    def forget_register(self) -> None:
        """Read the register anew when it is next asked for: it is not what it was."""
        self._register_moved = True

    def open(self, path: Path, *, create: bool = False, read_only: bool = False) -> bool:
        """Open or make a project and close the open one; on an error say so and keep the open one."""
        try:
            author = self.author
            opened = Project.create(path, author) if create else Project.open(path, author, read_only=read_only)
        except UserError as error:
            self.failed.emit(error)
            return False
        self.close()
        self.project, self._acts = opened, None
        self.project_changed.emit()
        return True

    def close(self) -> Path | None:
        """Close the project; every change is on disk. Return where it was saved because its file is another's now."""
        if self.project is None:
            return None
        self.leaving.emit()
        self.closing.emit()
        project, self.project, self.looking = self.project, None, None
        self._set_layer(None)  # nobody reads a project that closes: its file may be another's
        project.close()
        self.project_changed.emit()
        if project.rescued is not None:
            self.failed.emit(UserError("project-rescued", path=str(project.path), saved=str(project.rescued)))
        return project.rescued

    def show_article(self, article_id: str | None) -> bool:
        """Open an article of the project, or none."""
        if self.layer is not None and article_id == self.layer.article.id:
            return True
        self.leaving.emit()
        layer, looked = None, self.looking
        if article_id is not None:
            if self.project is None:
                return False
            try:
                if looked is not None and not may_look(self.project, article_id, self.author, looked):
                    self.looking = None
                project = self.project
                layer = self._read_layer(project, article_id)
                if project is not self.project:
                    return False
            except UserError as error:
                self.looking = looked
                self.failed.emit(error)
                return False
        self._set_layer(layer)
        if self.looking != looked:
            self.project_changed.emit()
        return True

    def reload(self) -> None:
        """Read the open article's layer again (somebody else wrote it: pre-annotation, import)."""
        project, shown = self.project, self.layer
        if project is None or shown is None or self._is_gone(project, shown):
            return
        layer = self._read_layer(project, shown.article.id)
        if self.project is project and self.layer is not None and self.layer.article.id == layer.article.id:
            self._set_layer(layer)

    def _is_gone(self, project: Project, shown: Layer) -> bool:
        """Tell whether the open article was removed (by a merge, or by somebody else), and close it then."""
        if not project.is_removed(shown.article.id):
            return False
        self._set_layer(None)
        return True

    def _read_layer(self, project: Project, article_id: str) -> Layer:
        """Return the layer to show; one that is not the author's own and that nobody has begun is empty."""
        own, annotator = self.own, self.annotator

        def read() -> Layer:
            if own:
                layer = project.working_layer(article_id, annotator)
            else:
                layer = project.layer(article_id, annotator) or Layer(project.article(article_id), annotator)
            layer.inside(0, 0)  # makes its index here, not in the first paint
            return layer

        return run_aside(read)

    def set_reviewing(self, on: bool) -> None:
        """Work on the adjudicated layer from now on, or on the author's own again."""
        if on != self.reviewing or self.looking is not None:
            self._turn_to(None, reviewing=on)

    def look_at(self, name: str | None) -> None:
        """Show the layers of ``name``, which nobody can change meanwhile; None: the author's own again."""
        if name == self.author:
            name = None
        if name != self.looking or self.reviewing:
            self._turn_to(name, reviewing=False)

    def _turn_to(self, looking: str | None, *, reviewing: bool) -> None:
        self.leaving.emit()
        self.looking, self.reviewing = looking, reviewing
        self.reload()
        self.project_changed.emit()

    def refuse(self) -> bool:
        """Tell whether edits are refused because another's layer is shown, and say so."""
        if self.looking is not None:
            self.refused.emit()
        return self.looking is not None

    def _set_layer(self, layer: Layer | None) -> None:
        self.layer, self.selected, self.part, self._undo = layer, None, None, None
        self.past = self.pending = None
        self.article_changed.emit()
        self.selection_changed.emit()
