"""Hostile pictures meet a process of their own: its end, its time and its memory are refusals."""

import os
import resource
import struct
import time
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from subcontract.people.staff_check import PNG_START
from subcontract.problems import Code, Problem, Refused
from tests.ui.test_pictures import picture
from ui import pictures, pictures_apart
from ui.pictures_apart import MEMORY, apart, logo_of_file, portrait_of_file
from ui.problem_sentences import explain
from ui.texts import CatalogueTexts


def refused(content: bytes, kind: str = "logo", **fields: float) -> Problem:
    with pytest.raises(Refused) as refusal:
        apart(kind, content, **fields)
    problem = refusal.value.problems[0]
    assert problem.code is Code.BAD_PICTURE
    return problem


def said(content: bytes) -> str:
    return explain(refused(content), CatalogueTexts("fi"))


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def bomb(side: int = 20_000) -> bytes:
    """A picture of ``side`` times ``side`` white dots in a few hundred kilobytes."""
    squeeze = zlib.compressobj(9)
    row = b"\x00" + b"\xff" * side
    packed = b"".join(squeeze.compress(row) for _ in range(side)) + squeeze.flush()
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    return PNG_START + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def test_an_ordinary_picture_comes_back_written_anew(tmp_path: Path) -> None:
    (tmp_path / "logo.jpg").write_bytes(picture(kind="JPEG"))
    with Image.open(BytesIO(logo_of_file(tmp_path / "logo.jpg"))) as read:
        assert (read.format, read.size) == ("PNG", (800, 533))
    with Image.open(BytesIO(portrait_of_file(tmp_path / "logo.jpg"))) as read:
        assert read.format == "JPEG"


def test_a_picture_of_400_million_dots_is_refused_before_it_is_decoded() -> None:
    content = bomb()
    assert len(content) < pictures.LARGEST_FILE
    began = time.monotonic()
    assert "50 miljoonaa" in said(content)
    assert time.monotonic() - began < pictures_apart.SECONDS


@pytest.mark.parametrize(
    "content",
    [
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        b'<?xml version="1.0"?>\n<svg width="1000000" height="1000000"><foreignObject/></svg>',
        b'<svg><image href="http://example.org/x.png"/></svg>',
    ],
)
def test_a_drawing_that_may_hold_programs_is_refused_by_its_name(content: bytes) -> None:
    assert "SVG" in said(content)


def test_a_jpeg_that_ends_in_the_middle_is_refused() -> None:
    whole = picture(kind="JPEG")
    assert "ei ole kuva" in said(whole[: len(whole) // 2])


def test_a_program_with_the_name_of_a_picture_is_refused(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"MZ\x90\x00" + os.urandom(4000))
    with pytest.raises(Refused):
        logo_of_file(tmp_path / "logo.png")


@pytest.mark.parametrize("kind", ["GIF", "WEBP"])
def test_of_a_moving_picture_the_first_one_is_taken(kind: str) -> None:
    frames = [Image.new("RGB", (120, 60), colour) for colour in ("red", "blue", "green")]
    out = BytesIO()
    frames[0].save(out, kind, save_all=True, append_images=frames[1:], duration=100, loop=0)
    with Image.open(BytesIO(apart("logo", out.getvalue()))) as read:
        assert (read.format, getattr(read, "n_frames", 1)) == ("PNG", 1)
        red, green, blue = read.convert("RGB").resize((1, 1)).tobytes()
        assert red > 200
        assert max(green, blue) < 60


def test_what_takes_too_long_is_ended() -> None:
    began = time.monotonic()
    problem = refused(picture((2500, 2500), mode="L"), seconds=0.01)
    assert "seconds" in problem.facts
    assert time.monotonic() - began < 10


def test_the_other_process_has_little_memory_and_writes_no_file() -> None:
    child = os.fork()
    if child == 0:
        pictures_apart._limit()
        limits = [resource.getrlimit(what)[0] for what in (resource.RLIMIT_AS, resource.RLIMIT_FSIZE)]
        os._exit(0 if limits == [MEMORY, 0] else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_each_refusal_has_a_sentence_of_its_own() -> None:
    texts = CatalogueTexts("fi")
    facts: tuple[dict[str, object], ...] = ({}, {"kind": "SVG"}, {"millions": 50}, {"seconds": 20})
    sentences = {explain(Problem(code=Code.BAD_PICTURE, facts=one), texts) for one in facts}
    assert len(sentences) == len(facts)
