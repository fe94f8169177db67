"""Makes and keeps the papers of an approved pay run: a statement for each client, a list for the folder."""

from dataclasses import dataclass, field

from subcontract import papers
from subcontract.actions.act import Done, Permission, Worker
from subcontract.actions.hand_over_facts import payroll_pays
from subcontract.actions.make_quote import TextsIn
from subcontract.clock import Clock
from subcontract.hours.entry import WorkEntry
from subcontract.hours.in_force import in_force
from subcontract.ids import ClientId, PayoutId, PayRunId
from subcontract.papers import AllowanceListFacts, StatementFacts, work_done
from subcontract.payout.ledgers import WAGE_FORMS, Forms
from subcontract.payout.records import Ledger, Payout, PayRun, PayRunState
from subcontract.payout.wages.parts import gross_alone
from subcontract.people.client import Client, FormOfWork
from subcontract.ports import Books, Paper
from subcontract.problems import Code, refuse
from subcontract.words import N_

STATEMENT = "statement"
ALLOWANCE_LIST = "allowance_list"
LIST_NAMES = {Ledger.ALLOWANCE: N_("allowance-list-{month}"), Ledger.WAGE: N_("wage-list-{month}")}


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepStatements:
    """Some payouts of an approved run; a few at a time, so that a long job can be stopped."""

    pay_run: PayRunId
    payouts: tuple[PayoutId, ...]
    texts_in: TextsIn = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepAllowanceList:
    """The folder's list of an approved run, in the user's language."""

    pay_run: PayRunId
    language: str
    texts_in: TextsIn = field(repr=False, compare=False)


def keep_statements(ask: KeepStatements, books: Books, clock: Clock, who: Worker) -> Done:
    """Keep the statements that are not kept yet; one that is kept is never made again."""
    who.must_be_allowed(Permission.CALCULATE_PAY)
    run = _approved(books, ask.pay_run)
    wanted = [books.payouts.get(payout) for payout in ask.payouts]
    missing = [one for one in wanted if books.papers.find(one.id, STATEMENT) is None]
    people = tuple({one.client for one in missing})
    work = _work_of(books, run, people)
    forms = Forms(books.pay.employments.where(client=people))
    by_payroll = payroll_pays(books, run)
    for payout in missing:
        client = books.clients.get(payout.client)
        own = [entry for entry in work.get(client.id, []) if _is_paid_by(run.ledger, forms.of(client, entry))]
        content = _statement(ask, books, run, payout, client, own, by_payroll=by_payroll)
        name = ask.texts_in(client.language).say(
            N_("statement-{month}-{number}"), month=str(run.month), number=str(client.number)
        )
        books.papers.add(
            Paper(of=payout.id, kind=STATEMENT, name=f"{name}.pdf", content=content, made_at=clock.now())
        )
    return Done(changed=frozenset(), id=run.id, facts={"number": len(missing)})


def keep_allowance_list(ask: KeepAllowanceList, books: Books, clock: Clock, who: Worker) -> Done:
    """Keep the list of everybody's payouts with who calculated and who approved."""
    who.must_be_allowed(Permission.CALCULATE_PAY)
    run = _approved(books, ask.pay_run)
    if books.papers.find(run.id, ALLOWANCE_LIST) is not None:
        return Done(changed=frozenset(), id=run.id)
    texts = ask.texts_in(ask.language)
    content = papers.allowance_list_pdf(list_facts(books, run), texts)
    name = texts.say(LIST_NAMES[run.ledger], month=str(run.month))
    books.papers.add(
        Paper(of=run.id, kind=ALLOWANCE_LIST, name=f"{name}.pdf", content=content, made_at=clock.now())
    )
    return Done(changed=frozenset(), id=run.id)


def list_facts(books: Books, run: PayRun) -> AllowanceListFacts:
    """What the folder's list tells, clients in the order of their names."""
    clients = {client.id: client for client in books.clients.where(unit=run.unit)}
    payouts = books.payouts.where(pay_run=run.id)
    reopened = {one.payout for one in books.pay.reopenings.where(payout=tuple(one.id for one in payouts))}
    by_payroll = payroll_pays(books, run)
    pairs = (
        (clients[payout.client], gross_alone(payout) if by_payroll else payout)
        for payout in payouts
        if payout.client in clients and payout.id not in reopened
    )
    approver = books.staff.find(run.approved_by) if run.approved_by else None
    calculator = books.staff.find(run.calculated_by)
    return AllowanceListFacts(
        run=run,
        unit=books.units.get(run.unit),
        rows=tuple(sorted(pairs, key=lambda pair: (pair[0].last_name, pair[0].first_name, pair[0].number))),
        calculated_by=calculator.name if calculator else "",
        approved_by=approver.name if approver else "",
        reopened=len(reopened),
        by_payroll=by_payroll,
        chain_head=books.log.head(),
    )


def _approved(books: Books, pay_run: PayRunId) -> PayRun:
    """The run; papers are made of approved ones only."""
    run = books.pay_runs.get(pay_run)
    if run.state is not PayRunState.APPROVED:
        raise refuse(Code.WRONG_STATE)
    return run


def _work_of(books: Books, run: PayRun, clients: tuple[ClientId, ...]) -> dict[ClientId, list[WorkEntry]]:
    """The standing entries of some clients in the run's month."""
    found: dict[ClientId, list[WorkEntry]] = {}
    if not clients:
        return found
    for entry in in_force(books.entries.within(run.month.days, client=clients)):
        if entry.client is not None:
            found.setdefault(entry.client, []).append(entry)
    return found


def _is_paid_by(ledger: Ledger, form: FormOfWork | None) -> bool:
    """Whether work of a form belongs to a ledger."""
    return (form in WAGE_FORMS) is (ledger is Ledger.WAGE)


def _statement(  # noqa: PLR0917 - what a statement is made of
    ask: KeepStatements,
    books: Books,
    run: PayRun,
    payout: Payout,
    client: Client,
    work: list[WorkEntry],
    *,
    by_payroll: bool,
) -> bytes:
    """The bytes of one client's statement, in the client's language."""
    jobs = {job: books.jobs.get(job) for job in {entry.job for entry in work}}
    facts = StatementFacts(
        payout=gross_alone(payout) if by_payroll else payout,
        by_payroll=by_payroll,
        run=run,
        client=client,
        unit=books.units.get(run.unit),
        work=work_done(work, jobs),
    )
    return papers.statement_pdf(facts, ask.texts_in(client.language))
