"""Persons: which names in an article name the same one. Precision before recall: two of one surname stay two."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from core.model import ActorKind
from core.preannotate.actors.cast import Candidate, mention_of, nominatives
from core.preannotate.actors.families import of_two
from core.preannotate.actors.genders import Named, gender_of
from core.preannotate.actors.hints import hint_in
from core.preannotate.actors.spelling import misspelt, without_suffix
from core.preannotate.actors.titles import beside_name, known_titles, title_gender, titles_of
from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import Analysis
from core.preannotate.entities.proposals import INSIDE, EntityProposal
from core.preannotate.names.inflection import ACCENT, folded, grammemes, known_parses
from core.preannotate.names.names import WORD, Hint, Nominative, particles, same_word, to_nominative

SHORTENED = re.compile(r"(?<!\w)(\w|[бвгджзклмнпрстфхцчшщ]{2})\.", re.IGNORECASE)
"""Initials, also of two consonants (``Дж.``)."""
OBLIQUE = frozenset(("ой", "ей", "ы", "и", "у", "ю", "е"))
"""Ends of the other cases of a surname in ``а`` or ``я``."""


def cluster_persons(
    analysis: Analysis, entities: Sequence[EntityProposal], of_entity: list[Candidate | None]
) -> list[Candidate]:
    """Return the persons in the order of their first mention, and note each in ``of_entity``."""
    known = nominatives(analysis)
    named = _named(analysis, entities, known)
    groups: list[list[Named]] = []
    beginnings: dict[str, dict[int, list[Named]]] = {}
    for name in sorted(named, key=lambda n: (-n.weight, n.entity)):
        alike = {k: g for part in _beginnings(name) for k, g in beginnings.get(part, {}).items()}
        group = _best_group([alike[k] for k in sorted(alike)], name)
        if group is None:
            group = []
            groups.append(group)
            number = len(groups)
            for part in _beginnings(name):
                beginnings.setdefault(part, {})[number] = group
        group.append(name)
    persons = []
    for group in groups:
        group.sort(key=lambda n: n.entity)
        person = _person(analysis, group, known)
        for name in group:
            of_entity[name.entity] = person
        persons.append(person)
    return sorted(_join_originals(analysis, persons, of_entity), key=lambda p: p.mentions[0].start)


def _named(analysis: Analysis, entities: Sequence[EntityProposal], known: frozenset[str]) -> list[Named]:
    out = []
    read: dict[tuple[str, Hint], Nominative] = {}
    for index, entity in enumerate(entities):
        if entity.label != "PER" or entity.rule == INSIDE:
            continue
        tokens = analysis.touching(entity.range.start, entity.range.end)
        words = tuple(without_suffix(word) for t in tokens if t.text[:1].isalpha() for word in WORD.findall(t.text))
        if not words:
            continue
        text = " ".join(analysis.text[entity.range.start : entity.range.end].split())
        if (surname := of_two(analysis, tokens)) is not None:
            words, text = (*words[:-1], surname), f"{text.rpartition(' ')[0]} {surname}"
        hint = hint_in(analysis, tokens)
        if (text, hint) not in read:
            read[text, hint] = to_nominative(text, hint, known if hint.case != "nomn" else ())
        out.append(Named(index, words, read[text, hint], hint, tokens, text, _weight(words, text)))
    return out


def _weight(words: Sequence[str], text: str) -> float:
    """Weigh how full a name is: its words written out (``Дж.`` is none), a patronymic in place of a surname half."""
    short = SHORTENED.findall(text) if "." in text else ()
    full = [w for w in words if len(w) > 1 and w not in short and w.casefold() not in particles()]
    return len(full) * 2 + (len(words) > 1) - (0.5 if len(words) == 2 and _is_patronymic(words[1]) else 0)


def _beginnings(name: Named) -> set[str]:
    """Return the first two letters of every word of a name and of the parts of double ones: to find groups by."""
    return {folded(part)[:2] for word in name.words for part in word.split("-") if len(part) > 1}


def _best_group(groups: list[list[Named]], name: Named) -> list[Named] | None:
    """Return the group that the name belongs to; of several the one named last before it, else the first."""
    fitting = [g for g in groups if _fits(g, name)]
    if len(fitting) <= 1:
        return fitting[0] if fitting else None
    surname = [g for g in fitting if any(same_word(n.words[-1], name.words[-1]) for n in g)]
    fitting = surname or fitting
    before = [(max((n.entity for n in g if n.entity < name.entity), default=-1), g) for g in fitting]
    best = max(before, key=lambda pair: pair[0])
    return best[1] if best[0] >= 0 else fitting[0]


def _fits(group: list[Named], name: Named) -> bool:
    longest = group[0]
    fits = _contained(name.words, longest.words)
    fits = fits or misspelt(WORD.findall(name.nominative.text), WORD.findall(longest.nominative.text))
    if not fits and not (_is_first_and_patronymic(name.words) and same_word(name.words[0], longest.words[0])):
        return False
    if not fits and any(_is_patronymic(w) for n in group for w in n.words if not _is_first_and_patronymic(n.words)):
        return False
    return _genders_meet(group, name)


def _genders_meet(group: list[Named], name: Named) -> bool:
    ours, theirs = gender_of([name], sure=True), gender_of(group, sure=True)
    return not ours or not theirs or ours == theirs


def _contained(short: Sequence[str], long: Sequence[str]) -> bool:
    """Every word of the shorter name is a word, or an initial, of the longer one, each used once."""
    free = list(long)
    full = 0
    for word in short:
        match = next((w for w in free if same_word(word, w)), None) or next((w for w in free if _part(word, w)), None)
        if match is None:
            match = next((w for w in free if _initial(word, w)), None)
        else:
            full += 1
        if match is None:
            return False
        free.remove(match)
    return full > 0


def _part(one: str, other: str) -> bool:
    """Tell whether a word is a part of a double name (Штольц, Линдгрен-Штольц; Барзани, аль-Барзани)."""
    parts = [p for p in other.split("-") if len(p) > 3] if "-" in other and "-" not in one else []
    return len(one) > 3 and any(same_word(one, p) for p in parts)


def _initial(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) <= 2 and len(long) > 1 and folded(long).startswith(folded(short))


def _is_patronymic(word: str) -> bool:
    return "Patr" in grammemes(word)


def _is_first_and_patronymic(words: Sequence[str]) -> bool:
    return len(words) == 2 and _is_patronymic(words[1]) and not _is_patronymic(words[0])


def _first_names(words: Sequence[str]) -> set[str]:
    """Return the genders of the first names and patronymics among words that the dictionary knows."""
    known = (p for w in words for p in known_parses(w.lower()) if "Name" in p.tag or "Patr" in p.tag)
    return {str(p.tag.gender) for p in known}


def _person(analysis: Analysis, group: list[Named], known: frozenset[str]) -> Candidate:
    mentions = [mention_of(analysis, name.tokens) for name in group]
    gender = gender_of(group)
    person = Candidate(_canonical(group, known, gender), ActorKind.PERSON, gender, mentions)
    person.guessed = not gender_of(group, sure=True)
    for name in group:
        beside = beside_name(analysis, name.tokens, models.CASES.get(name.nominative.case, ""))
        gender = title_gender(beside)
        person.guessed = person.guessed and not gender
        if gender and not any(_first_names(n.words[:1]) for n in group if len(n.words) > 1):
            person.gender = gender
        for lemma in titles_of(name.tokens[0], beside):
            person.titles[lemma] = person.titles.get(lemma, 0) + 1
    person.known = frozenset(known_titles(person.name))
    return person


def _canonical(group: list[Named], known: frozenset[str], gender: str) -> str:
    """Return the fullest name: the most words, written out; of those one in the nominative, the commonest."""
    most = max(n.weight for n in group)
    fullest = [n for n in group if n.weight == most]
    last = {folded(n.words[-1]) for n in group if _is_straight(n)}
    direct = [n for n in fullest if _is_straight(n) and not _is_oblique_of(n.words[-1], last)]
    if direct:
        names = Counter(n.text.replace(ACCENT, "") for n in direct)
    else:
        names = Counter()
        for n in fullest:
            others = {folded(w) for o in group for w in o.words if folded(w) not in map(folded, n.words)}
            sure = (o for o in group if o is not n and o.nominative.margin > 0.2)
            others |= {folded(w) for o in sure for w in WORD.findall(o.nominative.text)}
            there = known - _read_only_here(n, group)
            names[to_nominative(n.text, n.hint._replace(gender=gender or n.hint.gender), there | others).text] += 1
    return names.most_common(1)[0][0].strip(' «»"“”„')


def _is_straight(name: Named) -> bool:
    return name.hint.case == "nomn" and name.nominative.case == "nomn"


def _is_oblique_of(word: str, nominatives: set[str]) -> bool:
    """Tell whether a surname is an oblique form of one in ``а`` or ``я`` that the article has (Ямагавой: Ямагава)."""
    key = folded(word)
    return any(
        key != n and n[-1:] in ("а", "я") and key[: len(n) - 1] == n[:-1] and key[len(n) - 1 :] in OBLIQUE
        for n in nominatives
    )


def _read_only_here(name: Named, group: list[Named]) -> frozenset[str]:
    """Return a name's words that no other mention has in the nominative, where its title stands in another case."""
    if name.hint.also in (None, "nomn"):
        return frozenset()
    elsewhere = {folded(w) for n in group if n is not name and n.hint.case == "nomn" for w in n.words}
    return frozenset(map(folded, name.words)) - elsewhere


def _join_originals(analysis: Analysis, persons: list[Candidate], of_entity: list[Candidate | None]) -> list[Candidate]:
    """Join a name in brackets (the original spelling, a nickname) to the person named right before it."""
    ends = {m.end: p for p in persons for m in p.mentions}
    joined: dict[Candidate, Candidate] = {}
    for alias in persons:
        first = alias.mentions[0].start
        owner = ends.get(first - 2) if analysis.text[max(first - 2, 0) : first] == " (" else None
        if owner is None or owner is alias or owner in joined:
            continue
        for mention in alias.mentions:
            owner.add(mention)
        joined[alias] = owner
    if joined:
        of_entity[:] = [joined.get(c, c) if c is not None else None for c in of_entity]
    return [p for p in persons if p not in joined]
