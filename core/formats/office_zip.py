"""The parts of a DOCX or ODT file: XML out of a ZIP archive that a stranger packed."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from lxml import etree

from core.formats.base import open_for_reading
from core.formats.records import damaged
from core.formats.zips import open_zip

Element = Any
"""An lxml element: lxml has no types of its own."""


class Parts:
    """The parts of one document, parsed when they are asked for."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.names = frozenset(archive.namelist())

    def bytes(self, name: str) -> bytes:
        """Return a part as it is packed."""
        return self._archive.read(name)

    def xml(self, name: str) -> Element | None:
        """Return the root of a part, or None where the document has none of that name."""
        return parsed(self._archive.read(name)) if name in self.names else None

    def related(self, name: str) -> Iterator[tuple[str, str]]:
        """Yield (kind, part) for what a part refers to inside the document; the kind is its type's last word."""
        folder, file = posixpath.split(name)
        rels = self.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        for one in rels if rels is not None else ():
            if isinstance(one.tag, str) and one.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, one.get("Target") or "")).lstrip("/")
                yield (one.get("Type") or "").rsplit("/", 1)[-1], target


def parsed(data: bytes) -> Element:
    """Return the root of XML; a document type is refused, so no entity is expanded."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
    if root.getroottree().docinfo.internalDTD is not None:
        raise etree.LxmlError("it declares a document type")
    return root


@contextmanager
def opened(path: Path, kind: str) -> Iterator[Parts]:
    """Open a document; whatever is wrong with its archive or its XML is UserError ``file-format`` with ``kind``."""
    with open_for_reading(path) as file:
        archive = open_zip(file, path)
        with failing_as(path, kind):
            yield Parts(archive)


@contextmanager
def failing_as(path: Path, kind: str) -> Iterator[None]:
    """Turn what a damaged document raises into UserError ``file-format``."""
    try:
        yield
    except (etree.LxmlError, zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError) as error:
        raise damaged(path, kind, error) from error
    except (LookupError, ValueError, AttributeError, TypeError, ArithmeticError, NotImplementedError) as error:
        raise damaged(path, kind, error) from error


def local(element: Element) -> str:
    """Return a tag without its namespace; nothing for comments and processing instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: Element | None, *names: str) -> Element | None:
    """Return the first child along a path of local names, or None."""
    for name in names:
        if element is None:
            return None
        element = next((one for one in element if local(one) == name), None)
    return element


def value(element: Element | None, name: str = "val") -> str | None:
    """Return an attribute by its local name, whatever its namespace."""
    if element is None:
        return None
    return next((str(found) for key, found in element.attrib.items() if key.rpartition("}")[2] == name), None)
