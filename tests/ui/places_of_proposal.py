"""Places of the proposal page: before one, its making, its result from every side, goals, and bad days."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from subcontract.rota.weights import Goal, Weight
from tests.proposers import AtOnce, OneByOne, SeeksAtOnce
from ui.presenters.rota.proposal.days import Span
from ui.presenters.rota.proposal.result import View
from ui.screens.shifts.proposal import ProposalPage
from ui.screens.shifts.shifts import ShiftsScreen

if TYPE_CHECKING:
    from tests.ui.places import Walk


def proposal(walk: "Walk") -> Iterator[str]:
    """A week proposed, and with other goals; every view, a card, and bad days."""
    screen = walk.to(ShiftsScreen, "shifts")
    screen.open_page("proposal")
    walk.rest()
    page = screen.beside.page("proposal")
    assert isinstance(page, ProposalPage)
    presenter = page.presenter
    presenter.making.start, presenter.making.seek_with = OneByOne, SeeksAtOnce
    yield "proposal before"
    presenter.propose()
    walk.rest()
    walk.until(lambda: presenter.making.progress)
    yield "proposal being made"
    presenter.stop()
    walk.until(lambda: presenter.can_accept)
    yield "proposal stopped"
    presenter.making.start = AtOnce
    presenter.show_goals(shown=True)
    yield "proposal goals"
    presenter.goals.form.pick(Goal.WISHES, Weight.MUCH)
    presenter.goals.form.pick(Goal.EVEN, Weight.LITTLE)
    walk.rest()
    presenter.show_goals(shown=False)
    yield "proposal goals changed"
    presenter.propose()
    walk.until(lambda: presenter.can_accept and len(presenter.result.letters) > 1)
    for view in View:
        presenter.result.look(view)
        walk.rest()
        yield f"proposal {view}"
    presenter.result.look(View.SHIFTS)
    presenter.result.open_card(presenter.result.shifts.visible[0].id)
    presenter.result.on_shift.select(presenter.result.on_shift.visible[0].id)
    walk.rest()
    yield "proposal shift"
    presenter.result.close_card()
    presenter.choose(Span.WEEKS)
    walk.rest()
    yield "proposal four weeks"
    presenter.step(30)
    walk.rest()
    yield "proposal no shifts"
    presenter.step(-40)
    walk.rest()
    yield "proposal past"
