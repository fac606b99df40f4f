"""The conjunction of a cue's clause and the connectives at its start, word by word, on sentences parsed by hand."""

from __future__ import annotations

import pytest

from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.quotations.conjunctions import conjunction, connective_end

FINITE = {"VerbForm": "Fin"}
KINDS = {"!": ("VERB", FINITE, "conj"), "~": ("VERB", FINITE, "acl:relcl"), "_": ("PROPN", {}, "nsubj")}


def sentence(words: str) -> Sentence:
    """Make a sentence of words: ``!`` before one makes it a finite verb, ``~`` one of a relative clause, ``_`` a
    placeholder of quoted words; ``*`` the cue, which is the root."""
    tokens: list[Token] = []
    start = 0
    for position, word in enumerate(words.split()):
        mark = word[0] if len(word) > 1 and word[0] in "!~_*" else ""
        text = word[len(mark) :]
        pos, feats, rel = KINDS.get(mark, ("VERB", FINITE, "root") if mark == "*" else ("NOUN", {}, "obj"))
        head = -1 if mark == "*" else cue_position(words)
        index = -1 if mark == "_" else position
        tokens.append(Token(start, start + len(text), text, text.lower(), index, position, pos, feats, head, rel))
        start += len(text) + 1
    return Sentence(0, tuple(tokens), 0, None)


def cue_position(words: str) -> int:
    return next((at for at, word in enumerate(words.split()) if word[0] == "*"), 0)


def found(words: str) -> str | None:
    """Return the conjunction that is found, with what stands before it."""
    made = sentence(words)
    position = conjunction(made, made.tokens[cue_position(words)])
    return None if position is None else " ".join(token.text for token in made.tokens[position - 1 : position + 1])


@pytest.mark.parametrize(
    ("words", "conjunction"),
    [
        ("мэр *сообщил , что мост готов", ", что"),
        ("мэр *сообщил что мост готов", "сообщил что"),
        ("мэр *сообщил вчера что мост готов", None),
        ("мэр *заявил журналистам , будто мост готов", ", будто"),
        ("мэр *заявил журналистам будто мост готов", None),
        ("мэр *рассказал о том , когда откроют мост", ", когда"),
        ("мэр *рассказал о том когда откроют мост", None),
        ("мэр *спросил , готов ли мост", ", готов"),
        ("мэр *спросил готов ли мост", "спросил готов"),
        ("мэр *сказал готов ли мост", None),
        ("как *сообщил мэр , что мост готов", None),
        ("утром , как *сообщил мэр , что мост готов", None),
        ("вот как *сообщил мэр , что мост готов", ", что"),
        ("мэр *сообщил : мост , что у завода", None),
        ("мэр *сообщил — мост , что у завода", None),
        ("мэр *сообщил _слова , что мост готов", None),
        ("мэр *сообщил и !уехал , что мост готов", None),
        ("мэр *сообщил людям , которые ~ждали , что мост готов", ", что"),
    ],
)
def test_the_conjunction_after_a_cue(words: str, conjunction: str | None) -> None:
    assert found(words) == conjunction


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("однако мост готов", "мост готов"),
        ("при этом , мост готов", "мост готов"),
        ("но при этом мост готов", "мост готов"),
        ("кроме мост готов", "кроме мост готов"),
        ("мост однако готов", "мост однако готов"),
        ("а . мост готов", "а . мост готов"),
        ("Однако", ""),
    ],
)
def test_connectives_at_the_start_are_left_out(words: str, rest: str) -> None:
    made = sentence(words)
    assert " ".join(token.text for token in made.tokens[connective_end(made, 0) :]) == rest
