"""The ``.mo`` file of gettext that is made of a ``.ts`` file of Qt: what the command line speaks from, without Qt.

Format: GNU gettext manual, "The Format of GNU MO Files". A plural sentence has one text for singular and plural.
"""

from __future__ import annotations

import struct
from pathlib import Path
from xml.etree import ElementTree

PLURALS = {
    "en": "nplurals=2; plural=(n != 1);",
    "ru": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
}
"""Which form of a plural a number takes, by language (gettext manual, "Plural forms"); the order is Qt's."""
CLICK = Path(__file__).resolve().parents[1] / "resources" / "i18n"
MAGIC = 0x950412DE
HEADER_WORDS = 7


def messages(ts: Path, language: str) -> dict[str, str]:
    """Return the entries of the catalogue by their keys; what is not translated is left out."""
    head = f"Content-Type: text/plain; charset=UTF-8\nLanguage: {language}\nPlural-Forms: {PLURALS[language]}\n"
    found = {"": head}
    for message in ElementTree.parse(ts).getroot().iter("message"):
        source, translation = message.findtext("source", ""), message.find("translation")
        if translation is None:
            continue
        forms = [form.text or "" for form in translation.iter("numerusform")]
        if forms and all(forms):
            found[f"{source}\0{source}"] = "\0".join(forms)
        elif translation.text and translation.text.strip():
            found[source] = translation.text
    return found


def click_messages(language: str) -> dict[str, str]:
    """Return the entries for what click itself says, from ``click_LANGUAGE.tsv``; none where there is no such file."""
    path = CLICK / f"click_{language}.tsv"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    found = {}
    for line in lines:
        if line.startswith("#"):
            continue
        source, *forms = (cell.replace("\\n", "\n").replace("\\t", "\t") for cell in line.split("\t"))
        found[f"{source}\0{source}" if len(forms) > 1 else source] = "\0".join(forms)
    return found


def compiled_mo(ts: Path, language: str) -> bytes:
    """Return the bytes of the ``.mo`` file."""
    every = {**messages(ts, language), **click_messages(language)}
    entries = sorted((key.encode(), text.encode()) for key, text in every.items())
    keys = b"".join(key + b"\0" for key, _ in entries)
    texts = b"".join(text + b"\0" for _, text in entries)
    tables = HEADER_WORDS * 4
    key_at, text_at = tables + 16 * len(entries), tables + 16 * len(entries) + len(keys)
    key_table, text_table = b"", b""
    for key, text in entries:
        key_table += struct.pack("<II", len(key), key_at)
        text_table += struct.pack("<II", len(text), text_at)
        key_at += len(key) + 1
        text_at += len(text) + 1
    head = struct.pack("<7I", MAGIC, 0, len(entries), tables, tables + 8 * len(entries), 0, 0)
    return head + key_table + text_table + keys + texts
