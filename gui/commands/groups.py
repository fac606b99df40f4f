"""The groups of commands by name, and the handlers that the table names in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSplitter, QToolButton

from gui.canvas.view import TextView
from gui.commands.article import ArticleCommands, ArticleList
from gui.commands.care import CareCommands
from gui.commands.content import ContentCommands
from gui.commands.edges import EdgeCommands
from gui.commands.edit import EditCommands
from gui.commands.entity import EntityCommands
from gui.commands.item import ItemCommands
from gui.commands.layers import LayerCommands
from gui.commands.navigation import NavigationCommands
from gui.commands.panels import PanelCommands
from gui.commands.project import ProjectCommands
from gui.commands.quotation import QuotationCommands
from gui.commands.review import ReviewCommands
from gui.commands.source import SourceCommands
from gui.commands.view import HelpCommands, ViewCommands
from gui.desk.desk import Desk
from gui.inspector.inspector import Inspector


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


@dataclass(frozen=True)
class Groups:
    """Every group; a handler of the table is ``group.method``."""

    project: ProjectCommands
    edit: EditCommands
    quotation: QuotationCommands
    edges: EdgeCommands
    content: ContentCommands
    source: SourceCommands
    navigation: NavigationCommands
    panels: PanelCommands
    care: CareCommands
    review: ReviewCommands
    layers: LayerCommands
    entity: EntityCommands
    item: ItemCommands
    article: ArticleCommands
    view: ViewCommands
    help: HelpCommands

    def handler(self, name: str) -> Callable[..., object]:
        """Return what ``group.method`` names; AttributeError where there is no such thing."""
        group, _, method = name.partition(".")
        found = getattr(getattr(self, group), method)
        assert callable(found)
        return found  # type: ignore[no-any-return]


def make_groups(
    desk: Desk,
    parts: Parts,
    actions: Mapping[str, QAction],
    menus: Mapping[str, QMenu],
    why_not: Callable[[str], str],
) -> Groups:
    """Return the groups; ``actions`` and ``menus`` are all commands and menus as Qt knows them, by id.

    ``why_not`` tells why a command cannot be given now.
    """
    view, inspector = parts.view, parts.inspector
    source, panels = SourceCommands(desk, view, inspector), PanelCommands(desk, view, inspector)
    review = ReviewCommands(desk, view, inspector, parts.splitter, panels.corrections_panel)
    groups = Groups(
        project=ProjectCommands(desk),
        edit=EditCommands(desk, view),
        quotation=QuotationCommands(desk, view, inspector),
        edges=EdgeCommands(desk.session, view),
        content=ContentCommands(desk),
        source=source,
        navigation=NavigationCommands(desk, view),
        panels=panels,
        care=CareCommands(desk, view),
        review=review,
        layers=LayerCommands(desk, review, parts.layer_picker),
        entity=EntityCommands(desk, view, source),
        item=ItemCommands(desk, view, inspector),
        article=ArticleCommands(desk, parts.articles),
        view=ViewCommands(desk, view),
        help=HelpCommands(desk, actions, menus, why_not),
    )
    inspector.overview.actor_merged.connect(source.merge_into)
    panels.history_panel.looked_at.connect(groups.care.past.open)
    return groups
