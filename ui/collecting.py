"""Has Python's garbage collector run on the thread of the window alone.

Left to itself it runs on whichever thread happens to make the next object, and a widget that is let go
on a worker's thread brings the program down.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 2000
"""Milliseconds between two looks."""
WHOLE_EVERY = 15
"""A whole collection is made once in so many looks; the young generations at every look."""


class Collector:
    """Counts who needs it; the usual way is restored when nobody does."""

    def __init__(self) -> None:
        self._users = 0
        self._looks = 0
        self._timer: QTimer | None = None

    def start(self, owner: QObject) -> None:
        """Take over until ``stop``; ``owner`` lives on the thread of the window."""
        self._users += 1
        if self._users > 1:
            return
        gc.disable()
        self._timer = QTimer()
        self._timer.moveToThread(owner.thread())
        self._timer.timeout.connect(self.look)
        self._timer.start(EVERY)

    @staticmethod
    def keep() -> None:
        """Leave what there is now out of every later look: the program itself and its storage.

        They are most of all objects and are never let go; to walk through them takes a tenth of a second.
        """
        gc.collect(1)
        gc.freeze()

    def look(self) -> None:
        """Collect what is due."""
        self._looks += 1
        gc.collect(2 if self._looks % WHOLE_EVERY == 0 else 1)

    def stop(self) -> None:
        """One user less."""
        self._users -= 1
        if self._users:
            return
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        gc.collect()
        gc.enable()


COLLECTOR = Collector()
"""The one collector of the program."""
