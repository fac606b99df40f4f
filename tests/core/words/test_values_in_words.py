"""Every value that files, logs and checks hold is said in both languages; nobody reads ``move-edge``."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from core.corpus.counting.types import Axis, Measure
from core.language import use
from core.model import AUTO, GOLD, PROPOSER, ActorKind, Form, State, Status
from core.model.gender import Gender
from core.model.knowledge import SHIPPED, Check, Entry, Knowledge, Part, Ruling
from core.model.layer import Edit
from core.model.register import Source
from core.model.scope import Scope
from core.register.proposals import Reason as SourceReason
from core.review.decisions import Confidence, Reason
from core.words import counts, learning, register, reviewing, values

EDITS = (
    "start", "fill", "lay-over", "pre-annotate", "import", "add-entity", "add-entities", "add-quotation", "delete",
    "accept", "reject", "set-status", "set-label", "set-form", "move-edge", "set-ranges", "add-range", "cut-range",
    "cut-author", "fill-gaps", "toggle-marks", "toggle-end", "tidy", "mend", "restore", "set-cue", "set-mention",
    "set-speaker", "set-parent", "split-quotation", "join-quotations", "set-actor", "set-note", "toggle-flag",
    "add-actor", "rename-actor", "describe-actor", "merge-actors", "split-actor", "move-to-actor", "delete-actor",
    "link-source", "take-agreed", "take-version", "take-both", "take-majority", "take-rest", "compose",
    "edit-version", "reject-version", "reopen", "set-remark", "take-correction", "merge", "settle", "compacted",
    "repair",
)  # fmt: skip
"""Names of edits in the logs of projects that people have."""
ACTS = (
    "add-source", "describe-source", "merge-sources", "part-source", "split-source", "tell-apart", "remove-source",
    "link-source", "unlink-source", "accept-sources", "import-sources", "merge", "repair",
)  # fmt: skip
"""Names of acts in the logs of registers."""
WHY_SOURCE = (
    "same", "order", "patronymic", "longer", "initials", "abbreviation", "spelling", "script", "alone", "surname",
    "title", "identifier", "homonyms", "twice",
)  # fmt: skip
FIELDS_OF_SOURCES = ("name", "kind", "gender", "aliases", "role", "note", "identifier", "merged", "extra")


def _edit(name: str) -> str:
    return values.edit_words(Edit(name, (), ()))


def _why_source(code: str) -> str:
    return register.reason_of_source_words(SourceReason(code, "…"))


def _field(name: str) -> str:
    from core.language import tr

    return tr(values.FIELDS[name])


SAID: dict[str, tuple[Callable[[Any], str], list[Any]]] = {
    "edit": (_edit, list(EDITS)),
    "form": (values.form_words, list(Form)),
    "state": (values.state_words, list(State)),
    "status": (values.status_words, list(Status)),
    "kind": (values.kind_words, list(ActorKind)),
    "guessed field": (_field, ["cue", "mention", "speaker", "parent", "actor"]),
    "backup": (values.why_words, ["daily", "manual", "before-merge", "before-compaction", "version-7"]),
    "layer": (values.layer_words, [AUTO, GOLD, f"{PROPOSER}9"]),
    "gender": (register.gender_words, list(Gender)),
    "act": (register.act_words, list(ACTS)),
    "field of a source": (register.source_field_words, list(FIELDS_OF_SOURCES)),
    "reason for a source": (_why_source, list(WHY_SOURCE)),
    "reason of a decision": (reviewing.reason_words, list(Reason)),
    "confidence": (reviewing.confidence_words, list(Confidence)),
    "part": (learning.part_words, list(Part)),
    "ruling": (learning.act_words, [Ruling.SWITCH, Ruling.FORGET, Ruling.IMPORT, Ruling.UNDO]),
    "axis": (counts.axis_words, list(Axis)),
    "measure": (counts.measure_words, list(Measure)),
}
NOT_TOLD = (Axis.SPEAKER, Axis.GENDER, Axis.KIND, Axis.CUE, Axis.SOURCE, Axis.YEAR, Axis.MONTH, Axis.DAY)
ENGLISH = re.compile(r"[A-Za-z0-9 (),:’…-]+")
RUSSIAN = re.compile(r"[А-Яа-яё0-9 (),:…-]+|Предложения \(auto\)")


@pytest.mark.parametrize("what", SAID)
def test_every_value_has_its_words_in_both_languages(what: str) -> None:
    say, known = SAID[what]
    use("en")
    english = [say(one) for one in known]
    use("ru")
    russian = [say(one) for one in known]
    for value, one, other in zip(known, english, russian, strict=True):
        assert ENGLISH.fullmatch(one), (value, one)
        assert RUSSIAN.fullmatch(other), (value, other)
    assert len(set(english)) == len(known), "two values are said alike"


def test_what_is_not_known_is_said_as_it_is() -> None:
    use("ru")
    assert _edit("paint-it-red") == "paint-it-red"
    assert values.why_words("for-a-friend") == "for-a-friend"
    assert values.layer_words("anna") == "anna"
    assert register.act_words("sing") == "sing"
    assert register.source_field_words("colour") == "colour"
    assert values.kind_words(None) == register.gender_words(None) == ""


def test_what_is_not_told_has_its_words_for_every_axis() -> None:
    for axis in NOT_TOLD:
        use("en")
        assert counts.label_words(axis, "", "x").startswith("(")
        use("ru")
        assert RUSSIAN.fullmatch(counts.label_words(axis, "", "x")), axis
    assert counts.label_words(Axis.ANNOTATOR, "", "x") == "x"


LABELS = {
    (Axis.GENDER, "feminine"): ("feminine", "женский"),
    (Axis.KIND, "group"): ("group", "группа"),
    (Axis.FORM, "direct"): ("direct", "прямая"),
    (Axis.STATE, "manual"): ("by hand", "вручную"),
    (Axis.ANNOTATOR, GOLD): ("Adjudicated", "Сведённый слой"),
    (Axis.DAY, "2031-05-04"): ("2031-05-04", "04.05.2031"),
    (Axis.MONTH, "2031-05"): ("2031-05", "05.2031"),
    (Axis.YEAR, "2031"): ("2031", "2031"),
    (Axis.SPEAKER, "@s_1"): ("As it stands", "As it stands"),
    (Axis.CUE, "сказать"): ("As it stands", "As it stands"),
}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_rows_are_labelled_as_the_language_does(language: str) -> None:
    use(language)
    told = {
        (axis, key): counts.label_words(axis, key, key if axis in (Axis.MONTH, Axis.YEAR) else "As it stands")
        for axis, key in LABELS
    }
    assert told == {at: words[language == "ru"] for at, words in LABELS.items()}


def test_days_weeks_and_months_of_progress() -> None:
    use("en")
    assert [counts.period_words(one) for one in ("2031-W05", "2031-05", "2031-05-04")] == [
        "week 5 of 2031", "2031-05", "2031-05-04",
    ]  # fmt: skip
    use("ru")
    assert [counts.period_words(one) for one in ("2031-W05", "2031-05", "2031-05-04")] == [
        "неделя 5 2031 года", "05.2031", "04.05.2031",
    ]  # fmt: skip


def test_how_long_something_took() -> None:
    told = [counts.time_words(one) for one in (0, 0.6, 59.4, 59.6, 60, 61, 3599, 3600, 3661, 36000)]
    assert told == ["0:00", "0:01", "0:59", "1:00", "1:00", "1:01", "59:59", "1:00:00", "1:01:01", "10:00:00"]


def test_what_a_scope_covers_and_what_is_known_of_a_source() -> None:
    use("en")
    scopes = (Scope(), Scope(entities=False), Scope(quotations=False, labels=("PER", "ORG")), Scope(labels=("PER",)))
    assert [values.covered_words(one) for one in scopes] == [
        "quotations, entities", "quotations", "PER, ORG", "quotations, PER",
    ]  # fmt: skip
    full = Source(
        id="s", name="Н", kind=ActorKind.PERSON, gender=Gender.FEMININE, role="editor", identifier="Q1"
    )  # fmt: skip
    assert register.about_source(full) == "person, feminine, editor, Q1"
    assert register.about_source(Source(id="s", name="Н", kind=None, role="editor")) == "editor"


def test_what_a_project_taught_is_said() -> None:
    use("en")
    said = {
        Entry(part=Part.SCORES, words="r", pro=3.4, con=1.4): "right 3 of 5",
        Entry(part=Part.CUES, words="c", says="x"): "introduces no quotation",
        Entry(part=Part.ADDED, words="a", says="clause"): "introduces a clause",
        Entry(part=Part.ADDED, words="a", says="direct"): "introduces speech",
        Entry(part=Part.PHRASES, words="a b", says="clause"): "introduces a clause",
        Entry(part=Part.PHRASES, words="a b", says="direct"): "introduces speech",
        Entry(part=Part.PHRASES, words="a b", says="source"): "names the source",
        Entry(part=Part.EDGES, words="e", says="in"): "inside",
        Entry(part=Part.EDGES, words="e", says="out"): "left out",
        Entry(part=Part.OFFICES, words="o", says="Anna", since="2031-05-04", until="2031-06-01"): (
            "Anna, 2031-05-04 to 2031-06-01"
        ),
        Entry(part=Part.OFFICES, words="o", says="Anna"): "Anna",
        Entry(part=Part.NAMES, words="n", says="PER", since="2031"): "PER",
        Entry(part=Part.NAMES, words="n"): "no name",
    }
    assert [learning.says_words(one) for one in said] == list(said.values())
    assert learning.made_by_words({SHIPPED: 2, "k7": 1}) == (
        "Proposals made by: shipped models: 2 articles, knowledge k7: 1 article"
    )
    kept = Knowledge()
    entry = Entry(part=Part.CUES, words="c", pro=9.0)
    expected = "used" if Part.CUES in kept.kept() else "not used: the part is not kept"
    assert learning.effect_words(entry, kept) == expected


def test_of_a_part_is_said_whether_more_articles_may_bring_it_into_use() -> None:
    use("en")
    said = {
        (0.5, 0.8, 4, 0): "used",
        (0.5, 0.8, 1, 0): "not used yet: too few articles to be sure",
        (0.5, 0.8, 4, 3): "not used yet: too few articles to be sure",
        (0.5, 0.5, 0, 0): "not used",
        (0.8, 0.5, 0, 4): "not used",
    }
    for (without, within, better, worse), expected in said.items():
        check = Check(part=Part.NAMES, articles=9, without=without, within=within, better=better, worse=worse)
        assert learning.kept_words(check) == expected
    scores = Check(part=Part.SCORES, articles=2, without=0.5, within=0.4)
    assert learning.kept_words(scores) == "not used yet: too few articles to be sure"
