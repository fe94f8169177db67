"""Next week is proposed, looked at, taken into use and taken back: at the presenters, without a window."""

from collections import Counter

from tests.proposers import AtOnce, SeeksAtOnce
from tests.seat import Seat, plain
from ui.presenters.rota.proposal.presenter import ProposalPresenter
from ui.presenters.rota.proposal.result import View
from ui.presenters.rota.rota import RotaPresenter


class Proposing(Seat):
    """Somebody at the proposal page of the demo centre."""

    @property
    def page(self) -> ProposalPresenter:
        page = self.screen(ProposalPresenter)
        page.making.start, page.making.seek_with = AtOnce, SeeksAtOnce
        return page

    def people_of_the_week(self) -> Counter[object]:
        """How many are on each shift of the board."""
        board = self.screen(RotaPresenter)
        board.go_to(self.page.chosen.day)
        cards = (card for row in board.made.by_job for cell in row.cells for card in cell)
        return Counter({card.shift: len(card.chips) for card in cards})


def test_next_week_is_proposed_looked_at_accepted_and_taken_back() -> None:
    seat = Proposing.demo().as_manager()
    page = seat.page
    assert page.title == "Viikko 49: 30.11.–6.12.2026"
    before = seat.people_of_the_week()
    page.propose()
    while page.making.needs_polling:
        page.poll()
    kept = page.kept
    assert kept
    assert not kept.is_first

    page.result.look(View.FIGURES)
    row = page.result.figures.row("broken")
    assert row
    assert plain(page.result.figures.text(row, page.result.figures.columns[2])) == "0"
    page.result.look(View.EMPTY)
    for told in page.result.empty.visible:
        assert "{" not in str(told.cells["way"])

    assert seat.people_of_the_week() == before
    page.accept()
    assert page.notice is None
    proposed = Counter(shift for _, shift in kept.plan.pairs)
    after = seat.people_of_the_week()
    assert {shift: number for shift, number in after.items() if number} == dict(proposed)
    assert seat.page.is_in_use

    assert seat.door.undo()
    assert seat.people_of_the_week() == before
    assert seat.page.can_accept
