"""What the parts of the rota share: the week, the shift in the card, people put on and off; no Qt."""

from collections.abc import Callable
from enum import StrEnum

from subcontract.actions.act import Done, Permission
from subcontract.actions.put_on_shift import PutOnShift, TakeOffShift, put_on_shift, take_off_shift
from subcontract.days import DateRange, Month
from subcontract.ids import ClientId, ShiftId
from subcontract.rota.calendar import week_of
from subcontract.rota.plan import Plan
from subcontract.rota.shift import Shift, ShiftState
from subcontract.words import Texts
from ui.presenters.base import Door, Presenter
from ui.presenters.forms.form import FormPresenter
from ui.presenters.rota.board import FairBar, ShiftCard, Week, card_of
from ui.presenters.rota.question import Questions
from ui.presenters.rota.week import month_of, weeks_of
from ui.presenters.turns import Act, Turns


class Card(StrEnum):
    """What is open beside the board."""

    NONE = ""
    SHIFT = "shift"
    LOOK = "look"
    NEW = "new"
    CHANGE = "change"
    CANCEL = "cancel"
    PROMISE = "promise"
    WHY = "why"
    AWAY = "away"


OF_A_SHIFT = frozenset({Card.SHIFT, Card.CHANGE, Card.CANCEL, Card.WHY, Card.AWAY})
"""Cards about the shift that was opened."""


class WeekPresenter(Presenter):
    """A week of the rota; the board, its forms and lists are built upon it."""

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start at this week."""
        super().__init__(door, texts)
        self.monday = week_of(door.today()).first
        self.is_month = False
        """Whether the weeks of a whole month are in view."""
        self.month = Month.of(door.today())
        self.week = Week(days=week_of(door.today()), plan=Plan())
        self.bars: tuple[FairBar, ...] = ()
        self.card = Card.NONE
        self.shift_id: ShiftId | None = None
        self.place = ""
        """The page beside the board that is shown; none of them when empty."""
        self.turns = Turns(self)
        self.questions = Questions(door)
        """Of the rotation, around the shifts that are looked at."""

    @property
    def shown(self) -> DateRange:
        """The days in view: a week, or all the weeks that touch a month."""
        week = week_of(self.monday)
        if not self.is_month:
            return week
        weeks = weeks_of(self.month)
        return weeks if week.first in weeks else weeks_of(month_of(week))

    @property
    def shift(self) -> Shift | None:
        """The shift in the card."""
        return self.week.plan.shift_by_id.get(self.shift_id) if self.shift_id else None

    @property
    def shift_card(self) -> ShiftCard | None:
        """The shift in words."""
        return card_of(self.shift, self.week, self.texts) if self.shift else None

    @property
    def can_plan(self) -> bool:
        """Whether the rota may be changed."""
        return self.may(Permission.PLAN_SHIFTS)

    @property
    def is_cancelled(self) -> bool:
        """Whether the shift in the card has been called off."""
        return self.shift is not None and self.shift.state is ShiftState.CANCELLED

    def close(self) -> None:
        """Close the card."""
        self.card = Card.NONE
        self.tell()

    def back_to_shift(self) -> None:
        """From another card of the shift back to the shift itself."""
        self.card = Card.SHIFT
        self.tell()

    def show_place(self, name: str) -> None:
        """Show a page beside the board, or the board."""
        self.place, self.notice = name, None
        self.tell()

    def put_on(self, client: ClientId, shift: ShiftId | None = None) -> None:
        """Put a client on a shift, the one in the card unless another is given."""
        on = shift or self.shift_id
        if on is not None:
            ask = PutOnShift(shift=on, client=client)
            self.act_in_turn(lambda: (put_on_shift, ask))

    def take_off(self, client: ClientId, shift: ShiftId | None = None) -> None:
        """Take a client off a shift."""
        off = shift or self.shift_id
        if off is not None:
            ask = TakeOffShift(shift=off, client=client)
            self.act_in_turn(lambda: (take_off_shift, ask))

    def act_in_turn(
        self,
        act: Callable[[], Act | None],
        done: Callable[[Done], None] | None = None,
        form: FormPresenter | None = None,
    ) -> None:
        """Do an act in its turn."""
        self.turns.add(act, done, lambda refused: self.refused(refused, form))
