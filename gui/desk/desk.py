"""The desk: the open project, jobs, settings and messages. Commands, dialogs and jobs get it.

It knows no part of the window. What only the window can do is a signal here that the window answers.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core.errors import UserError
from gui.desk.jobs import Job, JobBar
from gui.desk.name_dialog import ask_name
from gui.desk.notice import Notice
from gui.desk.session import Session
from gui.desk.settings import Settings, account_name
from gui.desk.voice import Voice
from gui.look.announce import announce
from gui.look.languages import Translations, tr
from gui.look.theme import Palette, palette_for
from gui.words.layers import looking_words

if TYPE_CHECKING:
    from core.preannotate.annotator import Annotator


class Desk(QObject):
    """Session, settings, language, colours, jobs and notices of one window."""

    project_opened = Signal()
    """``open_project`` has opened a project, and the article that was open in it last."""
    labels_changed = Signal()
    """The labels of the project are not what they were."""
    settings_changed = Signal()
    """Language, theme or reading comfort is another."""
    panels_changed = Signal()
    """Another choice of panels is to be seen beside the text."""
    keys_changed = Signal()
    """Commands have other keys."""
    commands_changed = Signal()
    """Something can be done, or is switched on, that was not before, or the other way round."""
    reset_wanted = Signal()
    """Every part shows the open layer as it is, whatever was typed or dragged in the meantime."""
    text_wanted = Signal()
    """The text is to have the keyboard."""
    command_wanted = Signal(str)
    """The id of a command that is to run as by its key."""
    said = Signal(str)
    """A sentence in passing."""
    exported = Signal()
    """Labelled data was written to a file."""
    strip_made = Signal(QWidget)
    """A bar of a feature that is to stand below the text."""
    job_failed = Signal(object, object, object)
    """The Job, what was to get its result, the UserError that stopped it."""

    def __init__(self, settings: Settings, translations: Translations, window: QWidget) -> None:
        """``window`` is what dialogs stand over; nothing more is asked of it."""
        super().__init__(window)
        self.window = window
        self.settings, self.translations = settings, translations
        self.palette: Palette = palette_for(settings.values.theme)
        self.session = Session(settings.values.author, self)
        Voice(self.session)
        self.notice = Notice(self.palette)
        self.jobs = JobBar()
        self.given_name: Callable[[], str] = str
        """Tells the name that the person has written in the window before any project; empty where there is none."""
        self.annotator: Annotator | None = None
        """The models of the pre-annotation, once a job has loaded them."""
        session = self.session
        for moved in (session.project_changed, session.article_changed, session.rows_changed, session.changed):
            moved.connect(self._look_again)
        session.refused.connect(lambda: self.say(looking_words(session.looking)))

    @property
    def language(self) -> str:
        """The code of the window's language."""
        return self.translations.language or "en"

    def _look_again(self, *_: object) -> None:
        self.notice.look_again()

    # -- opening -----------------------------------------------------------------------------------------------------

    def open_project(self, path: Path, *, create: bool = False) -> bool:
        """Open or make a project, and the article that was open in it last; False where it cannot be."""
        if self.session.project is not None and self.session.project.path.resolve() == path.resolve() and not create:
            return True
        held = self.session.author
        if not self.know_author(path):
            return False
        self.jobs.finish()
        self.notice.hide()
        if not self.session.open(path, create=create):
            self.session.author = held
            return False
        self.settings.remember_project(path)
        try:
            self._open_first(path)
        except UserError as error:
            self.session.failed.emit(error)
        self.project_opened.emit()
        return True

    def _open_first(self, path: Path) -> None:
        project = self.session.project
        if project is None:
            return
        last = self.settings.last_article(path)
        if last is None or not project.has_article(last):
            first = project.article_rows(self.session.annotator, limit=1)
            last = first[0].id if first else None
        if last is not None:
            self.open_article(last)

    def close_project(self) -> None:
        """Stop what runs and close the project."""
        self.jobs.finish()
        self.session.close()

    def open_article(self, article_id: str) -> None:
        """Show an article of the project."""
        if self.session.show_article(article_id) and self.session.project is not None:
            self.settings.remember_article(self.session.project.path, article_id)
            self.focus_text()

    # -- who works ---------------------------------------------------------------------------------------------------

    def know_author(self, path: Path) -> bool:
        """Take the person's name in a project; they are asked once, and False is where they would not say."""
        name = self.settings.author_of(path) or self.given_name() or ask_name(self.window, account_name())
        if name:
            self.settings.keep_author(path, name)
            self.session.author = name
        return bool(name)

    @property
    def own_name(self) -> str:
        """The person's own name in the open project."""
        project = self.session.project
        return self.settings.author_of(project.path) if project is not None else self.settings.values.author

    @property
    def stands_in(self) -> bool:
        """Whether one works under another name than one's own."""
        return self.session.project is not None and self.session.author != self.own_name

    def set_author(self, name: str, *, own: bool = False) -> None:
        """Annotate under another name until the project is closed; ``own``: it is the person's own here from now on."""
        project = self.session.project
        if own and project is not None:
            self.settings.keep_author(project.path, name)
        self.session.author = name
        self.session.forget_acts()
        self.session.looking = None
        if project is not None:
            project.author = name
            self.session.reload()
            self.session.project_changed.emit()

    # -- asking ------------------------------------------------------------------------------------------------------

    def change(self, **settings: Any) -> None:
        """Change settings, and let them take effect."""
        self.settings.change(**settings)
        self.settings_changed.emit()

    def show_panel(self, setting: str) -> None:
        """Bring the panel of a setting (``show_articles``, ``show_inspector``) into the window."""
        self.settings.change(**{setting: True})
        self.panels_changed.emit()

    def focus_text(self) -> None:
        """Give the keyboard to the text."""
        self.text_wanted.emit()

    def trigger(self, command_id: str) -> None:
        """Run a command as by its key; nothing happens where it cannot be given now."""
        self.command_wanted.emit(command_id)

    # -- saying ------------------------------------------------------------------------------------------------------

    def say(self, text: str) -> None:
        """Show a message in the status bar for a moment."""
        announce(text)
        self.said.emit(text)

    def show_error(self, error: UserError) -> None:
        """Show an expected error and offer what helps."""
        self.session.failed.emit(error)

    # -- long work ---------------------------------------------------------------------------------------------------

    def run(self, job: Job, ended: Callable[[object], object]) -> bool:
        """Run long work off the GUI thread; ``ended`` gets its result here. False while other work runs."""
        job.done.connect(lambda _: self.jobs.free(job))
        job.done.connect(ended)
        job.failed.connect(lambda error: self.job_failed.emit(job, ended, error))
        if not self.jobs.start(job, self.palette.soft):
            self.say(tr("Wait until the running work has ended, or stop it."))
            return False
        announce(job.title)
        return True

    def run_alone(self, job: Job, ended: Callable[[object], object]) -> None:
        """Run a job with exclusive write access: the user can read meanwhile, but not change anything."""

        def end(_: object = None) -> None:
            self.session.set_waiting(False)

        for signal in (job.done, job.failed):
            signal.connect(end)
        if self.run(job, ended):
            self.session.set_waiting(True)
