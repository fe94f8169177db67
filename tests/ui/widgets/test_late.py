"""A part that is made when it comes in sight."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui import accessible
from ui.widgets.late import Late


class Pages:
    """A window with a field, a stack of two pages of which the second is late, and a field below."""

    def __init__(self) -> None:
        self.times = 0
        self.window = QWidget()
        column = QVBoxLayout(self.window)
        self.above, self.plain, self.below = QLineEdit(), QLineEdit(), QLineEdit()
        self.late = Late(self._make)
        self.stack = QStackedWidget()
        for page in (self.plain, self.late.place):
            self.stack.addWidget(page)
        for part in (self.above, self.stack, self.below):
            column.addWidget(part)

    def _make(self) -> QWidget:
        self.times += 1
        part = QWidget()
        column = QVBoxLayout(part)
        self.one, self.other = QLineEdit(), QLineEdit()
        column.addWidget(self.one)
        column.addWidget(self.other)
        return part


@pytest.fixture
def pages(qtbot: QtBot) -> Iterator[Pages]:
    made = Pages()
    qtbot.addWidget(made.window)
    made.window.show()
    accessible.settle()
    yield made
    accessible.free()


def test_it_is_made_once_when_it_is_first_shown(pages: Pages) -> None:
    assert pages.late.made is None
    pages.stack.setCurrentIndex(1)
    assert pages.times == 1
    assert pages.late.made is pages.late.part
    assert pages.one.isVisible()
    pages.stack.setCurrentIndex(0)
    pages.stack.setCurrentIndex(1)
    assert pages.times == 1


def test_whoever_needs_it_before_it_is_in_sight_gets_it(pages: Pages) -> None:
    assert pages.late.part.isHidden() is False
    assert not pages.late.part.isVisible()
    pages.stack.setCurrentIndex(1)
    assert (pages.times, pages.late.part.isVisible()) == (1, True)


def test_tab_comes_to_it_in_its_place(pages: Pages) -> None:
    pages.stack.setCurrentIndex(1)
    accessible.settle()
    stops = [stop for stop in accessible.in_tab_order(pages.window) if isinstance(stop, QLineEdit)]
    assert stops == [pages.above, pages.one, pages.other, pages.below]
