"""Who said it: resolve the speaker mention of every quotation to an actor of the article."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

import msgspec

from core.model import Actor, ActorKind, Form, Range
from core.model.punctuation import MARKS
from core.preannotate.actors.actors import build_cast
from core.preannotate.actors.cast import Candidate, Cast, mention_of
from core.preannotate.actors.concepts import lemma_of
from core.preannotate.analysis.analysis import Analysis
from core.preannotate.entities.proposals import Decision, EntityProposal, Resolution
from core.preannotate.quotations.phrases import span
from core.preannotate.quotations.proposal import Proposal
from core.preannotate.speakers.antecedent import antecedent_view, by_rule
from core.preannotate.speakers.around import Around
from core.preannotate.speakers.beside import others_in_frame, repeats
from core.preannotate.speakers.bodies import of_another_sort, subject_body
from core.preannotate.speakers.candidates import REACH, Past, Subjects, described, pool
from core.preannotate.speakers.context import Context, title_score
from core.preannotate.speakers.continuing import body_there, floating, goes_on, said_there
from core.preannotate.speakers.countrymen import one_meant
from core.preannotate.speakers.exclusion import PLAIN
from core.preannotate.speakers.features import features
from core.preannotate.speakers.fit import GROUPS, admissible, group_of, is_in
from core.preannotate.speakers.issuers import issuer_of, sender_view
from core.preannotate.speakers.itself import by_own_words
from core.preannotate.speakers.mentions import Kind, View, classes_of, is_bare, view_of
from core.preannotate.speakers.named_next import with_names
from core.preannotate.speakers.nearest import (
    SPOKESMEN,
    body_called_so,
    meant,
    of_guessed_gender,
    sole_subject,
    somebody,
    tells_trade,
    told_again,
    told_beside,
    told_of,
)
from core.preannotate.speakers.offices import is_bare_office, office_meant, own_office
from core.preannotate.speakers.order import order
from core.preannotate.speakers.others import OTHERS, WHILE_LEARNING
from core.preannotate.speakers.own_words import with_subject
from core.preannotate.speakers.pointing import papers_meant
from core.preannotate.speakers.ranker import probabilities, reasons
from core.preannotate.speakers.scholars import scholars_meant
from core.preannotate.speakers.talking import is_source, is_talk, talk_meant
from core.preannotate.speakers.together import named_together, together_meant
from core.preannotate.speakers.told_of import told_of_in, told_of_in_clause
from core.preannotate.speakers.verdict import Options, Verdict

CERTAIN = {Kind.NAME: 0.98, Kind.ORGANISATION: 0.96, Kind.RELATIVE: 0.55, Kind.FIRST_PERSON: 0.5, Kind.NONE: 0.84}
ITSELF = 0.94
"""How often the rule for a kind is right, measured by cross-validation on the training articles."""
SURE = 0.7
"""The score from which on whoever a description means is called so."""
BODY = 0.9
"""How often the one organisation that a noun for its sort may be said of is meant, the one person from a place."""
FLOATING = 0.75
"""How often a speech without a frame is of whoever spoke right before it."""
LAST = 60
"""Quotations, and described sources, back to which a decision looks."""


class Resolver:
    """Resolves the quotations of one article in the order of their frames, each decision knowing those before it."""

    def __init__(self, analysis: Analysis, entities: Sequence[EntityProposal]) -> None:
        self.analysis = analysis
        self.entities = entities
        self.cast: Cast = build_cast(analysis, entities)
        self.nouns = Subjects(analysis, entities)
        self.together = named_together(analysis, entities, self.cast)
        self.groups = [g.candidate for g in self.together if g.members[0].kind is ActorKind.PERSON]
        self.past: list[Past] = []
        self._spoke_in: dict[int, list[tuple[View, Candidate]]] = {}
        """Per sentence, the mentions of the frames that are resolved, and whom they stand for."""
        self.around = Around()
        """The quotations of the article; one that holds a frame tells who the frame's noun is not."""
        self.spoken: list[Candidate] = []
        author = (s.quoted is None or s.frame for s in analysis.sentences)
        self.author_sentences = tuple(accumulate(author, lambda before, own: before + own, initial=0))[1:]

    def view(self, proposal: Proposal) -> View:
        """Return whom a quotation's mention speaks of: of a message, whose it is."""
        found = view_of(self.analysis, with_subject(self.analysis, proposal), self.cast)
        if found.kind is Kind.RELATIVE:
            found = antecedent_view(self.analysis, self.cast, found, proposal) or found
        return sender_view(self.analysis, found, proposal, self.cast) or found

    def decide(self, proposal: Proposal, view: View, follow: bool = True) -> Verdict:
        """Return who said a quotation: by the mention's own words, by rule, or the likeliest of the candidates.
        ``follow``: of one who is only described, return the person that the description means."""
        if (itself := self.itself(view)) is not None:
            return Verdict(itself, ITSELF, "itself")
        if (one := self._pointed_at(proposal, view)) is not None:
            return Verdict(one, BODY, "itself")
        if view.kind is Kind.NONE and (before := floating(proposal, self.past[-LAST:])) is not None:
            return Verdict(before, FLOATING, "floating", ("previous_speaker",))
        there = said_there(self.analysis, proposal, view, self.past)
        if there is None and view.kind is Kind.NONE:
            bodies = [*self.cast.near(view.start), *self.nouns.near(proposal.sentence)]
            there = body_there(self.analysis, proposal, view, bodies)
        if (before := there or goes_on(proposal, view, self.past)) is not None:
            return Verdict(before, ITSELF, "goes-on", ("previous_speaker",))
        if group_of(proposal, view) is None:
            rule = "impersonal" if view.kind is Kind.NONE else f"{view.kind}"
            plain = by_rule(self.analysis, self.cast, self.nouns, self.spoken[-LAST:], self.past, view)
            return Verdict(plain, CERTAIN[view.kind], rule)
        options = self.options(proposal, view)
        if (one := told_again(view, options.candidates, options.rows, self.past[-LAST:])) is not None:
            return Verdict((self._meant_by(one, proposal) if follow else None) or one, ITSELF, "just-named")
        last = self.nouns.before(proposal.sentence)
        told = told_beside(self.analysis, view, options.candidates)
        if (one := told or sole_subject(view, options.candidates, proposal.sentence, last)) is not None:
            return Verdict(one, ITSELF, "just-named")
        alone = sole_subject(view, options.candidates, proposal.sentence, last, ActorKind.UNNAMED)
        one = self._new_subject(proposal, view, alone)
        if one is not None and (one.kind is ActorKind.UNNAMED or one in options.candidates):
            return Verdict(one, ITSELF, "just-named")
        if view.kind is Kind.PRONOUN and len(options.rows) > 1:
            kept = somebody(view, options.candidates, self.nouns, proposal.sentence)
            options = Options(options.group, [options.candidates[i] for i in kept], [options.rows[i] for i in kept])
        scores = probabilities(options.group, options.rows)
        best = max(range(len(scores)), key=scores.__getitem__)
        speaker = options.candidates[best]
        pronoun = options.group == GROUPS[Kind.PRONOUN]
        if speaker is not None and (pronoun or (follow and best < len(scores) - 1)):
            person = self._meant_by(speaker, proposal, bare=not pronoun)
            speaker = person if person and person.gender in ("", view.gender, view.cue_gender) else speaker
        speaker = own_office(self.analysis, view, speaker, self.spoken[-LAST:]) or speaker
        return Verdict(speaker, scores[best], f"ranked-{options.group}", reasons(options.group, options.rows[best]))

    def _pointed_at(self, proposal: Proposal, view: View) -> Candidate | None:
        """Return the body, the group, the unnamed source, the office that a description points back to by a rule."""
        near, past = self.cast.near(view.start), self.past[-LAST:]
        body = body_called_so(view, near) or one_meant(self.analysis, view, near, self.spoken[-LAST:])
        here, around = proposal.sentence, [*near, *self.nouns.near(proposal.sentence)]
        body = body or subject_body(view, around, here, self.nouns.before(here))
        body = body or told_of(view, near, self.nouns, here)
        group = body or scholars_meant(view, proposal.sentence, self.spoken[-LAST:], self.nouns)
        group = group or self._together(proposal, view)
        if group is not None or not (is_talk(view) or is_source(view) or is_bare_office(view)):
            return group
        return talk_meant(self.analysis, view, past, around) or office_meant(self.analysis, view, around, past)

    def _mention_of(self, described_one: Candidate, proposal: Proposal) -> tuple[Proposal, View, str] | None:
        """Return the last mention of somebody described before a frame, as one of its own, and its role."""
        mention = described_one.before(proposal.start)
        if described_one.kind is not ActorKind.UNNAMED or mention is None:
            return None
        tokens = self.analysis.slice(mention.start, mention.end)
        head = next((t for t in tokens if lemma_of(t) == described_one.head), None)
        if head is None or head.feat("Animacy") != "Anim":
            return None
        own = msgspec.structs.replace(
            proposal, mention=span(tokens), mention_tokens=tokens, mention_head=head, sentence=mention.sentence
        )
        view = view_of(self.analysis, own, self.cast)
        return (own, view, mention.role) if view.kind is Kind.DESCRIPTION else None

    def _meant_by(self, described_one: Candidate, proposal: Proposal, bare: bool = False) -> Candidate | None:
        """Return the person that a description means which a pronoun stands for (``Политик приехал. Он сказал``).
        ``bare``: only where it says not which (``40-летний политик``)."""
        found = self._mention_of(described_one, proposal) if described_one not in self.spoken else None
        if found is None:
            return None
        own, view, role = found
        if (bare and not is_bare(view)) or self.itself(view) is not None:
            return None
        best = self.decide(own, view, follow=False).speaker
        if best is None or (best.kind is ActorKind.UNNAMED and view.lemma in PLAIN and best.head != view.lemma):
            return best  # Нашли дочь моряка. Женщина заплакала. Она сказала
        known = title_score(view, best) > (0 if role == "subject" else 1) or (role == "subject" and is_bare(view))
        return best if known and best.kind is ActorKind.PERSON else None

    def _new_subject(self, proposal: Proposal, view: View, subject: Candidate | None) -> Candidate | None:
        """Return whom the sole described subject before a pronoun means (``Политик ушла: она``), or the subject
        itself, who is nobody named (``Представитель банка ушёл. Он``)."""
        found = self._mention_of(subject, proposal) if subject is not None else None
        if subject is None or found is None:
            return None
        own, said, _ = found
        here = own.sentence == proposal.sentence and subject.mentions[0].sentence == proposal.sentence
        pointing = here and is_bare(said) and "новый" not in said.words
        if not here and not classes_of(subject.head) & SPOKESMEN:
            return None
        if subject in self.spoken or self.itself(said) is not None:
            return subject
        meant = self.decide(own, said, follow=False).speaker
        if meant is not None and meant.kind is ActorKind.PERSON:
            return meant if pointing and meant.gender in ("", view.gender) else None
        return subject if meant is not None and meant.kind is ActorKind.UNNAMED and meant.head == subject.head else None

    def options(self, proposal: Proposal, view: View, learning: bool = False) -> Options:
        """Return the candidates that the rules leave, with their features, for a mention that names nobody.

        ``learning``: those that are left while the ranker is trained, by fewer rules.
        """
        candidates = pool(self.cast.near(view.start), self.spoken[-LAST:], self._near(proposal.sentence, view.start))
        beside = self._beside(view)
        barred = {*view.inside, *self._speakers_around(view, candidates), *(c for _, c in beside)}
        barred.update(c for c in candidates if of_another_sort(view, c))
        around = self.analysis.sentence_at(view.start)
        here = around.paragraph if around is not None else -1
        barred.update(others_in_frame(self.analysis, self.cast, proposal, None if self.around.at(view.start) else view))
        barred.update(*(rule(candidates, view, here) for rule in (WHILE_LEARNING if learning else OTHERS)))
        if not learning:
            barred.update(told_of_in(proposal, view, candidates, self.together))
            barred.update(told_of_in_clause(self.analysis, view, candidates))
        mentions = [view.where, *(where for where, _ in beside)]
        usable = [c for c in candidates if c not in barred and admissible(c, view) and not is_in(c, mentions)]
        if not any(c.kind is ActorKind.PERSON for c in usable):
            usable += of_guessed_gender(view, [c for c in candidates if c not in barred])
        usable = [c for c in meant(view, usable, self.nouns, proposal.sentence) if not is_in(c, mentions)]
        papers = papers_meant(usable, view)
        usable = papers or usable
        context = Context(
            self.analysis, proposal, view, self.past[-LAST:], usable, self.author_sentences, self._inside(view)
        )
        made = described(self.analysis, view, candidates) if view.kind is Kind.DESCRIPTION else None
        options: list[Candidate | None] = [*papers] or [*usable, made]
        group = group_of(proposal, view) or GROUPS[Kind.PRONOUN]
        return Options(group, options, [features(context, c, made) for c in options])

    def _speakers_around(self, view: View, candidates: Sequence[Candidate]) -> list[Candidate]:
        """Return who speaks around a source inside his own words, where he is ``я``: it is somebody else."""
        own = (p for p in self.past[-LAST:] if any(r.start <= view.start < r.end for r in p.words_at))
        said = [p.speaker for p in own if p.speaker is not None]
        told = {m.start for c in said for m in c.around(view.start)}
        said += [c for c in candidates if c.kind is ActorKind.UNNAMED and c.mentions[0].start in told]
        if view.kind is not Kind.DESCRIPTION:
            return said
        frames = (self.view(p) for p in self.around.at(view.start) if p.form is Form.DIRECT and p.mention is not None)
        said += [candidate for frame in frames for candidate in frame.named]
        people = (c for c in candidates if c.kind in (ActorKind.PERSON, ActorKind.UNNAMED))
        others = [c for c in people if view.lemma not in {*c.titles, *c.known, c.head}]
        return [*said, *others] if said else said  # «Тренер кричит: „Третья!“», — сказала Белова

    def _beside(self, view: View) -> list[tuple[Range | None, Candidate]]:
        """Return whom other frames of the sentence name before a described source: the author tells them apart.

        ``Тренер заявил, что А, а капитан отметил, что Б``; so do ``тот`` (``Он спросил друга, и тот сказал, что``)
        and ``другой``, which tells a source from the one before it.
        """
        if view.kind is not Kind.DESCRIPTION and view.lemma != "тот":
            return []
        around = self.analysis.sentence_at(view.start)
        frames = self._spoke_in.get(around.number, ()) if around is not None else ()
        found = [(other.where, c) for other, c in frames if other.where != view.where and not repeats(view, other)]
        another = any(t.lemma in ("другой", "второй") for t in view.tokens)
        if self.past and another and (last := self.past[-1].speaker) is not None:
            told = last.before(view.start)
            found.append((Range(told.start, told.end) if told is not None else None, last))
        return found

    def _near(self, sentence: int, end: int) -> list[Candidate]:
        """Return the described subjects near a sentence, and the groups of persons shortly before ``end`` in it."""
        named = ((g, g.mentions[0]) for g in self.groups)
        together = (g for g, m in named if sentence - REACH <= m.sentence <= sentence and m.start < end)
        return [*self.nouns.near(sentence), *together]

    def _together(self, proposal: Proposal, view: View) -> Candidate | None:
        """Return those named together whom a noun in the plural means again."""
        if view.gender != "p" or not self.together:
            return None
        here = self.analysis.sentence_at(view.start)
        described_ones = self.nouns.near(proposal.sentence)
        return together_meant(view, self.together, described_ones, here.paragraph) if here is not None else None

    def itself(self, view: View) -> Candidate | None:
        """Return whom a mention names by its own words: a person whose letter it is, a foreign word, a place."""
        return by_own_words(self.analysis, self.cast, self.spoken[-LAST:], view)

    def issuer(self, proposal: Proposal, chosen: Candidate | None) -> Candidate | None:
        """Return who issued the message that was chosen as a source; who was chosen where it is none."""
        found = issuer_of(self.analysis, self.cast, proposal, chosen)
        if found is None:
            return chosen
        own, view = found
        if view.named:
            return view.named[0]
        meant = self.decide(own, view).speaker
        return meant if meant is not None and meant.kind is ActorKind.PERSON else described(self.analysis, view, ())

    def _inside(self, view: View) -> bool:
        """Tell whether a frame stands inside somebody's speech."""
        sentence = self.analysis.sentence_at(view.start)
        return sentence is not None and sentence.quoted is not None and not sentence.frame

    def record(self, proposal: Proposal, view: View, speaker: Candidate | None, sure: bool = True) -> None:
        """Note who said a quotation, for those after it; ``sure``: enough to call him what the mention does."""
        before = self.analysis.text[max(proposal.start - 1, 0) : proposal.start + 1]
        apart = proposal.form is Form.DIRECT and (before[-1:] in MARKS or before[:1] == "\n")
        words_at = proposal.ranges if apart else ()
        self.past.append(Past(proposal.start, proposal.end, speaker, view.lemma, view.words, words_at))
        if speaker is None:
            return
        if view.tokens and (around := self.analysis.sentence_at(view.start)) is not None:
            self._spoke_in.setdefault(around.number, []).append((view, speaker))
        if speaker not in self.cast.named and speaker not in self.spoken[-LAST:]:
            self.spoken.append(speaker)
        if speaker.kind is ActorKind.UNNAMED and view.cue_gender == "f" and view.lemma == speaker.head:
            speaker.gender = "f"  # прокурор заявила
        if view.tokens and not view.named:
            speaker.add(mention_of(self.analysis, view.tokens))
        if speaker.kind is ActorKind.PERSON and view.kind is Kind.DESCRIPTION and sure and tells_trade(view):
            speaker.titles.setdefault(view.lemma, 1)  # Певица сказала: she is one from here on


