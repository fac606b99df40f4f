"""Files of lines in every shape that they come in: CoNLL, brat and WebAnno TSV, and what is made of each.

What stands in ``golden/records`` was read line by line; a change of it is a change for those who bring work from there.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from core.formats import format_named
from core.formats.base import Options
from tests.golden import same_as_golden
from tests.told_records import told_records

GOLDEN = Path(__file__).parent / "golden" / "records"


def told(name: str, path: Path, **options: Any) -> Iterator[str]:
    for line in told_records(format_named(name).read(path, Options(**options))):
        yield line.replace(str(path.parent), "FOLDER")


def compared(name: str, lines: Iterator[str]) -> None:
    same_as_golden(GOLDEN / f"{name}.txt", "\n".join(lines) + "\n")


# -- CoNLL ------------------------------------------------------------------------------------------------------------

TAGS = (
    "O B-PER I-PER O", "I-PER I-PER I-ORG", "B-PER E-PER I-PER", "B-PER L-PER B-PER", "S-PER I-PER", "U-PER L-PER",
    "B-PER I-ORG", "B-PER B-PER", "E-PER O L-ORG", "B-A-B I-A-B", "B-PER O I-PER", "B-", "B", "X-PER", "O-PER", "-",
    "o", "B-direct O B-cue O B-direct", "B-cue B-direct B-cue", "B-speaker O O B-cue",
    "B-direct I-direct B-speaker B-cue",
    "B-cue O O B-direct B-indirect B-speaker", "B-indirect B-cue B-mixed", "B-mixed O B-cue B-indirect",
)  # fmt: skip
CONLL = (
    "",
    "\n\n",
    "-DOCSTART- -X- O O\n\n",
    "Анна O\n\n\nсказала O\n\n-DOCSTART-\nДа B-PER\n-DOCSTART- x\n\n-DOCSTART-\nНет\n\nИ B-ORG\n",
    "-DOCSTART-\n\nАнна x y B-PER\n\tБелова  I-PER \n \nи O\n",
    "Анна\n",
    "Анна B-PER\n\nБелова I-PER\n",
)


def test_tokens_and_tags(tmp_path: Path) -> None:
    def lines() -> Iterator[str]:
        path = tmp_path / "f.conll"
        for tags in TAGS:
            path.write_text("".join(f"с{at} {tag}\n" for at, tag in enumerate(tags.split())), "utf-8")
            yield from (f"tags {tags}", *told("conll", path))
        for content in CONLL:
            path.write_text(content, "utf-8")
            yield from (repr(content), *told("conll", path, annotator="вера"))
        path.write_bytes("Анна B-PER\n".encode("cp1251"))
        yield from ("cp1251", *told("conll", path, encoding="cp1251"), *told("conll", path))

    compared("conll", lines())


# -- brat -------------------------------------------------------------------------------------------------------------

BRAT_TEXT = "Анна 😀 Белова\nсказала: «Да\nнет»."
BRAT = (
    "T1\tPER 0 13\tАнна 😀 Белова",
    "T1\tPER 0 13\tАнна",
    "T1\tPER 0 13",
    "T1\tPER 0 99\tАнна",
    "T1\tPER 0 4;7 13\tАнна Белова",
    "T1\tdirect 0 4;7 13\tАнна Белова",
    "T1\tdirect 7 13;0 4\tБелова Анна",
    "T1\tdirect 0 4;7 13\tАннаБелова",
    "T1\tdirect 23 26;27 31\t«Да нет»",
    "T1\tdirect 23 26;27 31;5 6\t«Да нет» 😀",
    "T1\tdirect 0 6;4 13\tАнна 😀  😀 Белова",
    "T1\tdirect 23 31\t«Да нет»",
    "T1\tdirect 23 31\t«Да\\nнет»",
    "T1\tdirect 23 31\t«Да  нет»",
    "T1\tSRC_X 0 4\tАнна\nT2\tЧужое 0 4\tАнна",
    "T1\tPER 0 4\tАнна\nN1\tReference T1 Citata:a%201\tАнна Белова\nN2\tReference T9 Wiki:Q5\tНива",
    "T1\tPER 0 4\tАнна\nN1\tReference T1 Wiki:Q5\nN2\tReference T1 Wiki:Q6\tШесть",
    "T1\tdirect 23 26\t«Да\nT2\tcue 14 21\tсказала\nR1\tCUE Arg1:T1 Arg2:T2\t\n#1\tAnnotatorNotes R1\tраз ",
    "T1\tdirect 23 26\t«Да\nT2\tcue 14 21\tсказала\nR1\tcue Arg1:T2 Arg2:T1\n#1\tAnnotatorNotes T2\tраз",
    "T1\tdirect 23 26\t«Да\n#1\tAnnotatorNotes T1\tраз\n#2\tAnnotatorNotes T1\tдва\n#3\tAnnotatorNotes T7\tтри",
    "T1\tdirect 23 26\t«Да\nR1\tлюбит Arg1:T1 Arg2:T1\n#1\tAnnotatorNotes R1\tраз\n#2\tAnnotatorNotes T1\tдва",
    "E1\tLife:T1\nA1\tNeg T1\nM1\tNeg T1\n*\tEquiv T1 T2\n# x\n\n \t",
    "T1\tPER 0 4\tАнна\nx",
    "T1\tPER 0 4\tАнна\nT1\tORG 0 4\tАнна",
    "",
)


def test_lines_of_brat(tmp_path: Path) -> None:
    folder = tmp_path / "Нина"
    folder.mkdir()

    def lines() -> Iterator[str]:
        (folder / "f.txt").write_text(BRAT_TEXT, "utf-8")
        for content in BRAT:
            (folder / "f.ann").write_text(content, "utf-8")
            yield from (repr(content), *told("brat", folder / "f.ann"))
        (folder / "f.ann").write_text("T1\tPER 7 13\tБелова\nT2\tPER 8 14\tБелова", "utf-8")
        yield from ("other offsets", *told("brat", folder / "f.ann", repair=True))
        (folder / "f.ann").write_text("T1\tPER 5 7\t😀", "utf-8")
        yield from ("UTF-16", *told("brat", folder / "f.ann", offsets="utf-16"))
        yield from ("UTF-16, untold", *told("brat", folder / "f.txt"))
        yield from ("UTF-16, repaired", *told("brat", folder / "f.txt", repair=True))
        (folder / "f.ann").unlink()
        yield from ("text alone", *told("brat", folder / "f.txt", annotator="вера"))
        (folder / "f.txt").rename(folder / "a%2Fb.txt")
        (folder / "g").mkdir()
        yield from ("an escaped name", *told("brat", folder / "a%2Fb.txt"))
        yield from ("an empty folder", *told("brat", folder / "g"))

    compared("brat", lines())


# -- WebAnno TSV ------------------------------------------------------------------------------------------------------

ENTITY = "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|"
QUOTATION = "#T_SP=webanno.custom.Quotation|"
LINK = "#T_RL=webanno.custom.QuotationLink|kind|BT_webanno.custom.Quotation"
WORDS = ((0, 4, "Анна"), (5, 11, "Белова"), (12, 19, "сказала"), (21, 23, "Да"))
TEXT = "Анна Белова сказала: Да."


def tsv(heads: list[str], *cells: str) -> str:
    """Return a file with the columns of a row for each of the words."""
    rows = "".join(
        f"1-{at}\t{start}-{end}\t{word}{cell}\n"
        for at, ((start, end, word), cell) in enumerate(zip(WORDS, cells, strict=True), 1)
    )
    return "\n".join(["#FORMAT=WebAnno TSV 3.3", *heads, "", "", f"#Text={TEXT}", rows])


def webanno_files() -> Iterator[tuple[str, str]]:
    value, both = [f"{ENTITY}value"], [f"{ENTITY}identifier|value"]
    yield "label alone", tsv(value, "\tPER[1]\t", "\tPER[1]\t", "\t_\t", "\t\t")
    yield "label without a number", tsv(value, "\tPER\t", "\tPER\t", "\t*\t", "\t_\t")
    yield "several", tsv(value, "\tPER[2]|ORG[1]|LOC\t", "\tORG[1]\t", "\t*[3]|_[4]\t", "\tP\\|E\\[R[5]\t")
    yield "names", tsv(both, "\tАнна[1]\tPER[1]\t", "\t*[1]\tPER[1]\t", "\tАнна\tORG\t", "\t_\tLOC\t")
    yield "fewer names than labels", tsv(both, "\tА[1]\tPER[1]|ORG[2]\t", "\t\tPER[1]\t", "", "\t_")
    yield "features the other way round", tsv([f"{ENTITY}value|identifier"], "\tPER\tАнна", "\t_\t_", "\t_", "")
    yield "no label", tsv([f"{ENTITY}identifier"], "\tАнна\t", "\t_\t", "\t_\t", "\t*\t")
    yield "no features", tsv(["#T_SP=x.Mark", *value], "\t*\tPER\t", "\t*\t_\t", "\t_\tORG\t", "\t_\t_\t")
    yield "another layer", tsv(["#T_SP=x.POS|a|b", *value], "\tN\tx\tPER", "\tN\t_\t_", "\t_\tx\t_", "\t_\t_\t_")
    chain = ["#T_CH=x.Coref|type|link"]
    yield "chains", tsv(chain, "\t*->1\tx[1]|y[2]", "\t*->2\tx[1]", "\t_\t_", "\t*\tz")
    said = [f"{QUOTATION}kind|speaker", LINK]
    speaker, cue, part = "\tspeaker[2]\t*[2]", "\tcue[1]\t*", "\tdirect[3]\tАнна[3]\t_\t_"
    yield "a link", tsv(said, f"{speaker}\tspeaker\t1-4[3_2]", f"{speaker}\t_\t_", f"{cue}\tcue\t1-4[3_1]", part)
    speaker, cue, part, none = "\tspeaker\t*", "\tcue\t*", "\tdirect\tАнна", "\t_\t_\t_\t_"
    yield "links without numbers", tsv(said, f"{speaker}\tspeaker\t1-4", none, f"{cue}\tcue\t1-4", f"{part}\t_\t_")
    bad = f"{part}\tcue\t1-4[0_0]|1-4"
    yield "bad links", tsv(said, f"{speaker}\tspeaker\tx", "\t_\t_\tcue\t9-9[1_2]", f"{cue}\t_\t1-4", bad)
    both_links = "\tspeaker[2]\t*\tspeaker|cue\t1-4[3_2]|1-4[3_1]"
    yield "two links", tsv(said, both_links, none, "\tcue[1]\t*\t_\t_", "\tdirect[3]\t*\t_\t_")
    yield "unnamed link", tsv(said, "\tcue[1]\t*\t*\t1-4[2_1]", "\t_\t_\t_\t_", "\t_\t_\t_\t_", "\tdirect[2]\t*\t_\t_")
    other = [*said[:1], "#T_RL=x.Dep|kind|BT_x.Token"]
    yield "other links", tsv(other, "\tcue\t*\ta|b\t1-4|1-2", "\t_\t_\tc\t1-1", "\t_\t_\t_\t_", "\tdirect\t*\t_\t_")
    head = "#FORMAT=WebAnno TSV 3.2\n#T_SP=x.A|a\n\n"
    yield "text of two lines", f"{head}#Text=Анна\n#Text=Белова\n1-1\t0-4\tАнна\t_\t\n1-2\t5-11\tБелова\t_\t\n"
    yield "text without tokens", f"{head}#Text=Анна\n"
    yield "a gap", f"{head}#Text=Анна\n1-1\t0-4\tАнна\n\n#Text=Да\n2-1\t7-9\tДа\n"
    yield "sentences over each other", f"{head}#Text=Анна\n1-1\t0-4\tАнна\n\n#Text=Да\n2-1\t3-5\tДа\n"
    yield "no gap", f"{head}#Text=Анна\n1-1\t0-4\tАнна\n\n#Text=Да\n2-1\t4-6\tДа\n"
    yield "a space before", f"{head}#Text= Анна\n1-1\t1-5\tАнна\n"
    yield "not from the start", f"{head}#Text=Анна\n1-1\t3-7\tАнна\n"
    yield "escapes", f"{head}#Text=А\\tб\\n\\\\в\n1-1\t0-1\tА\n1-2\t2-3\tб\n1-3\t4-6\t\\\\в\n"
    yield "comments", f"{head}# x\n#Text=Да\n# y\n1-1\t0-2\tДа\n#z\n"
    yield "a row without a word", f"{head}#Text=Да\n1-1\t0-2\n"
    yield "wide", f"{head}#Text=😀 Да\n1-1\t0-2\t😀\n1-2\t3-5\tДа\n"
    yield "not wide", f"{head}#Text=😀 Да\n1-1\t0-1\t😀\n1-2\t2-4\tДа\n"


def test_files_of_webanno(tmp_path: Path) -> None:
    def lines() -> Iterator[str]:
        path = tmp_path / "f.tsv"
        for name, content in webanno_files():
            path.write_text(content, "utf-8", newline="")
            yield from (name, *told("webanno", path, annotator="вера"))

    compared("webanno", lines())
