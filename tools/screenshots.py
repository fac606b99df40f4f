"""Take all pictures of README and manual again, of the real window on the sample: ``python tools/screenshots.py``.

Works without a display. Every picture stands in ``SHOTS``: its name, size in logical pixels, scale, theme, language and
the act that brings the window there, by the commands an annotator gives. Those of the manual are taken once in every
language of the window, small, as WebP below ``docs/pictures``. Only invented articles are shown.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gui.window.main_window import MainWindow

DOCS = ROOT / "docs"
GOLD = ROOT / "resources" / "sample" / "sample-gold.jsonl"
LETTERS, COURT, SEALS = "03-pisma-s-togo-berega", "06-delo-gorvodstroya", "07-tyuleni-na-kose"
RARE, STEP = 400, 8
"""Colours that fewer pixels have, those of letters' rims, keep every so many shades: nobody sees it, and the picture
takes half the room."""


QUALITY = 72
"""Of a WebP, 0 to 100."""


class Shot(NamedTuple):
    """A picture: its file in ``docs/``, the project (``sample`` or ``review``) and what is done before it is taken."""

    file: str
    act: Callable[[MainWindow], QWidget | None]
    """Returns the window to be taken where it is another one."""
    width: int = 1440
    height: int = 900
    scale: int = 1
    theme: str = "light"
    language: str = "en"
    project: str = "sample"
    articles: bool = True
    """Whether the list of articles is in the window."""


def main(arguments: list[str]) -> int:
    """Take all pictures, or those named; a scale of its own needs a process of its own."""
    wanted = [shot for shot in SHOTS if not arguments or shot.file in arguments]
    if os.environ.get("QT_SCALE_FACTOR") is None:
        for scale in sorted({shot.scale for shot in wanted}):
            names = [shot.file for shot in wanted if shot.scale == scale]
            setting = {"QT_SCALE_FACTOR": str(scale), "QT_QPA_PLATFORM": "offscreen"}
            subprocess.run([sys.executable, __file__, *names], env={**os.environ, **setting}, check=True)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        for shot in wanted:
            path = make_project(Path(folder), shot)
            with window_on(path, shot) as window:
                save(shot.act(window) or window, DOCS / shot.file)
    return 0


def make_project(folder: Path, shot: Shot) -> Path:
    """Make the project of a picture: the sample with its proposals, or two people's layers of it."""
    from core.exchange.sample import build_sample
    from core.exchange.transfer import import_files
    from core.preannotate import Annotator
    from core.store import Project

    path = folder / shot.file / f"{shot.project}.citata"
    path.parent.mkdir(parents=True)
    if shot.project == "sample":
        build_sample(path, "vera", Annotator()).close()
        return path
    layers = path.with_suffix(".jsonl")
    rows = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
    both = [version for row in rows for version in (as_anna(row), as_boris(row))]
    layers.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in both), "utf-8")
    with Project.create(path, "vera") as project:
        import_files(project, [layers])
    return path


def as_anna(row: dict[str, Any]) -> dict[str, Any]:
    """Return the sample's own layer under another name."""
    return {**row, "annotator": "anna", "status": "done"}


def as_boris(row: dict[str, Any]) -> dict[str, Any]:
    """Return a second layer that differs here and there: form, edge, cue, speaker, an item left out."""
    made: dict[str, Any] = json.loads(json.dumps({**row, "annotator": "boris", "status": "done"}))
    parents = {one["parent"] for one in made["quotations"]}
    gone = [one["id"] for at, one in enumerate(made["quotations"]) if at % 9 == 7 and one["id"] not in parents]
    made["quotations"] = [one for one in made["quotations"] if one["id"] not in gone]
    for at, one in enumerate(made["quotations"]):
        if at % 7 == 1:
            last = one["ranges"][-1]
            last["text"] = last["text"].rpartition(" ")[0] or last["text"]
            last["end"] = last["start"] + len(last["text"])
        elif at % 7 == 3:
            one["form"] = {"direct": "mixed", "indirect": "mixed", "mixed": "indirect"}[one["form"]]
        elif at % 7 == 5:
            one["speaker"] = made["actors"][at % len(made["actors"])]["id"]
    return made


@contextmanager
def window_on(path: Path, shot: Shot) -> Iterator[MainWindow]:
    """Open the window on a project as an annotator of her own settings has it."""
    from PySide6.QtCore import qInstallMessageHandler

    from gui.app import make_app, make_window, process_events
    from gui.desk.settings import Settings

    app = make_app()
    before = qInstallMessageHandler(lambda kind, context, text: None)  # the offscreen platform remarks on every window
    settings = Settings(path.with_name("settings.json"))
    settings.change(author="vera", theme=shot.theme, language=shot.language, show_articles=shot.articles)
    window = make_window(settings)
    window.resize(shot.width, shot.height)
    window.show()
    window.desk.open_project(path)
    process_events(app, 100)
    yield window
    window.close()
    window.deleteLater()
    process_events(app, 50)
    qInstallMessageHandler(before)


