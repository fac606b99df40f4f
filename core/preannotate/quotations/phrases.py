"""Extent of a noun phrase: the longest that names the source, without clauses set off by commas."""

from __future__ import annotations

from core.model import Range
from core.model.punctuation import DASHES, MARKS
from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import Analysis, Sentence, Token
from core.preannotate.analysis.lexicon import table
from core.preannotate.quotations.appositions import is_somebody_else, with_apposition
from core.preannotate.quotations.phrase_ends import before_object
from core.preannotate.quotations.phrase_marks import with_marks

OUTSIDE = frozenset(
    {"acl:relcl", "parataxis", "punct", "discourse", "advcl", "ccomp", "cc:preconj", "vocative", "orphan"}
)
_LEFT_OUT = """
сам сама само сами самого самой самих самому самим самими также и а но же лишь только даже однако уже еще именно
первоначально впрочем сразу
"""
LEFT_OUT = frozenset(_LEFT_OUT.split())
_SETTLEMENTS = "город поселок деревня село станица хутор аул кишлак слобода станция микрорайон улица квартал"
SETTLEMENTS = frozenset(_SETTLEMENTS.split())
"""Nouns for places whose names stay in the nominative behind them (``жители посёлка Берёзовка``)."""
REACH = 25
"""Tokens after a title within which its name may follow, past further titles."""


def noun_phrase(sentence: Sentence, head: Token) -> tuple[Token, ...]:
    """Return the tokens of the phrase around ``head``: contiguous, without what commas set off on its right.

    An apposition or a coordinated noun stays in; a participial or relative clause after a comma does not.
    A pronoun is a phrase of its own. Looked for once.
    """
    found = sentence.phrases
    if head.position not in found:
        found[head.position] = _noun_phrase(sentence, head)
    return found[head.position]


def _noun_phrase(sentence: Sentence, head: Token) -> tuple[Token, ...]:
    if head.pos == "PRON" and head.lower not in ("все", "кто-то", "никто", "каждый"):
        return (head,)
    inside = {head.position}
    todo = [head]
    while todo:
        owner = todo.pop()
        for child in sentence.dependents(owner):
            if child.position not in inside and _belongs(sentence, head, owner, child):
                inside.add(child.position)
                todo.append(child)
    return _contiguous(sentence, head, inside)


def _belongs(sentence: Sentence, head: Token, owner: Token, child: Token) -> bool:
    """Tell whether a dependent is part of the phrase."""
    if child.rel in OUTSIDE and not _bracketed(sentence, child):
        return False
    aside = child.rel in ("acl", "amod") or child.feat("VerbForm") == "Conv"
    aside = aside or (child.rel == "appos" and _is_participle(child))
    if aside and _after_comma(sentence, child, head):
        return False
    if child.rel in ("case", "mark") and child.head == head.position:
        return False
    if child.rel in ("nmod", "obl") and child.position < owner.position and sentence.dependents(child, "case"):
        return False  # заявил о сроках строитель Белов
    if child.position < owner.position and child.feat("Case") == "Dat" and child.rel in ("nmod", "iobj", "obl"):
        return owner.feat("Case") == "Dat"  # Швейцару приезжий объяснил
    if child.rel == "nmod" and owner.feat("Case") == "Dat" and sentence.dependents(child, "nummod", "nummod:gov"):
        return False  # отправил жене 33 письма
    if child.rel == "det" and child.position < owner.position and sentence.dependents(child, "case"):
        return False  # отозвался на это источник
    if child.rel in ("nmod", "obl") and _is_somebody(owner, head) and child.lemma in table("occasions"):
        return not sentence.dependents(child, "case")
    if child.rel == "nmod" and child.feat("Case") == "Acc" and owner.feat("Case") == "Nom" and child.pos == "NOUN":
        return bool(sentence.dependents(child, "case"))  # Президент отставку принял
    if child.rel == "amod" and child.feat("Case") == "Loc" and owner.feat("Case") == "Nom":
        return False  # отмечает в своём блоге депутат
    if child.rel in ("appos", "flat") and _other_case(owner, child) and not _bracketed(sentence, child):
        return False
    if child.rel not in ("appos", "conj") or not _after_comma(sentence, child, head):
        return True
    if child.feat("Case") == "Nom" and head.feat("Case") not in ("Nom", "") and not owner.feat("Case"):
        return False  # По мнению руководства HP, Москва и Минск договорились
    if child.is_placeholder:
        return False  # Как сказал Белов, «П. Р»
    return _stays(sentence, child) and not (child.rel == "appos" and is_somebody_else(owner, child))


