"""The first steps in a new centre, as cards of the first screen; they go as they are done; no Qt."""

from collections.abc import Iterator
from dataclasses import dataclass

from subcontract.actions.act import Permission, Worker
from subcontract.ids import UnitId
from subcontract.people.unit import Unit
from subcontract.ports import Lists
from subcontract.words import N_, Texts
from ui.presenters.today.cards import Card
from ui.presenters.tone import Tone

PEOPLE_FOR_PAY = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Centre:
    """What a unit has so far."""

    unit: Unit
    staff: int
    customers: bool
    clients: bool
    jobs: bool


def read_centre(lists: Lists, unit: UnitId) -> Centre:
    """Look at what there is."""
    return Centre(
        unit=lists.units.get(unit),
        staff=sum(one.active for one in lists.staff.where(unit=unit)),
        customers=bool(lists.customers.all()),
        clients=bool(lists.clients.where(unit=unit)),
        jobs=bool(lists.jobs.where(unit=unit)),
    )


def beginning(centre: Centre, who: Worker, texts: Texts) -> Iterator[Card]:
    """What a new centre lacks, in the order in which it is needed."""
    unit, say = centre.unit, texts.say
    if who.may(Permission.EDIT_UNIT) and not (unit.business_id and unit.iban and unit.address.street):
        yield Card(
            what=say(N_("The unit's business ID, address or account number is missing")),
            whom=say(N_("Quotes and invoices need them.")),
            button=say(N_("Complete")),
            screen="settings/unit",
            picture="post",
        )
    if who.may(Permission.EDIT_CUSTOMERS) and not centre.customers:
        yield Card(
            what=say(N_("No customers yet")),
            whom=say(N_("Begin with the first one who orders work.")),
            button=say(N_("Add a customer")),
            screen="customers",
            tone=Tone.INFO,
            picture="document",
        )
    if who.may(Permission.EDIT_CLIENTS) and not centre.clients:
        yield Card(
            what=say(N_("No clients yet")),
            whom=say(N_("Begin with the first one who comes to work.")),
            button=say(N_("Add a person")),
            screen="clients",
            tone=Tone.INFO,
            picture="group",
        )
    if who.may(Permission.EDIT_JOBS) and centre.customers and not centre.jobs:
        yield Card(
            what=say(N_("No jobs yet")),
            whom=say(N_("Begin with the first enquiry: what is it, and what does it cost?")),
            button=say(N_("Add a job")),
            screen="jobs",
            tone=Tone.INFO,
            picture="boxes",
        )
    if who.may(Permission.EDIT_UNIT) and centre.staff < PEOPLE_FOR_PAY:
        yield Card(
            what=say(N_("Only one person works here")),
            whom=say(N_("A payout is approved by another than who calculated it.")),
            button=say(N_("Add a colleague")),
            screen="settings/staff",
            tone=Tone.INFO,
            picture="person",
        )
