"""Kill a process at each system call of every act on a project file, and count what was lost.

    python bench/kills.py [--acts "restore,merge into"] [--every 1]

A child does the act and is killed (by ptrace) when it begins its first call that may change a file, then its second …
until it ends by itself. After each kill the project is opened as at the next start: it must be writable and sound and
hold every acknowledged edit, in the old state or the new one, with nothing half made beside it. The last line is JSON.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.kill_acts import ACTS, kills
from tests.syscall_kills import can_trace


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--acts", default=",".join(ACTS), help="Which acts, by name.")
    parser.add_argument("--every", type=int, default=1, help="Kill at every so many calls only.")
    chosen = parser.parse_args()
    if not can_trace():
        sys.exit("This system lets no process be traced.")
    counts: dict[str, int] = {}
    lost: list[str] = []
    for name in chosen.acts.split(","):
        begun = time.perf_counter()
        found = list(kills(name, chosen.every))
        counts[name] = len(found)
        lost += [words for words in found if words]
        print(f"{name:32} {len(found):5} kills {len([one for one in found if one]):5} lost something "
              f"{time.perf_counter() - begun:6.1f} s", flush=True)  # fmt: skip
    for words in lost[:20]:
        print(words)
    print(json.dumps({"kills": sum(counts.values()), "lost": len(lost), "acts": counts}, ensure_ascii=False))
    sys.exit(1 if lost else 0)


if __name__ == "__main__":
    main()
