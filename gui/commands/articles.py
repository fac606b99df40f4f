"""Commands on articles as things: those selected in the list, else the open one."""

from __future__ import annotations

from typing import Protocol

from gui.articles.details import links_of, open_link, show_details
from gui.articles.giving import GiveDialog
from gui.articles.removing import ask_to_remove, bring_articles_back, remove_articles
from gui.desk.annotation import annotate_these
from gui.desk.desk import Desk
from gui.exchange.export_dialog import ExportDialog
from gui.look.languages import tr


class ArticleList(Protocol):
    """What commands need of the list beside the text."""

    @property
    def shows_removed(self) -> bool:
        """Whether it is the removed articles that are listed."""

    def neighbour(self, step: int) -> str | None:
        """Return the id of the article ``step`` rows from the open one."""

    def find_article(self) -> None:
        """Focus the filter."""

    def selected_count(self) -> int:
        """Return how many articles are selected."""

    def selected_ids(self) -> list[str]:
        """Return the ids of the selected articles."""

    def after_selected(self) -> str | None:
        """Return the id of the article that stands after the selected ones, else before them."""

    def show_removed(self) -> None:
        """List the removed articles."""

    def show_every(self) -> None:
        """List all articles that are not removed, where the removed ones are listed."""


class ArticlesCommands:
    """Commands on the selected articles."""

    def __init__(self, desk: Desk, articles: ArticleList) -> None:
        self._desk, self._articles = desk, articles

    def _ids(self) -> list[str]:
        return chosen(self._desk, self._articles)

    def details(self) -> None:
        """Show title and details of the first selected article."""
        found = self._ids()
        if found:
            show_details(self._desk, found[0])

    def open_link(self) -> None:
        """Show the page that the article came from."""
        project, found = self._desk.session.project, self._ids()
        if project is None or not found:
            return
        links = links_of(project.article(found[0], removed=True))
        if links:
            open_link(links[0])
        else:
            self._desk.say(tr("This article has no address of a page; it can be added under Title and details."))

    def give(self) -> None:
        """Give the articles to people."""
        found = self._ids()
        if found:
            GiveDialog(self._desk, found).open()

    def annotate(self) -> None:
        """Pre-annotate the articles."""
        found = self._ids()
        if found:
            annotate_these(self._desk, found)

    def export(self) -> None:
        """Export the articles alone."""
        found = self._ids()
        if found:
            ExportDialog(self._desk, articles=found).open()

    def remove(self) -> None:
        """Remove the articles, after saying what goes out of sight; the next one of the list is opened."""
        found, after = self._ids(), self._articles.after_selected()
        shown = self._desk.session.article
        if self._articles.shows_removed or not found:
            return

        def run() -> None:
            if remove_articles(self._desk, found) and shown is not None and shown.id in found and after is not None:
                self._desk.open_article(after)

        ask_to_remove(self._desk, found, run)

    def bring_back(self) -> None:
        """Bring the selected removed articles back, and open the first."""
        found = self._articles.selected_ids() if self._articles.shows_removed else []
        if found and bring_articles_back(self._desk, found):
            self._articles.show_every()
            self._desk.open_article(found[0])

    def show_removed(self) -> None:
        """List the removed articles."""
        self._desk.show_panel("show_articles")
        self._articles.show_removed()


def chosen(desk: Desk, articles: ArticleList) -> list[str]:
    """Return the ids of the articles that a command is about: the selected ones, else the open one."""
    found = articles.selected_ids()
    shown = desk.session.article
    return found or ([shown.id] if shown is not None else [])
