"""The lists to choose from: the days, the people, and the coaches; no Qt."""

from subcontract.people.staff import Staff
from subcontract.words import N_, Texts
from ui.collation import sort_key
from ui.presenters.rota.papers.coach import shifts_of
from ui.presenters.rota.papers.own import shifts_in_days
from ui.presenters.rota.papers.reading import RotaDays
from ui.presenters.tables.table import STAYS, CellKind, Column, Empty, Row, TablePresenter
from ui.texts import LANGUAGE_NAMES

SHIFTS = Column(key="shifts", title=N_("Shifts"), kind=CellKind.NUMBER, worth=STAYS)
DAYS = (Column(key="name", title=N_("Day"), grows=True), SHIFTS)
CLIENTS = (
    Column(key="name", title=N_("Client"), grows=True),
    SHIFTS,
    Column(key="language", title=N_("Language"), worth=1),
)
COACHES = (Column(key="name", title=N_("Coach"), grows=True), SHIFTS)
Rows = tuple[Row, ...]


def days_table(texts: Texts) -> TablePresenter:
    """The days of the week."""
    table = TablePresenter(DAYS, texts, name=N_("Days of the list"))
    table.count_words = ("", "")
    return table


def clients_table(texts: Texts) -> TablePresenter:
    """Whose weeks."""
    empty = Empty(picture="group", sentence=N_("There are no clients yet whose week could be printed."))
    table = TablePresenter(CLIENTS, texts, name=N_("Whose weeks"), empty=empty)
    table.count_words = (N_("{number} client"), N_("{number} clients"))
    return table


def coaches_table(texts: Texts) -> TablePresenter:
    """Which coaches."""
    empty = Empty(picture="calendar", sentence=N_("No coach has shifts on these days."))
    table = TablePresenter(COACHES, texts, name=N_("Which coaches"), empty=empty)
    table.count_words = (N_("{number} coach"), N_("{number} coaches"))
    return table


def rows_of(read: RotaDays, texts: Texts) -> tuple[Rows, Rows, Rows]:
    """The rows of the three lists."""
    return _days(read, texts), _clients(read), _coaches(read)


def _days(read: RotaDays, texts: Texts) -> Rows:
    """The days of the first week."""
    return tuple(
        Row(
            id=day,
            cells={
                "name": texts.long_day(day),
                "shifts": sum(shift.day == day for shift in read.standing),
            },
        )
        for day in tuple(read.days)[:7]
    )


def _clients(read: RotaDays) -> Rows:
    """Active people, and those who have shifts, by surname."""
    counted = ((client, shifts_in_days(read, client.id)) for client in read.plan.clients)
    kept = sorted(
        ((client, number) for client, number in counted if client.active or number),
        key=lambda pair: (sort_key(pair[0].name), pair[0].number),
    )
    return tuple(
        Row(
            id=client.id,
            cells={
                "name": client.name,
                "shifts": number,
                "language": LANGUAGE_NAMES.get(client.language, client.language),
            },
        )
        for client, number in kept
    )


def _coaches(read: RotaDays) -> Rows:
    """The members of staff who have shifts on the days, or had been promised some."""
    promised = {place.coach for each in read.publications for place in each.places if place.day in read.days}
    kept = [each for each in read.plan.staff if each.id in promised or _has_shifts(read, each)]
    return tuple(
        Row(id=each.id, cells={"name": each.name, "shifts": len(shifts_of(read, each.id))})
        for each in sorted(kept, key=lambda each: sort_key(each.name))
    )


def _has_shifts(read: RotaDays, coach: Staff) -> bool:
    """Whether any shift is the coach's, one called off too: a calendar tells of it."""
    return any(
        coach.id in {shift.coach, *shift.other_coaches}
        for shift in read.plan.shifts
        if shift.day in read.days
    )
