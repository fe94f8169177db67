import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from subcontract.money import Money
from ui.models.table_model import TableModel
from ui.presenters.tables.table import CellKind, Column, Row, TablePresenter
from ui.texts import CatalogueTexts

COLUMNS = (
    Column(key="name", title="Name"),
    Column(key="sum", title="Sum to pay", kind=CellKind.MONEY, editable=True),
)


def rows(*names: str) -> list[Row]:
    return [Row(id=name, cells={"name": name, "sum": Money(len(name))}) for name in names]


def table(*names: str) -> TablePresenter:
    presenter = TablePresenter(COLUMNS, CatalogueTexts("fi"), name="People")
    presenter.set_rows(rows(*names))
    return presenter


def test_the_model_keeps_qts_rules_while_rows_come_go_and_move(qtmodeltester: ModelTester) -> None:
    presenter = table("a", "bb", "ccc")
    model = TableModel(presenter)
    qtmodeltester.check(model)
    presenter.set_rows(rows("x", "a", "ccc", "y"))
    presenter.set_filter("c")
    presenter.set_filter("")
    presenter.sort_by("sum", descending=True)
    presenter.set_rows([])
    qtmodeltester.check(model)


@given(
    st.lists(st.lists(st.sampled_from("abcdefgh"), unique=True), min_size=1, max_size=8),
)
def test_any_change_of_rows_ends_with_the_presenters_rows(changes: list[list[str]]) -> None:
    presenter = table("a", "b", "c")
    model = TableModel(presenter)
    inserted: list[int] = []
    removed: list[int] = []
    model.rowsInserted.connect(lambda _, first, last: inserted.append(last - first + 1))
    model.rowsRemoved.connect(lambda _, first, last: removed.append(last - first + 1))
    for names in changes:
        held = QPersistentModelIndex(model.index(0, 0))
        kept = model.row_at(held).id if model.rowCount() else None
        count = model.rowCount()
        inserted.clear()
        removed.clear()
        presenter.set_rows(rows(*names))
        assert [model.row_at(model.index(at, 0)).id for at in range(model.rowCount())] == names
        assert count - sum(removed) + sum(inserted) == len(names)
        if kept in names:
            assert model.row_at(held).id == kept


def test_cells_say_whose_they_are_and_what(qtbot: QtBot) -> None:
    assert qtbot is not None
    model = TableModel(table("Aalto"))
    index = model.index(0, 1)
    assert model.data(index) == "5,00\u00a0€"
    assert model.data(index, Qt.ItemDataRole.AccessibleTextRole) == "Aalto, Sum to pay 5,00\u00a0€"
    header = model.headerData(1, Qt.Orientation.Horizontal)
    assert header == "Sum to pay"


@pytest.mark.parametrize(("typed", "told"), [("7", [("Aalto", "sum", "7")]), ("5,00\u00a0€", [])])
def test_only_a_changed_text_is_handed_on(typed: str, told: list[object]) -> None:
    presenter = table("Aalto")
    seen: list[object] = []
    presenter.on_edit = lambda *edit: seen.append(edit)
    model = TableModel(presenter)
    assert model.setData(model.index(0, 1), typed)
    assert not model.setData(model.index(0, 0), "x")
    assert seen == told
