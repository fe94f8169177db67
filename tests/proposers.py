"""Proposers that work at once in the process of the test, and one that breaks off."""

from collections.abc import Iterator

from subcontract.rota.rotation.problem import Problem
from subcontract.rota.rotation.proposing.propose import Progress, Tried, propose
from subcontract.rota.rotation.proposing.worker import Bound, Said
from subcontract.rota.rotation.solving.bound import bound_of
from subcontract.rota.rotation.solving.conflicts import Conflict, conflict_in

LITTLE = Tried(blocks=2)


class AtOnce:
    """Says everything at the first question: progress, the proposal, the bound."""

    def __init__(
        self, problem: Problem, _tried: Tried = LITTLE, seed: int = 1, *, stops: bool = False
    ) -> None:
        """Make the whole proposal now; one that ``stops`` is not whole."""
        told: list[Progress] = []

        def tell(progress: Progress) -> bool:
            told.append(progress)
            return not stops

        made = propose(problem, LITTLE, seed, tell)
        self._left: list[Said] = [*told, made, Bound(points=bound_of(problem))]
        self.is_working = True
        self.was_ended = False

    def said(self) -> Iterator[Said]:
        """All of it."""
        left, self._left = self._left, []
        self.is_working = False
        yield from left

    def stop(self) -> None:
        """It is ready already."""

    def end(self) -> None:
        """Keep that it was ended."""
        self.was_ended = True


class OneByOne(AtOnce):
    """Says one thing at a time, and the proposal only when it is told to stop."""

    def __init__(self, problem: Problem, tried: Tried = LITTLE, seed: int = 1) -> None:
        super().__init__(problem, tried, seed, stops=True)
        self._is_stopped = False

    def said(self) -> Iterator[Said]:
        """The next progress; the rest once it is told to stop."""
        if self._is_stopped:
            yield from super().said()
        elif isinstance(self._left[0], Progress):
            yield self._left.pop(0)

    def stop(self) -> None:
        """Say the rest."""
        self._is_stopped = True


class BreaksOff:
    """Ends without a word."""

    is_working = False

    def __init__(self, *_: object) -> None:
        pass

    def said(self) -> Iterator[Said]:
        """Nothing."""
        return iter(())

    def stop(self) -> None:
        """Nobody hears."""

    def end(self) -> None:
        """It has ended."""


class SeeksAtOnce:
    """Looks for a conflict now."""

    def __init__(self, problem: Problem) -> None:
        self._found = conflict_in(problem)
        self.is_working = True

    def said(self) -> Iterator[Conflict]:
        """What was found."""
        self.is_working = False
        if self._found is not None:
            yield self._found

    def end(self) -> None:
        """It has ended."""
