"""The drawn faces of the demo: one for each who has said yes, the same every time, kept as any photo is."""

import tomllib
from io import BytesIO

import pytest
from PIL import Image

from subcontract.people.client_check import JPEG_START, MOST_PHOTO_BYTES
from tests.fakes import MemoryStore
from ui.demo import make_demo
from ui.demo.portraits import DRAW, drawn, read_portraits
from ui.demo.records import FOLDER, read_demo
from ui.pictures import PORTRAIT_SIDE

DATA = tomllib.loads((FOLDER / "portraits.toml").read_text(encoding="utf-8"))


def test_who_has_said_yes_has_a_face_and_nobody_else() -> None:
    consenting = {client.id for client in read_demo().clients if client.photo_consent}
    assert set(read_portraits(FOLDER)) == consenting
    assert 0 < len(consenting) < len(read_demo().clients)


def test_everybody_looks_different() -> None:
    faces = [tuple(sorted(one["colours"].items())) + tuple(one["parts"]) for one in DATA["portrait"]]
    assert len(set(faces)) == len(faces)
    assert len(set(read_portraits(FOLDER).values())) == len(faces)


def test_every_part_is_drawn_on_some_face_and_in_shapes_that_are_known() -> None:
    used = {name for one in DATA["portrait"] for name in one["parts"]}
    assert used == set(DATA["part"])
    assert {shape["draw"] for part in DATA["part"].values() for shape in part} == set(DRAW)


def test_the_same_data_draws_the_same_face_in_its_colours() -> None:
    one = DATA["portrait"][0]
    first = drawn(one, DATA["part"])
    assert drawn(one, DATA["part"]) == first
    with Image.open(BytesIO(first)) as picture:
        assert (picture.format, picture.width) == ("PNG", picture.height)
        assert picture.getpixel((3, 3)) == tuple(bytes.fromhex(one["colours"]["ground"][1:]))
        middle = picture.getpixel((picture.width // 2, picture.height * 58 // 100))
        assert middle == tuple(bytes.fromhex(one["colours"]["skin"][1:]))


def test_an_unknown_shape_or_part_is_an_error() -> None:
    one = dict(DATA["portrait"][0], parts=["wings"])
    with pytest.raises(KeyError):
        drawn(one, DATA["part"])


def test_the_centre_keeps_them_as_small_jpegs_with_their_consent() -> None:
    store = MemoryStore()
    make_demo(store.open_books)
    with store.open_lists() as lists:
        clients = lists.clients.all()
        saves = [row for row in lists.log.last(100_000) if row.action == "save_client"]
    shown = [client for client in clients if client.photo]
    assert {client.id for client in shown} == {client.id for client in clients if client.photo_consent}
    assert len(saves) > len(clients)
    for client in shown:
        assert client.photo.startswith(JPEG_START)
        assert len(client.photo) <= MOST_PHOTO_BYTES // 10
        with Image.open(BytesIO(client.photo)) as picture:
            assert picture.size == (PORTRAIT_SIDE, PORTRAIT_SIDE)
