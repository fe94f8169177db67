"""What every presenter is given and can do; no Qt.

A presenter holds what a screen shows as plain values, and has a method for each thing the user can do.
The screen lays out widgets, calls the methods and repaints when the presenter tells that it changed::

    class CustomersPresenter(Presenter):
        depends_on = frozenset({Kind.CUSTOMERS})

        def __init__(self, door: Door, texts: Texts) -> None:
            super().__init__(door, texts)
            self.table = TablePresenter(COLUMNS, texts, empty=EMPTY)
            self.form = FormPresenter(FIELDS, texts, door.today)

        def load(self) -> None:                                   # also called when its kinds changed
            self.door.ask(lambda lists: lists.customers.all(), self._fill)

        def _fill(self, customers: tuple[Customer, ...]) -> None:
            self.table.set_rows(row_of(customer) for customer in customers)
            self.tell()

        def save(self) -> None:
            if (values := self.form.parsed()) is not None:
                self.act(save_customer, SaveCustomer(**values), done=self._saved, form=self.form)

``act`` puts refusals beside the fields of ``form``, and what belongs to no field into ``notice``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Protocol, TypeVar

from subcontract.actions.act import Done, Kind, Permission, Worker
from subcontract.clock import HELSINKI, Clock
from subcontract.ports import Lists
from subcontract.problems import Problem, Refused
from subcontract.words import N_, Texts
from ui.presenters.tone import Tone
from ui.problem_sentences import explain

T = TypeVar("T")
ActionFunction = Callable[..., Done]
SAID = count(1)
"""The order in which presenters have told of what was done."""


class Cancelled(Exception):  # noqa: N818 - the user's wish, no error
    """The user asked a long job to stop; the job lets it pass through."""


class Progress(Protocol):
    """How a long job tells how far it is. Call ``step`` often: it is also where a job can be stopped."""

    def step(self, done: int, of: int, what: str = "") -> None:
        """Tell that ``done`` of ``of`` are ready; raises ``Cancelled`` when the user asked to stop."""


class Work(Protocol):
    """A long job under way."""

    def cancel(self) -> None:
        """Ask it to stop; it stops at its next step and ``done`` is not called."""


class Stepping(Progress, Work, Protocol):
    """Steps of a long act: handed to the act in its ask, and stopped from outside."""


class Door(Protocol):
    """The one way from presenters to the books. Answers come later, on the thread of the window."""

    @property
    def clock(self) -> Clock:
        """The clock that actions get."""

    @property
    def who(self) -> Worker:
        """The member of staff who is signed in."""

    def today(self) -> date:
        """The calendar day in Finland."""

    def ask(self, query: Callable[[Lists], T], done: Callable[[T], None]) -> None:
        """Read, then hand the answer to ``done``. The query must not touch presenters or widgets."""

    def act(
        self,
        action: ActionFunction,
        ask: object,
        done: Callable[[Done], None] | None = None,
        refused: Callable[[Refused], None] | None = None,
    ) -> None:
        """Do an action; its undo goes on the stack and its changes to every screen."""

    def work(
        self,
        job: Callable[[Lists, Progress], T],
        done: Callable[[T], None],
        *,
        progress: Callable[[int, int, str], None] | None = None,
        refused: Callable[[Refused], None] | None = None,
    ) -> Work:
        """Do a long job that only reads (papers, exports), telling how far it is."""

    def stepping(self, progress: Callable[[int, int, str], None]) -> Stepping:
        """Steps for the ask of a long act; ``progress`` hears of them on the thread of the window."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence above the body of a screen, or a short one in its footer."""

    text: str
    tone: Tone = Tone.INFO


class Presenter:
    """A plain object behind one screen."""

    depends_on: frozenset[Kind] = frozenset()
    """A change of these makes the screen stale: ``load`` is called when it is next shown."""

    def __init__(self, door: Door, texts: Texts) -> None:
        """Keep the door and the texts."""
        self.door = door
        self.texts = texts
        self.notice: Notice | None = None
        self.saved = ""
        """The state in words: "Tallennettu klo 12.05 tälle koneelle"."""
        self.told = 0
        """How late that was said among all that presenters have said; 0 for nothing."""
        self.busy = 0
        self._listeners: list[Callable[[], None]] = []

    def listen(self, listener: Callable[[], None]) -> None:
        """Call ``listener`` whenever something shown has changed."""
        self._listeners.append(listener)

    def tell(self) -> None:
        """Tell the listeners that something shown has changed."""
        for listener in tuple(self._listeners):
            listener()

    def load(self) -> None:
        """Read anew what is shown; the screen calls this when first shown and when it is stale."""

    @property
    def holds_text(self) -> bool:
        """Whether something typed has not been saved and would go with the window."""
        return False

    def may(self, permission: Permission) -> bool:
        """Whether the member of staff who is signed in may do it: for enabling buttons."""
        return self.door.who.may(permission)

    def act(
        self,
        action: ActionFunction,
        ask: object,
        done: Callable[[Done], None] | None = None,
        form: "Refusable | None" = None,
    ) -> None:
        """Do an action; a second call while one is under way is left out, so two Enters act once."""
        if self.busy:
            return
        self.busy += 1
        self.notice = None

        def finished(result: Done) -> None:
            self.busy -= 1
            self.tell_saved()
            if done is not None:
                done(result)
            self.tell()

        def stopped(refused: Refused) -> None:
            self.busy -= 1
            self.refused(refused, form)

        self.door.act(action, ask, finished, stopped)

    def refused(self, refused: Refused, form: "Refusable | None" = None) -> None:
        """Show a refusal: beside the fields of ``form`` where it can, else above the body."""
        left = form.refuse(refused) if form is not None else refused.problems
        if left:
            sentences = dict.fromkeys(explain(problem, self.texts) for problem in left)
            self.notice = Notice("\n".join(sentences), Tone.WRONG)
        self.tell()

    def tell_step(self, words: str) -> None:
        """Say what was undone or done again; what was noticed of the state before holds no more."""
        self.notice, self.saved, self.told = None, words, next(SAID)
        self.tell()

    def takes_over(self, other: "Presenter | None") -> bool:
        """Tell what another presenter of the screen told later than this one; false when it did not."""
        if other is None or other.told <= self.told:
            return False
        self.saved, self.told = other.saved, other.told
        return True

    def tell_saved(self) -> None:
        """Say when the latest change was stored."""
        moment = self.door.clock.now()
        self.told = next(SAID)
        self.saved = self.texts.say(
            N_("Saved at {clock} on this computer"), clock=moment.astimezone(HELSINKI).time()
        )


class Refusable(Protocol):
    """A form that can show problems beside its fields."""

    def refuse(self, refused: Refused, /) -> tuple[Problem, ...]:
        """Show what belongs to its fields and give back the rest."""
