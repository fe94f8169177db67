"""A client's statement of the month's allowance: one page in easy language, then how it was reckoned.

One idea a sentence, short lines, a picture beside each heading, money drawn, no red. The easy page says
only what concerns the client; the lines of the calculation stand small on a page of their own.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import wrap as wrap_signs
from typing import Final

from subcontract import rules
from subcontract.money import ZERO
from subcontract.papers import cash
from subcontract.papers.easy_sums import about_corrections, about_limit, about_pay, about_payroll
from subcontract.papers.facts import StatementFacts, WorkDone
from subcontract.papers.flow import Block, Room, draw_all, paginate, space
from subcontract.papers.lettering import clip, wrap
from subcontract.papers.measures import (
    BOTTOM,
    HAIRLINE,
    INK,
    LEFT,
    LINE,
    MM,
    PINE,
    REGULAR,
    RIGHT,
    SECOND,
    SEMIBOLD,
    STRONG,
    Type,
)
from subcontract.papers.pictogram import draw_pictogram
from subcontract.papers.sheet import Cover, Sheet, print_paper
from subcontract.papers.working import working_blocks
from subcontract.payout.records import Ledger
from subcontract.words import N_, Texts

EASY: Final = Type(14, REGULAR, INK)
EASY_STRONG: Final = Type(14, SEMIBOLD, INK)
EASY_HEADING: Final = Type(17, SEMIBOLD, PINE)
EASY_TITLE: Final = Type(26, SEMIBOLD, PINE)
BIG_SUM: Final = Type(26, SEMIBOLD, INK)
EASY_STEP: Final = 14 * 14 / 10
MOST_SIGNS: Final = 55
TEXT: Final = LEFT + 20 * MM
TEXT_WIDTH: Final = RIGHT - TEXT
PICTURE: Final = 13 * MM
SMALL_PICTURE: Final = 12 * MM
CONTENT_TOP: Final = 54 * MM
SECOND_TOP: Final = 32 * MM
PHOTO: Final = (28 * MM, 34 * MM)
LOGO: Final = (50 * MM, 14 * MM)
HOUR: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How much the easy page shows; the fullest that fits on one page is taken."""

    jobs: int
    drawn: bool


FULLEST: Final = Plan(jobs=6, drawn=True)
PLANS: Final = (
    *(Plan(jobs=jobs, drawn=True) for jobs in (4, 3, 2)),
    *(Plan(jobs=jobs, drawn=False) for jobs in (3, 2, 1)),
)


def make_statement(facts: StatementFacts, texts: Texts) -> bytes:
    """Print a statement; ``texts`` in the client's language."""
    easy = _fitting(facts, texts)
    rest = paginate(
        working_blocks(facts.payout, texts), Room(first=SECOND_TOP, top=SECOND_TOP, bottom=BOTTOM)
    )
    title = texts.say(N_("{paper}, {month}"), paper=_name(facts, texts), month=facts.run.month)
    cover = Cover(title=title, author=facts.unit.provider, language=texts.language)

    def draw_easy(sheet: Sheet) -> None:
        _draw_top(sheet, facts, texts)
        draw_all(sheet, easy, CONTENT_TOP)
        _draw_number(sheet, texts)

    def draw_rest(sheet: Sheet) -> None:
        name = f"{facts.client.first_name} {facts.client.last_name}"
        with sheet.artifact():
            sheet.text(LEFT, 22 * MM, clip(f"{title} · {name}", STRONG, RIGHT - LEFT - 30 * MM), STRONG)
        sheet.across(LEFT, RIGHT, 26 * MM, HAIRLINE, LINE)
        draw_all(sheet, rest[sheet.number - 2], SECOND_TOP)
        _draw_number(sheet, texts)

    return print_paper(cover, [draw_easy, *([draw_rest] * len(rest) if facts.payout.lines else [])])


