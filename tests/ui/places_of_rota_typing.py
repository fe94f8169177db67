"""Places where what the rota is proposed from is typed: wishes, shifts, working hours and goals."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ui.demo.data import client_id
from ui.screens.clients.clients import ClientsScreen
from ui.screens.clients.wishes import WishesPage

if TYPE_CHECKING:
    from tests.ui.places import Walk


def rota_typing(walk: "Walk") -> Iterator[str]:
    """Each place as it is, and with its mistakes."""
    yield from _wishes(walk)


def _wishes(walk: "Walk") -> Iterator[str]:
    """A client's wishes: as they are, added to, and contradicting each other."""
    screen = walk.to(ClientsScreen, "clients")
    screen.open_record(client_id("aalto"))
    screen.tabs.show_page("wishes")
    walk.rest()
    page = screen.tabs.page
    assert isinstance(page, WishesPage)
    yield "client wishes"
    presenter = page.presenter
    for part in presenter.lines:
        part.add()
    walk.rest()
    yield "client wishes new lines"
    job = presenter.jobs.specs[0].choices[0].value
    presenter.jobs.rows[-1].pick("job", job)
    presenter.jobs.rows[-1].pick("wish", presenter.jobs.specs[1].choices[1].value)
    presenter.jobs.add().pick("job", job)
    presenter.jobs.rows[-1].pick("wish", presenter.jobs.specs[1].choices[2].value)
    for name in ("likes_days", "dislikes_days"):
        presenter.form.pick(name, (1,))
    presenter.form.type("weekly_pay", "0")
    presenter.save()
    walk.rest()
    yield "client wishes contradictions"
    presenter.form.type("monthly_days", "ei tietoa")
    presenter.form.type("monthly_minutes", "ei tietoa")
    presenter.save()
    walk.rest()
    bar = page.sections.verticalScrollBar()
    bar.setValue(bar.maximum())
    yield "client wishes mistakes"
    presenter.reset()
    screen.step_back()
