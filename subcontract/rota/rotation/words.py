"""The sentences of the rotation, by code; the blanks are filled and translated at the edge.

``{job}`` and ``{other}`` of shifts are ids in the facts; the edge puts the names in.
"""

from collections.abc import Mapping

from subcontract.rota.rotation.rules import Rule
from subcontract.rota.rotation.why import Reason
from subcontract.words import N_

RULES: Mapping[Rule, str] = {
    Rule.CANCELLED: N_("The shift has been called off."),
    Rule.NOT_ACTIVE: N_("{name} is not here, being no longer a client of the unit."),
    Rule.NO_FORM_OF_WORK: N_("{name} is not here, because no form of work has been agreed for {day}."),
    Rule.AWAY: N_("{name} is not here, because of being away on {day}: {kind}."),
    Rule.NOT_AVAILABLE: N_("{name} is not here, because this time does not suit: {day} {half}."),
    Rule.SKILL_MISSING: N_("{name} is not here, because the work asks for this: {need}."),
    Rule.PERMIT_EXPIRED: N_("{name} is not here, because a permit ended on {day}: {need}."),
    Rule.NO_COACH: N_("{name} is not here, because the shift has no coach."),
    Rule.OWN_COACH_MISSING: N_("{name} is not here: an own coach is needed, and the shift has none."),
    Rule.BARRED: N_("{name} is not here, because a coach has decided so."),
    Rule.OVERLAP: N_("{name} is not here, because of another shift at the same time: {other}."),
    Rule.REST: N_("{name} is not here: the rest between two days would be only {rest_minutes}."),
    Rule.LIMIT_DAYS: N_("{name} is not here: {planned_days} days would be over the limit of {most_days}."),
    Rule.LIMIT_MINUTES: N_(
        "{name} is not here: {planned_minutes} would be over the limit of {most_minutes}."
    ),
    Rule.LIMIT_PAY: N_("{name} is not here: {planned_pay} would be over the limit of {most_pay}."),
    Rule.NEVER_WITH: N_("{name} is not here, because {name} and {other} should not be on the same shift."),
    Rule.OWN_COACH_SHARED: N_("{name} is not here: {other} needs an own coach, and there are not enough."),
    Rule.FULL: N_("{name} is not here, because the group is full: {most}."),
}
REASONS: Mapping[Reason, str] = {
    Reason.LOCKED: N_("{name} is here, because a coach has decided so."),
    Reason.NOBODY_ELSE: N_("{name} is here, because nobody else could come."),
    Reason.LESS_WORK: N_("{name} is here, having had less work than the others for the time there was."),
    Reason.WISHED_FOR: N_(
        "{name} is here, because this suits the wishes of {name} better than those of others."
    ),
    Reason.WANTS_TO_TRY: N_("{name} is here, because {name} wants to try this work."),
    Reason.OTHER_WORK: N_("{name} is here, having done this work less often than the others."),
    Reason.KNOWS_THEM: N_("{name} is here, because there is somebody familiar in the group."),
    Reason.ALREADY_TOLD: N_("{name} is here, because it has already been told so."),
    Reason.ALTOGETHER: N_("This is best for everybody together."),
    Reason.OTHERS_HAD_LESS: N_("{name} is not here, because the others have had less work."),
    Reason.NOT_WISHED_FOR: N_("{name} is not here, because {name} has not wished for this."),
    Reason.OTHERS_WISHED: N_("{name} is not here, because others wished for this."),
    Reason.HAD_OFTEN: N_("{name} is not here, having had this work more often than the others."),
    Reason.OTHERS_TRY: N_("{name} is not here, because somebody else wants to try this work."),
    Reason.OTHERS_KNOW: N_("{name} is not here, because others have somebody familiar in the group."),
    Reason.ENOUGH_PEOPLE: N_("{name} is not here, because there are enough people."),
}
