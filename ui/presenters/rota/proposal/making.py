"""A proposal in the making, in a process of its own; polled by the screen; no Qt.

Whatever becomes of the process, the first plan is there already: a process that ends without a word is
told of, and one that does not stop when it is told to is ended.
"""

from collections.abc import Callable, Iterator
from typing import Protocol

from subcontract.rota.rotation.problem import Problem
from subcontract.rota.rotation.proposing.aside import ConflictSeeker
from subcontract.rota.rotation.proposing.propose import Progress, Proposal, Tried
from subcontract.rota.rotation.proposing.worker import Bound, Proposer, Said
from subcontract.rota.rotation.solving.conflicts import Conflict
from ui.presenters.owner import Owner

TENTH = 100
"""Milliseconds between two polls."""
MOST_STOPPING, MOST_BOUND, MOST_SEEKING = 50, 150, 200
"""Polls in which it has stopped, a bound has come, a conflict has been found; afterwards it is ended."""
SOON, WHILE, LONG = 2, 6, 15
"""Seconds that an ordinary office computer tries: for a small question, a week, a large one."""
SMALL, LARGE = 40, 400
"""Places."""


class Maker(Protocol):
    """What makes a proposal elsewhere; see ``Proposer``."""

    def said(self) -> Iterator[Said]:
        """What has been told since the last time."""

    @property
    def is_working(self) -> bool:
        """Whether anything is still to come."""

    def stop(self) -> None:
        """Ask for the best so far."""

    def end(self) -> None:
        """End it."""


class Seeker(Protocol):
    """What looks for a conflict elsewhere; see ``ConflictSeeker``."""

    is_working: bool

    def said(self) -> Iterator[Conflict]:
        """What has been found."""

    def end(self) -> None:
        """End it."""


StartMaker = Callable[[Problem, Tried, int], Maker]
StartSeeker = Callable[[Problem], Seeker]


class Hears(Protocol):
    """Who is told what came of it."""

    def proposed(self, proposal: Proposal) -> None:
        """The proposal is there."""

    def bounded(self, points: int | None) -> None:
        """How good a plan could be at most is known, or will not be."""

    def found(self, conflict: Conflict) -> None:
        """Shifts that cannot all be filled."""

    def crashed(self) -> None:
        """It ended without a proposal."""


def tried_for(problem: Problem) -> Tried:
    """How much is tried: more for a larger question."""
    seconds = SOON if problem.size <= SMALL else WHILE if problem.size <= LARGE else LONG
    return Tried.about(seconds)


class Making:
    """One proposal at a time."""

    def __init__(self, owner: Owner, hears: Hears, start: StartMaker, seek: StartSeeker) -> None:
        """Belong to a presenter; ``start`` and ``seek`` begin the work elsewhere."""
        self._owner, self._hears = owner, hears
        self.start, self.seek_with = start, seek
        self._maker: Maker | None = None
        self._seeker: Seeker | None = None
        self._turn = 0
        self._polls: dict[str, int] = {}
        self.is_working = False
        """Whether a proposal is still to come."""
        self.progress: Progress | None = None
        """How far it is."""

    @property
    def needs_polling(self) -> bool:
        """Whether anything is still to come: the proposal, a bound, a conflict."""
        return self.is_working or self._maker is not None or self._seeker is not None

    @property
    def is_stopping(self) -> bool:
        """Whether it has been told to stop."""
        return "stop" in self._polls

    def begin(self, problem: Problem, seed: int = 1) -> None:
        """Begin elsewhere; starting a process takes a moment, so that is done away from the window too."""
        self.end()
        self.is_working, turn, start = True, self._turn, self.start

        def started() -> Maker | None:
            try:
                return start(problem, tried_for(problem), seed)
            except (OSError, RuntimeError):  # no process can be started here
                return None

        self._owner.door.work(lambda _lists, _progress: started(), lambda maker: self._take(turn, maker))

    def _take(self, turn: int, maker: Maker | None) -> None:
        """Take the process, unless it is no longer wanted."""
        if turn != self._turn:
            if maker is not None:
                maker.end()
        elif maker is None:
            self._crashed()
        else:
            self._maker = maker
            if self.is_stopping:
                maker.stop()

    def seek(self, problem: Problem) -> None:
        """Look for what is in conflict, while the proposal is looked at."""
        turn, start = self._turn, self.seek_with

        def started() -> Seeker | None:
            try:
                return start(problem)
            except (OSError, RuntimeError):
                return None

        self._owner.door.work(
            lambda _lists, _progress: started(), lambda seeker: self._take_seeker(turn, seeker)
        )

    def _take_seeker(self, turn: int, seeker: Seeker | None) -> None:
        """Take it, unless it is no longer wanted; the screen then begins to poll."""
        if seeker is None:
            return
        if turn != self._turn or self._seeker is not None:
            seeker.end()
            return
        self._seeker = seeker
        self._owner.tell()

    def poll(self) -> None:
        """Hear what has been told; the screen calls this while ``needs_polling``."""
        if self._maker is not None:
            self._hear(self._maker)
        if self._seeker is not None:
            self._hear_seeker(self._seeker)

    def _hear(self, maker: Maker) -> None:
        for said in maker.said():
            if isinstance(said, Progress):
                self.progress = said
            elif isinstance(said, Proposal):
                self.is_working, self.progress = False, None
                self._hears.proposed(said)
            elif isinstance(said, Bound):
                self._hears.bounded(said.points)
        if self._maker is not maker:
            return
        if self.is_working and (not maker.is_working or self._is_over("stop", MOST_STOPPING)):
            self._crashed()
        elif not self.is_working and (not maker.is_working or self._waited("bound", MOST_BOUND)):
            self._let_go()

    def _hear_seeker(self, seeker: Seeker) -> None:
        for conflict in seeker.said():
            self._hears.found(conflict)
        if self._seeker is seeker and (not seeker.is_working or self._waited("seek", MOST_SEEKING)):
            seeker.end()
            self._seeker = None

    def _is_over(self, what: str, most: int) -> bool:
        """Whether what has begun takes too long."""
        return what in self._polls and self._waited(what, most)

    def _waited(self, what: str, most: int) -> bool:
        self._polls[what] = self._polls.get(what, 0) + 1
        return self._polls[what] > most

    def stop(self) -> None:
        """Take the best so far."""
        if self.is_working and not self.is_stopping:
            self._polls["stop"] = 0
            if self._maker is not None:
                self._maker.stop()

    def _crashed(self) -> None:
        self.end()
        self._hears.crashed()

    def _let_go(self) -> None:
        maker, self._maker = self._maker, None
        if maker is not None:
            maker.end()

    def end(self) -> None:
        """End everything; what was not told is lost."""
        self._turn += 1
        self._let_go()
        seeker, self._seeker = self._seeker, None
        if seeker is not None:
            seeker.end()
        self.is_working, self.progress = False, None
        self._polls.clear()


def start_proposer(problem: Problem, tried: Tried, seed: int) -> Maker:
    """Begin in a process of its own."""
    return Proposer(problem, tried, seed)


def start_seeker(problem: Problem) -> Seeker:
    """Likewise."""
    return ConflictSeeker(problem)
