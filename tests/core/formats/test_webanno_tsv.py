"""WebAnno TSV 3.3: escapes, parts of tokens, and files as INCEpTION writes them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.formats.base import Options, Record, Refused, Summary
from core.formats.webanno import escape_text, escape_value, read, tsv_lines, write
from core.formats.webanno_read import _values, unescape
from core.model import Actor, Entity, Form, Quotation, Range
from core.model.layer import Layer
from tests.acts import article_of

THEIRS = """#FORMAT=WebAnno TSV 3.3
#T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS|PosValue
#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value
#T_SP=webanno.custom.Quotation|kind
#T_RL=webanno.custom.QuotationLink|kind|BT_webanno.custom.Quotation


#Text=😀 Анна Ёлкина сказала: «Да».
1-1\t0-2\t😀\t_\t_\t_\t_\t_\t_\t
1-2\t3-7\tАнна\tPROPN\t*[1]\tPER[1]\t_\t_\t_\t
1-3\t8-14\tЁлкина\tPROPN\t*[1]\tPER[1]\tspeaker\tspeaker\t1-6[7_0]\t
1-4\t15-22\tсказала\t_\t_\t_\tcue\tcue\t1-6[7_0]\t
1-5\t22-23\t:\t_\t_\t_\t_\t_\t_\t
1-6\t24-25\t«\t_\t_\t_\tdirect[7]\t_\t_\t
1-7\t25-27\tДа\t_\t_\t_\tdirect[7]|mixed[8]\t_\t_\t
1-7.1\t25-26\tД\t_\t*\tORG\t_\t_\t_\t
1-8\t27-28\t»\t_\t_\t_\tdirect[7]\t_\t_\t
1-9\t28-29\t.\t_\t_\t_\t_\t_\t_\t

#Text=Второй абзац.
2-1\t31-37\tВторой\t_\t_\t_\t_\t_\t_\t
2-2\t38-43\tабзац\t_\t_\t_\t_\t_\t_\t
2-3\t43-44\t.\t_\t_\t_\t_\t_\t_\t
"""


def only(path: Path) -> Record | Refused:
    (found,) = read(path, Options(annotator="anna"))
    return found


def test_a_file_of_inception_is_read(tmp_path: Path) -> None:
    path = tmp_path / "их.tsv"
    path.write_text(THEIRS, encoding="utf-8")
    record = only(path)
    assert isinstance(record, Record)
    text, layer = record.article.text, record.layer
    assert text == "😀 Анна Ёлкина сказала: «Да».\n\nВторой абзац."
    assert [(e.label, text[slice(*e.range)]) for e in layer.entities()] == [("PER", "Анна Ёлкина"), ("ORG", "Д")]
    direct = next(q for q in layer.quotations() if q.form is Form.DIRECT)
    assert text[slice(*direct.ranges[0])] == "«Да»"
    assert direct.cue is not None
    assert direct.mention is not None
    assert (text[slice(*direct.cue)], text[slice(*direct.mention)]) == ("сказала", "Ёлкина")
    assert [q.form for q in layer.quotations()] == [Form.DIRECT, Form.MIXED]
    assert "2 spans of the layer" in record.notes[0]


def test_offsets_in_code_points_are_told(tmp_path: Path) -> None:
    path = tmp_path / "x.tsv"
    path.write_text("#FORMAT=WebAnno TSV 3.2\n\n#Text=😀 Да\n1-1\t0-1\t😀\t\n1-2\t2-4\tДа\t\n", encoding="utf-8")
    record = only(path)
    assert isinstance(record, Record)
    assert record.article.text == "😀 Да"
    assert "code points" in record.notes[0]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("nonsense", "not WebAnno TSV 3"),
        ("#FORMAT=WebAnno TSV 3.3\n1-1\t0-2\tДа\n", "before the first #Text"),
        ("#FORMAT=WebAnno TSV 3.3\n#Text=Да\nnonsense\n", "not one of WebAnno"),
        ("#FORMAT=WebAnno TSV 3.3\n#Text=Да\n1-1\t0-3\tНет\n", "do not fit"),
        ("#FORMAT=WebAnno TSV 3.3\n#Text=Да Да\n1-1\t0-2\tДа\n1-2\t1-3\tДа\n", "do not fit"),
        ("#FORMAT=WebAnno TSV 3.3\n", "no text"),
    ],
)
def test_a_damaged_file_is_refused(tmp_path: Path, content: str, words: str) -> None:
    path = tmp_path / "x.tsv"
    path.write_text(content, encoding="utf-8")
    found = only(path)
    assert isinstance(found, Refused)
    assert words in found.reason


@given(st.text(alphabet="а\\|[]_*;->\t\n1", max_size=12))
def test_values_survive_their_escapes(value: str) -> None:
    assert unescape(escape_text(value)) == value
    assert _values(f"{escape_value(value)}[3]|{escape_value('x' + value)}[4]") == [(value, "3"), ("x" + value, "4")]


def test_labels_and_names_with_the_format_s_characters_survive(tmp_path: Path) -> None:
    odd = "A|B_[1]*->;\\"
    items = [Entity(id="e1", label=odd, range=Range(0, 4), actor="a1"), Actor(id="a1", name=odd)]
    layer = Layer(article_of("Анна тут"), "anna", items)
    write(tmp_path / "out", [Record(layer.article, layer)], Options())
    record = only(tmp_path / "out")
    assert isinstance(record, Record)
    (entity,) = record.layer.entities()
    actor = record.layer.actor(entity.actor)
    assert actor is not None
    assert (entity.label, actor.name) == (odd, odd)


def test_what_tokens_cannot_hold_is_counted() -> None:
    quotations = [
        Quotation(id="q1", form=Form.DIRECT, ranges=(Range(0, 5),)),
        Quotation(id="q2", form=Form.DIRECT, ranges=(Range(4, 5),)),
        Quotation(id="q3", form=Form.DIRECT, ranges=(Range(1, 3),)),
    ]
    layer = Layer(article_of("Анна тут\n  \nи там"), "anna", quotations)
    summary = Summary()
    lines = list(tsv_lines(Record(layer.article, layer), summary))
    assert dict(summary.lines()) == {
        "white space at the edges of spans": 1,
        "spans without a token": 1,
        "white space between paragraphs (line breaks kept)": 2,
    }
    assert [line.split("\t")[:3] for line in lines if line.startswith("1-1")] == [
        ["1-1", "0-4", "Анна"],
        ["1-1.1", "1-3", "нн"],
    ]


def test_a_folder_without_files_is_refused(tmp_path: Path) -> None:
    from core.errors import UserError

    with pytest.raises(UserError, match=r"no \.tsv files"):
        list(read(tmp_path, Options()))
