"""The proposal page: a proposal being made, what came of it, and taking it into use; no Qt.

The first plan is shown at once; a better one is looked for in a process of its own. Nothing is stored
before the proposal is accepted.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from subcontract.actions.accept_proposal import AcceptProposal, accept_proposal
from subcontract.actions.act import Done, Permission
from subcontract.days import DateRange
from subcontract.ports import Lists
from subcontract.problems import Code, Problem, Refused
from subcontract.rota.rotation.proposing.propose import STAGES, Proposal, Stage
from subcontract.rota.rotation.searching.greedy import first_plan
from subcontract.rota.rotation.searching.tables import tables_of
from subcontract.rota.rotation.solving.bound import percent_from
from subcontract.rota.rotation.solving.conflicts import Conflict
from subcontract.words import N_, Texts
from ui.presenters.base import Door, Notice
from ui.presenters.rota.proposal.base import QuestionPresenter
from ui.presenters.rota.proposal.kept import Kept
from ui.presenters.rota.proposal.making import (
    Making,
    StartMaker,
    StartSeeker,
    start_proposer,
    start_seeker,
)
from ui.presenters.rota.proposal.question import Measured, Question, measured, measured_now, read_question
from ui.presenters.rota.proposal.summary import outcome, progress_words
from ui.presenters.tone import Tone


class ProposalPresenter(QuestionPresenter):
    """One page; the proposals of the session stay with it."""

    def __init__(
        self,
        door: Door,
        texts: Texts,
        start: StartMaker = start_proposer,
        seek: StartSeeker = start_seeker,
    ) -> None:
        """``start`` and ``seek`` begin the long work elsewhere."""
        super().__init__(door, texts)
        self.making = Making(self, self, start, seek)
        self.on_accepted: Callable[[date], object] = lambda _: None
        """Shows the board of a day."""
        self._made = ("", DateRange(door.today(), door.today()))
        """The proposal that is being made: its letter and days."""
        self._points: int | None = None
        """The bound of it."""
        self._is_measured = True
        """Whether what came of it has been looked at from every side."""

    # --- making one

    @property
    def is_working(self) -> bool:
        """Whether a better plan than the one in sight is still to come."""
        return self.making.is_working or not self._is_measured

    @property
    def can_propose(self) -> bool:
        """Whether a proposal can be made now."""
        ready = self.question is not None and not self.obstacle
        return ready and self.may(Permission.PLAN_SHIFTS) and not self.is_working

    def propose(self) -> None:
        """Make a proposal of what is stored now: the first plan at once, a better one in its process."""
        if not self.can_propose:
            return
        self.notice, self.goals_open = None, False
        unit, today, days = self.door.who.unit, self.door.today(), self.chosen.days
        weights, start = self.goals.weights, self.goals.start

        def first(lists: Lists) -> tuple[Question, Measured, Measured]:
            question = read_question(lists, unit, days, today).with_goals(weights, start)
            tables = tables_of(question.problem)
            pairs = tables.pairs_of(first_plan(tables).places())
            return question, measured_now(question), measured(question, pairs)

        self.door.ask(first, lambda answer: self._first(days, *answer))

    def _first(self, days: DateRange, question: Question, now: Measured, plan: Measured) -> None:
        """Show the first plan, and look for a better one."""
        if days != self.chosen.days or self.making.is_working:
            return
        self.question, self.now = question, now
        self._made, self._points = (self.shelf.add(question, plan).letter, days), None
        self.making.begin(question.problem)
        self.show()

    def poll(self) -> None:
        """Hear what has come of it; the screen calls this while ``making.needs_polling``."""
        before = self.making.progress
        self.making.poll()
        if self.making.progress is not before or not self.making.needs_polling:
            self.tell()

    def stop(self) -> bool:
        """Take the best so far; false when nothing is being made."""
        was = self.making.is_working
        self.making.stop()
        return was

    def leave(self) -> None:
        """The page goes out of sight: what is being made ends, the first plan stays."""
        was = self.making.is_working
        self.making.end()
        self._is_measured = True
        if was:
            words = N_("The search ended when you left the page. The first plan is still here.")
            self.notice = Notice(self.texts.say(words), Tone.INFO)
            self.tell()

    # --- what came of it

    def _change(self, change: Callable[[Kept], Kept]) -> None:
        """Change the proposal that was made, unless it has made room for another."""
        letter, days = self._made
        shelf = self.shelves.get(days)
        if shelf is not None and letter in shelf.made:
            shelf.made[letter] = change(shelf.made[letter])
            self.show()

    def _being_made(self) -> Kept | None:
        letter, days = self._made
        return self.shelves[days].made.get(letter) if days in self.shelves else None

    def proposed(self, proposal: Proposal) -> None:
        """The proposal is there: it takes the place of its first plan."""
        kept, made = self._being_made(), self._made
        if kept is None:
            return

        def done(plan: Measured) -> None:
            self._is_measured = True
            if made == self._made:
                self._change(
                    lambda one: self._proven(replace(one, plan=plan, is_first=False, whole=proposal.whole))
                )
                if plan.missing:
                    self.making.seek(kept.question.problem)

        self._is_measured = False
        self.door.ask(lambda _: measured(kept.question, proposal.pairs), done)

    def _proven(self, kept: Kept) -> Kept:
        """With how near the best possible it is, once both are known."""
        return replace(kept, percent=percent_from(kept.plan.score.total, self._points))

    def bounded(self, points: int | None) -> None:
        """How good a plan could be at most is known, or will not be."""
        self._points = points
        self._change(self._proven)

    def found(self, conflict: Conflict) -> None:
        """Shifts that cannot all be filled."""
        self._change(lambda kept: replace(kept, conflict=conflict))

    def crashed(self) -> None:
        """The process ended without a proposal."""
        words = N_("The search broke off. The first plan is still here and can be taken into use; try again.")
        self.notice = Notice(self.texts.say(words), Tone.WRONG)
        self.tell()

    # --- in words

    @property
    def step_words(self) -> tuple[int, int, str]:
        """How far it is, of how much, and what is being done."""
        progress = self.making.progress
        if progress is None:
            return 0, 1, self.texts.say(STAGES[Stage.SEARCH])
        return progress.done, progress.of, self.texts.say(STAGES[progress.stage])

    @property
    def best_words(self) -> str:
        """The best so far; empty when nothing is being made, or nothing is known yet."""
        progress, kept = self.making.progress, self._being_made()
        return progress_words(progress, kept.question, self.texts) if progress and kept else ""

    @property
    def outcome(self) -> tuple[str, Tone]:
        """What came of the proposal that is looked at, in short sentences."""
        kept = self.kept
        if kept is None:
            return "", Tone.NONE
        tone = Tone.ATTENTION if kept.plan.missing else Tone.READY
        return outcome(kept, self.now, self.texts), tone

    # --- taking it into use

    @property
    def can_accept(self) -> bool:
        """Whether the proposal that is looked at can be taken into use as it is."""
        fresh = self.kept is not None and not self.old_words
        return fresh and self.may(Permission.PLAN_SHIFTS) and not self.is_working

    def accept(self) -> None:
        """Let the proposal be the plan; one undo takes it back."""
        kept = self.kept
        if kept is None or not self.can_accept or self.busy:
            return
        ask = AcceptProposal(
            days=kept.question.days,
            pairs=kept.question.to_accept(kept.plan.pairs),
            seen=kept.question.seen,
        )
        self.act(accept_proposal, ask, done=self._accepted, form=Changed(self))

    def _accepted(self, done: Done) -> None:
        days = done.facts.get("days")
        self.on_accepted(days.first if isinstance(days, DateRange) else self.chosen.days.first)


class Changed:
    """Shows that the plan was changed by somebody else, and leaves every other refusal as it is."""

    def __init__(self, page: ProposalPresenter) -> None:
        """Belong to the page."""
        self._page = page

    def refuse(self, refused: Refused) -> tuple[Problem, ...]:
        """Say in words of this page what happened, and read the plan anew."""
        if all(problem.code is not Code.CHANGED_ELSEWHERE for problem in refused.problems):
            return refused.problems
        words = N_("Somebody has changed the plan of these days meanwhile. Nothing was saved: propose again.")
        self._page.notice = Notice(self._page.texts.say(words), Tone.WRONG)
        self._page.load()
        return ()
