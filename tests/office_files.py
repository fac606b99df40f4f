"""DOCX and OpenDocument files written by hand: a ZIP archive with the XML of a test in it."""

from __future__ import annotations

import zipfile
from pathlib import Path

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="m"'
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def docx(path: Path, body: str, **parts: str) -> Path:
    """Write a DOCX document of a body's XML and other parts (numbering, styles, footnotes, header …)."""
    with zipfile.ZipFile(path, "w") as archive:
        target = f'<Relationship Id="r" Type="{RELS}/officeDocument" Target="word/document.xml"/>'
        archive.writestr("_rels/.rels", f'<Relationships xmlns="x">{target}</Relationships>')
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        kinds = [f'<Relationship Id="r" Type="{RELS}/{name}" Target="{name}.xml"/>' for name in parts]
        archive.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="x">{"".join(kinds)}</Relationships>')
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:{name} {W}>{content}</w:{name}>")
    return path


def run(words: str, properties: str = "") -> str:
    """Return a run of a DOCX document."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(words: str, properties: str = "") -> str:
    """Return a paragraph of a DOCX document."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(words)}</w:p>"


OPEN = 'xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:draw="d" xmlns:table="b" xmlns:meta="m" xmlns:dc="c"'


def fodt(path: Path, body: str, styles: str = "", automatic: str = "", rest: str = "") -> Path:
    """Write a flat OpenDocument text of a body's XML, named and automatic styles, and other parts of its root."""
    path.write_text(
        f"<office:document {OPEN}>{rest}{_styles(styles, automatic)}{_body(body)}</office:document>", "utf-8"
    )
    return path


def odt(path: Path, body: str, **parts: str) -> Path:
    """Write a packed OpenDocument text; ``parts`` are the inner XML of ``meta`` and ``styles``."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", f"<office:document-content {OPEN}>{_body(body)}</office:document-content>")
        for name, content in parts.items():
            archive.writestr(f"{name}.xml", f"<office:document-{name} {OPEN}>{content}</office:document-{name}>")
    return path


def _styles(styles: str, automatic: str) -> str:
    return f"<office:styles>{styles}</office:styles><office:automatic-styles>{automatic}</office:automatic-styles>"


def _body(body: str) -> str:
    return f"<office:body><office:text>{body}</office:text></office:body>"
