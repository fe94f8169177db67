"""A backup counts only when it opens and holds what was there."""

from collections.abc import Iterator
from datetime import UTC, datetime
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

import db
from db import backup
from db import engine as engines
from db import key as keys
from db.store import Store
from subcontract.problems import Code, Refused
from tests.db import full

PASSWORD = "Kolme kiveä"
AT = datetime(2026, 11, 23, 10, 4, 5, 678901, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = db.create_embedded(tmp_path / "työ.urakka", PASSWORD)
    with made.open_books() as books:
        full.fill(books)
        books.commit()
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "Varmuuskopiot 1"
    made.mkdir()
    return made


def test_a_backup_opens_with_the_same_password_and_holds_everything(store: Store, folder: Path) -> None:
    copy = backup.back_up(store, folder, AT)
    assert sorted(path.name for path in folder.iterdir()) == [copy.name, keys.header_path(copy).name]
    again = db.open_embedded(copy, PASSWORD)
    with store.open_lists() as old, again.open_lists() as new:
        for shelf in full.world():
            assert attrgetter(shelf)(new).all() == attrgetter(shelf)(old).all()
    again.close()


def test_a_backup_opens_without_its_header_file(store: Store, folder: Path) -> None:
    copy = backup.back_up(store, folder, AT)
    keys.header_path(copy).unlink()
    db.open_embedded(copy, PASSWORD).close()


def test_two_in_one_moment_are_two_files(store: Store, folder: Path) -> None:
    first, second = backup.back_up(store, folder, AT), backup.back_up(store, folder, AT)
    assert first.name == "työ-20261123-100405-678901.urakka"
    assert second.name == "työ-20261123-100405-678901-2.urakka"
    assert first.read_bytes()[:16] == second.read_bytes()[:16]


def test_what_is_not_yet_committed_is_not_in_it(store: Store, folder: Path) -> None:
    with store.open_books() as books:
        books.numbers.take(full.UNIT, "invoice")
        copy = backup.back_up(store, folder, AT)
        books.commit()
    again = db.open_embedded(copy, PASSWORD)
    with again.open_books() as books:
        assert books.numbers.take(full.UNIT, "invoice") == 1
    again.close()


def test_a_copy_that_differs_is_not_kept(store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really = backup._copied

    def lossy(source: Any, target: Any) -> None:
        really(source, target)
        target.execute(text("DELETE FROM assignments"))
        target.commit()

    monkeypatch.setattr(backup, "_copied", lossy)
    with pytest.raises(Refused) as refused:
        backup.back_up(store, folder, AT)
    assert refused.value.code is Code.FILE_DAMAGED
    assert list(folder.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(store: Store, folder: Path) -> None:
    with pytest.raises(Refused) as refused:
        backup.back_up(store, folder / "poissa", AT)
    assert refused.value.code is Code.STORAGE_FAILED


def test_a_full_disk_leaves_nothing(store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full_disk(path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(engines, "on_disk", full_disk)
    with pytest.raises(Refused) as refused:
        backup.back_up(store, folder, AT)
    assert refused.value.code is Code.STORAGE_FAILED
    assert list(folder.iterdir()) == []


def test_a_temporary_store_is_not_backed_up(folder: Path) -> None:
    temporary = db.open_temporary()
    with pytest.raises(Refused) as refused:
        backup.back_up(temporary, folder, AT)
    assert refused.value.code is Code.WRONG_STATE
    temporary.close()


def test_no_key_is_shown(store: Store) -> None:
    assert store.place is not None
    assert repr(store.place.own.key) not in repr(store.place)
    assert engines.PRIVATE == 0o600
