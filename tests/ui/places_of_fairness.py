"""Places of the why, of somebody who does not come, and of fairness: areas as those of ``places``."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ui.screens.shifts.cards import ShiftPanel
from ui.screens.shifts.fair_page import FairPage
from ui.screens.shifts.shifts import ShiftsScreen

if TYPE_CHECKING:
    from tests.ui.places import Walk

FEW_WEEKS = 4


def why(walk: "Walk") -> Iterator[str]:
    """Why somebody is on a shift, why somebody is not, and everybody."""
    screen = walk.to(ShiftsScreen, "shifts")
    presenter = screen.presenter
    presenter.open(next(iter(screen.board.cards.values()))[0].card.shift)
    walk.rest()
    presenter.people.on.select(presenter.people.on.visible[0].id)
    panel = screen.cards.pages[presenter.card].part
    assert isinstance(panel, ShiftPanel)
    panel.why.why.click()
    walk.until(lambda: presenter.why.sentence)
    yield "why on the shift"
    presenter.people.others.select(presenter.people.others.visible[-1].id)
    walk.rest()
    yield "why not on the shift"
    presenter.why.ask_everybody()
    walk.until(lambda: presenter.why.everybody.visible)
    presenter.why.everybody.select(presenter.why.everybody.visible[-1].id)
    walk.rest()
    yield "everybody and why"
    presenter.back_to_shift()
    walk.rest()


def not_coming(walk: "Walk") -> Iterator[str]:
    """Somebody does not come: the ways, and a mistake in the last day."""
    screen = walk.to(ShiftsScreen, "shifts")
    presenter = screen.presenter
    presenter.open(next(iter(screen.board.cards.values()))[0].card.shift)
    walk.rest()
    presenter.people.on.select(presenter.people.on.visible[0].id)
    panel = screen.cards.pages[presenter.card].part
    assert isinstance(panel, ShiftPanel)
    panel.gone.click()
    walk.until(lambda: presenter.away.found)
    yield "not coming"
    presenter.away.form.type("until", "27.11.2026")
    walk.until(lambda: presenter.away.found and len(presenter.away.found.gone.days) > 1)
    yield "not coming all week"
    presenter.away.form.type("until", "ei tietoa")
    walk.rest()
    yield "not coming mistake"
    presenter.back_to_shift()
    walk.rest()


def fairness(walk: "Walk") -> Iterator[str]:
    """Each thing that is compared."""
    screen = walk.to(ShiftsScreen, "shifts")
    screen.open_page("fairness")
    walk.rest()
    page = screen.beside.page("fairness")
    assert isinstance(page, FairPage)
    walk.until(lambda: page.presenter.read)
    for measure in page.presenter.choices:
        page.presenter.show(measure)
        walk.rest()
        yield f"fairness {measure.value}"
    page.presenter.look_back(FEW_WEEKS)
    walk.until(lambda: page.presenter.read and page.presenter.read.weeks == FEW_WEEKS)
    yield "fairness of four weeks"
