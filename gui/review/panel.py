"""Beside the text while layers are compared: whose they are, the differences, and the current one in full."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QProgressBar,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
)

from core.comparing.compare import Kind, Match
from core.model import AUTO, is_machine
from core.review.adjudicate import Adjudication
from core.review.decisions import decision_of
from gui.desk.session import Session
from gui.look.choice_box import ChoiceBox
from gui.look.languages import tr
from gui.look.long_list import LongList
from gui.look.rows import Row, RowModel, RowPainter
from gui.look.theme import Palette, icon
from gui.look.tooltips import explain
from gui.look.widgets import label, named
from gui.review.difference import DifferenceBox
from gui.review.review import Review
from gui.words.layers import layer_words
from gui.words.review import HOWS, KINDS, excerpt, kinds_words


class ReviewPanel(QFrame):
    """The list of differences with what is to be done about the current one."""

    left = Signal()
    """The keyboard belongs to the text again."""
    closed = Signal()
    finished = Signal()
    """The article is to be marked as reviewed."""
    returned = Signal()
    """The article is to be returned with a comment."""

    def __init__(self, review: Review, session: Session, palette: Palette) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._review, self._session = review, session
        self.palette_ = palette
        self._filling = False
        self.title, self.count = label("title"), label("soft")
        self.progress = QProgressBar(textVisible=False)
        self.names = QToolButton(popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        self.names_menu = QMenu(self)
        self.names_menu.aboutToShow.connect(self._fill_names)
        self.names.setMenu(self.names_menu)
        self.close_button = QToolButton()
        self.close_button.setIconSize(QSize(14, 14))
        self.kinds = ChoiceBox()
        self.agreed = named(QPushButton(), "link")
        self.list = LongList()
        self.model = RowModel(self)
        self.list.setModel(self.model)
        self._painter = RowPainter(palette, self.list)
        self.list.setItemDelegate(self._painter)
        self.nothing = label("soft", wrap=True)
        self.difference = DifferenceBox(review, session, palette)
        self.finish, self.give_back = QPushButton(), QPushButton()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        parts = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        column.addWidget(parts, 1)
        above = QFrame()
        parts.addWidget(above)
        parts.addWidget(self.difference)
        parts.setHandleWidth(1)
        parts.setSizes([300, 380])
        top = QHBoxLayout()
        top.addWidget(self.title)
        top.addWidget(self.count)
        top.addStretch(1)
        top.addWidget(self.close_button)
        which = QHBoxLayout()
        which.addWidget(self.names, 1)
        which.addWidget(self.kinds, 1)
        head = QVBoxLayout(above)
        head.setContentsMargins(14, 8, 12, 4)
        head.setSpacing(6)
        head.addLayout(top)
        head.addWidget(self.progress)
        head.addLayout(which)
        head.addWidget(self.agreed, 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(self.nothing)
        head.addWidget(self.list, 1)
        ends = QHBoxLayout()
        ends.setContentsMargins(14, 4, 14, 10)
        ends.setSpacing(6)
        ends.addWidget(self.finish, 1)
        ends.addWidget(self.give_back, 1)
        column.addLayout(ends)

    def _connect(self) -> None:
        review = self._review
        review.changed.connect(self._soon.start)
        self.list.clicked.connect(lambda index: self._go(index.row()))
        self.list.activated.connect(lambda index: self._go(index.row()))
        self.kinds.currentIndexChanged.connect(self._choose_kind)
        self.agreed.clicked.connect(review.take_agreed)
        self.close_button.clicked.connect(self.closed)
        self.finish.clicked.connect(self.finished)
        self.give_back.clicked.connect(self.returned)
        self.difference.left.connect(self.left)

    # -- showing -----------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show what is compared, what is decided, and the current difference."""
        self._soon.stop()
        if not self._review.active:
            return
        now = self._review.adjudication
        every = now.comparison.differences() if now is not None else []
        waiting = len(now.open) if now is not None else 0
        self.count.setText(tr("{done} of {total} decided", done=len(every) - waiting, total=len(every)))
        names = now.comparison.annotators if now is not None else ()
        self.names.setText(" × ".join(self._name(name) for name in names) or tr("No layers"))
        more = len(now.not_taken) if now is not None else 0
        self.agreed.setVisible(more > 0 and self._session.writable)
        self.agreed.setText(tr("Take over %n agreed item(s)", more))
        self._show_rows(now)
        self._fill_kinds(now)
        self.finish.setEnabled(now is not None and self._session.writable)
        self.give_back.setEnabled(not all(map(is_machine, names)) and self._session.writable)
        self.difference.refresh()
        self.progress.setRange(0, max(1, len(every)))
        self.progress.setValue(len(every) - waiting if every else 1)  # last: it paints at once

    @staticmethod
    def _name(name: str) -> str:
        return tr("pre-annotation") if name == AUTO else layer_words(name)

    def _show_rows(self, now: Adjudication | None) -> None:
        matches = self._review.matches()
        if now is not None:
            self.model.show(matches, partial(self._row, now))
        else:
            self.model.show((), lambda value: Row(""))
        self.nothing.setVisible(not matches)
        if now is None:
            self.nothing.setText(tr("Nobody has annotated this article yet."))
        else:
            self.nothing.setText(tr("There is no difference here."))
        current = self._review.current
        index = next((at for at, match in enumerate(matches) if match is current), None)
        if index is not None:
            self.list.setCurrentIndex(self.model.index(index))
            self.list.scrollTo(self.model.index(index))
        else:
            self.list.clearSelection()

    def _row(self, now: Adjudication, value: object) -> Row:
        assert isinstance(value, Match)
        decided = now.is_decided(value)
        came = now.items(value)
        decision = decision_of(came[0]) if came else None
        end = tr(HOWS[decision.how]) if decided and decision is not None else ""
        mark_icon, colour = ("check", self.palette_.good) if decided else ("", "")
        words = excerpt(now.comparison.article.text, value.span, 200)
        return Row(
            kinds_words(value, now.comparison.annotators),
            words,
            end,
            mark_icon,
            colour,
            faint=decided,
            current=value is self._review.current,
        )

    def _fill_kinds(self, now: Adjudication | None) -> None:
        """Offer the kinds that there are, with their numbers."""
        every = now.comparison.differences() if now is not None else ()
        counts = {kind: now.comparison.count(kind) if now is not None else 0 for kind in KINDS}
        self._filling = True
        self.kinds.clear()
        self.kinds.addItem(tr("All differences ({count})", count=len(every)), None)
        for kind, number in counts.items():
            if number or kind in self._review.kinds:
                self.kinds.addItem(f"{tr(KINDS[kind])} ({number})", kind.value)
        chosen = next(iter(self._review.kinds), None)
        self.kinds.setCurrentIndex(max(0, self.kinds.findData(chosen.value if chosen else None)))
        self._filling = False

    def _fill_names(self) -> None:
        self.names_menu.clear()
        now = self._review.adjudication
        compared = now.comparison.annotators if now is not None else ()
        for name in (*self._review.people(), *self._review.machines()):
            action = self.names_menu.addAction(self._name(name))
            action.setCheckable(True)
            action.setChecked(name in compared)
            action.toggled.connect(lambda on, name=name: self._toggle_name(name, on=on))

    def _toggle_name(self, name: str, *, on: bool) -> None:
        now = self._review.adjudication
        compared = list(now.comparison.annotators) if now is not None else []
        names = [*compared, name] if on else [one for one in compared if one != name]
        if names:
            self._review.compare_names(names)
            self._review.next()

    # -- doing -------------------------------------------------------------------------------------------------------

    def _go(self, row: int) -> None:
        matches = self._review.matches()
        if 0 <= row < len(matches):
            self._review.go(matches[row])
            self.left.emit()

    def _choose_kind(self, index: int) -> None:
        if self._filling:
            return
        kind = self.kinds.itemData(index)
        self._review.kinds = frozenset({Kind(kind)}) if kind else frozenset()
        if not self._review.next():
            self.refresh()
        self.left.emit()

    def retranslate(self) -> None:
        """Put everything into the window's language."""
        self.title.setText(tr("Differences"))
        explain(self.close_button, tr("Back to your own layer"), "compare")
        self.close_button.setAccessibleName(tr("Back to your own layer"))
        explain(self.names, tr("Whose layers are compared"))
        self.names.setAccessibleName(tr("Whose layers are compared"))
        self.kinds.setAccessibleName(tr("Kinds of differences"))
        explain(self.kinds, tr("Which kinds of differences are gone through"))
        explain(self.agreed, tr("Take over what all agree on"), "take-agreed")
        explain(self.finish, tr("The article is reviewed for everybody; open the next one"), "reviewed")
        explain(self.give_back, tr("Give the article back to its annotators with a comment"), "give-back")
        self.list.setAccessibleName(tr("Differences"))
        self.progress.setAccessibleName(tr("Progress"))
        self.finish.setText(tr("Reviewed, next"))
        self.give_back.setText(tr("Return…"))
        self.difference.retranslate()
        self.refresh()

    def set_palette(self, palette: Palette) -> None:
        """Draw in the colours of another theme."""
        self.palette_ = self._painter.palette_ = palette
        self.close_button.setIcon(icon("cross", palette.soft))
        self.difference.set_palette(palette)
        self.refresh()
