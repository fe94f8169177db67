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
