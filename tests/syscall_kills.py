"""Kill a process at a chosen system call, by ptrace: what is on the disk then is what a crash at that moment leaves.

Only calls that may change a file count (a kill between two others leaves the same). A number is one such call of the
traced process, whose threads run on untraced.
"""

from __future__ import annotations

import ctypes
import os
import platform
import signal
import sys
import traceback
from collections.abc import Callable

TRACE_ME, PEEK_USER, SYSCALL, SET_OPTIONS, GET_SYSCALL_INFO = 0, 3, 24, 0x4200, 0x420E
SYSGOOD, EXIT_KILL = 1, 0x100000
ENTRY = 1
X86_64 = {
    "write": 1, "open": 2, "close": 3, "pwrite64": 18, "writev": 20, "sendfile": 40, "flock": 73, "fsync": 74,
    "fdatasync": 75, "truncate": 76, "ftruncate": 77, "rename": 82, "mkdir": 83, "rmdir": 84, "creat": 85, "link": 86,
    "unlink": 87, "symlink": 88, "openat": 257, "mkdirat": 258, "unlinkat": 263, "renameat": 264, "linkat": 265,
    "symlinkat": 266, "fallocate": 285, "pwritev": 296, "renameat2": 316, "copy_file_range": 326,
}  # fmt: skip
AARCH64 = {
    "mkdirat": 34, "unlinkat": 35, "symlinkat": 36, "linkat": 37, "renameat": 38, "truncate": 45, "ftruncate": 46,
    "fallocate": 47, "openat": 56, "close": 57, "write": 64, "writev": 66, "pwrite64": 68, "pwritev": 70,
    "sendfile": 71, "fsync": 82, "fdatasync": 83, "flock": 32, "renameat2": 276, "copy_file_range": 285,
}  # fmt: skip
CHANGING = {"x86_64": X86_64, "aarch64": AARCH64}.get(platform.machine(), {})


class _Info(ctypes.Structure):
    """The beginning of what the kernel says of a stop (ptrace_syscall_info)."""

    _fields_ = (
        ("op", ctypes.c_uint8),
        ("pad", ctypes.c_uint8 * 3),
        ("arch", ctypes.c_uint32),
        ("instruction", ctypes.c_uint64),
        ("stack", ctypes.c_uint64),
        ("number", ctypes.c_uint64),
        ("rest", ctypes.c_uint64 * 8),
    )


def can_trace() -> bool:
    """Tell whether this system lets a process trace its child, with calls that we know."""
    if not sys.platform.startswith("linux") or not CHANGING:
        return False
    try:
        return kill_at(1, lambda: os.close(os.open(os.devnull, os.O_RDONLY)))
    except OSError:
        return False


def kill_at(number: int, act: Callable[[], object]) -> bool:
    """Run ``act`` in a child that is killed when it begins its ``number``-th changing call; False where it ended first.

    What the child raises is printed, and is an error here.
    """
    child = os.fork()
    if child == 0:
        _run(act)
    ptrace = ctypes.CDLL(None, use_errno=True).ptrace
    ptrace.argtypes = (ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p)
    os.waitpid(child, 0)
    if ptrace(SET_OPTIONS, child, None, SYSGOOD | EXIT_KILL) != 0:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        raise OSError(ctypes.get_errno(), "this system lets no process be traced")
    wanted, info, seen, passed = set(CHANGING.values()), _Info(), 0, 0
    while True:
        ptrace(SYSCALL, child, None, passed)
        _, status = os.waitpid(child, 0)
        if os.WIFEXITED(status):
            if os.WEXITSTATUS(status):
                raise RuntimeError(f"the child ended with code {os.WEXITSTATUS(status)}")
            return False
        if os.WIFSIGNALED(status):
            raise RuntimeError(f"the child ended by signal {os.WTERMSIG(status)}")
        stopped, passed = os.WSTOPSIG(status), 0
        if stopped != signal.SIGTRAP | 0x80:
            passed = stopped
            continue
        ptrace(GET_SYSCALL_INFO, child, ctypes.sizeof(info), ctypes.addressof(info))
        if info.op == ENTRY and info.number in wanted:
            seen += 1
            if seen == number:
                os.kill(child, signal.SIGKILL)
                while not os.WIFSIGNALED(status):
                    _, status = os.waitpid(child, 0)
                return True


def _run(act: Callable[[], object]) -> None:
    """Be the child: let the parent trace it, act, end."""
    code = 1
    try:
        ctypes.CDLL(None).ptrace(TRACE_ME, 0, None, None)
        os.kill(os.getpid(), signal.SIGSTOP)
        act()
        code = 0
    except (Exception, SystemExit):  # noqa: BLE001 (the child ends here, whatever it was)
        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(code)
