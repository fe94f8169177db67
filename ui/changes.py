"""One signal: what kinds of things changed. Screens follow it, not who made the change."""

from PySide6.QtCore import QObject, Signal


class Changes(QObject):
    """``happened`` carries a ``frozenset`` of ``Kind`` after every act, on the thread of the window."""

    happened = Signal(object)
