"""A door that answers at once on the caller's thread: for journeys, the demo centre and tests; no Qt."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from subcontract.actions.act import Done, Kind, Undo, Worker
from subcontract.actions.perform import perform
from subcontract.clock import Clock
from subcontract.ports import Lists, OpenBooks, OpenLists
from subcontract.problems import Refused
from ui.presenters.base import ActionFunction, Cancelled, Progress, Stepping, Work
from ui.presenters.undo import UndoStack

T = TypeVar("T")


class DirectDoor:
    """Reads and acts at once. ``changed`` is called with the kinds after every act."""

    def __init__(self, open_books: OpenBooks, open_lists: OpenLists, clock: Clock, who: Worker) -> None:
        """Act in ``open_books`` and read from ``open_lists`` as ``who``."""
        self.clock = clock
        self.who = who
        self.undo_stack = UndoStack()
        self.changed: list[Callable[[frozenset[Kind]], None]] = []
        self._open_books = open_books
        self._open_lists = open_lists

    def today(self) -> date:
        """The calendar day in Finland."""
        return self.clock.today()

    def ask(self, query: Callable[[Lists], T], done: Callable[[T], None]) -> None:
        """Read and answer at once."""
        with self._open_lists() as lists:
            answer = query(lists)
        done(answer)

    def act(
        self,
        action: ActionFunction,
        ask: object,
        done: Callable[[Done], None] | None = None,
        refused: Callable[[Refused], None] | None = None,
    ) -> None:
        """Do an action; a refusal nobody asked for is raised."""
        try:
            result = self._perform(action, ask)
        except Refused as refusal:
            if refused is None:
                raise
            refused(refusal)
            return
        if result.changed:  # looking changes nothing and takes no redo away
            self.undo_stack.acted(result.undo)
        if done is not None:
            done(result)
        self._tell(result)

    def work(
        self,
        job: Callable[[Lists, Progress], T],
        done: Callable[[T], None],
        *,
        progress: Callable[[int, int, str], None] | None = None,
        refused: Callable[[Refused], None] | None = None,
    ) -> Work:
        """Do a long job at once."""
        steps = _Steps(progress)
        try:
            with self._open_lists() as lists:
                answer = job(lists, steps)
        except Cancelled:
            return steps
        except Refused as refusal:
            if refused is None:
                raise
            refused(refusal)
            return steps
        done(answer)
        return steps

    def stepping(self, progress: Callable[[int, int, str], None]) -> Stepping:
        """Steps that are told at once."""
        return _Steps(progress)

    def undo(self) -> bool:
        """Take back the latest act; false when there is none."""
        step = self.undo_stack.take_undo()
        if step is None:
            return False
        self.undo_stack.was_undone(step, self._step(step))
        return True

    def redo(self) -> bool:
        """Do the latest undone act again; false when there is none."""
        step = self.undo_stack.take_redo()
        if step is None:
            return False
        self.undo_stack.was_redone(step, self._step(step))
        return True

    def _step(self, step: Undo) -> Undo | None:
        """Perform a step and give its own opposite."""
        result = self._perform(step.action, step.ask)
        self._tell(result)
        return result.undo

    def _perform(self, action: ActionFunction, ask: object) -> Done:
        """Act in books of its own."""
        return perform(action, ask, self._open_books, self.clock, self.who)

    def _tell(self, result: Done) -> None:
        """Tell what changed."""
        for listener in tuple(self.changed):
            listener(result.changed)


class _Steps:
    """Progress of a job that runs at once; can be stopped from its own progress."""

    def __init__(self, progress: Callable[[int, int, str], None] | None) -> None:
        self._progress = progress
        self._cancelled = False

    def step(self, done: int, of: int, what: str = "") -> None:
        """Pass the step on."""
        if self._cancelled:
            raise Cancelled
        if self._progress is not None:
            self._progress(done, of, what)

    def cancel(self) -> None:
        """Stop at the next step."""
        self._cancelled = True
