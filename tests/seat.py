"""What the driver at the presenters stands on: the day, who is signed in, screens, typing and looking."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Self, TypeVar, cast

from subcontract import ids
from subcontract.actions.act import Kind, Worker
from subcontract.actions.perform import perform
from subcontract.actions.save_staff import SaveStaff, save_staff
from subcontract.actions.save_unit import SaveUnit, save_unit
from subcontract.clock import HELSINKI, FixedClock
from subcontract.ids import StaffId, UnitId
from subcontract.people.staff import Role, Staff
from subcontract.people.unit import Address, Unit
from subcontract.problems import Refused
from tests.fakes import MemoryStore
from ui.presenters.base import Presenter
from ui.presenters.clients.clients import ClientsPresenter
from ui.presenters.customers import CustomersPresenter
from ui.presenters.direct import DirectDoor
from ui.presenters.forms.fields import PICKED
from ui.presenters.forms.form import FormPresenter
from ui.presenters.forms.lines import LinesPresenter
from ui.presenters.invoices.invoices import InvoicesPresenter
from ui.presenters.jobs.jobs import JobsPresenter
from ui.presenters.pay.runs import PayRunsPresenter
from ui.presenters.recording.month import MonthPresenter
from ui.presenters.recording.recording import RecordingPresenter
from ui.presenters.reports.reports import ReportsPresenter
from ui.presenters.rota.rota import RotaPresenter
from ui.presenters.settings.tariffs import TariffsPresenter
from ui.presenters.tables.table import Row, TablePresenter
from ui.presenters.today.today import TodayPresenter
from ui.presenters.tone import Tone
from ui.texts import CatalogueTexts

P = TypeVar("P", bound=Presenter)
NEW_CENTRE = date(2026, 9, 14)
PEOPLE = {
    "Koivu, Maija": frozenset({Role.MANAGER, Role.JOB_COACH}),
    "Kassa, Kalle": frozenset({Role.CLERK}),
    "Ohjaaja, Outi": frozenset({Role.JOB_COACH}),
}
"""Who works at a new centre: the manager, the office and a coach."""


class Stopped(AssertionError):  # noqa: N818 - the user's own word for it
    """The program refused; the words are what it showed."""


def day_of(text: str) -> date:
    """Read ``1.10.2026``."""
    day, month, year = map(int, text.rstrip(".").split("."))
    return date(year, month, day)


def plain(text: str) -> str:
    """The text with ordinary spaces, for comparing with what is written in a test."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


