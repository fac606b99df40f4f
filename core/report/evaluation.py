"""An evaluation for reading: rows for a terminal, the errors one by one, and the page with everything."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import groupby
from typing import Any

from core.agreement.evaluation import Mistake, Wrong
from core.agreement.tables import number
from core.language import mark, tr
from core.model import Form
from core.report.html import figure, forms_in_words, page, paragraph, section, table
from core.report.pictures import confusion
from core.words.learning import made_by_words
from core.words.values import FORMS as FORM_WORDS

Rows = list[tuple[str, ...]]
EXCERPT = 160
"""Code points of text that an error shows."""
WRONGS: dict[Wrong, str] = {
    Wrong.MISSED: mark("Missed quotations"),
    Wrong.SPURIOUS: mark("Quotations that should not be there"),
    Wrong.BOUNDARY: mark("Other boundaries"),
    Wrong.SPEAKER: mark("Wrong speakers"),
    Wrong.FORM: mark("Other forms"),
    Wrong.CUE: mark("Other cues"),
    Wrong.MENTION: mark("Other speaker mentions"),
}
SPEAKERS: dict[str, str] = {
    "frame": mark("another mention was taken for the source"),
    "omitted": mark("no mention stands there, and somebody else was taken"),
    "pronoun": mark("the pronoun was taken for somebody else"),
    "naming": mark("the right source under a name that does not fit"),
    "title": mark("the title or office was taken for somebody else"),
    "description": mark("the description was taken for somebody else"),
}
"""The kinds of wrong speakers in words, in the order of ``speaker_errors.KINDS``."""
FIELDS: dict[str, str] = {"content": mark("Content"), "speaker": mark("Speaker")}


def measure_rows(result: Mapping[str, Any]) -> Rows:
    """Return (measure, precision, recall, F1) of quotations; shares stand under precision alone."""
    out: Rows = []
    for name, words in (
        ("exact", tr("Quotations, exact F1")),
        ("overlap", tr("Quotations, overlap F1")),
        ("end2end", tr("Who said what, F1")),
    ):
        out.append((words, *(number(result[name][part]) for part in ("p", "r", "f1"))))
    return out


def share_rows(result: Mapping[str, Any]) -> Rows:
    """Return (measure, share) of what is right in the quotations that were found."""
    words = {"form": tr("Form"), "cue": tr("Cue"), "mention": tr("Speaker mention"), "speaker": tr("Speaker")}
    return [(said, number(result[name])) for name, said in words.items()]


def form_head() -> list[str]:
    """Return the head of ``form_rows``."""
    counts = [tr("Form"), tr("Gold"), tr("Predicted"), tr("Found"), tr("Exact"), tr("Who said what")]
    return [*counts, tr("Form"), tr("Cue"), tr("Mention"), tr("Speaker")]


def form_rows(result: Mapping[str, Any]) -> Rows:
    """Return a row a form: how many there are, the shares of the gold ones that were found and are right."""
    shares = ("overlap", "exact", "end2end", "form", "cue", "mention", "speaker")
    return [
        (_form(form), str(part["gold"]), str(part["predicted"]), *(number(part[name]) for name in shares))
        for form, part in result["by_form"].items()
    ]


def speaker_rows(result: Mapping[str, Any]) -> Rows:
    """Return (kind, number, share of the wrong speakers) in the order of their number."""
    found = result["wrong_speakers"]
    total = sum(found.values())
    order = sorted(found, key=lambda kind: -found[kind])
    return [(tr(SPEAKERS[kind]), str(found[kind]), number(found[kind] / total, 2) if total else "—") for kind in order]


def score_head() -> list[str]:
    """Return the head of ``score_rows``."""
    return [tr("Score from"), tr("Share"), tr("Precision"), tr("Share, all fields"), tr("Precision, all fields")]


def score_rows(result: Mapping[str, Any]) -> Rows:
    """Return a row a threshold: the share of quotations from there on and how many are right; empty without scores."""
    scores = result["scores"]
    if not scores["scored"]:
        return []
    return [
        (number(one["score"], 2), *(number(part[name]) for part in (one, every) for name in ("share", "precision")))
        for one, every in zip(scores["at_least"], scores["all_fields"], strict=True)
    ]


def entity_rows(result: Mapping[str, Any]) -> Rows:
    """Return (label, gold, precision, recall, F1) of entities."""
    return [
        (label, str(part["gold"]), *(number(part[name]) for name in ("p", "r", "f1")))
        for label, part in result.get("entities", {}).items()
    ]


def mistake_line(one: Mistake) -> str:
    """Return an error on one line: article, what is wrong, the words, what the gold says and what was found."""
    said = f"{_article(one)}: {tr(WRONGS[one.wrong])}: {_form(one.form)}: {_shortened(one.words)}"
    if one.wrong in (Wrong.MISSED, Wrong.SPURIOUS):
        return said
    gold, found = _value(one.wrong, one.gold), _value(one.wrong, one.found)
    return f"{said}: {tr('gold {gold}, found {found}', gold=gold, found=found)}"


def _article(one: Mistake) -> str:
    return f"{one.article} «{one.title}»" if one.title else one.article


def _form(form: str) -> str:
    return tr(FORM_WORDS[Form(form)])


def _value(wrong: Wrong, value: str | None) -> str:
    if value is None:
        return "—"
    return _form(value) if wrong is Wrong.FORM else _shortened(value)


def _shortened(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= EXCERPT else f"{line[: EXCERPT - 46]} … {line[-40:]}"


# -- the page --------------------------------------------------------------------------------------------------------


def evaluation_page(names: tuple[str, str], result: Mapping[str, Any], mistakes: Sequence[Mistake]) -> str:
    """Return the page: figures, forms, speakers by kind, scores, articles by their errors, every error in its words."""
    said = tr("{gold} is the gold, {predicted} is measured: ", gold=names[0], predicted=names[1])
    sections = [paragraph(made_by_words(result["knowledge"]))] if "knowledge" in result else []
    if "gold" in result:
        sections += _quotation_sections(result)
    rows = entity_rows(result)
    head = (tr("Label"), tr("Gold"), tr("Precision"), tr("Recall"), "F1")
    sections.append(section(tr("Entities"), table(head, rows)))
    if "gold" in result:
        sections += [section(tr("Articles"), _articles(result)), *_mistakes(mistakes)]
    return page(tr("Evaluation"), f"{said}{tr('%n article(s)', result['articles'])}", sections)


def _quotation_sections(result: Mapping[str, Any]) -> list[str]:
    counts = (tr("%n gold quotation(s)", result["gold"]), tr("%n predicted", result["predicted"]))
    shares = table((tr("Of the quotations found, right are"), tr("Share")), share_rows(result))
    measures = table((tr("Measure"), tr("Precision"), tr("Recall"), "F1"), measure_rows(result))
    forms = table(form_head(), form_rows(result))
    sides = (tr("gold"), tr("found"))
    drawn = figure(tr("Form of matched quotations"), confusion(forms_in_words(result["forms"]), sides=sides))
    speakers = table((tr("Wrong speakers by kind"), tr("Number"), tr("Share")), speaker_rows(result))
    scores = table(score_head(), score_rows(result))
    return [
        section(tr("Quotations"), paragraph(", ".join(counts)), measures, shares),
        section(tr("By form"), forms, drawn),
        section(tr("Wrong speakers"), speakers),
        section(tr("How far scores hold"), scores, _bands(result["scores"])) if scores else "",
    ]


def _bands(scores: Mapping[str, Any]) -> str:
    """Return the bands of the whole's score and of the fields' scores: how many, their mean, how many are right."""
    out = []
    head = (tr("Score"), tr("Number"), tr("Mean score"), tr("Right"))
    for title, bands in ((tr("Whole"), scores["bands"]), *((tr(FIELDS[k]), v) for k, v in scores["fields"].items())):
        rows = [
            (
                f"{number(one['from'], 2)}–{number(one['to'], 2)}",
                str(one["quotations"]),
                number(one["mean"]),
                number(one["right"]),
            )
            for one in bands
        ]
        out.append(f"<h3>{escape(title)}</h3>{table(head, rows)}" if rows else "")
    return "".join(out)


def _articles(result: Mapping[str, Any]) -> str:
    """Return the articles, those with most errors first."""
    names = ("gold", "predicted", "overlap", "end2end", "mistakes")
    every = sorted(result["by_article"].items(), key=lambda pair: -pair[1]["mistakes"])
    rows = [(key, one["title"] or "", *(str(one[name]) for name in names)) for key, one in every]
    head = (tr("Article"), tr("Title"), tr("Gold"), tr("Predicted"), tr("Found"), tr("Who said what"), tr("Errors"))
    return table(head, rows, words=2)


def _mistakes(mistakes: Sequence[Mistake]) -> Iterable[str]:
    """Yield a section a kind of error, wrong speakers by their kind; every error names its article."""
    for wrong, title in WRONGS.items():
        mine = [one for one in mistakes if one.wrong is wrong]
        if wrong is not Wrong.SPEAKER:
            yield section(f"{tr(title)}: {len(mine)}", _mistake_table(mine)) if mine else ""
            continue
        order = list(SPEAKERS)
        by_kind = groupby(sorted(mine, key=lambda one: order.index(one.speaker)), key=lambda one: one.speaker)
        parts = [(kind, list(found)) for kind, found in by_kind]
        tables = (f"<h3>{escape(tr(SPEAKERS[kind]))}: {len(of)}</h3>{_mistake_table(of)}" for kind, of in parts)
        yield section(f"{tr(title)}: {len(mine)}", *tables) if mine else ""


def _mistake_table(mistakes: Sequence[Mistake]) -> str:
    alone = mistakes[0].wrong in (Wrong.MISSED, Wrong.SPURIOUS)
    head = (tr("Article"), tr("Form"), tr("Quotation"), *(() if alone else (tr("Gold"), tr("Found"))))
    rows = [
        (
            _article(one),
            _form(one.form),
            _shortened(one.words),
            *(() if alone else (_value(one.wrong, one.gold), _value(one.wrong, one.found))),
        )
        for one in mistakes
    ]
    return table(head, rows, words=len(head))
