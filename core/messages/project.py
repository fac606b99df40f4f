"""Sentences about the project file: opened, written, checked, repaired, merged, restored."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # -- the project file (core.store) --
    "file-exists": "{path} is already there. Choose another name; nothing was overwritten.",
    "file-not-ours": "{path} is not a Citata project ({reason}). It was not touched.",
    "file-newer": "{path} was made by a newer Citata (file version {version}; this program knows up to {known}). "
    "It was not touched; update Citata to open it.",
    "file-foreign-schema": "{path} holds tables, triggers or views that are not Citata's ({names}). Nothing of it was "
    "run or changed; ask for the file as Citata wrote it, or restore a backup.",
    "file-damaged": "{path} is damaged ({reason}). Nothing was changed. Try: citata verify {path} --repair NEW.citata, "
    "or: citata restore {path}.",
    "file-locked": "Another program is writing to {path} at this moment. Nothing was lost; close it or try again.",
    "file-read-only": "{path} cannot be written ({reason}). It is open for reading; to work on it, save a copy "
    "elsewhere.",
    "file-cannot-open": "{path} cannot be opened ({reason}). Check that the file and its folder may be read and "
    "written.",
    "file-trouble": "The disk reported a fault at {path} ({reason}). The last change was not kept; try again, or save "
    "a copy elsewhere.",
    "file-gone": "{path} is no longer where it was ({reason}). The last change was not kept. Put the file back and try "
    "again, or save a copy elsewhere.",
    "file-replaced": "{path} is not the file that was opened any more ({reason}). Nothing more is written "
    "into it; what was done is saved under another name.",
    "file-linked": "{path} has a second name on this disk (a hard link), and two names would be two locks: it is open "
    "for reading. Remove the other name, or save a copy and work there.",
    "project-rescued": "{path} was moved, replaced or written over by another program while it was open. That file was "
    "left alone; everything that was done here is saved as {saved}.",
    "disk-full": "There is no room left on the disk of {path}. The last change was not kept; everything before it was. "
    "Make room and try again, or save a copy elsewhere.",
    "project-held": "{user} on {machine} has had {path} open since {since} (process {pid}). You can read it; you can "
    "write once it is closed there.",
    "project-read-only": "{path} is open for reading only.",
    "article-exists": "The project already has the article {id}, with the same text.",
    "article-differs": "The project has the article {id} with another text. The texts were left as they are.",
    "article-missing": "The project has no article {id}.",
    "article-removed": "The article {id} is removed. It can be brought back from the list of removed articles.",
    "details-date": "“{value}” is no date. A date is written as 2031-05-04, with a time as 2031-05-04T18:30.",
    "details-link": "“{value}” is no address of a page. It begins with https:// or http://.",
    "details-key": "“{key}” cannot be the name of a detail: it needs 1 to 100 characters that can be printed.",
    "article-digest": "The text of article {id} does not match its digest, so it was not taken in.",
    "article-damaged": "The text of article {id} in {path} is not what its digest says; the file is damaged. Try: "
    "citata verify {path} --repair NEW.citata, or: citata restore {path}.",
    "log-damaged": "The history of article {id} in {path} does not fit together ({reason}). Try: citata verify {path}.",
    "not-unicode": "A text holds half of a character (an unpaired surrogate) and cannot be stored: {reason}.",
    # -- verify, repair, merge (core.store) --
    "backup-failed": "No backup of {path} could be made ({reason}). The project itself is as it was.",
    "backup-missing": "There is no backup number {number} of {path}; there are {count}. Without a number, "
    "citata restore lists them.",
    "restore-held": "{path} is open ({user} on {machine}). Close it there, then restore.",
    "clock-behind": "The last edit in {path} was made at {last}, which this computer's clock has not reached yet. Set "
    "the clock; the order of the edits is kept in any case.",
    "merge-unrelated": "{path} has no article and no edit in common with this project, so it is no copy of it. To take "
    "its articles in all the same, repeat the command with --unrelated.",
    "conflict-missing": "There is no open conflict {id} any more: somebody has resolved it.",
    "verify-unreadable": "{what} cannot be read to its end: {reason}",
    "verify-database": "the database: {reason}",
    "verify-link": "a row of {table} points to a row of {target} that is not there",
    "verify-value": "the project's value {key} makes no sense: {reason}",
    "verify-article": "article {article}: the text is not what its digest says",
    "verify-row": "table {table}, row {row}: {reason}",
    "verify-article-log": "article {article}: {reason}",
    "verify-source": "source {source} of the register: {reason}",
    "verify-length": "article {article}: its length is kept as {kept}, and is {expected}",
    "verify-item": "article {article}, {annotator}: {item} cannot be read: {reason}",
    "verify-covered": "article {article}, {annotator}: {item} is kept with other words ({kept}) than the text has "
    "there ({text})",
    "verify-counts": "article {article}, {annotator}: the counts of the list are {kept}, and should be {expected}",
    "verify-layer": "article {article}, {annotator}: {reason}",
    "verify-log": "article {article}, {annotator}: the log does not fit together: {reason}",
    "verify-replay": "article {article}, {annotator}: the log gives something else for {count} items: {items}",
    "repair-article-lost": "article number {number}: nothing of it can be read",
    "repair-from-backup": "article {article}: the text comes from a backup",
    "repair-text": "article {article}: the text is kept as it can be read, but it is not what it was",
    "repair-article-named": "article {article}: its text is lost, and with it the layers of the article",
    "repair-id": "article {article}: its id is not certain, or was another one",
    "repair-article-name": "article {article}: its id is kept as {article}; elsewhere it is {other}",
    "repair-title-other": "article {article}: its title is kept as {title}; elsewhere it is {other}",
    "repair-article-log": "article {article}: its {name} is kept as {kept}; the other of article and log had {other}",
    "repair-source": "source {source} of the register is kept as {kept}; the other of register and log had {other}",
    "repair-annotator": "article {article}, {annotator}: the layer is kept as that of {annotator}; elsewhere it is "
    "that of {other}",
    "repair-layer-article": "article {article}, {annotator}: the layer is kept as one of this article; elsewhere it is "
    "one of article {other}",
    "repair-name": "article {article}, {annotator}: {item} is kept under this id; elsewhere it is {other}",
    "repair-value": "table {table}, row {row}: its {column} is kept as {kept}; elsewhere it is {other}",
    "repair-whole-backup": "of {path} no text can be read: the new file is the backup of {moment}, and the damaged "
    "file stays where it is",
    "repair-since": "edits made after that backup, of which the damaged file still tells, and which are missing: "
    "{count}",
    "repair-since-unknown": "how many edits were made after that backup cannot be told: no edit can be read",
    "repair-title": "article {article}: the title is not as it was",
    "repair-meta": "article {article}: its metadata cannot be read and were left out",
    "repair-labels-backup": "the project's labels come from a backup",
    "repair-labels-lost": "the project's labels cannot be read: it has the usual ones now",
    "repair-layer-lost": "article {article}, {annotator}: the layer cannot be kept (number {number}); items left out: "
    "{count}",
    "repair-layer-guessed": "article {article}, {annotator}: whose layer it is was lost (number {number}); its words "
    "fit this article only, and its edits are by this name",
    "repair-layer": "article {article}, {annotator}: items that the log has otherwise ({count}): {items}",
    "repair-from-log": "article {article}, {annotator}: items taken from the log ({count}): {items}",
    "repair-items-backup": "article {article}, {annotator}: items taken from a backup, as they were then ({count}): "
    "{items}",
    "repair-item-lost": "article {article}, {annotator}: {item} is lost: {reason}",
    "repair-uncounted": "article {article}, {annotator}: rows and edits of this layer are lost. Annotations of the "
    "lost edits may be missing without being named (at least {count}), and deleted ones may be back",
    "repair-head": "article {article}, {annotator}: status, note and flags of the article are lost",
    "repair-log-broken": "edits of the log that cannot be read: {count}",
    "repair-log-entry": "edit {number} of the log: its author, time, name or uid could not be read and is made anew",
    "repair-row": "table {table}, row {row} was left out: {reason}",
    "repair-row-changed": "table {table}, row {row} is kept with another value there: {reason}",
    "repair-not-sound": "{path} could not be repaired: what was saved of it is not sound ({reason}). Nothing was "
    "written. Take a backup: citata restore {path}.",
    "repair-log": "article {article}, {annotator}: {count} edits of the log could not be kept",
    "repair-link": "article {article}, {annotator}: a link of {item} pointed nowhere and was taken away",
    "repair-left-out": "article {article}, {annotator}: {item} does not fit the text and was left out",
}
