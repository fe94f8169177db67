"""Files say nothing of the machine or the person they were written on, and are plain UTF-8."""

import re
import tomllib
from pathlib import Path

import pytest

from tests import house

TEXTS = {
    ".cfg",
    ".css",
    ".csv",
    ".json",
    ".md",
    ".po",
    ".py",
    ".qss",
    ".sql",
    ".svg",
    ".toml",
    ".txt",
    ".xml",
    ".xsd",
}
HOMES = ("home", "root", "work", "Users", "mnt", "opt")
MACHINE_PATH = re.compile(r"(?<![\w.:/<-])/(?:" + "|".join(HOMES) + r")/\w|\b[A-Z]:\\+Users\\")
INDEX_ADDRESS = re.compile(r"https?://|file:|--index-url|--find-links|--extra-index")


def text_files() -> list[Path]:
    """Everything a person may read as text, the files without an ending included."""
    return [path for path in house.files() if path.suffix in TEXTS or path.parts[0] == ".ci"]


def test_no_file_names_a_place_of_one_machine() -> None:
    found = [
        f"{path}:{number}: {line.strip()[:80]}"
        for path in text_files()
        for number, line in enumerate(house.text(path).splitlines(), 1)
        if MACHINE_PATH.search(line)
    ]
    assert found == []


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-test.txt"])
def test_the_locked_lists_hold_versions_and_hashes_and_no_address(name: str) -> None:
    lines = [line for line in house.text(Path("packaging") / name).splitlines() if not line.startswith("#")]
    assert [line for line in lines if INDEX_ADDRESS.search(line)] == []
    packages = "\n".join(lines).replace("\\\n", " ").splitlines()
    assert packages
    assert [line for line in packages if "==" not in line or "--hash=sha256:" not in line] == []


def locked(name: str) -> set[str]:
    """What a list locks, as ``name==version``."""
    return set(re.findall(r"^[\w.-]+==[\w.]+", house.text(Path("packaging") / name), re.MULTILINE))


def test_the_test_list_locks_the_same_versions_as_the_programs() -> None:
    assert locked("requirements.txt") <= locked("requirements-test.txt")


def test_the_lists_hold_everything_that_the_package_asks_for() -> None:
    def plain(requirement: str) -> str:
        return re.split(r"[\[<>=!~; ]", requirement)[0].lower().replace("_", "-")

    project = tomllib.loads(house.text(Path("pyproject.toml")))["project"]
    program = {plain(each) for each in locked("requirements.txt")}
    tests = {plain(each) for each in locked("requirements-test.txt")}
    assert {plain(each) for each in project["dependencies"]} <= program
    assert {plain(each) for each in project["optional-dependencies"]["test"]} <= tests


def test_exact_versions_are_the_locked_ones() -> None:
    project = tomllib.loads(house.text(Path("pyproject.toml")))["project"]
    asked = project["dependencies"] + project["optional-dependencies"]["test"]
    exact = {each.lower() for each in asked if "==" in each and ";" not in each}
    assert exact <= locked("requirements-test.txt")
