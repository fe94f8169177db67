"""Places of what happened: the plan against what happened, by places, clients and shifts."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tests.ui.frame import TODAY
from ui.presenters.rota.reality import View
from ui.screens.hours.hours import HoursScreen
from ui.screens.shifts.reality import RealityPage
from ui.screens.shifts.shifts import ShiftsScreen

if TYPE_CHECKING:
    from tests.ui.places import Walk


def reality(walk: "Walk") -> Iterator[str]:
    """A month's differences, all of it, people and shifts; a week to come."""
    screen = walk.to(ShiftsScreen, "shifts")
    screen.presenter.show_place("reality")
    walk.rest()
    page = screen.beside.page("reality")
    assert isinstance(page, RealityPage)
    presenter = page.presenter
    presenter.step(-1)
    walk.rest()
    yield "reality week"
    presenter.set_span(by_month=True)
    walk.rest()
    presenter.table.select(presenter.table.visible[0].id)
    yield "reality month"
    for view in (View.PEOPLE, View.SHIFTS):
        presenter.show(view)
        walk.rest()
        yield f"reality {view.value}"
    presenter.show(View.PLACES)
    presenter.show_differences(only=False)
    presenter.set_span(by_month=False)
    presenter.go_to(TODAY)
    walk.rest()
    yield "reality week to come"
    presenter.show_differences(only=True)
    screen.presenter.show_place("")


def who_came(walk: "Walk") -> Iterator[str]:
    """A day with somebody absent: does it go on, and who came instead."""
    screen = walk.to(HoursScreen, "hours")
    presenter = screen.presenter
    presenter.record_all()
    walk.rest()
    row = presenter.table.visible[0].id
    presenter.key(row, "s")
    walk.rest()
    yield "hours absent"
    screen.show_away()
    walk.rest()
    presenter.away.save()
    walk.rest()
    yield "hours absence mistakes"
    screen.step_back()
    presenter.key(row, "k")
    walk.rest()
    yield "hours instead"
    screen.step_back()
