"""XML from strangers: no document type, so no entities to expand; and what XML 1.0 cannot write at all."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from core.errors import UserError

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def check_xml(data: bytes, path: Path | str) -> None:
    """Refuse XML that is not well-formed or has a document type; UserError ``file-format``."""
    try:
        fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise UserError("file-format", path=path, format="plain XML", reason="it declares a document type") from error
    except (ParseError, ValueError, LookupError) as error:
        raise UserError("file-format", path=path, format="well-formed XML", reason=str(error)) from error


def xml_text(text: str) -> tuple[str, int]:
    """Return ``text`` with U+FFFD for every character that XML 1.0 cannot hold, and how many those were."""
    return _FORBIDDEN.subn("\ufffd", text)
