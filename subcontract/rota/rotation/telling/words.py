"""The sentences of the rotation, by code; the blanks are filled and translated at the edge.

``{other}`` of a shift is told by its job and times, which the edge puts in. A reason may be told to
anybody, so it says that somebody is away and never why.
"""

from collections.abc import Mapping

from subcontract.rota.rotation.rules import Rule
from subcontract.rota.rotation.telling.reasons import Reason
from subcontract.words import N_

RULES: Mapping[Rule, str] = {
    Rule.CANCELLED: N_("The shift has been called off."),
    Rule.NOT_ACTIVE: N_("{name} is not here, being no longer a client of the unit."),
    Rule.NO_FORM_OF_WORK: N_("{name} is not here, because no form of work has been agreed for {day}."),
    Rule.AWAY: N_("{name} is not here, because of being away on {day}."),
    Rule.NOT_AVAILABLE: N_("{name} is not here, because {name} cannot usually come {weekdays} {half}."),
    Rule.SKILL_MISSING: N_("{name} is not here, because {name} lacks what the work asks for: {need}."),
    Rule.PERMIT_EXPIRED: N_("{name} is not here, because this ended on {day}: {need}."),
    Rule.NO_COACH: N_("{name} is not here, because the shift has no coach."),
    Rule.OWN_COACH_MISSING: N_("{name} is not here: an own coach is needed, and the shift has none."),
    Rule.BARRED: N_("{name} is not here, because a coach has decided so."),
    Rule.PEER_COACH: N_("{name} is not in the group, because {name} helps the coach on this shift."),
    Rule.OVERLAP: N_("{name} is not here, because of another shift at the same time: {other}."),
    Rule.REST: N_("{name} is not here: the rest between two days would be only {rest_minutes}."),
    Rule.LIMIT_DAYS: N_(
        "{name} is not here: there would be {planned_days} days, and {limit} is {most_days}."
    ),
    Rule.LIMIT_MINUTES: N_(
        "{name} is not here: there would be {planned_minutes} of work, and {limit} is {most_minutes}."
    ),
    Rule.LIMIT_PAY: N_("{name} is not here: {planned_pay} would be over the limit of {most_pay}."),
    Rule.NEVER_WITH: N_("{name} is not here, because {name} and {other} should not be on the same shift."),
    Rule.OWN_COACH_SHARED: N_("{name} is not here: {other} needs an own coach, and there are not enough."),
    Rule.FULL: N_("{name} is not here, because the group is full: {most}."),
}
"""Why somebody is not on a shift, by the rule against it."""
LIMIT_PAY_UNSAID = N_("{name} is not here, because a limit of earnings would be passed.")
"""For those who may not see pay."""
OWN_COACH_OF_OWN = N_("{name} is not here, needing an own coach: there are not enough coaches.")
"""For the one who needs the own coach."""
ANYWAY: Mapping[Rule, str] = {
    Rule.CANCELLED: N_("{name} is here by a coach's choice, although the shift has been called off."),
    Rule.NOT_ACTIVE: N_(
        "{name} is here by a coach's choice, although {name} is no longer a client of the unit."
    ),
    Rule.NO_FORM_OF_WORK: N_(
        "{name} is here by a coach's choice, although no form of work has been agreed for {day}."
    ),
    Rule.AWAY: N_("{name} is here by a coach's choice, although {name} is away on {day}."),
    Rule.NOT_AVAILABLE: N_(
        "{name} is here by a coach's choice, although {name} cannot usually come {weekdays} {half}."
    ),
    Rule.SKILL_MISSING: N_(
        "{name} is here by a coach's choice, although {name} lacks what the work asks for: {need}."
    ),
    Rule.PERMIT_EXPIRED: N_("{name} is here by a coach's choice, although this ended on {day}: {need}."),
    Rule.NO_COACH: N_("{name} is here by a coach's choice, although the shift has no coach."),
    Rule.OWN_COACH_MISSING: N_(
        "{name} is here by a coach's choice, although an own coach is needed, and the shift has none."
    ),
    Rule.BARRED: N_("{name} is here by a coach's choice, although a coach has also decided against it."),
    Rule.PEER_COACH: N_("{name} is here by a coach's choice, although {name} helps the coach on this shift."),
    Rule.OVERLAP: N_(
        "{name} is here by a coach's choice, although {name} has another shift at the same time: {other}."
    ),
    Rule.REST: N_(
        "{name} is here by a coach's choice, although the rest between two days is only {rest_minutes}."
    ),
    Rule.LIMIT_DAYS: N_(
        "{name} is here by a coach's choice, although there are {planned_days} days "
        "and {limit} is {most_days}."
    ),
    Rule.LIMIT_MINUTES: N_(
        "{name} is here by a coach's choice, although there is {planned_minutes} of work "
        "and {limit} is {most_minutes}."
    ),
    Rule.LIMIT_PAY: N_(
        "{name} is here by a coach's choice, although earnings are {planned_pay} and the limit is {most_pay}."
    ),
    Rule.NEVER_WITH: N_(
        "{name} is here by a coach's choice, although {name} and {other} should not be on the same shift."
    ),
    Rule.OWN_COACH_SHARED: N_(
        "{name} is here by a coach's choice, although {other} needs an own coach, and there are not enough."
    ),
    Rule.FULL: N_(
        "{name} is here by a coach's choice, although the group has {number} people, {most} at most."
    ),
}
"""Why somebody was put on a shift against a rule: a coach chose so, and the rule that is against it."""
ANYWAY_PAY_UNSAID = N_("{name} is here by a coach's choice, although a limit of earnings is passed.")
ANYWAY_OWN_COACH = N_(
    "{name} is here by a coach's choice, although {name} needs an own coach and there are not enough."
)
"""The same for those who may not see pay, and for the one who needs the own coach."""
LIMIT, LIMIT_OF_WEEK, LIMIT_OF_MONTH = (
    N_("the limit"),
    N_("the limit of the week"),
    N_("the limit of the month"),
)
"""What a limit of days or of hours is called in the sentences."""
IF: Mapping[Rule, str] = {
    Rule.NO_FORM_OF_WORK: N_("{name} could come if a form of work were agreed for {day}."),
    Rule.AWAY: N_("{name} could come if the time away ended before {day}."),
    Rule.NOT_AVAILABLE: N_("{name} could come if this time suits after all: {weekdays} {half}."),
    Rule.SKILL_MISSING: N_("{name} could come after learning or getting this: {need}."),
    Rule.PERMIT_EXPIRED: N_("{name} could come after renewing what ended on {day}: {need}."),
    Rule.NO_COACH: N_("{name} could come if the shift had a coach."),
    Rule.OWN_COACH_MISSING: N_("{name} could come with an own coach."),
    Rule.BARRED: N_("{name} could come if the coach's decision against it were taken back."),
    Rule.OVERLAP: N_("{name} could come by leaving another shift: {other}."),
    Rule.REST: N_("{name} could come if a rest of {rest_minutes} between two days is enough."),
    Rule.LIMIT_DAYS: N_("{name} could come if there may be {planned_days} days; {limit} is {most_days}."),
    Rule.LIMIT_MINUTES: N_(
        "{name} could come if there may be {planned_minutes} of work; {limit} is {most_minutes}."
    ),
    Rule.LIMIT_PAY: N_("{name} could come if earnings may be {planned_pay}; the limit is {most_pay}."),
    Rule.OWN_COACH_SHARED: N_("{name} could come if there were one coach more."),
    Rule.FULL: N_("{name} could come if the group may be larger than {most}."),
}
"""What it would take for somebody to come; the other rules are never given way on."""
IF_PAY_UNSAID = N_("{name} could come if the limit of earnings allows it: ask the job coach.")
REASONS: Mapping[Reason, str] = {
    Reason.LOCKED: N_("{name} is here, because a coach has decided so."),
    Reason.NOBODY_ELSE: N_("{name} is here, because there is nobody else who could come."),
    Reason.ALREADY_TOLD: N_("{name} is here, because it has already been told so."),
    Reason.ALREADY_PLANNED: N_("{name} is here, because the plan is changed as little as possible."),
    Reason.EQUAL: N_("{name} is here, being as right for this as the others are."),
    Reason.CHOSEN: N_("{name} is here by choice: others could be here as well."),
    Reason.LEAST_WORK: N_(
        "{name} is here, having had the least work of those who could come: {had_minutes} in the last "
        "weeks, an even part is about {even_minutes}."
    ),
    Reason.LESS_WORK: N_(
        "{name} is here, having had less work than an even part: {had_minutes} in the last weeks, "
        "an even part is about {even_minutes}."
    ),
    Reason.LESS_PLANNED: N_(
        "{name} is here, because others have more work in this plan: {planned_minutes} altogether, "
        "an even part is about {fair_minutes}."
    ),
    Reason.EVENEST: N_("{name} is here, because the work is most even like this."),
    Reason.LESS_GOOD: N_(
        "{name} is here, having had the jobs that all like less often than others; before this: {good}."
    ),
    Reason.LESS_PAY: N_("{name} is here, having earned less than others for the time there was."),
    Reason.WISHED_FOR: N_("{name} is here, because {name} has wished for this work."),
    Reason.WISHED_DAY: N_("{name} is here, because {name} has wished for this weekday."),
    Reason.SUITS_BETTER: N_(
        "{name} is here, because this suits the wishes of {name} better than those of others."
    ),
    Reason.WANTS_TO_TRY: N_("{name} is here, because {name} wants to try this work."),
    Reason.OTHER_WORK: N_(
        "{name} is here, having done this work less often than others; before this: {turns}."
    ),
    Reason.KNOWS_COACH: N_("{name} is here, because the coach is familiar."),
    Reason.KNOWS_THEM: N_("{name} is here, because there is somebody familiar in the group."),
    Reason.OTHERS_STRANGE: N_("{name} is here, because others would rather be with somebody familiar."),
    Reason.ENOUGH_PEOPLE: N_("{name} is not here, because there are enough people: {number}."),
    Reason.COULD_COME: N_("{name} could come: there is room, and nothing is against it."),
    Reason.LOCKED_SINCE: N_("{name} is not here yet: a coach has locked {name} here after this plan."),
    Reason.EQUAL_OTHERS: N_("{name} is not here, because others are as right for this."),
    Reason.CHOSEN_OTHERS: N_("{name} is not here, because others were chosen: {name} could be here as well."),
    Reason.EVENEST_OTHERS: N_("{name} is not here, because the work is most even like this."),
    Reason.HAD_MORE: N_(
        "{name} is not here, having had more work than an even part: {had_minutes} in the last weeks, "
        "an even part is about {even_minutes}."
    ),
    Reason.HAS_PLANNED: N_(
        "{name} is not here, having {planned_minutes} of work in this plan already; "
        "an even part is about {fair_minutes}."
    ),
    Reason.OTHERS_HAD_LESS: N_("{name} is not here, because the others have had less work."),
    Reason.MORE_GOOD: N_(
        "{name} is not here, having had the jobs that all like more often than others: {good}."
    ),
    Reason.MORE_PAY: N_("{name} is not here, having earned more than others for the time there was."),
    Reason.NOT_WISHED_FOR: N_("{name} is not here, because {name} would rather not do this work."),
    Reason.NOT_WISHED_DAY: N_("{name} is not here, because {name} would rather not work on this weekday."),
    Reason.OTHER_WISHES: N_("{name} is not here, because this suits the wishes of others better."),
    Reason.HAD_OFTEN: N_("{name} is not here, having had this work more often than others: {turns}."),
    Reason.OTHERS_KNOW: N_("{name} is not here, because others have somebody familiar in the group."),
    Reason.OTHERS_TRY: N_("{name} is not here, because somebody else wants to try this work."),
}
PAY_UNSAID: Mapping[Reason, Reason] = {
    Reason.LESS_PAY: Reason.EVENEST,
    Reason.MORE_PAY: Reason.EVENEST_OTHERS,
}
"""What is told to those who may not see pay."""
