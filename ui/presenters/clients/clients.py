"""The register of clients and a client's page; no Qt.

Opening a page and showing an identity code are acts of their own: they are written in the log with
their purpose. What is about care is left out for those who only pay.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from typing import Any
from uuid import UUID

from subcontract import ids
from subcontract.actions.act import Done, Kind, Permission
from subcontract.actions.save_client import SaveClient, save_client
from subcontract.actions.see_client import SeeClient, see_client, see_identity_code
from subcontract.days import LATEST, DateRange
from subcontract.ids import ClientId
from subcontract.people.client import (
    Absence,
    Availability,
    Client,
    FormOfWorkSpan,
    Permit,
    TariffClassSpan,
)
from subcontract.ports import Lists
from subcontract.problems import Code, Problem, Refused, refuse
from subcontract.words import N_, Texts
from ui.presenters.base import ActionFunction, Door
from ui.presenters.clients.fields import (
    ABSENCE_LINE,
    APART_LINE,
    CARE,
    CLASS_LINE,
    FIELDS,
    FORM_LINE,
    PERMIT_LINE,
    PLAIN,
    PURPOSES,
    choices_beside,
    note_classes,
)
from ui.presenters.clients.rows import COLUMNS, client_row
from ui.presenters.forms.form import FormPresenter
from ui.presenters.forms.lines import LinesPresenter
from ui.presenters.forms.week_grid import WeekGrid
from ui.presenters.registers.named_register import NamedRegister
from ui.presenters.tables.table import Empty, Row, TablePresenter

ADDRESS = ("street", "postcode", "town")
AHEAD = timedelta(days=120)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    clients: tuple[Client, ...]
    next_shift: dict[ClientId, date]
    tariff_classes: tuple[str, ...]


class ClientsPresenter(NamedRegister[Client]):
    """The people who work."""

    depends_on = frozenset({Kind.CLIENTS, Kind.SHIFTS, Kind.TARIFFS})
    new_words = N_("New client")

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start with nothing read."""
        empty = Empty(
            picture="group",
            sentence=N_("No clients yet. Begin with the first person who comes to work."),
            button=N_("New client"),
            command=self.start_new,
        )
        table = TablePresenter(COLUMNS, texts, name=N_("Clients"), empty=empty)
        table.count_words = (N_("{number} client"), N_("{number} clients"))
        table.sort_by("name")
        super().__init__(door, texts, table, FormPresenter(FIELDS, texts, door.today, name=N_("Client")))
        make = self._make_lines
        self.forms = make("forms", FORM_LINE, N_("Forms of work"), N_("Add a form of work"))
        self.classes = make("tariff_classes", CLASS_LINE, N_("Tariff classes"), N_("Add a tariff class"))
        self.permits = make("permits", PERMIT_LINE, N_("Permits"), N_("Add a permit"))
        self.absences = make("absences", ABSENCE_LINE, N_("Absences"), N_("Add an absence"))
        self.apart = make("never_with", APART_LINE, N_("Never on a shift with"), N_("Add a client"))
        self.lines = (self.forms, self.classes, self.permits, self.absences, self.apart)
        self.week = WeekGrid(texts)
        self.parts = (*self.lines, self.week)
        self.week.on_change = lambda: self.changed("")
        self.form.before_show = self._show_code
        self.photo = b""
        self.purpose = PURPOSES[0]
        """Why pages are opened (marked): written in the log beside each look."""
        self.tariff_classes: tuple[str, ...] = ()

    def _make_lines(self, field: str, specs: Iterable[Any], name: str, add: str) -> LinesPresenter:
        lines = LinesPresenter(field, specs, self.texts, self.door.today, name=name, add=add)
        lines.on_change = lambda: self.changed("")
        return lines

    # --- the list

    def load(self) -> None:
        """Read clients and their next shifts."""
        days = DateRange(self.door.today(), self.door.today() + AHEAD)
        self.door.ask(lambda lists: _read(lists, days), self._fill)

    def _fill(self, answer: _Answer) -> None:
        self.tariff_classes = answer.tariff_classes
        self.fill(answer.clients, map(partial(self._row, answer.next_shift), answer.clients))

    def _row(self, next_shift: Mapping[ClientId, date], client: Client) -> Row:
        day = next_shift.get(client.id)
        return client_row(client, day, self.door.today(), self.texts, care=self.sees_care)

    @property
    def heading(self) -> str:
        """What stands above the page."""
        if self.current is None or self.is_new:
            return self.texts.say(N_("New client"))
        return self.texts.say(
            N_("{name}, client {number}"), name=self.current.name, number=str(self.current.number)
        )

    @property
    def can_save(self) -> bool:
        """Whether pressing Save makes sense."""
        return self.is_open and self.may(Permission.EDIT_CLIENTS) and not self.busy

    # --- looking

    def open(self, id: UUID) -> None:  # noqa: A002 - the field's own name
        """Open a client's page, if the one who is signed in may look at clients at all."""
        if self.may(Permission.SEE_CLIENTS):
            super().open(id)
        else:
            self.refused(refuse(Code.NOT_ALLOWED))

    def opened(self, record: Client) -> None:
        """Write in the log that the page was opened; whoever may not look sees nothing."""
        self._look_at(see_client, record, lambda: None)

    def _show_code(self, _field: str, show: Callable[[], None]) -> None:
        """Show the whole identity code once that has been written in the log."""
        if self.current is None or self.is_new:
            show()
        else:
            self._look_at(see_identity_code, self.current, show)

    def _look_at(self, action: ActionFunction, client: Client, then: Callable[[], None]) -> None:
        ask = SeeClient(client=client.id, purpose=self.texts.say(self.purpose))
        self.door.act(action, ask, lambda _: then(), self._may_not_look)

    def _may_not_look(self, refused: Refused) -> None:
        self.close()
        self.refused(refused)

    # --- the record

    def new_record(self) -> Client:
        """A client on allowance from today."""
        return Client(id=ClientId(ids.new()), unit=self.door.who.unit, number=0, first_name="", last_name="")

    def values_of(self, record: Client) -> dict[str, object]:
        """The form's values."""
        return {
            **{name: getattr(record, name) for name in PLAIN},
            **{name: getattr(record.address, name) for name in ADDRESS},
            "weekly_days": Decimal(record.weekly_days),
            "skills": ", ".join(sorted(record.skills, key=str.casefold)),
        }

    def load_lines(self, record: Client) -> None:
        """Fill periods, permits, absences, half-days and the photo."""
        self.forms.load({"form": one.form, **_span(one.days)} for one in record.forms)
        self.classes.load(
            {"tariff_class": one.tariff_class, **_span(one.days)} for one in record.tariff_classes
        )
        self.permits.load({"name": one.name, "valid_to": one.valid_to} for one in record.permits)
        self.absences.load({"kind": one.kind, **_span(one.days)} for one in record.absences)
        self.apart.set_choices("client", choices_beside(record, self.records.values()))
        self.apart.load({"client": one} for one in sorted(record.never_with, key=str))
        self.week.load(record.availability.half_days)
        self.photo = record.photo

    def record_of(self, values: dict[str, Any], lines: dict[str, list[dict[str, Any]]]) -> Client:
        """The open client with what stands on the page."""
        before = self.current or self.new_record()
        return replace(
            before,
            **{name: values[name] for name in PLAIN if name in self.kept_fields},
            address=replace(before.address, **{name: values[name] for name in ADDRESS}),
            weekly_days=int(values["weekly_days"]),
            skills=frozenset(part.strip() for part in values["skills"].split(",") if part.strip()),
            forms=tuple(FormOfWorkSpan(form=one["form"], days=_days(one)) for one in lines["forms"]),
            tariff_classes=tuple(
                TariffClassSpan(tariff_class=one["tariff_class"], days=_days(one))
                for one in lines["tariff_classes"]
            ),
            permits=tuple(Permit(**one) for one in lines["permits"]),
            absences=tuple(Absence(kind=one["kind"], days=_days(one)) for one in lines["absences"]),
            never_with=frozenset(one["client"] for one in lines["never_with"]),
            availability=Availability(half_days=self.week.chosen),
            photo=self.photo,
        )

    def save_ask(self, record: Client) -> tuple[ActionFunction, object]:
        """How a client is saved."""
        return save_client, SaveClient(client=record, despite=self.despite)

    def _read(self) -> tuple[dict[str, Any], dict[str, list[dict[str, Any]]]] | None:
        """As in every register; besides, periods run forwards and a photo has a consent."""
        read = super()._read()
        if read is None:
            return None
        values, lines = read
        problems = [
            Problem(code=Code.ENDS_BEFORE_START, field=f"{part.field}.{at}.last")
            for part in (self.forms, self.classes, self.absences)
            for at, one in enumerate(lines[part.field])
            if one["last"] is not None and one["last"] < one["first"]
        ]
        if self.photo and not values["photo_consent"] and self.photo != (self.current and self.current.photo):
            problems.append(Problem(code=Code.CONSENT_NEEDED, field="photo_consent"))
        if problems:
            self.refuse(Refused(*problems))
            self.tell()
            return None
        return read

    def follow(self) -> None:
        """Leave out what is not for the reader, and lock what they may not change."""
        form = self.form
        form.hidden = set() if self.may(Permission.SEE_CARE) else set(CARE)
        if self.is_new:
            form.hidden.add("active")
        locked = not self.may(Permission.EDIT_CLIENTS)
        form.locked = set(form.specs) if locked else set()
        self.week.locked = locked
        for part in self.lines:
            part.locked = locked
        note_classes(self.classes, self.tariff_classes)

    @property
    def sees_care(self) -> bool:
        """Whether availability, permits, absences and wishes are for the reader."""
        return self.may(Permission.SEE_CARE)

    # --- photo

    def set_photo(self, jpeg: bytes) -> None:
        """Take a photo, already decoded and written again as a small JPEG."""
        self.photo = jpeg
        self.form.errors.pop("photo_consent", None)
        self.changed("photo_consent")

    def take_photo(self, read: Callable[[], bytes]) -> None:
        """Take the photo that ``read`` decodes, apart from the window; it is for the client open now."""
        client = self.current

        def taken(jpeg: bytes) -> None:
            if self.current is client:
                self.set_photo(jpeg)

        self.door.work(lambda _lists, _progress: read(), taken, refused=self.refused)

    @property
    def dirty(self) -> bool:
        """Whether something on the page has not been saved."""
        return super().dirty or (self.current is not None and self.photo != self.current.photo)

    def _saved(self, done: Done) -> None:
        """Show the saved client."""
        if self.current is not None:
            self.current = replace(self.current, photo=self.photo)
        super()._saved(done)


def _read(lists: Lists, days: DateRange) -> _Answer:
    next_shift: dict[ClientId, date] = {}
    for assignment in lists.assignments.within(days):
        next_shift.setdefault(assignment.client, assignment.day)
    classes = {rate.tariff_class for tariff in lists.tariffs.all() for rate in tariff.rates}
    return _Answer(clients=lists.clients.all(), next_shift=next_shift, tariff_classes=tuple(sorted(classes)))


def _span(days: DateRange) -> dict[str, object]:
    return {"first": days.first, "last": None if days.is_open else days.last}


def _days(values: dict[str, Any]) -> DateRange:
    return DateRange(values["first"], values["last"] or LATEST)
