"""Makes many draft invoices in one act, which is one step to take back."""

from dataclasses import dataclass, field

from subcontract.actions.act import Done, Kind, Permission, Step, Undo, Worker, unseen
from subcontract.actions.discard_draft import TakeDraftBack, take_draft_back
from subcontract.actions.make_draft import MakeDraft, decided, keep
from subcontract.actions.take_many_back import undo_of_many
from subcontract.clock import Clock
from subcontract.ids import CustomerId
from subcontract.invoicing.records import Draft
from subcontract.ports import Books
from subcontract.problems import Code, Problem, Refused, refuse
from subcontract.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeDrafts:
    """What to draft, one by one."""

    drafts: tuple[MakeDraft, ...]
    step: Step = field(default=unseen, repr=False, compare=False)
    """Told as drafts are made."""


def make_drafts(ask: MakeDrafts, books: Books, clock: Clock, who: Worker) -> Done:
    """Draft everything asked for; what cannot be drafted is told in ``facts`` and left as it is.

    Refuses when nothing is asked for (``nothing_to_do``), and with their problems when none can be made.
    """
    who.must_be_allowed(Permission.EDIT_INVOICES)
    if not ask.drafts:
        raise refuse(Code.NOTHING_TO_DO)
    made: list[Draft] = []
    left: list[tuple[CustomerId, Problem]] = []
    for at, one in enumerate(ask.drafts, 1):
        try:
            draft = decided(one, books, clock, who)
        except Refused as refused:
            left.append((one.customer, refused.problems[0]))
        else:
            keep(draft, books)
            made.append(draft)
        ask.step(at, len(ask.drafts))
    if not made:
        raise Refused(*(problem for _, problem in left))
    return done_of(made, left)


def done_of(made: list[Draft], left: list[tuple[CustomerId, Problem]]) -> Done:
    """How many drafts were made, and what was left undone of whom."""
    steps = (Undo(name="", action=take_draft_back, ask=TakeDraftBack(draft=draft)) for draft in made)
    return Done(
        changed=frozenset({Kind.DRAFTS}),
        id=made[0].id if len(made) == 1 else None,
        undo=undo_of_many(N_("make draft invoices"), steps, (draft.id for draft in made)),
        facts={"made": len(made), "left": tuple(left)},
    )
