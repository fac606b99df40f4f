"""Who may have said a quotation whose frame does not name its source: persons, organisations, and described people."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import NamedTuple

from core.model import ActorKind, Range
from core.preannotate.actors.cast import Candidate, bearer_of, is_cited, is_genitive_of, mention_of, role_of
from core.preannotate.actors.concepts import attribute, lemma_of
from core.preannotate.analysis.analysis import OWNERS, Analysis, Sentence, Token
from core.preannotate.entities.grammar import may_be_of
from core.preannotate.entities.proposals import EntityProposal
from core.preannotate.names.phrase import nominative_phrase
from core.preannotate.quotations.misparsed import past_gender
from core.preannotate.quotations.phrases import noun_phrase
from core.preannotate.speakers.heads import is_counted
from core.preannotate.speakers.mentions import GENDERS, View, classes_of
from core.preannotate.speakers.naming import decapitalised, description, is_pointing, without_brackets

DOCUMENTS = frozenset(("document", "message"))
SPEAKING = DOCUMENTS | {"organisation", "media"}
"""Classes of inanimate nouns that speak in any role, and as subjects."""
ANY_SOURCE = SPEAKING | {"source"}
REACH = 4
"""Sentences back in which a described subject is still looked for."""

LONGEST_HEADLINE = 120
"""Code points of a headline."""
LONGEST_NAME = 300
"""Code points of the longest name of an entity."""
MANY = frozenset(("тысяча", "сотня", "десяток", "миллион"))
"""Nouns for rough numbers, before those who are counted."""
REACH_BACK = 15
"""Tokens before a relative clause among which its noun stands."""


class Past(NamedTuple):
    """A quotation already resolved: where it stands, who said it, the mention's head and attributes.

    ``words_at``: where his own words stand, in marks or in a paragraph of their own.
    """

    start: int
    end: int
    speaker: Candidate | None
    lemma: str = ""
    words: frozenset[str] = frozenset()
    words_at: tuple[Range, ...] = ()


def described(analysis: Analysis, view: View, named: Sequence[Candidate]) -> Candidate:
    """Return the actor that a description itself makes; ``named``: whom its words may point back to."""
    assert view.head is not None
    woman = view.cue_gender == "f"
    return _candidate(analysis, lambda: description(analysis, view, named), view.tokens, view.head, woman)


def _candidate(
    analysis: Analysis, name: Callable[[], str], tokens: Sequence[Token], head: Token, woman: bool
) -> Candidate:
    """Return somebody who is only described; ``woman``: a verb says that she is one (``врач сказала``)."""
    classes = classes_of(lemma_of(head))
    kind = ActorKind.UNNAMED
    if classes & DOCUMENTS:
        kind = ActorKind.DOCUMENT
    elif "collective" in classes and "group" in classes:
        kind = ActorKind.GROUP
    elif classes & {"organisation", "media", "office"}:
        kind = ActorKind.ORGANISATION
    elif head.feat("Number") == "Plur" or "group" in classes:
        kind = ActorKind.GROUP
    several = head.feat("Number") == "Plur" or is_counted(tokens, head)
    gender = "p" if several else GENDERS.get(head.feat("Gender"), "")
    gender = "f" if woman and gender == "m" and head.feat("Animacy") == "Anim" else gender
    made = Candidate(name, kind, gender, [mention_of(analysis, tokens)])
    made.head = lemma_of(_of_many(tokens, head))
    made.titles = {attribute(t, tokens): 1 for t in tokens if t.pos in ("NOUN", "PROPN", "ADJ")}
    return made


def _of_many(tokens: Sequence[Token], head: Token) -> Token:
    """Return the noun for those of whom somebody is one (``одна из жительниц дома``: жительница); else the head."""
    one = head.lower in ("один", "одна", "одного", "одной") and head.index == tokens[0].index
    if not one or len(tokens) < 3 or tokens[1].lower != "из":
        return head
    return next((t for t in tokens[2:] if t.pos == "NOUN" and t.feat("Animacy") == "Anim"), head)


def headline(analysis: Analysis) -> int:
    """Return where the headline of an article ends, in code points: a line without a full stop; 0: it has none."""
    first = analysis.paragraphs[0] if len(analysis.paragraphs) > 1 else None
    line = analysis.text[first.start : first.end].rstrip() if first is not None else ""
    return first.end if first is not None and line[-1:].isalnum() and len(line) <= LONGEST_HEADLINE else 0


class Subjects:
    """The described subjects of an article, found sentence by sentence when they are asked for.

    Animate nouns and institutions as subjects, and documents in any role, that no name belongs to.
    """

    def __init__(self, analysis: Analysis, entities: Sequence[EntityProposal]) -> None:
        self._analysis = analysis
        self._named = {at for e in entities if e.label in ("PER", "ORG") for at in range(e.range.start, e.range.end)}
        self._found: dict[int, list[Candidate]] = {}
        title = headline(analysis)
        persons = [e.range.start for e in entities if e.label == "PER"]
        self._persons = frozenset(persons)
        self._title, self._first = title, min((at for at in persons if at >= title), default=len(analysis.text))
        """Where the headline ends and where the first person below it is named, in code points."""

    def near(self, sentence: int) -> list[Candidate]:
        """Return those of a sentence and the ``REACH`` sentences before it; not whom only a headline describes where
        persons are named below it (``Пилот сел в поле``)."""
        sentences = self._analysis.sentences
        found = [c for number in range(max(sentence - REACH, 0), sentence + 1) for c in self.of(number)]
        below = self._title and sentence < len(sentences) and sentences[sentence].start > self._first
        return [c for c in found if c.kind is not ActorKind.UNNAMED or not self._in_title(c)] if below else found

    def _in_title(self, candidate: Candidate) -> bool:
        return all(m.end <= self._title for m in candidate.mentions)

    def of(self, number: int) -> list[Candidate]:
        """Return those of one sentence."""
        if number not in self._found:
            sentences = self._analysis.sentences
            here = sentences[number] if number < len(sentences) else None
            nouns = (t for t in here.tokens if t.pos == "NOUN" and t.index >= 0) if here else ()
            made = (self._made(here, t) for t in nouns if here and self._speaks(here, t))
            self._found[number] = [c for c in made if c is not None]
        return self._found[number]

    def around(self, number: int) -> tuple[Sentence, ...]:
        """Return the author's sentence before a sentence, and that one."""
        sentences = self._analysis.sentences
        back = (sentences[at] for at in range(min(number, len(sentences)) - 1, -1, -1))
        before = next((s for s in back if s.quoted is None or s.frame), None)
        return (*filter(None, [before]), *sentences[number : number + 1])

    def before(self, number: int) -> int:
        """Return the number of the author's sentence before a sentence; its own where none is."""
        return next((s.number for s in self.around(number)), number)

    def is_message_of(self, owner: Token) -> bool:
        """Tell whether a possessive pronoun is said of a message, which no paper issues (``в его заявлении``)."""
        sentence = self._analysis.sentence_of.get(owner.index)
        noun = sentence.head(owner) if sentence is not None else None
        return noun is not None and owner.rel in ("det", "nmod") and "message" in classes_of(noun.lemma)

    def people(self, number: int, end: int) -> list[Candidate]:
        """Return whoever is spoken of without a name, in any role, ``around`` a sentence, before ``end`` in code points
        (``приехал к брату. Он``)."""
        found = []
        for here in self.around(number):
            animate = (t for t in here.tokens if t.pos == "NOUN" and t.feat("Animacy") == "Anim" and t.index >= 0)
            found += [self._made(here, t) for t in animate if t.end <= end and t.start not in self._named]
        return [c for c in found if c is not None]

    def _speaks(self, sentence: Sentence, token: Token) -> bool:
        animate = token.feat("Animacy") == "Anim"
        if token.start in self._named or not (animate or may_be_of(token, ANY_SOURCE)):
            return False
        first = token.position == 0 and token.feat("Case") == "Nom"  # Рабочие «Зари» не заходят в цеха
        subject = first or is_cited(sentence, token) or role_of(sentence, token) == "subject"
        if subject and animate:
            return True
        kinds = SPEAKING if subject else DOCUMENTS
        if subject and token.feat("Number") == "Sing":
            kinds = ANY_SOURCE  # Курьеру рассказал источник: по его словам
        return may_be_of(token, kinds) and not kinds.isdisjoint(classes_of(token.lemma))

    def _is_named_behind(self, sentence: Sentence, tokens: tuple[Token, ...]) -> bool:
        """Tell whether a person's name between commas stands behind a description (``Мать Кейлы, Дениз Стил, …``)."""
        behind = sentence.tokens[tokens[-1].position + 1 : tokens[-1].position + 8]
        if len(behind) < 3 or behind[0].text != "," or behind[1].start not in self._named:
            return False
        words = list(takewhile(lambda t: t.text != ",", behind[1:]))
        alike = behind[1].feat("Case") in ("", tokens[0].feat("Case"))
        return alike and len(words) < len(behind) - 1 and all(t.pos == "PROPN" for t in words)

    def _is_his_name(self, sentence: Sentence, name: Token, noun: Token) -> bool:
        """Tell whether a name in the nominative is that of a noun farther off (``начальник отдела майор Лужин``)."""
        if name.start not in self._persons or not name.feat("Case") == noun.feat("Case") == "Nom":
            return False
        return bearer_of(sentence, name) is noun or not any(
            t.pos == "CCONJ" for t in sentence.tokens[noun.position : name.position]
        )

    def _made(self, sentence: Sentence, token: Token) -> Candidate | None:
        tokens = tuple(t for t in noun_phrase(sentence, token) if t.index >= 0)
        named = (t for t in tokens if t.start in self._named)
        apposed = (t for t in named if t.head == token.position or self._is_his_name(sentence, t, token))
        apposed = (t for t in apposed if not is_genitive_of(t, token))
        if (
            not tokens
            or any(t.rel in ("appos", "flat:name") for t in apposed)
            or self._is_named_behind(sentence, tokens)
        ):
            return None

        def name() -> str:
            said = [t for t in without_brackets(tokens) if t is token or not is_pointing(t)]
            if any(t.lemma in MANY and t.index < token.index for t in said):  # около двух тысяч шахтёров
                said = [t for t in said if t.index >= token.index or (t.lemma not in MANY and t.pos != "NUM")]
            kept = [t for t in said if t is token or t.lower not in OWNERS] or said  # его дочь: дочь
            kept = list(_without_apposition(kept, token))
            return decapitalised(nominative_phrase(kept, token), kept[0])

        return _candidate(self._analysis, name, tokens, token, _is_of_woman(sentence, token))


