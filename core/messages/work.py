"""Sentences about files that come in and go out, pre-annotation, the window and reviewing."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
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
    "entry-missing": "{path} has learned nothing that is called {entry}. What there is: citata learn {path} --show.",
    "knowledge-undone": "Nothing that anybody did to what {path} has learned is left to take back.",
    "knowledge-unreadable": "{path} is no file of what a project taught: {reason}. Nothing was changed.",
    "ledger-nothing": "{path} has no pre-annotation that anybody has worked on: the ledger is empty.",
    # -- labels --------------------------------------------------------------------------------------------------------
    "schema-invalid": "The labels in {source} do not hold: {reason}. Nothing has changed.",
}
