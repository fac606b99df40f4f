"""What the rules share while one text is read: proposals so far, cues that are spent, small views of a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from core.model import Range
from core.model.punctuation import DASHES
from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import Analysis, Sentence, Token
from core.preannotate.analysis.lexicon import table
from core.preannotate.analysis.marks import Quoted
from core.preannotate.quotations.cues import (
    NOTHING,
    ONLY_DENIED,
    follows_from,
    infinitive_cue,
    infinitives,
    is_light,
    kinds_of,
    leads_to_words,
    negated,
    possible_cues,
    testifies,
)
from core.preannotate.quotations.frames import by_words_of, verb_frame
from core.preannotate.quotations.limits import Choice, best
from core.preannotate.quotations.phrase_frames import begins_phrase, phrase_frame
from core.preannotate.quotations.proposal import Frame, Proposal

ALL_KINDS = frozenset({"say", "direct", "carrier", "passive", "opinion", "shortadj"})
CLAUSE_KINDS = frozenset({"say", "carrier", "passive", "opinion", "shortadj", "clause"})
"""``clause``: what a project taught to introduce a clause, and nothing else."""
ANY = frozenset({"any"})
"""The class of a cue that is one by its noun, its source or its verb, whatever its own class."""
WITH_WORDS = frozenset({"act", "know"})
"""The classes of a verb that with a noun by it leads to words in marks."""
FINAL = frozenset({".", "!", "?", "…", "...", "?!", "!!!", ";", ":", ","})


class Context:
    """One text under the rules. ``spent``: starts of the cues that have a content in their sentence."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.text = analysis.text
        self.proposals: list[Proposal] = []
        self.spent: set[int] = set()
        self.by_sentence: dict[int, list[Proposal]] = {}
        self._covered = bytearray(len(analysis.text))
        self.choices: list[tuple[Sentence, Frame, Choice]] = []
        """Every choice of a limit, for training the ranker."""
        self._frames: dict[int, Frame] = {}
        self._cues: dict[int, list[tuple[Token, frozenset[str]]]] = {}
        self._phrases: dict[int, list[Frame]] = {}

    def limit(self, sentence: Sentence, frame: Frame, choice: Choice) -> int:
        """Return the chosen limit and remember the choice."""
        self.choices.append((sentence, frame, choice))
        return best(choice)

    def add(self, proposal: Proposal) -> None:
        self.proposals.append(proposal)
        self.by_sentence.setdefault(proposal.sentence, []).append(proposal)
        for r in proposal.ranges:
            self._covered[r.start : r.end] = b"\x01" * (r.end - r.start)
        around = self.analysis.sentences[proposal.sentence]
        inside = any(r.start < around.end and around.start < r.end for r in proposal.ranges)
        if proposal.cue_token is not None and inside and proposal.rule != "direct-after-cue":
            self.spent.add(proposal.cue_token.start)

    def remove(self, proposal: Proposal) -> None:
        """Take a proposal back; its content stays covered."""
        self.proposals.remove(proposal)
        self.by_sentence[proposal.sentence].remove(proposal)

    def is_term(self, q: Quoted) -> bool:
        """Tell whether up to three quoted words stand in marks more than once in the text: a term, not a statement."""
        inside = self.text[q.start + 1 : q.end - 1].lower()
        return inside.count(" ") < 3 and (self._strings[inside] > 1 or self.is_set_term(q))

    def is_set_term(self, q: Quoted) -> bool:
        """Tell whether the words in marks are a set expression (``за «круглым столом»``)."""
        words = self.text[q.start + 1 : q.end - 1].split(maxsplit=4)
        return 1 < len(words) < 5 and " ".join(map(models.lemma, words)) in table("set_terms")

    @cached_property
    def _strings(self) -> Counter[str]:
        return Counter(self.text[q.start + 1 : q.end - 1].lower() for q in self.analysis.quoted if q.end - q.start < 60)

    def past_quoted(self, sentence: Sentence, found: Range) -> Range:
        """Return a content that reaches to the end of the quoted words in which it would end."""
        cut = (q for q in self.analysis.quoted_in(found.start, sentence.end) if q.start < found.end < q.end)
        return found._replace(end=max((q.end for q in cut), default=found.end))

    def with_items(self, q: Quoted) -> Range:
        """Return quoted words with those that are listed behind them (``«Вперёд!», «Победа!» и «Мы с вами!»``)."""
        end = q.end
        for other in self.analysis.quoted_in(q.end, len(self.text)):
            if other.depth == q.depth and self.text[end : other.start].strip() in (",", "и"):
                end = other.end
            elif other.start > end:
                break
        return Range(q.start, end)

    def covers(self, start: int, end: int) -> bool:
        """Tell whether a proposal's content has a code point of ``start:end``."""
        return self._covered.find(1, start, end) >= 0

    def frame(self, sentence: Sentence, cue: Token) -> Frame:
        """Return the frame of a verb, computed once."""
        found = self._frames.get(cue.start)
        if found is None:
            found = self._frames[cue.start] = verb_frame(sentence, cue, self.analysis)
        return found

    def cues(self, sentence: Sentence, low: int, high: int, kinds: frozenset[str] = ALL_KINDS) -> list[Token]:
        """Return the cue verbs among the positions ``low:high`` in order."""
        found = self._cues.get(sentence.number)
        if found is None:
            kinds_of_all = ((t, self._cue_kinds(sentence, t)) for t in possible_cues(sentence.tokens))
            found = self._cues[sentence.number] = [(t, k) for t, k in kinds_of_all if k and not self._in_title(t)]
        return [t for t, said in found if low <= t.position < high and (said is ANY or not kinds.isdisjoint(said))]

    def _cue_kinds(self, sentence: Sentence, token: Token) -> frozenset[str]:
        """Return the classes of what may be a cue verb; ``ANY`` for one in every class, none for what is no cue."""
        if not infinitives(token).isdisjoint(ONLY_DENIED) and not negated(sentence, token):
            return NOTHING
        if is_light(sentence, token) or follows_from(sentence, token) or infinitive_cue(sentence, token):
            return ANY
        if self.testifies(sentence, token):
            return ANY
        return kinds_of(token) | WITH_WORDS if leads_to_words(sentence, token) else kinds_of(token)

    def testifies(self, sentence: Sentence, verb: Token) -> bool:
        """Tell whether a verb says that somebody gave evidence, by its sentence and the two before it."""
        return testifies(sentence, verb, self.analysis.sentences[max(sentence.number - 2, 0) : sentence.number])

    def _in_title(self, token: Token) -> bool:
        """Tell whether a word stands in a longer name of a body, with a capital (``радио «Говорит город»``)."""
        names = self.analysis.names_in(token.range) if token.text[:1].isupper() and token.position else ()
        return any(n.label == "ORG" and n.range.end - n.range.start > token.end - token.start for n in names)

    def phrases(self, sentence: Sentence, low: int, high: int) -> list[Frame]:
        """Return the frames of ``по словам`` and its like among the positions ``low:high``."""
        found = self._phrases.get(sentence.number)
        if found is None:
            frames = (phrase_frame(sentence, t.position) for t in sentence.tokens if begins_phrase(t))
            own = [f for f in frames if f is not None and not self._referred(sentence, f)]
            found = self._phrases[sentence.number] = own
        return [f for f in found if low <= f.first < high]

    def _referred(self, sentence: Sentence, frame: Frame) -> bool:
        """Tell whether a phrase says from whom a verb before it has its news (``передаёт X со слов Y``): the verb's."""
        noun = frame.cue_token
        return noun is not None and any(by_words_of(sentence, c, noun) for c in self.cues(sentence, 0, frame.first))

    def range(self, sentence: Sentence, first: int, last: int) -> Range | None:
        """Return the range of the positions ``first..last`` without edge marks, None where nothing is left."""
        tokens = sentence.tokens
        while first <= last and is_edge(tokens[first]):
            first += 1
        while last >= first and is_edge(tokens[last]):
            last -= 1
        return Range(tokens[first].start, tokens[last].end) if first <= last else None


