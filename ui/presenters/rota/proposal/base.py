"""The days and goals of the proposal page, the question as it is stored, and the proposals made; no Qt."""

from datetime import date

from subcontract.actions.act import Kind
from subcontract.days import DateRange
from subcontract.ports import Lists
from subcontract.rota.calendar import week_of
from subcontract.words import N_, Texts
from ui.presenters.base import Door, Presenter
from ui.presenters.rota.proposal.days import ChosenDays, Span
from ui.presenters.rota.proposal.deciding import Deciding
from ui.presenters.rota.proposal.goals import Goals
from ui.presenters.rota.proposal.kept import Kept, Shelf
from ui.presenters.rota.proposal.question import Measured, Question, measured_now, read_question
from ui.presenters.rota.proposal.result import Result
from ui.presenters.rota.proposal.summary import asked_words, obstacle


class QuestionPresenter(Presenter):
    """What is asked; making proposals is built upon it."""

    depends_on = frozenset(
        (
            *(Kind.SHIFTS, Kind.CLIENTS, Kind.JOBS, Kind.STAFF, Kind.ENTRIES),
            *(Kind.ROTA_WISHES, Kind.ROSTERS, Kind.PINS, Kind.ROTA_TERMS, Kind.PUBLICATIONS),
        )
    )

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start at next week."""
        super().__init__(door, texts)
        self.chosen = ChosenDays(door.today())
        self.goals = Goals(texts, door.today)
        self.goals.form.on_change = lambda _: self.tell()
        self.goals_open = False
        """Whether the goals are in sight."""
        self.question: Question | None = None
        self.now: Measured | None = None
        """The plan as it stands."""
        self.shelves: dict[DateRange, Shelf] = {}
        self.result = Result(self)
        self.deciding = Deciding(self, self.result)

    # --- the days

    @property
    def title(self) -> str:
        """The days in words."""
        return self.chosen.words(self.texts)

    def choose(self, span: Span) -> None:
        """A day, a week or four weeks."""
        self.chosen.choose(span)
        self._other_days()

    def step(self, number: int) -> None:
        """Go on or back."""
        self.chosen.step(number)
        self._other_days()

    def show_day(self, day: date) -> None:
        """Show the days around a day."""
        self.chosen.day = day if self.chosen.span is Span.DAY else week_of(day).first
        self._other_days()

    def _other_days(self) -> None:
        self.leave()
        self.question, self.now, self.notice = None, None, None
        self.result.shift = None
        self.load()

    def leave(self) -> None:
        """Other days, or another page, come in sight."""

    def load(self) -> None:
        """Read the question of the days anew."""
        unit, today, days = self.door.who.unit, self.door.today(), self.chosen.days

        def read(lists: Lists) -> tuple[Question, Measured]:
            question = read_question(lists, unit, days, today)
            return question, measured_now(question)

        self.door.ask(read, lambda answer: self._fill(days, *answer))

    def _fill(self, days: DateRange, question: Question, now: Measured) -> None:
        """Show what was read, unless other days have been chosen meanwhile."""
        if days != self.chosen.days:
            return
        self.question, self.now = question, now
        self.goals.read(question)
        self.show()

    def show(self) -> None:
        """Show the question with the proposals of its days."""
        self.result.show()
        self.tell()

    # --- what there is

    @property
    def shelf(self) -> Shelf:
        """The proposals of these days."""
        return self.shelves.setdefault(self.chosen.days, Shelf())

    @property
    def kept(self) -> Kept | None:
        """The proposal that is looked at."""
        return self.shelf.shown

    def look_at(self, letter: str) -> None:
        """Look at another of the proposals; the goals that it was made with are then in the fields."""
        if letter in self.shelf.made:
            self.shelf.chosen = letter
            kept = self.shelf.made[letter]
            self.goals.show(kept.question)
            self.show()

    def show_goals(self, *, shown: bool) -> None:
        """Bring the goals in sight, or put them away."""
        self.goals_open = shown
        self.tell()

    def reset_goals(self) -> None:
        """Strive for what the unit strives for."""
        self.goals.reset()
        self.tell()

    @property
    def obstacle(self) -> str:
        """Why no proposal can be made; empty when one can, or nothing has been read."""
        if self.question is None:
            return ""
        return self.texts.say(obstacle(self.question, self.chosen.days, self.door.today()))

    @property
    def has_shifts(self) -> bool:
        """Whether there is anything to show of the days."""
        return self.question is None or bool(self.question.slots)

    @property
    def asked_words(self) -> str:
        """How much there is to fill, while there is no proposal to tell of."""
        if self.question is None or self.now is None or self.obstacle or self.kept is not None:
            return ""
        return asked_words(self.question, self.now, self.texts)

    @property
    def is_in_use(self) -> bool:
        """Whether the plan as it stands is the proposal that is looked at."""
        kept, question = self.kept, self.question
        if kept is None or question is None:
            return False
        return question.to_accept(kept.plan.pairs) == question.seen

    @property
    def old_words(self) -> str:
        """Why the proposal should be made anew; empty when it is as fresh as can be."""
        kept, question = self.kept, self.question
        if kept is None or question is None:
            return ""
        if self.is_in_use:
            return self.texts.say(N_("This proposal is in use: it is the plan now."))
        if kept.question.seen != question.seen:
            return self.texts.say(N_("The plan has been changed since this proposal. Make it anew."))
        if not kept.question.is_as(question):
            return self.texts.say(N_("What the proposal was made of has changed since. Make it anew."))
        if not self.goals.are_of(kept.question):
            return self.texts.say(N_("The goals have been changed. Make a proposal with them."))
        return ""
