"""Do something to many lines as one act, and say what was done and what was not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from gui.concordance.acting import Planned, What, Why, Wish, plan
from gui.concordance.taking import Lines
from gui.desk.acts import LayersEdited
from gui.desk.desk import Desk
from gui.desk.jobs import Job, Report
from gui.look.languages import tr
from gui.words.care import capital


def act_words(what: What, count: int) -> str:
    """Return what is done to so many lines, for the middle of a sentence."""
    words: Mapping[What, Callable[[], str]] = {
        What.LABEL: lambda: tr("label %n line(s)", count),
        What.FORM: lambda: tr("change the form of %n line(s)", count),
        What.NOTE: lambda: tr("write a note on %n line(s)", count),
        What.FLAG: lambda: tr("flag %n line(s) as unsure", count),
        What.UNFLAG: lambda: tr("take the flag from %n line(s)", count),
        What.FLAG_ARTICLE: lambda: tr("flag the articles of %n line(s) as unsure", count),
        What.ACCEPT: lambda: tr("accept %n line(s)", count),
        What.REJECT: lambda: tr("reject %n line(s)", count),
    }
    return words[what]()


def left_words(left: Counter[Why]) -> str:
    """Return how many lines were left as they were, and why; empty where none was."""
    words: Mapping[Why, Callable[[int], str]] = {
        Why.NO_ITEM: lambda n: tr("%n in no quotation", n),
        Why.OTHER_LAYER: lambda n: tr("%n in another’s layer", n),
        Why.GONE: lambda n: tr("%n changed or removed since", n),
        Why.UNFIT: lambda n: tr("%n to which it does not apply", n),
        Why.SAME: lambda n: tr("%n that had it already", n),
    }
    some = [words[why](left[why]) for why in Why if left[why]]
    return tr("Left as they were: {which}.", which=", ".join(some)) if some else ""


def done_words(what: What, planned: Planned) -> str:
    """Return what an act has done, in how many articles, and what it has left."""
    if not planned.edits:
        said = tr("Nothing was changed.")
    else:
        articles = tr("%n article(s)", len(planned.edits))
        said = tr("Done: {what}, in {articles}.", what=act_words(what, planned.lines), articles=articles)
    return f"{said} {left_words(planned.left)}".strip()


def do(desk: Desk, lines: Lines, wish: Wish, say: Callable[[str], object]) -> None:
    """Do a wish to lines in the layer that is worked on; ``say`` gets what came of it."""
    session = desk.session
    project, whose, own = session.project, session.annotator, session.own
    if project is None or session.refuse():
        return

    def work(report: Report) -> Planned | None:
        going_on = _often(report)
        return plan(project, whose, lines.each(going_on), wish, own=own, going_on=going_on)

    def end(planned: object) -> None:
        if not isinstance(planned, Planned) or session.project is not project:
            say(tr("Stopped; nothing was changed."))
            return
        count = planned.lines
        act = LayersEdited(planned.edits, lambda: act_words(wish.what, count))
        if not planned.edits or session.act(act):
            say(capital(done_words(wish.what, planned)))
        else:
            say(tr("Nothing was changed."))

    desk.run(Job(tr("Reading lines"), 0, work), end)


def _often(report: Report) -> Callable[[], bool]:
    """Return what asks every hundredth time whether to go on, and is False from the first no on."""
    asked, on = 0, True

    def going_on() -> bool:
        nonlocal asked, on
        asked += 1
        if on and asked % 100 == 1:
            on = report(asked, "")
        return on

    return going_on
