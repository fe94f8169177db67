"""Ctrl+Z in a field: its own typing first; once it has none to take back, the program's acts."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget


def text_field(widget: QWidget | None) -> QLineEdit | QPlainTextEdit | QTextEdit | None:
    """The field of text that a widget is, or that a searchable list holds."""
    if isinstance(widget, QComboBox):
        return widget.lineEdit()
    return widget if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit) else None


def can_undo(field: QLineEdit | QPlainTextEdit | QTextEdit) -> bool:
    """Whether a field has typing of its own to take back."""
    return field.isUndoAvailable() if isinstance(field, QLineEdit) else field.document().isUndoAvailable()


def can_redo(field: QLineEdit | QPlainTextEdit | QTextEdit) -> bool:
    """Whether a field has typing of its own to do again."""
    return field.isRedoAvailable() if isinstance(field, QLineEdit) else field.document().isRedoAvailable()


def forget_typing(widget: QWidget) -> None:
    """Have a field take nothing back of what was typed so far; the cursor stays where it is."""
    field = text_field(widget)
    if field is None or not (can_undo(field) or can_redo(field)):
        return
    if isinstance(field, QLineEdit):
        at = field.cursorPosition()
        field.setText(field.text())
        field.setCursorPosition(at)
    else:
        field.document().clearUndoRedoStacks()


def leave_undo(widget: QWidget) -> None:
    """Let undo and redo go to the program whenever this field has nothing of its own for them."""
    widget.installEventFilter(_PassOn(widget))


class _PassOn(QObject):
    """Keeps a field from swallowing a key that would do nothing in it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say that the key is not wanted here, so that it is the program's."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        field = text_field(watched) if isinstance(watched, QWidget) else None
        if field is None:
            return False
        undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
        if (event.matches(undo) and not can_undo(field)) or (event.matches(redo) and not can_redo(field)):
            event.ignore()
            return True
        return False
