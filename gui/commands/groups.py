"""The groups of commands by name, and the handlers that the table names in them.

Groups that keep nothing are made, and their code is read, when one of their commands is given first: the window need
not wait for them. ``gui.window.behind`` reads them once the window is painted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSplitter, QToolButton

from gui.canvas.view import TextView
from gui.commands.care import CareCommands
from gui.commands.entity import EntityCommands
from gui.commands.layers import LayerCommands
from gui.commands.own_keys import keys_of
from gui.commands.panels import PanelCommands
from gui.commands.review import ReviewCommands
from gui.commands.table import command
from gui.desk.desk import Desk
from gui.inspector.inspector import Inspector
from gui.learning.running import LearningDesk
from gui.look.help_key import answer_help

if TYPE_CHECKING:
    from gui.commands.article import ArticleCommands
    from gui.commands.articles import ArticleList, ArticlesCommands
    from gui.commands.concordance import ConcordanceCommands
    from gui.commands.content import ContentCommands
    from gui.commands.counts import CountsCommands
    from gui.commands.edges import EdgeCommands
    from gui.commands.edit import EditCommands
    from gui.commands.help import HelpCommands
    from gui.commands.item import ItemCommands
    from gui.commands.knowledge import KnowledgeCommands
    from gui.commands.navigation import NavigationCommands
    from gui.commands.project import ProjectCommands
    from gui.commands.proposers import ProposerCommands
    from gui.commands.quotation import QuotationCommands
    from gui.commands.register import RegisterCommands
    from gui.commands.source import SourceCommands
    from gui.commands.view import ViewCommands


@dataclass(frozen=True)
class Parts:
    """What of the window commands act on, beside the desk."""

    view: TextView
    inspector: Inspector
    articles: ArticleList
    splitter: QSplitter
    """List, text, inspector, and the differences of a review."""
    layer_picker: QToolButton
    """The button above the text under which the layers of the article are listed."""


class Groups:
    """Every group; a handler of the table is ``group.method``."""

    def __init__(
        self,
        desk: Desk,
        parts: Parts,
        actions: Mapping[str, QAction],
        menus: Mapping[str, QMenu],
        why_not: Callable[[str], str],
    ) -> None:
        """``actions`` and ``menus`` are all commands and menus as Qt knows them, by id.

        ``why_not`` tells why a command cannot be given now.
        """
        self._desk, self._parts = desk, parts
        self._actions, self._menus, self._why_not = actions, menus, why_not
        self._learning = LearningDesk(desk)
        view, inspector = parts.view, parts.inspector
        self.panels = PanelCommands(desk, view, inspector)
        self.care = CareCommands(desk, view)
        self.review = ReviewCommands(desk, view, inspector, parts.splitter, self.panels.corrections_panel)
        self.layers = LayerCommands(desk, self.review, parts.layer_picker)
        self.entity = EntityCommands(desk, view, lambda: self.source)
        inspector.overview.actor_merged.connect(lambda *given: self.source.merge_into(*given))
        inspector.register_wanted.connect(lambda source: self.register.show_source(source))
        inspector.taught_wanted.connect(lambda: self.knowledge.show_taught())
        inspector.link_wanted.connect(lambda *given: self.register.link_to(*given))
        self.panels.history_panel.looked_at.connect(self.care.past.open)
        view.tooltip_for = lambda marks: self.help.told(marks)
        answer_help(lambda window: self.help.manual_over(window), lambda: keys_of(command("manual"), desk.settings))

    @cached_property
    def project(self) -> ProjectCommands:
        from gui.commands.project import ProjectCommands

        return ProjectCommands(self._desk)

    @cached_property
    def edit(self) -> EditCommands:
        from gui.commands.edit import EditCommands

        return EditCommands(self._desk, self._parts.view)

    @cached_property
    def quotation(self) -> QuotationCommands:
        from gui.commands.quotation import QuotationCommands

        return QuotationCommands(self._desk, self._parts.view, self._parts.inspector)

    @cached_property
    def edges(self) -> EdgeCommands:
        from gui.commands.edges import EdgeCommands

        return EdgeCommands(self._desk.session, self._parts.view)

    @cached_property
    def content(self) -> ContentCommands:
        from gui.commands.content import ContentCommands

        return ContentCommands(self._desk)

    @cached_property
    def source(self) -> SourceCommands:
        from gui.commands.source import SourceCommands

        return SourceCommands(self._desk, self._parts.view, self._parts.inspector)

    @cached_property
    def register(self) -> RegisterCommands:
        from gui.commands.register import RegisterCommands

        return RegisterCommands(self._desk)

    @cached_property
    def concordance(self) -> ConcordanceCommands:
        from gui.commands.concordance import ConcordanceCommands

        return ConcordanceCommands(self._desk, self._parts.view)

    @cached_property
    def counts(self) -> CountsCommands:
        from gui.commands.counts import CountsCommands

        return CountsCommands(self._desk, lambda query: self.concordance.show_query(query))

    @property
    def is_on_trail(self) -> bool:
        """Whether the place of a line of the concordance is open, so that one can go back to it."""
        return "concordance" in self.__dict__ and self.concordance.trail.active

    @cached_property
    def proposers(self) -> ProposerCommands:
        from gui.commands.proposers import ProposerCommands

        return ProposerCommands(self._desk, self._parts.layer_picker)

    @cached_property
    def knowledge(self) -> KnowledgeCommands:
        from gui.commands.knowledge import KnowledgeCommands

        return KnowledgeCommands(self._desk, self._learning)

    @cached_property
    def navigation(self) -> NavigationCommands:
        from gui.commands.navigation import NavigationCommands

        return NavigationCommands(self._desk, self._parts.view)

    @cached_property
    def item(self) -> ItemCommands:
        from gui.commands.item import ItemCommands

        return ItemCommands(self._desk, self._parts.view, self._parts.inspector)

    @cached_property
    def article(self) -> ArticleCommands:
        from gui.commands.article import ArticleCommands

        return ArticleCommands(self._desk, self._parts.articles)

    @cached_property
    def articles(self) -> ArticlesCommands:
        from gui.commands.articles import ArticlesCommands

        return ArticlesCommands(self._desk, self._parts.articles)

    @cached_property
    def view(self) -> ViewCommands:
        from gui.commands.view import ViewCommands

        return ViewCommands(self._desk, self._parts.view)

    @cached_property
    def help(self) -> HelpCommands:
        from gui.commands.help import HelpCommands

        speakers = self._parts.inspector.quotation.speaker
        return HelpCommands(self._desk, self._parts.view, speakers, self._actions, self._menus, self._why_not)

    def handler(self, name: str) -> Callable[..., object]:
        """Return what ``group.method`` names; AttributeError where there is no such thing."""
        group, _, method = name.partition(".")
        found = getattr(getattr(self, group), method)
        assert callable(found)
        return found  # type: ignore[no-any-return]
