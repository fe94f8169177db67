"""Decodes pictures from outside in a process of their own, with little memory and a few seconds.

What a hostile file does to the decoder ends there: the window gets a picture that was written anew, or a
refusal with its reason. Where the system has no such limits (Windows), the limits of dots, bytes and time
remain.
"""

import multiprocessing
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from subcontract.problems import Code, Refused, refuse
from ui import pictures

SECONDS: Final = 20
MEMORY: Final = 1_000_000_000
"""Bytes of address space: the program itself, and the largest picture that is taken."""
KINDS: Final[dict[str, Callable[[bytes], bytes]]] = {"logo": pictures.logo, "portrait": pictures.portrait}
NOTHING: Final = 0


def logo_of_file(path: str | Path) -> bytes:
    """The logo in a file, decoded apart and written anew as PNG; refuses with ``BAD_PICTURE``."""
    return apart("logo", pictures.read_picture_file(path))


def portrait_of_file(path: str | Path) -> bytes:
    """The photo in a file, decoded apart and written anew as a small JPEG; refuses with ``BAD_PICTURE``."""
    return apart("portrait", pictures.read_picture_file(path))


def apart(kind: str, content: bytes, seconds: float = SECONDS) -> bytes:
    """Decode in another process; one that dies, or takes too long and is ended, is a refusal."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    child = context.Process(target=_decode, args=(theirs, kind), daemon=True)
    child.start()
    theirs.close()
    try:
        ours.send_bytes(content)
        if not ours.poll(seconds):
            raise refuse(Code.BAD_PICTURE, seconds=SECONDS)
        answer: bytes | dict[str, object] = ours.recv()
    except (EOFError, OSError):
        raise refuse(Code.BAD_PICTURE) from None
    finally:
        ours.close()
        child.kill()
        child.join()
    if isinstance(answer, bytes):
        return answer
    raise refuse(Code.BAD_PICTURE, **answer)


def _decode(connection: Connection, kind: str) -> None:
    """The other process: take the bytes, give the picture or the facts of the refusal."""
    _limit()
    try:
        connection.send(KINDS[kind](connection.recv_bytes(pictures.LARGEST_FILE)))
    except Refused as refused:
        connection.send(dict(refused.problems[0].facts))
    except Exception:  # noqa: BLE001 - whatever a hostile file did to the decoder
        connection.send({})


def _limit() -> None:
    """Take no more memory and time than a picture needs, and write no file."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on every system

    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, NOTHING),
        (resource.RLIMIT_CORE, NOTHING),
    ):
        _, hard = resource.getrlimit(what)
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (least, hard))
