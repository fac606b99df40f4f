"""English sentences for every known error: what is wrong, and what to do. The window translates the same codes.

An error at one position in a file (its facts hold ``source`` and ``line``) reads "file, line 3, field: reason".
"""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: dict[str, str] = {
    # code: sentence; {names} are filled from UserError.facts
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
    # -- search over all articles (core.corpus) --
    "search-index-anew": "The search index {path} was not believed ({reason}) and is made anew. The project itself is "
    "as it was.",
    "search-index-elsewhere": "{path} cannot be written ({reason}); the search index is kept in {folder}.",
    "search-index-busy": "Another process is taking the last changes into the search index; what is shown is as it "
    "was before. Search again in a while.",
    "search-index-broken": "The search index {path} was made anew and still cannot be read ({reason}). Check the disk; "
    "the project itself is as it was.",
    "search-pattern-slow": "The pattern /{pattern}/ was looked for in all texts for {seconds} seconds without coming "
    "to an end. Add a word or a filter, so that fewer texts are read.",
    "search-pattern-many": "The pattern /{pattern}/ matches more than {most:,} times. Make it narrower.",
    "search-not-sorted": "These are {count:,} lines, and no more than {most:,} are sorted: they stand in the order of "
    "the articles. Narrow the search to sort them.",
    "query-empty": "There is nothing to look for. Type a word, a phrase in quotation marks, or a filter "
    "(мост speaker:Белов).",
    "query-not": "The query has no words that must be there. Add one, or in:quotation to look at quotations.",
    "query-unclosed": "Character {position}: what begins with {mark} has no end. Put the closing mark.",
    "query-bracket": "Character {position}: the bracket {mark} has no partner. Add it, or put the words into quotation "
    "marks.",
    "query-empty-bracket": "Character {position}: there is nothing inside the brackets.",
    "query-deep": "Character {position}: more than {most} brackets stand in each other.",
    "query-operator": "Character {position}: {operator} has nothing to work on. Put words beside it; the word itself "
    "is written in small letters or in quotation marks.",
    "query-pattern-empty": "Character {position}: there is nothing between the slashes. A pattern is written "
    "as /мост\\w*/.",
    "query-word": "Character {position}: “{word}” has no letter or digit to look for. Marks are found by a pattern, as "
    "in /[!?]/.",
    "query-gap": "Character {position}: a phrase begins and ends with a word; * and ..3 stand between words.",
    "query-gap-long": "Character {position}: no more than {most} words may stand between the words of a phrase, and "
    "the smaller number comes first.",
    "query-field": "Character {position}: there is no field {field}. The fields are: {known}. A word with a colon goes "
    "into quotation marks.",
    "query-value": "Character {position}: “{value}” is nothing that {field} can be. It can be: {known}.",
    "query-value-none": "Character {position}: {field}: needs a value right behind the colon; several are parted by "
    "commas.",
    "query-date": "Character {position}: “{value}” is no date. Type 2026, 2026-05, 2026-05-31 or 31.05.2026, or two "
    "of them as 2026-05..2026-07.",
    "query-where": "Character {position}: the words are looked for in one place only. Leave one in: with one value.",
    "query-filter-inside": "Character {position}: the filter {field}: stands inside brackets or beside OR. Filters "
    "hold for the whole query: put it at the end.",
    "query-not-there": "Character {position}: {field}: cannot be asked with in:{where}. Leave one of the two out.",
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
    # -- files ---------------------------------------------------------------------------------------------------------
    "file-missing": "There is no file {path}. Check the name, or whether the disk it is on is there.",
    "file-is-folder": "{path} is a folder, and a file is needed here.",
    "file-unreadable": "{path} cannot be read: {reason}. Check its permissions.",
    "file-unwritable": "{path} cannot be written: {reason}. Choose another folder, or free some space. "
    "Nothing that was there has changed.",
    "folder-empty": "{path} has no files to read.",
    "page-no-text": "{path} has no main text that can be told from its menus and advertisements. Save the text itself.",
    "pdf-no-text": "{path} has no text layer: it is pictures of pages. Recognise the text first (OCR).",
    "pdf-locked": "{path} is locked with a password. Save a copy without one.",
    "mail-no-text": "{path} is a mail without text.",
    "column-missing": "there is no column {column}; there are: {known}. Map the columns with --column text=NAME.",
    "zip-bomb": "{path} would unpack to {size} bytes or more, and {limit} are allowed. Unpack it yourself and look.",
    "zip-climbs": "{path} holds {member}, which points outside the archive. It was left out.",
    "zip-link": "{path} holds {member}, which is a link to another file. It was left out.",
    "link-left-out": "{path} is a link to another file or folder. Links are not followed; import what it points to.",
    "document-locked": "{path} is locked with a password. Save a copy without one.",
    "zip-member": "{member} in {path} cannot be unpacked: {reason}.",
    "zip-nested": "{path} is an archive in an archive. Unpack it first.",
    "folder-not-ours": "{path} is there and was not made by an export. Choose another folder; nothing was replaced.",
    "file-empty": "{path} is empty: there is no text to annotate.",
    "file-binary": "{path} is not a text file ({reason}). Save it as plain text and try again.",
    "file-format": "{path} is not {format}, or is damaged ({reason}). Make it again, or name another --format.",
    "file-too-large": "{path} is too large: {size} bytes, and an article may have {limit:,} characters. Split it.",
    "file-kind-unknown": "{path} is of no kind that can be read here. It was left out.",
    "encoding-wrong": "{path} is not text in {encoding}: byte {byte} does not fit. "
    "Leave --encoding out to have it detected.",
    "encoding-none": "{encoding} is no encoding that is known here. Try utf-8, utf-16, cp1251, koi8-r or cp866.",
    "encoding-unknown": "{path} is text in no encoding that can be told from Russian. Name it with --encoding.",
    "text-empty": "{source} has no text: only white space, or nothing.",
    "text-too-long": "{source} has {length:,} characters, and an article may have {limit:,}. Split it.",
    "paragraph-too-long": "{source} has a paragraph of {length:,} characters (number {number}), and a paragraph may "
    "have {limit:,}. Break it into lines.",
    "text-controls": "{source} holds the control character {character}, so it is not plain text. Remove it.",
    # -- records -------------------------------------------------------------------------------------------------------
    "record-json": "this is not a whole JSON object ({reason}). Export the file again, or repair the line.",
    "record-surrogate": "half of a surrogate pair stands here: an emoji was cut in two. Repair the line.",
    "record-format": "the format is {found}, and citata/1 is read here. Name the file's format with --format.",
    "record-newer": "the format {found} is newer than this program. Update Citata.",
    "record-field": "{reason}.",
    "record-text-differs": "the text of the article there is {expected}, and the record says {found}. "
    "Offsets must count code points of the article's text.",
    "record-deep": "this is nested more than {limit} levels deep, which no program could read again. Leave that field "
    "out, and import the record again.",
    "record-offsets-off": "{reading}. Import with --repair to read them so; every covered text fits then.",
    "record-range-outside": "the range {start}–{end} does not lie in the text of {length} characters.",
    "record-ranges-order": "the ranges are not sorted, or overlap.",
    "record-ranges-none": "a quotation needs at least one range.",
    "record-id-twice": "the id {id} stands for two items of the record. Ids are unique in a record.",
    "record-id-reserved": "the id {id} is reserved.",
    "record-id-empty": "the id is empty.",
    "record-link": "{id} is not the id of {kind} of this record.",
    "record-cycle": "the quotation {id} stands in itself.",
    "record-not-canonical": "the text has {what}, which the offsets may count or not. "
    "Newlines are \\n, and there is no BOM.",
    "record-text-empty": "the article has no text.",
    "record-text-long": "the text has {length:,} characters, and an article may have {limit:,}.",
    "record-paragraph-long": "the text has a paragraph of {length:,} characters (number {number}), and a paragraph may "
    "have {limit:,}.",
    "record-article-differs": "an article {id} with another text is there already. Give one of them another id.",
    "record-label": "the label {label} is not one of the project's ({known}). Add it to the project, "
    "or import with --add-labels.",
    "record-layer-differs": "the layer of {annotator} for article {id} is there already and differs. "
    "Import with --replace to put this one in its place (it can be undone), or give the record another annotator.",
    # -- pre-annotation ------------------------------------------------------------------------------------------------
    "models-missing": "The language models are not in {folder}. Install Citata anew: pip install --force-reinstall "
    "citata; in a checkout: make setup.",
    "desktop-only-linux": "Citata can put itself among the programs of a Linux desktop; this is {system}.",
    # -- the window's start --------------------------------------------------------------------------------------------
    "qt-missing": "the window cannot start, since Qt lacks {libraries}. On Debian: apt-get install {packages}. "
    "The commands (citata --help) work without it.",
    # -- export --------------------------------------------------------------------------------------------------------
    "export-unsettled": "{format} cannot say which items nobody has settled, and {count} item(s) of {articles} "
    "article(s) would be written as if people had made them. Export what people settled (--what people), or ask for "
    "all (--unsettled).",
    "export-empty": "Nothing to export: the project has no annotations yet.",
    "export-nothing": "Nothing to export: no layer fits {filters}. Finished work is exported unless you ask for "
    "more: --what people+open (open proposals too), --what proposals, or --layer.",
    "export-stopped": "The export was stopped; {path} was not written.",
    # -- the window ----------------------------------------------------------------------------------------------------
    "articles-changed": "An article was changed elsewhere meanwhile. The list was read again; repeat your last act.",
    "layer-changed": "The annotation of this article was changed elsewhere. It was read again; repeat your last act.",
    "format-unknown": "{format} is no format of ours. There are: {known}.",
    "format-write-only": "{format} can be written but not read. Can be read: {known}.",
    "format-read-only": "{format} can be read but not written. Can be written: {known}.",
    "format-needs-extra": "{format} needs {package}, which this Citata came without. Where pip installed it: "
    "pip install 'citata[{extra}]'.",
    "import-nothing": "Nothing was imported: {refused} refused, {known} there already.",
    "annotate-nothing": "Nothing was annotated: {refused} refused.",
    "annotate-failed": "The article {id} could not be pre-annotated ({reason}). Please report its text as a fault.",
    "workers-lost": "No process that annotates could be kept running ({reason}). What was done is kept. Close other "
    "programs and try again; on the command line, --workers 1 does without such processes.",
    "scheduler-unreachable": "The scheduler {address} cannot be reached ({reason}). Nothing was annotated. Start it "
    "there with: dask scheduler, and see that this machine may reach its port.",
    "scheduler-lost": "The connection to the scheduler {address} has broken off. What was done is kept.",
    "cluster-empty": "Workers at the scheduler {address}: {found}, and no more came in {seconds} s. What was done is "
    "kept. Start workers on its machines with: dask worker {address}.",
    "cluster-differs": "{where} has another Citata or other models ({theirs}) than this program ({ours}), so its "
    "proposals would differ. What was done before is kept. Install the same version on all machines.",
    "cluster-without-citata": "{where} has no Citata that can annotate for this program ({reason}). Install the "
    "version {ours} where scheduler and workers run.",
    "part-held": "Another run is writing {path}. Wait until it has ended, or choose another output file.",
    "output-is-folder": "{format} is several files, and standard output is one. Name a folder or file with -o.",
    "stdin-twice": "Standard input (-) can be read once, and is named twice.",
    "stdin-empty": "Nothing came in on standard input (-).",
    "output-is-input": "{path} would be written over while it is read. Choose another output file.",
    # -- finding -------------------------------------------------------------------------------------------------------
    "pattern-invalid": "The expression {pattern} is not valid: {reason}.",
    "find-slow": "The search took more than {seconds} seconds and was ended.",
    "pattern-long": "The expression {pattern} stands for {count} characters or more; at most {most} can be sought.",
    "pattern-slow": "The expression {pattern} took more than {seconds} seconds on this article. Make it simpler.",
    # -- comparing and reviewing ---------------------------------------------------------------------------------------
    "layers-differ": "The text of article {article} is not the same for {first} and {second}: at character {at} it is "
    "“{first_text}” for the one and “{second_text}” for the other. Compare layers of the same text.",
    "evaluate-missing": "{name} has no article {article}, which the gold has. Predict every article of it, or take the "
    "article out.",
    "layers-several": "{path} holds article {article} twice ({known}). Say whose layer is meant: {path}@ANNOTATOR.",
    "layers-none": "{path} has no layer of {annotator}. There are: {known}.",
    "scope-unknown": "“{found}” is nothing that can be annotated here. There are: {known}.",
    "layers-whose": "{path} is a project with several layers. Say whose is meant: {known}.",
    "layers-same": "Two of the layers have the name {name}. Give two different layers.",
    "layers-apart": "No article has layers of two of {known}: there is nothing to compare.",
    "gamma-missing": "The gamma measure needs pygamma-agreement, which this Citata came without. Where pip "
    "installed it: pip install 'citata[gamma]'.",
    "review-not-allowed": "{name} is not among the reviewers of this project. Ask one of them, or change it "
    "under People and progress.",
    "stopped": "Stopped before the end; nothing was changed.",
    "comment-missing": "There is no comment {id} to answer.",
    "assign-nobody": "Name the people that articles are to be given to (not auto and not adjudicated).",
    "assign-share": "{name} is a share of the articles, from 0 to 1; {value} is none.",
    "assign-few": "A doubled article would go to {each} people, and {count} are named. Name more people, or "
    "double no articles.",
    "register-empty": "No source is in the register of {path} yet. What may be one: citata sources {path} --propose.",
    "ledger-nothing": "{path} has no pre-annotation that anybody has worked on: the ledger is empty.",
    # -- labels --------------------------------------------------------------------------------------------------------
    "schema-invalid": "The labels in {source} do not hold: {reason}. Nothing has changed.",
}

