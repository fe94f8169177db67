"""The encrypted file: its key, its promises, and what is refused without being touched."""

import contextlib
import json
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

import db
from db import engine as engines
from db import key as keys
from db import migrate
from db import store as stores
from db.store import Store
from subcontract.problems import Code, Refused
from tests import make

PASSWORD = "Yhdeksän sateista päivää"


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """A derivation of full cost in each test would take minutes; one test below pays it."""
    if "at_full_cost" not in request.node.name:
        slow = keys.Derivation.__init__

        def quick(self: Any, **fields: Any) -> None:
            slow(self, **({"memory": 64, "passes": 1, "lanes": 1} | fields))

        monkeypatch.setattr(keys.Derivation, "__init__", quick)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A folder with a space and letters beyond ASCII."""
    folder = tmp_path / "Työ kansio 100% #1?"
    folder.mkdir()
    return folder / "työpaja.urakka"


@pytest.fixture
def closed(path: Path) -> Path:
    """A file with a unit in it."""
    store = db.create_embedded(path, PASSWORD)
    with store.open_books() as books:
        books.units.add(make.unit())
        books.commit()
    store.close()
    return path


@pytest.fixture
def opened(closed: Path) -> Iterator[Store]:
    store = db.open_embedded(closed, PASSWORD)
    yield store
    store.close()


def refusal(act: Callable[[], object]) -> Code:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.code


def fingerprint(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def test_a_file_opens_with_its_password_at_full_cost(path: Path) -> None:
    db.create_embedded(path, PASSWORD).close()
    header = json.loads(keys.header_path(path).read_text())
    assert (header["memory"], header["passes"], header["lanes"]) == (131072, 3, 2)
    db.open_embedded(path, PASSWORD).close()


def test_the_content_is_there_after_opening(opened: Store) -> None:
    with opened.open_lists() as lists:
        assert lists.units.all() == (make.unit(),)
    assert opened.describe() == "työpaja.urakka"


def test_every_connection_keeps_the_promises(opened: Store) -> None:
    with opened._engine.connect() as one, opened._engine.connect() as two:
        for connection in (one, two):
            for name, value in engines.OWN_PRAGMAS.items():
                assert str(connection.execute(text(f"PRAGMA {name}")).scalar()) == str(value)
            assert connection.execute(text("PRAGMA cipher_version")).scalar()


def test_a_library_without_a_cipher_stops_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3

    monkeypatch.setattr(engines, "driver", lambda: sqlite3)
    engine = engines.encrypted(tmp_path / "plain", bytes(32), bytes(16))
    with pytest.raises(RuntimeError, match="no cipher"):
        engine.connect()


def test_nothing_of_the_content_is_readable(closed: Path) -> None:
    raw = closed.read_bytes()
    assert not raw.startswith(b"SQLite")
    assert b"Rantapaja" not in raw
    assert b"CREATE TABLE" not in raw


def test_only_the_owner_may_read(closed: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows keeps this in the folder's list")
    for each in closed.parent.iterdir():
        assert stat.S_IMODE(each.stat().st_mode) == 0o600, each.name


def test_a_wrong_password_is_refused_and_nothing_touched(closed: Path) -> None:
    before = fingerprint(closed)
    for wrong in ("", PASSWORD + " ", PASSWORD.upper(), "x" * 10_000, "\0", "😀"):
        assert refusal(partial(db.open_embedded, closed, wrong)) is Code.WRONG_PASSWORD
    assert fingerprint(closed) == before
    db.open_embedded(closed, PASSWORD).close()


def test_letters_composed_otherwise_are_the_same_password(closed: Path) -> None:
    from unicodedata import normalize

    db.open_embedded(closed, normalize("NFD", PASSWORD)).close()


def test_half_a_letter_is_a_wrong_password(closed: Path) -> None:
    assert refusal(lambda: db.open_embedded(closed, "\ud800")) is Code.WRONG_PASSWORD


def test_an_empty_password_makes_no_file(path: Path) -> None:
    assert refusal(lambda: db.create_embedded(path, "")) is Code.REQUIRED
    assert not path.exists()


def test_a_lost_header_file_locks_nobody_out(closed: Path) -> None:
    keys.header_path(closed).unlink()
    assert refusal(lambda: db.open_embedded(closed, "väärä")) is Code.WRONG_PASSWORD
    db.open_embedded(closed, PASSWORD).close()


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "[]",
        "{}",
        "null",
        "[" * 100_000,
        '{"memory": 1e999}',
        '{"memory": 999999999, "passes": 1, "lanes": 1, "salt": "00", "derivation": "argon2id"}',
        "\x00\x01",
    ],
)
def test_a_damaged_header_file_is_told(closed: Path, damage: str) -> None:
    keys.header_path(closed).write_text(damage, encoding="utf-8")
    assert refusal(lambda: db.open_embedded(closed, PASSWORD)) is Code.FILE_DAMAGED


def test_a_file_that_is_not_there(path: Path) -> None:
    assert refusal(lambda: db.open_embedded(path, PASSWORD)) is Code.NOT_FOUND
    assert list(path.parent.iterdir()) == []


def test_a_folder_is_no_file(path: Path) -> None:
    path.mkdir()
    assert refusal(lambda: db.open_embedded(path, PASSWORD)) is Code.FILE_DAMAGED


def test_an_existing_file_is_not_made_anew(closed: Path) -> None:
    before = fingerprint(closed)
    assert refusal(lambda: db.create_embedded(closed, PASSWORD)) is Code.ALREADY_EXISTS
    keys.header_path(closed).rename(closed.with_name("away"))
    assert refusal(lambda: db.create_embedded(closed, PASSWORD)) is Code.ALREADY_EXISTS
    assert fingerprint(closed) == before


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda raw: raw[:15],
        lambda raw: raw[:1000],
        lambda raw: raw[:4096],
        lambda raw: raw[: len(raw) // 2 + 7],
        lambda _: b"Hei! " * 3000,
        lambda raw: bytes(len(raw)),
        lambda raw: raw[:100] + bytes([raw[100] ^ 1]) + raw[101:],
        lambda raw: raw[4096:],
    ],
    ids=["empty", "bytes", "short", "page", "half", "text", "zeros", "bit", "first"],
)
def test_a_damaged_file_is_refused_untouched(closed: Path, damage: Callable[[bytes], bytes]) -> None:
    closed.write_bytes(damage(closed.read_bytes()))
    before = fingerprint(closed)
    assert refusal(lambda: db.open_embedded(closed, PASSWORD)) is Code.FILE_DAMAGED
    assert fingerprint(closed) == before


def test_a_damaged_salt_is_mended_by_the_header_file(closed: Path) -> None:
    raw = closed.read_bytes()
    closed.write_bytes(b"SQLite format 3\0" + raw[16:])
    store = db.open_embedded(closed, PASSWORD)
    with store.open_books() as books:
        books.units.save(make.unit())
        books.commit()
    store.close()
    assert closed.read_bytes()[:16] == raw[:16]


def test_every_flipped_bit_is_found(closed: Path) -> None:
    """D-B, small: wherever the bit, no value is shown."""
    from random import Random

    raw, chance = closed.read_bytes(), Random(4)
    for _ in range(40):
        place = chance.randrange(16, len(raw))
        closed.write_bytes(raw[:place] + bytes([raw[place] ^ 1 << chance.randrange(8)]) + raw[place + 1 :])
        assert refusal(lambda: read_everything(closed)) is Code.FILE_DAMAGED, place
    closed.write_bytes(raw)
    read_everything(closed)


def read_everything(path: Path) -> None:
    store = db.open_embedded(path, PASSWORD)
    try:
        stores.check_whole(store)
    finally:
        store.close()


def test_a_newer_file_is_refused_untouched(closed: Path) -> None:
    """D17."""
    own = keys.unlocked(PASSWORD, closed)
    engine = engines.encrypted(closed, own.key, own.salt)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    before = fingerprint(closed)
    assert refusal(lambda: db.open_embedded(closed, PASSWORD)) is Code.FILE_NEWER
    assert fingerprint(closed) == before


def test_another_programs_file_is_refused_untouched(path: Path) -> None:
    own = keys.fresh(PASSWORD, path)
    engine = engines.encrypted(path, own.key, own.salt)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE other (x)"))
    engine.dispose()
    before = fingerprint(path)
    assert refusal(lambda: db.open_embedded(path, PASSWORD)) is Code.FILE_DAMAGED
    assert fingerprint(path) == before


def test_a_second_start_is_told(opened: Store, closed: Path) -> None:
    assert refusal(lambda: db.open_embedded(closed, PASSWORD)) is Code.FILE_IN_USE
    second = (
        "import sys, db\nfrom pathlib import Path\nfrom subcontract.problems import Refused\n"
        "try: db.open_embedded(Path(sys.argv[1]), sys.argv[2])\nexcept Refused as r: print(r.code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", second, str(closed), PASSWORD], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == Code.FILE_IN_USE


def test_a_lock_left_behind_locks_nobody_out(closed: Path) -> None:
    """D11."""
    killed = (
        "import os, signal, sys, db\nfrom pathlib import Path\n"
        "db.open_embedded(Path(sys.argv[1]), sys.argv[2])\nos.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run([sys.executable, "-c", killed, str(closed), PASSWORD], check=False)
    assert done.returncode != 0
    db.open_embedded(closed, PASSWORD).close()


def test_a_failed_making_leaves_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(connection: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(migrate, "upgrade", fail)
    with pytest.raises(ZeroDivisionError):
        db.create_embedded(path, PASSWORD)
    assert [each.suffix for each in path.parent.iterdir()] == [".lock"]


def test_half_a_making_is_no_file(path: Path) -> None:
    """What a killed program left under the passing name is in nobody's way."""
    passing = path.with_name(f"{path.name}.new")
    passing.write_bytes(b"half")
    keys.header_path(passing).write_text("half")
    db.create_embedded(path, PASSWORD).close()
    assert sorted(each.name for each in path.parent.iterdir()) == [
        path.name,
        f"{path.name}.key",
        f"{path.name}.lock",
    ]


def test_a_making_killed_anywhere_can_be_done_again_or_opened(path: Path) -> None:
    made = "import sys, db\nfrom pathlib import Path\ndb.create_embedded(Path(sys.argv[1]), sys.argv[2])"
    for wait in (0.5, 0.8, 1.1, 1.4):
        process = subprocess.Popen([sys.executable, "-c", made, str(path), PASSWORD])
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(wait)
        process.kill()
        process.wait()
    act = db.open_embedded if path.exists() else db.create_embedded
    store = act(path, PASSWORD)
    stores.check_whole(store)
    store.close()


def test_a_temporary_store_goes_when_closed() -> None:
    store = db.open_temporary()
    folder = Path(str(store._engine.url.database)).parent
    with store.open_books() as books:
        books.units.add(make.unit())
        books.commit()
    assert store.temporary
    assert store.describe() == ""
    assert folder.exists()
    store.close()
    assert not folder.exists()


def test_a_failing_statement_shows_no_person(opened: Store) -> None:
    with pytest.raises(Exception, match="hidden") as failure, opened._engine.begin() as connection:
        connection.execute(text("SELECT :name FROM nowhere"), {"name": "Aalto"})
    assert "Aalto" not in str(failure.value)