SIDES = frozenset(("против", "за"))
"""Words behind people that tell what they are for, in a clause without a verb (``Жители против стройки``)."""


def _without_apposition(tokens: Sequence[Token], head: Token) -> Sequence[Token]:
    """Return a phrase up to what commas set off behind its head, or who stands beside it (``вдова Лужина, автора
    песен``)."""
    side = next((i for i, t in enumerate(tokens) if t.lower in SIDES and t.index > head.index), 0)
    tokens = tokens[:side] if side and head.feat("Animacy") == "Anim" else tokens
    at = next((i for i, t in enumerate(tokens) if t.text == "," and t.index > head.index), 0)
    joint = next((i for i, t in enumerate(tokens) if t.lower in ("и", "или") and t.index > head.index), 0)
    beside = tokens[joint + 1 : joint + 2] if joint and not at and head.feat("Number") == "Sing" else ()
    if beside and beside[0].rel == "conj" and beside[0].head == head.position and beside[0].pos == "NOUN":
        return tokens[:joint]  # Рыбак и русалка: each is somebody
    return tokens[:at] if at and not joint else tokens


def _is_of_woman(sentence: Sentence, subject: Token) -> bool:
    """Tell whether a subject's verb is in the feminine (``пресс-секретарь опровергла``)."""
    verb = sentence.head(subject) if subject.rel in ("nsubj", "nsubj:pass") else None
    return verb is not None and past_gender(verb) == "Fem"


def pool(named: Sequence[Candidate], spoken: Sequence[Candidate], near: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates for a mention: who is named, who has spoken, and those described shortly before."""
    return list(dict.fromkeys([*named, *spoken, *near]))
