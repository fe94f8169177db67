"""Places where what the rota is proposed from is typed: wishes, shifts, working hours and goals."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QScrollArea

from ui.demo.data import client_id
from ui.screens.clients.clients import ClientsScreen
from ui.screens.clients.wishes import WishesPage
from ui.screens.settings.rosters import RostersPage
from ui.screens.settings.rota_terms import RotaTermsPage
from ui.screens.settings.settings import SettingsScreen
from ui.screens.shifts.shifts import ShiftsScreen

if TYPE_CHECKING:
    from tests.ui.places import Walk


def rota_typing(walk: "Walk") -> Iterator[str]:
    """Each place as it is, and with its mistakes."""
    yield from _wishes(walk)
    yield from _rosters(walk)
    yield from _goals(walk)
    yield from _shift(walk)


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


def _rosters(walk: "Walk") -> Iterator[str]:
    """Working hours: the list, one coach, and mistakes."""
    settings = walk.to(SettingsScreen, "settings")
    settings.open_page("rosters")
    walk.rest()
    yield "rosters"
    page = settings.pages.currentWidget()
    assert isinstance(page, RostersPage)
    walk.open(page.presenter.table)
    yield "roster"
    page.presenter.form.type("hours.0", "8-12, 11-16")
    page.presenter.form.type("hours.6", "ei tietoa")
    page.presenter.away.add()
    page.presenter.save()
    walk.rest()
    yield "roster mistakes"
    bar = page.form.findChild(QScrollArea).verticalScrollBar()  # type: ignore[union-attr]
    bar.setValue(bar.maximum())
    yield "roster days off"
    page.presenter.reset()
    page.presenter.close()


def _goals(walk: "Walk") -> Iterator[str]:
    """The goals of the unit, with a mistake."""
    settings = walk.to(SettingsScreen, "settings")
    settings.open_page("goals")
    walk.rest()
    yield "goals"
    page = settings.pages.currentWidget()
    assert isinstance(page, RotaTermsPage)
    page.presenter.form.type("memory_weeks", "0")
    page.presenter.form.type("least_rest_minutes", "ei tietoa")
    page.presenter.save()
    walk.rest()
    yield "goals mistakes"
    page.presenter.reset()


def _shift(walk: "Walk") -> Iterator[str]:
    """The forms of new shifts and of one shift, the end of each, with mistakes."""
    screen = walk.to(ShiftsScreen, "shifts")
    card = next(one.card for shown in screen.board.cards.values() for one in shown)
    screen.presenter.open(card.shift)
    walk.rest()
    screen.presenter.forms.start_change()
    walk.rest()
    yield from _ends(screen, "shift change")
    form = screen.presenter.forms.change
    form.type("wanted", "99")
    form.pick("third_coach", form.picked["coach"])
    screen.presenter.forms.save_change()
    walk.rest()
    yield from _ends(screen, "shift change mistakes")
    screen.presenter.close()


def _ends(screen: ShiftsScreen, name: str) -> Iterator[str]:
    """A form in the card from its middle, and its end."""
    card = screen.cards.form(screen.presenter.card)
    assert card is not None
    bar = card.findChild(QScrollArea).verticalScrollBar()  # type: ignore[union-attr]
    for part in (1, 2):
        bar.setValue(bar.maximum() * part // 2)
        yield f"{name} {part}"
