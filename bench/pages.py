"""Open every page that Citata writes in headless Chromium: ``python bench/pages.py [--keep FOLDER]``.

The report of a project, an evaluation, an article and the list of quotations, in both languages, in colour and without.
Of each: lines on the console and requests to anywhere (none), how far it is wider than a window of 400 pixels (none),
A4 pages that it prints to. ``--keep`` saves the pages with pictures of them. The last line is JSON; without Chromium
(Debian: chromium) it says so.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

from common.chromium import Chromium, executable
from common.report import finish

from core.exchange.transfer import import_files
from core.language import LANGUAGES, use
from core.report.article_page import article_page, quotations_page
from core.report.project import project_report
from core.store import Project
from tests.rich import rich_layer
from tests.sample_versions import versions_of_the_sample

NARROW, WIDE = 400, 1280


def pages(folder: Path) -> dict[str, Path]:
    """Write the pages; return them by name."""
    from click.testing import CliRunner

    from core.cli import main as citata

    project = folder / "press.citata"
    project.unlink(missing_ok=True)
    with Project.create(project, "vera") as made:
        import_files(made, [versions_of_the_sample(folder / "layers.jsonl")])
    out: dict[str, Path] = {}
    for language in LANGUAGES:
        use(language)
        with Project.open(project, "vera", read_only=True) as opened:
            layers = [layer for _, layer in opened.records()]
            words = {
                "report": project_report(opened),
                "article": article_page(rich_layer()),
                "article-mono": article_page(rich_layer(), colour=False),
                "long-article": article_page(max(layers, key=lambda one: len(one.article.text))),
                "quotations": quotations_page("press", layers),
            }
        for name, html in words.items():
            path = out[f"{name}-{language}"] = folder / f"{name}-{language}.html"
            path.write_text(html, encoding="utf-8")
        path = out[f"evaluation-{language}"] = folder / f"evaluation-{language}.html"
        gold, found = folder / "gold.jsonl", folder / "found.jsonl"
        exported = (
            ("export", project, "-o", gold, "--layer", "anna"),
            ("export", project, "-o", found, "--layer", "boris"),
        )
        for command in (*exported, ("evaluate", gold, found, "--html", path)):
            done = CliRunner().invoke(citata, [str(one) for one in command])
            if done.exit_code:
                sys.exit(done.output)
    return out


def main() -> None:
    """Open the pages and print what is amiss."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", type=Path)
    keep = parser.parse_args().keep
    if executable() is None:
        print("Chromium is not here: apt-get install chromium")
        finish({"pages": 0})
        return
    with tempfile.TemporaryDirectory() as made:
        folder = keep or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        said = wider = 0
        found = pages(folder)
        with Chromium() as browser:
            browser.listen()
            for name, path in found.items():
                browser.resize(NARROW, 800)
                browser.open(path)
                over = browser.value("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                narrow = browser.picture()
                browser.resize(WIDE, 900)
                sheets = browser.pdf().count(b"/Type /Page\n") or browser.pdf().count(b"/Type /Page ")
                amiss = f"console and requests {len(browser.said)}, wider than {NARROW} by {over}"
                print(f"{name:20} {amiss}, A4 pages {sheets}")
                for line in browser.said:
                    print(f"    {line}")
                said += len(browser.said)
                wider += over > 0
                if keep is not None:
                    path.with_suffix(".narrow.png").write_bytes(narrow)
                    path.with_suffix(".png").write_bytes(browser.picture())
                    path.with_suffix(".pdf").write_bytes(browser.pdf())
    finish({"pages": len(found), "console_or_network": said, "too_wide": wider})


if __name__ == "__main__":
    main()
