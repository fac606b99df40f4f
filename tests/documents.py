"""Small documents for tests, written by hand: DOCX and OpenDocument packages, and Outlook's compound files."""

from __future__ import annotations

import itertools
import struct
import zipfile
from pathlib import Path

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="m"'
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def docx(path: Path, body: str, *, core: str = "", **parts: str) -> Path:
    """Write a DOCX document of a body's XML and other parts (numbering, styles …); ``core``: its properties."""
    with zipfile.ZipFile(path, "w") as archive:
        target = f'<Relationship Id="r" Type="{RELS}/officeDocument" Target="word/document.xml"/>'
        archive.writestr("_rels/.rels", f'<Relationships xmlns="x"><!-- who -->{target}</Relationships>')
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        kinds = [f'<Relationship Id="r" Type="{RELS}/{name}" Target="{name}.xml"/>' for name in parts]
        archive.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="x">{"".join(kinds)}</Relationships>')
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:{name} {W}>{content}</w:{name}>")
        if core:
            archive.writestr("docProps/core.xml", f"<core>{core}</core>")
    return path


def run(words: str, properties: str = "") -> str:
    """Return a run of a DOCX paragraph."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(words: str, properties: str = "") -> str:
    """Return a paragraph of a DOCX document."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(words)}</w:p>"


ODF = 'xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:draw="d" xmlns:table="b" xmlns:dc="c" xmlns:meta="m"'


def odt(path: Path, body: str, *, styles: str = "", pages: str = "", meta: str = "", locked: bool = False) -> Path:
    """Write an OpenDocument text: packed, or flat where the name ends in ``.fodt``."""
    content = f"<office:automatic-styles>{styles}</office:automatic-styles>"
    text = f"<office:body><office:text>{body}</office:text></office:body>"
    master = f"<office:master-styles><style:master-page>{pages}</style:master-page></office:master-styles>"
    facts = f"<office:meta>{meta}</office:meta>"
    if path.suffix == ".fodt":
        path.write_text(f"<office:document {ODF}>{facts}{content}{master}{text}</office:document>", "utf-8")
        return path
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", f"<office:document-content {ODF}>{content}{text}</office:document-content>")
        archive.writestr("styles.xml", f"<office:document-styles {ODF}>{master}</office:document-styles>")
        archive.writestr("meta.xml", f"<office:document-meta {ODF}>{facts}</office:document-meta>")
        archive.writestr("META-INF/manifest.xml", "<encryption-data/>" if locked else "<manifest/>")
    return path


# -- Outlook's mails: an OLE compound file ([MS-CFB]) of property streams ([MS-OXMSG]) -------------------------------

_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
Folder = dict[str, "bytes | Folder"]
"""Streams and folders by name."""


def msg(path: Path, attached: dict[str, bytes] | None = None, *, html: str = "", sent: int = 0, **texts: str) -> Path:
    """Write an Outlook mail; ``texts``: subject, body, sender, address; ``sent``: seconds since 1970."""
    numbers = {"subject": 0x0037, "body": 0x1000, "sender": 0x0C1A, "address": 0x0C1F}
    values: dict[int, bytes] = {numbers[name] << 16 | 0x1F: text.encode("utf-16-le") for name, text in texts.items()}
    if html:
        values[0x1013 << 16 | 0x0102] = html.encode("utf-8")
    fixed = {0x3FDE << 16 | 0x0003: struct.pack("<ii", 65001, 0)}
    if sent:
        fixed[0x0039 << 16 | 0x0040] = struct.pack("<q", (sent + 11_644_473_600) * 10_000_000)
    root = _properties(values, fixed, 32)
    for at, (name, content) in enumerate((attached or {}).items()):
        parts = {0x3701 << 16 | 0x0102: content}
        parts |= {0x3707 << 16 | 0x001F: name.encode("utf-16-le")} if name else {}
        root[f"__attach_version1.0_#{at:08X}"] = _properties(parts, {}, 8)
    path.write_bytes(compound(root))
    return path


def _properties(values: dict[int, bytes], fixed: dict[int, bytes], head: int) -> Folder:
    entries = [struct.pack("<IIII", tag, 6, len(data) + 2 * (tag & 0xFFFF == 0x1F), 0) for tag, data in values.items()]
    entries += [struct.pack("<II", tag, 6) + data for tag, data in fixed.items()]
    streams: Folder = {f"__substg1.0_{tag:08X}": data for tag, data in values.items()}
    return {"__properties_version1.0": bytes(head) + b"".join(entries)} | streams


class _Sectors:
    """Data in sectors of one size, and the table of which sector follows which."""

    def __init__(self, size: int) -> None:
        self.size, self.data, self.next = size, b"", list[int]()

    def put(self, data: bytes) -> int:
        """Add a stream; return its first sector."""
        begin, count = len(self.next), -(-len(data) // self.size)
        self.data += data.ljust(count * self.size, b"\0")
        self.next += [*range(begin + 1, begin + count), _END] if count else []
        return begin if count else _END


def compound(root: Folder) -> bytes:
    """Return a compound file; streams below 4096 bytes lie in its mini stream."""
    entries: list[tuple[str, int, bytes, list[int]]] = [("Root Entry", 5, b"", [])]

    def add(folder: Folder, parent: int) -> None:
        for name, content in folder.items():
            entries.append((name, 2, content, []) if isinstance(content, bytes) else (name, 1, b"", []))
            number = len(entries) - 1
            entries[parent][3].append(number)
            if isinstance(content, dict):
                add(content, number)

    add(root, 0)
    large, small = _Sectors(512), _Sectors(64)
    starts = [(large if len(content) >= 4096 else small).put(content) for _, _, content, _ in entries]
    starts[0] = large.put(small.data)
    sizes = [len(small.data), *(len(content) for _, _, content, _ in entries[1:])]
    brothers = {one: other for _, _, _, group in entries for one, other in itertools.pairwise(group)}
    directory = b"".join(
        _entry(name, kind, brothers.get(at, _FREE), children, starts[at], sizes[at])
        for at, (name, kind, _, children) in enumerate(entries)
    )
    first, mini = large.put(directory), large.put(struct.pack(f"<{len(small.next)}I", *small.next))
    tables = next(count for count in range(1, 109) if len(large.next) + count <= 128 * count)
    places = [len(large.next) + at for at in range(tables)]
    table = struct.pack(f"<{len(large.next) + tables}I", *large.next, *[_FAT] * tables).ljust(512 * tables, b"\xff")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIII", 0, tables, first, 0, 4096, mini, -(-len(small.next) // 128), _END, 0)
    head += struct.pack("<109I", *places, *[_FREE] * (109 - tables))
    return head + large.data + table


def _entry(name: str, kind: int, brother: int, children: list[int], start: int, size: int) -> bytes:
    """Return a directory entry; the children of a folder hang on each other as a chain to the right."""
    encoded = name.encode("utf-16-le") + b"\0\0"
    child = children[0] if children else _FREE
    links = (len(encoded), kind, 1, _FREE, brother, child)
    return struct.pack("<64sHBBIII36xIQ", encoded, *links, start, size)
