"""A Qt model over the visible rows of a table presenter: thin, with exact signals."""

from collections.abc import Hashable, Mapping

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.presenters.tables.table import CellKind, Column, Row, TablePresenter

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
COLUMN_ROLE = Qt.ItemDataRole.UserRole + 2
BELOW_ROLE = Qt.ItemDataRole.UserRole + 3
"""What stands under the words of a cell, for columns that have no room of their own."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
LONG = 30
"""Longer texts may be cut, so they are told when pointed at."""
_NOWHERE = QModelIndex()


class TableModel(QAbstractTableModel):
    """Rows are compared by id: gone ones are removed, new ones inserted, moved ones laid anew."""

    def __init__(self, presenter: TablePresenter, parent: QObject | None = None) -> None:
        """Follow ``presenter``."""
        super().__init__(parent)
        self.presenter = presenter
        self._rows: tuple[Row, ...] = presenter.visible
        self.is_following = False
        """Whether rows are being taken over at this moment: they are not those of the presenter yet."""
        self._below: Mapping[str, tuple[Column, ...]] = {}
        presenter.listen(self._follow)

    # --- following the presenter

    def _follow(self) -> None:
        """Take over the presenter's visible rows.

        While the row that Qt stands on goes, Qt steps to another one, and the presenter tells of that
        too: rows taken in the middle of taking them would go twice.
        """
        if self.is_following:
            return
        self.is_following = True
        try:
            while self._rows is not (fresh := self.presenter.visible):
                self._take(fresh)
        finally:
            self.is_following = False

    def _take(self, fresh: tuple[Row, ...]) -> None:
        """Take over other rows with the fewest signals that are right."""
        wanted = [row.id for row in fresh]
        self._drop(frozenset(wanted))
        kept = [row.id for row in self._rows]
        having = set(kept)
        if [row_id for row_id in wanted if row_id in having] != kept:
            self._lay(tuple(row for row in fresh if row.id in having))
        self._insert(fresh)
        self._change(fresh)

    def _drop(self, wanted: frozenset[Hashable]) -> None:
        """Remove rows that are no longer there, run by run from the end."""
        rows = list(self._rows)
        last = len(rows) - 1
        while last >= 0:
            if rows[last].id in wanted:
                last -= 1
                continue
            first = last
            while first > 0 and rows[first - 1].id not in wanted:
                first -= 1
            self.beginRemoveRows(QModelIndex(), first, last)
            del rows[first : last + 1]
            self._rows = tuple(rows)
            self.endRemoveRows()
            last = first - 1

    def _insert(self, fresh: tuple[Row, ...]) -> None:
        """Insert rows that are new, run by run."""
        having = {row.id for row in self._rows}
        at = 0
        while at < len(fresh):
            if fresh[at].id in having:
                at += 1
                continue
            end = at
            while end < len(fresh) and fresh[end].id not in having:
                end += 1
            self.beginInsertRows(QModelIndex(), at, end - 1)
            self._rows = self._rows[:at] + fresh[at:end] + self._rows[at:]
            self.endInsertRows()
            at = end

    def _change(self, fresh: tuple[Row, ...]) -> None:
        """Take over rows whose contents changed."""
        old, self._rows = self._rows, fresh
        changed = [at for at, (one, other) in enumerate(zip(old, fresh, strict=True)) if one is not other]
        if changed:
            last = self.columnCount() - 1
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], last))

    def _lay(self, fresh: tuple[Row, ...]) -> None:
        """Lay rows in another order; indexes that others hold follow their rows."""
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        ids = [self._rows[index.row()].id for index in held]
        self._rows = fresh
        place = {row.id: at for at, row in enumerate(fresh)}
        moved = [self.index(place[row_id], index.column()) for row_id, index in zip(ids, held, strict=True)]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def fold(self, below: Mapping[str, tuple[Column, ...]]) -> None:
        """Tell columns without room of their own under the words of others, by the key of these."""
        self._below = below
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, self.columnCount() - 1))

    def below(self, column: Column) -> tuple[Column, ...]:
        """The columns that are told under the words of a column."""
        return self._below.get(column.key, ())

    # --- answering Qt

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.presenter.columns)

    def row_of(self, place: int) -> Row:
        """The row at a place in view."""
        return self._rows[place]

    def row_at(self, index: Index) -> Row:
        """The row of an index."""
        return self._rows[index.row()]

    def column_at(self, index: Index) -> Column:
        """The column of an index."""
        return self.presenter.columns[index.column()]

    def place_of(self, row_id: Hashable | None) -> int:
        """The place of a row in view, -1 when it is not."""
        return next((at for at, row in enumerate(self._rows) if row.id == row_id), -1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self.row_at(index), self.column_at(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if column.kind is CellKind.BAR else self.presenter.text(row, column)
        if role == Qt.ItemDataRole.EditRole:
            return self._edit_text(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.is_figure else _LEFT
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole}:
            told = (column, *self.below(column))
            return ". ".join(self.presenter.spoken(row, one) for one in told)
        return self._rest(row, column, role)

    def _rest(self, row: Row, column: Column, role: int) -> object:
        """What delegates and hints ask for."""
        if role == Qt.ItemDataRole.ToolTipRole:
            told = row.problems.get(column.key) or row.hints.get(column.key)
            text = self.presenter.text(row, column)
            return told or (text if len(text) > LONG else None)
        if role == ROW_ROLE:
            return row
        if role == BELOW_ROLE:
            return self._told_below(row, column)
        return column if role == COLUMN_ROLE else None

    def _told_below(self, row: Row, column: Column) -> tuple[str, ...]:
        """What stands under a cell: figures alone under a figure, named facts under words."""
        below = self.below(column)
        if column.is_figure:
            return tuple(self.presenter.text(row, one) for one in below)
        return tuple(self.presenter.named(row, one) for one in below if row.cells.get(one.key) is not None)

    def _edit_text(self, row: Row, column: Column) -> str:
        """The text that editing starts from."""
        if self.presenter.edit_text is not None:
            return self.presenter.edit_text(row, column)
        return self.presenter.text(row, column) if row.cells.get(column.key) is not None else ""

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(self.presenter.columns):
            return None
        column = self.presenter.columns[section]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            told = (column, *(self.below(column) if column.is_figure else ()))
            return "\n".join(self.presenter.title(one) for one in told)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.is_figure else _LEFT
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self.column_at(index).editable:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole or not self.column_at(index).editable:
            return False
        row, column = self.row_at(index), self.column_at(index)
        if str(value) != self._edit_text(row, column):
            self.presenter.edit(row.id, column.key, str(value))
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= column < len(self.presenter.columns):
            key = self.presenter.columns[column].key
            self.presenter.sort_by(key, descending=order == Qt.SortOrder.DescendingOrder)