def resolve(analysis: Analysis, entities: Sequence[EntityProposal], proposals: Sequence[Proposal]) -> Resolution:
    """Return the actors of the article, the speaker of every quotation and the actor of every entity."""
    resolver = Resolver(analysis, entities)
    resolver.around = Around(proposals)
    verdicts: list[Verdict] = [Verdict(None, 0.0, "")] * len(proposals)
    said: list[tuple[View, Candidate | None]] = []
    for index in order(proposals):
        view = resolver.view(proposals[index])
        verdict = resolver.decide(proposals[index], view)
        verdicts[index] = verdict._replace(speaker=resolver.issuer(proposals[index], verdict.speaker))
        resolver.record(proposals[index], view, verdicts[index].speaker, verdict.score >= SURE)
        said.append((view, verdicts[index].speaker))
    named = with_names(analysis, resolver.cast.persons, said)
    verdicts = [v._replace(speaker=named.get(v.speaker, v.speaker)) if v.speaker else v for v in verdicts]
    return _resolution(resolver, verdicts)


def _resolution(resolver: Resolver, verdicts: Sequence[Verdict]) -> Resolution:
    """Give ids to the actors that are named in the article or said something."""
    cast = resolver.cast
    said = (v.speaker for v in verdicts if v.speaker is not None)
    wanted = dict.fromkeys([*cast.persons, *cast.organisations, *said])
    ids = {candidate: f"a{number}" for number, candidate in enumerate(wanted, 1)}
    actors = tuple(Actor(id=ids[c], name=c.name, kind=c.kind) for c in wanted)
    decisions = tuple(
        Decision(speaker=ids[v.speaker] if v.speaker else None, score=v.score, rule=v.rule, evidence=v.evidence)
        for v in verdicts
    )
    return Resolution(actors=actors, decisions=decisions, entities=tuple(ids[c] if c else None for c in cast.of_entity))
