"""Checks what a unit's proposals strive for before it is saved."""

from subcontract.people.findings import Findings
from subcontract.problems import Code
from subcontract.rota.records import RotaTerms
from subcontract.rota.weights import Goal, Weight

MOST_REST = 24 * 60
MOST_WEEKS = 52
"""Fairness that looks further back would hold what is long past against people."""


def checked_terms(terms: RotaTerms) -> RotaTerms:
    """The terms as they are stored; refuses a rest beyond a day and a memory of no week or over a year."""
    found = Findings()
    for goal in Goal:
        if terms.weights[goal] not in set(Weight):
            found.add(Code.UNKNOWN_VALUE, goal.value)
    found.between(terms.least_rest_minutes, "least_rest_minutes", 0, MOST_REST)
    found.between(terms.memory_weeks, "memory_weeks", 1, MOST_WEEKS)
    found.refuse_any()
    return terms
