"""What is said of the files of a pay run: whom they are of, their totals and days, what is missing; no Qt."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from subcontract.actions.hand_over_facts import HandingFacts, total_of
from subcontract.papers.files.bank_file import BankFileVersion
from subcontract.payout.handing import Handing, LeftOut, bank_day
from subcontract.payout.records import Ledger, PayRun
from subcontract.payout.wage_records import HandOver, HandOverKind, PayCode
from subcontract.payout.wages.lines import code_of
from subcontract.payout.wages.parts import parts_of
from subcontract.people.unit import Unit
from subcontract.words import N_, Texts
from ui.presenters.pay.reading import RunFacts
from ui.presenters.tables.table import CellKind, Column, Empty, Row
from ui.presenters.tone import State, Tone

KINDS = {
    HandOverKind.PAYROLL: N_("Payroll"),
    HandOverKind.BANK_FILE: N_("Bank file"),
    HandOverKind.INCOMES_REGISTER: N_("Incomes register"),
    HandOverKind.LEDGER: N_("Accounting"),
}
PAYROLL_PAYS = N_(
    "The provider's payroll reckons the net pay of these wages, pays it and reports it to the incomes "
    "register. So no bank file, wage report or accounting file of them is made here. Settings of pay say so."
)
TWICE = N_(
    "A file of this kind was made {moment}: {reference}. Two files that reach the same place pay or "
    "report the same people twice. Make it again only if the first was not sent, or matched."
)
IN_PLACE = N_(
    "An accounting file was made {moment}: {reference}. A new one is of the whole pay run and takes its "
    "place. If the first has been booked, it is taken back there."
)
VERSIONS = {
    BankFileVersion.CURRENT: N_("pain.001.001.09, the current one"),
    BankFileVersion.OLD: N_("pain.001.001.03, the old one"),
}
WHY = {
    LeftOut.REOPENED: N_("{name}: reopened, the next pay run pays it"),
    LeftOut.SENT: N_("{name}: was in an earlier file that matched"),
    LeftOut.NO_ACCOUNT: N_("{name}: no bank account. Write it on the client's page and make a file again."),
    LeftOut.NOTHING_TO_PAY: N_("{name}: nothing to pay"),
    LeftOut.NO_IDENTITY_CODE: N_(
        "{name}: no identity code. Write it on the client's page and make a file again."
    ),
}
QUIET = (LeftOut.SENT, LeftOut.NOTHING_TO_PAY)
COLUMNS = (
    Column(key="kind", title=N_("File made"), grows=True),
    Column(key="state", title=N_("State"), kind=CellKind.STATE),
    Column(key="total", title=N_("Sum to compare"), kind=CellKind.MONEY),
    Column(key="count", title=N_("People"), kind=CellKind.NUMBER),
    Column(key="made", title=N_("Made"), kind=CellKind.MOMENT),
    Column(key="by", title=N_("Made by")),
    Column(key="ticked", title=N_("Ticked by")),
)
EMPTY = Empty(picture="document", sentence=N_("No file has been made of this pay run yet."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """What the next file of a kind would be, in words."""

    sentence: str
    left_out: tuple[str, ...]
    wanting: tuple[str, ...]
    """What the unit lacks, and where it is written: without it no file can be made."""
    people: int


def file_row(handed: HandOver, facts: RunFacts, texts: Texts) -> Row:
    """One file that was made."""
    say = texts.say
    matched = State(say(N_("Matches")), Tone.READY, "check-circle")
    waiting = State(say(N_("To be checked")), Tone.ATTENTION, "clock")
    return Row(
        id=handed.id,
        cells={
            "kind": f"{say(KINDS.get(handed.kind, handed.kind))} · {handed.reference}",
            "state": matched if handed.ticked_by else waiting,
            "total": handed.total,
            "count": handed.count,
            "made": handed.made_at,
            "by": facts.staff.get(handed.made_by, ""),
            "ticked": facts.staff.get(handed.ticked_by, "") if handed.ticked_by else None,
        },
    )


def words_of(facts: HandingFacts, handing: Handing, kind: HandOverKind, today: date, texts: Texts) -> str:
    """Whom a file is of, its control total, and its day where that has moved."""
    run = facts.run
    one = N_("{number} person, control total {total}.")
    many = N_("{number} people, control total {total}.")
    total = total_of(kind, handing.payouts)
    told = [texts.count(one, many, len(handing.payouts), total=total)]
    if kind is HandOverKind.BANK_FILE:
        day = bank_day(run.pay_day, today)
        moved = N_("The agreed pay day {agreed} is no bank day, or has gone: the bank is asked for {day}.")
        usual = N_("The bank is asked to pay on {day}.")
        told.append(texts.say(usual if day == run.pay_day else moved, agreed=run.pay_day, day=day))
        if facts.salary:
            told.append(texts.say(N_("Payments are marked as salaries.")))
    elif kind is HandOverKind.PAYROLL:
        told.extend(_of_payroll(facts, handing, texts))
    elif kind is HandOverKind.LEDGER:
        told.append(texts.say(N_("Costs are told by job. Nobody's name is in the file.")))
    return " ".join(told)


def _of_payroll(facts: HandingFacts, handing: Handing, texts: Texts) -> Iterator[str]:
    """What the sum is, and how many kinds of lines have no code of the payroll yet."""
    yield texts.say(N_("The total is gross pay and costs paid back."))
    codes = dict(facts.settings.codes) if facts.settings else {}
    lines = (line for payout in handing.payouts for line in parts_of(payout).earned if line.amount)
    used = {code_of(line) or PayCode.DIFFERENCE for line in lines}
    if missing := used - set(codes):
        one = N_("{number} kind of line has no code of the payroll: write it in the settings of pay.")
        many = N_("{number} kinds of lines have no code of the payroll: write them in the settings of pay.")
        yield texts.count(one, many, len(missing))


def nobody(kind: HandOverKind, run: PayRun, *, made: bool) -> str:
    """Why there is nobody to hand over (marked text)."""
    if made:
        return N_("Everybody who can be in this file has been in one that matched.")
    if kind is HandOverKind.INCOMES_REGISTER and run.ledger is Ledger.ALLOWANCE:
        return N_("Tax-free work allowance is not reported to the incomes register.")
    return N_("Nobody can be in this file.")


def wanting(unit: Unit, kind: HandOverKind, texts: Texts) -> tuple[str, ...]:
    """What the unit lacks for a file, and where it is written."""
    if kind is HandOverKind.BANK_FILE:
        needs = [(unit.iban, N_("The unit's account is missing: write it under Settings, Unit."))]
    elif kind is not HandOverKind.INCOMES_REGISTER:
        return ()
    else:
        needs = [
            (unit.business_id, N_("The business id is missing: write it under Settings, Unit.")),
            (unit.phone, N_("The unit's phone number is missing: write it under Settings, Unit.")),
        ]
    return tuple(texts.say(words) for value, words in needs if not value)
