"""The inspector: the page for what is selected, and what its controls ask of the session."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from core.model import Actor, Entity, Form, Quotation, Range, actor_edits, edits, new_id
from core.model.layer import Edit, Layer
from core.model.register import Source, as_actor
from core.model.resolving import accept_fields, clear_fields
from gui.desk.dictionary import Dictionary
from gui.desk.session import Session
from gui.inspector.actor_dialog import change_actor
from gui.inspector.entity import EntityPage
from gui.inspector.overview import OverviewPage
from gui.inspector.quotation import UNSURE, QuotationPage, is_guess
from gui.inspector.speaker import SpeakerBox
from gui.look.theme import Palette

if TYPE_CHECKING:
    from core.reading.candidates import Candidate
    from core.register.lookup import Lookup

FRESH = ("new", "register")
"""Why candidates are offered whose actors are not in the layer yet."""
LEAST = 310
"""Least width of the inspector, in pixels."""


def ranked(layer: Layer, item: Quotation | Entity, lookup: Lookup) -> list[Candidate]:
    """Return the candidates for a quotation's speaker or an entity's actor, best first."""
    from core.reading.candidates import choices

    if isinstance(item, Quotation):
        return choices(layer, item, lookup=lookup)
    stand_in = Quotation(id=item.id, form=Form.DIRECT, ranges=(item.range,), mention=item.range, speaker=item.actor)
    return choices(layer, stand_in, lookup=lookup)


def kept_in_order(before: list[Candidate], now: list[Candidate]) -> list[Candidate]:
    """Return the candidates ``now`` with those that were there ``before`` at their old digits, as far as they are left.

    A name that is still no actor's is made anew with every ranking and known by its words.
    """
    left = {one.actor.id: one for one in now}
    by_name = {one.actor.name: one.actor.id for one in now if one.why in FRESH}
    kept = []
    for one in before:
        found = left.pop(one.actor.id, None) or left.pop(by_name.get(one.actor.name, ""), None)
        if found is not None:
            kept.append(found)
    return [*kept, *left.values()]


class Inspector(QFrame):
    """Show and change what is selected; refreshed after the text is painted, so that keys never wait for it."""

    range_shown = Signal(object)
    item_chosen = Signal(str)
    left = Signal()
    """The keyboard belongs to the text again."""
    settled = Signal(bool)
    """Accept (True) or Reject (False) was pressed."""
    register_wanted = Signal(str)
    """The id of a source that is to be shown in the register."""
    link_wanted = Signal(str, str)
    """An actor of the layer, and the id of the source that it is to be linked to; empty: a new one."""
    taught_wanted = Signal()
    """What the project taught the selected proposal is to be shown."""
    refreshed = Signal()
    """The candidates are up to date."""

    def __init__(self, session: Session, palette: Palette, language: str) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._session = session
        self.language = language
        self._palette = palette
        self.candidates: list[Candidate] = []
        self._ranked_for: str | None = None
        """The item whose candidates have their digits: they keep them until another one is selected."""
        self.dictionary = Dictionary(self)
        self.quotation = QuotationPage(palette)
        self.entity = EntityPage(palette)
        self.overview = OverviewPage(palette)
        self.pages = QStackedWidget(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)
        for page in (self.quotation, self.entity):
            self.pages.addWidget(Scrolling(page, self.pages))
        self.pages.addWidget(self.overview)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._catch_up)
        self.dictionary.loaded.connect(self._later)
        session.selection_changed.connect(self._later)
        session.changed.connect(self._later)
        session.article_changed.connect(self._later)
        session.project_changed.connect(self._later)
        session.leaving.connect(self.finish_notes)
        self._connect()

    def _connect(self) -> None:
        session = self._session
        for page in (self.quotation, self.entity):
            page.resolve_part.accepted.connect(lambda: self.settled.emit(True))
            page.resolve_part.rejected.connect(lambda: self.settled.emit(False))
            page.resolve_part.unsure.connect(self._toggle_unsure)
            page.note.written.connect(self._write_note)
            page.speaker.chosen.connect(self.choose_speaker)
            page.speaker.created.connect(self._new_actor)
            page.speaker.registered.connect(self._new_of)
            page.speaker.begun = lambda typed: session.lookup.begun(typed)
            page.in_register.wanted.connect(self.register_wanted)
            page.in_register.linked.connect(self.link_wanted)
            page.why.taught_wanted.connect(self.taught_wanted)
            page.speaker.left.connect(self.left)
            page.note.left.connect(self.left)
        page = self.quotation
        page.form_chosen.connect(lambda form: self._edit(lambda one, at: edits.set_form(one, [at], Form(form))))
        page.range_shown.connect(self.range_shown)
        page.range_removed.connect(self._remove_range)
        page.field_removed.connect(self._empty)
        page.guess_confirmed.connect(lambda name: self._edit(lambda one, at: accept_fields(one, at, [name])))
        self.entity.label_chosen.connect(lambda label: self._edit(lambda one, at: edits.set_label(one, [at], label)))
        self.entity.shown.connect(self.range_shown)
        self.overview.item_chosen.connect(self.item_chosen)
        self.overview.note.written.connect(self._write_note)
        self.overview.note.left.connect(self.left)
        self.overview.actor_changed.connect(self._change_actor)
        self.overview.alias_removed.connect(self._remove_alias)
        self.overview.actor_deleted.connect(self._delete_actor)
        self.overview.unused_deleted.connect(self._delete_unused)
        self.overview.refused.connect(self._session.refuse)

    # -- read only ---------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer a click on a control that is off because another's layer is looked at."""
        off = event.type() is QEvent.Type.MouseButtonPress and isinstance(watched, QWidget) and not watched.isEnabled()
        return off and self._session.refuse()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the letter that a note leaves because nothing can be changed: say why."""
        written = event.text().isprintable() and bool(event.text())
        if not (written and self._session.refuse()):
            super().keyPressEvent(event)

    # -- showing ---------------------------------------------------------------------------------------------------

    def _later(self, *_: object) -> None:
        if not (self._session.reviewing and self.isHidden()):
            self._soon.start()

    def finish_notes(self) -> None:
        """Write what is being written, before the article goes."""
        for note in (self.quotation.note, self.entity.note, self.overview.note):
            note.finish()

    def _catch_up(self) -> None:
        """Show what is selected; its candidates follow where the dictionary that ranks them is still being loaded."""
        ranks = self._session.item is not None
        if ranks:
            self.dictionary.load()
        self.refresh(rank=ranks and self.dictionary.there)

    def refresh(self, *, rank: bool = True) -> None:
        """Show what is selected now; ``rank``: with candidates, whatever has to be loaded for them."""
        self._soon.stop()
        session = self._session
        layer, item, schema = session.layer, session.item, session.schema
        lookup = session.lookup if rank and item is not None else None
        found = ranked(layer, item, lookup) if lookup is not None and layer is not None and item is not None else []
        here = f"{layer.article.id} {item.id}" if layer is not None and item is not None else None
        self.candidates = kept_in_order(self.candidates, found) if here == self._ranked_for else found
        self._ranked_for = here
        writable = session.writable
        for page in (self.quotation, self.entity):
            page.speaker.text = layer.article.text if layer is not None else ""
        if item is not None and layer is not None:
            page = self.quotation if isinstance(item, Quotation) else self.entity
            page.in_register.show_actor(layer, item, lookup, writable=writable)
            page.why.show_item(item, session.lesson(item))
        if isinstance(item, Quotation) and layer is not None:
            self.quotation.show_quotation(item, layer, self.candidates, writable)
            self.pages.setCurrentIndex(0)
        elif isinstance(item, Entity) and layer is not None and schema is not None:
            self.entity.show_entity(item, layer, self.candidates, schema, self.language, writable)
            self.pages.setCurrentIndex(1)
        else:
            self.overview.show_layer(layer, schema, self.language, writable)
            self.pages.setCurrentIndex(2)
        if session.looking is not None:
            for control in self.pages.findChildren(QWidget):
                control.installEventFilter(self)
        self.refreshed.emit()

    def refresh_candidates(self) -> None:
        """Rank again if the page has not caught up with the last key."""
        if self._soon.isActive() or not self.dictionary.there:
            self.refresh()

    def retranslate(self, language: str) -> None:
        """Put everything into the window's language."""
        self.language = language
        for page in (self.quotation, self.entity, self.overview):
            page.retranslate()
        self.refresh()

    def set_palette(self, palette: Palette) -> None:
        """Draw in the colours of another theme."""
        self._palette = palette
        for page in (self.quotation, self.entity, self.overview):
            page.set_palette(palette)
        self.refresh()

    @property
    def speaker_box(self) -> SpeakerBox:
        """The box that chooses the actor of what is selected."""
        return self.entity.speaker if self._session.entity is not None else self.quotation.speaker

    def write_note(self) -> None:
        """Give the keyboard to the note of the selected item, or of the article."""
        self.refresh()
        page = (self.quotation, self.entity, self.overview)[self.pages.currentIndex()]
        page.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ask_speaker(self) -> None:
        """Give the keyboard to the field that filters actors."""
        self.refresh()
        self.speaker_box.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- changing --------------------------------------------------------------------------------------------------

    def _edit(self, build: object) -> None:
        layer, selected = self._session.layer, self._session.selected
        if layer is not None and selected is not None and callable(build):
            self._session.do(build(layer, selected))

    def choose_speaker(self, actor: str | None) -> None:
        """Make ``actor`` the speaker of the selected quotation, or what the selected entity names."""
        from core.reading.candidates import choose

        fresh = next((one.actor for one in self.candidates if one.actor.id == actor and one.why in FRESH), None)
        item = self._session.item
        if fresh is not None and item is not None:
            self._edit(lambda layer, at: choose(layer, [item], fresh))
        else:
            self._edit(lambda layer, at: actor_edits.move_to_actor(layer, [at], actor))

    def _new_actor(self, name: str) -> None:
        self._edit(lambda layer, at: actor_edits.add_actor_for(layer, [at], name))

    def _remove_range(self, span: Range) -> None:
        self._edit(lambda layer, at: edits.cut_range(layer, at, span))

    def _new_of(self, source: Source) -> None:
        """Make an actor that is a source of the register, and the selected item's."""
        from core.reading.candidates import choose

        item = self._session.item
        if item is not None:
            self._edit(lambda layer, at: choose(layer, [item], as_actor(source, new_id(Actor))))

    def _empty(self, name: str) -> None:
        """Empty a field of the selected quotation: a guess is said to be wrong, anything else is taken away."""
        item = self._session.quotation
        if item is not None and is_guess(item, name):
            self._edit(lambda layer, at: clear_fields(layer, at, [name]))
            return
        empty: dict[str, Callable[[Layer, str, None], Edit]] = {
            "cue": edits.set_cue,
            "mention": edits.set_mention,
            "parent": edits.set_parent,
        }
        self._edit(lambda layer, at: empty[name](layer, at, None))

    def _toggle_unsure(self) -> None:
        self._edit(lambda layer, at: edits.toggle_flag(layer, at, UNSURE))

    def _write_note(self, item: str, note: str) -> None:
        layer = self._session.layer
        if layer is not None and layer.get(item) is not None:
            self._session.do(edits.set_note(layer, item, note.strip()))

    def _change_actor(self, actor_id: str) -> None:
        change_actor(self._session, actor_id, self, self._palette)

    def _remove_alias(self, actor_id: str, alias: str) -> None:
        layer = self._session.layer
        actor = layer.actor(actor_id) if layer is not None else None
        if layer is not None and actor is not None:
            left = [name for name in actor.aliases if name != alias]
            self._session.do(actor_edits.set_aliases(layer, actor_id, left))

    def _delete_actor(self, actor_id: str) -> None:
        if self._session.layer is not None:
            self._session.do(actor_edits.delete_actor(self._session.layer, actor_id))

    def _delete_unused(self) -> None:
        if self._session.layer is not None:
            self._session.do(actor_edits.delete_unused_actors(self._session.layer))


class Scrolling(QScrollArea):
    """A page that scrolls up and down and is never narrower than what stands in it.

    Room is kept for the bar, which is seen only while there is a way to go. A bar that comes and goes would change the
    width, the width the lines of long texts, these the height, and that the need for the bar: round and round until
    the stack ends.
    """

    def __init__(self, page: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = page
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(lambda low, high: bar.setEnabled(high > low))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)

    def minimumSizeHint(self) -> QSize:
        inside = self._page.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(max(LEAST, inside), super().minimumSizeHint().height())
