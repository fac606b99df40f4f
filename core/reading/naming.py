"""The canonical name of a source from the words that name it, and whom a mention resolves to; no models needed."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import lru_cache

from core.model import Actor, ActorKind, Annotation, Quotation, Range, State, new_id
from core.model.actor_edits import renamed, resolve
from core.model.edits import change
from core.model.layer import Edit, Layer
from core.model.punctuation import QUOTATION_MARKS, TYPED_DASHES
from core.preannotate.analysis.models import parses
from core.preannotate.names.inflection import folded, keys
from core.preannotate.names.names import to_nominative
from core.reading.naming_phrase import begins, head_of, is_common, is_title, nominative_phrase
from core.reading.phrase import PRONOUNS, Word, words_of

_SPACE = re.compile(r"\s+")
_OUTER = QUOTATION_MARKS + "' \u00a0,.:;" + TYPED_DASHES


def name_of(whole: str, span: Range) -> str:
    """Return the name of the source in a span of text: the person's name without title, else the phrase.

    In the nominative, a common noun at the start of a sentence in lower case, one kind of space.
    """
    names = names_of(whole, span)
    return names[0] if names else ""


def names_of(whole: str, span: Range) -> list[str]:
    """Return the names that a span of text may mean, the likeliest first, without doubles.

    The person's name in it; what stands in quotation marks or foreign letters; the whole phrase; the phrase without its
    quotation marks; the phrase without the name; its first noun alone.
    """
    words = words_of(whole, span)
    letters = [word for word in words if word.text[:1].isalnum()]
    if not letters or all(word.lower in PRONOUNS for word in letters):
        return []
    out: list[str] = []
    person = _person(words)
    if _several(words):
        out.append(nominative_phrase(words, capital=True))
    if person is not None and _entitled(letters, person):
        out.append(to_nominative(_plain(whole, person)).text)
    foreign = [word for word in letters if re.match(r"[A-Za-z]", word.text)]
    if foreign and len(foreign) < len(letters):
        out.append(_plain(whole, Range(foreign[0].start, foreign[-1].end)))
    capital = not begins(whole, span.start)
    full = nominative_phrase(words, capital=capital)
    out.append(full)
    out.append(_SPACE.sub(" ", re.sub("[«»„“”\"]|''", "", full)).strip())
    if person is not None and person.start > letters[0].start:
        out.append(nominative_phrase([word for word in words if word.end <= person.start], capital=capital))
    head = head_of(letters)
    alone = person is not None and person.start <= letters[0].start and person.end >= letters[-1].end
    if head is not None and head + 1 < len(letters) and not alone:
        out.append(nominative_phrase(letters[: head + 1], capital=capital))
    out.append(nominative_phrase(words, capital=capital, other=True))
    if not capital and not alone:
        out.append(full[:1].lower() + full[1:])
    if person is not None:
        out.append(_plain(whole, person))
    cleaned = [name.strip(_OUTER.replace('"', "").replace("»", "").replace("”", "")) for name in out]
    return list(dict.fromkeys(name for name in cleaned if name))


def _plain(whole: str, span: Range) -> str:
    return _SPACE.sub(" ", whole[span.start : span.end]).strip()


def _person(words: Sequence[Word]) -> Range | None:
    """Return the longest run of words that are a person's name, at least one of them known as such."""
    best: list[Word] = []
    run: list[Word] = []
    for word in [*words, None]:
        joins = word is not None and (
            (
                (word.capital and word.text[:1].isalpha() and not (word.text.isupper() and len(word.text) > 2))
                and not _is_place_name(word)
            )
            or (word.text in ".-" and bool(run))
        )
        if joins and word is not None and (not run or word.start - run[-1].end <= 1):
            run.append(word)
            continue
        while run and run[-1].text in ".-":
            run.pop()
        if run and any(_name_word(word) for word in run) and len(run) > len(best):
            best = run
        run = []
    if best and best[0] is words[0] and (is_title(best[0]) or ("-" in best[0].text and is_common(best[0]))):
        best = best[1:]
    first = next((n for n, word in enumerate(best) if _bears(word, "Name")), 0)
    if len(best) - first > 1 and not any(_bears(word, "Surn", "Patr") for word in best[:first]):
        best = best[first:]  # мэр Лужска Анна Велехова: the town, which no dictionary knows, is not of the name
    if len(best) == 1 and _attribute(best[0], words):
        return None
    return Range(best[0].start, best[-1].end) if best else None


