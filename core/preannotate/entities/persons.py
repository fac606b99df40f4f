"""Names of persons: two in one span, known by the word before them, in titles; adjectives made from surnames."""

from __future__ import annotations

import re

from core.preannotate.analysis.analysis import Analysis, Token
from core.preannotate.analysis.lexicon import classes, table
from core.preannotate.analysis.models import parses
from core.preannotate.entities.grammar import may_be, may_be_of, place_of_adjective
from core.preannotate.entities.proposals import INSIDE
from core.preannotate.entities.spans import Span, covered, is_place
from core.preannotate.names.inflection import WOMENS_ENDINGS, folded, grammemes, known_parses
from core.preannotate.names.names import same_word

KIN = frozenset(("kin",))
VOWELS = frozenset("аяуюеоиыэ")
SHORT = 4
"""Letters of the words of East Asian names, and of particles, at most."""
_PATRONYMIC = re.compile(r"[А-ЯЁ][а-яё]+(?:ович|евич|ьич|овн|евн|иничн)[а-яё]{0,2}$")
_SKY = re.compile(r"(.{3,})ск(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)$")


def told_apart(analysis: Analysis, spans: list[Span]) -> list[Span]:
    """Cut spans that hold two persons, or a place and a person."""
    out: list[Span] = []
    for span in spans:
        tokens = analysis.touching(span.start, span.end)
        at = _second_person(analysis, span, tokens, spans) if span.label == "PER" else 0
        if span.label == "LOC" and len(tokens) > 1 and _is_only_name(tokens[-1]) and _is_place_before(tokens[-2]):
            out += [span._replace(end=tokens[-2].end), span._replace(start=tokens[-1].start, label="PER")]
        elif at:
            out += [span._replace(end=tokens[at - 1].end), span._replace(start=tokens[at].start)]
        else:
            out.append(span)
    return out


def _second_person(analysis: Analysis, span: Span, tokens: tuple[Token, ...], spans: list[Span]) -> int:
    """Return the index in ``tokens`` of the word where a second person begins, 0 where there is none."""
    if len(tokens) < 2:
        return 0
    if len(tokens) > 2 and tokens[-1].lower == tokens[-2].lower:
        return len(tokens) - 1  # Глеб Чарусов | Чарусов родился
    if len(tokens) == 3 and _is_mans_name(tokens[:2]) and _is_anothers(analysis, span, tokens[2], spans):
        return 2  # Глеб Чарусов | Лужина похвалил
    if len(tokens) == 4 and all(_is_given_name(t) == (at % 2 == 0) for at, t in enumerate(tokens)):
        return 2 if all(t.text.istitle() for t in tokens) else 0  # Глеб Лужин | Анна Белова
    before = analysis.tokens[tokens[0].index - 1] if tokens[0].index > 0 else None
    if before is not None and before.pos == "NOUN" and before.feat("Animacy") == "Anim":
        owned = len(tokens) > 2 and tokens[1].text.istitle() and _is_anothers(analysis, span, tokens[0], spans)
        if owned or _begins_with_owner(tokens):
            return 1  # агент Илича | Милош Петрович
    if before is not None and len(tokens) == THREE and _begins_with_country(before, tokens):
        return 1  # министр обороны Вендии | Лех Новак
    if before is None or not may_be_kin(before) or not all(t.text[:1].isupper() for t in tokens):
        return 0
    return 1 if _is_whose(tokens[0], before) and _is_rest(analysis, span, tokens, before, spans) else 0


def _is_mans_name(tokens: tuple[Token, ...]) -> bool:
    """Tell whether a first name and a surname are a man's in the nominative."""
    first, last = tokens
    nominative = first.lower[-1:] not in VOWELS and last.lower[-1:] not in VOWELS
    return nominative and "masc" in _genders(first) and _is_given_name(first) and len(last.text) > SHORT


def _is_anothers(analysis: Analysis, span: Span, token: Token, spans: list[Span]) -> bool:
    """Tell whether a word is the accusative of the surname that another person in the article bears."""
    if not token.lower.endswith("а"):
        return False
    others = (analysis.touching(s.start, s.end) for s in spans if s.label == "PER" and s != span)
    return any(words and words[-1].lower == token.lower[:-1] for words in others)


def _begins_with_owner(tokens: tuple[Token, ...]) -> bool:
    """Tell whether a surname in the genitive stands before a full name (``адвокат Лосевой | Лев Бродский``)."""
    if len(tokens) < 3 or _is_given_name(tokens[0]) or not _is_given_name(tokens[1]) or "." in tokens[2].text:
        return False
    if _PATRONYMIC.match(tokens[2].text):
        return False  # писатель Толстой Лев Николаевич
    first, given = tokens[0].lower, _genders(tokens[1])
    return first.endswith(("ой", "ей")) or (first.endswith(WOMENS_ENDINGS) and given == {"masc"})


def _begins_with_country(before: Token, tokens: tuple[Token, ...]) -> bool:
    """Tell whether a word that is nobody's name stands between a noun in small letters and a full name: one in ``ии``,
    or in the genitive behind a ruler (``король Эстландена Густав Третий``)."""
    first, second = tokens[:2]
    ruled = before.feat("Animacy") == "Anim" and may_be_of(before, RULERS) and not grammemes(first.text)
    ruled = ruled and first.lower.endswith("а") and "masc" in _genders(second) and _is_given_name(second)
    country = ruled or (first.lower.endswith("ии") and not {"Name", "Surn"} & grammemes(first.text))
    lower = before.text.islower() or (ruled and before.text.istitle())
    oblique = before.feat("Animacy") == "Anim" and before.feat("Case") not in ("Nom", "")
    woman = oblique and not ruled and not _is_given_name(second)  # по словам министра Летисии Гомес
    country = country and second.text[:1].isupper() and not woman
    return country and before.pos == "NOUN" and lower and not second.lower.endswith(("ии", "ия"))


