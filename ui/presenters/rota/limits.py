"""Earnings limits on the rota: read after the board is in sight, and the light of each person; no Qt."""

from dataclasses import replace
from datetime import date

from subcontract.actions.act import Permission, Worker
from subcontract.actions.headroom_facts import headroom_of
from subcontract.benefits.earnings_months import MonthOfEarnings
from subcontract.ports import Lists
from subcontract.rota.headroom import Headroom
from subcontract.words import N_, Texts
from ui.presenters.clients.limit_words import light
from ui.presenters.rota.board import MadeBoard, Week, made_board
from ui.presenters.tone import State, Tone


def limited_board(lists: Lists, made: MadeBoard, who: Worker, today: date, texts: Texts) -> MadeBoard | None:
    """The board once more, with pensioners' earnings limits; ``None`` when nothing of it changes."""
    week, may_see = made.week, who.may(Permission.SEE_PAY)
    headroom = headroom_of(lists, who.unit, week.days, today, with_sums=may_see)
    if headroom is None and week.plan.headroom is None:
        return None
    return made_board(with_headroom(week, headroom), texts)


def with_headroom(week: Week, headroom: Headroom | None) -> Week:
    """A week whose warnings tell of earnings limits too."""
    return replace(week, plan=replace(week.plan, headroom=headroom))


def look_of(month: MonthOfEarnings | None, things: int, texts: Texts) -> State | None:
    """What stands beside a person: the light of the limit, and how many other things to look at.

    ``month`` is ``None`` without a limit to watch, and for those who may not see pay.
    """
    shown = light(month.state, texts) if month is not None else None
    if shown is None and not things:
        return None
    if shown is None or (things and month is not None and not month.state.is_near):
        return State(texts.count(N_("{number} thing"), N_("{number} things"), things), Tone.ATTENTION)
    if not things:
        return shown
    more = N_("{light}, {number} more"), N_("{light}, {number} more")
    return State(texts.count(*more, things, light=shown.text), shown.tone)
