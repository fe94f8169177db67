"""Files of the bank: 10 000 spoiled ones without a crash or a hang, and how long whole ones take.

Run from the root: ``python -m tests.benchmarks.bench_bank_files``, with another number of files if wanted.
It ends with 1 when a file made the reader fail, or took longer than two seconds.
"""

import json
import resource
import sys
import tempfile
import time
import traceback
from collections import Counter
from contextlib import suppress
from pathlib import Path

from subcontract.papers.files.bank import MOST_BYTES, read_bank_file
from subcontract.problems import Refused
from tests.make_bank_files import Told, camt, camt_entry, ktl, tito
from tests.mutations import mutated
from tests.subcontract.papers.files.bank.test_hostile_files import FIXTURES, HOSTILE
from ui.bank_files import bytes_of

FILES = 10_000
SLOWEST = 2.0
PAYMENTS = 5_000
"""A month's payments of a county."""


def main() -> int:
    """Measure and print."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else FILES
    figures = {**_spoiled(wanted), **_hostile(), **_whole()}
    figures["peak_megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps(figures))
    return int(figures["crashes"] > 0 or figures["slowest_seconds"] >= SLOWEST)


def _spoiled(wanted: int) -> dict[str, float]:
    """Spoiled files of every kind in turn: a statement of a hundred payments beside the small ones."""
    sources = [*FIXTURES.values(), *_of(100)]
    ends: Counter[str] = Counter()
    slowest = 0.0
    for seed in range(wanted):
        data = mutated(sources[seed % len(sources)], seed)
        begun = time.process_time()
        ends[_end_of(data)] += 1
        slowest = max(slowest, time.process_time() - begun)
    print(f"{wanted} spoiled files: " + ", ".join(f"{end} {number}" for end, number in ends.most_common()))
    return {"files": wanted, "crashes": ends["crashed"], "slowest_seconds": round(slowest, 3)}


def _end_of(data: bytes) -> str:
    """Whether a file was read, refused, or made the reader fail."""
    try:
        read_bank_file(data)
    except Refused as refused:
        return str(refused.code)
    except Exception:  # noqa: BLE001 - whatever it is, it is counted and shown
        traceback.print_exc()
        return "crashed"
    return "read"


def _hostile() -> dict[str, float]:
    """Files made to do harm, and the largest that is looked at, full of empty parts."""
    begun = time.process_time()
    for data, _ in HOSTILE.values():
        _end_of(data if isinstance(data, bytes) else data.encode())
    head, tail = FIXTURES["camt053"].split(b"<Ustrd>", 1)
    _end_of(head + b"<TxDtls/>" * (MOST_BYTES // 10) + b"<Ustrd>" + tail)
    with tempfile.NamedTemporaryFile() as file:
        file.truncate(500 * 1_000_000)
        with suppress(Refused):
            read_bank_file(bytes_of(Path(file.name)))
    return {"hostile_seconds": round(time.process_time() - begun, 2)}


def _whole() -> dict[str, float]:
    """How long a month's payments take to read."""
    taken = {}
    for name, data in zip(("camt", "ktl", "tito"), _of(PAYMENTS), strict=True):
        begun = time.process_time()
        found = len(read_bank_file(data).transactions)
        taken[f"{name}_seconds"] = round(time.process_time() - begun, 2)
        print(f"{name}: {found} payments, {len(data) / 1_000_000:.1f} MB, {taken[f'{name}_seconds']} s")
    return taken


def _of(number: int) -> tuple[bytes, bytes, bytes]:
    """Files of so many payments, one of each kind."""
    told = [Told(reference=str(10016 + at), text="Kiitos", archive_id=f"ID{at:08}") for at in range(number)]
    return camt([camt_entry([one]) for one in told]), ktl(told), tito(told)


if __name__ == "__main__":
    sys.exit(main())
