"""Places of earnings limits: a pensioner's tab, and the rota where such a person is put on a shift."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tests.ui.pensioners import ANNELI
from ui.screens.clients.clients import ClientsScreen
from ui.screens.clients.limits import LimitsPage
from ui.screens.jobs.jobs import JobsScreen
from ui.screens.jobs.page import JobPage
from ui.screens.jobs.what_if_tab import WhatIfTab
from ui.screens.shifts.shifts import ShiftsScreen

if TYPE_CHECKING:
    from tests.ui.places import Walk


def limits(walk: "Walk") -> Iterator[str]:
    """A pensioner's months, pensions and earnings elsewhere, each list with a new record and its mistakes."""
    screen = walk.to(ClientsScreen, "clients")
    screen.open_record(ANNELI)
    screen.tabs.show_page("limits")
    walk.rest()
    page = screen.tabs.page
    assert isinstance(page, LimitsPage)
    yield "client limits months"
    page.step_back()
    yield "client limits list"
    for at, part in enumerate((page.pensions, page.outside), 1):
        page.show_part(at)
        walk.rest()
        yield f"client limits part {at}"
        part.new.click()
        walk.rest()
        yield f"client limits part {at} new"
        part.presenter.save()
        walk.rest()
        yield f"client limits part {at} mistakes"
        page.step_back()
    page.show_part(0)
    screen.step_back()
    rota = walk.to(ShiftsScreen, "shifts")
    cards = [one.card for shown in rota.board.cards.values() for one in shown]
    rota.presenter.open(
        next(card.shift for card in cards if any(chip.client == ANNELI for chip in card.chips))
    )
    walk.rest()
    yield "shift card limits"
    rota.presenter.open(
        next(card.shift for card in cards if all(chip.client != ANNELI for chip in card.chips))
    )
    walk.rest()
    rota.presenter.people.others.select(ANNELI)
    walk.rest()
    yield "shift card limit of another"
    rota.presenter.close()


def what_if(walk: "Walk") -> Iterator[str]:
    """A job three ways: as it is, with other hours, with mistakes, a job without people, and the paper."""
    screen = walk.to(JobsScreen, "jobs")
    screen.open_record(walk.job(4))
    walk.rest()
    page = screen.page
    assert page is not None
    tab = what_if_of(page)
    walk.rest()
    yield "what if"
    bar = tab.sections.verticalScrollBar()
    bar.setValue(bar.maximum())
    yield "what if end"
    tab.presenter.people.select(1)
    walk.rest()
    bar.setValue(bar.maximum() * 2 // 3)
    yield "what if why"
    bar.setValue(0)
    tab.presenter.form.type("weekly", "ei tietoa")
    walk.rest()
    yield "what if mistakes"
    tab.presenter.reset()
    tab.print.click()
    walk.until(lambda: tab.presenter.paper)
    yield "what if paper"
    page.step_back()
    screen.open_record(walk.job(13))
    walk.rest()
    yield "what if nobody yet"


def what_if_of(page: JobPage) -> WhatIfTab:
    """The tab, brought in sight."""
    titles = [title for title, _ in page.parts]
    page.tabs.setCurrentIndex(titles.index("What if"))
    tab = page.parts[titles.index("What if")][1].part
    assert isinstance(tab, WhatIfTab)
    return tab
