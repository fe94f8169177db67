"""One file of every paper of a pay run: the list for the folder, then each person's papers by name; no Qt."""

from collections.abc import Iterator

from subcontract.actions.keep_payslips import PAYSLIP
from subcontract.actions.keep_statements import ALLOWANCE_LIST, STATEMENT
from subcontract.papers.bundle import put_together
from subcontract.payout.records import Payout
from subcontract.ports import Lists, Paper
from subcontract.words import N_, Texts
from ui.collation import sort_key
from ui.presenters.base import Progress
from ui.presenters.pay.reading import RunFacts

OF_PERSON = (PAYSLIP, STATEMENT)


def bundle_name(facts: RunFacts, texts: Texts) -> str:
    """What the file is called; without personal data."""
    month = str(facts.month)
    return f"{texts.say(N_('all-papers-{month}'), month=month)}-{facts.ledger[0].upper()}.pdf"


def bundle(lists: Lists, facts: RunFacts, progress: Progress) -> bytes:
    """Put the kept papers together; who has none, for the payout was reopened, has no place in it."""
    groups = list(_groups(lists, facts))
    return put_together(groups, lambda done: progress.step(done, len(groups)))


def _groups(lists: Lists, facts: RunFacts) -> Iterator[tuple[bytes, ...]]:
    """The list, then a group of each person."""
    if facts.run is not None:
        yield _kept(lists.papers.find(facts.run.id, ALLOWANCE_LIST))
    for payout in _by_name(facts):
        papers = (lists.papers.find(payout.id, kind) for kind in OF_PERSON)
        if group := tuple(content for paper in papers for content in _kept(paper)):
            yield group


def _kept(paper: Paper | None) -> tuple[bytes, ...]:
    return (paper.content,) if paper is not None else ()


def _by_name(facts: RunFacts) -> list[Payout]:
    """The payouts that are paid as they stand, people in the order of their names."""
    paid = (payout for payout in facts.payouts if payout.id not in facts.reopened)
    clients = facts.clients
    return sorted(paid, key=lambda one: (sort_key(clients[one.client].name), clients[one.client].number))
