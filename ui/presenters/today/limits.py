"""Today's reminder of those who are near an earnings limit or over it; no Qt."""

from collections.abc import Iterator, Mapping
from datetime import date

from subcontract.actions.act import Permission, Worker
from subcontract.actions.earnings_facts import EarningsAsked, earnings_by_client
from subcontract.benefits.earnings import GRAVITY, LimitState
from subcontract.benefits.earnings_months import MonthOfEarnings
from subcontract.days import Month
from subcontract.ids import ClientId
from subcontract.ports import Lists
from subcontract.words import N_, Texts
from ui.presenters.clients.limit_words import light
from ui.presenters.today.cards import Card, names_in_short
from ui.presenters.tone import Tone

Near = tuple[tuple[ClientId, str, MonthOfEarnings], ...]
"""Who, the name, and the month that is nearest to its limit; the gravest first."""


def read_near(lists: Lists, who: Worker, today: date) -> Near:
    """Those whose present or next month is near a limit: work of now is often paid in the next."""
    if not who.may(Permission.SEE_PAY) or not lists.pay.pensions.all():
        return ()
    this = Month.of(today)
    asked = EarningsAsked(unit=who.unit, months=(this, this.plus(1)), today=today)
    found = earnings_by_client(lists, asked)
    names = {one.id: one.name for one in lists.clients.where(unit=who.unit) if one.active}
    return tuple(sorted(_near(found, names), key=lambda one: (-GRAVITY.index(one[2].state), one[1])))


def _near(
    found: Mapping[ClientId, tuple[MonthOfEarnings, ...]], names: Mapping[ClientId, str]
) -> Iterator[tuple[ClientId, str, MonthOfEarnings]]:
    """Each person once, by the graver of the months."""
    for client, months in found.items():
        near = [month for month in months if month.state.is_near]
        if near and client in names:
            yield client, names[client], max(near, key=lambda month: GRAVITY.index(month.state))


def limit_cards(near: Near, texts: Texts) -> tuple[Card, ...]:
    """One card for all of them; it leads to the one who is furthest."""
    if not near:
        return ()
    is_over = near[0][2].state is LimitState.OVER
    told = [f"{name} ({light(month.state, texts).text.lower()})" for _, name, month in near]
    return (
        Card(
            what=texts.count(
                N_("{number} client is near an earnings limit or over it"),
                N_("{number} clients are near an earnings limit or over it"),
                len(near),
            ),
            whom=names_in_short(told, texts),
            when=texts.say(N_("before more work is planned")),
            button=texts.say(N_("Look at the months")),
            screen="clients/limits",
            record=near[0][0],
            tone=Tone.WRONG if is_over else Tone.ATTENTION,
            picture="coins",
        ),
    )
