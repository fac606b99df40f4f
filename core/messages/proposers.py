"""Sentences about other proposers: what a project names, what was allowed, what a command or server did."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # -- what a project names ------------------------------------------------------------------------------------------
    "proposer-name": "“{name}” cannot be the name of a proposer. Use letters, digits, points, hyphens and underscores, "
    "at most 40, and not auto.",
    "proposer-definition": "The proposer {name} cannot be asked: {reason}.",
    "proposer-unknown": "The project names no proposer {name}. There are: {known}.",
    "proposer-url": "{url} cannot be asked: {reason}.",
    "proposer-key": "The proposer {name} needs the key in the environment variable {variable}, which is empty or no "
    "key. Set it and try again; it is never stored.",
    # -- what was allowed ----------------------------------------------------------------------------------------------
    "proposer-consent": "The proposer {name} is on another machine: {host}. Texts of {path} go there only with your "
    "consent, which names the host: --consent {host}.",
    "proposer-consent-proxy": "The proposer {name} is on another machine: {host}, by the proxy {through}. Texts of "
    "{path} go there only with your consent, which names the host: --consent {host}.",
    "proposer-approval": "{path} names the command {command} as the proposer {name}, and nobody has allowed it on this "
    "machine. It would run with your rights. Allow it with: citata proposers {path} --allow {name}.",
    "proposer-other-host": "The consent names {host}, but the proposer {name} is asked at {known}. Nothing was sent.",
    # -- what a command did --------------------------------------------------------------------------------------------
    "proposer-no-command": "There is no command {command}. Install it, or write its whole path.",
    "proposer-not-started": "{command} cannot be started: {reason}.",
    "proposer-exit": "The command ended with exit code {exit} and said last: {said}.",
    "proposer-killed": "The command was ended by signal {signal} and said last: {said}.",
    "proposer-silent": "The command ended without an answer and said last: {said}.",
    "proposer-slow": "No answer came within {seconds} seconds. Give it more time, or start a command anew for each "
    "article if it reads all before it answers.",
    "proposer-too-much": "The answer is longer than {limit:,} bytes and was not read.",
    # -- what a server did ---------------------------------------------------------------------------------------------
    "proposer-refuses": "Nobody answers at {host}. Start the server there, or correct the port.",
    "proposer-no-host": "There is no machine {host}. Correct the address.",
    "proposer-unreachable": "{host} cannot be reached: {reason}.",
    "proposer-broke-off": "{host} broke off the connection: {reason}.",
    "proposer-tls": "The connection to {host} is not safe: {reason}. Nothing was sent.",
    "proposer-not-here": "{host} is not this machine, although its name says so. Nothing was sent.",
    "proposer-proxy": "The environment names the proxy {through} for {host}, and only HTTP proxies are known here.",
    "proposer-redirect": "{host} sent us to {other}, where nobody has allowed texts to go. Nothing was sent there.",
    "proposer-redirects": "{host} sends us from path to path without end.",
    "proposer-forbidden": "{host} does not let us in (status {status}): {said}. Name the "
    "environment variable with its key.",
    "proposer-missing": "{host} has no {path} (status {status}): {said}. Correct the address.",
    "proposer-no-model": "{host} has no model {model}, or no {path} (status {status}): {said}.",
    "proposer-status": "{host} answered with status {status}: {said}.",
    "proposer-empty": "{host} gave an empty answer.",
    "proposer-html": "{host} answered with a web page. That is no server of proposals; correct the address.",
    "proposer-chat": "The answer is not what an OpenAI-compatible server gives. It begins: {begins}.",
    "proposer-cut-prompt": "The server read {tokens} tokens of {characters} characters: its context is too small, and "
    "it cut the text. Give the model more context, or shorten guidelines and parts.",
    "proposer-cut-answer": "{model} came to the end of its context before the end of its answer. Give it more context, "
    "or take smaller parts.",
    # -- what an answer says -------------------------------------------------------------------------------------------
    "proposer-json": "The answer is not one JSON object. It begins: {begins}.",
    "proposer-shape": "The answer about {id} has no lists of entities and quotations as the exchange format has them.",
    "proposer-many": "The answer has {count:,} items, and an article may have {limit:,}.",
    "proposer-other-article": "The answer is about {found}, and the article is {id}.",
    "proposer-other-text": "The answer about {id} has another text than the article.",
    "proposer-shows-none": "{name} has proposed nothing in this project yet, so there is nothing to start from. Run it "
    "first: citata annotate PROJECT --proposer {name}.",
    # -- a run ---------------------------------------------------------------------------------------------------------
    "proposer-failed": "{name} proposed nothing for {id}: {reason}.",
    "proposer-gave-up": "{name} failed on {count} articles in a row and was not asked any more. "
    "The last time: {reason}.",
}
