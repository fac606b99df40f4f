"""Places: what is none, which side of one, those that the model did not see, both halves of российско-британский."""

from __future__ import annotations

from core.model.punctuation import PAIRS
from core.preannotate.analysis.analysis import Analysis, Token
from core.preannotate.analysis.lexicon import table
from core.preannotate.analysis.models import parses
from core.preannotate.entities.grammar import may_be, place_of_adjective
from core.preannotate.entities.repair import is_compound_noun
from core.preannotate.entities.spans import Span, covered, is_place
from core.preannotate.names.inflection import PERSONAL, grammemes

SIDES = frozenset(
    ("север", "юг", "восток", "запад", "центр", "северо-восток", "северо-запад", "юго-восток", "юго-запад")
)
_SIDES_BEGIN = frozenset(side[:2] for side in SIDES)
BUILT = ("-стрит", "-авеню", "-сквер", "-холл", "-билдинг", "-арена")
"""Ends of the names of streets, squares and halls."""


def without_buildings(analysis: Analysis, spans: list[Span]) -> list[Span]:
    """Leave out streets, squares, cemeteries and other things that were built (``built.tsv``)."""
    return [s for s in spans if s.label != "LOC" or not _is_built(analysis, s)]


def _is_built(analysis: Analysis, span: Span) -> bool:
    tokens = analysis.touching(span.start, span.end)
    last = tokens[-1]
    if any(end in last.lower for end in BUILT) or (
        len(tokens) > 1 and last.text[:1].islower() and _is_of(last, "built")
    ):
        return True
    at = tokens[0].index - 1
    if at > 0 and analysis.tokens[at].text in PAIRS:
        at -= 1
    before = analysis.tokens[at] if at >= 0 else None
    return before is not None and _is_of(before, "built") and not any(is_place(t.text) for t in tokens)


def _is_of(token: Token, lexicon: str) -> bool:
    return may_be(token, lexicon) and token.lemma in table(lexicon)


def with_sides(analysis: Analysis, spans: list[Span]) -> list[Span]:
    """Let a place begin with the side of it that is spoken of (на востоке Норвегии, в центре Омска)."""
    out = []
    for span in spans:
        first = analysis.at(span.start)
        if span.label == "LOC" and first is not None and first.index > 0 and first.pos != "ADJ":
            before = analysis.tokens[first.index - 1]
            near = analysis.text[before.end : span.start] in (" ", "\u00a0")
            if near and before.text[:1].islower() and before.pos == "NOUN" and _is_side(before):
                span = span._replace(start=before.start)
        out.append(span)
    return out


RESIDENTS = frozenset({"житель", "жительница", "уроженец", "уроженка"})


def homes(analysis: Analysis, spans: list[Span]) -> list[Span]:
    """Take the one word that tells where somebody is from for a place (``пенсионерка из Лугового``), but where somebody
    is called so."""
    full = [analysis.text[s.start : s.end].split() for s in spans if s.label == "PER"]
    out = []
    for span in spans:
        first = analysis.at(span.start) if span.label == "PER" else None
        if first is not None and first.end == span.end and first.index > 1 and _is_home(analysis, first):
            called = any(len(name) > 1 and name[-1][:4] == first.text[:4] for name in full)
            span = span if called else span._replace(label="LOC")
        out.append(span)
    return out


def _is_home(analysis: Analysis, place: Token) -> bool:
    who, before = analysis.tokens[place.index - 2 : place.index]
    if before.lower == "из":
        return who.pos == "NOUN" and who.feat("Animacy") == "Anim" and who.text.islower()
    return before.lemma in RESIDENTS


OFFICES = frozenset(("mayor", "governor", "monarch", "president", "premier"))
"""Classes of nouns for whoever is at the head of a place."""


def of_offices(analysis: Analysis, spans: list[Span]) -> list[Span]:
    """Return one word between an office and a full name as the place that it is (``мэру Лугорска Глебу Лунину``), and
    the country behind a body (``МИД Вестландии``)."""
    full = {s.start for s in spans if s.label == "PER" and " " in analysis.text[s.start : s.end]}
    return [
        s._replace(label="LOC")
        if s.label == "PER" and (_is_of_office(analysis, s, full) or _is_country_of_body(analysis, s, full))
        else s
        for s in spans
    ]


