"""Moving edges: by word or character from the keyboard, or dragged on the text."""

from __future__ import annotations

from core.model import Quotation, Range, edits
from core.model.layer import Edit, Layer
from core.model.marks import Mark, Part, marks_of
from core.model.text import next_token, previous_token, token_at
from gui.canvas.view import TextView
from gui.desk.session import Session


def reshape(layer: Layer, mark: Mark, span: Range) -> Edit:
    """Return the edit that moves one span of an item to ``span``; id, links, notes and history stay."""
    if mark.part is Part.CUE:
        return edits.set_cue(layer, mark.item, span)
    if mark.part is Part.MENTION:
        return edits.set_mention(layer, mark.item, span)
    if mark.part is Part.ENTITY:
        return edits.set_entity_range(layer, mark.item, span)
    return edits.move_edge(layer, mark.item, mark.range, span)


def moved(text: str, span: Range, *, start: bool, out: bool, exact: bool) -> Range:
    """Return ``span`` with one edge a word (``exact``: a character) out or in; as it is where it cannot go."""
    if exact:
        step = -1 if start == out else 1
        after = Range(span.start + step, span.end) if start else Range(span.start, span.end + step)
    elif out:
        token = previous_token(text, span.start) if start else next_token(text, span.end)
        if token is None:
            return span
        after = Range(token.start, span.end) if start else Range(span.start, token.end)
    elif start:
        following = next_token(text, token_at(text, span.start).end)
        after = Range(following.start, span.end) if following is not None else span
    else:
        before = previous_token(text, token_at(text, span.end - 1).start)
        after = Range(span.start, before.end) if before is not None else span
    return after if 0 <= after.start < after.end <= len(text) else span


class EdgeCommands:
    """Commands that move an edge of the selected item."""

    def __init__(self, session: Session, view: TextView) -> None:
        self._session, self._view = session, view

    def start_out(self) -> None:
        """Move the start one word out."""
        self._move(start=True, out=True)

    def start_in(self) -> None:
        """Move the start one word in."""
        self._move(start=True, out=False)

    def end_out(self) -> None:
        """Move the end one word out."""
        self._move(start=False, out=True)

    def end_in(self) -> None:
        """Move the end one word in."""
        self._move(start=False, out=False)

    def start_out_character(self) -> None:
        """Move the start one character out."""
        self._move(start=True, out=True, exact=True)

    def start_in_character(self) -> None:
        """Move the start one character in."""
        self._move(start=True, out=False, exact=True)

    def end_out_character(self) -> None:
        """Move the end one character out."""
        self._move(start=False, out=True, exact=True)

    def end_in_character(self) -> None:
        """Move the end one character in."""
        self._move(start=False, out=False, exact=True)

    def _move(self, *, start: bool, out: bool, exact: bool = False) -> None:
        session = self._session
        mark = self._mark(start)
        if session.layer is None or mark is None:
            return
        span = moved(session.layer.article.text, mark.range, start=start, out=out, exact=exact)
        self.drag(mark, span)

    def drag(self, mark: Mark, span: Range) -> None:
        """Move a span of the selected item to ``span``, and let further keys act on it there."""
        session = self._session
        if session.layer is not None and session.do(reshape(session.layer, mark, span)):
            session.select(mark.item, session.part_at(mark.item, mark.part, min(span.start, span.end - 1)))

    def _mark(self, start: bool) -> Mark | None:
        """Return the span that edge keys act on: the one clicked, else the range at the caret, first or last."""
        session = self._session
        item = session.item
        if item is None:
            return None
        own = [mark for mark in marks_of(item) if mark.part in (Part.CONTENT, Part.ENTITY)]
        if session.part is not None and session.part.item == item.id and session.part in set(marks_of(item)):
            return session.part
        if isinstance(item, Quotation) and len(own) > 1:
            caret = self._view.caret
            here = [mark for mark in own if mark.start <= caret <= mark.end]
            if here:
                return here[0]
        return own[0] if start else own[-1]
