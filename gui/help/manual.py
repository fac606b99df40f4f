"""The manual in a window of its own: contents, text, what is sought in it, the way back."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.desk.desk import Desk
from gui.help import shelf
from gui.help.browser import Browser
from gui.help.contents import Contents
from gui.help.markdown import headings
from gui.look.announce import announce
from gui.look.choice_box import ChoiceBox
from gui.look.keys import chord
from gui.look.languages import tr
from gui.look.parts import keys_shown
from gui.look.theme import icon
from gui.look.widgets import clearable, em, label, named, open_at

SIDE = 250
"""First width of the contents, in pixels for letters of usual size."""


class Spot(NamedTuple):
    """Where one reads: the page, and how far it is scrolled, in pixels."""

    page: str
    at: int


class ManualWindow(QDialog):
    """The pages of the manual; it stays open beside the work, over a dialog as long as that is open."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page = shelf.MANUAL
        self._language = ""
        self._asked = ("", 0)
        """The section that was gone to, and how far the page was scrolled then."""
        self._back: list[Spot] = []
        self._ahead: list[Spot] = []
        self.setWindowFlags(Qt.WindowType.Window)
        self.browser = Browser(desk.palette)
        self.pages = ChoiceBox()
        self.contents = Contents()
        self.field = QLineEdit()
        self.count = label("soft")
        self.back, self.ahead, self.before, self.after = (QToolButton() for _ in range(4))
        self._soon = QTimer(self, singleShot=True, interval=30)
        self._soon.timeout.connect(self._show_where)
        self._lay_out()
        self._connect()
        self._fill_pages()
        self._say_words()
        self._show_page(shelf.MANUAL)
        open_at(self, 1080, 760)

    def _lay_out(self) -> None:
        bar = named(QFrame(), "bar")
        line = QHBoxLayout(bar)
        line.setContentsMargins(12, 8, 12, 8)
        line.setSpacing(6)
        for button in (self.back, self.ahead):
            line.addWidget(button)
        line.addSpacing(8)
        line.addWidget(self.field, 1)
        for widget in (self.count, self.before, self.after):
            line.addWidget(widget)
        side = named(QFrame(), "panel")
        column = QVBoxLayout(side)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        column.addWidget(self.pages)
        column.addWidget(self.contents, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self.splitter.addWidget(side)
        self.splitter.addWidget(self.browser)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setHandleWidth(1)
        wide = round(SIDE * em(self))
        self.splitter.setSizes([wide, 3 * wide])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self.splitter, 1)
        for button in (self.back, self.ahead, self.before, self.after):
            button.setIconSize(QSize(16, 16))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        named(self.browser, "manual")

    def _connect(self) -> None:
        self.pages.activated.connect(lambda _: self.go(str(self.pages.currentData())))
        self.contents.wanted.connect(lambda anchor: self.go(self._page, anchor))
        self.browser.followed.connect(self.follow)
        self.browser.verticalScrollBar().valueChanged.connect(lambda _: self._soon.start())
        self.field.textChanged.connect(lambda words: self._find(words))
        self.field.installEventFilter(self)
        self.before.clicked.connect(lambda: self._step(-1))
        self.after.clicked.connect(lambda: self._step(1))
        self.back.clicked.connect(lambda: self._return(self._back, self._ahead))
        self.ahead.clicked.connect(lambda: self._return(self._ahead, self._back))
        self._desk.settings_changed.connect(self._renew)

    # -- words and colours -------------------------------------------------------------------------------------------

    def _say_words(self) -> None:
        self.setWindowTitle(tr("Manual"))
        self.field.setPlaceholderText(tr("Find in the manual"))
        clearable(self.field)
        for widget, words, key in (
            (self.field, tr("Find in the manual"), "Ctrl+F"),
            (self.back, tr("Back"), "Alt+Left"),
            (self.ahead, tr("Forward"), "Alt+Right"),
            (self.before, tr("Hit before"), "Shift+F3"),
            (self.after, tr("Next hit"), "F3"),
        ):
            widget.setAccessibleName(words)
            widget.setToolTip(f"{words} ({keys_shown(key)})")
        self.pages.setAccessibleName(tr("Page of the manual"))
        self.contents.setAccessibleName(tr("Contents"))
        self.browser.setAccessibleName(tr("Text of the manual"))
        self.pages.setToolTip(tr("Page of the manual"))
        for button, name in (
            (self.back, "earlier"), (self.ahead, "later"), (self.before, "previous"), (self.after, "next")
        ):  # fmt: skip
            button.setIcon(icon(name, self._desk.palette.soft))
        self._say_hits()

    def _fill_pages(self) -> None:
        self.pages.clear()
        for page in shelf.PAGES:
            self.pages.addItem(tr(page.title), page.id)
        self.pages.setCurrentIndex(self.pages.findData(self._page))

    def _renew(self) -> None:
        """Show the same section in the language and colours of now."""
        section = self._section()
        self.browser.palette_ = self._desk.palette
        self._fill_pages()
        self._say_words()
        self._show_page(self._page)
        self._find(self.field.text())
        self._come_to(section)

    # -- going -------------------------------------------------------------------------------------------------------

    def go(self, page_id: str, anchor: str = "") -> None:
        """Show a section of a page; the way back leads to where one was."""
        self._back.append(self._spot())
        self._ahead.clear()
        self._open(page_id)
        self._come_to(anchor)

    def _come_to(self, anchor: str) -> None:
        """Bring a section to the top, as far as there is text below it; it counts as read until one scrolls on."""
        self.browser.go_to(anchor)
        self._asked = anchor, self.browser.verticalScrollBar().value()
        self._show_where()

    def show_topic(self, anchor: str) -> None:
        """Show a section of the manual, named by its English anchor, and bring the window to the front."""
        self.show()
        self.go(shelf.MANUAL, anchor)
        self.activateWindow()
        self.browser.setFocus(Qt.FocusReason.ShortcutFocusReason)
        row = self.contents.currentItem()
        announce(row.text().strip() if row is not None else tr("Manual"))

    def follow(self, address: str) -> None:
        """Go to what a link means: a section, another page, or a page of the web in the web's browser."""
        url = QUrl(address)
        if url.scheme() in ("http", "https", "mailto"):
            QDesktopServices.openUrl(url)
            return
        named_page = shelf.page_of_file(url.path())
        if named_page is not None or not url.path():
            self.go(named_page.id if named_page is not None else self._page, url.fragment())

    def _open(self, page_id: str) -> None:
        if page_id != self._page or self._language != self._desk.language:
            self._show_page(page_id)
            self._find(self.field.text())

    def _show_page(self, page_id: str) -> None:
        self._page, self._language, self._asked = page_id, self._desk.language, ("", 0)
        try:
            source, anchors = shelf.text(page_id, self._language), shelf.anchors(page_id)
        except OSError as error:
            source, anchors = tr("This page is missing from the installation: {reason}", reason=str(error)), []
        self.browser.show_source(source, shelf.folder(), anchors)
        self.contents.fill(headings(source), anchors)
        self.pages.setCurrentIndex(self.pages.findData(page_id))
        self._show_where()

    def _spot(self) -> Spot:
        return Spot(self._page, self.browser.verticalScrollBar().value())

    def _return(self, way: list[Spot], other: list[Spot]) -> None:
        """Go one step of the way taken, and remember the step for the other direction."""
        if way:
            other.append(self._spot())
            spot = way.pop()
            self._open(spot.page)
            self.browser.verticalScrollBar().setValue(spot.at)
            self._show_where()

    def _show_where(self) -> None:
        """Mark in the contents which section is read, and say which ways there are."""
        self.contents.mark(self._section())
        self.back.setEnabled(bool(self._back))
        self.ahead.setEnabled(bool(self._ahead))

    def _section(self) -> str:
        """Return the anchor of the section that was asked for, else of the last heading above the first lines."""
        asked, value = self._asked
        if asked and self.browser.verticalScrollBar().value() == value:
            return asked
        return self.contents.read(self.browser)

    # -- finding -----------------------------------------------------------------------------------------------------

    def _ask_words(self) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _find(self, words: str) -> None:
        self.browser.find_all(words)
        self._say_hits()

    def _step(self, way: int) -> None:
        self.browser.step(way)
        self._say_hits()
        announce(self.count.text())

    def _say_hits(self) -> None:
        at, total = self.browser.hits
        words = tr("{at} of {total}", at=at, total=total) if total else tr("not found")
        self.count.setText(words if self.field.text().strip() else "")
        for button in (self.before, self.after):
            button.setEnabled(total > 1)

    # -- keys --------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from hit to hit while the field has the keyboard; Escape empties it before it closes the window."""
        if watched is not self.field or not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        pressed = chord(event)
        if pressed in ("Return", "Enter", "Shift+Return", "Shift+Enter"):
            self._step(-1 if pressed.startswith("Shift") else 1)
        elif pressed == "Esc" and self.field.text():
            self.field.clear()
            self.browser.setFocus()
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts: dict[str, Callable[[], object]] = {
            "Ctrl+F": self._ask_words,
            "F3": lambda: self._step(1),
            "Shift+F3": lambda: self._step(-1),
            "Alt+Left": self.back.click,
            "Alt+Right": self.ahead.click,
        }
        act = acts.get(chord(event))
        if act is not None:
            act()
        else:
            super().keyPressEvent(event)
