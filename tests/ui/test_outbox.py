"""The operator's folder: whole files, and never over another."""

from pathlib import Path

import pytest

from subcontract.problems import Code, Refused
from ui.outbox import Outbox


def test_a_file_is_written_whole_and_the_same_again_is_no_harm(tmp_path: Path) -> None:
    box = Outbox(tmp_path)
    assert box.is_there
    box.put("a.xml", b"one")
    box.put("a.xml", b"one")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.xml", b"one")]


def test_another_file_of_that_name_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(b"other")
    with pytest.raises(Refused) as refused:
        Outbox(tmp_path).put("a.xml", b"one")
    assert refused.value.code is Code.ALREADY_EXISTS
    assert (tmp_path / "a.xml").read_bytes() == b"other"


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    box = Outbox(tmp_path / "gone")
    assert not box.is_there
    with pytest.raises(Refused) as refused:
        box.put("a.xml", b"one")
    assert refused.value.code is Code.STORAGE_FAILED
