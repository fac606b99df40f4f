"""The values of the model in words: states, statuses, forms, kinds, layers, and what an edit did."""

from __future__ import annotations

from core.language import mark, tr
from core.model import AUTO, GOLD, PROPOSER, ActorKind, Form, State, Status
from core.model.layer import Edit
from core.model.scope import Scope

FORMS: dict[Form, str] = {Form.DIRECT: mark("Direct"), Form.INDIRECT: mark("Indirect"), Form.MIXED: mark("Mixed")}
STATES: dict[State, str] = {
    State.AUTO: mark("proposal"),
    State.ACCEPTED: mark("accepted"),
    State.CORRECTED: mark("corrected"),
    State.MANUAL: mark("by hand"),
    State.REJECTED: mark("rejected"),
}
STATUSES: dict[Status, str] = {
    Status.NEW: mark("New"),
    Status.IN_PROGRESS: mark("In progress"),
    Status.DONE: mark("Done"),
    Status.IN_REVIEW: mark("In review"),
    Status.REVIEWED: mark("Reviewed"),
    Status.RETURNED: mark("Returned"),
}
KINDS: dict[ActorKind, str] = {
    ActorKind.PERSON: mark("person"),
    ActorKind.ORGANISATION: mark("organisation"),
    ActorKind.DOCUMENT: mark("document"),
    ActorKind.GROUP: mark("group"),
    ActorKind.UNNAMED: mark("unnamed"),
}
EDITS: dict[str, str] = {
    "start": mark("start from the pre-annotation"),
    "fill": mark("replace everything"),
    "lay-over": mark("lay other proposals over it"),
    "pre-annotate": mark("pre-annotate"),
    "import": mark("import"),
    "add-entity": mark("mark an entity"),
    "add-entities": mark("mark entities"),
    "add-quotation": mark("mark a quotation"),
    "delete": mark("delete"),
    "accept": mark("accept"),
    "reject": mark("reject"),
    "set-status": mark("change the status"),
    "set-label": mark("change the label"),
    "set-form": mark("change the form"),
    "move-edge": mark("move an edge"),
    "set-ranges": mark("change the content"),
    "add-range": mark("add a range"),
    "cut-range": mark("take a range away"),
    "cut-author": mark("leave the author’s words out"),
    "fill-gaps": mark("make one range"),
    "toggle-marks": mark("quotation marks in or out"),
    "toggle-end": mark("end punctuation in or out"),
    "tidy": mark("edges by policy"),
    "mend": mark("fix what the checks found"),
    "restore": mark("go back in the history"),
    "set-cue": mark("set the cue"),
    "set-mention": mark("set the speaker mention"),
    "set-speaker": mark("set the speaker"),
    "set-parent": mark("change the nesting"),
    "split-quotation": mark("split the quotation"),
    "join-quotations": mark("join quotations"),
    "set-actor": mark("set the actor"),
    "set-note": mark("write a note"),
    "toggle-flag": mark("flag"),
    "add-actor": mark("new actor"),
    "rename-actor": mark("rename the actor"),
    "describe-actor": mark("describe the actor"),
    "merge-actors": mark("merge actors"),
    "split-actor": mark("split the actor"),
    "move-to-actor": mark("move to another actor"),
    "delete-actor": mark("delete the actor"),
    "link-source": mark("link to the register"),
    "take-agreed": mark("take over what all agree on"),
    "take-version": mark("take a version"),
    "take-both": mark("take both versions"),
    "take-majority": mark("take what most say"),
    "take-rest": mark("take the rest from one layer"),
    "compose": mark("take fields of several versions"),
    "edit-version": mark("make a version of one’s own"),
    "reject-version": mark("reject all versions"),
    "reopen": mark("take a decision back"),
    "set-remark": mark("comment on a decision"),
    "take-correction": mark("take a correction over"),
    "merge": mark("take another copy in"),
    "settle": mark("resolve a conflict"),
    "compacted": mark("several edits, compacted"),
    "repair": mark("repair"),
}
FIELDS: dict[str, str] = {
    "cue": mark("cue"),
    "mention": mark("speaker mention"),
    "speaker": mark("speaker"),
    "parent": mark("quotation around it"),
    "actor": mark("actor"),
}
"""The fields that the program may have filled in, in words."""

WHY: dict[str, str] = {
    "daily": mark("backup of the day"),
    "manual": mark("by hand"),
    "before-merge": mark("before a merge"),
    "before-compaction": mark("before the log was compacted"),
}


def form_words(form: Form) -> str:
    return tr(FORMS[form])


def state_words(state: State) -> str:
    return tr(STATES[state])


def status_words(status: Status) -> str:
    return tr(STATUSES[status])


def kind_words(kind: ActorKind | None) -> str:
    return tr(KINDS[kind]) if kind is not None else ""


def edit_words(edit: Edit) -> str:
    """Return what an edit did, for the undo menu: ``set the speaker``."""
    known = EDITS.get(edit.name)
    return tr(known) if known else edit.name


def layer_words(name: str) -> str:
    """Return what a layer is called: by its annotator, or by what it is."""
    if name.startswith(PROPOSER):
        return tr("Proposals ({name})", name=name.removeprefix(PROPOSER))
    return {AUTO: tr("Proposals (auto)"), GOLD: tr("Adjudicated")}.get(name, name)


def covered_words(scope: Scope) -> str:
    """Return what a scope covers: ``quotations, PER``."""
    parts = [tr("quotations")] if scope.quotations else []
    parts += [", ".join(scope.labels) or tr("entities")] if scope.entities else []
    return ", ".join(parts)


def why_words(why: str) -> str:
    """Return why a backup was made."""
    if why.startswith("version-"):
        return tr("before the file was brought up from version {version}", version=why.removeprefix("version-"))
    return tr(WHY[why]) if why in WHY else why
