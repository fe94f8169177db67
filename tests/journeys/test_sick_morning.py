"""A sick morning in the demo centre: somebody rings, somebody steps in, and everybody can be told why."""

from typing import Any

from subcontract.ids import ShiftId
from tests.desk import Desk, plain
from ui.presenters.rota.base import Card
from ui.presenters.rota.fair import FairPresenter


def on_shift(desk: Desk) -> list[str]:
    """Who is on the shift in the card, by name."""
    return [str(row.cells["client"]) for row in desk.rota.people.on.rows]


def open_shift(desk: Desk) -> ShiftId:
    """Open today's first shift that has people and that nobody has recorded yet."""
    rota = desk.rota
    today = desk.door.today()
    rota.go_to(today)
    with desk.store.open_lists() as lists:
        recorded = {entry.shift for entry in lists.entries.where(day=today)}
        shifts = sorted(lists.shifts.where(day=today), key=lambda shift: (shift.start, shift.id.int))
        people = {each.shift for each in lists.assignments.where(day=today)}
    shift = next(one.id for one in shifts if one.id in people - recorded)
    rota.open(shift)
    return ShiftId(shift)


def test_somebody_rings_in_the_morning_and_the_day_goes_on(store: Any) -> None:
    desk = Desk.demo(store)
    shift = open_shift(desk)
    rota = desk.rota
    before = on_shift(desk)
    gone = rota.people.on.rows[0]
    rota.people.on.select(gone.id)

    rota.away.open(rota.people.last)
    assert rota.card is Card.AWAY
    assert 1 <= len(rota.away.table.rows) <= 4
    way = rota.away.way
    assert way is not None
    assert way.comes is not None
    assert any("lisää" in plain(line) or "ja tulee" in line for line in way.words)
    rota.away.table.open()
    desk.must(rota)

    now = on_shift(desk)
    came = rota.week.plan.client_by_id[way.comes]
    assert gone.cells["client"] not in now
    assert came.name in now
    assert len(now) == len(before)
    rota.why.ask(came.id)
    assert (came.call_name or came.first_name) in rota.why.sentence
    rota.why.ask(rota.week.plan.client_by_id[gone.id].id)  # type: ignore[index]
    assert plain(rota.why.sentence).endswith(f"on poissa {desk.door.today().day}.11.2026.")
    assert "sair" not in rota.why.sentence

    desk.door.undo()
    desk.rota.open(shift)
    assert on_shift(desk) == before


def test_who_steps_in_has_more_on_the_page_of_fairness() -> None:
    desk = Desk.demo()
    page = FairPresenter(desk.door, desk.texts, lambda _: None)
    page.load()
    open_shift(desk)
    rota = desk.rota
    rota.away.open(rota.week.plan.clients_on(rota.shift_id)[0].id if rota.shift_id else None)
    way = rota.away.way
    assert way is not None
    assert way.comes is not None
    was = page.table.row(way.comes)
    rota.away.accept()
    page.load()
    now = page.table.row(way.comes)
    assert was is not None
    assert now is not None
    assert int(str(now.cells["planned"])) - int(str(was.cells["planned"])) == way.gets
