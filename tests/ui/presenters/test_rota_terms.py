"""The goals of proposals as a coach changes them; no Qt."""

import pytest

from subcontract.clock import standing_at
from subcontract.people.staff import Role
from subcontract.rota.records import RotaTerms
from subcontract.rota.weights import Goal, Weight
from tests import make
from tests.fakes import MemoryStore
from ui.presenters.direct import DirectDoor
from ui.presenters.settings.rota_terms import FIELDS, RotaTermsPresenter
from ui.texts import CatalogueTexts


def opened(store: MemoryStore, *roles: Role) -> RotaTermsPresenter:
    door = DirectDoor(store.open_books, store.open_lists, standing_at(make.TODAY), make.worker(*roles))
    made = RotaTermsPresenter(door, CatalogueTexts("fi"))
    door.changed.append(lambda kinds: made.load() if kinds & made.depends_on else None)
    made.load()
    return made


def kept(store: MemoryStore) -> tuple[RotaTerms, ...]:
    with store.open_lists() as lists:
        return lists.rota.terms.all()


def test_every_goal_and_rule_is_asked_in_words() -> None:
    assert {spec.name for spec in FIELDS} == set(RotaTerms.__dataclass_fields__) - {"id", "unit", "version"}
    goals = [spec for spec in FIELDS if spec.name in set(Goal)]
    assert [[choice.value for choice in spec.choices] for spec in goals] == [list(Weight)] * len(Goal)
    assert all(spec.help for spec in goals)


def test_the_usual_goals_hold_until_others_are_saved() -> None:
    store = make.store()
    page = opened(store)
    assert page.form.picked["even"] is Weight.NORMAL
    assert (page.form.typed["least_rest_minutes"], page.form.typed["memory_weeks"]) == ("11:00", "12")
    assert not page.can_save
    page.form.pick("variety", Weight.NOT)
    page.form.type("memory_weeks", "8")
    page.form.pick("coach_needed", value=False)
    page.save()
    (terms,) = kept(store)
    assert (terms.variety, terms.even, terms.memory_weeks) == (Weight.NOT, Weight.NORMAL, 8)
    assert not terms.coach_needed
    assert not page.holds_text
    door = page.door
    assert isinstance(door, DirectDoor)
    door.undo()
    assert kept(store) == ()
    assert page.form.picked["variety"] is Weight.NORMAL


@pytest.mark.parametrize(
    ("field", "typed"), [("memory_weeks", "0"), ("memory_weeks", "53"), ("least_rest_minutes", "25")]
)
def test_what_is_out_of_bounds_stands_beside_its_field(field: str, typed: str) -> None:
    store = make.store()
    page = opened(store)
    page.form.type(field, typed)
    page.save()
    assert set(page.form.errors) == {field}
    assert (page.form.typed[field], kept(store)) == (typed, ())


def test_goals_that_somebody_else_saved_are_written_on_top_of_next_time() -> None:
    store = make.store()
    page, other = opened(store), opened(store)
    page.form.pick("wishes", Weight.MUCH)
    other.form.pick("learning", Weight.NOT)
    other.save()
    page.save()
    assert page.notice is not None
    page.save()
    (terms,) = kept(store)
    assert (terms.wishes, terms.learning) == (Weight.MUCH, Weight.NOT)


def test_who_does_not_plan_reads() -> None:
    page = opened(make.store(), Role.CLERK)
    assert page.form.locked == set(page.form.specs)
    assert not page.can_edit