def _is_somebody(owner: Token, head: Token) -> bool:
    """Tell whether a word is a noun for people, or an adjective or participle as one (``подсудимая на допросах``)."""
    return owner.feat("Animacy") == "Anim" or (owner is head and owner.pos in ("ADJ", "VERB"))


def _is_participle(token: Token) -> bool:
    """Tell whether a word that was read as a noun can only be a participle (``ветеринар, лечащий собак``)."""
    found = models.parses(token.text.lower()) if token.text.islower() and token.pos == "NOUN" else []
    return bool(found) and not any("NOUN" in p.tag for p in found) and any("PRTF" in p.tag for p in found)


def _other_case(owner: Token, child: Token) -> bool:
    """Tell whether a name beside a noun stands in a case of its own (``по словам врачей Осип Клинток …``)."""
    if child.pos != "PROPN" or child.position < owner.position or child.text.isascii() or child.text.isupper():
        return False
    place = owner.lemma in table("place_heads") or owner.lemma in SETTLEMENTS
    if owner.rel == "nsubj" or (place and child.feat("Animacy") == "Inan"):
        return False  # шерифа округа Бронкс
    return {owner.feat("Case"), child.feat("Case")} in ({"Gen", "Nom"}, {"Ins", "Nom"}, {"Dat", "Nom"})


def _contiguous(sentence: Sentence, head: Token, inside: set[int]) -> tuple[Token, ...]:
    """Grow from the head in both directions over what belongs, and over marks between what belongs."""
    left = right = head.position
    while left - 1 in inside or (left - 2 in inside and _bridge(sentence, left - 1)):
        left -= 1
    while (
        right + 1 in inside
        or (right + 2 in inside and _bridge(sentence, right + 1))
        or _name_goes_on(sentence, right)
        or _owner_read_as_subject(sentence, head, right)
    ):
        right += 1
    right = _same_case_after(sentence, head, before_object(sentence, head, right))
    left = _participle_before(sentence, head, left)
    left, right = with_marks(sentence, left, right)
    if sentence.tokens[right].text == ")":
        while right + 1 in inside:
            right += 1
    right = with_apposition(sentence, head, right)
    while left < head.position and sentence.tokens[left].lower in LEFT_OUT | {","}:
        left += 1
    while right > head.position and (sentence.tokens[right].pos == "ADP" or sentence.tokens[right].lower == "же"):
        right -= 1
    return sentence.tokens[left : right + 1]


def _participle_before(sentence: Sentence, head: Token, left: int) -> int:
    """Take in a participle before a name in marks (``опрошенные «Маяком» эксперты``)."""
    tokens = sentence.tokens
    if left < 4 or tokens[left - 1].text not in MARKS or head.feat("Case") != "Nom":
        return left
    opening = next((t.position for t in reversed(tokens[max(left - 7, 1) : left - 1]) if t.text in MARKS), 0)
    before = tokens[opening - 1]
    same = all(before.feat(f) == head.feat(f) for f in ("Case", "Number"))
    return before.position if opening and before.feat("VerbForm") == "Part" and same else left


def _bridge(sentence: Sentence, position: int) -> bool:
    """Tell whether the mark at ``position`` may stand inside a noun phrase."""
    token = sentence.tokens[position]
    return token.pos == "PUNCT" and token.text not in (":", ";") and not all(c in DASHES for c in token.text)


