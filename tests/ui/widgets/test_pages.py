"""Tests of pages that scroll where they have no room."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.pages import stretched

ROOM = QSize(300, 100)
MOST = 300


class Odd(QWidget):
    """Needs more than there is room for, but only while no scroll bar takes some of its width."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt names it
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt names it
        self.asked += 1
        assert self.asked < MOST, "resized without end"
        return 200 if width >= ROOM.width() else 50


def test_a_page_that_needs_less_beside_a_scroll_bar_is_not_resized_without_end(qapp: QApplication) -> None:
    page = Odd()
    area = stretched(page)
    area.resize(ROOM)
    area.show()
    for _ in range(10):
        qapp.processEvents()
    page.resize(ROOM)
    assert 0 < page.asked < MOST
    area.close()


def test_a_page_asks_for_what_it_needs_at_a_new_width(qapp: QApplication) -> None:
    page = Odd()
    area = stretched(page)
    area.resize(ROOM.width() - 100, ROOM.height())
    area.show()
    qapp.processEvents()
    assert area.verticalScrollBar().maximum() == 0
    area.close()
