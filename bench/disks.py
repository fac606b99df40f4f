"""Read documents that real programs made on the spot, and count the characters that were lost or added.

    python bench/disks.py [--code FOLDER] [--keep FOLDER] [--speed]

LibreOffice, pandoc, Chromium, LaTeX and Python's mail library write texts of our own, whose content is known, as DOCX,
ODT, RTF, PDF, pages, MHTML and mails; a program that is missing is named and its documents are left out. White space
does not count. ``--code`` reads with the Citata of another checkout (for before and after), ``--speed`` adds 1,000 DOCX
and 1,000 pages as a ratio to python-docx and trafilatura alone. The last line is JSON.
"""

from __future__ import annotations

import argparse
import difflib
import email.policy
import html
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

PEOPLE = ("Нина Белова", "Пётр Сомов", "Ирина Лугова", "Олег Ступин", "Вера Климова", "Семён Ёжиков", "Лев Щукин")
THINGS = ("паром", "мост", "рынок", "вокзал", "музей", "каток", "театр")
TOKEN = re.compile(r"\w+|[^\w\s]")


def text_of(number: int) -> list[str]:
    """Return the paragraphs of an article of ours, the headline first."""
    who, other, thing = PEOPLE[number % 7], PEOPLE[(number + 3) % 7], THINGS[number % 7]
    return [
        f"Новый {thing} откроют весной",
        f"Строительство продолжается {number + 2}-й год, и жители района не раз обращались в администрацию с просьбой "
        "назвать точные сроки окончания работ на объекте.",
        f"«Мы откроем {thing} в мае этого года, и жители получат короткую дорогу в центр, а к осени закончим и вторую "
        f"очередь», — заявила журналистам глава района {who}.",
        f"По словам пресс-секретаря, какой-нибудь временный проезд сделают тоже; {other} назвал это «чистой „сказкой“» "
        "и добавил, что северо-восточный подъезд закрыт с 12 марта.",
        "— Когда закончат работы?",
        "— К осени, — ответила она. — Если не подведёт погода.",
        f"Об этом сообщает газета «Вестник Заречья» № {number + 5}. Работы обойдутся в 1 200 000 рублей, что на 15 % "
        "меньше прошлогодней оценки.",
        f"{other} с названными сроками не согласен: он предложил дождаться следующего лета, когда будет готов проект "
        "благоустройства набережной и парка, и напомнил о многоэтажной застройке.",
    ]


def body_html(lines: list[str]) -> str:
    paragraphs = "".join(f"<p>{html.escape(line, quote=False)}</p>\n" for line in lines[1:])
    return f"<h1>{lines[0]}</h1>\n{paragraphs}"


def page_html(lines: list[str]) -> str:
    """Return a page with what stands around an article, and a quotation in ``<q>``."""
    body = body_html(lines).replace("«чистой „сказкой“»", "<q>чистой <q>сказкой</q></q>")
    return (
        f'<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>{lines[0]} — Вестник</title></head><body>'
        f'<nav><a href="/">Главная</a> <a href="/n">Новости</a></nav><main><article>{body}'
        '<div class="related"><h3>Читайте также</h3><ul><li><a href="/1">Суд отложили</a></li></ul></div></article>'
        "</main><footer>© Вестник Заречья. Реклама</footer></body></html>"
    )


# -- what each program writes ------------------------------------------------------------------------------------------


def run(*command: str | Path, folder: Path) -> None:
    subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120, check=False)


def by_pandoc(folder: Path, texts: dict[str, list[str]]) -> None:
    for name, lines in texts.items():
        source = folder / f"{name}.src.html"
        source.write_text(f'<meta charset="utf-8">{body_html(lines)}', encoding="utf-8")
        for kind in ("docx", "odt", "rtf"):
            run("pandoc", "-s", "--metadata", "title=", source, "-o", f"{name}-pandoc.{kind}", folder=folder)
        source.unlink()


