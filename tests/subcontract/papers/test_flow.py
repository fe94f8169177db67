from hypothesis import given
from hypothesis import strategies as st

from subcontract.papers.flow import Block, Room, paginate, space
from subcontract.papers.sheet import Sheet


def draw_nothing(_sheet: Sheet, _y: float) -> None:
    """Leave no trace."""


def block(height: float, **fields: object) -> Block:
    return Block(height, draw_nothing, **fields)  # type: ignore[arg-type]


ROOM = Room(first=100, top=50, bottom=500)


def test_nothing_still_makes_a_page() -> None:
    assert paginate([], ROOM) == ((),)


@given(st.lists(st.integers(1, 300), max_size=60))
def test_no_block_is_lost_split_or_out_of_the_page(heights: list[int]) -> None:
    blocks = [block(height) for height in heights]
    pages = paginate(blocks, ROOM)
    assert [one for page in pages for one in page] == blocks
    for at, page in enumerate(pages):
        assert sum(one.height for one in page) <= (450 if at else 400)


def test_a_table_repeats_its_head() -> None:
    head = block(20, with_next=True)
    rows = [block(30, head=head) for _ in range(40)]
    pages = paginate([head, *rows], ROOM)
    assert len(pages) == 3
    assert all(page[0] is head for page in pages)
    assert sum(1 for page in pages for one in page if one is head) == 3


def test_a_head_that_moves_with_its_first_row_is_not_doubled() -> None:
    head = block(20, with_next=True)
    pages = paginate([block(370), head, block(30, head=head)], ROOM)
    assert [len(page) for page in pages] == [1, 2]


def test_a_heading_is_not_left_alone() -> None:
    pages = paginate([block(360), block(30, with_next=True), block(30)], ROOM)
    assert [len(page) for page in pages] == [1, 2]


def test_the_tail_stays_free_on_the_last_page() -> None:
    pages = paginate([block(50) for _ in range(4)], Room(first=100, top=50, bottom=500, tail=200))
    assert [len(page) for page in pages] == [4]


def test_the_closing_part_moves_above_the_tail() -> None:
    head = block(20, with_next=True)
    rows = [block(50, head=head) for _ in range(5)]
    last = block(50, head=head, with_next=True, closing=True)
    pages = paginate([head, *rows, last, block(30), space(5)], Room(first=100, top=50, bottom=500, tail=200))
    assert [len(page) for page in pages] == [6, 4]
    assert pages[1][0] is head
    assert pages[1][1] is last


def test_a_tail_gets_a_page_of_its_own_when_the_closing_part_is_too_high() -> None:
    rows = [block(50), block(300, closing=True)]
    pages = paginate(rows, Room(first=100, top=50, bottom=500, tail=200))
    assert [len(page) for page in pages] == [2, 0]


def test_no_page_is_made_for_mere_room() -> None:
    blocks = [block(50), space(20), block(30), space(5)]
    assert [len(page) for page in paginate(blocks, Room(first=0, top=0, bottom=100))] == [3]
    assert [len(page) for page in paginate([*blocks, block(40)], Room(first=0, top=0, bottom=100))] == [3, 1]
