"""The goals of one proposal in words: the unit's own until they are changed here; never stored; no Qt."""

from collections.abc import Callable, Mapping
from datetime import date

from subcontract.rota.records import RotaTerms
from subcontract.rota.weights import GOALS, MEANINGS, USUAL, WEIGHTS, Goal, Weight
from subcontract.words import N_, Texts
from ui.presenters.forms.fields import Choice, FieldKind, FieldSpec
from ui.presenters.forms.form import FormPresenter

CHOICES = tuple(Choice(value=weight, label=word) for weight, word in WEIGHTS.items())
FIELDS = tuple(
    FieldSpec(name=goal, label=word, kind=FieldKind.CHOICE, required=True, choices=CHOICES, help=MEANINGS[goal])
    for goal, word in GOALS.items()
)


class Goals:
    """How much each goal counts in the next proposal."""

    def __init__(self, texts: Texts, today: Callable[[], date]) -> None:
        """Start with the usual ones."""
        self.texts = texts
        self.form = FormPresenter(FIELDS, texts, today, name=N_("Goals of this proposal"))
        self.units: Mapping[Goal, Weight] = USUAL
        self.show(self.units)

    @property
    def weights(self) -> dict[Goal, Weight]:
        """What stands in the fields; the unit's own where nothing does."""
        return {goal: self._weight(goal) for goal in Goal}

    def _weight(self, goal: Goal) -> Weight:
        picked = self.form.picked[goal]
        return self.units[goal] if picked is None else Weight(picked)

    @property
    def are_units(self) -> bool:
        """Whether the goals are those of the unit."""
        return self.weights == dict(self.units)

    def read(self, terms: RotaTerms) -> None:
        """Take the unit's goals; those changed here stay."""
        kept = not self.are_units
        self.units = terms.weights
        if not kept:
            self.show(self.units)

    def show(self, weights: Mapping[Goal, Weight]) -> None:
        """Put other weights in the fields."""
        self.form.load({goal.value: weights[goal] for goal in Goal})

    def reset(self) -> None:
        """Strive for what the unit strives for."""
        self.show(self.units)

    def words(self, weights: Mapping[Goal, Weight] | None = None) -> str:
        """The goals that differ from the unit's, in words."""
        given = self.weights if weights is None else weights
        if dict(given) == dict(self.units):
            return self.texts.say(N_("Goals as in the settings"))
        changed = (
            f"{self.texts.say(GOALS[goal])}: {self.texts.say(WEIGHTS[given[goal]])}"
            for goal in Goal
            if given[goal] is not self.units[goal]
        )
        return ", ".join(changed)
