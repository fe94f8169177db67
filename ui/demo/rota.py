"""What the demo centre's shifts are proposed from: wishes, coaches' hours, goals, a peer coach; no Qt."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

from subcontract.actions.change_shift import ChangeShift, change_shift
from subcontract.actions.save_roster import SaveRoster, save_roster
from subcontract.actions.save_rota_terms import SaveRotaTerms, save_rota_terms
from subcontract.actions.save_rota_wishes import SaveRotaWishes, save_rota_wishes
from subcontract.days import DateRange
from subcontract.ids import JobId, RotaTermsId, RotaWishesId, StaffId, StaffRosterId
from subcontract.money import Money
from subcontract.rota.records import RotaTerms, RotaWishes, StaffRoster, WorkingHours
from subcontract.rota.weights import Goal, Weight
from ui import entry
from ui.demo.data import UNIT, WEEKDAYS, Data, client_id, days, demo_id, each, plain
from ui.demo.steps import Step, Teller, at

COACH = "maija"


def rota_steps(data: dict[str, Any]) -> Iterator[Step]:
    """The coach writes down hours, goals and wishes one afternoon, and names the peer coach week by week."""

    def write_down(teller: Teller) -> None:
        teller.act(COACH, save_rota_terms, SaveRotaTerms(terms=_terms(data["goals"])))
        for one in data["roster"]:
            teller.act(COACH, save_roster, SaveRoster(roster=_roster(one)))
        for one in data["wishes"]:
            teller.act(COACH, save_rota_wishes, SaveRotaWishes(wishes=_wishes(one)))

    peer = data["peer"]
    yield at(data["told"], 15, write_down)
    monday = peer["from"]
    while monday <= peer["to"]:
        week = DateRange(monday, monday + timedelta(days=6))
        named = min(monday - timedelta(days=4), data["told"])
        yield at(named, 16, partial(_name_peer, peer=peer, week=week))
        monday += timedelta(days=7)


def _name_peer(teller: Teller, peer: Data, week: DateRange) -> None:
    """The peer coach helps on the shifts of a week that are without him in the group."""
    client, job = client_id(peer["client"]), JobId(demo_id("job", peer["job"]))
    for shift in teller.books.shifts.within(week, job=job):
        if not teller.books.assignments.where(shift=shift.id, client=client):
            teller.act(COACH, change_shift, ChangeShift(shift=replace(shift, peer_coach=client)))


def _terms(data: Data) -> RotaTerms:
    weights: dict[str, Any] = {goal.value: Weight(data[goal.value]) for goal in Goal if goal.value in data}
    id_of = RotaTermsId(demo_id("rota_terms", "goals"))
    return RotaTerms(id=id_of, unit=UNIT, memory_weeks=data["memory_weeks"], **weights)


def _roster(data: Data) -> StaffRoster:
    return StaffRoster(
        id=StaffRosterId(demo_id("roster", data["staff"])),
        unit=UNIT,
        staff=_staff(data["staff"]),
        hours=tuple(
            WorkingHours(weekday=WEEKDAYS.index(weekday), start=start, end=end)
            for weekday, typed in data["hours"].items()
            for start, end in entry.stretches(typed)
        ),
        away=tuple(map(days, data.get("away", ()))),
    )


def _wishes(data: Data) -> RotaWishes:
    named: dict[str, Any] = {
        **{name: frozenset(map(_job, data.get(name, ()))) for name in ("likes", "dislikes", "wants_to_try")},
        **{
            name: frozenset(map(WEEKDAYS.index, data.get(name, ())))
            for name in ("likes_days", "dislikes_days")
        },
    }
    return RotaWishes(
        id=RotaWishesId(demo_id("wishes", data["client"])),
        unit=UNIT,
        client=client_id(data["client"]),
        should_be_with=frozenset(map(client_id, data.get("should_be_with", ()))),
        familiar_coaches=frozenset(map(_staff, data.get("familiar_coaches", ()))),
        **named,
        **plain(data, "wants_the_same", "monthly_days", "monthly_minutes"),
        **each(Money, data, ("weekly_pay", "monthly_pay")),
    )


def _staff(key: str) -> StaffId:
    return StaffId(demo_id("staff", key))


def _job(key: str) -> JobId:
    return JobId(demo_id("job", key))
