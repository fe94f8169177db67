"""What the list of clients shows of each; no Qt."""

from datetime import date, timedelta

from subcontract.people.client import Client
from subcontract.words import N_, Texts
from ui.presenters.clients.fields import FORMS
from ui.presenters.tables.table import STAYS, CellKind, Column, Row
from ui.presenters.tone import State, Tone

COLUMNS = (
    Column(key="name", title=N_("Client"), kind=CellKind.PERSON, grows=True),
    Column(key="form", title=N_("Form of work"), worth=2),
    Column(key="next", title=N_("Next shift"), kind=CellKind.DATE),
    Column(key="look", title=N_("To look at"), kind=CellKind.STATE, worth=STAYS),
    Column(key="number", title=N_("No."), kind=CellKind.NUMBER, worth=0),
)
SOON = timedelta(days=30)


def client_row(client: Client, next_shift: date | None, today: date, texts: Texts, *, care: bool) -> Row:
    """A client's row; ``care`` tells whether permits are for the reader."""
    form = client.form_on(today)
    return Row(
        id=client.id,
        cells={
            "name": client.name,
            "form": texts.say(FORMS[form]) if form else None,
            "next": next_shift,
            "look": look_at(client, today, texts, care=care),
            "number": client.number,
        },
        tone=Tone.NONE if client.active else Tone.QUIET,
        search=f"{client.call_name} {client.number}",
        photo=client.photo,
    )


def look_at(client: Client, today: date, texts: Texts, *, care: bool) -> State | None:
    """The first thing to look at about a client."""
    if not client.active:
        return State(texts.say(N_("Not working now")), Tone.QUIET)
    if client.form_on(today) is None:
        return State(texts.say(N_("No form of work")), Tone.ATTENTION)
    if not client.iban:
        return State(texts.say(N_("No account number")), Tone.ATTENTION)
    return _permits(client, today, texts) if care else None


def _permits(client: Client, today: date, texts: Texts) -> State | None:
    """The permit that ended or ends first, when that is near."""
    ending = sorted((permit.valid_to, permit.name) for permit in client.permits if permit.valid_to)
    if not ending or ending[0][0] > today + SOON:
        return None
    day, name = ending[0]
    if day < today:
        return State(texts.say(N_("{permit} ended {day}"), permit=name, day=day), Tone.WRONG)
    return State(texts.say(N_("{permit} ends {day}"), permit=name, day=day), Tone.ATTENTION)