def _bears(word: Word, *kinds: str) -> bool:
    """Tell whether the dictionary has a word as a name of one of these kinds (pymorphy3's names)."""
    return any(kind in parse.tag for parse in parses(word.lower)[:4] for kind in kinds if parse.is_known)


def _attribute(word: Word, words: Sequence[Word]) -> bool:
    """Tell a capitalised adjective of the noun after it (``Московский суд``) from a surname."""
    after = next((other for other in words if other.start >= word.end), None)
    return after is not None and after.nominal and not after.capital and "ADJF" in word.kinds


def _several(words: Sequence[Word]) -> bool:
    """Tell whether a phrase names several persons: ``Белов, Зуева и Ершов``."""
    named = [word for word in words if word.capital and word.text[:1].isalpha() and _name_word(word)]
    joints = [word for word in words if word.text == "," or word.lower == "и"]
    between = sum(any(a.end <= joint.start < b.start for joint in joints) for a, b in itertools.pairwise(named))
    return bool(named) and between > 0 and words[0].capital and between == len(joints)


def _is_place_name(word: Word) -> bool:
    """Tell whether the dictionary has a word as a place name and not as a person's name."""
    found = parses(word.lower)[:4]
    people = any(kind in parse.tag for parse in found for kind in ("Name", "Surn", "Patr"))
    return not people and any("Geox" in parse.tag or "Orgn" in parse.tag for parse in found)


def _entitled(letters: Sequence[Word], person: Range) -> bool:
    """Tell whether a person's name in a phrase is whom it names, and not what its head depends on.

    ``архиепископ Лонгин`` is; ``пресс-служба Кадырова`` is not: its head is no person.
    """
    before = [word for word in letters if word.end <= person.start]
    head = next((word for word in before if "NOUN" in word.kinds), None)
    if head is None:
        return True
    found = parses(head.lower) if parses(head.lower)[0].is_known else parses(head.lower.rsplit("-", 1)[-1])
    return any("anim" in parse.tag for parse in found if str(parse.tag.POS) == "NOUN")


def _name_word(word: Word) -> bool:
    found = parses(word.lower)
    return any(kind in parse.tag for parse in found[:4] for kind in ("Name", "Surn", "Patr")) or (
        bool(found) and not any(parse.is_known for parse in found) and not re.match(r"[A-Za-z]", word.text)
    )


# -- whom words mean ------------------------------------------------------------------------------------------------


def resolved(layer: Layer, span: Range, quotation: Quotation) -> tuple[str | None, tuple[Actor, ...]]:
    """Return the actor that a mention names, and the actor to add where none has that name yet."""
    known = actor_at(layer, span, quotation)
    if known is not None:
        return known, ()
    name = name_of(layer.article.text, span)
    if not name:
        return speaker_before(layer, quotation), ()
    actor = called(layer, name) or meant(layer, name)
    if actor is not None:
        return actor.id, ()
    made = new_actor(name)
    return made.id, (made,)


def new_actor(name: str) -> Actor:
    """Return an actor of that name, of the kind that the name shows."""
    return Actor(id=new_id(Actor), name=name, kind=kind_of(name))


def kind_of(name: str) -> ActorKind | None:
    """Return ``person`` for a personal name; None where the name does not tell."""
    words = name.split()
    known = [parse for word in words for parse in parses(word.lower())[:3]]
    named = any("Name" in parse.tag or "Patr" in parse.tag for parse in known)
    return ActorKind.PERSON if named and len(words) > 1 and all(word[:1].isupper() for word in words) else None


