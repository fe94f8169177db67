"""What proposals of shifts strive for, in words, and the rules that the unit may set; no Qt.

Also for a page that makes proposals: what is saved here holds for the next one.
"""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from subcontract import ids
from subcontract.actions.act import Done, Kind, Permission
from subcontract.actions.save_rota_terms import SaveRotaTerms, save_rota_terms
from subcontract.ids import RotaTermsId, UnitId
from subcontract.ports import Lists
from subcontract.problems import Code, Refused
from subcontract.rota.records import RotaTerms
from subcontract.rota.terms_check import MOST_REST, MOST_WEEKS
from subcontract.rota.weights import GOALS, MEANINGS, WEIGHTS, Goal
from subcontract.words import N_, Texts
from ui.presenters.base import Door, Presenter, Refusable
from ui.presenters.forms.fields import Choice, FieldKind, FieldSpec
from ui.presenters.forms.form import FormPresenter
from ui.presenters.forms.renewing import renew

STRIVEN, RULES = N_("What proposals strive for"), N_("Rules that are always kept")
FIELDS = (
    *(
        FieldSpec(
            name=goal.value,
            label=word,
            kind=FieldKind.CHOICE,
            required=True,
            choices=tuple(Choice(value=weight, label=said) for weight, said in WEIGHTS.items()),
            group=STRIVEN,
            help=MEANINGS[goal],
        )
        for goal, word in GOALS.items()
    ),
    FieldSpec(
        name="memory_weeks",
        label=N_("Fairness remembers"),
        kind=FieldKind.QUANTITY,
        required=True,
        places=0,
        unit=N_("weeks"),
        least=1,
        most=Decimal(MOST_WEEKS),
        group=STRIVEN,
        help=N_("What was recorded on so many weeks counts. A newcomer does not have to catch it up."),
    ),
    FieldSpec(
        name="coach_needed",
        label=N_("A coach is always there"),
        kind=FieldKind.FLAG,
        group=RULES,
        help=N_("Nobody is proposed for a shift whose coaches are not named or not at work."),
    ),
    FieldSpec(
        name="least_rest_minutes",
        label=N_("Rest between the work of two days, at least"),
        kind=FieldKind.HOURS,
        required=True,
        most=MOST_REST,
        group=RULES,
        help=N_("Employees must have 11 hours (act 872/2019, 25 §)."),
    ),
)
GROUPS = (STRIVEN, RULES)


class RotaTermsPresenter(Presenter):
    """The goals of the worker's own unit; until they are saved the usual ones hold."""

    depends_on = frozenset({Kind.ROTA_TERMS})

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start with nothing read."""
        super().__init__(door, texts)
        self.form = FormPresenter(FIELDS, texts, door.today, name=N_("Goals of shifts"))
        self.form.on_change = lambda _field: self.tell()
        self.terms: RotaTerms | None = None
        self._takes_newer = False
        """Somebody else saved first: what is typed here is written on top of that next time."""

    def load(self) -> None:
        """Read the goals."""
        own = self.door.who.unit
        self.door.ask(lambda lists: _read(lists, own), self._fill)

    def _fill(self, stored: RotaTerms | None) -> None:
        terms = stored or RotaTerms(id=RotaTermsId(ids.new()), unit=self.door.who.unit)
        if self.terms is None or not self.form.dirty:
            self.terms = terms
            self.reset()
        elif self._takes_newer:
            self.terms = terms
            renew(self.form, _values(terms))
        self._takes_newer = False

    @property
    def holds_text(self) -> bool:
        """Whether something chosen has not been saved."""
        return self.form.dirty

    @property
    def can_edit(self) -> bool:
        """Whether the reader may change the goals."""
        return self.may(Permission.PLAN_SHIFTS)

    @property
    def can_save(self) -> bool:
        """Whether pressing Save makes sense."""
        return self.terms is not None and self.can_edit and self.form.dirty and not self.busy

    def reset(self) -> None:
        """Take back everything chosen."""
        if self.terms is None:
            return
        self.form.load(_values(self.terms))
        self.form.locked = set() if self.can_edit else set(self.form.specs)
        self.form.tell()
        self.tell()

    def save(self) -> None:
        """Save the goals; what is wrong stands beside its field."""
        values = self.form.parsed()
        if self.terms is None or values is None:
            self.tell()
            return
        terms = replace(self.terms, **{**values, "memory_weeks": int(values["memory_weeks"])})
        self.act(save_rota_terms, SaveRotaTerms(terms=terms), done=self._saved, form=self.form)

    def refused(self, refused: Refused, form: Refusable | None = None) -> None:
        """Show a refusal; after somebody else's change saving again writes on top of it."""
        if refused.code is Code.CHANGED_ELSEWHERE:
            self._takes_newer = True
            self.load()
        super().refused(refused, form)

    def _saved(self, _done: Done) -> None:
        self.form.saved()
        self.load()


def _values(terms: RotaTerms) -> dict[str, Any]:
    """What stands in the fields of some goals."""
    return {
        **{goal.value: terms.weights[goal] for goal in Goal},
        "memory_weeks": Decimal(terms.memory_weeks),
        "coach_needed": terms.coach_needed,
        "least_rest_minutes": terms.least_rest_minutes,
    }


def _read(lists: Lists, own: UnitId) -> RotaTerms | None:
    """The goals of a unit, if it has saved any."""
    return next(iter(lists.rota.terms.where(unit=own)), None)