def save(window: QWidget, path: Path) -> None:
    """Write the picture: a WebP, or a PNG with its shades thinned out, packed as tight as PNG can."""
    from PySide6.QtGui import QImage, QImageWriter

    wait()
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    path.parent.mkdir(parents=True, exist_ok=True)
    writer = QImageWriter(str(path))
    if path.suffix == ".webp":
        writer.setQuality(QUALITY)
        writer.write(image)
        print(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1000} kB")
        return
    width, height, line = image.width(), image.height(), image.bytesPerLine()
    shades = np.frombuffer(image.constBits(), np.uint8).reshape(height, line)[:, : width * 3].reshape(-1, 3)
    packed = shades.astype(np.uint32) @ np.array([65536, 256, 1], np.uint32)
    _, where, often = np.unique(packed, return_inverse=True, return_counts=True)
    rare = (often < RARE)[where.ravel()]
    thinned = shades.copy()
    thinned[rare] = np.minimum(255, (shades[rare].astype(np.uint16) + STEP // 2) // STEP * STEP)
    writer.setQuality(0)  # of a PNG: how tight it is packed
    writer.write(QImage(thinned.data, width, height, width * 3, QImage.Format.Format_RGB888))
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1000} kB")


def wait() -> None:
    """Wait for background jobs, timers and animated scrolling."""
    from PySide6.QtWidgets import QApplication

    from gui.app import process_events

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    process_events(app, 500)


def do(window: MainWindow, *commands: str) -> None:
    """Give commands of the table by their ids, as their keys would."""
    for command in commands:
        window.commands.actions[command].trigger()


def choose(window: MainWindow, article: str, words: str) -> None:
    """Open an article and select the quotation that begins with ``words``."""
    window.desk.open_article(article)
    layer = window.session.layer
    assert layer is not None
    text = layer.article.text
    found = next(one for one in layer.quotations() if text.startswith(words, one.ranges[0].start))
    window.session.select(found.id)


def nested(window: MainWindow) -> None:
    """Resolve the beginning of an article, then select a quotation in three ranges, in which four others stand."""
    window.desk.open_article(LETTERS)
    do(window, "next-open", *["accept"] * 16)
    choose(window, LETTERS, "«Бабушка хранила")


def speaker(window: MainWindow) -> None:
    """Be about to say who “он” is: a digit, or some letters of a name."""
    choose(window, COURT, '"Поезжайте на станцию')
    do(window, "speaker")


def history(window: MainWindow) -> None:
    """Work a little, go back a little, then look at what was done."""
    window.desk.open_article(COURT)
    do(window, "next-open", *["accept"] * 4)
    choose(window, COURT, "в 2023 году предприятие")
    do(window, "mixed", "end-in", "accept")
    choose(window, COURT, "признаёт ли он вину")
    do(window, "reject")
    choose(window, COURT, '"Поезжайте на станцию')
    do(window, "number-3", "unsure", "undo", "history")


def checks(window: MainWindow) -> None:
    """Leave a few things undone, and look what the checks say."""
    choose(window, LETTERS, "«Мы начинали")
    do(window, "no-speaker", "end-in-character")
    do(window, "checks")


def review(window: MainWindow) -> None:
    """Compare two people's layers and decide the first differences."""
    window.desk.open_article(SEALS)
    do(window, "compare")
    for number in ("number-1", "number-2", "number-1"):
        wait()
        do(window, number)


def legend(window: MainWindow) -> None:
    """Show the legend beside an article."""
    nested(window)
    do(window, "show-legend")


def guidelines(window: MainWindow) -> QWidget:
    """Begin the guidelines of the project and open them at a label."""
    from gui.help.guidelines import GuidelinesWindow

    assert window.session.layer is not None
    window.session.select(window.session.layer.entities()[0].id)
    do(window, "guidelines")
    found = window.findChild(GuidelinesWindow)
    assert found is not None
    found.resize(window.size())
    found.start.click()
    return found


def in_every_language(name: str, act: Callable[[MainWindow], QWidget | None], **other: Any) -> tuple[Shot, ...]:
    """Return a picture of the manual in every language of the window."""
    size = {"width": 1120, "height": 700, **other}
    return tuple(Shot(f"pictures/{code}/{name}.webp", act, language=code, **size) for code in ("en", "ru"))


SHOTS = (
    Shot("window.png", nested),
    Shot("window-dark-ru.png", nested, theme="dark", language="ru"),
    Shot("hidpi.png", nested, width=1280, height=720, scale=2),
    *in_every_language("window", nested, width=1280, height=760),
    *in_every_language("speaker", speaker, articles=False),
    *in_every_language("checks", checks),
    *in_every_language("history", history),
    *in_every_language("legend", legend, width=1280, height=760),
    *in_every_language("guidelines", guidelines, width=1000, height=620),
    *in_every_language("review", review, project="review", width=1280, height=760),
)

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
