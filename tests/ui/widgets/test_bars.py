"""Bars in cells: drawn by shape, told in words."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from ui.look import LOOK
from ui.models.table_model import TableModel
from ui.presenters.tables.table import Bar, CellKind, Column, Row, TablePresenter
from ui.texts import CatalogueTexts
from ui.widgets.bars import paint_bar

BAR = Bar(had=50, planned=25, mark=90, value=75, words="tehty 2 t, suunniteltu 1 t, tasan olisi 4 t")


def colour_at(image: QImage, x: int) -> str:
    return image.pixelColor(x, 15).name().upper()


def test_what_was_is_full_what_is_planned_is_hollow_and_a_line_stands_at_the_mark(qtbot: QtBot) -> None:
    assert qtbot
    image = QImage(200, 30, QImage.Format.Format_RGB32)
    image.fill(QColor(LOOK.theme.paper))
    painter = QPainter(image)
    paint_bar(painter, QRect(0, 0, 200, 30), BAR)
    painter.end()
    theme = LOOK.theme
    assert colour_at(image, 50) == theme.pine.upper()
    assert colour_at(image, 125) == theme.card.upper()
    assert colour_at(image, 165) == theme.paper.upper()
    assert colour_at(image, 180) == theme.ink.upper()


def test_a_bar_is_told_in_words_and_sorted_by_its_value(qtbot: QtBot) -> None:
    assert qtbot
    table = TablePresenter(
        (Column(key="name", title="Client"), Column(key="bar", title="Bar", kind=CellKind.BAR)),
        CatalogueTexts("fi"),
        name="Bars",
    )
    short = Bar(had=10, value=10, words="lyhyt")
    table.set_rows((Row(id=1, cells={"name": "A", "bar": BAR}), Row(id=2, cells={"name": "B", "bar": short})))
    model = TableModel(table)
    assert model.data(model.index(0, 1)) == ""
    assert BAR.words in str(model.data(model.index(0, 1), Qt.ItemDataRole.AccessibleTextRole))
    table.sort_by("bar")
    assert [row.id for row in table.visible] == [2, 1]
