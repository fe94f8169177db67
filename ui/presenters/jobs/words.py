"""The words of jobs, phases and quotes on the screen; no Qt."""

from datetime import date

from subcontract.jobs.job import Basis, JobSource, JobState, PayForm, SplitRule
from subcontract.jobs.offers import has_expired
from subcontract.jobs.quote import Quote, QuoteState
from subcontract.words import N_, Texts
from ui.presenters.tone import State, Tone

STATES: dict[JobState, tuple[str, Tone, str]] = {
    JobState.ENQUIRY: (N_("Enquiry"), Tone.ATTENTION, "question"),
    JobState.QUOTED: (N_("Quoted"), Tone.INFO, "paper-plane-tilt"),
    JobState.ORDERED: (N_("Ordered"), Tone.INFO, "handshake"),
    JobState.RUNNING: (N_("Running"), Tone.READY, "play-circle"),
    JobState.FINISHED: (N_("Finished"), Tone.READY, "check-circle"),
    JobState.CLOSED: (N_("Closed"), Tone.QUIET, "archive"),
    JobState.LOST: (N_("Lost"), Tone.QUIET, "x-circle"),
}
MOVES: dict[JobState, str] = {
    JobState.ENQUIRY: N_("Back to enquiry"),
    JobState.QUOTED: N_("Mark as quoted"),
    JobState.ORDERED: N_("Mark as ordered"),
    JobState.RUNNING: N_("Start the work"),
    JobState.FINISHED: N_("Mark as finished"),
    JobState.CLOSED: N_("Close the job"),
    JobState.LOST: N_("Mark as lost"),
}
SOURCES = {
    JobSource.DIRECT: N_("Direct enquiry"),
    JobSource.FRAME_AGREEMENT: N_("Frame agreement"),
    JobSource.TENDER: N_("Tender"),
}
BASES = {
    Basis.PIECE: N_("By the piece"),
    Basis.HOUR: N_("By the hour"),
    Basis.DAY: N_("By the day"),
    Basis.FIXED: N_("Fixed price"),
}
UNITS = {
    Basis.PIECE: N_("piece"),
    Basis.HOUR: N_("hour"),
    Basis.DAY: N_("working day"),
    Basis.FIXED: N_("whole"),
}
PAY_FORMS = {PayForm.WAGE: N_("Wage"), PayForm.ALLOWANCE: N_("Work allowance")}
SPLITS = {
    SplitRule.MINUTES: N_("By working time"),
    SplitRule.PIECES: N_("By each one's own pieces"),
    SplitRule.AGREED: N_("By agreed shares"),
    SplitRule.EQUAL: N_("Equally"),
}
SOCIAL = "E:VATEX-EU-132-1G"
VAT_LAW = {
    "AE": N_(
        "Only for construction work, also cleaning of a building site, sold to a buyer who itself sells "
        "construction work (VAT Act, section 8 c). The buyer must have a VAT number. Packing, assembly, yard "
        "work and ordinary cleaning are not construction work."
    ),
    "E": N_("The ground is written on each invoice (VAT Act, section 209 e)."),
    SOCIAL: N_(
        "Only what is social care itself (VAT Act, sections 37 and 38). Results of work sold to outside "
        "customers are not: they are taxable (KHO 1995 T 4976, KHO 1989/268)."
    ),
}
"""What the law says beside a choice."""
QUOTE_STATES: dict[QuoteState, tuple[str, Tone, str]] = {
    QuoteState.SENT: (N_("Waits for an answer"), Tone.INFO, "paper-plane-tilt"),
    QuoteState.ACCEPTED: (N_("Accepted"), Tone.READY, "check-circle"),
    QuoteState.REFUSED: (N_("Refused"), Tone.QUIET, "x-circle"),
    QuoteState.REPLACED: (N_("Replaced by a newer one"), Tone.QUIET, "arrow-u-up-right"),
}


def state_of(state: JobState, texts: Texts) -> State:
    """The state of a job as shown."""
    word, tone, icon = STATES[state]
    return State(texts.say(word), tone, icon)


def quote_state(quote: Quote, on: date, texts: Texts) -> State:
    """The state of a quote as shown; one that nobody answered in time has expired."""
    if has_expired(quote, on):
        return State(texts.say(N_("Expired")), Tone.ATTENTION, "clock")
    word, tone, icon = QUOTE_STATES[quote.state]
    return State(texts.say(word), tone, icon)
