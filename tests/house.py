"""What the house tests look at: our own files, whether or not git is on the machine."""

import ast
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CODE = ("subcontract", "db", "ui")
PYTHON = (*CODE, "tests", "packaging")


def ignored() -> set[str]:
    """Folders that .gitignore names, and git's own."""
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    return {line.strip("/") for line in lines if line.endswith("/")} | {".git"}


@cache
def files() -> tuple[Path, ...]:
    """Every file of ours, relative to the root, in order."""
    return tuple(sorted(_walk()))


def _walk() -> Iterator[Path]:
    left_out = ignored()
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in left_out and not name.endswith(".egg-info")]
        for name in names:
            if not name.endswith((".pyc", ".orig", "~")):
                yield (Path(folder) / name).relative_to(ROOT)


def sources(*folders: str) -> tuple[Path, ...]:
    """Python files under the named top folders."""
    return tuple(path for path in files() if path.suffix == ".py" and path.parts[0] in folders)


@cache
def text(path: Path) -> str:
    """A file's text."""
    return (ROOT / path).read_text(encoding="utf-8")


@cache
def tree(path: Path) -> ast.Module:
    """A file's syntax tree."""
    return ast.parse(text(path), str(path))
