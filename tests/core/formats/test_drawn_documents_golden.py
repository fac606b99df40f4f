"""Drawn documents of every shape: PDF pages, mails, numbered lists, bytes in many encodings, as they are read."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lxml import etree, html

from core.formats import format_named
from core.formats.base import Options, Record
from core.formats.encodings import cyrillic_of_latin, declared, decoded_page, detect, detect_name
from core.formats.mail_text import article_lines, unflowed, without_replies
from tests.documents import docx, run
from tests.golden import same_as_golden
from tests.open_documents import fodt
from tests.pdf_pages import Said, pdf

GOLDEN = Path(__file__).parent / "golden" / "drawn"


def kept(name: str, lines: Iterator[str]) -> None:
    same_as_golden(GOLDEN / f"{name}.txt", "\n".join(lines) + "\n")


def read(kind: str, path: Path) -> list[str]:
    """Return the paragraphs and the notes of a document, or why it was refused."""
    (found,) = format_named(kind).read(path, Options())
    if not isinstance(found, Record):
        return [f"  refused: {found.error.code} {found.error.facts.get('reason', '')}"]
    paragraphs = [f"  {line}" for line in found.article.text.split("\n")]
    return [*paragraphs, *(f"  ({note})" for note in found.notes)]


# -- pages ------------------------------------------------------------------------------------------------------------

WORDS = (
    "паром", "Паром", "река", "вице-", "вер-", "толёта.", "мэра", "12", "м", "км", "2.", "ждали", "год:", "«Нива»",
    "— Нет,", "да!", "СМИ", "и", "в", "Заречье…",
)  # fmt: skip
SIZES = (10, 10, 10, 10, 9.2, 9, 8.5, 11, 11.2, 12, 7)


def drawn_line(draw: random.Random, base: float) -> list[Said]:
    """Return a line of words with gaps, raised figures and small capitals of many sizes."""
    left = 40.0 + draw.choice((0, 0, 0, 6, 7, 20, 79, 81))
    size = draw.choice(SIZES)
    out: list[Said] = []
    words = draw.sample(WORDS, draw.choice((1, 3, 4, 5)))
    for word in words:
        out.append(Said(left, base, word, size))
        left += len(word) * size / 2
        kind = draw.randrange(12)
        if kind == 0:
            mark = draw.choice(("1", "2", "12", "*"))
            raised = Said(left, base + draw.choice((0.5, 1, 1.5, 3, 6)), mark, draw.choice((5, 6, 8.5, 8.4)))
            out.append(raised)
            left += len(mark) * raised.size / 2
        elif kind == 1:
            out.append(Said(left, base + draw.choice((0, 2, 2.1)), "ОН", size * draw.choice((0.7, 0.9, 0.89, 1))))
            left += size
        left += size * draw.choice((0.5, 0.5, 0.5, 0.1, 0.12, 0.13, 1.9, 2, 2.5, 2.6, -0.05))
    return out


def drawn_page(draw: random.Random, number: int) -> list[Said]:
    base, page = 580.0, []
    if draw.randrange(2):
        page.append(Said(40 + draw.choice((0, 3)), base - draw.choice((0, 3, 4, 5)), f"Вестник Заречья № {number}"))
    base -= 20
    for _ in range(draw.choice((1, 4, 7))):
        page += drawn_line(draw, base)
        base -= draw.choice((12, 12, 12, 12, 13.5, 16.2, 16.3, 31, 32, 1, -30))
    for at in range(draw.choice((0, 0, 1, 2))):
        base = min(base, 130) - draw.choice((12, 25, 26))
        mark = draw.choice((f"{at + 1} ", "* ", "1990 ", "", "1"))
        page.append(Said(40, base, f"{mark}Сноска о реке", draw.choice((7, 9, 9.2, 10))))
    if draw.randrange(2):
        foot = draw.choice((f"{number}", f"— {number} —", f"стр. {number} из 9", f"с. {number}", "2031", "Вестник"))
        page.append(Said(200, draw.choice((20, 22, 23.9, 24.1, 149, 151)), foot))
    return page


def test_drawn_pages(tmp_path: Path) -> None:
    def lines() -> Iterator[str]:
        for seed in range(160):
            draw = random.Random(seed)
            pages = [drawn_page(draw, number) for number in range(1, draw.choice((2, 3, 4)))]
            yield from (f"pages {seed}", *read("pdf", pdf(tmp_path / "x.pdf", pages)))

    kept("pages", lines())


# -- mails ------------------------------------------------------------------------------------------------------------

MAIL_LINES = (
    "Паром пойдёт в мае.", "", "", " ", "> Когда?", "> > Завтра ", ">> Да ", "> ", "-- ", "--", "Нина Белова ",
    " Река ",
    "Олег Рябов написал(а):", "Олег Рябов писал в мае:", "5 мая Нина <n@example.org> :", "Nina wrote:", "пишет:",
    "---- Исходное сообщение ----", "-- Original Message --", "---------- Forwarded message ----------",
    "-------- Пересылаемое сообщение --------", "- Пересылаемое сообщение -", "-- Конец пересылаемого сообщения --",
    "От: Нина", "*Кому:* Олег", "Тема : Паром", "Subject: Ferry", "Date: 5 May", "Мэр: мост готов.", "От Нины",
    "-- ", "> -- ", "--\r", "Он пишет так: мост готов",
)  # fmt: skip


def test_drawn_mails() -> None:
    def lines() -> Iterator[str]:
        for seed in range(400):
            draw = random.Random(seed)
            mail = draw.choices(MAIL_LINES, k=draw.choice((1, 2, 3, 5, 8)))
            if seed % 40 == 0:
                mail += ["Река."] * draw.choice((38, 39, 40))
            left: Counter[str] = Counter()
            yield f"mail {mail!r}"
            yield f"  own {article_lines(mail, left)!r} {dict(sorted(left.items()))}"
            for delete_space in (False, True):
                yield f"  unflowed {unflowed(chr(10).join(mail), delete_space)!r}"

    kept("mails", lines())


HTML_PIECES = (
    "<p>Паром пойдёт.</p>", " река ", "<br>", "<!-- тайно -->", "<style>p {}</style>", "<script>1</script>",
    "<blockquote type='cite'>Когда?<p>Завтра</p></blockquote>", "<blockquote>Нина</blockquote>",
    "<div id='divRplyFwdMsg'>От: Нина</div>", "<hr id='appendonsend'>", "<div class='moz-cite-prefix'>Олег:</div>",
    "<div class='gmail_quote x'><div class='gmail_attr'>Олег</div><p>Да</p></div>",
    "<p class='y yahoo_quoted'></p>", "<blockquote type='cite' class='gmail_quote'>Нина</blockquote>",
    "<div class='OutlookMessageHeader'>Тема</div>", "<div class='gmail_signature'>Нина<br>Мэрия</div>",
    "<div class='moz-signature'><blockquote type='cite'>Олег</blockquote></div>",
    "<i class='gmail_signature_prefix'>-</i>",
)  # fmt: skip


def test_drawn_html_mails() -> None:
    def lines() -> Iterator[str]:
        for seed in range(150):
            draw = random.Random(seed)
            pieces = "".join(draw.choices(HTML_PIECES, k=draw.choice((1, 2, 3, 5))))
            page = f"<html><head><title>Река</title></head><body>{pieces}</body></html>"
            tree = html.fromstring(page) if seed % 5 else html.fragment_fromstring(pieces, create_parent="div")
            left: Counter[str] = Counter()
            without_replies(tree, left)
            body = next(tree.iter("body"), tree)
            yield f"mail {pieces}"
            yield f"  {etree.tostring(body, encoding='unicode')} {dict(sorted(left.items()))}"

    kept("html-mails", lines())


# -- lists ------------------------------------------------------------------------------------------------------------

FORMATS = (
    "decimal", "decimalZero", "lowerRoman", "upperRoman", "lowerLetter", "upperLetter", "russianLower", "russianUpper",
    "bullet", "none", "ordinal",
)  # fmt: skip


def drawn_numbering(draw: random.Random) -> str:
    levels = ""
    for at in range(3):
        start = draw.choice(("", "", f'<w:start w:val="{draw.choice((0, 3))}"/>'))
        words = draw.choice(("%1.", "%1.%2", "%1.%2.%3)", "•", "\uf0b7", "", "Глава %1", "%3"))
        rest = draw.choice(("", "", "<w:isLgl/>", '<w:suff w:val="nothing"/>', '<w:suff w:val="space"/>'))
        form = draw.choice(("", f'<w:numFmt w:val="{draw.choice(FORMATS)}"/>'))
        levels += f'<w:lvl w:ilvl="{at}">{start}{form}{rest}<w:lvlText w:val="{words}"/></w:lvl>'
    override = '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="7"/></w:lvlOverride>'
    override += draw.choice(
        ("", '<w:lvlOverride w:ilvl="0"/>', '<w:lvlOverride><w:startOverride w:val="5"/></w:lvlOverride>')
    )
    return (
        f'<w:abstractNum w:abstractNumId="4">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="4"/>'
        f'</w:num><w:num w:numId="2"><w:abstractNumId w:val="4"/>{override}</w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="9"/></w:num>'
    )


STYLES = (
    '<w:style w:type="paragraph" w:styleId="Base"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
    '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="Low"><w:basedOn w:val="Base"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Off"><w:basedOn w:val="Base"/><w:pPr><w:numPr>'
    '<w:numId w:val="0"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="S"><w:basedOn w:val="H"/><w:rPr><w:vanish w:val="off"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="T"><w:basedOn w:val="H"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Round"><w:basedOn w:val="Round"/></w:style>'
)


def drawn_item(draw: random.Random) -> str:
    style = draw.choice(("", "", *(f'<w:pStyle w:val="{one}"/>' for one in ("Base", "Low", "Off", "Round", "None"))))
    level = draw.choice(("", *(f'<w:ilvl w:val="{at}"/>' for at in range(4))))
    number = draw.choice(("", *(f'<w:numId w:val="{at}"/>' for at in (0, 1, 1, 2, 2, 3, 8))))
    listed = draw.choice(("", f"<w:numPr>{level}{number}</w:numPr>", f"<w:numPr>{level}{number}</w:numPr>"))
    hidden = draw.choice(("", "", *(f'<w:rStyle w:val="{one}"/>' for one in "HST"), '<w:vanish w:val="none"/>'))
    return f"<w:p><w:pPr>{style}{listed}</w:pPr>{run('паром')}{run(' и', hidden)}</w:p>"


def test_drawn_lists_of_word_documents(tmp_path: Path) -> None:
    def lines() -> Iterator[str]:
        for seed in range(120):
            draw = random.Random(seed)
            default = draw.choice(("", "", 'w:default="1"', 'w:default="on"', 'w:default="0"'))
            normal = f'<w:style w:type="paragraph" {default} w:styleId="N"><w:basedOn w:val="Base"/></w:style>'
            body = "".join(drawn_item(draw) for _ in range(6))
            path = docx(tmp_path / "x.docx", body, styles=STYLES + normal, numbering=drawn_numbering(draw))
            yield from (f"lists {seed}", *read("docx", path))

    kept("word-lists", lines())


def drawn_list_style(draw: random.Random, name: str) -> str:
    levels = ""
    for at in draw.choice(((1, 2, 3), (1, 2), (1,))):
        start = draw.choice(("", "", 'text:start-value="4"'))
        form = draw.choice(("1", "i", "I", "a", "A", "а", "А", "а, б, в, ...", "А, Б, В, ...", "x", ""))
        rest = draw.choice((
            "", 'style:num-suffix="."', 'style:num-prefix="(" style:num-suffix=")"', 'text:display-levels="2"',
            'text:display-levels="3" style:num-suffix="."',
            'style:num-list-format="%1%-%2%."', 'style:num-list-format=""',
        ))  # fmt: skip
        number = f'<text:list-level-style-number text:level="{at}" {start} style:num-format="{form}" {rest}/>'
        dot = f'<text:list-level-style-bullet text:level="{at}" text:bullet-char="{draw.choice(("•", "–", ""))}"/>'
        levels += draw.choice((number, number, number, dot))
    return f'<text:list-style style:name="{name}">{levels}<style:other/></text:list-style>'


KNOWN = 'xml:id="one"'


def drawn_list(draw: random.Random, depth: int = 1) -> str:
    attributes = draw.choice((
        "", 'text:style-name="L"', f'text:style-name="L" {KNOWN}', 'text:style-name="M"',
        'text:continue-list="one"',
        'text:style-name="L" text:continue-numbering="true"', 'text:continue-numbering="true"',
    ))  # fmt: skip
    items = ""
    for _ in range(draw.choice((1, 2, 3))):
        start = draw.choice(("", "", "", 'text:start-value="9"'))
        number = draw.choice(("", "", "", "<text:number>VII)</text:number>", "<text:number> </text:number>"))
        below = drawn_list(draw, depth + 1) if depth < 4 and draw.randrange(3) == 0 else ""
        items += f"<text:list-item {start}>{number}<text:p>паром</text:p>{below}</text:list-item>"
    return f"<text:list {attributes}>{items}</text:list>"


def drawn_heading(draw: random.Random) -> str:
    attributes = draw.choice(("", 'text:is-list-header="true"', 'text:start-value="5"', 'text:is-list-header="false"'))
    number = draw.choice(("", "", "<text:number>§ 2</text:number>"))
    return f'<text:h text:outline-level="{draw.choice((1, 2, 2, 3))}" {attributes}>{number}Река</text:h>'


def test_drawn_lists_of_open_documents(tmp_path: Path) -> None:
    def lines() -> Iterator[str]:
        for seed in range(150):
            draw = random.Random(seed)
            styles = drawn_list_style(draw, "L") + drawn_list_style(draw, "M")
            styles += '<style:style style:name="P" style:list-style-name="L"/>'
            outline = drawn_list_style(draw, "O").replace("text:list-style", "text:outline-style")
            outline = re.sub("list-level-style-(number|bullet)", "outline-level-style", outline) if seed % 3 else ""
            body = "".join(draw.choice((drawn_list, drawn_heading))(draw) for _ in range(5))
            once, known, others = body.partition(KNOWN)  # an id may stand once
            body = once + known + others.replace(KNOWN, "")
            yield from (f"lists {seed}", *read("odt", fodt(tmp_path / "x.fodt", body, automatic=styles + outline)))

    kept("open-lists", lines())


# -- encodings --------------------------------------------------------------------------------------------------------

SAID = (
    "Мэр Лужска сообщил, что мост готов.",
    "Да",
    "МОСТ ГОТОВ",
    "Нет!",
    "Bridge",
    "«— №»",
    "ёжЁж",
    "größer",
    "Мо",
    "",
)
CODECS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251", "koi8-r", "cp866", "cp1252")
NAMED = (
    "", '<meta charset="{}">', '<?xml version="1.0" encoding="{}"?>',
    "<META http-equiv=x content='text/html; charset={}'>",
    "<meta charset = {}>",
)  # fmt: skip


def encoded() -> Iterator[tuple[str, str, bytes]]:
    for words in SAID:
        for codec in CODECS:
            yield words, codec, words.encode(codec, "replace")


def test_bytes_in_every_encoding() -> None:
    def lines() -> Iterator[str]:
        for words, codec, data in encoded():
            yield f"{words} in {codec}: {detect(data)}, {detect(data[:-1])}; a name: {detect_name([data, data])}"
            western = data.decode("latin-1")
            yield f"  as western: {cyrillic_of_latin(western)} | {cyrillic_of_latin(words + western)}"

    kept("bytes", lines())


def test_pages_that_name_an_encoding_or_do_not() -> None:
    def lines() -> Iterator[str]:
        for words in SAID[:1] + SAID[4:5]:
            for codec in ("utf-8", "utf-8-sig", "utf-16-le", "cp1251", "koi8-r"):
                for at, named in enumerate(NAMED):
                    for name in ("windows-1251", "utf-8", "KOI8-R", "iso-8859-1", "klingon", "utf-16"):
                        data = (named.format(name) + words).encode(codec, "replace")
                        for wanted, outer in ((None, None), ("cp1251", None), (None, "UTF-8"), (None, "latin1")):
                            found, encoding, doubt = decoded_page(data, wanted, outer)
                            asked = f"{codec} {at} {declared(data)} {wanted} {outer}"
                            yield f"{asked}: {found[-9:]!r} {encoding} {doubt}"
                        if not named:
                            break

    kept("named-encodings", lines())
