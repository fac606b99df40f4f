"""Folders and ZIP archives: every file in them as its own kind, in the order of their names."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from core.errors import UserError
from core.formats.base import Options, Record, Refused, open_for_reading, refused
from core.formats.zips import open_zip, unpack

_WHOLE = {".ann": "brat", ".xmi": "uima-xmi", ".tsv": "webanno"}
"""Suffixes whose format reads a folder as a whole: the subfolders name the annotators."""
_BESIDE = {"typesystem.xml", "annotation.conf", "visual.conf", "readme.md", "license", "license.txt"}
"""Files that belong to a format and hold no article."""


def read(path: Path, options: Options) -> Iterator[Record | Refused]:
    """Yield the records of a folder or of a ZIP archive."""
    if path.is_dir():
        yield from read_folder(path, options)
        return
    with open_for_reading(path) as file, tempfile.TemporaryDirectory(prefix="citata-") as made:
        folder = Path(made)
        for name, error in unpack(open_zip(file, path), folder, path):
            yield Refused(f"{path}/{name}", 0, "", error)
        for record in read_folder(folder, options):
            source = record.source.replace(made, str(path), 1)
            if isinstance(record, Refused):
                facts = {
                    n: str(v).replace(made, str(path), 1) if n == "path" else v for n, v in record.error.facts.items()
                }
                facts |= {"source": source} if "source" in facts else {}
                yield Refused(source, record.line, record.field, UserError(record.error.code, **facts))
            else:
                yield record._replace(source=source)


def read_folder(folder: Path, options: Options) -> Iterator[Record | Refused]:
    """Yield the records of every file below a folder; hidden files and links are passed over."""
    from core.formats import format_named, guess, readable

    files = [path for path in sorted(folder.rglob("*")) if _is_wanted(path, folder)]
    if not files:
        raise UserError("folder-empty", path=folder)
    whole = {suffix for suffix in _WHOLE if any(path.suffix.lower() == suffix for path in files)}
    for suffix in sorted(whole):
        yield from format_named(_WHOLE[suffix]).read(folder, options)
    for path in files:
        taken = path.suffix.lower() in whole or (".ann" in whole and path.with_suffix(".ann").exists())
        if taken or path.name.lower() in _BESIDE or path.name.endswith(".config.xml"):
            continue
        try:
            if path.suffix.lower() == ".zip":
                raise UserError("zip-nested", path=path)
            if not readable(path):
                raise UserError("file-kind-unknown", path=path)
            yield from guess(path).read(path, options)
        except UserError as error:
            yield refused(error)


def _is_wanted(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return path.is_file() and not path.is_symlink() and not hidden