def is_dash(token: Token) -> bool:
    return DASHES.issuperset(token.text) and token.text != ""


def is_edge(token: Token) -> bool:
    return token.index >= 0 and (token.text in FINAL or is_dash(token))


def is_predicate(token: Token) -> bool:
    """Tell whether a token can be the predicate of a finite clause."""
    if token.pos in ("VERB", "AUX"):
        return token.feat("VerbForm") == "Fin" or (token.feat("VerbForm") == "Part" and not token.feat("Case"))
    return token.pos == "ADJ" and not token.feat("Case") and bool(token.feat("Number"))


NOMINAL = frozenset(
    {"нет", "надо", "нужно", "можно", "нельзя", "должен", "это", "необходимо", "у", "лучше", "хуже", "выше", "ниже"}
    | {"пора", "жаль", "некуда", "некому", "негде", "незачем", "нечего", "позади", "впереди"}
)


def has_predicate(tokens: tuple[Token, ...] | list[Token]) -> bool:
    """Tell whether a finite clause is there: a verb form, a placeholder, a dash or word that stands for the copula."""
    return any(
        is_predicate(t)
        or t.index < 0
        or t.lower in NOMINAL
        or (i > 0 and is_dash(t) and i + 1 < len(tokens))
        or (t.rel == "root" and (t.pos in ("ADJ", "ADV") or (i > 1 and tokens[i - 2].lower == "не")))  # не в силах
        for i, t in enumerate(tokens)
    )


