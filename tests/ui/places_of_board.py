"""The rota board beside its week: a person in hand, pages, the month, what was promised."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from subcontract.rota.records import PinKind
from ui.screens.shifts.shifts import ShiftsScreen

if TYPE_CHECKING:
    from tests.ui.places import Walk


def rota_board(walk: "Walk") -> Iterator[str]:
    """A person in hand both ways, and the month both ways with a shift's card."""
    screen = walk.to(ShiftsScreen, "shifts")
    presenter = screen.presenter
    presenter.publishing.open()
    walk.rest()
    yield "shifts not published"
    presenter.publishing.confirm = lambda _sentence, _verb: True
    presenter.publishing.publish()
    walk.rest()
    yield "shifts published"
    card = next(card for row in presenter.rows for cell in row.cells for card in cell if card.chips)
    presenter.take_off(card.chips[-1].client, card.shift)
    presenter.pins.toggle(PinKind.LOCKED, card.chips[0].client, card.shift)
    presenter.pins.toggle(PinKind.BARRED, card.chips[-1].client, card.shift)
    walk.rest()
    yield "shifts changed since"
    presenter.open(card.shift)
    walk.rest()
    yield "shift pinned"
    presenter.close()
    presenter.pick_up(card.chips[0].client, card.shift)
    walk.rest()
    yield "shifts in hand"
    presenter.show_people(by_person=True)
    walk.rest()
    yield "shifts people in hand"
    presenter.let_go()
    presenter.show_month(is_month=True)
    walk.rest()
    yield "shifts month people"
    presenter.show_people(by_person=False)
    walk.rest()
    yield "shifts month"
    presenter.open(card.shift)
    walk.rest()
    yield "shifts month card"
    presenter.close()
    presenter.show_month(is_month=False)
    walk.rest()
