"""Looks at the pay of several people at once: a row in the log for each, as if their pages were opened."""

from dataclasses import dataclass

from subcontract.actions.act import Done, Permission, Worker
from subcontract.actions.perform import act_in
from subcontract.actions.see_client import SeeClient, see_pay
from subcontract.clock import Clock
from subcontract.ids import ClientId, JobId
from subcontract.ports import Books


@dataclass(frozen=True, slots=True, kw_only=True)
class SeePayOfGroup:
    """Whose pay is looked at beside which job, and for what (act 703/2023, 10 §)."""

    job: JobId
    clients: tuple[ClientId, ...]
    purpose: str


def see_pay_of_group(ask: SeePayOfGroup, books: Books, clock: Clock, who: Worker) -> Done:
    """Look at the agreements, pay, tax cards and pensions of a job's group; refuses without a purpose."""
    who.must_be_allowed(Permission.SEE_PAY)
    for client in ask.clients:
        act_in(books, see_pay, SeeClient(client=client, purpose=ask.purpose), clock, who)
    return Done(changed=frozenset(), id=books.jobs.get(ask.job).id)
