"""The window in the room that the screen has for it."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

FRAME = QSize(16, 40)
"""What the system puts round a window; how much is known only once it is in sight."""


def show_whole(window: QWidget) -> None:
    """Show a window; one that would reach over the edge fills the screen, so that its buttons are seen."""
    needed, room = window.size() + FRAME, window.screen().availableSize()
    if needed.width() > room.width() or needed.height() > room.height():
        window.showMaximized()
    else:
        window.show()
