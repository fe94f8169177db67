"""Files say nothing of the machine or the person they were written on, and are plain UTF-8."""

import re
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


def test_the_test_list_locks_the_same_versions_as_the_programs() -> None:
    def locked(name: str) -> set[str]:
        return set(re.findall(r"^[\w.-]+==\S+", house.text(Path("packaging") / name), re.MULTILINE))

    assert locked("requirements.txt") <= locked("requirements-test.txt")