def actor_at(layer: Layer, span: Range, quotation: Quotation | None = None) -> str | None:
    """Return the actor that the words at ``span`` resolve to already: by another quotation's mention, or an entity."""
    best: tuple[int, str] | None = None
    for mark in layer.inside(span.start, span.end):
        item = layer.items[mark.item]
        if getattr(item, "state", None) is State.REJECTED:
            continue
        if isinstance(item, Quotation):
            other = item.id != (quotation.id if quotation is not None else "")
            if other and item.mention == span and item.speaker is not None:
                return item.speaker
        elif getattr(item, "actor", None) is not None and mark.start >= span.start and mark.end <= span.end:
            person = getattr(item, "label", "") == "PER"
            size = mark.end - mark.start + (1000 if person else 0)
            covers = person or size * 2 > span.end - span.start
            if covers and (best is None or size > best[0]):
                best = (size, str(getattr(item, "actor", "")))
    return best[1] if best is not None else None


def called(layer: Layer, name: str) -> Actor | None:
    """Return the actor of exactly that name (ё as е, case aside), else the one that had it before; the first."""
    sought = folded(name)
    actors = layer.actors()
    named = (actor for actor in actors if folded(actor.name) == sought)
    once = (actor for actor in actors if any(folded(alias) == sought for alias in actor.aliases))
    return next(named, None) or next(once, None)


def meant(layer: Layer, name: str) -> Actor | None:
    """Return the one actor whose name, or other name, has all words of ``name`` in any case form; else None."""
    found = bearers(layer, name)
    return found[0] if len(found) == 1 else None


def bearers(layer: Layer, name: str) -> list[Actor]:
    """Return the actors whose name, or other name, has all words of ``name`` in any case form."""
    words = [word for word in re.findall(r"[\w-]+", name) if word[:1].isupper()]
    if not words or name[:1].islower():
        return []
    first = {folded(word[0]) for word in words}
    return [one for one in layer.actors() if any(_has_words(n, words, first) for n in (one.name, *one.aliases))]


def _has_words(name: str, words: Sequence[str], first: set[str]) -> bool:
    """Tell whether a name has all of ``words`` in any case form; ``first`` are the letters that they begin with.

    No case form changes the first letter: most names are passed over without a look into the dictionary.
    """
    if not name[:1].isupper():
        return False
    own = re.findall(r"[\w-]+", name)
    if not first <= {folded(word[0]) for word in own}:
        return False
    return all(any(_keys(word) & _keys(held) for held in own) for word in words)


@lru_cache(maxsize=20_000)
def _keys(word: str) -> frozenset[str]:
    return frozenset({*keys(word), folded(word)})


def speaker_before(layer: Layer, quotation: Quotation) -> str | None:
    """Return the speaker of the nearest quotation before that has one: whom a pronoun most often means."""
    for item in layer.annotations_from(quotation, back=True):
        if isinstance(item, Quotation) and item.state is not State.REJECTED and item.speaker is not None:
            return item.speaker
    return None


# -- acts ------------------------------------------------------------------------------------------------------------


def speak(layer: Layer, items: Sequence[Annotation], name: str) -> Edit:
    """Resolve annotations to the actor called ``name``, a new one where there is none, as one act."""
    known = called(layer, name)
    actor = known if known is not None else new_actor(name)
    act = "add-actor" if known is None else "move-to-actor"
    edit = change(act, items, [resolve(item, actor.id) for item in items])
    return Edit(act, edit.removed, (actor, *edit.added)) if edit and known is None else edit


def extend_name(layer: Layer, item: Annotation, words: str) -> Edit:
    """Add words to the name of whom an annotation resolves to; an actor of its own where others share the old one.

    Empty where it resolves to nobody.
    """
    actor = layer.actor(item.speaker if isinstance(item, Quotation) else item.actor)
    added = _SPACE.sub(" ", words).strip()
    if actor is None or not added:
        return Edit("rename-actor", (), ())
    name = f"{actor.name} {added}"
    if called(layer, name) is not None or layer.linked_to(actor.id) != [item]:
        return speak(layer, [item], name)
    return change("rename-actor", [actor], [renamed(actor, name)])
