"""Marking quotations: form, content, cue, mention, speaker, nesting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core import actor_edits, edits
from core.layer import Edit, Layer
from core.model import Form, Quotation, Range, State
from core.text import token_at
from gui.i18n import tr

if TYPE_CHECKING:
    from gui.main_window import MainWindow


def around(layer: Layer, ranges: tuple[Range, ...], but: str = "") -> str | None:
    """Return the innermost quotation that holds all of ``ranges`` in its content, other than ``but`` and its own."""
    holding = []
    for mark in layer.inside(ranges[0].start, ranges[0].end):
        item = layer.items[mark.item]
        if not isinstance(item, Quotation) or item.id == but or item.state is State.REJECTED or item.ranges == ranges:
            continue
        if _stands_in(layer, item, but):
            continue
        if all(any(outer.contains(span) for outer in item.ranges) for span in ranges):
            holding.append(item)
    found = min(holding, key=lambda item: sum(span.end - span.start for span in item.ranges), default=None)
    return found.id if found is not None else None


def _stands_in(layer: Layer, item: Quotation, outer: str) -> bool:
    """Tell whether ``item`` stands in ``outer``, by however many steps."""
    parent = item.parent
    while parent is not None:
        if parent == outer:
            return True
        parent = layer.quotation(parent).parent
    return False


class QuotationCommands:
    """Commands of the Quotation menu but for its edges."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    # -- form and content --------------------------------------------------------------------------------------------

    def direct(self) -> None:
        """Make the selected text a direct quotation, or the selected quotation direct."""
        self._form(Form.DIRECT)

    def indirect(self) -> None:
        """Make the selected text an indirect quotation, or the selected quotation indirect."""
        self._form(Form.INDIRECT)

    def mixed(self) -> None:
        """Make the selected text a mixed quotation, or the selected quotation mixed."""
        self._form(Form.MIXED)

    def _form(self, form: Form) -> None:
        session, view = self._window.session, self._window.view
        if session.layer is None:
            return
        if view.selection is None:
            if session.quotation is not None:
                session.do(edits.set_form(session.layer, [session.quotation.id], form))
            return
        span = view.selection
        edit = edits.add_quotation(form, [span], parent=around(session.layer, (span,)))
        if session.do(edit):
            view.set_selection(None)
            session.select(edit.added[0].id)

    def add_range(self) -> None:
        """Add the selected text to the selected quotation."""
        self._with_selection(edits.add_range)

    def cut_range(self) -> None:
        """Take the selected text out of the quotation; without any, the range that the caret is in."""
        session, view = self._window.session, self._window.view
        if session.layer is None or session.quotation is None:
            return
        span = view.selection or next(
            (span for span in session.quotation.ranges if span.start <= view.caret <= span.end), None
        )
        if span is None:
            return
        edit = edits.cut_range(session.layer, session.quotation.id, span)
        if not edit:
            self._window.say(tr("A quotation keeps at least one range; Delete takes the whole quotation away."))
        self._do_and_drop_selection(edit)

    def replace_range(self) -> None:
        """Put the selected item where the selected text is: id, links, notes and history stay."""
        session, view = self._window.session, self._window.view
        if session.layer is None or view.selection is None:
            return
        if session.entity is not None:
            edit = edits.set_entity_range(session.layer, session.entity.id, view.selection)
        elif session.quotation is not None:
            edit = edits.set_ranges(session.layer, session.quotation.id, [view.selection])
        else:
            return
        self._do_and_drop_selection(edit)

    def split(self) -> None:
        """Make two quotations of the selected one at the caret."""
        session = self._window.session
        if session.layer is not None and session.quotation is not None:
            session.do(edits.split_quotation(session.layer, session.quotation.id, self._window.view.caret))

    def join(self) -> None:
        """Join the selected quotation with the next one."""
        session = self._window.session
        if session.layer is None or session.quotation is None:
            return
        for item in session.layer.walk(session.quotation):
            if isinstance(item, Quotation) and item.state is not State.REJECTED:
                session.do(edits.join_quotations(session.layer, session.quotation.id, item.id))
                return

    def nest(self) -> None:
        """Say that the quotation stands in the one around it; again: that it does not."""
        session = self._window.session
        if session.layer is None or session.quotation is None:
            return
        item = session.quotation
        parent = None if item.parent is not None else around(session.layer, item.ranges, item.id)
        if parent is None and item.parent is None:
            self._window.say(tr("No quotation stands around this one."))
            return
        session.do(edits.set_parent(session.layer, item.id, parent))

    # -- attribution -------------------------------------------------------------------------------------------------

    def cue(self) -> None:
        """Make the selected words, or the word at the caret, the cue."""
        span = self._words()
        session = self._window.session
        if span is not None and session.layer is not None and session.quotation is not None:
            self._do_and_drop_selection(edits.set_cue(session.layer, session.quotation.id, span))

    def mention(self) -> None:
        """Make the selected words, or the word or name at the caret, the speaker mention."""
        span = self._words()
        if span is not None:
            self.set_mention(span)

    def set_mention(self, span: Range) -> None:
        """Make ``span`` the speaker mention; where the speaker is not told yet, also whom an entity there names."""
        session = self._window.session
        layer, item = session.layer, session.quotation
        if layer is None or item is None:
            return
        actor = None
        if item.speaker is None:
            named = [entity for entity in layer.entities() if entity.range.overlaps(span) and entity.actor is not None]
            actor = max(named, key=lambda entity: entity.range.end - entity.range.start).actor if named else None
        self._do_and_drop_selection(edits.set_mention(layer, item.id, span, actor))

    def word_clicked(self, span: Range) -> None:
        """Set by Ctrl+click: on a name the speaker mention; on another word the cue, or the mention if that is set."""
        session = self._window.session
        layer, item = session.layer, session.quotation
        if layer is None or item is None or not session.writable:
            return
        names = [entity.range for entity in layer.entities() if entity.range.contains(span)]
        if names:
            self.set_mention(max(names, key=lambda name: name.end - name.start))
        elif item.cue is None:
            session.do(edits.set_cue(layer, item.id, span))
        elif item.mention is None:
            self.set_mention(span)
        else:
            session.do(edits.set_cue(layer, item.id, span))

    def speaker(self) -> None:
        """Give the keyboard to the speaker's field."""
        self._window.show_inspector()
        self._window.inspector.ask_speaker()

    def no_speaker(self) -> None:
        """Say that the text does not tell the speaker, or that the entity resolves to nobody."""
        session = self._window.session
        if session.layer is not None and session.selected is not None:
            session.do(actor_edits.move_to_actor(session.layer, [session.selected], None))

    def no_cue(self) -> None:
        """Take the cue away."""
        session = self._window.session
        if session.layer is not None and session.quotation is not None:
            session.do(edits.set_cue(session.layer, session.quotation.id, None))

    def no_mention(self) -> None:
        """Take the speaker mention away."""
        session = self._window.session
        if session.layer is not None and session.quotation is not None:
            session.do(edits.set_mention(session.layer, session.quotation.id, None))

    # -- helpers -----------------------------------------------------------------------------------------------------

    def _words(self) -> Range | None:
        """Return the selected text, or the word at the caret."""
        view = self._window.view
        if view.selection is not None:
            return view.selection
        for at in (view.caret, view.caret - 1):
            if 0 <= at < len(view.text) and view.text[at].isalnum():
                return token_at(view.text, at)
        return None

    def _with_selection(self, build: object) -> None:
        session, view = self._window.session, self._window.view
        if session.layer is not None and session.quotation is not None and view.selection is not None:
            assert callable(build)
            self._do_and_drop_selection(build(session.layer, session.quotation.id, view.selection))

    def _do_and_drop_selection(self, edit: Edit) -> None:
        if self._window.session.do(edit):
            self._window.view.set_selection(None)
