"""The drawer of an annotator's corrections: what the reviewer changed in their work and why, with comments."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from core.comparing.compare import Kind
from core.model import GOLD
from core.review.corrections import Correction, adopt, corrections
from core.review.workflow import POLICY, may_see, read_policy
from core.store import Comment, Reviews
from gui.desk.session import Session
from gui.drawer.drawer import Drawer
from gui.look.languages import tr
from gui.look.rows import Row
from gui.look.theme import Palette
from gui.look.tooltips import explain
from gui.words.review import excerpt, kinds_words, reason_words


class CorrectionsPanel(Drawer):
    """Corrections of the open layer in reading order, then the words said about it; the line below answers."""

    command = "corrections"

    shown = Signal(object)
    """The span of a row, a Range."""

    def __init__(self, session: Session, palette: Palette) -> None:
        super().__init__(palette)
        self._session = session
        self.answer = QLineEdit()
        line = QHBoxLayout()
        line.setContentsMargins(16, 0, 16, 6)
        line.addWidget(self.answer)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.addLayout(line)
        self.act_all.hide()
        self.answer.returnPressed.connect(self._answer)
        session.article_changed.connect(self._refresh_shown)
        session.changed.connect(self._refresh_shown)

    def _refresh_shown(self, *_: object) -> None:
        if self.isVisible():
            self.refresh()

    @property
    def visible_to_me(self) -> bool:
        """Whether the annotator may see the adjudicated layer of the open article."""
        session = self._session
        if session.project is None or session.layer is None or not session.own:
            return False
        policy = read_policy(session.project.value(POLICY))
        return may_see(session.author, GOLD, policy, session.layer.head.status)

    def corrections(self) -> list[Correction]:
        """Return what the reviewer made of the open layer, as far as its annotator may see it."""
        session = self._session
        if session.project is None or session.layer is None or not self.visible_to_me:
            return []
        gold = session.project.layer(session.layer.article.id, GOLD)
        return corrections(session.layer, gold)[1] if gold is not None else []

    def refresh(self) -> None:
        """Compare the own layer with the adjudicated one, and read the threads on it."""
        session, row = self._session, self.list.currentIndex().row()
        found: list[object] = [*self.corrections()]
        if session.project is not None and session.layer is not None and session.own:
            found += Reviews(session.project).comments(session.layer.article.id, session.author)
        self.model.show(found, self._row)
        self.show_count(
            tr("%n correction(s) and comment(s)", len(found)), tr("There is no correction of your work here.")
        )
        self.answer.setEnabled(session.writable and session.layer is not None)
        self.put(max(0, row))

    def _row(self, value: object) -> Row:
        session = self._session
        if isinstance(value, Comment):
            return Row(f"{value.author}: {value.text}", "", f"{value.at:%d.%m.%Y %H:%M}", "note", self.palette_.accent)
        assert isinstance(value, Correction)
        text = session.layer.article.text if session.layer is not None else ""
        what = reason_words(value.reason)
        if Kind.ONLY not in value.match.kinds:
            what = f"{what} ({kinds_words(value.match).lower()})"
        said = f" — {value.remark.comment}" if value.remark.comment else ""
        return Row(f"{what}{said}", excerpt(text, value.match.span, 200), value.remark.by, "flag", self.palette_.warn)

    def _value(self, row: int) -> object:
        return self.model.values[row] if 0 <= row < self.model.rowCount() else None

    # -- what rows offer -----------------------------------------------------------------------------------------------

    def go(self, row: int) -> None:
        """Select the own version, and scroll to it."""
        value = self._value(row)
        if isinstance(value, Correction):
            self._session.select(value.mine.id if value.mine is not None else None)
            self.shown.emit(value.match.span)
        elif isinstance(value, Comment) and self._session.layer is not None and value.item is not None:
            self._session.select(value.item if self._session.layer.get(value.item) is not None else None)

    def offer(self, row: int) -> str:
        """Offer to take a correction over."""
        value = self._value(row)
        return tr("Take it over") if isinstance(value, Correction) and self._session.writable else ""

    def do(self, row: int) -> None:
        """Take a correction over into the own layer."""
        value, session = self._value(row), self._session
        if not isinstance(value, Correction) or session.project is None or session.layer is None:
            return
        gold = session.project.layer(session.layer.article.id, GOLD)
        if gold is not None and session.do(adopt(session.layer, gold, value)):
            self.refresh()

    def _answer(self) -> None:
        """Answer the comment of the current row, or begin a thread on its item or on the article."""
        session, words = self._session, self.answer.text().strip()
        if not words or session.project is None or session.layer is None:
            return
        value = self._value(self.list.currentIndex().row())
        reviews = Reviews(session.project)
        if isinstance(value, Comment):
            reviews.answer(value.id, words)
        else:
            mine = value.mine if isinstance(value, Correction) else None
            item = mine.id if mine is not None else None
            reviews.comment(session.layer.article.id, session.author, words, item)
        self.answer.clear()
        self.refresh()

    def retranslate(self) -> None:
        """Put everything into the window's language."""
        self.title.setText(tr("Corrections"))
        self.answer.setPlaceholderText(tr("Answer, or say something about it; Enter sends"))
        self.answer.setAccessibleName(tr("Answer"))
        explain(self.answer, tr("What you have to say about the current row, or about the article"))
        explain(self.act, tr("Make your version what the reviewer decided"), key="M")
        super().retranslate()
        self._refresh_shown()


def notice_of(comments: list[Comment], count: int) -> str:
    """Return what a returned article says first: the last comment, and how much was corrected."""
    corrected = tr("%n correction(s)", count)
    if not comments:
        return tr("This article was returned to you: {corrected}.", corrected=corrected)
    last = comments[-1]
    return tr("Returned by {author}: {text} ({corrected})", author=last.author, text=last.text, corrected=corrected)
