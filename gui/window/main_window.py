"""The window: article list, text, inspector, and what connects them. It composes; the parts do the work."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from core.model import Range, Status
from core.model.layer import Edit
from core.model.marks import Mark
from core.model.scope import Tally
from gui.commands.command_set import CommandSet
from gui.commands.groups import Parts
from gui.desk.acts import Act
from gui.desk.settings import Settings
from gui.look.keys import chord, pass_on
from gui.look.languages import Translations, tr
from gui.look.text_look import Candidate, Look
from gui.look.theme import apply_theme, palette_for
from gui.marking.done import scope_of
from gui.window.beginning import Beginning
from gui.window.behind import Behind
from gui.window.context_menu import show_article_menu, show_context_menu
from gui.window.frame import WindowFrame
from gui.window.still_text import StillText
from gui.words.care import capital
from gui.words.layers import layer_words


class MainWindow(WindowFrame):
    """The annotator's window on one project."""

    def __init__(self, settings: Settings, translations: Translations) -> None:
        super().__init__(settings, translations)
        parts = Parts(self.view, self.inspector, self.articles, self.splitter, self.header.layers)
        self.commands = CommandSet(self.desk, self, parts)
        self.beginning = Beginning(
            self.desk,
            self.welcome,
            lambda paths: self.commands.groups.project.import_these(paths),
            lambda text: self.commands.groups.project.take_text(text),
            lambda: self.commands.actions["paste"].isEnabled(),
        )
        self._take_in()
        self._connect()
        self._answer()
        self.setAcceptDrops(True)
        self.apply_settings()
        self._restore()
        self._show_project()
        self.behind = Behind(self, self.jobs, self.inspector.dictionary, self.commands.show_icons)

    # -- building --------------------------------------------------------------------------------------------------

    def _take_in(self) -> None:
        """Put what the commands have made into the window."""
        panels = self.commands.panels
        self.column.insertWidget(1, panels.find_bar)
        self.column.insertWidget(1, self.commands.care.past.bar)
        self.column.insertWidget(1, self.commands.groups.layers.bar)
        for drawer in panels.drawers:
            self.stack.addWidget(drawer)
            drawer.hide()
        StillText(self.view, self)

    def _answer(self) -> None:
        """Do what the desk asks of the window."""
        desk = self.desk
        desk.said.connect(self.say)
        desk.strip_made.connect(self.take_strip)
        desk.text_wanted.connect(self.focus_text)
        desk.settings_changed.connect(self.apply_settings)
        desk.panels_changed.connect(self._show_panels)
        desk.labels_changed.connect(self._show_labels)
        desk.reset_wanted.connect(self._reset)
        desk.commands_changed.connect(self._show_chips)
        self.chips.widened.connect(lambda: desk.trigger("navigate-all"))
        self.chips.asked.connect(lambda: desk.trigger("workflow"))
        self.commands.hinted.connect(self.hint.set_whole)

    def _connect(self) -> None:
        session, view, groups = self.session, self.view, self.commands.groups
        session.project_changed.connect(self._show_project)
        session.article_changed.connect(self._show_article)
        session.changed.connect(self._show_edit)
        session.selection_changed.connect(self._show_selection)
        session.rows_changed.connect(self._show_middle)
        view.selection_changed.connect(self.commands.refresh)
        view.item_clicked.connect(lambda item, part, at: session.select(item, session.part_at(item, part, at)))
        view.empty_clicked.connect(lambda at: session.select(None))
        view.edge_dragged.connect(self._drag_edge)
        view.word_activated.connect(lambda span: groups.quotation.word_clicked(span))
        view.span_activated.connect(lambda span: groups.quotation.word_clicked(span, exact=True))
        view.context_requested.connect(self._context_menu)
        self.articles.chosen.connect(self.desk.open_article)
        self.articles.left.connect(self.focus_text)
        self.articles.selected.connect(self.commands.refresh)
        self.articles.asked.connect(self.desk.trigger)
        self.articles.menu_wanted.connect(
            lambda point: show_article_menu(self.commands, self.articles.selected_count(), self, point)
        )
        session.acted.connect(self._show_act)
        self.inspector.range_shown.connect(lambda span: view.reveal(span.start, span.end))
        self.inspector.item_chosen.connect(self._choose_item)
        self.inspector.left.connect(self.focus_text)
        self.inspector.settled.connect(lambda accept: groups.item.resolve(accept))
        self.inspector.refreshed.connect(self._show_candidates)
        self.header.status_chosen.connect(self._set_status)
        self.header.stand_in.clicked.connect(lambda: self.desk.trigger("own-name"))
        self.commands.review.review.changed.connect(self._show_review)
        self.empty.bring.clicked.connect(self.commands.actions["import"].trigger)
        QApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    # -- showing ---------------------------------------------------------------------------------------------------

    def _show_project(self) -> None:
        project = self.session.project
        self.setWindowTitle(f"{project.path.stem} — Citata" if project is not None else "Citata")
        self.setWindowFilePath(str(project.path) if project is not None else "")
        self._show_panels()
        self._show_middle()
        self._show_layer_name()
        self._show_chips()
        self.commands.retranslate()

    def _show_layer_name(self) -> None:
        project = self.session.project
        self.header.show_name(self.session.author, self.desk.own_name if project is not None else self.session.author)
        fixed = project is not None and (project.read_only or self.session.looking is not None)
        text = tr("Layer: {name}", name=layer_words(self.session.annotator)) if project is not None else ""
        self.layer_label.setText(f"{text} · {tr('read only')}" if fixed else text)

    def _show_chips(self) -> None:
        """Say what is annotated and what navigation stops at, where that is not everything."""
        session = self.session
        scope, stops = scope_of(session.project), self.settings.values.stops
        self.chips.show_work(scope, session.schema, self.desk.language, stops if session.project is not None else "all")

    def _show_middle(self) -> None:
        if self.session.project is None:
            self.middle.setCurrentIndex(0)
        elif self.session.layer is None:
            self.empty.show_count(self.session.project.article_count(self.session.author))
            self.middle.setCurrentIndex(1)
        else:
            self.middle.setCurrentIndex(2)

    def _show_panels(self) -> None:
        there = self.session.project is not None
        self.inspector.setVisible(there and self.settings.values.show_inspector)
        self.commands.review.show_panels()
        self.show_legend(wanted=there and self.settings.values.show_legend)
        self.fold(wanted=there and self.settings.values.show_articles)

    def _show_article(self) -> None:
        layer, schema = self.session.layer, self.session.schema
        if layer is None or schema is None:
            self.view.clear()
        else:
            self.view.show_article(layer.article, layer, schema)
            self._show_header()
        self._show_middle()
        self.commands.refresh(force=True)
        QTimer.singleShot(0, self, self.commands.know_undo)

    def _show_header(self) -> None:
        project, layer = self.session.project, self.session.layer
        if project is None or layer is None:
            self.header.show_layer(layer)
        else:
            proposed = project.has_proposals(layer.article.id, layer.annotator)
            self.header.show_layer(layer, scope_of(project), proposed=proposed)

    def _show_edit(self, edit: Edit) -> None:
        layer = self.session.layer
        if layer is None:
            return
        self.view.show_layer(layer, edit)
        if self.view.selected_id != self.session.selected:
            self.view.select_item(self.session.selected, reveal=False)
        self.header.show_edit(layer, edit)
        self.commands.refresh()

    def _show_review(self) -> None:
        """Let header and list count as the panel of differences does."""
        review, article = self.commands.review.review, self.session.article
        counts = Tally(*review.counts) if review.active else None
        self.header.show_review(counts, review.returned)
        self.fold(wanted=self.session.project is not None and self.settings.values.show_articles)
        self.articles.show_review(article.id if article is not None and review.active else None, counts)

    def _show_selection(self) -> None:
        self.view.set_candidates(())
        self.view.select_item(self.session.selected)
        self.commands.refresh()

    def _show_candidates(self) -> None:
        """Put the digits of the inspector's candidates onto the text."""
        found = self.inspector.candidates if self.session.quotation is not None else []
        self.view.set_candidates(
            [
                Candidate(number, one.range, one.actor.name)
                for number, one in enumerate(found, 1)
                if one.range is not None
            ]
        )

    def _choose_item(self, item_id: str) -> None:
        self.session.select(item_id)
        self.focus_text()

    def _drag_edge(self, item_id: str, old: Mark, new: Range) -> None:
        if self.session.writable or self.session.looking is not None:
            self.commands.groups.edges.drag(old, new)
        self.session.select(item_id, self.session.part)

    def _reset(self) -> None:
        """Show the open layer in every part as it is, whatever was typed or dragged."""
        layer = self.session.layer
        self._show_chips()
        if layer is not None:
            self.view.show_layer(layer)
            self._show_header()
            self.inspector.refresh()

    def _show_labels(self) -> None:
        """Show the labels of the project as they are now."""
        layer, schema = self.session.layer, self.session.schema
        self.commands.retranslate()
        self.inspector.refresh()
        self._show_panels()
        if layer is not None and schema is not None:
            self.view.schema = schema
            self.view.show_layer(layer)

    def _set_status(self, status: str) -> None:
        self.commands.groups.article.set_status(Status(status))

    def _context_menu(self, point: QPoint, offset: int) -> None:
        show_context_menu(self.commands, self.session, self.view, point, offset)

    def _show_act(self, act: Act, how: str) -> None:
        """Say what was taken back of articles, or done again."""
        QTimer.singleShot(0, self, self.commands.know_undo)
        if how != "done":
            self.desk.say(tr("Taken back: {what}", what=act.words()) if how == "back" else capital(act.words()))

    # -- look ------------------------------------------------------------------------------------------------------

    def apply_settings(self) -> None:
        """Take language, theme and reading comfort from the settings."""
        values = self.settings.values
        self.desk.translations.use(values.language)
        palette = palette_for(values.theme)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, palette)
        self.desk.palette = palette
        commands = self.commands
        for part in (
            self.articles, self.inspector, self.header, self.chips, self.notice, commands.panels, commands.review,
            commands.care, commands.groups.layers,
        ):  # fmt: skip
            part.set_palette(palette)
        self.view.set_look(
            Look(
                palette=palette.canvas,
                family=values.reading_family,
                size=values.reading_size,
                columns=values.column,
                line_spacing=values.line_spacing,
                hidden=frozenset(values.hidden_kinds),
                focus=values.focus_mode,
                dark=palette.dark,
            )
        )
        self._show_panels()
        self._retranslate()

    def _retranslate(self) -> None:
        self.articles.retranslate()
        self.inspector.retranslate(self.desk.language)
        self.commands.panels.retranslate(self.desk.language)
        self.commands.review.retranslate(self.desk.language)
        self.commands.care.retranslate(self.desk.language)
        self.commands.groups.layers.retranslate()
        self._show_header()
        self.beginning.retranslate()
        self._show_middle()
        self._show_layer_name()
        self._show_chips()
        self.commands.retranslate()

    def _follow_system(self) -> None:
        """Take the desktop's theme when it changes."""
        self.apply_settings()

    # -- events ----------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(self.commands.takes_sign(event))
            return event.isAccepted()
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if pass_on(event) or self.commands.press(event) or self.beginning.press(event):
            return
        if self.view.hasFocus() and self.commands.groups.entity.press_letter(chord(event)):
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.WindowStateChange and hasattr(self, "commands"):
            self.commands.refresh()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.beginning.takes(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.beginning.drop(event.mimeData())

    def take_files(self, paths: list[Path]) -> None:
        """Open a project, or import what was named on the command line."""
        self.beginning.take_files(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close the project and the window; it stays where it must say that the project has another name now."""
        self.jobs.finish()
        self._remember_geometry()
        rescued = self.session.close()
        if rescued is not None:
            self.settings.remember_project(rescued)
            event.ignore()
        else:
            super().closeEvent(event)
