"""The rules of the house: who imports whom, how large things grow, what stands at the top."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests import house

LONGEST_FILE = 300
LONGEST_TEST_FILE = 500
"""A table of cases or a fake of all storage reads best in one piece."""
LONGEST_FUNCTION = 50
TOP_FOLDERS = {".ci", "db", "packaging", "resources", "subcontract", "tests", "ui"}
TOP_FILES = {".gitattributes", ".gitignore", "CHANGELOG.md", "LICENSE", "README.md", "pyproject.toml"}
CONTRACTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"
WITHOUT_QT = """
import importlib, sys
class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6", "qtpy", "qtawesome"):
            raise ImportError(f"{name} is not for this part of the program")
sys.meta_path.insert(0, NoQt())
"""
IMPORT_ALL = WITHOUT_QT + "for name in sys.argv[1:]: importlib.import_module(name)"
TEST_ALL = WITHOUT_QT + "import pytest; sys.exit(pytest.main(sys.argv[1:]))"
NO_QT_PLUGIN = ("-p", "no:pytest-qt", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestConfigWarning")


def module_of(path: Path) -> str:
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def in_house(*command: str) -> subprocess.CompletedProcess[str]:
    surroundings = {**os.environ, "PYTHONPATH": str(house.ROOT), "PYTHONIOENCODING": "utf-8"}
    start = [sys.executable, *command]
    return subprocess.run(
        start, cwd=house.ROOT, env=surroundings, capture_output=True, text=True, check=False
    )


def test_imports_point_down_and_never_in_a_circle() -> None:
    done = in_house("-c", CONTRACTS, "--no-cache")
    assert done.returncode == 0, done.stdout + done.stderr


def test_domain_storage_and_presenters_start_without_qt() -> None:
    plain = {"ui.menu", "ui.texts", "ui.catalogue", "ui.command_line", "ui.places", "ui.problem_sentences"}
    modules = [
        name
        for name in map(module_of, house.sources("subcontract", "db", "ui"))
        if (not name.startswith("ui.") or name in plain or name.startswith("ui.presenters"))
        and not name.startswith("db.migrations")
    ]
    done = in_house("-c", IMPORT_ALL, *modules)
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_journeys_through_presenters_need_no_qt() -> None:
    journeys = [
        path
        for path in house.sources("tests")
        if path.parts[1] == "journeys" and path.name.startswith("test_main")
    ]
    plain = [str(path) for path in journeys if not re.search(r"\bqtbot\b|\bqapp\b|PySide6", house.text(path))]
    if not plain:
        pytest.skip("no journey is written yet")
    options = [
        *NO_QT_PLUGIN,
        "-o",
        "addopts=--import-mode=importlib",
        "-q",
        "-x",
        "-m",
        "not benchmark and not postgres",
    ]
    done = in_house("-c", TEST_ALL, *options, *plain)
    assert done.returncode == 0, done.stdout[-3000:]


def test_every_folder_of_code_is_a_package() -> None:
    folders = {path.parent for path in house.sources(*house.CODE) if "versions" not in path.parts}
    bare = [str(folder) for folder in sorted(folders) if not (house.ROOT / folder / "__init__.py").exists()]
    assert bare == []


@pytest.mark.parametrize("folder", house.PYTHON)
def test_no_file_is_too_long(folder: str) -> None:
    limit = LONGEST_TEST_FILE if folder == "tests" else LONGEST_FILE
    lines = {str(path): len(house.text(path).splitlines()) for path in house.sources(folder)}
    assert {path: count for path, count in lines.items() if count >= limit} == {}


@pytest.mark.parametrize("folder", house.PYTHON)
def test_no_function_is_too_long(folder: str) -> None:
    long = {
        f"{path}:{node.lineno} {node.name}": node.end_lineno - node.lineno + 1
        for path in house.sources(folder)
        for node in ast.walk(house.tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno is not None
    }
    assert {name: lines for name, lines in long.items() if lines >= LONGEST_FUNCTION} == {}


def test_nothing_new_stands_at_the_top() -> None:
    folders = {path.parts[0] for path in house.files() if len(path.parts) > 1}
    loose = {path.name for path in house.files() if len(path.parts) == 1}
    assert folders <= TOP_FOLDERS
    assert loose <= TOP_FILES


def test_resources_hold_no_code() -> None:
    assert house.sources("resources") == ()
