"""Folders and ZIP archives: every file in them as its own kind, in the order of their names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from core.errors import UserError
from core.formats.attachments import renamed
from core.formats.base import Options, Record, Refused, open_for_reading, refused
from core.formats.names import path_words, readable_name
from core.formats.zips import open_zip, unpack
from core.temporary import private_folder

_WHOLE = {".ann": "brat", ".xmi": "uima-xmi", ".tsv": "webanno"}
"""Suffixes whose format reads a folder as a whole: the subfolders name the annotators."""
_BESIDE = {"typesystem.xml", "annotation.conf", "visual.conf", "readme.md", "license", "license.txt"}
"""Files that belong to a format and hold no article."""


def read(path: Path, options: Options) -> Iterator[Record | Refused]:
    """Yield the records of a folder or of a ZIP archive."""
    if path.is_dir():
        yield from read_folder(path, options)
        return
    with open_for_reading(path) as file, private_folder() as folder:
        for name, error in unpack(open_zip(file, path), folder, path):
            yield Refused(f"{path}/{name}", 0, "", error)
        for record in read_folder(folder, options):
            yield renamed(record, str(folder), str(path))


def read_folder(folder: Path, options: Options) -> Iterator[Record | Refused]:
    """Yield the records of every file below a folder; hidden files and links are passed over."""
    from core.formats import format_named, guess, readable

    files, links = contents(folder)
    if not files and not links:
        raise UserError("folder-empty", path=folder)
    for link in links:
        yield refused(UserError("link-left-out", path=path_words(link)))
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
            for record in guess(path).read(path, options):
                yield _printable(record)
        except UserError as error:
            facts = {
                name: readable_name(str(v)) if isinstance(v, (str, Path)) else v for name, v in error.facts.items()
            }
            yield refused(UserError(error.code, **facts))


def contents(folder: Path) -> tuple[list[Path], list[Path]]:
    """Return the files below a folder that are to be read, and the links, which are not followed; both sorted."""
    found = sorted(path for path in folder.rglob("*") if _is_wanted(path, folder))
    return [path for path in found if not path.is_symlink()], [path for path in found if path.is_symlink()]


def _printable(record: Record | Refused) -> Record | Refused:
    """Return a record whose file's name can be printed and kept, also where it is not UTF-8 on disk."""
    shown = readable_name(record.source)
    return record if shown == record.source else renamed(record, record.source, shown)


def _is_wanted(path: Path, folder: Path) -> bool:
    """Tell whether a file is to be read: none that is hidden, and none of the files that a saved page brings along."""
    inner = path.relative_to(folder)
    if any(part.startswith(".") for part in inner.parts) or not (path.is_symlink() or path.is_file()):
        return False
    return not any(_of_page(folder.joinpath(*inner.parts[: at + 1])) for at in range(len(inner.parts) - 1))


def _of_page(folder: Path) -> bool:
    """Tell whether a folder holds the pictures and scripts of a page saved beside it (``page_files``)."""
    for ending in ("_files", ".files", "_файлы"):
        if folder.name.endswith(ending):
            page = folder.name.removesuffix(ending)
            return any((folder.parent / f"{page}{suffix}").exists() for suffix in (".html", ".htm", ".xhtml"))
    return False