class Seat:
    """Somebody at the program: the screens that have been opened, the day and who is signed in."""

    def __init__(self, store: Any, people: dict[str, Worker], day: date) -> None:
        """Sit down at a store as the first of ``people``."""
        self.store = store
        self.people = people
        self.texts = CatalogueTexts("fi")
        first = next(iter(people.values()))
        self.door = DirectDoor(store.open_books, store.open_lists, self._clock(day, 8), first)
        self.door.changed.append(self._changed)
        self._screens: dict[type[Presenter], Presenter] = {}
        self._stale: set[type[Presenter]] = set()
        self._minutes = 0

    @classmethod
    def new_centre(cls, store: Any, day: date = NEW_CENTRE) -> Self:
        """A centre as it is after the first start: a unit and its people, nothing else."""
        unit = Unit(
            id=UnitId(ids.new()),
            name="Rantapajan toimintakeskus",
            provider="Esimerkin hyvinvointialue",
            business_id="23456780",
            address=Address(street="Rantatie 1", postcode="53100", town="Lappeenranta"),
            iban="FI2112345600000785",
        )
        staff = [
            Staff(id=StaffId(ids.new()), unit=unit.id, name=name, roles=roles)
            for name, roles in PEOPLE.items()
        ]
        people = {
            one.name: Worker(staff=one.id, name=one.name, roles=one.roles, unit=unit.id) for one in staff
        }
        manager, clock = people["Koivu, Maija"], cls._clock(day, 7)
        perform(save_unit, SaveUnit(unit=unit), store.open_books, clock, manager)
        for one in staff:
            perform(save_staff, SaveStaff(staff=one), store.open_books, clock, manager)
        return cls(store, people, day)

    @staticmethod
    def people_of(store: Any) -> dict[str, Worker]:
        """The staff of a store, as those who act."""
        with store.open_lists() as lists:
            staff = lists.staff.all()
        return {
            one.name: Worker(staff=one.id, name=one.name, roles=one.roles, unit=one.unit) for one in staff
        }

    @classmethod
    def demo(cls, store: Any = None) -> Self:
        """The demo centre, made by its own story; its manager sits at the desk."""
        from ui.demo import make_demo
        from ui.demo.steps import workers

        made = store or MemoryStore()
        data = make_demo(made.open_books)
        known = sorted(workers(data.staff).values(), key=lambda one: Role.MANAGER not in one.roles)
        return cls(made, {one.name: one for one in known}, data.today)

    # --- the day and the person

    @staticmethod
    def _clock(day: date, hour: int, minute: int = 0) -> FixedClock:
        return FixedClock(datetime(day.year, day.month, day.day, hour, minute, tzinfo=HELSINKI))

    def on(self, day: str, hour: int = 8) -> Self:
        """The program is started in the morning of a day."""
        self._minutes = 0
        self.door.clock = self._clock(day_of(day), hour)
        return self._sit_down()

    def later(self) -> None:
        """A minute passes: what comes next is later than what was."""
        self._minutes += 1
        now = self.door.today()
        self.door.clock = self._clock(now, 8 + self._minutes // 60, self._minutes % 60)

    def as_(self, name: str) -> Self:
        """Somebody else signs in."""
        self.door.who = self.people[name]
        return self._sit_down()

    def _with_role(self, role: Role) -> Self:
        return self.as_(next(name for name, one in self.people.items() if role in one.roles))

    def as_manager(self) -> Self:
        """The manager signs in."""
        return self._with_role(Role.MANAGER)

    def as_clerk(self) -> Self:
        """The office signs in."""
        return self._with_role(Role.CLERK)

    def as_coach(self) -> Self:
        """A coach who is nothing else signs in."""
        return self.as_(next(n for n, one in self.people.items() if one.roles == {Role.JOB_COACH}))

    def _sit_down(self) -> Self:
        self.door.undo_stack.clear()
        self._screens.clear()
        self._stale.clear()
        return self

    # --- screens

    def _changed(self, kinds: frozenset[Kind]) -> None:
        self._stale |= {made for made, one in self._screens.items() if one.depends_on & kinds}

    def screen(self, made: type[P]) -> P:
        """A screen, as it is when it comes into sight."""
        if made not in self._screens:
            self._screens[made] = made(self.door, self.texts)
            self._stale.add(made)
        found = self._screens[made]
        if made in self._stale:
            self._stale.discard(made)
            found.load()
        return cast("P", found)

    @property
    def customers(self) -> CustomersPresenter:
        return self.screen(CustomersPresenter)

    @property
    def clients(self) -> ClientsPresenter:
        return self.screen(ClientsPresenter)

    @property
    def jobs(self) -> JobsPresenter:
        return self.screen(JobsPresenter)

    @property
    def rota(self) -> RotaPresenter:
        return self.screen(RotaPresenter)

    @property
    def recording(self) -> RecordingPresenter:
        return self.screen(RecordingPresenter)

    @property
    def month(self) -> MonthPresenter:
        return self.screen(MonthPresenter)

    @property
    def pay(self) -> PayRunsPresenter:
        return self.screen(PayRunsPresenter)

    @property
    def invoices(self) -> InvoicesPresenter:
        return self.screen(InvoicesPresenter)

    @property
    def reports(self) -> ReportsPresenter:
        return self.screen(ReportsPresenter)

    @property
    def tariffs(self) -> TariffsPresenter:
        return self.screen(TariffsPresenter)

    @property
    def today(self) -> TodayPresenter:
        return self.screen(TodayPresenter)

    # --- what everybody does: type, pick, look

    def fill(self, form: FormPresenter, /, **what: object) -> None:
        """Type texts and pick words in a form's fields; a field out of sight cannot be filled."""
        for name, text in what.items():
            if name in form.hidden or name in form.locked:
                raise Stopped(f"{name} cannot be filled now")
            if form.specs[name].kind in PICKED:
                form.pick(name, self._choice(form, name, text))
            else:
                form.type(name, str(text))
                form.leave(name)

    def _choice(self, form: FormPresenter, name: str, word: object) -> object:
        """The value behind the word that is shown."""
        choices = form.specs[name].choices
        if isinstance(word, tuple):
            return tuple(self._choice(form, name, one) for one in word)
        for choice in choices:
            if self.texts.say(choice.label) == word:
                return choice.value
        if choices or not isinstance(word, bool):
            raise Stopped(f"{name} offers no {word}")
        return word

    def line(self, lines: LinesPresenter, /, **what: object) -> None:
        """Add a line and fill it."""
        self.fill(lines.add(), **what)

    def row(self, table: TablePresenter, text: str) -> Row:
        """The row in sight that shows a text in some cell."""
        for row in table.visible:
            if any(text in plain(table.text(row, column)) for column in table.columns):
                return row
        raise Stopped(f"no row shows {text}")

    def cell(self, table: TablePresenter, text: str, key: str) -> str:
        """What a cell of the row with that text shows."""
        column = next(one for one in table.columns if one.key == key)
        return plain(table.text(self.row(table, text), column))

    def must(self, presenter: Presenter, *forms: FormPresenter) -> None:
        """Raise what was refused."""
        errors = [error for form in forms for error in form.errors.values()]
        notice = presenter.notice
        if notice is not None and notice.tone is Tone.WRONG:
            errors.append(notice.text)
        if errors:
            raise Stopped(" ".join(errors))
        self.later()

    @property
    def undo_words(self) -> str:
        """What would be undone, in Finnish."""
        name = self.door.undo_stack.undo_name
        return self.texts.say(name) if name else ""

    def undo(self) -> str:
        """Undo the latest act; gives the name that stood in the menu."""
        words = self.undo_words
        if not self.door.undo():
            raise Stopped("nothing to undo")
        self.later()
        return words

    def undo_everything(self) -> list[str]:
        """Undo as far as it goes; what the program refuses is left as it is."""
        done = []
        while self.door.undo_stack.undo_name:
            words = self.undo_words
            try:
                self.door.undo()
            except Refused:
                continue
            done.append(words)
        return done

    def stored(self, query: Callable[[Any], Any]) -> Any:
        """Read the books, to see what was really written."""
        with self.store.open_lists() as lists:
            return query(lists)
