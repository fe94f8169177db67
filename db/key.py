"""The key of an encrypted file, made of a password.

argon2id gives the 32 bytes that SQLCipher takes as its raw key. The salt is the one that SQLCipher keeps
in the file's first 16 bytes, so the file opens with its password alone; a small header file beside it
(``name.key``) holds the figures of the derivation and a check by which a mistyped password is told from a
damaged file. The check costs an attacker the same derivation as the file itself does.
"""

import hmac
import json
import os
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from unicodedata import normalize

from subcontract.problems import Code, refuse

SALT_BYTES = 16
KEY_BYTES = 32
MOST_MEMORY = 4 * 1024 * 1024
"""KiB: a header that asks for more was not written by us."""
MOST_PASSES = 64
CHECKED = b"urakka key check 1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """How a password becomes a key."""

    salt: bytes
    memory: int = 128 * 1024
    """KiB."""
    passes: int = 3
    lanes: int = 2
    check: str = ""
    """In hexadecimal; empty when the header file is lost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlocked:
    """A key and the salt of its file."""

    key: bytes = field(repr=False)
    salt: bytes


def fresh(password: str, path: Path) -> Unlocked:
    """Make the key of a new file at ``path`` and write its header file."""
    derivation = Derivation(salt=os.urandom(SALT_BYTES))
    key = derived(password, derivation)
    header = {
        "kind": "urakka key",
        "version": 1,
        "derivation": "argon2id",
        "memory": derivation.memory,
        "passes": derivation.passes,
        "lanes": derivation.lanes,
        "salt": derivation.salt.hex(),
        "check": _check(key),
    }
    header_path(path).write_text(json.dumps(header, indent=1) + "\n", encoding="ascii")
    header_path(path).chmod(0o600)
    return Unlocked(key=key, salt=derivation.salt)


def unlocked(password: str, path: Path) -> Unlocked:
    """Make the key of the file at ``path``; refuses with ``WRONG_PASSWORD``."""
    derivation = _read(path)
    key = derived(password, derivation)
    if derivation.check and not hmac.compare_digest(derivation.check, _check(key)):
        raise refuse(Code.WRONG_PASSWORD, "password")
    return Unlocked(key=key, salt=derivation.salt)


def derived(password: str, derivation: Derivation) -> bytes:
    """The raw key; the same letters give the same key however the keyboard composes them."""
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415 - not wanted at each start

    return hash_secret_raw(
        normalize("NFC", password).encode(errors="surrogatepass"),
        derivation.salt,
        time_cost=derivation.passes,
        memory_cost=derivation.memory,
        parallelism=derivation.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def header_path(path: Path) -> Path:
    """Where the header file lies."""
    return path.with_name(f"{path.name}.key")


def has_check(path: Path) -> bool:
    """Whether a password can be checked without the file."""
    return header_path(path).exists()


def _check(key: bytes) -> str:
    return hmac.new(key, CHECKED, sha256).hexdigest()


def _read(path: Path) -> Derivation:
    """The header file's figures; without one, our own figures and the file's own salt."""
    if not header_path(path).exists():
        with path.open("rb") as file:
            salt = file.read(SALT_BYTES)
        if len(salt) < SALT_BYTES:
            raise refuse(Code.FILE_DAMAGED, file=path.name)
        return Derivation(salt=salt)
    try:
        return _parsed(json.loads(header_path(path).read_text(encoding="ascii")))
    except (ValueError, TypeError, KeyError, RecursionError):
        raise refuse(Code.FILE_DAMAGED, file=header_path(path).name) from None


def _parsed(header: dict[str, object]) -> Derivation:
    """A header's figures; raises ``ValueError`` when they cannot be ours."""
    memory, passes, lanes = (int(str(header[name])) for name in ("memory", "passes", "lanes"))
    salt = bytes.fromhex(str(header["salt"]))
    sane = 8 * lanes <= memory <= MOST_MEMORY and 1 <= passes <= MOST_PASSES and 1 <= lanes <= MOST_PASSES
    if header["derivation"] != "argon2id" or len(salt) != SALT_BYTES or not sane:
        raise ValueError
    return Derivation(salt=salt, memory=memory, passes=passes, lanes=lanes, check=str(header["check"]))
