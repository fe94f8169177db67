"""Spoils files by chance, the same way for the same seed: what a bad disk, a mail program or malice does."""

import random
from collections.abc import Callable

NOISE = (
    b"<",
    b"&",
    b"\x00",
    b"\xff",
    b"]]>",
    b"<!DOCTYPE a>",
    b"-",
    b"9" * 40,
    b"\r",
    "Ω€".encode(),
    b"&a;",
    b"\"'",
)
RECODINGS = ("utf-16", "utf-32", "utf-7", "cp037", "iso-8859-1", "utf-8-sig")


def mutated(data: bytes, seed: int) -> bytes:
    """The file with one to three things done to it."""
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 3)):
        data = chance.choice(WAYS)(data, chance) if data else data
    return data


def _place(data: bytes, chance: random.Random) -> tuple[int, int]:
    """A piece of the file: where it begins and ends."""
    at = chance.randrange(len(data))
    return at, min(len(data), at + chance.choice((1, 4, 20, 90, 190, 1000)))


def _flip(data: bytes, chance: random.Random) -> bytes:
    """A few bits turned over."""
    spoiled = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        spoiled[chance.randrange(len(spoiled))] ^= 1 << chance.randrange(8)
    return bytes(spoiled)


def _digits(data: bytes, chance: random.Random) -> bytes:
    """Some figures made other figures: what no reader can see without a control sum."""
    spoiled = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(spoiled))
        if spoiled[at : at + 1].isdigit():
            spoiled[at] = ord("0") + chance.randrange(10)
    return bytes(spoiled)


def _cut(data: bytes, chance: random.Random) -> bytes:
    """The end is missing."""
    return data[: chance.randrange(len(data))]


def _behead(data: bytes, chance: random.Random) -> bytes:
    """The beginning is missing."""
    return data[chance.randrange(len(data)) :]


def _drop(data: bytes, chance: random.Random) -> bytes:
    """A piece is missing."""
    start, end = _place(data, chance)
    return data[:start] + data[end:]


def _double(data: bytes, chance: random.Random) -> bytes:
    """A piece stands there twice, or many times."""
    start, end = _place(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 1, 2, 50)) + data[end:]


def _swap(data: bytes, chance: random.Random) -> bytes:
    """Two pieces have changed places."""
    first, second = sorted(chance.randrange(len(data)) for _ in range(2))
    width = chance.choice((1, 8, 40, 200))
    one, other = data[first : first + width], data[second : second + width]
    return data[:first] + other + data[first + width : second] + one + data[second + width :]


def _noise(data: bytes, chance: random.Random) -> bytes:
    """Something foreign has come in."""
    at = chance.randrange(len(data))
    return data[:at] + chance.choice(NOISE) * chance.choice((1, 1, 30)) + data[at:]


def _recode(data: bytes, chance: random.Random) -> bytes:
    """The whole in other letters."""
    return data.decode("utf-8", "replace").encode(chance.choice(RECODINGS), "replace")


def _ends(data: bytes, chance: random.Random) -> bytes:
    """Other line ends."""
    return data.replace(b"\r\n", b"\n").replace(b"\n", chance.choice((b"\r\n", b"\r", b"", b" ")))


WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _flip,
    _digits,
    _cut,
    _behead,
    _drop,
    _double,
    _swap,
    _noise,
    _recode,
    _ends,
)
