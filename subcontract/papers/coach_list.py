"""A coach's shifts with what is needed at the site: phone numbers, whom to call, permits, what to mind.

It is personal data on paper, and the paper says so. A shift stands on one page where it can; the heads of
its table are repeated where it cannot.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from subcontract.papers import wording
from subcontract.papers.blocks import line_block
from subcontract.papers.flow import Block, Room, draw_all, paginate, space
from subcontract.papers.lettering import clip, wrap
from subcontract.papers.measures import (
    BODY_WIDTH,
    BOTTOM,
    INK,
    LEFT,
    MM,
    PINE,
    REGULAR,
    RIGHT,
    SECOND,
    SEMIBOLD,
    TINT,
    TITLE,
    Type,
)
from subcontract.papers.pictogram import draw_pictogram
from subcontract.papers.plan_words import state_words
from subcontract.papers.rota_facts import (
    CoachListFacts,
    CoachPerson,
    CoachShift,
    Holds,
    NeededPermit,
    SiteNote,
)
from subcontract.papers.sheet import Cover, Sheet, print_paper
from subcontract.papers.table import Cell, Column, Table, head_block, rows
from subcontract.words import N_, Texts

DAY: Final = Type(13, SEMIBOLD, PINE)
JOB: Final = Type(12, SEMIBOLD, INK)
TEXT: Final = Type(10, REGULAR, INK)
ROW: Final = Type(10, REGULAR, INK)
NOTE: Final = Type(9, SEMIBOLD, INK)
STRONG: Final = Type(11, SEMIBOLD, INK)
TOP: Final = 44 * MM
PICTURE: Final = 11 * MM
BODY: Final = LEFT + 15 * MM
PAD: Final = MM

HOLDS: Final = {
    Holds.VALID: N_("{permit}, valid until {day}"),
    Holds.ENDED: N_("{permit} ended on {day}"),
    Holds.MISSING: N_("{permit} is missing"),
}
NOTES: Final = {
    SiteNote.OWN_COACH: N_("Needs an own coach"),
    SiteNote.PEER_COACH: N_("Helps as a peer coach"),
    SiteNote.STAYS: N_("Stays on this shift"),
    SiteNote.NEVER_WITH: N_("Not together with {name}"),
    SiteNote.AWAY: N_("Is marked away on this day"),
}


def make_coach_list(facts: CoachListFacts, texts: Texts) -> bytes:
    """Print a coach's shifts, in the user's language."""
    pages = paginate(_blocks(facts, texts), Room(first=TOP, top=TOP, bottom=BOTTOM - 2 * MM))
    title = texts.say(N_("Shifts of a coach: {name}"), name=facts.coach)

    def draw(sheet: Sheet) -> None:
        sheet.picture(facts.unit.logo, (RIGHT - 40 * MM, 12 * MM), (40 * MM, 12 * MM))
        with sheet.element("H1") if sheet.number == 1 else sheet.artifact():
            sheet.text(LEFT, 22 * MM, clip(facts.coach, TITLE, 120 * MM), TITLE)
        if sheet.number == 1:
            _draw_under(sheet, facts, texts)
        else:
            with sheet.artifact():
                _draw_under(sheet, facts, texts)
        draw_all(sheet, pages[sheet.number - 1], TOP)
        _draw_foot(sheet, facts, texts)

    return print_paper(
        Cover(title=title, author=facts.unit.provider, language=texts.language), [draw] * len(pages)
    )


def _draw_under(sheet: Sheet, facts: CoachListFacts, texts: Texts) -> None:
    """Which days, and from which plan."""
    week = texts.say(N_("Week {number}"), number=str(facts.days.first.isocalendar().week))
    span = f"{week} · {wording.days(texts, facts.days)} · {facts.unit.name}"
    sheet.text(LEFT, 30 * MM, clip(span, TEXT, BODY_WIDTH), TEXT)
    sheet.text(LEFT, 36 * MM, state_words(facts.state, texts), STRONG)


def _draw_foot(sheet: Sheet, facts: CoachListFacts, texts: Texts) -> None:
    """That this is personal data, when it was made, and which page it is."""
    warning = N_("Personal data, made on {day}. Keep it safe, and destroy it when the days have passed.")
    number = texts.say(N_("page {page}/{pages}"), page=sheet.number, pages=sheet.total)
    with sheet.artifact() if sheet.number > 1 else sheet.element("P"):
        sheet.text(LEFT, BOTTOM + 6 * MM, texts.say(warning, day=texts.day(facts.made_on)), SECOND)
    with sheet.artifact():
        sheet.right(RIGHT, BOTTOM + 6 * MM, number, SECOND)


def _blocks(facts: CoachListFacts, texts: Texts) -> Iterator[Block]:
    """Day by day, each shift with its people."""
    ordered = sorted(facts.shifts, key=lambda shift: (shift.day, shift.start, shift.job))
    if not ordered:
        yield line_block(texts.say(N_("No shifts on these days.")), STRONG)
    for at, shift in enumerate(ordered):
        if not at or ordered[at - 1].day != shift.day:
            yield _day(shift, texts)
        yield from _shift(shift, at, texts)


def _day(shift: CoachShift, texts: Texts) -> Block:
    """A day over a band."""
    name = texts.long_day(shift.day)

    def draw(sheet: Sheet, y: float) -> None:
        sheet.box((LEFT, y), (RIGHT - LEFT, 8 * MM), TINT, 3)
        with sheet.element("H2", ("day", shift.day)):
            sheet.text(LEFT + 3 * MM, y + 5.6 * MM, name, DAY)

    return Block(11 * MM, draw, with_next=True)


def _shift(shift: CoachShift, at: int, texts: Texts) -> Iterator[Block]:
    """The work, then a row for each of the people; as far as a page allows they stay together."""
    table = _table(at, texts)
    head = head_block(table)
    people = rows(table, (_cells(person, texts) for person in shift.people), head)
    yield _work(shift, texts)
    if not people:
        yield space(4 * MM)
        return
    yield head
    tall = sum(block.height for block in people)
    together = tall < (BOTTOM - TOP) * 3 / 5
    yield from (replace(block, with_next=together) for block in people[:-1])
    yield people[-1]
    yield space(6 * MM)


def _work(shift: CoachShift, texts: Texts) -> Block:
    """When, what and where, whom to ask at the customer's, and who else helps."""
    title = clip(f"{texts.times(shift.start, shift.end)}  {shift.job}", JOB, RIGHT - BODY)
    helpers = ", ".join(shift.helpers)
    told = [
        " · ".join(part for part in (shift.customer, shift.place) if part),
    ]
    if shift.customer_contact:
        told.append(texts.say(N_("At the customer's: {name}"), name=shift.customer_contact))
    if helpers:
        told.append(texts.say(N_("Also there: {names}"), names=helpers))
    if not shift.people:
        told.append(texts.say(N_("Nobody yet")))
    lines = [line for text in told if text for line in wrap(text, TEXT, RIGHT - BODY, 2)]
    height = max(PICTURE + MM, JOB.leading + len(lines) * TEXT.leading + 2 * MM)

    def draw(sheet: Sheet, y: float) -> None:
        draw_pictogram(sheet, shift.pictogram, (LEFT + MM, y), PICTURE)
        with sheet.element("H3"):
            sheet.text(BODY, y + JOB.size, title, JOB)
        for at, line in enumerate(lines, 1):
            sheet.text(BODY, y + JOB.size + at * TEXT.leading, line, TEXT)

    return Block(height, draw, with_next=True)


