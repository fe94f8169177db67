from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subcontract.money import Money
from subcontract.papers import cash, pictogram
from subcontract.papers.measures import MM
from subcontract.papers.outline import trace
from subcontract.papers.pictogram import draw_pictogram
from subcontract.papers.sheet import Cover, Sheet, print_paper
from tests import house
from tests.paper_reading import colours, picture

COVER = Cover(title="Kuva", author="", language="fi")
DRAWING = """
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" fill="none" stroke="#1F5F4A" stroke-width="2">
<rect x="4" y="4" width="40" height="40" rx="4" fill="#E3EFE9"/>
<g fill="#F2B632"><circle cx="24" cy="24" r="8"/><ellipse cx="24" cy="40" rx="8" ry="2"/></g>
<line x1="4" y1="24" x2="44" y2="24"/><polyline points="4,4 24,14 44,4"/>
<polygon points="10 30 14 38 6 38" fill="#abc"/>
<path d="M10 10h6v6H10zm4 4l2-2 M30 30c2 0 4 2 4 4s-2 4-4 4q-4 0-4-4t4-4a4 4 0 0 1 4 4A2,2,0,1,0,30,38Z"
 stroke="currentColor"/>
<text x="1" y="1">no</text>
</svg>"""


class Recorder:
    """A pen that writes down where it goes."""

    def __init__(self) -> None:
        self.at: tuple[float, float] = (0, 0)
        self.went: list[tuple[float, float]] = []

    def move(self, x: float, y: float) -> None:
        self.at = (x, y)
        self.went.append(self.at)

    draw_to = move

    def bend_to(self, _first: object, _second: object, end: tuple[float, float]) -> None:
        self.move(*end)

    def close(self) -> None:
        """End the outline."""


def traced(data: str) -> list[tuple[float, float]]:
    pen = Recorder()
    trace(pen, data)  # type: ignore[arg-type]
    return pen.went


def drawn(folder: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> tuple[bool, bytes]:
    monkeypatch.setattr(pictogram, "FOLDER", folder)
    pictogram._shapes.cache_clear()
    told: list[bool] = []

    def draw(sheet: Sheet) -> None:
        told.append(draw_pictogram(sheet, name, (20 * MM, 20 * MM), 48 * MM))

    paper = print_paper(COVER, [draw])
    pictogram._shapes.cache_clear()
    return told[0], paper


def test_the_small_part_of_svg_is_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "box.svg").write_text(DRAWING, encoding="utf-8")
    was_drawn, paper = drawn(tmp_path, "box", monkeypatch)
    found = colours(picture(paper, dpi=127))
    assert was_drawn
    for wanted in ((0xE3, 0xEF, 0xE9), (0x1F, 0x5F, 0x4A), (0xF2, 0xB6, 0x32), (0xAA, 0xBB, 0xCC)):
        assert wanted in found
    image = picture(paper, dpi=127)
    assert image.crop((0, 0, 90, 90)).getextrema() == ((255, 255),) * 3
    assert image.getpixel((100 + 5 * 24, 100 + 5 * 20)) == (0xF2, 0xB6, 0x32)


@pytest.mark.parametrize("name", ["", "missing", "../secret", "a/b", "x" * 100])
def test_no_drawing_is_no_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    was_drawn, _ = drawn(tmp_path, name, monkeypatch)
    assert not was_drawn


@pytest.mark.parametrize(
    ("data", "way"),
    [
        ("M1 2L3 4", [(1, 2), (3, 4)]),
        ("m1 2 3 4 5 6", [(1, 2), (4, 6), (9, 12)]),
        ("M1 2H5V7h-1v-1", [(1, 2), (5, 2), (5, 7), (4, 7), (4, 6)]),
        ("M0 0c1 1 2 2 3 3s2 2 3 3", [(0, 0), (3, 3), (6, 6)]),
        ("M0 0q1 1 2 0t2 0", [(0, 0), (2, 0), (4, 0)]),
        ("M-.5-.5l1e1.5", [(-0.5, -0.5), (9.5, 0)]),
        ("M0 0A0 0 0 0 1 4 4", [(0, 0), (4, 4)]),
        ("nonsense", []),
    ],
)
def test_outlines_are_followed(data: str, way: list[tuple[float, float]]) -> None:
    assert traced(data) == [pytest.approx(point) for point in way]


def test_an_arc_ends_where_it_should_and_keeps_its_distance() -> None:
    way = traced("M10 0a10 10 0 1 1 -20 0 10 10 0 0 1 20 0")
    assert way[-1] == pytest.approx((10, 0))
    assert all((x**2 + y**2) ** 0.5 == pytest.approx(10) for x, y in way)


def test_every_pictogram_of_ours_can_be_drawn() -> None:
    names = [
        path.stem
        for path in house.files()
        if path.parts[:2] == ("resources", "pictograms") and path.suffix == ".svg"
    ]

    def draw(sheet: Sheet) -> None:
        for name in names:
            assert draw_pictogram(sheet, name, (20 * MM, 20 * MM), 10 * MM), name

    assert print_paper(COVER, [draw])


@given(st.integers(0, 200_000))
def test_notes_and_coins_make_the_sum(cents: int) -> None:
    found = cash.pieces(Money.of_cents(cents))
    assert sum(piece.cents for piece in found) == cents
    assert [piece.cents for piece in found] == sorted((piece.cents for piece in found), reverse=True)


def test_the_fewest_pieces_are_used() -> None:
    assert [piece.cents for piece in cash.pieces(Money("96.37"))] == [
        5000,
        2000,
        2000,
        500,
        100,
        20,
        10,
        5,
        2,
    ]


@given(st.integers(1, 100_000))
def test_rows_of_money_fit_and_never_mix_notes_with_coins(cents: int) -> None:
    for row in cash.rows(Money.of_cents(cents), 148 * MM):
        assert sum(piece.size[0] + cash.GAP for piece in row) <= 148 * MM + cash.GAP
        assert len({piece.is_note for piece in row}) == 1


def test_too_much_money_to_count_is_not_drawn() -> None:
    assert cash.rows(Money(100_000), 148 * MM) == ()
    assert cash.rows(Money(0), 148 * MM) == ()


def test_a_larger_note_is_wider() -> None:
    notes = [cash.Piece(cents).size[0] for cents in cash.NOTE_WIDTHS]
    assert notes == sorted(notes, reverse=True)
