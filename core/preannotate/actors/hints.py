"""Which case and gender a person's name stands in, by the words around it: the verb, the title, the preposition."""

from __future__ import annotations

from collections.abc import Sequence

from core.preannotate.actors.cast import CASES, hint_of
from core.preannotate.analysis.analysis import Analysis, Token
from core.preannotate.analysis.lexicon import table
from core.preannotate.entities.persons import may_be_kin
from core.preannotate.names.inflection import WOMENS_ENDINGS, grammemes
from core.preannotate.names.names import Hint

GOVERNING = frozenset(
    [
        "словам",
        "мнению",
        "утверждению",
        "данным",
        "информации",
        "сообщению",
        "оценке",
        "оценкам",
        "версии",
        "словами",
        "слова",
    ]
)
"""Words after which a name stands in the genitive whatever the model says of an unknown one."""


_GENITIVE = "у от из для против без около ради после до вокруг кроме среди вместо помимо насчет касательно ото изо"
PREPOSITIONS = {
    **dict.fromkeys(_GENITIVE.split(), "gent"),
    **dict.fromkeys(("к", "ко", "благодаря", "вопреки"), "datv"),
    **dict.fromkeys(("с", "со", "над", "перед", "между"), "ablt"),
    **dict.fromkeys(("о", "об", "обо", "при"), "loct"),
    **dict.fromkeys(("про", "через"), "accs"),
}
"""Prepositions with one case, which a name right after them stands in."""
REFERRING = ("ссылк", "ссыла", "сослал")
"""Beginnings of words that refer to somebody with ``на``."""
STAYING = (*"оеиуюыэ", "ых", "их")
"""Ends of surnames that are alike in all cases."""


def hint_in(analysis: Analysis, tokens: Sequence[Token]) -> Hint:
    """Return case and gender of a name, as its first word, the verb or the noun beside it tell.

    The case from the morphology model, or from the noun the name is an apposition to; the gender from it or the verb's.
    """
    token = next(t for t in tokens if t.text[:1].isalpha())
    hint = hint_of(token)
    sentence = analysis.sentence_of.get(token.index)
    head = sentence.head(token) if sentence else None
    if head is not None and token.rel.startswith("nsubj") and _tells_subject(head) and not _is_no_subject(token, head):
        gender = {"Masc": "m", "Fem": "f"}.get(head.feat("Gender"))
        return Hint("nomn", gender or hint.gender, verb=gender is not None, governed=hint.case == "nomn")
    if head is not None and hint.case == "gent" and _woman_is_subject(token, head):
        return Hint("nomn", "f")
    if head is not None and hint.case != "nomn" and _surname_is_subject(analysis, token):
        return Hint("nomn", governed=True)  # Карла Миллер считает
    if (governed := _governed(analysis, token)) is not None:
        return Hint(governed, hint.gender, hint.case if governed != "gent" else None, governed=True)
    apposed = head is not None and token.rel.split(":")[0] in ("appos", "flat") and head.index < token.index
    person = head is not None and head.feat("Animacy") == "Anim" and head.pos == "NOUN"
    if head is not None and apposed and person and not _may_be_owner(token, head):
        verb = sentence.head(head) if sentence and head.rel.startswith("nsubj") else None
        said = {"Masc": "m", "Fem": "f"}.get(verb.feat("Gender")) if verb and verb.feat("Tense") == "Past" else None
        return Hint(hint.case, said or hint.gender, CASES.get(head.feat("Case")), said is not None)
    title = _title_before(analysis, token)
    return Hint(hint.case, hint.gender, CASES.get(title.feat("Case")) if title else hint_of(tokens[-1]).case)


def _is_no_subject(name: Token, verb: Token) -> bool:
    """Tell whether a name that the parse calls a subject is none, by its case (``Премию дали Саидовой``, ``На сцену
    позвали Саидова``, ``написано Саидовым``)."""
    case = name.feat("Case")
    if name.rel == "nsubj:pass" and case == "Ins":
        return True
    return verb.feat("Number") == "Plur" and case in ("Dat", "Acc", "Gen")


def _governed(analysis: Analysis, name: Token) -> str | None:
    """Return the case that the word right before a name asks for; None where it asks for none, or several."""
    before = analysis.tokens[name.index - 1] if name.index else None
    if before is None:
        return None
    if before.lower in GOVERNING:
        return "gent"
    if before.lower == "на" and before.index and analysis.tokens[before.index - 1].lower.startswith(REFERRING):
        return "accs"
    return PREPOSITIONS.get(before.lower) if before.pos == "ADP" else None


def _may_be_owner(token: Token, head: Token) -> bool:
    """Tell whether a name behind a noun for kin may be whose kin it is: no given name (``внучка Мэн Цзюня``)."""
    return may_be_kin(head) and "Name" not in grammemes(token.text)


def _tells_subject(predicate: Token) -> bool:
    """Tell whether a predicate has the gender of its subject: a verb in the past, a short adjective (уверена)."""
    return predicate.feat("Tense") == "Past" or predicate.feat("Variant") == "Short"


def _woman_is_subject(name: Token, predicate: Token) -> bool:
    """Tell whether a woman's surname that was read as a man's genitive is a subject (``Саидова работает в Оше``)."""
    finite = predicate.pos == "VERB" and predicate.feat("VerbForm") == "Fin" and predicate.feat("Number") == "Sing"
    return finite and name.rel == "nsubj" and name.lower.endswith(WOMENS_ENDINGS)


def _surname_is_subject(analysis: Analysis, token: Token) -> bool:
    """Tell whether a first name taken for an oblique case is the subject with a surname in the nominative behind it."""
    surname = analysis.tokens[token.index + 1] if token.index + 1 < len(analysis.tokens) else None
    if surname is None or not token.rel.startswith("nsubj") or not surname.text[:1].isupper():
        return False
    return surname.pos == "PROPN" and surname.feat("Case") == "Nom" and not surname.lower.endswith(STAYING)


def _title_before(analysis: Analysis, token: Token) -> Token | None:
    """Return the nearest noun for a person before a name in one run of nouns and adjectives (мэром города Тулы …)."""
    for before in reversed(analysis.tokens[max(token.index - 9, 0) : token.index]):
        if before.pos not in ("NOUN", "PROPN", "ADJ"):
            return None
        person = before.pos == "NOUN" and before.feat("Animacy") == "Anim" and before.lemma in table("descriptors")
        if person and before.feat("Number") != "Plur":
            return before
    return None
