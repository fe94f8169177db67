"""A scroll area that is not seen: what is in it stands on the ground of what is around it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


class ClearArea(QScrollArea):
    """Scrolls ``inner`` down, never sideways; Tab never stops at it.

    The view is a widget of our own. Asking Qt for its view would make PySide prepare every kind of
    widget that there is, a tenth of the time in which the first window opens.
    """

    def __init__(self, inner: QWidget, *, sideways: bool = False) -> None:
        """``sideways`` lets it scroll that way too, where words may be wider than the window."""
        super().__init__()
        self.setViewport(QWidget())
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if not sideways:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner.setProperty("look", "clear")
        self.setWidget(inner)
