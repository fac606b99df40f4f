"""Small OpenDocument texts for tests, packed and flat."""

from __future__ import annotations

import zipfile
from pathlib import Path

from tests.documents import ODF


def fodt(path: Path, body: str, styles: str = "", automatic: str = "", rest: str = "") -> Path:
    """Write a flat OpenDocument text of a body's XML, named and automatic styles, and other parts of its root."""
    path.write_text(
        f"<office:document {ODF}>{rest}{_styles(styles, automatic)}{_body(body)}</office:document>", "utf-8"
    )
    return path


def odt(path: Path, body: str, **parts: str) -> Path:
    """Write a packed OpenDocument text; ``parts`` are the inner XML of ``meta`` and ``styles``."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", f"<office:document-content {ODF}>{_body(body)}</office:document-content>")
        for name, content in parts.items():
            archive.writestr(f"{name}.xml", f"<office:document-{name} {ODF}>{content}</office:document-{name}>")
    return path


def _styles(styles: str, automatic: str) -> str:
    return f"<office:styles>{styles}</office:styles><office:automatic-styles>{automatic}</office:automatic-styles>"


def _body(body: str) -> str:
    return f"<office:body><office:text>{body}</office:text></office:body>"
