"""Makes the files of an approved run, keeps them byte for byte, and ticks that their totals match."""

from dataclasses import dataclass, field, replace

from subcontract import ids
from subcontract.actions.act import Done, Kind, Permission, Worker
from subcontract.actions.hand_over_facts import BY_JOB, PAYING, Making, handing_facts, handing_of, total_of
from subcontract.actions.hand_over_files import ENDINGS, made_file
from subcontract.actions.make_quote import TextsIn
from subcontract.clock import Clock
from subcontract.ids import HandOverId, PayRunId
from subcontract.papers.files.bank_file import BankFileVersion
from subcontract.payout.records import Ledger, PayRun, PayRunState
from subcontract.payout.wage_records import HandOver, HandOverKind
from subcontract.ports import Books, Paper
from subcontract.problems import Code, refuse
from subcontract.words import N_

NAMES = {
    HandOverKind.BANK_FILE: N_("bank-file-{reference}"),
    HandOverKind.INCOMES_REGISTER: N_("incomes-register-{reference}"),
    HandOverKind.PAYROLL: N_("payroll-{reference}"),
    HandOverKind.LEDGER: N_("accounting-{reference}"),
}
ON_THE_ACCOUNT = {Ledger.ALLOWANCE: N_("Work allowance {month}"), Ledger.WAGE: N_("Pay {month}")}


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeHandOver:
    """Which file of which run, in the user's language; the version concerns a bank file."""

    pay_run: PayRunId
    kind: HandOverKind
    language: str
    texts_in: TextsIn = field(repr=False, compare=False)
    version: BankFileVersion = BankFileVersion.CURRENT
    again: bool = False
    """Whether the asker knows that such a file has been made before."""
    id: HandOverId = field(default_factory=lambda: HandOverId(ids.new()))


@dataclass(frozen=True, slots=True, kw_only=True)
class TickHandOver:
    """A file whose total was found the same where it went."""

    hand_over: HandOverId
    version: int


def make_hand_over(ask: MakeHandOver, books: Books, clock: Clock, who: Worker) -> Done:
    """Make a file, keep it, and record its control figures.

    Refuses a run that is open and a kind that is not made of it (``wrong_state``), a second file of the
    same kind unless the asker knows of the first (``already_exists``), one without anybody, and what the
    unit lacks for it (``required``).
    """
    who.must_be_allowed(Permission.CALCULATE_PAY)
    run = books.pay_runs.get(ask.pay_run)
    facts = handing_facts(books, run, with_work=ask.kind in BY_JOB)
    _must_be_makeable(ask, facts.kinds, run, books)
    texts = ask.texts_in(ask.language)
    making = Making(
        id=ask.id,
        moment=clock.now(),
        by=who.name,
        text=texts.say(ON_THE_ACCOUNT[run.ledger], month=run.month),
        texts=texts,
        version=ask.version,
    )
    file = made_file(ask.kind, facts, making)
    books.pay.hand_overs.add(
        HandOver(
            id=ask.id,
            pay_run=run.id,
            kind=ask.kind,
            reference=file.reference,
            count=file.count,
            total=file.total,
            made_by=who.staff,
            made_at=clock.now(),
        )
    )
    name = texts.say(NAMES[ask.kind], reference=file.reference)
    name = f"{name}.{ENDINGS[ask.kind]}"
    books.papers.add(Paper(of=ask.id, kind=ask.kind, name=name, content=file.content, made_at=clock.now()))
    told = {"number": file.count, "total": file.total}
    return Done(changed=frozenset({Kind.PAY_RUNS}), id=ask.id, facts=told)


def _must_be_makeable(ask: MakeHandOver, kinds: tuple[HandOverKind, ...], run: PayRun, books: Books) -> None:
    if run.state is not PayRunState.APPROVED or ask.kind not in kinds:
        raise refuse(Code.WRONG_STATE)
    if not ask.again and books.pay.hand_overs.where(pay_run=run.id, kind=alike(ask.kind)):
        raise refuse(Code.ALREADY_EXISTS)


def alike(kind: HandOverKind) -> tuple[HandOverKind, ...]:
    """The kinds of files that do the same as one of a kind: both that pay, or the kind alone."""
    return tuple(PAYING) if kind in PAYING else (kind,)


def tick_hand_over(ask: TickHandOver, books: Books, clock: Clock, who: Worker) -> Done:
    """Tick that a file's total and number are the same where it went.

    Refuses one that is ticked (``nothing_to_do``), and one that no longer is what its run pays, for
    somebody was reopened or got an account since (``file_out_of_date``): a new file is made first.
    """
    who.must_be_allowed(Permission.CALCULATE_PAY)
    handed = books.pay.hand_overs.get(ask.hand_over)
    if handed.ticked_by is not None:
        raise refuse(Code.NOTHING_TO_DO)
    if handed.version != ask.version:
        raise refuse(Code.CHANGED_ELSEWHERE)
    if not holds_still(handed, books):
        raise refuse(Code.FILE_OUT_OF_DATE)
    books.pay.hand_overs.save(replace(handed, ticked_by=who.staff, ticked_at=clock.now()))
    return Done(changed=frozenset({Kind.PAY_RUNS}), id=handed.id)


def holds_still(handed: HandOver, books: Books) -> bool:
    """Whether a file still is what its run hands over."""
    facts = handing_facts(books, books.pay_runs.get(handed.pay_run))
    payouts = handing_of(facts, handed.kind).payouts
    return (len(payouts), total_of(handed.kind, payouts)) == (handed.count, handed.total)