def _table(at: int, texts: Texts) -> Table:
    """Name, phone, whom to call, permits and what to mind; ``at`` sets the tables of shifts apart."""
    widths = (40 * MM, 28 * MM, 40 * MM)
    last = BODY_WIDTH - sum(widths) - at * 1e-6
    titles = (N_("Name"), N_("Phone"), N_("Whom to call"), N_("What to mind, and permits"))
    columns = zip(titles, (*widths, last), strict=True)
    return Table(
        columns=tuple(Column(texts.say(title), wide) for title, wide in columns),
        kind=ROW,
        note=NOTE,
        pad=PAD,
    )


def _cells(person: CoachPerson, texts: Texts) -> tuple[Cell, ...]:
    """A person's row."""
    minded = [texts.say(NOTES[note], name=name) for note, name in person.notes]
    minded += [_permit(permit, texts) for permit in person.permits]
    return (
        Cell(person.name),
        Cell(person.phone),
        Cell(person.contact, person.contact_phone),
        Cell(". ".join(minded)),
    )


def _permit(permit: NeededPermit, texts: Texts) -> str:
    """A needed permit with its last day."""
    if permit.holds is Holds.VALID and permit.valid_to is None:
        return permit.name
    day = texts.day(permit.valid_to) if permit.valid_to else ""
    return texts.say(HOLDS[permit.holds], permit=permit.name, day=day)
