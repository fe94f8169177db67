"""A door to the background for one receiver: answers that come after it is gone are dropped."""

import weakref
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

from subcontract.actions.act import Done, Worker
from subcontract.clock import Clock
from subcontract.ports import Lists
from subcontract.problems import Refused
from ui.background import Background
from ui.presenters.base import ActionFunction, Progress, Work
from ui.steps import Steps

T = TypeVar("T")


class BoundDoor:
    """A door for one receiver; see ``ui.presenters.base.Door``."""

    def __init__(self, background: Background, receiver: QObject) -> None:
        self._background = background
        self._receiver = weakref.ref(receiver)

    @property
    def clock(self) -> Clock:
        """The clock that actions get."""
        return self._background.clock

    @property
    def who(self) -> Worker:
        """The member of staff who is signed in."""
        return self._background.who

    def today(self) -> date:
        """The calendar day in Finland."""
        return self._background.clock.today()

    def _alive(self) -> bool:
        receiver = self._receiver()
        return receiver is not None and isValid(receiver)

    def ask(self, query: Callable[[Lists], T], done: Callable[[T], None]) -> None:
        """Read, then answer."""
        self._background.ask(self._alive, query, done)

    def act(
        self,
        action: ActionFunction,
        ask: object,
        done: Callable[[Done], None] | None = None,
        refused: Callable[[Refused], None] | None = None,
    ) -> None:
        """Do an action, then answer."""
        self._background.act(self._alive, action, ask, done, refused)

    def work(
        self,
        job: Callable[[Lists, Progress], T],
        done: Callable[[T], None],
        *,
        progress: Callable[[int, int, str], None] | None = None,
        refused: Callable[[Refused], None] | None = None,
    ) -> Work:
        """Do a long reading job, then answer."""
        steps = self.stepping(progress or _unheard)
        self._background.work(self._alive, job, done, steps, refused)
        return steps

    def stepping(self, progress: Callable[[int, int, str], None]) -> Steps:
        """Steps whose progress is told on the thread of the window."""
        background, alive = self._background, self._alive

        def tell(at: int, of: int, what: str) -> None:
            background.answer(alive, lambda: progress(at, of, what))

        return Steps(tell)


def _unheard(_at: int, _of: int, _what: str) -> None:
    """The progress of what nobody watches."""
