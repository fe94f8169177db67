"""Suoritukset: files of the bank, the bookings that wait for their invoices, what was set aside; no Qt."""

from collections.abc import Callable
from enum import StrEnum
from uuid import UUID

from subcontract.actions.act import Done, Kind, Permission
from subcontract.actions.match_bookings import MatchBookings, Placing, match_bookings
from subcontract.invoicing.bank.bookings import Booking
from subcontract.invoicing.bank.matching import Ground
from subcontract.invoicing.bank.payables import EURO
from subcontract.words import N_, Texts
from ui.presenters.base import Door, Notice, Presenter
from ui.presenters.invoices.bank.bank_aside import SettingAside
from ui.presenters.invoices.bank.bank_files import FileReading
from ui.presenters.invoices.bank.bank_placing import BookingPlaces
from ui.presenters.invoices.bank.bank_reading import BankFacts, Waiting, read_bank
from ui.presenters.invoices.bank.bank_words import (
    ASIDE_COLUMNS,
    FILE_COLUMNS,
    NEEDS_LOOKING,
    NO_ASIDE,
    WAITING_COLUMNS,
    aside_row,
    file_row,
    read_words,
    waiting_row,
)
from ui.presenters.tables.table import Column, Empty, TablePresenter
from ui.presenters.tone import Tone


class View(StrEnum):
    """What the page lists."""

    WAITING = "waiting"
    ASIDE = "aside"
    FILES = "files"


