"""Content of the selected quotation by what is meant: marks, clause, sentence, author's words, edges by policy."""

from __future__ import annotations

from collections.abc import Callable

from core.model import Form, Quotation, Range, text
from core.model.layer import Edit, Layer
from core.model.punctuation import PAIRS
from core.model.schema import Schema
from core.reading import expand, speech
from gui.desk.desk import Desk
from gui.look.languages import tr


class ContentCommands:
    """Commands that give the selected quotation other content in one key."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def to_quoted(self) -> None:
        """Reach to the quotation marks around the content; again: to those around them."""
        self._expand(expand.quoted_at)

    def to_clause(self) -> None:
        """Reach over the clause that the content begins in."""
        self._expand(lambda whole, at, _: expand.clause_at(whole, at))

    def to_sentence(self) -> None:
        """Reach over the sentence that the content begins in."""
        self._expand(lambda whole, at, _: text.sentence_at(whole, at))

    def _expand(self, find: Callable[[str, int, Range | None], Range | None]) -> None:
        session = self._desk.session
        layer, item, schema = session.layer, session.quotation, session.schema
        if layer is None or item is None or schema is None:
            return
        span = reach(layer.article.text, item, find)
        if span is None:
            self._desk.say(tr("There are no quotation marks around this."))
            return
        session.do(speech.expand_to(layer, item.id, span, schema))

    def split_author(self) -> None:
        """Take the author's words inside the content out of it."""
        if not self._do(lambda layer, item, _: speech.split_at_author(layer, item)):
            self._desk.say(tr("No author's words stand inside this quotation."))

    def fill_gaps(self) -> None:
        """Make one range of the content."""
        self._do(lambda layer, item, _: speech.fill_gaps(layer, item))

    def marks(self) -> None:
        """Take the quotation marks at the edges in, or out."""
        self._do(lambda layer, item, _: speech.toggle_marks(layer, item))

    def end(self) -> None:
        """Take the punctuation at the end in, or out."""
        self._do(lambda layer, item, _: speech.toggle_end(layer, item))

    def tidy(self) -> None:
        """Put the edges where the project wants them."""
        if not self._do(speech.tidy):
            self._desk.say(tr("The edges are as the project wants them."))

    def _do(self, build: Callable[[Layer, str, Schema], Edit]) -> bool:
        session = self._desk.session
        if session.layer is None or session.quotation is None or session.schema is None:
            return True
        return session.do(build(session.layer, session.quotation.id, session.schema))


def reach(whole: str, item: Quotation, find: Callable[[str, int, Range | None], Range | None]) -> Range | None:
    """Return the span that an expanding key gives from the content of ``item``; None where it gives nothing new."""
    whole_content = Range(item.start, item.end)
    at = min(item.start + 1, item.end - 1)
    return find(whole, at, whole_content if item.form is not Form.INDIRECT or whole[item.start] in PAIRS else None)