def by_libreoffice(folder: Path, texts: dict[str, list[str]]) -> None:
    """Let LibreOffice write each text as DOCX, ODT, RTF and PDF, out of HTML that it reads itself."""
    inner = folder / "lo"
    inner.mkdir()
    for name, lines in texts.items():
        (inner / f"{name}-lo.html").write_text(f'<meta charset="utf-8">{body_html(lines)}', encoding="utf-8")
    home = f"-env:UserInstallation=file://{folder}/lo-home"
    sources = sorted(inner.glob("*.html"))
    plain = "--infilter=HTML (StarWriter)"  # as a web page, it would print a first page that is empty
    run("soffice", home, "--headless", plain, "--convert-to", "odt:writer8", "--outdir", inner, *sources, folder=inner)
    texts_odt = sorted(inner.glob("*.odt"))
    for kind in ("docx", "rtf", "pdf"):
        run("soffice", home, "--headless", "--convert-to", kind, "--outdir", inner, *texts_odt, folder=inner)
    for made in inner.iterdir():
        if made.suffix in (".odt", ".docx", ".rtf", ".pdf"):
            made.rename(folder / made.name)
    shutil.rmtree(inner)
    shutil.rmtree(folder / "lo-home", ignore_errors=True)


def by_chromium(folder: Path, texts: dict[str, list[str]]) -> None:
    from bench.common.chromium import Chromium

    with Chromium() as browser:
        for name, lines in texts.items():
            source = folder / f"{name}.tmp.html"
            source.write_text(page_html(lines), encoding="utf-8")
            browser.open(source)
            (folder / f"{name}-chromium.mhtml").write_bytes(browser.mhtml())
            (folder / f"{name}-chromium.html").write_text(browser.html(), encoding="utf-8")
            source.write_text(f'<meta charset="utf-8"><html lang="ru">{body_html(lines)}', encoding="utf-8")
            browser.open(source)
            (folder / f"{name}-chromium.pdf").write_bytes(browser.pdf())
            source.unlink()


def by_latex(folder: Path, texts: dict[str, list[str]]) -> None:
    for at, (name, lines) in enumerate(texts.items()):
        inner = "\n\n".join(lines[1:]).replace("%", r"\%")
        for mark, ascii_mark in (("—", "---"), ("„", ",,"), ("“", "``")):
            inner = inner.replace(mark, ascii_mark)
        columns = "twocolumn" if at % 2 else "onecolumn"
        (folder / f"{name}-tex.tex").write_text(
            rf"\documentclass[{columns}]{{article}}\usepackage[T2A]{{fontenc}}\usepackage[utf8]{{inputenc}}"
            rf"\usepackage[russian]{{babel}}\begin{{document}}\section*{{{lines[0]}}}"
            + f"\n{inner}\n"
            + r"\end{document}",
            encoding="utf-8",
        )
        run("pdflatex", "-interaction=batchmode", f"{name}-tex.tex", folder=folder)
        for rest in folder.glob(f"{name}-tex.*"):
            if rest.suffix != ".pdf":
                rest.unlink()


def by_mail(folder: Path, texts: dict[str, list[str]]) -> None:
    """Write each text as a letter: wrapped as flowed text, in cp1251, in HTML alone, with the text as an attachment."""
    for at, (name, lines) in enumerate(texts.items()):
        mail = EmailMessage(policy=email.policy.SMTP)
        mail["Subject"], mail["From"], mail["Date"] = lines[0], "press@example.org", "Mon, 05 May 2031 10:00:00 +0300"
        if at % 3 == 0:
            flowed = "\n\n".join(_flowed(line) for line in lines)
            mail.set_content(f"{flowed}\n-- \nПресс-служба\n", charset="utf-8", cte="quoted-printable")
            mail.set_param("format", "flowed")
        elif at % 3 == 1:
            mail.set_content("\n\n".join(lines).replace("„", '"').replace("“", '"'), charset="utf-8", cte="base64")
        else:
            mail.set_content(f'<meta charset="utf-8"><body>{body_html(lines)}</body>', subtype="html", cte="base64")
        (folder / f"{name}-mail.eml").write_bytes(bytes(mail))


def _flowed(line: str) -> str:
    return re.sub(r"(.{40,66} )(?=\S)", r"\1\n", line)


