"""Places of agreements, pay settings and pots: areas as those of ``places``."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from subcontract.jobs.job import SplitRule
from ui.screens.clients.clients import ClientsScreen
from ui.screens.clients.employments import EmploymentsPage
from ui.screens.jobs.jobs import JobsScreen
from ui.screens.jobs.wage_pots import WagePotsTab
from ui.widgets.pages import Area

if TYPE_CHECKING:
    from tests.ui.places import Walk


def agreements(walk: "Walk") -> Iterator[str]:
    """An agreement with a pay that changes, one whose work is on allowance, its end, and its paper."""
    screen = walk.to(ClientsScreen, "clients")
    walk.open(screen.presenter.table)
    screen.tabs.show_page("employments")
    walk.rest()
    page = screen.tabs.page
    assert isinstance(page, EmploymentsPage)
    own = page.own
    own.start_new()
    own.form.type("days.first", "1.9.2026")
    own.form.type("duties", "Myymälän hyllytys ja hintalappujen kiinnitys")
    own.terms.rows[0].type("hourly", "12,40")
    own.terms.add()
    own.terms.rows[1].type("first", "1.11.2026")
    own.terms.rows[1].type("hourly", "12,80")
    own.save()
    walk.rest()
    yield "agreement"
    area = page.form.findChild(Area)
    assert isinstance(area, Area)
    bar = area.verticalScrollBar()
    bar.setValue(bar.maximum())
    yield "agreement terms"
    page.end.click()
    walk.rest()
    yield "agreement end"
    own.end()
    walk.rest()
    page.show_paper.click()
    walk.until(lambda: own.paper)
    yield "agreement paper"
    page.step_back()


def pots(walk: "Walk") -> Iterator[str]:
    """The pots of a job: one with agreed shares, and one with mistakes."""
    screen = walk.to(JobsScreen, "jobs")
    screen.open_record(walk.job(2))
    walk.rest()
    assert screen.page is not None
    screen.page.tabs.setCurrentIndex(6)
    walk.rest()
    tab = screen.tab
    assert isinstance(tab, WagePotsTab)
    tab.new.click()
    own = tab.own
    own.form.type("days.first", "1.9.2026")
    own.form.type("days.last", "31.10.2026")
    own.form.type("amount", "1200")
    own.form.pick("split", SplitRule.AGREED)
    for client, share in zip(own.answer.clients, ("2", "1,5"), strict=False):
        row = own.shares.add()
        row.pick("client", client)
        row.type("share", share)
    own.save()
    walk.rest()
    yield "pot"
    tab.new.click()
    own.save()
    walk.rest()
    yield "pot mistakes"
