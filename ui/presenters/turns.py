"""Acts done one after the other, each after what the one before changed has been read back; no Qt.

A grid is typed faster than it is saved. A turn is asked for its act only when it comes, so that it
speaks of what stands then; nothing typed meanwhile is dropped or refused as changed elsewhere.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from subcontract.actions.act import Done
from subcontract.problems import Refused
from ui.presenters.base import ActionFunction, Presenter

Act = tuple[ActionFunction, object]


@dataclass(frozen=True, slots=True)
class Turn:
    """One act that waits."""

    act: Callable[[], Act | None]
    """The action and its ask, made when the turn comes; ``None`` when it is no longer wanted."""
    done: Callable[[Done], None] | None
    refused: Callable[[Refused], None]


class Turns:
    """The line of acts of one presenter."""

    def __init__(self, presenter: Presenter) -> None:
        """Start with nobody waiting."""
        self._presenter = presenter
        self._waiting: deque[Turn] = deque()
        self._under_way = False

    def __len__(self) -> int:
        """How many acts wait or are under way."""
        return len(self._waiting) + self._under_way

    def add(
        self,
        act: Callable[[], Act | None],
        done: Callable[[Done], None] | None = None,
        refused: Callable[[Refused], None] | None = None,
    ) -> None:
        """Do an act when its turn comes; a refusal nobody asked for becomes the notice."""
        self._waiting.append(Turn(act, done, refused or self._presenter.refused))
        self.go_on()

    def go_on(self) -> None:
        """Do the next act unless one is under way."""
        while self._waiting and not self._under_way:
            turn = self._waiting.popleft()
            chosen = turn.act()
            if chosen is not None:
                self._do(turn, *chosen)

    def _do(self, turn: Turn, action: ActionFunction, ask: object) -> None:
        """Do one act; what it changed is read back before the next."""
        self._under_way = True
        self._presenter.notice = None

        def finished(result: Done) -> None:
            self._presenter.tell_saved()
            if turn.done is not None:
                turn.done(result)
            self._presenter.load()
            # Answers come in the order in which they were asked for: after this one all has been read back.
            self._presenter.door.ask(lambda _lists: None, lambda _answer: self._next())

        def stopped(refused: Refused) -> None:
            self._under_way = False
            turn.refused(refused)
            self._presenter.tell()
            self.go_on()

        self._presenter.door.act(action, ask, finished, stopped)

    def _next(self) -> None:
        self._under_way = False
        self.go_on()
