"""What the states of invoices are called, and what a customer sees as a price; no Qt."""

from subcontract.invoicing.states import InvoiceState
from subcontract.words import N_, Texts
from ui.presenters.tone import State, Tone

STATES: dict[InvoiceState, tuple[str, Tone, str]] = {
    InvoiceState.DRAFT: (N_("Draft"), Tone.INFO, "pencil-simple"),
    InvoiceState.OPEN: (N_("Awaiting payment"), Tone.NONE, "paper-plane-tilt"),
    InvoiceState.OVERDUE: (N_("Overdue"), Tone.WRONG, "warning-circle"),
    InvoiceState.PARTLY_CREDITED: (N_("Partly credited"), Tone.INFO, "arrow-u-up-left"),
    InvoiceState.CREDITED: (N_("Credited"), Tone.QUIET, "arrow-u-up-left"),
    InvoiceState.CREDIT_NOTE: (N_("Credit note"), Tone.QUIET, "arrow-u-up-left"),
}


def state_words(state: InvoiceState, texts: Texts) -> State:
    """A state as icon and word."""
    word, tone, icon = STATES[state]
    return State(texts.say(word), tone, icon)
