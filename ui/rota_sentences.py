"""The sentences of what is wrong with wishes, rosters and groups; see ``ui.problem_sentences``; no Qt."""

from collections.abc import Mapping

from subcontract.problems import Code
from subcontract.words import N_

ROTA_SENTENCES: Mapping[Code, tuple[str, ...]] = {
    Code.BOTH_WAYS: (
        N_("{name} is both wished for and not wished for. Take one of them away."),
        N_("The same day is both wished for and not wished for. Take one of them away."),
    ),
    Code.KEPT_APART: (
        N_(
            "{name} and {client} must never be on the same shift: it says so in the basic data. "
            "Take one of the two away."
        ),
        N_("These two must never be on the same shift. Take one of the two away."),
    ),
    Code.WISHED_TOGETHER: (
        N_(
            "{client} and {name} are wished to be on the same shift: it says so under wishes. "
            "Take one of the two away."
        ),
        N_("These two are wished to be on the same shift. Take one of the two away."),
    ),
    Code.STRETCHES_OVERLAP: (N_("The stretches of the day overlap. Check the times."),),
    Code.TOO_MANY_STRETCHES: (
        N_("At most {most} stretches fit in a day."),
        N_("These are too many stretches for a day."),
    ),
    Code.NOT_WORKING_HOURS: (
        N_("These are not working hours. Write them like 8-16, or 8-11, 12-16. Empty means not at work."),
    ),
    Code.IS_PEER_COACH: (
        N_("{name} is the peer coach of this shift and helps the coach, so cannot be in the group too."),
        N_("The peer coach of a shift cannot be in its group too."),
    ),
    Code.ON_THE_SHIFT: (
        N_("{name} is in the group of this shift. Take them off the shift first, or choose somebody else."),
        N_("This person is in the group of the shift. Take them off the shift first."),
    ),
}
