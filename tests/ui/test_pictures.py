from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from subcontract.people.client_check import JPEG_START, MOST_PHOTO_BYTES
from subcontract.people.staff_check import PNG_START
from subcontract.problems import Code, Refused
from ui.pictures import logo, portrait, read_picture_file


def picture(
    size: tuple[int, int] = (1200, 800), kind: str = "PNG", mode: str = "RGB", **how: object
) -> bytes:
    out = BytesIO()
    Image.effect_noise(size, 90).convert(mode).save(out, kind, **how)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_a_picture_becomes_a_small_square_jpeg(kind: str) -> None:
    made = portrait(picture(kind=kind))
    with Image.open(BytesIO(made)) as read:
        assert (read.format, read.size) == ("JPEG", (400, 400))
    assert made.startswith(JPEG_START)
    assert len(made) <= MOST_PHOTO_BYTES


def test_a_small_picture_is_not_blown_up() -> None:
    with Image.open(BytesIO(portrait(picture((90, 120))))) as read:
        assert read.size == (90, 90)


def test_what_the_camera_wrote_beside_the_picture_is_left_behind() -> None:
    exif = Image.Exif()
    exif[0x010E] = "Kotiosoite 1"
    with_data = picture(kind="JPEG", exif=exif)
    assert b"Kotiosoite" in with_data
    assert b"Kotiosoite" not in portrait(with_data)


def test_a_logo_keeps_what_is_transparent() -> None:
    out = BytesIO()
    Image.new("RGBA", (1600, 400), (0, 0, 0, 0)).save(out, "PNG")
    made = logo(out.getvalue())
    assert made.startswith(PNG_START)
    with Image.open(BytesIO(made)) as read:
        assert (read.mode, read.size) == ("RGBA", (800, 200))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not a picture",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"\x89PNG\r\n\x1a\n" + b"\x00" * 40,
        picture()[:300],
        picture((2, 2), "TIFF"),
        picture((2, 2), "BMP"),
    ],
)
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(Refused) as refused:
        portrait(content)
    assert refused.value.code is Code.BAD_PICTURE


def test_a_picture_that_would_fill_the_memory_is_refused() -> None:
    out = BytesIO()
    Image.new("1", (9000, 9000)).save(out, "PNG")
    with pytest.raises(Refused):
        portrait(out.getvalue())


@given(st.binary(max_size=200))
def test_no_bytes_end_otherwise_than_in_a_refusal(content: bytes) -> None:
    with pytest.raises(Refused):
        portrait(b"\x89PNG\r\n\x1a\n" + content)


def test_a_missing_and_an_empty_file_are_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.jpg").touch()
    for name in ("none.jpg", "empty.jpg"):
        with pytest.raises(Refused):
            read_picture_file(tmp_path / name)
