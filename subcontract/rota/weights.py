"""What proposals strive for, and how much each goal counts."""

from collections.abc import Mapping
from enum import IntEnum, StrEnum

from subcontract.words import N_


class Goal(StrEnum):
    """What a proposal strives for once no hard rule is broken."""

    EVEN = "even"
    WISHES = "wishes"
    VARIETY = "variety"
    FAMILIAR = "familiar"
    LEARNING = "learning"


GOALS: Mapping[Goal, str] = {
    Goal.EVEN: N_("Fairness"),
    Goal.WISHES: N_("Wishes"),
    Goal.VARIETY: N_("Variety"),
    Goal.FAMILIAR: N_("Familiar group"),
    Goal.LEARNING: N_("Learning"),
}


MEANINGS: Mapping[Goal, str] = {
    Goal.EVEN: N_(
        "Hours, money and liked work go round evenly over the weeks. Absence is not held against anyone."
    ),
    Goal.WISHES: N_("People get the work and the days that they like, and not those that they do not like."),
    Goal.VARIETY: N_("Nobody is always at the same work, unless the same work is good for them."),
    Goal.FAMILIAR: N_("People are with those with whom they should be, and with a coach whom they know."),
    Goal.LEARNING: N_("People get to do the work that they want to try."),
}
"""Each goal in one plain sentence."""


class Weight(IntEnum):
    """How much a goal counts, in steps that a coach can tell apart."""

    NOT = 0
    LITTLE = 1
    NORMAL = 2
    MUCH = 4


WEIGHTS: Mapping[Weight, str] = {
    Weight.NOT: N_("does not count"),
    Weight.LITTLE: N_("counts a little"),
    Weight.NORMAL: N_("counts"),
    Weight.MUCH: N_("counts much"),
}
USUAL: Mapping[Goal, Weight] = dict.fromkeys(Goal, Weight.NORMAL)
