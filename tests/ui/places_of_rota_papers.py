"""Places of the papers of the rota: each paper's list, its preview, a tick, and a week without shifts."""

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from ui.presenters.rota.papers.kinds import PaperKind
from ui.screens.shifts.papers import RotaPapersPage
from ui.screens.shifts.shifts import ShiftsScreen

if TYPE_CHECKING:
    from tests.ui.places import Walk


def rota_papers(walk: "Walk") -> Iterator[str]:
    """The page with each of its papers."""
    screen = walk.to(ShiftsScreen, "shifts")
    screen.open_page("papers")
    walk.rest()
    page = screen.beside.page("papers")
    assert isinstance(page, RotaPapersPage)
    presenter = page.presenter
    yield "rota papers wall"
    presenter.days.select(presenter.days.visible[0].id)
    presenter.ticks.turn(presenter.days.visible[0].id)
    walk.rest()
    yield "rota papers one day"
    for kind in (PaperKind.OWN, PaperKind.COACH):
        presenter.choose(kind)
        walk.rest()
        yield f"rota papers {kind.value}"
        presenter.ticks.turn(presenter.table.visible[0].id)
        presenter.make()
        walk.until(lambda: presenter.paper)
        yield f"rota papers {kind.value} preview"
        page.step_back()
        walk.rest()
    presenter.choose(PaperKind.CALENDAR)
    walk.rest()
    yield "rota papers calendar"
    page.progress.show_step(3, 12, "Tulosteita")
    presenter.go_to(presenter.monday + timedelta(weeks=30))
    walk.rest()
    yield "rota papers no shifts"
    page.progress.finish()
