"""The demo centre's story as steps in time, each an act of somebody of its staff; no Qt."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from subcontract.actions.act import Action, Done, Worker
from subcontract.actions.perform import act_in
from subcontract.clock import FixedClock, standing_at
from subcontract.ids import StaffId
from subcontract.people.staff import Staff
from subcontract.ports import Books, OpenBooks
from subcontract.words import Texts
from ui.demo.data import UNIT, demo_id
from ui.texts import CatalogueTexts

Progress = Callable[[int, int], None]


@dataclass(slots=True, kw_only=True)
class Teller:
    """Tells the story into open books: acts as a member of staff at a moment."""

    books: Books
    staff: dict[StaffId, Worker]
    moment: datetime
    _texts: dict[str, Texts] = field(default_factory=dict)

    def act(self, who: str, action: Action[Any], ask: object) -> Done:
        """Let somebody (by key) do something now."""
        return self.act_as(StaffId(demo_id("staff", who)), action, ask)

    def act_as(self, who: StaffId, action: Action[Any], ask: object) -> Done:
        """Let somebody do something now."""
        return act_in(self.books, action, ask, FixedClock(self.moment), self.staff[who])

    def texts_in(self, language: str) -> Texts:
        """The words of a language, read once."""
        return self._texts.setdefault(language, CatalogueTexts(language))


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something that happens at a moment."""

    at: datetime
    tell: Callable[[Teller], object]


def at(day: date, hour: int, tell: Callable[[Teller], object]) -> Step:
    """Something that happens at ``hour`` o'clock of a day in Finland."""
    return Step(at=standing_at(day, hour).now(), tell=tell)


def acting(who: str, action: Action[Any], ask: object) -> Callable[[Teller], object]:
    """Let somebody do something that is known beforehand."""
    return lambda teller: teller.act(who, action, ask)


def workers(staff: Iterable[Staff]) -> dict[StaffId, Worker]:
    """The staff as those who act."""
    return {one.id: Worker(staff=one.id, name=one.name, roles=one.roles, unit=UNIT) for one in staff}


def tell_all(
    steps: Iterable[Step], open_books: OpenBooks, staff: Iterable[Staff], progress: Progress | None = None
) -> None:
    """Tell the steps in the order of their moments, all in one transaction."""
    ordered = sorted(steps, key=lambda step: step.at)
    with open_books() as books:
        teller = Teller(books=books, staff=workers(staff), moment=ordered[0].at)
        for number, step in enumerate(ordered):
            teller.moment = step.at + timedelta(seconds=number % 1000)
            step.tell(teller)
            if progress is not None and number % 10 == 0:
                progress(number, len(ordered))
        books.commit()