def _is_country_of_body(analysis: Analysis, span: Span, full: set[int]) -> bool:
    """Tell whether a word in ``ии`` that is nobody's name stands behind a body, or behind its field before a full name
    (``министр обороны Вендии Лех Новак``)."""
    if analysis.text[span.end - 2 : span.end] != "ии" or (word := analysis.at(span.start)) is None or not word.index:
        return False
    if word.end != span.end or not PERSONAL.isdisjoint(grammemes(word.text)):
        return False
    before = analysis.tokens[word.index - 1]
    body = before.pos in ("NOUN", "PROPN") and (before.text.isupper() or may_be(before, "org_heads"))
    return body or (span.end + 1 in full and before.pos == "NOUN" and before.feat("Case") == "Gen")


def _is_of_office(analysis: Analysis, span: Span, full: set[int]) -> bool:
    word = analysis.at(span.start) if span.end + 1 in full else None
    if word is None or word.end != span.end or not word.index or not PERSONAL.isdisjoint(grammemes(word.text)):
        return False
    office = analysis.tokens[word.index - 1]
    return office.pos == "NOUN" and not OFFICES.isdisjoint(table("descriptors").get(office.lemma, "").split(","))


def _is_side(token: Token) -> bool:
    return token.lower[:2] in _SIDES_BEGIN and token.lemma in SIDES


def unseen(analysis: Analysis, spans: list[Span]) -> list[Span]:
    """Add the places of the dictionary that lie in no name, as in titles (песня «Дожди над Омском»)."""
    taken = covered(spans)
    found = []
    for token in analysis.capitalised:
        if not token.index or len(token.text) < 4 or token.start in taken or token.pos == "ADJ":
            continue
        before = analysis.tokens[token.index - 1]
        if not before.text[:1].islower() or token.text.isupper() or not is_place(token.text):
            continue
        if grammemes(token.text) >= {"Geox", "NOUN"} and "ADJF" not in grammemes(token.text):
            found.append(Span(token.start, token.end, "LOC", "recovered"))
    return spans + found


def halves(analysis: Analysis, spans: list[Span]) -> list[Span]:
    """Add both halves of adjectives made of two places (российско-британский)."""
    taken = covered(spans)
    found = []
    for token in analysis.tokens:
        if "ско-" not in token.lower or token.start in taken:
            continue
        cut = token.start + token.lower.index("ско-") + 3
        first, second = token.lower[: cut - token.start - 1] + "ий", token.text[cut - token.start + 1 :]
        if place_of_adjective(first) and place_of_adjective(second):
            found += [
                Span(token.start, cut, "LOC", "place-adjective"),
                Span(cut + 1, token.end, "LOC", "place-adjective"),
            ]
    return spans + found


def without_small(analysis: Analysis, spans: list[Span]) -> list[Span]:
    """Leave out common words that only a sentence's beginning writes with a capital (Верёвка, Сцена)."""
    return [s for s in spans if s.label == "ORG" or not _is_small(analysis, s)]


def _is_small(analysis: Analysis, span: Span) -> bool:
    token = analysis.at(span.start)
    sentence = analysis.sentence_of.get(token.index) if token else None
    if token is None or sentence is None or (token.start, token.end) != span[:2] or token.start != sentence.start:
        return False
    if _is_written_small(analysis, token) or is_compound_noun(token):
        return True
    known = grammemes(token.text)
    common = bool(known) and known.isdisjoint((*PERSONAL, "Geox", "Orgn", "Poss")) and not _is_someone(token)
    return common and not any(
        t.lower[:4] == token.lower[:4] and t.text[:1].isupper() and t.index != token.index for t in analysis.tokens
    )


AGENTS = ("щик", "чик", "тель", "ист", "лог", "граф", "навт", "нер", "тор", "щица", "ница", "тельница", "истка")
"""How nouns for people end that few surnames end in."""


def _is_someone(token: Token) -> bool:
    """Tell whether a word may be somebody who is called so (Мороз заявил), not several (Старатели нашли), and no noun
    for whoever does something (Карабинер, Переговорщица)."""
    if token.lower.endswith(AGENTS) and "NOUN" in grammemes(token.text):
        return False
    return token.feat("Animacy") == "Anim" and token.feat("Number") == "Sing"


def _is_written_small(analysis: Analysis, token: Token) -> bool:
    """Tell whether the article has an unknown word also without its capital (Флайборд, на флайборде)."""
    if grammemes(token.text):
        return False
    bases = {p.normal_form for p in parses(token.lower)}
    alike = (t for t in analysis.tokens if t.text.islower() and t.lower[:4] == token.lower[:4])
    return any(p.normal_form in bases for t in alike for p in parses(t.lower))
