"""Markdown as HTML for Qt's text browser: headings with anchors, tables with room, captions under pictures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from html import escape
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from gui.look.theme import Palette

_NOT_IN_SLUGS = re.compile(r"[^\w\- ]")
TABLE = '<table border="0" cellspacing="0" cellpadding="6" width="100%">'


class Heading(NamedTuple):
    """A heading: its level from 1, its words, its anchor as GitHub makes it."""

    level: int
    text: str
    slug: str


class Renderer(RendererHTML):
    """HTML with what Qt's subset needs: named anchors, tables by attributes."""

    def heading_open(self, tokens: Sequence[Token], at: int, options: object, env: dict[str, list[str]]) -> str:
        """Put the heading's anchors before its words: its own, then the one that has the same position elsewhere."""
        own = slug(plain_words(tokens[at + 1]))
        aliases = env.get("anchors", [])
        number = sum(token.type == "heading_open" for token in tokens[:at])
        names = dict.fromkeys([own, *aliases[number : number + 1]])
        return f"<{tokens[at].tag}>" + "".join(f'<a name="{escape(name)}"></a>' for name in names)

    def table_open(self, *_: object) -> str:
        """Open a table as wide as the page."""
        return TABLE

    def paragraph_open(self, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
        """Open a paragraph; that of a picture gets no distance of lines, which would be a share of its height."""
        return "<div>" if _is_picture(tokens[at + 1]) else self.renderToken(tokens, at, options, env)

    def paragraph_close(self, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
        """Close a paragraph."""
        return "</div>" if _is_picture(tokens[at - 1]) else self.renderToken(tokens, at, options, env)

    def image(self, tokens: Sequence[Token], at: int, options: object, env: object) -> str:
        """Show a picture with its words under it."""
        words = escape(plain_words(tokens[at]))
        source = escape(str(tokens[at].attrs.get("src", "")))
        return f'<img src="{source}"><br><span class="caption">{words}</span>'


def _is_picture(inline: Token) -> bool:
    """Tell whether a paragraph consists of a picture."""
    return [one.type for one in inline.children or ()] == ["image"]


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}, renderer_cls=Renderer).enable("table")


def headings(source: str) -> list[Heading]:
    """Return the headings of a page in their order."""
    tokens = _parser().parse(source)
    return [
        Heading(int(one.tag[1:]), words, slug(words))
        for one, words in ((token, plain_words(tokens[at + 1])) for at, token in enumerate(tokens)
                           if token.type == "heading_open")
    ]  # fmt: skip


def to_html(source: str, anchors: Iterable[str] = ()) -> str:
    """Return Markdown as HTML; the headings get ``anchors`` in their order beside their own. HTML in it is text."""
    rendered = _parser().render(source, {"anchors": list(anchors)})
    assert isinstance(rendered, str)
    return rendered


def plain_words(token: Token) -> str:
    """Return the words of an inline token without their marks."""
    if not token.children:
        return token.content
    return "".join(plain_words(one) if one.type != "softbreak" else " " for one in token.children)


def slug(words: str) -> str:
    """Return the anchor of a heading as GitHub makes it."""
    return _NOT_IN_SLUGS.sub("", words.strip().lower()).replace(" ", "-")


def style(palette: Palette, size: float) -> str:
    """Return the style of a page in a theme; ``size``: that of its text, in points."""
    return f"""
    body {{ color: {palette.ink}; font-size: {size:.1f}pt; }}
    p, li {{ line-height: 140%; }}
    h1 {{ font-size: {size * 1.7:.1f}pt; font-weight: 600; margin-top: 6px; margin-bottom: 10px; }}
    h2 {{ font-size: {size * 1.35:.1f}pt; font-weight: 600; margin-top: 28px; margin-bottom: 8px; }}
    h3 {{ font-size: {size * 1.12:.1f}pt; font-weight: 600; margin-top: 20px; margin-bottom: 6px; }}
    h4 {{ font-size: {size:.1f}pt; font-weight: 600; }}
    a {{ color: {palette.accent}; text-decoration: underline; }}
    code {{ font-family: 'DejaVu Sans Mono', 'Consolas', monospace; font-size: {size * 0.92:.1f}pt;
            background-color: {palette.hover}; }}
    pre {{ background-color: {palette.hover}; margin: 8px; }}
    th {{ text-align: left; color: {palette.soft}; border-bottom: 1px solid {palette.edge}; }}
    td {{ border-bottom: 1px solid {palette.line}; }}
    .caption {{ color: {palette.soft}; font-size: {size * 0.9:.1f}pt; }}
    """
