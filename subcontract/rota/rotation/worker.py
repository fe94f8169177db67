"""A proposal in a process of its own: the window stays quick, and stopping it takes no more than a moment."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from subcontract.rota.rotation import bound
from subcontract.rota.rotation.problem import Problem
from subcontract.rota.rotation.propose import Progress, Proposal, Tried, propose

BRIEFLY = 5
"""Seconds in which a process that was told to stop has stopped; afterwards it is ended."""
STOP = "stop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """Points below which no plan can come, or ``None`` where nothing was proven."""

    points: int | None


Said = Progress | Proposal | Bound


class Proposer:
    """A proposal that is being made elsewhere; a bound comes beside it when it is asked for."""

    def __init__(self, problem: Problem, tried: Tried, seed: int = 1, *, with_bound: bool = True) -> None:
        """Start."""
        context = get_context("spawn")
        jobs: list[tuple[Callable[..., None], tuple[object, ...]]] = [(_propose, (problem, tried, seed))]
        if with_bound:
            jobs.append((_bound, (problem,)))
        self._ours: list[Connection] = []
        self._processes: list[BaseProcess] = []
        for job, facts in jobs:
            ours, theirs = context.Pipe()
            process = context.Process(target=job, args=(theirs, *facts), daemon=True)
            process.start()
            theirs.close()
            self._ours.append(ours)
            self._processes.append(process)
        self._open = list(self._ours)

    def said(self) -> Iterator[Said]:
        """What has been told since the last time; never waits."""
        for pipe in tuple(self._open):
            try:
                while pipe.poll():
                    yield pipe.recv()
            except (EOFError, OSError):
                self._open.remove(pipe)

    @property
    def is_working(self) -> bool:
        """Whether anything is still to come."""
        return bool(self._open)

    def stop(self) -> None:
        """Ask for the best plan so far; it comes as a proposal that is not whole."""
        _tell(self._ours[0], STOP)
        for process in self._processes[1:]:
            process.terminate()

    def end(self) -> None:
        """End everything; what was not told is lost."""
        for process in self._processes:
            process.terminate()
            process.join(BRIEFLY)
        for pipe in self._ours:
            pipe.close()


def _tell(pipe: Connection, word: object) -> None:
    """Say something to a process that may have ended meanwhile."""
    try:
        pipe.send(word)
    except (BrokenPipeError, OSError):
        return


def _propose(pipe: Connection, problem: Problem, tried: Tried, seed: int) -> None:
    """Make the proposal and tell of it; runs in the other process."""

    def carry_on(progress: Progress) -> bool:
        _tell(pipe, progress)
        return not pipe.poll()

    _tell(pipe, propose(problem, tried, seed, carry_on))
    pipe.close()


def _bound(pipe: Connection, problem: Problem) -> None:
    """Find a bound and tell it; runs in the other process."""
    _tell(pipe, Bound(points=bound.bound_of(problem)))
    pipe.close()
