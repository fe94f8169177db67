"""Saves what is known of a person for a wage subsidy, and the authority's decisions."""

from dataclasses import dataclass, replace

from subcontract.actions.act import Done, Permission, Worker
from subcontract.actions.pay_records import drop, keep
from subcontract.benefits.records import SubsidyDecision, SubsidyFacts
from subcontract.clock import Clock
from subcontract.ids import SubsidyDecisionId
from subcontract.ports import Books
from subcontract.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveSubsidyFacts:
    """The facts as they are known now; of a person there is one list."""

    facts: SubsidyFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveSubsidyDecision:
    """The decision as the authority wrote it."""

    decision: SubsidyDecision


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveSubsidyDecision:
    """A decision saved by mistake."""

    decision: SubsidyDecisionId


def save_subsidy_facts(ask: SaveSubsidyFacts, books: Books, clock: Clock, who: Worker) -> Done:
    """Save the facts, in the place of what the person had before; refuses what cannot be, by its field."""
    who.must_be_allowed(Permission.CHECK_SUBSIDY)
    facts = ask.facts
    known = books.pay.subsidy_facts.where(client=facts.client)
    if known and books.pay.subsidy_facts.find(facts.id) is None:
        facts = replace(facts, id=known[0].id, version=known[0].version)
    return keep(facts, books, clock, who, name=N_("saving of facts for a wage subsidy"))


def save_subsidy_decision(ask: SaveSubsidyDecision, books: Books, clock: Clock, who: Worker) -> Done:
    """Save a decision; its own percentage, cap and days win over every rule.

    Refuses every fault beside its field, another decision on the same days (``periods_overlap``) and an
    employment that begins before the decision or on its day (``employment_before_decision``).
    """
    return keep(ask.decision, books, clock, who, name=N_("saving of a subsidy decision"))


def remove_subsidy_decision(ask: RemoveSubsidyDecision, books: Books, _clock: Clock, who: Worker) -> Done:
    """Take a decision away, unless something has been claimed under it (``in_use``)."""
    who.must_be_allowed(Permission.EDIT_SUBSIDY)
    return drop(
        books.pay.subsidy_decisions.get(ask.decision), books, who, name=N_("removal of a subsidy decision")
    )
