"""What is open: project, article, layer, selected item; and the one way to change it."""

from __future__ import annotations

from collections.abc import Callable

from core.errors import StaleEdit, UserError
from core.model import Entity, Quotation, Status, edits
from core.model.layer import Edit, Layer
from core.store import Project, Registers
from gui.desk.acts import Act, Acts, Done, started
from gui.desk.aside import run_aside
from gui.desk.open_project import OpenProject
from gui.desk.undo import Step, UndoStack

LARGE = 200
"""Items of an edit from which on it is written in a thread."""


def _later(step: Step | None, acts: list[Done]) -> Step | Done | None:
    """Return what was done later: an edit of the open layer, or the last of some acts on articles."""
    if acts and (step is None or step.id <= acts[-1].mark):
        return acts[-1]
    return step


class Session(OpenProject):
    """Hold what is open, and write every change to disk before signalling it."""

    # -- the one way to change anything ------------------------------------------------------------------------------

    def do(self, edit: Edit) -> bool:
        """Write an edit of the open layer to disk, then show it; False where nothing changed."""
        if edit and self.refuse():
            return False
        if self.layer is None or not edit or not self._ready:
            return False
        return self._commit(self._started(edit), None)

    def make(self, build: Callable[[Layer], Edit]) -> bool:
        """Build an edit that may touch every item of the open layer, and do it; built in a thread where that is long.

        ``build`` touches no widget; what it raises is raised here.
        """
        layer = self.layer
        if layer is None or not self._ready:
            return False
        if len(layer.items) < LARGE:
            return self.do(build(layer))
        self._writing = True
        try:
            edit = run_aside(lambda: build(layer))
        finally:
            self._writing = False
        if self.layer is not layer:
            self.failed.emit(UserError("layer-changed"))
            return False
        return self.do(edit)

    @property
    def _ready(self) -> bool:
        """Whether the open layer is shown as the file has it, and nobody else is writing."""
        return self.past is None and not self.waiting and not self._writing

    def try_again(self) -> bool:
        """Write the edit that could not be written before."""
        if self.pending is None or self.layer is None or not self._ready or self.refuse():
            return False
        return self._commit(*self.pending)

    def _started(self, edit: Edit) -> Edit:
        """Return ``edit``, with status "in progress" added where it is the first edit of the article."""
        assert self.layer is not None
        return started(self.layer.head, edit)

    def _commit(self, edit: Edit, undoes: int | None) -> bool:
        assert self.project is not None
        assert self.layer is not None
        self.pending = None
        project, before = self.project, self.layer
        try:
            stack = self.undo_stack()
            after, log_id = self._write(project, before, edit, undoes)
        except UserError as error:
            self.pending = edit, undoes
            self.failed.emit(error)
            return False
        except StaleEdit:
            self.reload()
            self.failed.emit(UserError("layer-changed"))
            return False
        if self.layer is not before:  # another layer was opened while it was written
            self._read_again(project, after)
            return True
        self.layer = after
        stack.push(log_id, edit, undoes)
        if undoes is None and self._acts is not None:
            self._acts.undone.clear()
        self._keep_part(edit)
        self.changed.emit(edit)
        return True

    def _write(self, project: Project, layer: Layer, edit: Edit, undoes: int | None) -> tuple[Layer, int]:
        """Write an edit; a large one, and one that stores a large layer first, in a thread while the window paints."""
        first = len(layer.items) if layer.head.status is Status.NEW else 0
        if len(edit.removed) + len(edit.added) + first < LARGE or project.changing_here:
            return project.commit(layer, edit, undoes=undoes)
        self._writing = True
        try:
            return run_aside(lambda: project.commit(layer, edit, undoes=undoes))
        finally:
            self._writing = False

    def _read_again(self, project: Project, written: Layer) -> None:
        """Show what is in the file where the layer that was written is shown in an older state."""
        shown = self.layer
        if self.project is project and shown is not None and shown.article.id == written.article.id:
            self.reload()
        self.rows_changed.emit()

    # -- undo and redo -----------------------------------------------------------------------------------------------

    @property
    def undo_known(self) -> bool:
        """Whether the log of the open layer has been read, and that of acts on articles."""
        return (self._undo is not None or self.layer is None) and self._acts is not None

    def undo_stack(self) -> UndoStack:
        """Return what can be undone in the open layer, read from the log when first asked for."""
        while self._undo is None:
            layer = self.layer
            read = self._read_undo(self.project, layer)
            if self._undo is None and self.layer is layer:
                self._undo = read
        return self._undo

    @staticmethod
    def _read_undo(project: Project | None, layer: Layer | None) -> UndoStack:
        if project is None or layer is None:
            return UndoStack()
        return run_aside(lambda: UndoStack(project.history(layer.article.id, layer.annotator)))

    def acts(self) -> Acts:
        """Return the acts on whole articles, read from the log when first asked for."""
        while self._acts is None:
            project = self.project
            read = self._read_acts(project, self.author)
            if self._acts is None and self.project is project:
                self._acts = read
        return self._acts

    @staticmethod
    def _read_acts(project: Project | None, author: str) -> Acts:
        if project is None:
            return Acts()
        return run_aside(lambda: Acts(project.article_acts(), author, Registers(project).acts()))

    @property
    def to_undo(self) -> Step | Done | None:
        """What undo would take back: the last edit of the open layer, or the last act on articles, if that is later."""
        return _later(self.undo_stack().to_undo, self.acts().done)

    @property
    def to_redo(self) -> Step | Done | None:
        """What redo would do again."""
        return _later(self.undo_stack().to_redo, self.acts().undone)

    def undo(self) -> bool:
        """Take the last edit back, or the last act on articles."""
        found = self.to_undo
        return self._act_back(found.act) if isinstance(found, Done) else self._back(found)

    def redo(self) -> bool:
        """Do again what was taken back last."""
        found = self.to_redo
        return self._act_again(found.act) if isinstance(found, Done) else self._back(found)

    def _back(self, step: Step | None) -> bool:
        if step is None or self.layer is None or not self._ready or self.refuse():
            return False
        edit = step.edit.inverse()
        if not self._commit(edit, step.id):
            return False
        shown = next((item for item in edit.added if isinstance(item, (Entity, Quotation))), None)
        if shown is not None:
            self.select(shown.id)
        return True

    # -- acts on whole articles ---------------------------------------------------------------------------------------

    def act(self, act: Act) -> bool:
        """Do something to articles, whether they are open or not; False where it could not be done."""
        if not self._run_act(act.run):
            return False
        acts = self.acts()
        acts.undone.clear()
        self._keep_act(acts.done, act, "done")
        return True

    def forget_acts(self) -> None:
        """Read from the log anew what can be undone of acts on articles: it is not what it was."""
        self._acts = None

    def _act_back(self, act: Act) -> bool:
        if not self._run_act(act.take_back):
            return False
        acts = self.acts()
        acts.done.pop()
        self._keep_act(acts.undone, act, "back")
        return True

    def _act_again(self, act: Act) -> bool:
        if not self._run_act(act.do_again):
            return False
        acts = self.acts()
        acts.undone.pop()
        self._keep_act(acts.done, act, "again")
        return True

    def _run_act(self, run: Callable[[Project], None]) -> bool:
        project = self.project
        if project is None or not self.project_writable or not self._ready:
            return False
        self.leaving.emit()
        self.acts()  # as the log has them before this one
        self._writing = True
        try:
            run_aside(lambda: run(project))
        except UserError as error:
            self.failed.emit(error)
            return False
        except StaleEdit:
            self.forget_acts()
            self.rows_changed.emit()
            self.failed.emit(UserError("articles-changed"))
            return False
        finally:
            self._writing = False
        return self.project is project

    def _keep_act(self, stack: list[Done], act: Act, how: str) -> None:
        project = self.project
        assert project is not None
        stack.append(Done(project.last_edit(), act))
        shown = self.article
        if shown is not None and shown.id in act.articles:
            self.reload()
        self.rows_changed.emit()
        self.acted.emit(act, how)

    def set_waiting(self, on: bool) -> None:
        """Refuse edits while a job has exclusive write access."""
        if on != self.waiting:
            self.waiting = on
            self.selection_changed.emit()

    # -- other states of the open layer ------------------------------------------------------------------------------

    def show_past(self, entry: int, layer: Layer, edit: Edit) -> None:
        """Show the open layer as it was after a log entry; ``edit`` leads there from what is shown."""
        self.past = entry
        self._show(layer, edit)

    def show_present(self, *, log_replaced: bool = False) -> None:
        """Show what the file holds, after a look at the past; ``log_replaced``: read its log again."""
        if self.project is None or self.layer is None or self._is_gone(self.project, self.layer):
            return
        now = self._read_layer(self.project, self.layer.article.id)
        self.past = None
        if log_replaced:
            self._undo = self._acts = None
            self.undo_stack()
        self._show(now, edits.fill(self.layer, now.everything(), "show"))
        if log_replaced:
            self.log_changed.emit()

    def _show(self, layer: Layer, edit: Edit) -> None:
        self.layer = layer
        self._keep_part(edit)
        self.changed.emit(edit)

    # -- resolving ----------------------------------------------------------------------------------------------------

    def resolve(self, item_id: str, *, accept: bool) -> bool:
        """Accept an item, or reject (own work: delete) it."""
        if self.layer is None:
            return False
        return self.do(edits.accept(self.layer, [item_id]) if accept else edits.delete(self.layer, [item_id]))