def _name_goes_on(sentence: Sentence, position: int) -> bool:
    """Tell whether the next token is a further part of a capitalised name that the parse left out."""
    if position + 1 >= len(sentence.tokens):
        return False
    here, after = sentence.tokens[position], sentence.tokens[position + 1]
    if len(here.text) == 1 and here.text.isupper() and after.text == "." and position + 2 < len(sentence.tokens):
        return sentence.tokens[position + 2].text[:1].isupper()
    if after.text[:1].isupper() and here.text == "." and position and len(sentence.tokens[position - 1].text) == 1:
        return True
    if after.is_placeholder or not after.text[:1].isupper():
        return False
    if here.text.isascii() and here.text[:1].isupper() and after.text.isascii() and after.text[:1].isalpha():
        return True
    return here.pos == "PROPN" and after.pos == "PROPN" and here.feat("Case") == after.feat("Case")


def _owner_read_as_subject(sentence: Sentence, head: Token, position: int) -> bool:
    """Tell whether the next word is whose a noun's is, read as a second subject (``врач по делу Лужина сообщил``), or
    as the subject behind a place (``сообщили в МИД Молвании``)."""
    after = sentence.tokens[position + 1] if position + 1 < len(sentence.tokens) else head
    if after.rel != "nsubj" or after.head != head.head or after.pos != "PROPN" or after.feat("Case") != "Gen":
        return False
    case = {"nsubj": "Nom", "obl": "Loc"}.get(head.rel)
    return head.position < after.position and head.feat("Case") == case


def _same_case_after(sentence: Sentence, head: Token, right: int) -> int:
    """Take in a nominative noun right after (``присутствовавшие врачи``, ``глава фонда депутат Белова``)."""
    tokens = sentence.tokens
    for _ in range(3):
        after = tokens[right + 1] if right + 1 < len(tokens) else None
        if after is None or head.feat("Case") != "Nom" or after.feat("Case") != "Nom" or after.is_placeholder:
            break
        if after.pos not in ("NOUN", "PROPN", "ADJ") or after.feat("Number") != head.feat("Number"):
            break
        top = after if after.pos != "ADJ" else sentence.head(after)
        if (
            top is None
            or top.pos not in ("NOUN", "PROPN")
            or top.feat("Case") != "Nom"
            or top.position < after.position
            or top.rel == "obj"
        ):
            break
        end = max(t.position for t in sentence.subtree(top) if t.pos not in ("VERB", "PUNCT"))
        reach = range(right + 1, min(end, right + 8) + 1)
        right = next((i - 1 for i in reach if tokens[i].pos in ("VERB", "PUNCT")), reach[-1])
    return right


def _name_before(analysis: Analysis, sentence: Sentence, cue: Token, phrase: tuple[Token, ...]) -> int | None:
    """Return the position where the name that follows a title's clause ends, right before the cue.

    ``Глава фонда, работающего с мая, Анна Белова сообщила``, ``Адвокат Петра — Вадим Громов сказал``.
    """
    tokens, last = sentence.tokens, phrase[-1].position
    end = cue.position - 1
    while end > last and tokens[end].pos in ("ADV", "PART"):
        end -= 1
    if end <= last + 1 or cue.position - last > REACH or tokens[last + 1].text not in (",", *DASHES):
        return None
    name = next((n.range for n in analysis.names_in(tokens[end].range) if n.label == "PER"), None)
    if name is None or phrase[0].feat("Animacy") == "Inan":
        return None
    first = next(t for t in tokens[last + 1 : end + 1] if t.end > name.start)
    opened = tokens[first.position - 1].text in (",", *DASHES)
    between = tokens[last + 1 : first.position]
    if any(t.lower.startswith("котор") for t in between) and not any(t.pos == "VERB" for t in between):
        return None  # Врачи, среди которых и Анна Белова, сообщили
    return end if opened and first.feat("Case") == "Nom" and first.position > last + 1 else None