def tells_number(words: Sequence[Token]) -> bool:
    """Tell whether words say without a verb how many there are, or how much or how old something is (``Погибших
    четверо``, ``Ущерб 4 миллиона рублей``, ``Белову 40 лет``)."""
    first, last = words[0], words[-1]
    if first.feat("Case") == "Gen" and first.feat("Number") == "Plur" and first.pos != "NUM" and last.pos == "NUM":
        return True
    at = next((i for i, t in enumerate(words) if t.pos == "NUM"), 0)
    units = words[at + 1 :]
    if len(words) < 3 or not at or len(units) > 2 or not words[at - 1].text.isalpha():
        return False
    what = first.pos in ("NOUN", "PROPN", "PRON") and first.feat("Case") in ("Nom", "Dat")
    return what and all(t.pos in ("NUM", "SYM") or (t.pos == "NOUN" and t.feat("Case") == "Gen") for t in units)


def is_nominal(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Tell whether before and behind a frame stand a subject and its predicate without a verb (``Цены, уверяет мэр,
    высокие``)."""
    nouns = (t for t in reversed(before) if t.pos in ("NOUN", "PROPN", "PRON"))
    subject = next((t for t in nouns if t.feat("Case") == "Nom"), None)
    words = [t for t in after if t.pos not in ("PUNCT", "PART")]
    if subject is None or not words or words[-1].feat("Case") not in ("Nom", ""):
        return False
    told = words[-1]
    return told.pos == "ADV" or (told.pos in ("ADJ", "NOUN") and told.feat("Number") == subject.feat("Number"))


def is_verbless(tokens: Sequence[Token]) -> bool:
    """Tell whether words are a clause without a verb: of what, or how many, and where or how it is (``Мэр в отпуске``,
    ``На борту девять человек``)."""
    if len(tokens) < 3 or any(t.feat("VerbForm") in ("Conv", "Inf") or t.text in (":", "(") for t in tokens):
        return False
    if any(b.feat("VerbForm") == "Part" and (a.text == "," or not b.feat("Case")) for a, b in pairwise(tokens)):
        return False
    what = any(t.feat("Case") == "Nom" or t.pos == "NUM" or t.lower in ("все", "ничего") for t in tokens)
    return what and any(t.pos in ("ADP", "ADV") or t.lower == "ничего" for t in tokens)
