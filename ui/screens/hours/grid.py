"""The rows of the day: one letter says who came, a figure goes where it belongs, Enter opens the row."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QWidget

from ui.presenters.recording.recording import RecordingPresenter
from ui.presenters.recording.rows import COLUMNS
from ui.widgets.grid import Grid

KEYS = [column.key for column in COLUMNS]
END = KEYS.index("end")
PIECES = KEYS.index("pieces")


class DayGrid(Grid):
    """A grid for one hand on the keyboard.

    Letters say present, sick or away in any column. A figure typed on the name or the state is the time
    when the client left: the commonest exception. Enter after typing goes to the same column of the next
    row; from the last row up and down go around.
    """

    def __init__(self, presenter: RecordingPresenter) -> None:
        super().__init__(presenter.table)
        self.recording = presenter
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setTabKeyNavigation(False)  # Tab goes on to the group's line; arrows walk the cells

    def follow_lock(self) -> None:
        """A complete day is not typed in; pieces are shown where the work has them."""
        trigger = QAbstractItemView.EditTrigger
        typed = trigger.AnyKeyPressed | trigger.EditKeyPressed | trigger.DoubleClicked
        self.setEditTriggers(typed if self.recording.can_record else trigger.NoEditTriggers)
        shift = self.recording.shift
        hidden = shift is not None and not self.recording.data.counts_pieces(shift)
        self.leave_out("pieces", out=hidden)

    def begin(self) -> None:
        """Stand on the first row once there are rows, so that the first letter says something."""
        if self.hasFocus() and not self.currentIndex().isValid() and self.table_model.rowCount():
            self.go(0, 0)

    def commit(self) -> None:
        """Save what is being typed in a cell."""
        editor = self.focusWidget() if self.state() == self.State.EditingState else None
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters, figures, Enter and the arrows at the edges."""
        index = self.currentIndex()
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if self.state() == self.State.EditingState and not self.hasFocus():
            event.ignore()
        elif not plain or not self._takes(event, index):
            super().keyPressEvent(event)

    def _takes(self, event: QKeyEvent, index: QModelIndex) -> bool:
        """Whether the key means something here; then it has been done."""
        key, text = event.key(), event.text()
        rows = self.table_model.rowCount()
        if not index.isValid():
            if rows and key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
                self.go(0 if key == Qt.Key.Key_Down else rows - 1, 0)
                return True
            return False
        row = self.table_model.row_at(index).id
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.presenter.open(row)
        elif key == Qt.Key.Key_Down and index.row() == rows - 1:
            self.go(0, index.column())
        elif key == Qt.Key.Key_Up and index.row() == 0:
            self.go(rows - 1, index.column())
        elif text.isalpha():
            return self.recording.key(row, text)
        elif text.isdigit() and not self.table_model.column_at(index).editable:
            self.go(index.row(), END)
            return False
        else:
            return False
        return True

    def go(self, row: int, column: int) -> None:
        """Move to a cell."""
        self.setCurrentIndex(self.table_model.index(row, column))

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter after typing goes down the column, as in a list on paper."""
        index = self.currentIndex()
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache and index.isValid():
            self.go((index.row() + 1) % max(1, self.table_model.rowCount()), index.column())
