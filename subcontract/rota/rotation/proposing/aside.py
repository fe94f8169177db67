"""The search for what is in conflict, in a process of its own: it may take long, and can be ended."""

from collections.abc import Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection

from subcontract.rota.rotation.problem import Problem
from subcontract.rota.rotation.proposing.worker import BRIEFLY
from subcontract.rota.rotation.solving.conflicts import Conflict, conflict_in


class ConflictSeeker:
    """Looks elsewhere for the smallest set of shifts that cannot all be filled."""

    def __init__(self, problem: Problem) -> None:
        """Start."""
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_seek, args=(theirs, problem), daemon=True)
        self._process.start()
        theirs.close()
        self.is_working = True
        """Whether anything is still to come."""

    def said(self) -> Iterator[Conflict]:
        """What has been found since the last time; never waits. Nothing comes when all can be filled."""
        if not self.is_working:
            return
        try:
            while self._pipe.poll():
                if (found := self._pipe.recv()) is not None:
                    yield found
        except (EOFError, OSError):
            self.is_working = False

    def end(self) -> None:
        """End it; what was not told is lost."""
        self.is_working = False
        self._process.terminate()
        self._process.join(BRIEFLY)
        self._pipe.close()


def _seek(pipe: Connection, problem: Problem) -> None:
    """Look for a conflict and tell it; runs in the other process."""
    found = conflict_in(problem)
    try:
        pipe.send(found)
    except (BrokenPipeError, OSError):
        return
    finally:
        pipe.close()
