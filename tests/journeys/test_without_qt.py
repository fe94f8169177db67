"""Journeys and all they stand on run on a machine without Qt; that of the window says why it does not."""

import os
import subprocess
import sys

from tests import house

WITHOUT_QT = """
import sys
class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, NoQt())
"""
IMPORT_ALL = "import importlib\nfor name in sys.argv[1:]: importlib.import_module(name)"
TEST_ALL = "import pytest; sys.exit(pytest.main(sys.argv[1:]))"
PLAIN = (
    "-q",
    "-rs",
    "-p",
    "no:pytest-qt",
    "-p",
    "no:cacheprovider",
    "-W",
    "ignore::pytest.PytestConfigWarning",
)


def without_qt(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    surroundings = {**os.environ, "PYTHONPATH": str(house.ROOT), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-c", WITHOUT_QT + program, *arguments],
        cwd=house.ROOT,
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
    )


def test_presenters_and_the_driver_are_imported_without_qt() -> None:
    presenters = [
        f"ui.presenters.{path.stem}" for path in house.sources("ui") if path.parent.name == "presenters"
    ]
    done = without_qt(IMPORT_ALL, "tests.desk", "tests.journeys.hostile", *presenters)
    assert done.returncode == 0, done.stderr


def test_the_journey_of_the_window_is_skipped_with_its_reason() -> None:
    options = (*PLAIN, "-o", "addopts=--import-mode=importlib")
    done = without_qt(TEST_ALL, *options, "tests/journeys/test_by_keyboard.py")
    assert "the window needs PySide6" in done.stdout, done.stdout + done.stderr
