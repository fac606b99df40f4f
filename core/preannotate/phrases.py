"""Extent of a noun phrase: the longest that names the source, without clauses set off by commas."""

from __future__ import annotations

from core.model import Range
from core.preannotate.analysis import Sentence, Token
from core.preannotate.marks import DASHES

OUTSIDE = frozenset({"acl:relcl", "parataxis", "punct", "discourse", "advcl", "ccomp", "cc:preconj", "vocative", "orphan"})
LEFT_OUT = frozenset({"сам", "сама", "само", "сами", "также", "и", "а", "но", "же", "лишь", "только", "даже", "однако", "уже"})
PARTICIPIAL = frozenset({"acl"})


def noun_phrase(sentence: Sentence, head: Token) -> tuple[Token, ...]:
    """Return the tokens of the phrase around ``head``: contiguous, without what commas set off on its right.

    An apposition or a coordinated noun stays in; a participial or relative clause after a comma, and what follows it, not.
    """
    inside = {head.place}
    todo = [head]
    while todo:
        for child in sentence.dependents(todo.pop()):
            if child.place in inside or child.rel in OUTSIDE and not _bracketed(sentence, child):
                continue
            if child.rel.split(":")[0] in PARTICIPIAL and _after_comma(sentence, child, head):
                continue
            if child.rel in ("case", "mark") and child.head == head.place:
                continue
            if child.rel in ("appos", "conj") and _after_comma(sentence, child, head) and not _stays(sentence, child):
                continue
            inside.add(child.place)
            todo.append(child)
    return _contiguous(sentence, head, inside)


def _contiguous(sentence: Sentence, head: Token, inside: set[int]) -> tuple[Token, ...]:
    """Grow from the head in both directions over what belongs, and over marks between what belongs."""
    left = right = head.place
    while left - 1 in inside or (left - 2 in inside and _bridge(sentence, left - 1)):
        left -= 1
    while right + 1 in inside or (right + 2 in inside and _bridge(sentence, right + 1)) or _name_goes_on(sentence, right):
        right += 1
    left, right = _with_quotes(sentence, left, right)
    while left < head.place and sentence.tokens[left].lower in LEFT_OUT | {","}:
        left += 1
    return sentence.tokens[left : right + 1]


def _bridge(sentence: Sentence, place: int) -> bool:
    """Tell whether the mark at ``place`` may stand inside a noun phrase."""
    token = sentence.tokens[place]
    return token.pos == "PUNCT" and token.text not in (":", ";") and not all(c in DASHES for c in token.text)


def _name_goes_on(sentence: Sentence, place: int) -> bool:
    """Tell whether the next token is a further part of a capitalised name that the parse left out."""
    if place + 1 >= len(sentence.tokens):
        return False
    here, after = sentence.tokens[place], sentence.tokens[place + 1]
    if len(here.text) == 1 and here.text.isupper() and after.text == "." and place + 2 < len(sentence.tokens):
        return sentence.tokens[place + 2].text[:1].isupper()
    if after.text[:1].isupper() and here.text == "." and len(sentence.tokens[place - 1].text) == 1:
        return True
    same = here.feat("Case") == after.feat("Case")
    return here.pos == "PROPN" and after.pos == "PROPN" and same and after.text[:1].isupper() and not after.is_placeholder


def _with_quotes(sentence: Sentence, left: int, right: int) -> tuple[int, int]:
    """Take in a mark whose partner is inside, and a bracketed name right after the phrase."""
    words = [t.text for t in sentence.tokens]
    if any(w in "«\"“„" for w in words[left : right + 1]) and right + 1 < len(words) and words[right + 1] in "»\"”“":
        opened = sum(w in "«“„" for w in words[left : right + 1]) - sum(w in "»”" for w in words[left : right + 1])
        straight = sum(w == '"' for w in words[left : right + 1]) % 2
        if opened > 0 or straight:
            right += 1
    elif sum(w in "«“„" for w in words[left : right + 1]) > sum(w in "»”" for w in words[left : right + 1]):
        right = next((i for i in range(right + 1, min(right + 11, len(words))) if words[i] in "»”“"), right)
    if right + 1 < len(words) and words[right + 1] in "«\"" and right + 2 < len(words) and right > left - 1:
        close = next((i for i in range(right + 2, min(right + 7, len(words))) if words[i] in "»\""), None)
        if close and words[right + 2][:1].isupper() and sentence.tokens[right].pos in ("NOUN", "PROPN"):
            right = close
    if left > 0 and words[left - 1] in "«\"“„" and any(w in "»\"”“" for w in words[left : right + 1]):
        left -= 1
    if right + 1 < len(words) and words[right + 1] == "(":
        close = next((i for i in range(right + 2, min(right + 9, len(words))) if words[i] == ")"), None)
        if close:
            right = close
    return left, right


def _after_comma(sentence: Sentence, child: Token, head: Token) -> bool:
    if child.place < head.place:
        return False
    first = sentence.subtree(child)[0].place
    around = sentence.tokens[max(first - 1, 0) : first + 1]
    return any(t.text in (",", "—", "–", "-") for t in around)


def _stays(sentence: Sentence, child: Token) -> bool:
    """Tell whether what a comma sets off belongs to the phrase: a list with ``и``, or an apposition closed by a comma."""
    if any(t.rel in ("nsubj", "acl:relcl") for t in sentence.dependents(child)):
        return False
    below = sentence.subtree(child)
    following = sentence.tokens[below[-1].place + 1 : below[-1].place + 2]
    if child.rel == "conj":
        siblings = [t for t in sentence.dependents(sentence.tokens[child.head], "conj")]
        return any(t.rel == "cc" for sibling in siblings for t in sentence.dependents(sibling))
    return not following or following[0].pos in ("PUNCT", "VERB") and following[0].pos == "PUNCT"


def _bracketed(sentence: Sentence, child: Token) -> bool:
    first = sentence.subtree(child)[0]
    return first.text == "(" or (first.place > 0 and sentence.tokens[first.place - 1].text == "(")


def span(tokens: tuple[Token, ...] | list[Token]) -> Range | None:
    """Return the range from the first to the last token, None for no tokens."""
    return Range(tokens[0].start, tokens[-1].end) if tokens else None
