"""The goals of one proposal in words: the unit's own until they are changed here; never stored; no Qt."""

from collections.abc import Callable, Mapping
from datetime import date

from subcontract.days import DateRange
from subcontract.rota.weights import GOALS, MEANINGS, USUAL, WEIGHTS, Goal, Weight
from subcontract.words import N_, Texts
from ui.presenters.forms.fields import Choice, FieldKind, FieldSpec
from ui.presenters.forms.form import FormPresenter
from ui.presenters.rota.proposal.question import Question, Start

STARTS = {Start.LITTLE: N_("Change as little as possible"), Start.ANEW: N_("Plan from the beginning")}
START = "start"
"""The name of its field."""
CHOICES = tuple(Choice(value=weight, label=word) for weight, word in WEIGHTS.items())
FIELDS = (
    FieldSpec(
        name=START,
        label=N_("The plan as it stands"),
        kind=FieldKind.CHOICE,
        required=True,
        always=True,
        choices=tuple(Choice(value=start, label=word) for start, word in STARTS.items()),
        help=N_("What has been published is changed as little as possible in any case."),
    ),
    *(
        FieldSpec(
            name=goal,
            label=word,
            kind=FieldKind.CHOICE,
            required=True,
            always=True,
            choices=CHOICES,
            help=MEANINGS[goal],
        )
        for goal, word in GOALS.items()
    ),
)


class Goals:
    """How much each goal counts in the next proposal, and whether it begins from the plan as it stands."""

    def __init__(self, texts: Texts, today: Callable[[], date]) -> None:
        """Start with the usual ones."""
        self.texts = texts
        self.form = FormPresenter(FIELDS, texts, today, name=N_("Goals of this proposal"))
        self.units: Mapping[Goal, Weight] = USUAL
        self.usual_start = Start.ANEW
        """Little is changed where people stand on the shifts already."""
        self._days: DateRange | None = None
        self.reset()

    @property
    def weights(self) -> dict[Goal, Weight]:
        """What stands in the fields; the unit's own where nothing does."""
        return {goal: self._weight(goal) for goal in Goal}

    def _weight(self, goal: Goal) -> Weight:
        picked = self.form.picked[goal]
        return self.units[goal] if picked is None else Weight(picked)

    @property
    def start(self) -> Start:
        """What the next proposal begins from."""
        picked = self.form.picked[START]
        return self.usual_start if picked is None else Start(picked)

    @property
    def are_usual(self) -> bool:
        """Whether the goals are those of the unit, and it begins as it usually does."""
        return self.weights == dict(self.units) and self.start is self.usual_start

    def are_of(self, question: Question) -> bool:
        """Whether a proposal was made with what stands in the fields."""
        return self.weights == dict(question.weights) and self.start is question.start

    def read(self, question: Question) -> None:
        """Take the unit's goals and the usual beginning; what was changed here for the same days stays."""
        weights = None if self.weights == dict(self.units) else self.weights
        start = None if self.start is self.usual_start or question.days != self._days else self.start
        self.units, self._days = question.terms.weights, question.days
        self.usual_start = Start.LITTLE if question.seen else Start.ANEW
        self._show(weights or self.units, start or self.usual_start)

    def show(self, question: Question) -> None:
        """Put in the fields what a proposal was made with."""
        self._show(question.weights, question.start)

    def _show(self, weights: Mapping[Goal, Weight], start: Start) -> None:
        if dict(weights) != self.weights or start is not self.start:
            self.form.load({START: start, **{goal.value: weights[goal] for goal in Goal}})

    def reset(self) -> None:
        """Strive for what the unit strives for."""
        self.form.load({START: self.usual_start, **{goal.value: self.units[goal] for goal in Goal}})

    def words(self) -> str:
        """What differs from what is usual, in words."""
        say, weights = self.texts.say, self.weights
        if self.are_usual:
            return say(N_("Goals as in the settings"))
        changed = [
            f"{say(GOALS[goal])}: {say(WEIGHTS[weights[goal]])}"
            for goal in Goal
            if weights[goal] is not self.units[goal]
        ]
        if self.start is not self.usual_start:
            changed.append(say(STARTS[self.start]))
        return ", ".join(changed)
