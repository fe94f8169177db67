"""Draws the faces of the demo's people from ``resources/demo/portraits.toml``; no Qt.

A face is a PNG like a picture that a user has, and goes the same way: decoded, made small, written anew,
and saved with the client by the coach on the day of the consent.
"""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

from subcontract.actions.save_client import SaveClient, save_client
from subcontract.ids import ClientId
from subcontract.people.client import Client
from ui.demo.beginnings import COACH, SEEN
from ui.demo.data import Data, client_id
from ui.demo.steps import Step, Teller, at
from ui.pictures import portrait

GRID = 200
SCALE = 3
"""Pixels for a step of the grid: finer than photos are kept, so that edges come out smooth."""
FASTEST = 1
Shape = Mapping[str, Any]


def read_portraits(folder: Path) -> dict[ClientId, bytes]:
    """A PNG picture for each client who has one."""
    data = tomllib.loads((folder / "portraits.toml").read_text(encoding="utf-8"))
    return {client_id(one["client"]): drawn(one, data["part"]) for one in data["portrait"]}


def photo_steps(clients: Iterable[Client], folder: Path) -> Iterator[Step]:
    """Those who have said yes get their photo."""
    pictures = read_portraits(folder)
    for client in clients:
        if client.photo_consent and client.id in pictures:
            step = partial(_take_photo, client=client.id, picture=pictures[client.id])
            yield at(client.photo_consent, 12, step)


def _take_photo(teller: Teller, client: ClientId, picture: bytes) -> None:
    stored = teller.books.clients.get(client)
    now = replace(stored, photo=portrait(picture))
    teller.act(COACH, save_client, SaveClient(client=now, despite=SEEN))


def drawn(portrait: Data, parts: Mapping[str, Iterable[Shape]]) -> bytes:
    """One face: its parts over each other in the person's colours."""
    colours = portrait["colours"]
    picture = Image.new("RGB", (GRID * SCALE, GRID * SCALE), colours["ground"])
    pen = ImageDraw.Draw(picture)
    for name in portrait["parts"]:
        for shape in parts[name]:
            DRAW[shape["draw"]](pen, shape, colours)
    out = BytesIO()
    picture.save(out, "PNG", compress_level=FASTEST)
    return out.getvalue()


def _at(shape: Shape) -> list[int]:
    return [place * SCALE for place in shape["at"]]


def _colour(shape: Shape, colours: Mapping[str, str], name: str = "colour") -> str:
    """A colour of the person by its name, or one written out."""
    return colours.get(shape[name], shape[name])


def _ellipse(pen: ImageDraw.ImageDraw, shape: Shape, colours: Mapping[str, str]) -> None:
    pen.ellipse(_at(shape), fill=_colour(shape, colours))


def _ring(pen: ImageDraw.ImageDraw, shape: Shape, colours: Mapping[str, str]) -> None:
    pen.ellipse(_at(shape), outline=_colour(shape, colours), width=shape["width"] * SCALE)


def _box(pen: ImageDraw.ImageDraw, shape: Shape, colours: Mapping[str, str]) -> None:
    pen.rounded_rectangle(_at(shape), radius=shape["round"] * SCALE, fill=_colour(shape, colours))


def _chord(pen: ImageDraw.ImageDraw, shape: Shape, colours: Mapping[str, str]) -> None:
    edge = _colour(shape, colours, "edge") if "edge" in shape else None
    first, last = shape["turn"]
    pen.chord(_at(shape), first, last, fill=_colour(shape, colours), outline=edge, width=2 * SCALE)


def _arc(pen: ImageDraw.ImageDraw, shape: Shape, colours: Mapping[str, str]) -> None:
    first, last = shape["turn"]
    pen.arc(_at(shape), first, last, fill=_colour(shape, colours), width=shape["width"] * SCALE)


def _line(pen: ImageDraw.ImageDraw, shape: Shape, colours: Mapping[str, str]) -> None:
    pen.line(_at(shape), fill=_colour(shape, colours), width=shape["width"] * SCALE)


def _polygon(pen: ImageDraw.ImageDraw, shape: Shape, colours: Mapping[str, str]) -> None:
    pen.polygon(_at(shape), fill=_colour(shape, colours))


DRAW: dict[str, Callable[[ImageDraw.ImageDraw, Shape, Mapping[str, str]], None]] = {
    "ellipse": _ellipse,
    "ring": _ring,
    "box": _box,
    "chord": _chord,
    "arc": _arc,
    "line": _line,
    "polygon": _polygon,
}
