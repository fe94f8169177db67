"""What a coach decides of a client and a shift: kept on it, or never proposed for it; no Qt."""

from subcontract.actions.pin_place import PinPlace, pin_place
from subcontract.ids import ClientId, ShiftId
from subcontract.rota.records import PinKind
from subcontract.words import N_, Texts
from ui.presenters.rota.base import WeekPresenter
from ui.presenters.rota.cards import pin_word
from ui.presenters.tone import State, Tone

ICONS = {PinKind.LOCKED: "lock-simple", PinKind.BARRED: "prohibit"}
DOING = {PinKind.LOCKED: N_("Lock on the shift"), PinKind.BARRED: N_("Not to this shift")}
UNDOING = {PinKind.LOCKED: N_("Unlock"), PinKind.BARRED: N_("May be proposed again")}


class Pins:
    """The pins of one board."""

    def __init__(self, owner: WeekPresenter) -> None:
        """Belong to a board."""
        self.owner = owner

    def kind(self, client: ClientId, shift: ShiftId) -> PinKind | None:
        """What has been decided."""
        return self.owner.week.pin_of.get((client, shift))

    def words(self, kind: PinKind, client: ClientId | None, shift: ShiftId | None) -> str:
        """What the button of a kind does: decide so, or take it back."""
        decided = client is not None and shift is not None and self.kind(client, shift) is kind
        return self.owner.texts.say(UNDOING[kind] if decided else DOING[kind])

    def toggle(self, kind: PinKind, client: ClientId | None, shift: ShiftId | None) -> None:
        """Decide so, or take it back."""
        if client is None or shift is None or not self.owner.can_plan:
            return
        self.owner.act_in_turn(lambda: (pin_place, self._asked(kind, client, shift)))

    def _asked(self, kind: PinKind, client: ClientId, shift: ShiftId) -> PinPlace:
        """The act as it is when its turn comes."""
        wanted = None if self.kind(client, shift) is kind else kind
        return PinPlace(shift=shift, client=client, kind=wanted)


def with_pin(look: State | None, kind: PinKind | None, texts: Texts) -> State | None:
    """What stands beside a person: what has been decided, then what there is to look at."""
    if kind is None:
        return look
    word = pin_word(kind, texts)
    if look is None:
        return State(word, Tone.QUIET, ICONS[kind])
    return State(f"{word}, {look.text}", look.tone, ICONS[kind])
