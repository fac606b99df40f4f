"""Small PDF documents for tests, written by hand: words at places, pictures, a password; no library makes them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

_UNICODE = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Same def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange
endcmap CMapName currentdict /CMap defineresource pop end end"""
_PICTURE = (
    b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>"
    b"\nstream\n\x80\nendstream"
)


class Said(NamedTuple):
    """Words on a page, from their left end on the baseline, in points from the lower left corner of the page.

    Every letter is half as wide as ``size``. ``latin``: a font that names the letters of cp1251 western ones.
    """

    left: float
    base: float
    words: str
    size: float = 10
    latin: bool = False


PICTURE = Said(0, 0, "", 0)
"""A picture in the place of words."""
RULE = Said(0, 0, "", -1)
"""A ruled line in the place of words."""


def pdf(path: Path, pages: Sequence[Sequence[Said]], *, locked: bool = False, **info: str) -> Path:
    """Write pages of 400 by 600 points; ``info``: ``Title``, ``Author``; ``locked``: one that asks for a password."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Same /Encoding /Identity-H /DescendantFonts [4 0 R]"
        b" /ToUnicode 6 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Same /DW 500 /FontDescriptor 5 0 R"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        b"<< /Type /FontDescriptor /FontName /Same /Flags 4 /FontBBox [0 -200 500 800] /Ascent 800 /Descent -200"
        b" /ItalicAngle 0 /CapHeight 700 /StemV 80 >>",
        _stream(_UNICODE.encode()),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
        _PICTURE,
        b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"11" * 32 + b"> /U <" + b"22" * 32 + b"> >>",
        b"<< %s >>" % b" ".join(b"/%s <FEFF%s>" % (name.encode(), _hex(value)) for name, value in info.items()),
    ]
    kids = []
    for page in pages:
        content = "\n".join(_drawn(one) for one in page).encode("ascii")
        objects += [_stream(content), b""]
        objects[-1] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Contents %d 0 R"
            b" /Resources << /Font << /U 3 0 R /L 7 0 R >> /XObject << /P 8 0 R >> >> >>" % (len(objects) - 1)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    out = b"%PDF-1.7\n"
    starts = []
    for number, one in enumerate(objects, 1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    more = b" /Encrypt 9 0 R /ID [<33> <33>]" if locked else b""
    trailer = b"trailer << /Size %d /Root 1 0 R /Info 10 0 R%s >>" % (len(objects) + 1, more)
    at = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s%s\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table, trailer, at)
    path.write_bytes(out)
    return path


def page_of(*lines: str, left: float = 40, top: float = 500, size: float = 10, leading: float = 12) -> list[Said]:
    """Return lines set under each other."""
    return [Said(left, top - leading * at, line, size) for at, line in enumerate(lines)]


def _hex(words: str) -> bytes:
    return words.encode("utf-16-be").hex().encode()


def _stream(data: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


def _drawn(said: Said) -> str:
    if said == PICTURE:
        return "q 50 0 0 50 100 100 cm /P Do Q"
    if said == RULE:
        return "40 300 m 360 300 l S"
    font, data = ("L", said.words.encode("cp1251")) if said.latin else ("U", said.words.encode("utf-16-be"))
    return f"BT /{font} {said.size} Tf 1 0 0 1 {said.left} {said.base} Tm <{data.hex()}> Tj ET"
