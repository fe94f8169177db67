"""What wage subsidies ask for, as cards of the first screen: claims, corrections, extensions; no Qt."""

from collections.abc import Iterator
from datetime import date

from subcontract.actions.act import Permission, Worker
from subcontract.actions.subsidy_reminders import SubsidyReminder, subsidy_reminders
from subcontract.ids import ClientId
from subcontract.ports import Lists
from subcontract.words import N_, Texts
from ui.presenters.subsidy.claim_words import SOON
from ui.presenters.today.cards import Card, names_in_short
from ui.presenters.tone import Tone

CLAIMS, DECISIONS = "clients/subsidy/claims", "clients/subsidy/decisions"


Reminders = tuple[tuple[SubsidyReminder, str], ...]
"""What decisions ask for, each with the client's name."""


def read_reminders(lists: Lists, who: Worker, today: date) -> Reminders:
    """What decisions of active clients ask for, for who may claim."""
    if not who.may(Permission.EDIT_SUBSIDY) or not lists.pay.subsidy_decisions.all():
        return ()
    names = {client.id: client.name for client in lists.clients.where(unit=who.unit) if client.active}
    found = subsidy_reminders(lists, who.unit, today)
    return tuple((one, names[one.decision.client]) for one in found if one.decision.client in names)


def subsidy_cards(reminders: Reminders, texts: Texts, today: date) -> Iterator[Card]:
    """A card for each kind of thing, about the clients whom it concerns, the most urgent first of them."""
    known = [one for one, _ in reminders]
    names = {one.decision.client: name for one, name in reminders}
    yield from _claims(known, names, texts, today)
    yield from _corrections(known, names, texts)
    yield from _extensions(known, names, texts, today)
    yield from _breaks(known, names, texts)


def _claims(
    reminders: list[SubsidyReminder], names: dict[ClientId, str], texts: Texts, today: date
) -> Iterator[Card]:
    """Ended months that have not been claimed: late ones, else those that can be claimed."""
    waiting = [one for one in reminders if one.to_claim]
    late = [one for one in waiting if one.to_claim[0].late]
    shown = late or waiting
    if not shown:
        return
    shown.sort(key=lambda one: one.to_claim[0].due)
    months = sum(month.late or not late for one in shown for month in one.to_claim)
    due = shown[0].to_claim[0].due
    one, many = N_("{number} month of wage subsidy to claim"), N_("{number} months of wage subsidy to claim")
    late_one = N_("{number} month of wage subsidy was not claimed in time")
    late_many = N_("{number} months of wage subsidy were not claimed in time")
    what = texts.count(late_one, late_many, months) if late else texts.count(one, many, months)
    soon = (due - today).days <= SOON
    yield Card(
        what=what,
        whom=names_in_short([names[each.decision.client] for each in shown], texts),
        when=texts.say(N_("last day was {day}") if late else N_("at the latest {day}"), day=due),
        button=texts.say(N_("Claim it")),
        screen=CLAIMS,
        record=shown[0].decision.client,
        tone=Tone.WRONG if late else Tone.ATTENTION if soon else Tone.INFO,
        picture="coins",
    )


def _corrections(
    reminders: list[SubsidyReminder], names: dict[ClientId, str], texts: Texts
) -> Iterator[Card]:
    """Claims that were sent and whose pay has changed since."""
    changed = [one for one in reminders if one.to_correct]
    if not changed:
        return
    number = sum(len(one.to_correct) for one in changed)
    yield Card(
        what=texts.count(
            N_("{number} claim of wage subsidy is to be corrected"),
            N_("{number} claims of wage subsidy are to be corrected"),
            number,
        ),
        whom=names_in_short([names[one.decision.client] for one in changed], texts),
        when=texts.say(N_("the pay has changed")),
        button=texts.say(N_("Correct")),
        screen=CLAIMS,
        record=changed[0].decision.client,
        picture="coins",
    )


def _extensions(
    reminders: list[SubsidyReminder], names: dict[ClientId, str], texts: Texts, today: date
) -> Iterator[Card]:
    """Periods that end soon and can be extended."""
    ending = sorted(
        ((one.extend_by, one.decision.client) for one in reminders if one.extend_by), key=lambda each: each[0]
    )
    if not ending:
        return
    by, first = ending[0]
    yield Card(
        what=texts.count(
            N_("{number} wage subsidy ends: apply for an extension before that"),
            N_("{number} wage subsidies end: apply for an extension before that"),
            len(ending),
        ),
        whom=names_in_short([names[client] for _, client in ending], texts),
        when=texts.say(N_("last day was {day}") if by < today else N_("at the latest {day}"), day=by),
        button=texts.say(N_("Look at the decision")),
        screen=DECISIONS,
        record=first,
        tone=Tone.WRONG if by < today else Tone.ATTENTION,
        picture="document",
    )


def _breaks(reminders: list[SubsidyReminder], names: dict[ClientId, str], texts: Texts) -> Iterator[Card]:
    """A month or more without work and pay: the authority is told, and the rest of the period moves."""
    broken = [one for one in reminders if one.breaks]
    if not broken:
        return
    gap = broken[0].breaks[-1]
    yield Card(
        what=texts.count(
            N_("{number} wage subsidy has a break of a month or more"),
            N_("{number} wage subsidies have a break of a month or more"),
            len(broken),
        ),
        whom=names_in_short([names[one.decision.client] for one in broken], texts),
        when=texts.say(N_("no work or pay since {day}"), day=gap.first),
        button=texts.say(N_("Tell the authority")),
        screen=CLAIMS,
        record=broken[0].decision.client,
        picture="calendar",
    )
