"""A proposal in a process of its own: the window stays quick, and stopping it takes no more than a moment."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from subcontract.rota.rotation.problem import Problem
from subcontract.rota.rotation.proposing.propose import Progress, Proposal, Tried, propose
from subcontract.rota.rotation.solving import bound

BRIEFLY = 5
"""Seconds in which a process that was told to stop has stopped; afterwards it is ended."""
STOP = "stop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """Points below which no plan can come, or ``None`` where nothing was proven."""

    points: int | None


Said = Progress | Proposal | Bound


class Proposer:
    """A proposal that is being made elsewhere; a bound comes after it when it is asked for.

    It is made twice from different seeds, for office computers have two processors at least. Both always
    come to their end and the better one is told, so it does not matter which of them is quicker; with one
    processor they take twice as long. When one of them ends without a word, the other's is told.
    """

    def __init__(self, problem: Problem, tried: Tried, seed: int = 1, *, with_bound: bool = True) -> None:
        """Start."""
        self._problem, self._with_bound = problem, with_bound
        self._makers = _makers(problem, tried, seed)
        self._bounder: _Other | None = None
        self._found: dict[_Other, Proposal] = {}
        self._progress: dict[_Other, Progress] = {}
        self._is_stopped = False

    def said(self) -> Iterator[Said]:
        """What has been told since the last time; never waits."""
        if self._bounder is not None:
            yield from self._bounder.said()
            return
        for maker in self._makers:
            for each in maker.said():
                if isinstance(each, Proposal):
                    self._found[maker] = each
                elif isinstance(each, Progress):
                    self._progress[maker] = each
                    yield self._together()
        if not self.is_working_on_it:
            found = [self._found[maker] for maker in self._makers if maker in self._found]
            self._found = {}
            if found:
                yield min(found, key=_total)
            if self._with_bound:
                yield from self._bounded(found)

    def _bounded(self, found: list[Proposal]) -> Iterator[Bound]:
        """The bound that was proven on the way; without one it is looked for, unless somebody said stop."""
        known = [each.bound for each in found if each.bound is not None]
        if known:
            yield Bound(points=max(known))
        elif not self._is_stopped:
            self._bounder = _Other(_bound, self._problem)

    def _together(self) -> Progress:
        """How far the slower one is, and the better plan so far."""
        told = [self._progress[maker] for maker in self._makers if maker in self._progress]
        slowest = min(told, key=lambda each: each.done)
        best = min(told, key=lambda each: each.cost)
        return replace(best, stage=slowest.stage, done=slowest.done, of=slowest.of)

    @property
    def is_working_on_it(self) -> bool:
        """Whether the proposal is still to come."""
        return any(maker.is_open for maker in self._makers)

    @property
    def is_working(self) -> bool:
        """Whether anything is still to come."""
        return self.is_working_on_it or (self._bounder is not None and self._bounder.is_open)

    def stop(self) -> None:
        """Ask for the best plan so far; it comes as a proposal that is not whole."""
        self._is_stopped = True
        for maker in self._makers:
            maker.tell(STOP)
        if self._bounder is not None:
            self._bounder.end()

    def end(self) -> None:
        """End everything; what was not told is lost."""
        for each in (*self._makers, *([self._bounder] if self._bounder else [])):
            each.end()


def seeds_of(seed: int) -> tuple[int, int]:
    """The seeds of the two proposals of which one is told; another seed asked for gives two others."""
    return seed, -seed - 1


def _makers(problem: Problem, tried: Tried, seed: int) -> "list[_Other]":
    """Both, or only the first when there is no room for another process; raises when there is none at all."""
    first, second = seeds_of(seed)
    makers = [_Other(_propose, problem, tried, first)]
    with suppress(OSError):
        makers.append(_Other(_propose, problem, tried, second))
    return makers


def _total(proposal: Proposal) -> int:
    return proposal.score.total


class _Other:
    """A process that tells things until it has ended."""

    def __init__(self, job: Callable[..., None], *facts: object) -> None:
        """Start it."""
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process: BaseProcess = context.Process(target=job, args=(theirs, *facts), daemon=True)
        self._process.start()
        theirs.close()
        self.is_open = True

    def said(self) -> Iterator[Any]:
        """What it has told since the last time; never waits."""
        try:
            while self.is_open and self._pipe.poll():
                yield self._pipe.recv()
        except (EOFError, OSError):
            self.is_open = False

    def tell(self, word: object) -> None:
        """Say something to it; nothing happens when it has ended meanwhile."""
        _tell(self._pipe, word)

    def end(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.join(BRIEFLY)
        self._pipe.close()
        self.is_open = False


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