def _misread_name(cue: Token, phrase: tuple[Token, ...], name: Token) -> bool:
    """Tell whether a name in another case right behind a title is its all the same (``торговка Аминату Балде``)."""
    title, last = next((t for t in phrase if t.pos == "NOUN"), phrase[0]), phrase[-1]
    beside = name.position == last.position + 1 and title.feat("Case") == "Nom" and title.feat("Animacy") == "Anim"
    cases = ("Dat", "Acc", "Ins") if title is last else ("Ins",)
    woman = {"Name", "femn", "nomn"}
    titled = last.pos == "NOUN" and last.feat("Case") == "Nom" and last.feat("Animacy") == "Anim"
    if titled and name.position == last.position + 1 and cue.feat("Gender") == "Fem" and name.feat("Case") == "Gen":
        return any(woman <= p.tag.grammemes for p in models.parses(name.lower))  # дизайнер Ника Соль возразила
    return beside and name.head not in (cue.position, last.position) and name.feat("Case") in cases


def with_name(
    analysis: Analysis | None, sentence: Sentence, cue: Token, phrase: tuple[Token, ...]
) -> tuple[Token, ...]:
    """Extend a title over further titles to the name it belongs to (``глава союза, депутат — Анна Белова``)."""
    if analysis is None or not phrase or phrase[0].feat("Case") not in ("Nom", ""):
        return phrase
    where = Range(phrase[0].start, phrase[-1].end)
    people = [n.range.start for n in analysis.names_in(where) if n.label == "PER"]
    if any(t.feat("Case") in ("Nom", "") or t.start == phrase[0].start for t in phrase if t.start in people):
        return phrase
    behind = _name_before(analysis, sentence, cue, phrase)
    if behind is not None:
        return sentence.tokens[phrase[0].position : behind + 1]
    title = next((t for t in phrase if t.pos in ("NOUN", "PROPN")), phrase[0])
    behind_it = next((t.text for t in sentence.tokens[phrase[-1].position + 1 :] if t.text not in MARKS), "")
    if people or (title.feat("Animacy") == "Inan" and behind_it == ","):
        return phrase
    for token in sentence.tokens[phrase[-1].position + 1 : phrase[-1].position + REACH]:
        if token.pos in ("VERB", "AUX", "SCONJ") or token.text in (".", ":", ";") or token.is_placeholder:
            break
        name = next((n.range for n in analysis.names_in(token.range) if n.label == "PER"), None)
        if name is None:
            continue
        end = max(t.position for t in sentence.tokens if name.start <= t.start < name.end)
        bearer = sentence.tokens[end] if len(token.text) == 1 else token  # an initial is read in any case
        if bearer.feat("Case") == "Nom" or _misread_name(cue, phrase, token):
            return sentence.tokens[phrase[0].position : end + 1]
    return phrase


def _after_comma(sentence: Sentence, child: Token, head: Token) -> bool:
    if child.position < head.position:
        return False
    first = sentence.subtree(child)[0].position
    around = sentence.tokens[max(first - 1, 0) : first + 1]
    return any(t.text in (",", "—", "–", "-") for t in around)


def _stays(sentence: Sentence, child: Token) -> bool:
    """Tell whether what a comma sets off belongs to the phrase: a list with ``и``, a closed apposition."""
    if any(t.rel in ("nsubj", "acl:relcl") for t in sentence.dependents(child)):
        return False
    if child.rel == "conj":
        siblings = sentence.dependents(sentence.tokens[child.head], "conj")
        later = (s for s in siblings if s.position >= child.position)  # А, Б и В; not А и Б, В
        return any(t.rel == "cc" for sibling in later for t in sentence.dependents(sibling))
    last = sentence.subtree(child)[-1].position
    return last + 1 >= len(sentence.tokens) or sentence.tokens[last + 1].pos == "PUNCT"


def _bracketed(sentence: Sentence, child: Token) -> bool:
    first = sentence.subtree(child)[0]
    return first.text == "(" or (first.position > 0 and sentence.tokens[first.position - 1].text == "(")


def span(tokens: tuple[Token, ...] | list[Token]) -> Range | None:
    """Return the range from the first to the last token, None for no tokens."""
    return Range(tokens[0].start, tokens[-1].end) if tokens else None
