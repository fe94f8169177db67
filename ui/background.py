"""The one door to work off the main thread.

Writes queue on one worker, reads on another, long reading jobs on a third; every answer comes on the
thread of the window, as success or as refusal. A job never touches a widget or a presenter. The answer
to a receiver that is gone is dropped.
"""

import logging
import secrets
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance
from shiboken6 import isValid

from subcontract.actions.act import Done, Permission, Undo, Worker
from subcontract.actions.perform import perform
from subcontract.clock import Clock
from subcontract.ports import Lists, OpenBooks, OpenLists
from subcontract.problems import Refused
from ui.changes import Changes
from ui.collecting import COLLECTOR
from ui.presenters.base import ActionFunction, Cancelled, Progress
from ui.presenters.undo import UndoStack
from ui.steps import Steps

T = TypeVar("T")
LOG = logging.getLogger("urakka")


class Background(QObject):
    """Runs actions and queries for one person on one store."""

    failed = Signal(str)
    """Something unexpected happened; carries the id under which the log has it."""
    undo_changed = Signal()
    undo_refused = Signal(object)
    """An undo could not be done any more; carries the ``Refused``."""
    undone = Signal(str)
    """An act was taken back; carries its name, marked text."""
    redone = Signal(str)
    """An act was done again; carries its name, marked text."""
    _answered = Signal(object)

    def __init__(
        self,
        open_books: OpenBooks,
        open_lists: OpenLists,
        clock: Clock,
        who: Worker,
        changes: Changes,
    ) -> None:
        super().__init__()
        self.clock, self.who, self.changes = clock, who, changes
        self.undo_stack = UndoStack()
        self._open_books, self._open_lists = open_books, open_lists
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="writes")
        self._reader = ThreadPoolExecutor(1, thread_name_prefix="reads")
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="long-work")
        self._closed = False
        COLLECTOR.start(self)
        self._answered.connect(_call, Qt.ConnectionType.QueuedConnection)
        self._writing = 0

    @property
    def is_writing(self) -> bool:
        """Whether a write is under way, so that the window must not close yet."""
        return self._writing > 0

    def may(self, permission: str) -> bool:
        """Whether the person who is signed in may do what a permission names."""
        return self.who.may(Permission(permission))

    def sign_in(self, who: Worker) -> None:
        """Another person acts from now on; nothing of the former one's can be undone by this one."""
        self.who = who
        self.undo_stack.clear()
        self.undo_changed.emit()

    # --- reading

    def ask(self, alive: Callable[[], bool], query: Callable[[Lists], T], done: Callable[[T], None]) -> None:
        """Read on the reading worker."""

        def job() -> None:
            with self._open_lists() as lists:
                answer = query(lists)
            self.answer(alive, lambda: done(answer))

        self._reader.submit(self._guarded, job, alive, None)

    def work(
        self,
        alive: Callable[[], bool],
        job: Callable[[Lists, Progress], T],
        done: Callable[[T], None],
        steps: Steps,
        refused: Callable[[Refused], None] | None,
    ) -> None:
        """Do a long reading job."""

        def run() -> None:
            with self._open_lists() as lists:
                answer = job(lists, steps)
            if not steps.is_cancelled:
                self.answer(alive, lambda: done(answer))

        self._worker.submit(self._guarded, run, alive, refused)

    # --- writing

    def act(
        self,
        alive: Callable[[], bool],
        action: ActionFunction,
        ask: object,
        done: Callable[[Done], None] | None,
        refused: Callable[[Refused], None] | None,
    ) -> None:
        """Do an action on the writing worker, as the person who is signed in at this moment."""

        def finished(result: Done) -> None:
            if result.changed:  # looking changes nothing and takes no redo away
                self.undo_stack.acted(result.undo)
            self.undo_changed.emit()
            if done is not None and alive():
                done(result)

        self._write(alive, action, ask, finished, refused)

    def undo(self) -> None:
        """Take back the latest act."""
        self._step(self.undo_stack.take_undo(), self.undo_stack.was_undone, self.undone)

    def redo(self) -> None:
        """Do the latest undone act again."""
        self._step(self.undo_stack.take_redo(), self.undo_stack.was_redone, self.redone)

    def _step(
        self, step: Undo | None, keep: Callable[[Undo, Undo | None], None], told: SignalInstance
    ) -> None:
        """Perform one step of the stack, and tell its name."""
        if step is None:
            return

        def finished(result: Done) -> None:
            keep(step, result.undo)
            self.undo_changed.emit()
            told.emit(step.name)

        def refused(refusal: Refused) -> None:
            self.undo_changed.emit()
            self.undo_refused.emit(refusal)

        self._write(_always, step.action, step.ask, finished, refused)

    def _write(
        self,
        alive: Callable[[], bool],
        action: ActionFunction,
        ask: object,
        finished: Callable[[Done], None],
        refused: Callable[[Refused], None] | None,
    ) -> None:
        """Queue a write; what changed is told once it is stored, whoever is still there to hear it."""
        who = self.who
        self._writing += 1

        def over() -> None:
            self._writing -= 1

        def job() -> None:
            try:
                result = perform(action, ask, self._open_books, self.clock, who)
            finally:
                self.answer(_always, over)
            self.answer(_always, lambda: finished(result))
            self.answer(_always, lambda: self.changes.happened.emit(result.changed))

        self._writer.submit(self._guarded, job, alive, refused)

    # --- answering

    def _guarded(
        self, job: Callable[[], None], alive: Callable[[], bool], refused: Callable[[Refused], None] | None
    ) -> None:
        """Run a job; its refusal and its failure become answers too."""
        try:
            job()
        except Cancelled:
            LOG.info("a long job was stopped")
        except Refused as refusal:
            if refused is not None:
                self.answer(alive, lambda kept=refusal: refused(kept))  # type: ignore[misc]
            else:
                self._fail(refusal)
        except Exception as problem:  # noqa: BLE001 - whatever it is, the window lives on and the log tells
            self._fail(problem)

    def _fail(self, problem: Exception) -> None:
        """Log what was not expected under an id, and tell the id."""
        number = secrets.token_hex(4).upper()
        LOG.error("unexpected problem %s", number, exc_info=problem)
        self.answer(_always, lambda: self.failed.emit(number))

    def answer(self, alive: Callable[[], bool], call: Callable[[], object]) -> None:
        """Have ``call`` run on the thread of the window unless its receiver is gone by then."""
        if isValid(self):
            self._answered.emit(lambda: call() if alive() else None)

    def close(self) -> None:
        """Finish what is queued and stop."""
        if self._closed:
            return
        self._closed = True
        for pool in (self._writer, self._reader, self._worker):
            pool.shutdown(wait=True)
        COLLECTOR.stop()


def _call(answer: Callable[[], object]) -> None:
    """Run an answer; connected so that this happens on the thread of the window."""
    answer()


def _always() -> bool:
    return True
