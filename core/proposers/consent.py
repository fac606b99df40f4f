"""What was allowed: which host may get a project's texts, which command may be run, by whom and when.

A consent to a host is kept in the project, with who and when, and an approval beside the settings of whoever works on
this machine. Both must be there: a project from somebody else brings its consents along, but sends nothing and runs
nothing here before somebody here has said yes. A changed host, port, proxy, command or folder asks again.
"""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from core.errors import UserError
from core.formats.base import replacing
from core.proposers.definition import Definition, Kind

if TYPE_CHECKING:
    from core.store import Project

VALUE = "consents"
"""The project value that holds the consents."""
VARIABLE = "CITATA_APPROVALS"
"""The environment variable that names another file of approvals."""


class Consent(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """That texts of the project may go to a host (``example.org:443``), ``through`` a proxy or directly."""

    host: str
    by: str
    at: str
    through: str = ""


class Approval(msgspec.Struct, frozen=True, kw_only=True):
    """That on this machine a project may use a target: a host with its proxy, or a command as JSON."""

    project: str
    target: str
    at: str = ""


class Need(NamedTuple):
    """What must be allowed before a proposer works. ``host`` is empty for a command."""

    definition: Definition
    target: str
    host: str = ""
    through: str = ""


def consents(project: Project) -> list[Consent]:
    """Return the consents of a project; what is none is passed over."""
    value = project.value(VALUE)
    found: list[Consent] = []
    for one in value if isinstance(value, list) else ():
        try:
            found.append(msgspec.convert(one, Consent))
        except msgspec.ValidationError:
            continue
    return found


def needed(project: Project, made: Definition) -> Need | None:
    """Return what must still be allowed before a proposer of a project works here; None where nothing."""
    need = _asked_for(made)
    if need is None:
        return None
    place = str(project.path)
    approved = any(one.project == place and one.target == need.target for one in _approvals())
    given = not need.host or any((one.host, one.through) == (need.host, need.through) for one in consents(project))
    return None if approved and given else need


def require(project: Project, made: Definition) -> None:
    """Raise UserError ``proposer-consent`` or ``proposer-approval`` where something must still be allowed."""
    need = needed(project, made)
    if need is None:
        return
    facts = {"name": made.name, "path": str(project.path)}
    if need.host:
        code = "proposer-consent-proxy" if need.through else "proposer-consent"
        raise UserError(code, host=need.host, through=need.through, **facts)
    raise UserError("proposer-approval", command=made.target, **facts)


def allow(project: Project, made: Definition, host: str | None = None) -> None:
    """Allow what a proposer needs, by the project's author, now.

    ``host``: as whoever allows it has named it, with or without the port; UserError ``proposer-other-host`` where the
    proposer would be asked elsewhere.
    """
    need = _asked_for(made)
    if host is not None and (need is None or not _names(host, need.host)):
        address = made.address
        raise UserError("proposer-other-host", name=made.name, host=host, known=address.named if address else "—")
    if need is None:
        return
    now = datetime.now(UTC).isoformat(timespec="seconds")
    if need.host:
        kept = [one for one in consents(project) if one.host != need.host]
        given = Consent(host=need.host, by=project.author, at=now, through=need.through)
        project.set_value(VALUE, [msgspec.to_builtins(one) for one in (*kept, given)])
    _approve(Approval(project=str(project.path), target=need.target, at=now))


def withdraw(project: Project, host: str) -> None:
    """Take back a consent to a host."""
    kept = [one for one in consents(project) if not _names(host, one.host)]
    project.set_value(VALUE, [msgspec.to_builtins(one) for one in kept] or None)


def _asked_for(made: Definition) -> Need | None:
    if made.kind is Kind.COMMAND:
        return Need(made, json.dumps(made.command, ensure_ascii=False))
    address = made.address
    assert address is not None
    if address.is_local:
        return None
    proxy = address.proxy()
    through = "" if proxy is None else proxy.named
    return Need(made, f"{address.named} {through}".strip(), address.named, through)


def _names(typed: str, host: str) -> bool:
    """Tell whether somebody who typed a host meant this one: with its port, or without any."""
    typed = typed.strip().lower()
    return bool(typed) and typed in (host, host.rpartition(":")[0], host.rpartition(":")[0].strip("[]"))


def approvals_path() -> Path:
    """Return where the approvals of this machine's user are kept."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    from platformdirs import user_config_dir

    return Path(user_config_dir("citata", appauthor=False)) / "approvals.json"


def _approvals() -> list[Approval]:
    try:
        return msgspec.json.decode(approvals_path().read_bytes(), type=list[Approval])
    except (OSError, msgspec.DecodeError):
        return []  # nothing is allowed


def _approve(given: Approval) -> None:
    kept = [one for one in _approvals() if (one.project, one.target) != (given.project, given.target)]
    path = approvals_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError("file-unwritable", path=str(path), reason=error.strerror or str(error)) from error
    with replacing(path) as out:
        out.write(msgspec.json.format(msgspec.json.encode([*kept, given]), indent=1))
