"""How a rival takes its turns: bills come in as one line of JSON, seconds of the processor go back.

A rival runs under its own interpreter, with its own libraries and none of ours, so this file stands on
Python alone.
"""

import json
import os
import resource
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypedDict


class Line(TypedDict):
    """A line to be charged, as plain figures."""

    text: str
    quantity: str
    unit: str
    price: str


class Bill(TypedDict):
    """An invoice for programs that reckon, and all texts of its page for tools that only draw."""

    number: int
    day: str
    due: str
    reference: str
    vat: str
    seller: dict[str, str]
    buyer: dict[str, str]
    lines: list[Line]
    logo: str
    """Path of a picture."""
    title: str
    facts: list[tuple[str, str]]
    head: list[str]
    rows: list[list[str]]
    sums: list[tuple[str, str]]
    foot: list[str]
    slip: list[tuple[str, str]]
    """Captions and texts of the giro slip."""
    bars: list[tuple[int, int]]
    """Place and width of each bar of the bank barcode, in modules."""
    modules: int
    """How many modules the barcode is wide."""


Seconds = Mapping[str, float]
Turn = Callable[[list[Bill]], Seconds]


def spent() -> float:
    """Seconds of the processor that this process and the ended programs it started have taken."""
    of = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + of.ru_utime + of.ru_stime


def seconds(work: Callable[[], object]) -> float:
    """How much of the processor some work takes."""
    begun = spent()
    work()
    return spent() - begun


def most_memory() -> int:
    """The most megabytes that this process has held; the kernel's other figure counts its parent's too."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) // 1024


def serve(name: str, turn: Turn) -> None:
    """Say that the rival is ready, then take turn after turn until there are no more."""
    # What a rival prints on its own account must not get between the answers.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    _answer(answers.write, {"name": name})
    answers.flush()
    for asked in sys.stdin:
        took = turn(json.loads(asked))
        _answer(answers.write, {"seconds": dict(took), "megabytes": most_memory()})
        answers.flush()


def _answer(write: Callable[[str], object], what: object) -> None:
    write(json.dumps(what) + "\n")
