"""What the parse does not tell of a mention's head: the office of a head of a body, that many are counted, a name."""

from __future__ import annotations

from collections.abc import Sequence

from core.model import ActorKind
from core.preannotate.actors.cast import Candidate
from core.preannotate.analysis.analysis import Token
from core.preannotate.names.inflection import folded
from core.preannotate.names.names import WORD, in_case

BODIES_OF = {
    "регион": "губернатор",
    "область": "губернатор",
    "край": "губернатор",
    "субъект": "губернатор",
    "город": "мэр",
    "муниципалитет": "мэр",
    "министерство": "министр",
    "ведомство": "министр",
    "кабмин": "премьер",
    "кабинет": "премьер",
}
"""The office of the head of a body, where the article gives it to somebody (``глава региона``: the governor)."""

RULERS = frozenset(("president", "premier", "minister", "governor", "mayor", "monarch"))
"""Classes of nouns for those who rule a country, a region or a town, or a part of its affairs."""


def office_there(words: frozenset[str], cast: Sequence[Candidate]) -> str:
    """Return the office that ``глава`` and what he is the head of alone mean in the article, else ''."""
    body = next(iter(words)) if len(words) == 1 else ""
    office = BODIES_OF.get(body, "")
    titles = [c.titles for c in cast if office and c.kind is ActorKind.PERSON]
    return office if any(office in t for t in titles) and not any({"глава", body} <= t.keys() for t in titles) else ""


def is_counted(tokens: Sequence[Token], head: Token) -> bool:
    """Tell whether a noun in the singular of the parse is counted: several (``три партии``)."""
    numbers = (t for t in tokens if t.pos == "NUM" and t.head == head.position and t.index < head.index)
    return any(t.lemma != "один" and t.lower not in ("одна", "одно") for t in numbers)


def misread_in_title(tokens: tuple[Token, ...], within: Sequence[Token], head: Token, named: Candidate) -> bool:
    """Tell whether a name that ends a phrase is its head's, read in a case in which it says of nobody whose he is
    (``посол Эритреи в Женеве Сенайт Габру``), or in the nominative by its own words."""
    first = next(i for i, t in enumerate(tokens) if t is within[0])
    person = head.pos == "NOUN" and head.feat("Animacy") == "Anim" and head.feat("Number") == "Sing"
    before = tokens[first - 1] if first else head
    last = within[-1] is tokens[-1] and before.pos != "ADP" and before.text not in (",", "(")
    if not person or not last or len(within) < 2:
        return False
    above = next((t for t in tokens if t.position == within[0].head), head)
    if above is not head and above.feat("Animacy") == "Anim" and above.feat("Case") == "Ins":
        return False  # певец на встрече с менеджером Анной Крот
    apart = within[0].rel == "appos" and within[0].head < 0  # the parse saw two sentences
    if head.feat("Case") == "Nom" and _is_no_genitive(within, named):
        return True
    return apart or (head.feat("Case") == "Nom" and all(t.feat("Case") == "Ins" for t in within))


def _is_no_genitive(within: Sequence[Token], named: Candidate) -> bool:
    """Tell whether a name stands in the nominative and ends otherwise in the genitive (``глава фонда Пер Лунд``)."""
    words = [folded(t.text) for t in within if t.text[:1].isalpha()]
    own = [folded(word) for word in WORD.findall(named.name)]
    return words == own and folded(in_case(named.name, "gent", named.gender or "m").split()[-1]) != own[-1]