THREE = 3
"""Words of a span that holds a country and a full name."""
RULERS = frozenset(("monarch", "president", "premier"))
"""Classes of nouns for whoever is at the head of a country."""


def may_be_kin(token: Token) -> bool:
    """Tell whether a word is a noun of kinship (сын, внучка)."""
    return token.pos == "NOUN" and may_be_of(token, KIN) and token.lemma in classes("descriptors")["kin"]


def _is_whose(first: Token, kin: Token) -> bool:
    """Tell whether a name behind a noun of kinship may be a genitive and need not agree with the noun."""
    known = known_parses(first.lower)
    if not known:
        return first.feat("Case") == "Gen" or first.text[-1:] in "оуиюеэ"
    return any("Fixd" in p.tag or {"gent", "sing"} in p.tag for p in known)


def _is_rest(analysis: Analysis, span: Span, tokens: tuple[Token, ...], kin: Token, spans: list[Span]) -> bool:
    """Tell whether the words behind the first are a name of their own: a given name, or known from the article."""
    first, second = tokens[0], tokens[1]
    if _is_given_name(second) and not _is_given_name(first):
        known = grammemes(first.text)  # внучка Чарусова | Камилла
        return "Surn" in known if known else first.lower.endswith(WOMENS_ENDINGS)
    if _is_given_name(second) and len(tokens) > 2:
        return _genders(first).isdisjoint(_genders(kin))  # сын Кэтрин | Жером Лисин
    rest = folded(analysis.text[second.start : span.end])
    others = [folded(analysis.text[s.start : s.end]) for s in spans if s.label == "PER" and s is not span]
    return not grammemes(first.text) and rest in others and folded(first.text) in others


def _genders(token: Token) -> frozenset[str]:
    return grammemes(token.text) & {"masc", "femn"}


def _is_given_name(token: Token) -> bool:
    known = grammemes(token.text)
    return token.text[:1].isupper() and "Name" in known and "Geox" not in known


def _is_only_name(token: Token) -> bool:
    """Tell whether a word is a given name and no common noun (Арена)."""
    return _is_given_name(token) and all("Name" in p.tag for p in known_parses(token.lower))


def _is_place_before(token: Token) -> bool:
    """Tell whether a word may be a place on its own: one of the dictionary, made of one, or unknown."""
    known = grammemes(token.text)
    return token.text[:1].isupper() and (not known or is_place(token.text) or bool(place_of_adjective(token.text)))


def by_apposition(analysis: Analysis, spans: list[Span]) -> list[Span]:
    """Take a name in Latin letters behind a noun for an artist for a person, all over the article (певица Nilufar)."""
    persons = {analysis.text[s.start : s.end] for s in spans if s.label == "ORG" and _is_artist_before(analysis, s)}
    return [s._replace(label="PER") if analysis.text[s.start : s.end] in persons else s for s in spans]


def _is_artist_before(analysis: Analysis, span: Span) -> bool:
    token = analysis.at(span.start)
    if token is None or not token.text[:1].isascii() or token.index == 0 or token.start != span.start:
        return False
    before = analysis.tokens[token.index - 1]
    noun = before.lower.rpartition("-")[2]
    return before.pos == "NOUN" and any(p.normal_form in table("artists") for p in parses(noun)[:1])


def with_patronymic(analysis: Analysis, spans: list[Span]) -> list[Span]:
    """Add given names with patronymics that the model did not see, as in titles (рассказ «День Глеба Львовича»)."""
    found: list[Span] = []
    for token in analysis.capitalised:
        if not token.index or not _PATRONYMIC.match(token.text):
            continue
        before = analysis.tokens[token.index - 1]
        if before.text[:1].isupper() and "Name" in grammemes(before.text) and "Patr" in grammemes(token.text):
            found.append(Span(before.start, token.end, "PER", "recovered"))
    if not found:
        return spans
    taken = covered(s for s in spans if s.label == "PER")
    return spans + [s for s in found if s.start not in taken and s.end - 1 not in taken]


def adjectives_of_persons(analysis: Analysis, spans: list[Span]) -> list[Span]:
    """Add the adjectives made from surnames of the article's persons (чарусовские чтения), and the listed ones."""
    surnames = {folded(analysis.text[s.start : s.end].split()[-1]) for s in spans if s.label == "PER"}
    taken = covered(s for s in spans if s.label != "ORG")
    bodies = covered(s for s in spans if s.label == "ORG")
    found = []
    for token in analysis.tokens:
        if (
            token.pos not in ("ADJ", "PROPN", "NOUN")
            or "ск" not in token.lower
            or token.start in taken
            or (made := _SKY.match(token.lower)) is None
        ):
            continue
        listed = token.start not in bodies and made[1] + "ский" in table("person_adjectives")
        known = listed or _is_surname(made[1], surnames)
        if known and not _is_called(analysis, token):
            found.append(Span(token.start, token.end, "PER", INSIDE))
    return spans + found


def _is_called(analysis: Analysis, adjective: Token) -> bool:
    """Tell whether an adjective is only what a street or a district is called (Ленинский проспект)."""
    noun = analysis.tokens[adjective.index + 1] if adjective.index + 1 < len(analysis.tokens) else adjective
    return any(may_be(noun, nouns) and noun.lemma in table(nouns) for nouns in ("built", "place_heads"))


def _is_surname(stem: str, surnames: set[str]) -> bool:
    """Tell whether an adjective's stem is a surname of the article, whatever case it stands in (Чарусова: чарусов)."""
    return stem.endswith(("ов", "ев", "ин", "ын")) and any(s.startswith(stem) and same_word(s, stem) for s in surnames)
