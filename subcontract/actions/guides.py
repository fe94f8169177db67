"""What is wrong with those who guide a shift: checked against who they are and who is in the group."""

from collections.abc import Iterator

from subcontract.ports import Books
from subcontract.problems import Code, Problem
from subcontract.rota.shift import Shift


def problems_of_guides(shift: Shift, books: Books) -> Iterator[Problem]:
    """A coach or peer coach who is not of the unit, and a peer coach who is in the group too."""
    if any(
        (found := books.staff.find(one)) is None or found.unit != shift.unit for one in shift.other_coaches
    ):
        yield Problem(code=Code.UNKNOWN_VALUE, field="other_coaches")
    if shift.peer_coach is None:
        return
    peer = books.clients.find(shift.peer_coach)
    if peer is None or peer.unit != shift.unit:
        yield Problem(code=Code.UNKNOWN_VALUE, field="peer_coach")
    elif books.assignments.where(shift=shift.id, client=peer.id):
        yield Problem(code=Code.ON_THE_SHIFT, field="peer_coach", facts={"name": peer.name})
