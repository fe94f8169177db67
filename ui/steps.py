"""How far a long job is, told no oftener than it can be seen."""

from collections.abc import Callable
from threading import Event
from time import monotonic

from ui.presenters.base import Cancelled

STEP_EVERY = 50
"""Milliseconds between two steps of progress that are shown."""


class Steps:
    """Tells how far a long job is, and stops it when asked."""

    def __init__(self, tell: Callable[[int, int, str], None]) -> None:
        self._tell = tell
        self._stop = Event()
        self._told = 0

    @property
    def is_cancelled(self) -> bool:
        """Whether the user asked to stop."""
        return self._stop.is_set()

    def step(self, done: int, of: int, what: str = "") -> None:
        """Pass the step on when the last one was a while ago."""
        if self._stop.is_set():
            raise Cancelled
        now = int(monotonic() * 1000)
        if done >= of or now - self._told >= STEP_EVERY:
            self._told = now
            self._tell(done, of, what)

    def cancel(self) -> None:
        """Stop at the next step."""
        self._stop.set()
