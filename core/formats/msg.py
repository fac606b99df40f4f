"""Outlook's own mails (``.msg``), through python-oxmsg: read as any other letter."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

from olefile import OleFileIO
from oxmsg import Message

from core.errors import UserError, fault_of
from core.formats.base import Options, Record, Refused, open_for_reading, refused
from core.formats.eml import Body, Letter, read_letter

_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read(path: Path, options: Options) -> Iterator[Record | Refused]:
    """Yield the article of a mail with an empty layer, then those of its attachments; or their refusals."""
    with open_for_reading(path) as file:
        magic = file.read(8)
    if magic != _MAGIC:
        yield refused(_damaged(path, "it does not begin like one" if magic else "it is empty"))
        return
    try:
        _check_whole(path)
        letter = _letter(Message.load(str(path)))
    except (ValueError, TypeError, LookupError, AttributeError, OSError, RuntimeError, EOFError) as error:
        yield refused(_damaged(path, fault_of(error)))
        return
    except (struct.error, OverflowError, MemoryError, AssertionError) as error:
        yield refused(_damaged(path, fault_of(error)))
        return
    yield from read_letter(letter, path, options)


def _check_whole(path: Path) -> None:
    """Raise ValueError where the file holds less of a stream than its directory says, which would cut a text short."""
    with OleFileIO(str(path)) as file:
        for name in file.listdir():
            if len(file.openstream(name).read()) < file.get_size(name):
                raise ValueError("it is cut off")


def _letter(mail: Message) -> Letter:
    meta = {"author": mail.sender} if mail.sender else {}
    meta |= {"published": mail.sent_date.isoformat()} if mail.sent_date else {}
    bodies = []
    if mail.body and mail.body.strip():
        bodies.append(Body(mail.body.encode("utf-8", "replace"), "utf-8", False))
    elif mail.html_body:
        bodies.append(Body(mail.html_body.encode("utf-8", "replace"), "utf-8", True))
    attached = [(one.file_name or "", one.file_bytes or b"") for one in mail.attachments]
    return Letter(mail.subject or "", meta, bodies, attached)


def _damaged(path: Path, reason: str) -> UserError:
    return UserError("file-format", path=path, format="an Outlook mail", reason=reason)
