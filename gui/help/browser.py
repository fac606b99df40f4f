"""A page of Markdown in the window's look: pictures no wider than the page, words found in it, links reported."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QResizeEvent, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from gui.help.markdown import style, to_html
from gui.look.theme import Palette

MARGIN = 20
"""Pixels around the text."""
PICTURE = int(QTextDocument.ResourceType.ImageResource.value)


class Browser(QTextBrowser):
    """Shows one page; it follows no link itself and fetches nothing."""

    followed = Signal(str)
    """The address of a link that was chosen."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.palette_ = palette
        self._source, self._anchors, self._folder = "", list[str](), Path()
        self._hits: list[QTextCursor] = []
        self._at: int | None = None
        self._width = 0
        """The width that pictures were made for, in pixels."""
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # or it would come after the pictures
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.document().setDocumentMargin(MARGIN)
        self.anchorClicked.connect(lambda url: self.followed.emit(url.toString()))
        self._soon = QTimer(self, singleShot=True, interval=80)
        self._soon.timeout.connect(self._fit)

    # -- showing -----------------------------------------------------------------------------------------------------

    def show_source(self, source: str, folder: Path, anchors: Iterable[str] = ()) -> None:
        """Show Markdown from its start; pictures are taken from ``folder`` and what stands below it."""
        self._source, self._folder, self._anchors = source, folder, list(anchors)
        self.lay_out()

    def lay_out(self) -> None:
        """Lay the page out anew in the colours and letters of now; what is found is forgotten."""
        self._width = self.room()
        self._hits, self._at = [], None
        self.setExtraSelections([])
        size = self.font().pointSizeF()
        self.document().setDefaultFont(self.font())
        self.document().setDefaultStyleSheet(style(self.palette_, size * 1.06))
        self.setHtml(f"<body>{to_html(self._source, self._anchors)}</body>")

    def room(self) -> int:
        """Return how wide a picture may be, in pixels."""
        return max(80, self.viewport().width() - 2 * MARGIN - 8)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return a picture beside the page, scaled to the page; nothing else is ever read."""
        asked = name.toString() if isinstance(name, QUrl) else str(name)
        path = (self._folder / asked).resolve()
        if kind != PICTURE or not path.is_relative_to(self._folder.resolve()) or not path.is_file():
            return QByteArray()
        image, ratio = QImage(str(path)), self.devicePixelRatioF()
        wide = round(min(self.room(), image.width()) * ratio)
        if image.width() != wide and not image.isNull():
            image = image.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
        image.setDevicePixelRatio(ratio)
        return image

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.room() != self._width:
            self._soon.start()

    def _fit(self) -> None:
        """Make the pictures anew for another width; the first line in the window stays the first, what is found too."""
        if self.room() == self._width or "![" not in self._source:
            return
        first, sought, at = self.cursorForPosition(self.viewport().rect().topLeft()).position(), self.sought, self._at
        self.lay_out()
        self.find_all(sought, at or 0)
        cursor = self.textCursor()
        cursor.setPosition(min(first, self.document().characterCount() - 1))
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(cursor).top())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys of the history to the window."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def go_to(self, anchor: str) -> None:
        """Bring the section of an anchor to the top of the window; the start of the page for none."""
        if anchor:
            self.scrollToAnchor(anchor)
        else:
            self.verticalScrollBar().setValue(0)

    # -- finding -----------------------------------------------------------------------------------------------------

    sought = ""
    """What was sought last."""

    def find_all(self, words: str, at: int | None = None) -> None:
        """Find words in the whole page; ``at`` is the hit to go to, None the first from the top of the window on."""
        self.sought = words
        self._hits = list(self._found(words)) if words.strip() else []
        if at is None and self._hits:
            top = self.cursorForPosition(self.viewport().rect().topLeft()).position()
            below = (index for index, hit in enumerate(self._hits) if hit.selectionStart() >= top)
            at = next(below, 0)
        self._at = min(at or 0, len(self._hits) - 1) if self._hits else None
        self._show_hits()

    def _found(self, words: str) -> Iterable[QTextCursor]:
        hit = self.document().find(words, 0)
        while not hit.isNull():
            yield hit
            hit = self.document().find(words, hit)

    def step(self, way: int) -> None:
        """Go to the next hit (1) or to the one before (-1), around the end."""
        if self._at is not None:
            self._at = (self._at + way) % len(self._hits)
            self._show_hits()

    @property
    def hits(self) -> tuple[int, int]:
        """The number of the current hit from 1, and how many there are; 0 for none."""
        return (self._at + 1 if self._at is not None else 0), len(self._hits)

    def _show_hits(self) -> None:
        colours, shown = self.palette_.canvas, []
        for index, hit in enumerate(self._hits):
            form = QTextCharFormat()
            form.setBackground(QColor(colours.found_current if index == self._at else colours.found))
            form.setForeground(QColor(colours.text))
            one = QTextEdit.ExtraSelection()
            one.cursor, one.format = hit, form
            shown.append(one)
        self.setExtraSelections(shown)
        if self._at is not None:
            box = self.cursorRect(self._hits[self._at])
            if not self.viewport().rect().adjusted(0, 40, 0, -40).contains(box.center()):
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() + box.top() - self.viewport().height() // 3)

    def sizeHint(self) -> QSize:
        return QSize(640, 480)
