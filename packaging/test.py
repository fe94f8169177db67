"""Run every check and test: ``python3 packaging/test.py``; further words go to pytest."""

from __future__ import annotations

import os
import subprocess
import sys

import bootstrap
from system_libraries import tell

CHECKS = (
    ("Style", ["ruff", "check"]),
    ("Layout of the code", ["ruff", "format", "--check"]),
    ("Types", ["mypy"]),
    ("Who imports whom", ["importlinter"]),
)
IMPORTLINTER = "from importlinter.cli import lint_imports_command; lint_imports_command()"
CACHE = bootstrap.cache_folder("checks")
"""Away from the checkout, which may be another's."""


def main() -> int:
    """Run the checks, then the tests; pytest's own closing line comes last. Zero only when all is well."""
    python = bootstrap.ready("test")
    failed = [name for name, command in CHECKS if not passes(python, name, command)]
    heading("Tests")
    if failed:
        tell("Failed before the tests: {}\n".format(", ".join(failed)))
    cache = ["-o", "cache_dir=" + os.path.join(CACHE, "pytest")]
    tests = call([python, "-m", "pytest", *cache, *workers(sys.argv[1:]), *sys.argv[1:]])
    return tests or (1 if failed else 0)


def passes(python: str, name: str, command: list[str]) -> bool:
    """Run one check under its heading."""
    heading(name)
    start = ["-m", *command]
    if command == ["importlinter"]:
        start = ["-c", IMPORTLINTER, "--cache-dir", os.path.join(CACHE, "imports")]
    return call([python, *start]) == 0


def workers(given: list[str]) -> list[str]:
    """Spread the tests over the processors, unless the person has said otherwise or has only one."""
    spoken = any(
        word.startswith(("-n", "--numprocesses", "--pdb", "-pno:xdist", "no:xdist")) for word in given
    )
    return [] if spoken or (os.cpu_count() or 1) < 2 else ["-n", "auto"]  # noqa: PLR2004 - two make a choice


def call(command: list[str]) -> int:
    """Run in the checkout, with a window system that needs no screen; the exit code."""
    surroundings = dict(os.environ, PYTHONPATH=bootstrap.CHECKOUT, PYTHONUTF8="1")
    surroundings.setdefault("QT_QPA_PLATFORM", "offscreen")
    surroundings.setdefault("MYPY_CACHE_DIR", os.path.join(CACHE, "mypy"))
    surroundings.setdefault("RUFF_CACHE_DIR", os.path.join(CACHE, "ruff"))
    try:
        return subprocess.call(command, cwd=bootstrap.CHECKOUT, env=surroundings)
    except KeyboardInterrupt:
        return 130


def heading(text: str) -> None:
    """Print a heading that the eye finds in a long output."""
    tell("\n== {} {}".format(text, "=" * (76 - len(text))))


if __name__ == "__main__":
    sys.exit(main())
