"""Marking quotations: form, content, cue, mention, speaker, nesting."""

from __future__ import annotations

from collections.abc import Callable

from core.model import Form, Quotation, Range, State, actor_edits, edits
from core.model.layer import Edit
from core.reading import frame, speech
from core.reading.phrase import cue_around
from gui.canvas.view import TextView
from gui.desk.desk import Desk
from gui.inspector.inspector import Inspector
from gui.look.languages import tr


class QuotationCommands:
    """Commands of the Quotation menu but for its edges."""

    def __init__(self, desk: Desk, view: TextView, inspector: Inspector) -> None:
        self._desk, self._view, self._inspector = desk, view, inspector

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
        session, view = self._desk.session, self._view
        if session.layer is None:
            return
        if view.selection is None:
            if session.quotation is not None:
                session.do(edits.set_form(session.layer, [session.quotation.id], form))
            else:
                self._mark_at_caret(form)
            return
        schema = session.schema
        if schema is None:
            return
        ranges = speech.content_of(view.text, view.selection, form, schema)
        if not ranges:
            return
        edit = frame.make(session.layer, form, ranges, frame.around(session.layer, ranges))
        if session.do(edit):
            view.set_selection(None)
            session.select(edit.added[-1].id)

    def _mark_at_caret(self, form: Form) -> None:
        """Make a quotation of what stands around the caret: the words in quotation marks, or the clause."""
        session, view = self._desk.session, self._view
        if session.layer is None or session.schema is None:
            return
        ranges = speech.content_at(view.text, view.caret, form, session.schema)
        edit = frame.make(session.layer, form, ranges, frame.around(session.layer, ranges)) if ranges else None
        if edit is not None and session.do(edit):
            session.select(edit.added[-1].id)

    def add_range(self) -> None:
        """Add the selected text to the selected quotation."""
        self._with_selection(edits.add_range)

    def cut_range(self) -> None:
        """Take the selected text out of the quotation; without any, the range that the caret is in."""
        session, view = self._desk.session, self._view
        if session.layer is None or session.quotation is None:
            return
        span = view.selection or next(
            (span for span in session.quotation.ranges if span.start <= view.caret <= span.end), None
        )
        if span is None:
            return
        edit = edits.cut_range(session.layer, session.quotation.id, span)
        if not edit:
            self._desk.say(tr("A quotation keeps at least one range; Delete takes the whole quotation away."))
        self._do_and_drop_selection(edit)

    def replace_range(self) -> None:
        """Put the selected item where the selected text is: id, links, notes and history stay."""
        session, view = self._desk.session, self._view
        if session.layer is None or view.selection is None:
            return
        if session.entity is not None:
            edit = edits.set_entity_range(session.layer, session.entity.id, view.selection)
        elif session.quotation is not None:
            schema = session.schema
            if schema is None:
                return
            edit = speech.expand_to(session.layer, session.quotation.id, view.selection, schema)
        else:
            return
        self._do_and_drop_selection(edit)

    def split(self) -> None:
        """Make two quotations of the selected one at the caret."""
        session = self._desk.session
        if session.layer is not None and session.quotation is not None:
            session.do(edits.split_quotation(session.layer, session.quotation.id, self._view.caret))

    def join(self) -> None:
        """Join the selected quotation with the next one."""
        session = self._desk.session
        if session.layer is None or session.quotation is None:
            return
        for item in session.layer.annotations_from(session.quotation):
            if isinstance(item, Quotation) and item.state is not State.REJECTED:
                session.do(edits.join_quotations(session.layer, session.quotation.id, item.id))
                return

    def nest(self) -> None:
        """Say that the quotation stands in the one around it; again: that it does not."""
        session = self._desk.session
        if session.layer is None or session.quotation is None:
            return
        item = session.quotation
        parent = None if item.parent is not None else frame.around(session.layer, item.ranges, item.id)
        if parent is None and item.parent is None:
            self._desk.say(tr("No quotation stands around this one."))
            return
        session.do(edits.set_parent(session.layer, item.id, parent))

    # -- attribution -------------------------------------------------------------------------------------------------

    def cue(self) -> None:
        """Make the selected words, or the cue at the caret, the cue."""
        session = self._desk.session
        span = self._words(cue_around)
        if span is not None and session.layer is not None and session.quotation is not None:
            self._do_and_drop_selection(edits.set_cue(session.layer, session.quotation.id, span))

    def mention(self) -> None:
        """Make the selected words, or the noun phrase at the caret, the speaker mention."""
        layer = self._desk.session.layer
        span = self._words(lambda _, at: frame.mention_around(layer, at) if layer is not None else Range(at, at + 1))
        if span is not None:
            self.set_mention(span)

    def set_mention(self, span: Range) -> None:
        """Make ``span`` the speaker mention, and whom it names the speaker."""
        session = self._desk.session
        if session.layer is not None and session.quotation is not None:
            self._do_and_drop_selection(frame.set_mention(session.layer, session.quotation.id, span))

    def word_clicked(self, span: Range, *, exact: bool = False) -> None:
        """Set by Ctrl+click: a word of saying is the cue, another one names the source; by Ctrl+drag just the words."""
        session = self._desk.session
        if session.refuse():
            return
        if session.layer is not None and session.quotation is not None and session.writable:
            self._do_and_drop_selection(frame.set_by_word(session.layer, session.quotation.id, span, exact=exact))

    def speaker(self) -> None:
        """Give the keyboard to the speaker's field."""
        self._desk.show_panel("show_inspector")
        self._inspector.ask_speaker()

    def no_speaker(self) -> None:
        """Say that the text does not tell the speaker, or that the entity resolves to nobody."""
        session = self._desk.session
        if session.layer is not None and session.selected is not None:
            session.do(actor_edits.move_to_actor(session.layer, [session.selected], None))

    def no_cue(self) -> None:
        """Take the cue away."""
        session = self._desk.session
        if session.layer is not None and session.quotation is not None:
            session.do(edits.set_cue(session.layer, session.quotation.id, None))

    def no_mention(self) -> None:
        """Take the speaker mention away."""
        session = self._desk.session
        if session.layer is not None and session.quotation is not None:
            session.do(edits.set_mention(session.layer, session.quotation.id, None))

    # -- helpers -----------------------------------------------------------------------------------------------------

    def _words(self, around: Callable[[str, int], Range]) -> Range | None:
        """Return the selected text, or what ``around`` finds at the caret."""
        view = self._view
        if view.selection is not None:
            return view.selection
        for at in (view.caret, view.caret - 1):
            if 0 <= at < len(view.text) and view.text[at].isalnum():
                return around(view.text, at)
        return None

    def _with_selection(self, build: object) -> None:
        session, view = self._desk.session, self._view
        if session.layer is not None and session.quotation is not None and view.selection is not None:
            assert callable(build)
            self._do_and_drop_selection(build(session.layer, session.quotation.id, view.selection))

    def _do_and_drop_selection(self, edit: Edit) -> None:
        if self._desk.session.do(edit):
            self._view.set_selection(None)
