"""A proposer at work: article after article asked, each answer verified; what fails for one is said of that one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from core.errors import UserError
from core.formats.jsonl import write_record
from core.model import Article, Head
from core.model.layer import Layer
from core.model.schema import Schema
from core.preannotate.bulk.many import Outcome, always
from core.proposers import consent, posting
from core.proposers.answers import Fitted, Refusal, fitted, read_answer
from core.proposers.definition import Definition, Kind
from core.proposers.process import Process
from core.proposers.waiting import Going, Stopped

if TYPE_CHECKING:
    from core.store import Project

GIVE_UP = 3
"""Articles in a row that get no answer, after which a proposer is not asked any more."""
EXAMPLES = 20
"""Refused items that are kept to be shown; the others are counted."""
OF_ONE_ARTICLE = frozenset({
    "proposer-slow", "proposer-exit", "proposer-killed", "proposer-silent", "proposer-status", "proposer-broke-off",
    "proposer-html", "proposer-empty", "proposer-json", "proposer-too-much", "proposer-many", "proposer-shape",
    "proposer-other-article", "proposer-other-text", "proposer-chat", "proposer-cut-prompt", "proposer-cut-answer",
})  # fmt: skip
"""What may be wrong with one article and right with the next; any other error ends the run."""


class Asked(Protocol):
    """What answers about articles."""

    def ask(self, article: Article, going: Going) -> tuple[dict[str, Any], list[Refusal]]: ...

    def close(self) -> None: ...


class Proposing:
    """A proposer for many articles (``core.preannotate.bulk.Many``); what of its answers was refused is counted."""

    def __init__(self, definition: Definition, schema: Schema, folder: Path, guidelines: str = "") -> None:
        self.definition = definition
        self._labels = [label.id for label in schema.labels]
        self._schema, self._folder, self._guidelines = schema, folder, guidelines
        self.refused: Counter[str] = Counter()
        self.examples: list[tuple[str, Refusal]] = []
        """Refused items with their articles' ids, the first ones."""

    def each(self, articles: Iterable[Article], going: Going = always) -> Generator[Outcome, None, None]:
        """Yield an outcome for every article, in their order; see ``Many.each``.

        Raises UserError ``proposer-…`` where no article can be done, ``proposer-gave-up`` after several in a row.
        """
        failed = 0
        with self._asked() as asked:
            for article in articles:
                try:
                    outcome: Layer | UserError = self._one(asked, article, going).layer
                except Stopped:
                    return
                except UserError as error:
                    if error.code not in OF_ONE_ARTICLE:
                        raise
                    failed += 1
                    outcome = UserError("proposer-failed", name=self.definition.name, id=article.id, reason=error)
                    if failed >= GIVE_UP:
                        name = self.definition.name
                        raise UserError("proposer-gave-up", name=name, count=failed, reason=error) from error
                else:
                    failed = 0
                yield article, outcome

    def one(self, article: Article, going: Going = always) -> Fitted | None:
        """Return what it proposes for one article and what is refused of it; None where nobody wants it any more.

        Raises UserError ``proposer-…``.
        """
        with self._asked() as asked:
            try:
                return self._one(asked, article, going)
            except Stopped:
                return None

    def _one(self, asked: Asked, article: Article, going: Going) -> Fitted:
        answer, refused = asked.ask(article, going)
        made = fitted(article, answer, self._labels, self.definition.name, self.definition.version, refused)
        for refusal in made.refused:
            self.refused[refusal.reason] += 1
            if len(self.examples) < EXAMPLES:
                self.examples.append((article.id, refusal))
        return made

    @contextmanager
    def _asked(self) -> Iterator[Asked]:
        asked = self._made()
        try:
            yield asked
        finally:
            asked.close()

    def _made(self) -> Asked:
        if self.definition.kind is Kind.MODEL:
            from core.proposers.model import Model

            return Model(self.definition, self._schema, self._guidelines)
        return _Lines(self.definition, self._labels, self._folder)


class _Lines:
    """A command or a server that takes and gives lines of the exchange format."""

    def __init__(self, definition: Definition, labels: list[str], folder: Path) -> None:
        self._definition, self._labels = definition, labels
        self._process = Process(definition.command, folder, anew=definition.anew)
        self._last: str | None = None

    def ask(self, article: Article, going: Going) -> tuple[dict[str, Any], list[Refusal]]:
        """Return the answer about an article; an answer that is none ends the process."""
        line = question(article, self._definition, self._labels)
        if self._definition.kind is Kind.SERVER:
            from core.proposers.model import authorization

            address = self._definition.address
            assert address is not None
            headers = {"Content-Type": "application/x-ndjson", **authorization(self._definition)}
            return read_answer(posting.post(address, line, headers, self._definition.seconds, going)), []
        answer = self._answered(line, going)
        if answer.get("id") == self._last != article.id:  # one line too many about the article before
            self._process.close()
            answer = self._answered(line, going)
        if answer.get("id") != article.id:
            self._process.close()
            raise UserError("proposer-other-article", id=article.id, found=str(answer.get("id", "—"))[:80])
        self._last = article.id
        return answer, []

    def _answered(self, line: bytes, going: Going) -> dict[str, Any]:
        try:
            return read_answer(self._process.ask(line, self._definition.seconds, going))
        except UserError:
            self._process.close()
            raise

    def close(self) -> None:
        self._process.close()


def question(article: Article, definition: Definition, labels: list[str]) -> bytes:
    """Return the line that a command or server gets: an article in the exchange format with nothing marked.

    ``labels`` are those of the project.
    """
    head = Head(extra={"labels": labels})
    return write_record(article, Layer(article, definition.layer, [head])) + b"\n"


def proposing(project: Project, definition: Definition) -> Proposing:
    """Return a proposer of a project, ready to work.

    Raises UserError ``proposer-consent`` or ``proposer-approval`` where nobody has allowed it yet.
    """
    from core.proposers.prompt import read_guidelines

    consent.require(project, definition)
    guidelines = read_guidelines(project.path) if definition.kind is Kind.MODEL else ""
    return Proposing(definition, project.schema, project.path.parent, guidelines)