def _name(facts: StatementFacts, texts: Texts) -> str:
    """What the paper is of: an allowance, pay, or a fee alone."""
    if facts.payout.ledger is Ledger.ALLOWANCE:
        return texts.say(N_("Work allowance"))
    wage = facts.payout.wage
    only_fee = wage is not None and wage.fees > ZERO and not wage.wages and not wage.holiday_compensation
    return texts.say(N_("Fee") if only_fee else N_("Pay"))


def _draw_number(sheet: Sheet, texts: Texts) -> None:
    number = texts.say(N_("page {page}/{pages}"), page=sheet.number, pages=sheet.total)
    with sheet.artifact():
        sheet.right(RIGHT, 22 * MM if sheet.number > 1 else BOTTOM + 6 * MM, number, SECOND)


def _draw_top(sheet: Sheet, facts: StatementFacts, texts: Texts) -> None:
    """Logo, title, month, and whose paper this is, with the photo if there is consent."""
    client = facts.client
    width, _ = sheet.picture(facts.unit.logo, (LEFT, 12 * MM), LOGO)
    if not width:
        sheet.text(LEFT, 20 * MM, clip(facts.unit.name, EASY_STRONG, 110 * MM), EASY_STRONG)
    with sheet.element("H1"):
        sheet.text(LEFT, 40 * MM, _name(facts, texts), EASY_TITLE)
    photo = client.photo if client.photo_consent else b""
    taken, _ = sheet.picture(photo, (RIGHT - PHOTO[0], 14 * MM), PHOTO)
    name = f"{client.called} {client.last_name}"
    room = RIGHT - LEFT - taken - 5 * MM
    whose = texts.say(N_("{name}, {month}"), name=name, month=texts.month(facts.run.month))
    sheet.text(LEFT, 48 * MM, clip(whose, EASY_STRONG, room), EASY_STRONG)


def _fitting(facts: StatementFacts, texts: Texts) -> tuple[Block, ...]:
    """The fullest easy page that fits."""
    room = BOTTOM - CONTENT_TOP
    blocks = tuple(_easy(facts, texts, FULLEST))
    for plan in PLANS:
        if sum(block.height for block in blocks) <= room:
            break
        blocks = tuple(_easy(facts, texts, plan))
    return blocks


def _easy(facts: StatementFacts, texts: Texts, plan: Plan) -> Iterator[Block]:
    """The five answers: what, how long, how much, when, whom to ask."""
    yield from _what(facts.work, texts, plan.jobs)
    yield from _how_long(facts, texts)
    yield from _how_much(facts, texts, drawn=plan.drawn)
    if facts.payout.net > ZERO:
        yield from _when(facts, texts)
    yield from _whom(facts, texts)


def _heading(text: str, picture: str, size: float = PICTURE) -> Block:
    """A heading with its picture to the left."""

    def draw(sheet: Sheet, y: float) -> None:
        draw_pictogram(sheet, picture, (LEFT + (PICTURE - size) / 2, y + 2 * MM), size)
        with sheet.element("H2"):
            sheet.text(TEXT, y + 8 * MM, text, EASY_HEADING)

    return Block(11 * MM, draw)


def easy_lines(text: str) -> tuple[str, ...]:
    """Lines of at most 55 signs, broken at spaces only."""
    lines = wrap_signs(text, MOST_SIGNS, break_on_hyphens=False)
    return tuple(line for part in lines for line in wrap(part, EASY, TEXT_WIDTH, 2))


def _say(sentences: Iterable[str], kind: Type = EASY) -> Iterator[Block]:
    """Each sentence on a line of its own."""
    for sentence in sentences:
        for line in easy_lines(sentence):
            yield _line(line, kind)


def _line(text: str, kind: Type, picture: str = "") -> Block:
    """One line of easy text, maybe with a small picture beside it."""

    def draw(sheet: Sheet, y: float) -> None:
        if picture:
            draw_pictogram(sheet, picture, (LEFT + MM, y + MM), SMALL_PICTURE)
        sheet.text(TEXT, y + EASY.size, text, kind)

    return Block(EASY_STEP, draw)


