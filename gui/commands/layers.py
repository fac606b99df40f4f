"""Commands that show other people's layers, compare them with one's own, and go back to one's own."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from core.model import GOLD
from core.review.state import layers_to_see
from core.store import Reviews
from gui.commands.review import ReviewCommands
from gui.desk.desk import Desk
from gui.look.languages import tr
from gui.look.theme import Palette
from gui.review.look_bar import LookBar
from gui.words.items import status_words
from gui.words.layers import layer_words


class LayerCommands:
    """Commands of the Compare menu that show the layers one by one."""

    def __init__(self, desk: Desk, review: ReviewCommands, picker: QToolButton) -> None:
        """``picker`` is the button above the text under which the layers are listed."""
        self._desk, self._review, self._picker = desk, review, picker
        self.bar = LookBar(desk.session, desk.palette)
        self.bar.compared.connect(self.compare_with_mine)
        self.bar.left.connect(self.own)
        self._menu = QMenu(picker)
        self._menu.aboutToShow.connect(lambda: self.fill(self._menu))
        picker.setMenu(self._menu)
        for moved in (desk.session.project_changed, desk.session.article_changed):
            moved.connect(self.show_name)

    def names(self) -> list[str]:
        """Return whose layers of the open article may be looked at, one's own first."""
        session = self._desk.session
        if session.project is None or session.article is None:
            return []
        return [session.author, *layers_to_see(session.project, session.article.id, session.author)]

    def show_name(self) -> None:
        """Say on the button whose layer is open."""
        session = self._desk.session
        words = tr("Mine ({name})", name=session.author) if session.own else layer_words(session.annotator)
        self._picker.setText(words)
        self._picker.setAccessibleName(tr("Layer: {name}", name=words))
        self._picker.setToolTip("\n".join(filter(None, (tr("Whose layer is shown"), self._begins_with()))))

    def _begins_with(self) -> str:
        """Say whose proposals the open article starts from, where one has not begun it."""
        session = self._desk.session
        project, article, layer = session.project, session.article, session.layer
        if project is None or article is None or layer is None or not session.own or not layer.items:
            return ""
        if session.author in project.layers_of(article.id):
            return ""
        return tr("It starts from: {name}", name=layer_words(project.proposals_shown(article.id)))

    def fill(self, menu: QMenu) -> None:
        """List the layers of the open article, each with its status."""
        menu.clear()
        session = self._desk.session
        project, article = session.project, session.article
        if project is None or article is None:
            return
        group = QActionGroup(menu)
        status = {state.annotator: state.status for state in Reviews(project).states(article.id)}
        for name in self.names():
            words = tr("Mine ({name})", name=name) if name == session.author else layer_words(name)
            said = f"{words} · {status_words(status[name])}" if name in status else words
            action = menu.addAction(said)
            action.setCheckable(True)
            action.setChecked(name == session.annotator)
            group.addAction(action)
            action.triggered.connect(lambda _=False, name=name: self.look(name))
        if menu.actions() and len(menu.actions()) == 1:
            menu.addAction(tr("Nobody else has a layer of this article.")).setEnabled(False)

    def pick(self) -> None:
        """Let one choose with the arrow keys whose layer to look at."""
        if self._picker.isVisible():
            self._menu.popup(self._picker.mapToGlobal(QPoint(0, self._picker.height())))

    def next(self) -> None:
        """Look at the next layer of the article, and after the last at one's own again."""
        names = self.names()
        if len(names) < 2:
            self._desk.say(tr("Nobody else has a layer of this article."))
            return
        current = self._desk.session.annotator
        self.look(names[(names.index(current) + 1) % len(names) if current in names else 0])

    def own(self) -> None:
        """Go back to one's own layer."""
        self.look(self._desk.session.author)

    def look(self, name: str) -> None:
        """Show the layer of ``name``: one's own to work in, any other to look at."""
        if self._desk.session.reviewing:
            self._review.toggle()
        self._desk.session.look_at(name)
        self._desk.focus_text()

    def compare_with_mine(self) -> None:
        """Compare the layer that is looked at with one's own, where the differences are shown."""
        session = self._desk.session
        looking, project, article = session.looking, session.project, session.article
        if looking is None or project is None or article is None:
            return
        if session.author not in project.layers_of(article.id):
            self._desk.say(tr("You have no layer of this article yet, so there is nothing to compare."))
        elif looking == GOLD:
            self.own()
            self._desk.trigger("corrections")
        else:
            self._review.compare_with(looking, only_look=True)

    def set_palette(self, palette: Palette) -> None:
        """Draw in the colours of another theme."""
        self.bar.set_palette(palette)

    def retranslate(self) -> None:
        """Put bar and button into the window's language."""
        self.bar.retranslate()
        self.show_name()