class BankPresenter(Presenter):
    """The bookings that wait, and the one that is being placed."""

    depends_on = frozenset({Kind.BOOKINGS, Kind.INVOICES, Kind.CUSTOMERS})

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start with what waits."""
        super().__init__(door, texts)
        self.view = View.WAITING
        self.on_wish: Callable[[], object] = lambda: None
        """Called when a file is wanted: the screen asks which, and calls ``read``."""
        self.facts: BankFacts | None = None
        self._read: Done | None = None
        """A file whose outcome is to be told once its bookings are in sight."""
        self.reading = FileReading(self, self._file_read)
        self.places = BookingPlaces(self)
        self.aside = SettingAside(self, lambda _done: self.load())
        self.tables = {
            View.WAITING: self._table(WAITING_COLUMNS, N_("Bookings to be placed"), self._nothing_waits()),
            View.ASIDE: self._table(ASIDE_COLUMNS, N_("Bookings set aside"), NO_ASIDE),
            View.FILES: self._table(FILE_COLUMNS, N_("Files of the bank"), self._no_files()),
        }
        self.waiting.on_select = lambda _row: self._chosen()
        self.tables[View.ASIDE].on_select = lambda _row: self.tell()
        self.tables[View.FILES].count_words = (N_("{number} file read"), N_("{number} files read"))

    def _table(self, columns: tuple[Column, ...], name: str, empty: Empty) -> TablePresenter:
        table = TablePresenter(columns, self.texts, name=name, empty=empty)
        table.count_words = (N_("{number} booking"), N_("{number} bookings"))
        return table

    def _nothing_waits(self) -> Empty:
        return Empty(
            picture="coins",
            sentence=N_(
                "Every booking has its place. Fetch the statement or the payments from the bank, then drop "
                "the file here or choose it."
            ),
            button=N_("Read a bank's file"),
            command=self._wish,
        )

    def _no_files(self) -> Empty:
        return Empty(picture="document", sentence=N_("No file of the bank has been read yet."))

    def _wish(self) -> None:
        self.on_wish()

    @property
    def waiting(self) -> TablePresenter:
        """The table of what waits."""
        return self.tables[View.WAITING]

    # --- reading

    def load(self) -> None:
        """Read the bookings anew."""
        unit, today = self.door.who.unit, self.door.today()
        self.door.ask(lambda lists: read_bank(lists, unit, today), self._fill)

    def _fill(self, facts: BankFacts) -> None:
        self.facts = facts
        self.waiting.set_rows(waiting_row(one, facts.payables, self.texts) for one in facts.waiting)
        self.tables[View.ASIDE].set_rows(aside_row(one, self.texts) for one in facts.aside)
        self.tables[View.FILES].set_rows(file_row(one, facts.names, self.texts) for one in facts.files)
        if self.waiting.selected is None and facts.waiting:
            self.waiting.select(self.waiting.visible[0].id if self.waiting.visible else None)
        self._chosen()
        self._tell_read(facts)

    def _tell_read(self, facts: BankFacts) -> None:
        """Say what came of the file that was read just now."""
        done, self._read = self._read, None
        if done is not None:
            mine = [one for one in facts.waiting if one.booking.file == done.id]
            self.notice = Notice(read_words(done.facts, mine, self.texts), Tone.READY)
            self.tell()

    def _chosen(self) -> None:
        """Another booking was selected, or none."""
        if self.facts is not None:
            self.places.show(self.facts, self.selected)
            if self.selected is None:
                self.aside.is_open = False
        self.tell()

    @property
    def selected(self) -> Waiting | None:
        """The booking that is selected among those that wait."""
        if self.facts is None:
            return None
        chosen = self.waiting.selected
        return next((one for one in self.facts.waiting if one.booking.id == chosen), None)

    @property
    def put_aside(self) -> Booking | None:
        """The booking that is selected among those set aside."""
        chosen = self.tables[View.ASIDE].selected
        return next((one for one in self.facts.aside if one.id == chosen), None) if self.facts else None

    def show(self, view: View) -> None:
        """Show another list."""
        self.view, self.aside.is_open, self.notice = view, False, None
        self.tell()

    def open_record(self, record: UUID) -> None:
        """Show a booking that waits."""
        self.show(View.WAITING)
        if self.waiting.row(record) is not None:
            self.waiting.select(record)

    # --- files

    def read(self, path: str) -> None:
        """Read a file of the bank."""
        self.reading.start(path)
        self.tell()

    def _file_read(self, done: Done) -> None:
        """A file has been kept, or had been before."""
        self.view = View.WAITING
        if done.changed:
            self._read = done
            self.tell_saved()
        else:
            words = N_("This file was read {moment}. Nothing was changed.")
            moment = done.facts["read_at"]
            self.notice = Notice(self.texts.say(words, moment=moment), Tone.INFO)
        self.load()

    # --- placing

    def place(self) -> None:
        """Place the selected booking as it stands on the right."""
        if self.places.can_place and (ask := self.places.ask) is not None:
            self.act(match_bookings, ask, done=self._placed)

    @property
    def acceptable(self) -> tuple[Waiting, ...]:
        """Bookings whose proposals can be accepted together."""
        if self.facts is None:
            return ()
        return tuple(
            one
            for one in self.facts.waiting
            if one.match is not None
            and one.match.ground not in NEEDS_LOOKING
            and one.booking.currency == EURO
            and one.booking.day <= self.door.today()
        )

    @property
    def accept_words(self) -> str:
        """What accepting them together does."""
        return self.texts.count(
            N_("Accept {number} proposal"), N_("Accept {number} proposals"), len(self.acceptable)
        )

    @property
    def can_accept(self) -> bool:
        """Whether there are proposals to accept together."""
        return bool(self.acceptable) and self.may(Permission.RECORD_PAYMENTS) and not self.busy

    def accept(self) -> None:
        """Place every booking as proposed, where the proposal leaves little doubt."""
        if self.can_accept:
            placings = tuple(
                Placing(booking=one.booking.id, parts=one.match.parts)
                for one in self.acceptable
                if one.match is not None
            )
            self.act(match_bookings, MatchBookings(placings=placings), done=self._placed)

    def _placed(self, done: Done) -> None:
        sentence = self.texts.count(
            N_("{number} booking was placed, {amount}."),
            N_("{number} bookings were placed, {amount} in all."),
            int(str(done.facts["number"])),
            amount=done.facts["amount"],
        )
        self.load()
        self.notice = Notice(sentence, Tone.READY)

    # --- the primary button

    @property
    def is_batch(self) -> bool:
        """Whether the selected booking is a batch whose payments came one by one."""
        match = self.selected.match if self.selected else None
        return match is not None and match.ground is Ground.BATCH

    @property
    def verb(self) -> str:
        """What the primary button does."""
        if self.view is View.ASIDE:
            return self.texts.say(N_("Let it wait again"))
        if self.aside.is_open or (self.is_batch and not self.places.can_place):
            return self.texts.say(N_("Set aside"))
        return self.places.verb

    @property
    def can_do(self) -> bool:
        """Whether the primary button does anything."""
        if self.view is View.ASIDE:
            return self.aside.can_bring_back
        return self.aside.can_do if self.aside.is_open or self.is_batch else self.places.can_place

    def do(self) -> None:
        """The primary act."""
        if self.view is View.ASIDE:
            self.aside.bring_back()
        elif self.aside.is_open:
            self.aside.do()
        elif self.is_batch and not self.places.can_place:
            self.aside.do_as_batch()
        else:
            self.place()