REASONS: tuple[str, ...] = (
    "Input data was truncated",
    "the field is missing",
    "the annotator has no name",
    "it is a folder",
    "it is a pipe",
    "it is a socket",
    "it is a device",
    "it is write-protected",
    "another program made it",
    "another file stands in its place",
    "another program wrote over it",
    "what belongs to it was deleted or replaced",
    "database disk image is malformed",
    "file is not a database",
    "unable to open database file",
    "attempt to write a readonly database",
    "database is locked",
    "database or disk is full",
    "disk I/O error",
    "No such file or directory",
    "Permission denied",
    "Is a directory",
    "Not a directory",
    "No space left on device",
    "Read-only file system",
    # why a search index is made anew
    "it is damaged",
    "another version of Citata made it",
    "it is that of another project",
)
"""Reasons that are sentences of their own, ours and those of SQLite and the system, for translation."""


def sentence(code: str, facts: Mapping[str, object]) -> str:
    """Return the English sentence for ``code``, with file, line and field in front where the facts name them."""
    where = [str(facts["source"])] if "line" in facts and "source" in facts else []
    if where:
        if facts["line"]:
            where.append(f"line {facts['line']}")
        if facts.get("field"):
            where.append(str(facts["field"]))
    return f"{', '.join(where)}: {reason(code, facts)}" if where else reason(code, facts)


def reason(code: str, facts: Mapping[str, object], translated: str | None = None) -> str:
    """Return the sentence without file and line, or ``translated`` filled; code and facts where none is written."""
    template = translated or SENTENCES.get(code)
    if template is None:
        return f"{code}: " + ", ".join(f"{name} {value}" for name, value in facts.items())
    words = template.format_map(dict(facts))
    return words.encode("utf-8", "surrogateescape").decode("utf-8", "replace") if _is_odd(words) else words


def _is_odd(words: str) -> bool:
    """Tell whether a file's name in ``words`` is not UTF-8 on disk, so that it cannot be printed as it is."""
    return any("\udc80" <= character <= "\udcff" for character in words)