def _what(work: tuple[WorkDone, ...], texts: Texts, most: int) -> Iterator[Block]:
    """What the client did, each job with its picture, days and time."""
    shown = work[:most]
    if not shown:
        return
    yield _heading(texts.say(N_("What you did")), "success", 9 * MM)
    for done in shown:
        days = texts.count(N_("{number} day"), N_("{number} days"), done.days)
        time = in_words(texts, done.minutes)
        yield _line(clip(done.job, EASY_STRONG, TEXT_WIDTH), EASY_STRONG, done.pictogram)
        yield _line(texts.say(N_("{days}, {time}"), days=days, time=time), EASY)
        yield space(MM)
    left = len(work) - len(shown)
    if left:
        yield from _say([texts.count(N_("And {number} other job."), N_("And {number} other jobs."), left)])


def _how_long(facts: StatementFacts, texts: Texts) -> Iterator[Block]:
    """Days and time of the month."""
    payout = facts.payout
    yield _heading(texts.say(N_("Days and hours")), "calendar")
    if not payout.days:
        yield from _say([texts.say(N_("You were not at work this month."))])
        return
    days = texts.count(
        N_("You were at work on {number} day."), N_("You were at work on {number} days."), payout.days
    )
    hours = texts.say(N_("You worked for {time} in all."), time=in_words(texts, payout.minutes))
    yield from _say([days, hours])


def in_words(texts: Texts, minutes: int) -> str:
    """A length of time without abbreviations."""
    hours, rest = divmod(max(0, minutes), HOUR)
    in_hours = texts.count(N_("{number} hour"), N_("{number} hours"), hours)
    in_minutes = texts.count(N_("{number} minute"), N_("{number} minutes"), rest)
    if hours and rest:
        return texts.say(N_("{hours} and {minutes}"), hours=in_hours, minutes=in_minutes)
    return in_hours if hours else in_minutes


def _how_much(facts: StatementFacts, texts: Texts, *, drawn: bool) -> Iterator[Block]:
    """The sum in figures and in money, and in plain words what was left out of it."""
    payout = facts.payout
    heading = N_("How much you earned") if facts.by_payroll else N_("How much you get")
    yield _heading(texts.say(heading), "coins")
    amount = texts.money(payout.net)
    yield Block(12 * MM, lambda sheet, y: sheet.text(TEXT, y + 9 * MM, amount, BIG_SUM))
    lines = cash.rows(payout.net, TEXT_WIDTH) if drawn and not facts.by_payroll else ()
    if lines:
        yield Block(cash.height(lines), lambda sheet, y: _draw_cash(sheet, y, lines))
    yield from _say(about_limit(facts, texts))
    yield from _say(about_pay(facts, texts))
    yield from _say(about_payroll(facts, texts))
    yield from _say(about_corrections(facts, texts))


def _draw_cash(sheet: Sheet, y: float, lines: cash.Rows) -> None:
    """The money that makes the sum, which has been said in words already."""
    with sheet.artifact():
        cash.draw_cash(sheet, (TEXT, y), lines)


def _when(facts: StatementFacts, texts: Texts) -> Iterator[Block]:
    """The day of payment in words."""
    yield _heading(texts.say(N_("When the money comes")), "clock")
    if facts.client.iban:
        sentence = texts.say(N_("The money comes to your account on this day:"))
    else:
        sentence = texts.say(N_("The money is paid on this day:"))
    yield from _say([sentence])
    yield from _say([texts.long_day(rules.pay_day(facts.run.pay_day).value)], EASY_STRONG)


def _whom(facts: StatementFacts, texts: Texts) -> Iterator[Block]:
    """Whom to ask."""
    yield _heading(texts.say(N_("Ask if you want to")), "phone")
    yield from _say([texts.say(N_("If something is unclear, you can ask."))])
    whom = facts.contact or facts.unit.name
    yield from (_line(line, EASY_STRONG) for line in easy_lines(whom)[:2])
    if facts.unit.phone and not facts.contact:
        yield _line(texts.say(N_("Phone {number}"), number=facts.unit.phone), EASY)
