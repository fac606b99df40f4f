"""A peer that fails, hangs or is killed is an outcome in words; what it says last is its result."""

from __future__ import annotations

from pathlib import Path

from bench.peers.limits import attempt

LIMIT = 60.0


def test_the_last_line_is_the_result() -> None:
    found, failure = attempt(["-c", 'print(\'first\'); print(\'{"kept": {"title": "all"}}\')'], LIMIT)
    assert found == {"kept": {"title": "all"}}
    assert failure == ""


def test_a_peer_that_raises_says_why() -> None:
    assert attempt(["-c", "raise RuntimeError('the export never came')"], LIMIT) == (
        {},
        "RuntimeError: the export never came",
    )
    assert attempt(["-c", "import os; os._exit(3)"], LIMIT).failure == "exit code 3"


def test_a_peer_that_hangs_is_stopped_and_stops_its_servers_first(tmp_path: Path) -> None:
    code = (
        "import pathlib, time; from bench.peers.limits import end_in_order; end_in_order()\n"
        "try: time.sleep(1000)\n"
        f"finally: pathlib.Path({str(tmp_path)!r}, 'stopped').touch()\n"
    )
    found, failure = attempt(["-c", code], 5.0, grace=LIMIT)
    assert (found, failure) == ({}, "stopped after 5 s")
    assert (tmp_path / "stopped").exists()


def test_one_that_does_not_end_is_killed() -> None:
    code = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(1000)"
    assert attempt(["-c", code], 2.0, grace=0.5).failure == "stopped after 2 s"
