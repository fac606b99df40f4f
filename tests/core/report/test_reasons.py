"""Every way in which a source is found has words for window and command line."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from core.preannotate.quotations.subjects import GERUND_RULES, PARTICIPLE_RULES, SUBJECT_RULES
from core.report.reasons import EVIDENCE, in_words

FOLDER = Path(__file__).resolve().parents[3] / "core" / "preannotate" / "quotations"
RULES = {rule.__name__.replace("_", " ") for rule in (*SUBJECT_RULES, *GERUND_RULES, *PARTICIPLE_RULES)}


def literal_evidence() -> set[str]:
    """Return what frames give as evidence in so many words (``evidence=(f"cue {…}", "source by case")``)."""
    found = set()
    for path in FOLDER.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "evidence":
                texts = (n for n in ast.walk(node.value) if isinstance(n, ast.Constant) and isinstance(n.value, str))
                inside = {id(n) for f in ast.walk(node.value) if isinstance(f, ast.JoinedStr) for n in ast.walk(f)}
                found |= {str(n.value) for n in texts if id(n) not in inside and " " in str(n.value)}
    return found


@pytest.mark.parametrize("rule", sorted(RULES))
def test_a_rule_for_the_source_has_words(rule: str) -> None:
    assert rule in EVIDENCE
    assert in_words(rule) == EVIDENCE[rule]


def test_evidence_of_frames_has_words() -> None:
    found = literal_evidence()
    assert len(found) > 5
    assert found <= EVIDENCE.keys()
