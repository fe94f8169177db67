"""What a coach decides from the result: this person stays on this shift, or is not proposed for it; no Qt."""

from typing import cast

from subcontract.actions.act import Permission
from subcontract.actions.pin_place import PinPlace, pin_place
from subcontract.ids import ClientId
from subcontract.rota.records import PinKind
from subcontract.rota.rotation.problem import Pair
from ui.presenters.owner import Owner
from ui.presenters.rota.proposal.question import Question
from ui.presenters.rota.proposal.result import Result


class Deciding:
    """The person who is selected on the shift in the card."""

    def __init__(self, owner: Owner, result: Result) -> None:
        """Belong to a page and its result."""
        self._owner, self._result = owner, result

    @property
    def pair(self) -> Pair | None:
        """Who is selected, and on which shift."""
        client, shift = self._result.on_shift.selected, self._result.shift
        return None if client is None or shift is None else (cast("ClientId", client), shift)

    @property
    def _question(self) -> Question | None:
        return self._result.page.question

    @property
    def pin(self) -> PinKind | None:
        """What has been decided of the one who is selected."""
        question, pair = self._question, self.pair
        if question is None or pair is None:
            return None
        if pair in question.problem.locked:
            return PinKind.LOCKED
        return PinKind.BARRED if pair in question.problem.barred else None

    def can(self, kind: PinKind | None) -> bool:
        """Whether that can be decided now."""
        question, pair = self._question, self.pair
        if question is None or pair is None or not self._owner.may(Permission.PLAN_SHIFTS):
            return False
        return question.problem.slot_by_id[pair[1]].stands and self.pin is not kind

    def decide(self, kind: PinKind | None) -> None:
        """Lock, bar, or take the decision away; the proposal is then made anew when one likes."""
        if (pair := self.pair) is not None and self.can(kind):
            ask = PinPlace(shift=pair[1], client=pair[0], kind=kind)
            self._owner.act(pin_place, ask, lambda _: self._owner.load())

    def lock(self) -> None:
        """The person stays on the shift."""
        self.decide(PinKind.LOCKED)

    def bar(self) -> None:
        """The person is not proposed for the shift."""
        self.decide(PinKind.BARRED)

    def let_go(self) -> None:
        """Proposals decide again."""
        self.decide(None)
