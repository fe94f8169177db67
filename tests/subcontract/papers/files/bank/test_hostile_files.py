"""Files that are not what they say: refused in bounded time and memory, and never read in part."""

import io
import time
import tracemalloc
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from subcontract.money import Money
from subcontract.papers.files.bank import MOST_BYTES, read_bank_file
from subcontract.problems import Code, Refused
from tests.make_bank_files import Told, camt, camt_entry, control_statement, ktl, tito
from tests.mutations import mutated

ONE = Told(reference="10016", text="Kiitos")
GOOD = camt([camt_entry([ONE]), camt_entry([ONE, ONE])])
FIXTURES = {
    "camt053": GOOD,
    "camt054": camt([camt_entry([ONE], "08")], "054", "08"),
    "ktl": ktl([ONE, ONE]),
    "tito": tito([ONE, ONE], Money(5)),
    "control": control_statement(),
}
BODY = GOOD.decode().partition("?>\n")[2]
BOMB = "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
    f"<!ENTITY a{n} '{f'&a{n - 1 if n else str()};' * 10}'>" for n in range(9)
)


def zipped() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as box:
        box.writestr("camt.xml", b"\0" * 10_000_000)
    return target.getvalue()


def nested(depth: int) -> bytes:
    return BODY.replace("<Ntry>", "<Ntry>" + "<Refs>" * depth, 1).encode()


HOSTILE: dict[str, tuple[bytes | str, Code]] = {
    "entity from a file": (
        f'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>{BODY}'.replace("Kiitos", "&x;"),
        Code.BANK_FILE_UNSAFE,
    ),
    "entity from the network": (
        f'<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>{BODY}'.replace("Kiitos", "&x;"),
        Code.BANK_FILE_UNSAFE,
    ),
    "parameter entity": (
        f'<!DOCTYPE a [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]>{BODY}',
        Code.BANK_FILE_UNSAFE,
    ),
    "a billion laughs": (f"{BOMB}]>{BODY}".replace("Kiitos", "&a8;"), Code.BANK_FILE_UNSAFE),
    "an empty document type": (f"<!DOCTYPE Document>{BODY}", Code.BANK_FILE_UNSAFE),
    "an entity without a type": (BODY.replace("Kiitos", "&laugh;"), Code.BANK_FILE_BROKEN),
    "utf-16": (GOOD.decode().encode("utf-16"), Code.BANK_FILE_LETTERS),
    "utf-32": (GOOD.decode().encode("utf-32"), Code.BANK_FILE_LETTERS),
    "utf-7 by its own word": (GOOD.replace(b"UTF-8", b"UTF-7"), Code.BANK_FILE_LETTERS),
    "ebcdic": (GOOD.decode().encode("cp037"), Code.BANK_FILE_UNKNOWN),
    "latin letters that say they are utf-8": (
        GOOD.decode().replace("Kiitos", "Äiti").encode("iso-8859-1"),
        Code.BANK_FILE_BROKEN,
    ),
    "cut short": (GOOD[:-40], Code.BANK_FILE_BROKEN),
    "noughts inside": (GOOD.replace(b"Kiitos", b"Ki\0tos"), Code.BANK_FILE_LETTERS),
    "nested deeply": (nested(300), Code.BANK_FILE_BROKEN),
    "nested a hundred thousand deep": (b"<a>" * 100_000, Code.BANK_FILE_BROKEN),
    "wrong namespace": (
        GOOD.replace(b"urn:iso:std:iso:20022", b"urn:iso:std:iso:20023"),
        Code.BANK_FILE_UNKNOWN,
    ),
    "another kind": (GOOD.replace(b"BkToCstmrStmt", b"CstmrCdtTrfInitn"), Code.BANK_FILE_UNKNOWN),
    "only xml": (b"<html><body>Kirjaudu sisaan</body></html>", Code.BANK_FILE_UNKNOWN),
    "a zip": (zipped(), Code.BANK_FILE_UNKNOWN),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Code.BANK_FILE_UNKNOWN),
    "a table": ("Kirjauspäivä;Määrä\n1.1.2026;5,00\n".encode(), Code.BANK_FILE_UNKNOWN),
    "nothing": (b"", Code.BANK_FILE_EMPTY),
    "blanks": (b" \r\n\t", Code.BANK_FILE_EMPTY),
    "noughts alone": (b"\0" * 1000, Code.BANK_FILE_UNKNOWN),
    "a beginning alone": (b"T00", Code.BANK_FILE_FIELD),
    "strange letters in a row": (ktl([ONE]).replace(b"TAVARATALO", b"TAVARA\x07ALO"), Code.BANK_FILE_LETTERS),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_with_their_reason(name: str) -> None:
    data, code = HOSTILE[name]
    with pytest.raises(Refused) as refused:
        read_bank_file(data if isinstance(data, bytes) else data.encode())
    assert refused.value.code is code


@pytest.mark.parametrize(
    "filler",
    [b"<a/>", b"<TxDtls/>", b"<Ntry/>", b"<Ustrd>x</Ustrd>", b" ", b"<!-- -->", b"<?a b?>", b"&#65;"],
)
def test_parts_without_end_take_bounded_memory(filler: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("subcontract.papers.files.bank.reading.MOST_BOOKINGS", 10_000)
    monkeypatch.setattr("subcontract.papers.files.bank.camt.MOST_PARTS", 10_000)
    head, tail = GOOD.split(b"<Ustrd>", 1)
    data = head + filler * (1_000_000 // len(filler)) + b"<Ustrd>" + tail.replace(b"</Document>", b"")
    tracemalloc.start()
    try:
        with pytest.raises(Refused):
            read_bank_file(data)
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("made", [ktl([ONE] * 2000), tito([ONE] * 2000), tito([ONE]) * 1000])
def test_the_old_files_take_time_by_their_length_alone(made: bytes) -> None:
    began = time.perf_counter()
    read_bank_file(made)
    assert time.perf_counter() - began < 2


def test_more_than_may_be_read_is_refused_at_once() -> None:
    began = time.perf_counter()
    with pytest.raises(Refused) as refused:
        read_bank_file(GOOD + b" " * MOST_BYTES)
    assert refused.value.code is Code.BANK_FILE_TOO_LARGE
    assert time.perf_counter() - began < 0.5


@pytest.mark.parametrize("name", FIXTURES)
def test_spoiled_files_are_read_or_refused_but_never_fail(name: str) -> None:
    data = FIXTURES[name]
    assert read_bank_file(data).transactions
    for seed in range(120):
        spoiled = mutated(data, seed)
        with suppress(Refused):
            for one in read_bank_file(spoiled).transactions:
                assert isinstance(one.amount, Money)


def test_a_reading_that_is_stopped_passes_on_what_stopped_it(tmp_path: Path) -> None:
    def stop(done: int, _of: int) -> None:
        if done:
            raise KeyboardInterrupt

    many = camt([camt_entry([ONE])] * 200)
    with pytest.raises(KeyboardInterrupt):
        read_bank_file(many, stop)
