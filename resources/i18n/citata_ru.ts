<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
  <context>
    <name>citata</name>
    <message>
      <source> characters</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source> pt</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <source>%n article(s)</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) added</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) pre-annotated</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n character(s)</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n file(s)</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n layer(s) written</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n proposal(s) accepted</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n record(s)</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n record(s) refused</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n record(s) there already</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n time(s) named or quoted</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>&amp;Article</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Edit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Help</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Project</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Quotation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Review</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;View</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A doubled article would go to {each} people, and {count} are named.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A quotation keeps at least one range; Delete takes the whole quotation away.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A text holds half of a character (an unpaired surrogate) and cannot be stored: {reason}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>About Citata</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Accept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Accept all that is open</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Accept and go on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Actor</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Actors</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add files</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add files…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add folder…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add labels that the project lacks</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add selected text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Adjudicated</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All commands</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All commands…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All files</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Annotator</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Another program is writing to {path} at this moment. Nothing was lost; close it or try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Article unsure</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>As imported</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>As the system</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>By progress</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>By status</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>By title</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Candidates</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose an article on the left.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose speaker…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Citata projects (*{suffix})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Citata: an error in the program</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Click again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close project</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Column width</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Content</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy details</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ctrl+click</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cue</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cues</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dark</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete actors that nothing resolves to</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Details</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Details…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Direct</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Direct quotations</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Done, open the next one</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Double click</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Drag</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Drag a handle</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Drop text files, JSONL or folders here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>E&amp;ntity</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>End: one character in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>End: one character out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>End: one word in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>End: one word out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Entities</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Entity</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Every article has proposals already.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everybody's, else the proposals</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Exporting</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Field</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>File</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>File or article</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Files to import</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Filter articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Find article</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Find or add an actor</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Focus on the selected quotation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Format</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Full screen</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go to the text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import stopped.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Importing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>In progress</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>In review</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Indirect</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Indirect quotations</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Inspector</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Join with next quotation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keyboard shortcuts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kinds of marks</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Label</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Language</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Larger text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Layer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Layer: {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Letters are keys by their place: they work under the Russian layout too, while the text has the keyboard.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Licence: MIT. Typefaces: PT Serif by ParaType and Inter, SIL Open Font Licence.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Light</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Line</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Line spacing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Loading the models</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Make the word the cue or the speaker mention</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mixed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mixed quotations</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mouse</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Move an edge of the selected item; with Alt exactly</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Move to selected text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name the people that articles are to be given to (not auto and not adjudicated).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nested in the quotation around it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New actor “{name}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New project</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New project…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next article</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next item</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next open item</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No article has layers of two of {known}: there is nothing to compare.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No projects yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No quotation stands around this one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Normal text size</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not nested</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not told</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Note on the article</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing fits: choose another layer or status.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing is open here. Ctrl+Shift+Enter marks the article as done.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing to export: no layer fits {filters}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was annotated: {refused} refused.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was imported: {refused} refused, {known} there already.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open or make a project first; then the files can be imported.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open project</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open project…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open recent</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Or drop a project, text files or JSONL into this window.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Or drop files and folders here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Order of the articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pre-annotate</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pre-annotate all articles…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pre-annotate the new articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pre-annotate this article</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pre-annotating</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Preview</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Previous article</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Previous item</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Previous open item</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Progress</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Proposals</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Proposals (auto)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Proposed by the rule {rule}, {score} % sure.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Proposed by the rule {rule}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Quit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Quotation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Quotations</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reason</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Recent projects</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Redo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reject</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reject or delete and go on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove cue</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove speaker mention</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rename actor</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rename…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Replace layers that differ (can be undone)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Returned</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reviewed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Select all text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Select clause</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Select nothing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Select quoted words</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Select sentence</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Select the next of the items that lie over each other</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Select the word; three clicks the sentence, four the paragraph</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Select what stands around</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Select whole words; with Alt exactly</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Set cue</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Set speaker mention</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Settings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Settings…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Size</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Smaller text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Something went wrong that should not have. Your work is on disk: every change was written as you made it. Please send these details to the makers of Citata.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Speaker</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Speaker mention</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Speaker mentions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Speaker not told</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Speaker of that number, or label of that key</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Split at caret</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stands in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Start again from the proposals</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Start: one character in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Start: one character out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Start: one word in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Start: one word out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Status</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Status: done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Status: in progress</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Status: new</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Status: {status}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stopping…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take over</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take over for writing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take selected text away</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take this range away</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Text files become articles; exchange files bring articles with layers ({known}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The disk reported a fault at {path} ({reason}). The last change was not kept; try again, or save a copy elsewhere.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The expression {pattern} is not valid: {reason}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The expression {pattern} took more than {seconds} seconds on this article. Make it simpler.</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <source>The first %n record(s); the file has everything that fits.</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>The format cannot hold: {lost}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The gamma measure needs pygamma-agreement. Install it with: pip install 'citata[gamma]'.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The history of article {id} in {path} does not fit together ({reason}). Try: citata verify {path}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The labels in {source} do not hold: {reason}. Nothing has changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The least sure proposals first</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The pre-annotation was {score} % sure.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The project already has the article {id}, with the same text.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The project has no article {id}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The project has the article {id} with another text. The texts were left as they are.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The text of article {article} is not the same for {first} and {second}: at character {at} it is “{first_text}” for the one and “{second_text}” for the other. Compare layers of the same text.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The text of article {id} does not match its digest, so it was not taken in.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The text of article {id} in {path} is not what its digest says; the file is damaged. Try: citata verify {path} --repair NEW.citata, or: citata restore {path}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Theme</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no comment {id} to answer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no file {path}. Check the name, or whether the disk it is on is there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no item here yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no room left on the disk of {path}. The last change was not kept; everything before it was. Make room and try again, or save a copy elsewhere.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>These were left out or changed; everything else is in the project.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This article has your own annotation, which stays. The new proposals are kept beside it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is the first article of the list.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is the last article of the list.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This project has no articles yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Those without proposals</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Two of the layers have the name {name}. Give two different layers.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Type a command</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Typeface</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Undo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Unsure</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Wait until the work at hand has ended, or stop it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Walk</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What people have annotated stays as it is in either case.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What the next reader should know</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Which articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Which articles shall be pre-annotated?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who said what: quotations, their speakers and names in Russian press texts.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Why is this so?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Window</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Words</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write a note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You can write in this project now.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a quotation needs at least one range.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>accept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>accepted</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>add a range</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>an article {id} with another text is there already. Give one of them another id.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>by hand</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>change the content</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>change the form</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>change the label</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>change the nesting</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>change the status</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>corrected</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>delete</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>delete the actor</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>document</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>elsewhere</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>flag</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>group</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>half of a surrogate pair stands here: an emoji was cut in two. Repair the line.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>import</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>join quotations</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>line {line}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>mark a quotation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>mark an entity</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>mark entities</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>merge actors</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>move an edge</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>move to another actor</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>new actor</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>none; select words and press {key}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>nothing marked</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>organisation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>person</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>pre-annotate</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>project</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>proposal</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>read only</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>reject</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>rejected</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>rename the actor</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>replace everything</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>set the actor</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>set the cue</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>set the speaker</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>set the speaker mention</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>speaker mention</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>speaker not told</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>split the actor</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>split the quotation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>start from the pre-annotation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>take a range away</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the article has no text.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the format is {found}, and citata/1 is read here. Name the file's format with --format.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the format {found} is newer than this program. Update Citata.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the id is empty.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the id {id} is reserved.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the id {id} stands for two items of the record. Ids are unique in a record.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the label {label} is not one of the project's ({known}). Add it to the project, or import with --add-labels.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the layer of {annotator} for article {id} is there already and differs. Import with --replace to put this one in its place (it can be undone), or give the record another annotator.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the quotation {id} stands in itself.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the range {start}–{end} does not lie in the text of {length} characters.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the ranges are not sorted, or overlap.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the text has a paragraph of {length:,} characters (number {number}), and a paragraph may have {limit:,}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the text has {length:,} characters, and an article may have {limit:,}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the text has {what}, which the offsets may count or not. Newlines are \n, and there is no BOM.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the text of the article there is {expected}, and the record says {found}. Offsets must count code points of the article's text.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the window cannot start: {reason}. On Debian: apt-get install libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libxcb-cursor0. The commands (citata --help) work without it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>this is not a whole JSON object ({reason}). Export the file again, or repair the line.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>unnamed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>write a note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{articles} written to {path}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{encoding} is no encoding that is known here. Try utf-8, utf-16, cp1251, koi8-r or cp866.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{format} can be read but not written. Can be written: {known}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{format} can be written but not read. Can be read: {known}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{format} is no format of ours. There are: {known}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{format} needs {package}. Install it with: pip install 'citata[{extra}]'.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{form} quotation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{id} is not the id of {kind} of this record.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} is a share of the articles, from 0 to 1; {value} is none.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} cannot be opened ({reason}). Check that the file and its folder may be read and written.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} cannot be read: {reason}. Check its permissions.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} cannot be written ({reason}). It is open for reading; to work on it, save a copy elsewhere.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} cannot be written: {reason}. Choose another folder, or free some space. Nothing that was there has changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} has no layer of {annotator}. There are: {known}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} has no pre-annotation that anybody has worked on: the ledger is empty.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} holds article {article} twice ({known}). Say whose layer is meant: {path}@ANNOTATOR.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} holds tables, triggers or views that are not Citata's ({names}). Nothing of it was run or changed; ask for the file as Citata wrote it, or restore a backup.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} is a folder, and a file is needed here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} is a project with several layers. Say whose is meant: {known}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} is already there. Choose another name; nothing was overwritten.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} is damaged ({reason}). Nothing was changed. Try: citata verify {path} --repair NEW.citata, or: citata restore {path}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} is empty: there is no text to annotate.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} is no longer where it was ({reason}). The last change was not kept. Put the file back and try again, or save a copy elsewhere.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} is not a Citata project ({reason}). It was not touched.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} is not a text file ({reason}). Save it as plain text and try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} is not text in {encoding}: byte {byte} does not fit. Leave --encoding out to have it detected.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} is of no kind that can be read here. Name the format with --format: {known}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} is open for reading only.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} is text in no encoding that can be told from Russian. Name it with --encoding.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} is too large: {size} bytes, and an article may have {limit:,} characters. Split it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} was made by a newer Citata (file version {version}; this program knows up to {known}). It was not touched; update Citata to open it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} would be written over while it is read. Choose another output file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{reading}. Import with --repair to read them so; every covered text fits then.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{reason}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{settled} of {total} settled</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{source} has a paragraph of {length:,} characters (number {number}), and a paragraph may have {limit:,}. Break it into lines.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{source} has no text: only white space, or nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{source} has {length:,} characters, and an article may have {limit:,}. Split it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{source} holds the control character {character}, so it is not plain text. Remove it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{user} on {machine} has had {path} open since {since} (process {pid}). You can read it; you can write once it is closed there.</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>