PROGRAMS = (
    ("pandoc", ("pandoc",), by_pandoc),
    ("LibreOffice", ("soffice",), by_libreoffice),
    ("Chromium", ("chromium", "chromium-browser", "google-chrome"), by_chromium),
    ("LaTeX", ("pdflatex",), by_latex),
    ("Python's mail library", ("python3",), by_mail),
)


# -- reading and counting ----------------------------------------------------------------------------------------------


def read(path: Path) -> tuple[str, tuple[str, ...]]:
    """Return the text that Citata reads, and its notes; an empty text where it refuses."""
    from core.errors import UserError
    from core.formats import guess
    from core.formats.base import Options, Record

    try:
        for record in guess(path).read(path, Options()):
            if isinstance(record, Record):
                return record.article.text, record.notes
    except UserError:
        pass
    return "", ()


def differences(wanted: str, got: str) -> tuple[int, int, list[str]]:
    """Return the characters lost and added, white space apart, and the first places where that is so."""
    one, two = TOKEN.findall(wanted), TOKEN.findall(got)
    lost = added = 0
    places = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if kind != "equal" and "".join(one[a:b]) != "".join(two[c:d]):
            lost += sum(map(len, one[a:b]))
            added += sum(map(len, two[c:d]))
            places.append(f"{' '.join(one[a:b])[:40]!r} → {' '.join(two[c:d])[:40]!r}")
    return lost, added, places


def parted(wanted: list[str], got: str) -> int:
    """Return how many paragraphs do not stand whole on a line of their own."""
    lines = {"".join(line.split()) for line in got.split("\n")}
    return sum("".join(line.split()) not in lines for line in wanted)


def speed(folder: Path, count: int) -> Iterator[str]:
    """Yield how long ``count`` DOCX and pages take, beside the library alone."""
    import docx
    import trafilatura

    for kind, bare in (
        ("docx", lambda one: [p.text for p in docx.Document(str(one)).paragraphs]),
        ("html", lambda one: trafilatura.bare_extraction(one.read_text("utf-8"), with_metadata=True)),
    ):
        files = sorted(folder.glob(f"*.{kind}"))
        if not files:
            continue
        read(files[0]), bare(files[0])
        times = []
        for one in (read, bare):
            start = time.perf_counter()
            for at in range(count):
                one(files[at % len(files)])
            times.append(time.perf_counter() - start)
        yield f"{count:,} {kind}: {times[0]:.1f} s, the library alone {times[1]:.1f} s, ratio {times[0] / times[1]:.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--code", type=Path, help="read with the Citata of this checkout")
    parser.add_argument("--keep", type=Path, help="keep the documents in this folder")
    parser.add_argument("--texts", type=int, default=7)
    parser.add_argument("--speed", action="store_true")
    chosen = parser.parse_args()
    if chosen.code:
        sys.path.insert(0, str(chosen.code.resolve()))
    texts = {f"text{number}": text_of(number) for number in range(chosen.texts)}
    with tempfile.TemporaryDirectory(prefix="citata-disks-") as made:
        folder = chosen.keep or Path(made)
        folder.mkdir(exist_ok=True)
        if not any(folder.iterdir()):
            for name, commands, write in PROGRAMS:
                if any(shutil.which(command) for command in commands):
                    write(folder, texts)
                else:
                    print(f"{name} is missing ({' or '.join(commands)}): its documents are left out")
        count = lost = added = broken = 0
        for path in sorted(one for one in folder.iterdir() if one.is_file()):
            lines = texts[path.name.split("-")[0]]
            if path.suffix == ".eml" and int(path.name[4]) % 3 == 1:
                lines = [line.replace("„", '"').replace("“", '"') for line in lines]
            got, notes = read(path)
            less, more, places = differences("\n".join(lines), got)
            torn = parted(lines, got)
            count, lost, added, broken = count + 1, lost + less, added + more, broken + torn
            if less or more or torn:
                print(
                    f"{path.name}: {less} lost, {more} added, {torn} paragraphs torn: {'; '.join(places[:3])} {notes}"
                )
        if chosen.speed:
            for line in speed(folder, 1000):
                print(line)
    found = {"documents": count, "characters_lost": lost, "characters_added": added, "paragraphs_torn": broken}
    print(json.dumps(found))


if __name__ == "__main__":
    main()
