"""What the states of invoices are called, and what a customer sees as a price; no Qt."""

from subcontract.actions.act import Done
from subcontract.invoicing.states import InvoiceState
from subcontract.money import ZERO, Money
from subcontract.words import N_, Texts
from ui.presenters.tone import State, Tone

STATES: dict[InvoiceState, tuple[str, Tone, str]] = {
    InvoiceState.DRAFT: (N_("Draft"), Tone.INFO, "pencil-simple"),
    InvoiceState.OPEN: (N_("Awaiting payment"), Tone.NONE, "paper-plane-tilt"),
    InvoiceState.PARTLY_PAID: (N_("Partly paid"), Tone.INFO, "coin"),
    InvoiceState.OVERDUE: (N_("Overdue"), Tone.WRONG, "warning-circle"),
    InvoiceState.PAID: (N_("Paid in full"), Tone.READY, "check-circle"),
    InvoiceState.OVERPAID: (N_("Paid too much"), Tone.ATTENTION, "warning"),
    InvoiceState.PARTLY_CREDITED: (N_("Partly credited"), Tone.INFO, "arrow-u-up-left"),
    InvoiceState.CREDITED: (N_("Credited"), Tone.QUIET, "arrow-u-up-left"),
    InvoiceState.CREDIT_NOTE: (N_("Credit note"), Tone.QUIET, "arrow-u-up-left"),
}


def state_words(state: InvoiceState, texts: Texts) -> State:
    """A state as icon and word."""
    word, tone, icon = STATES[state]
    return State(texts.say(word), tone, icon)


def paid_words(done: Done, texts: Texts) -> str:
    """What is open of an invoice after an act on its payments."""
    number, left = str(done.facts["number"]), done.facts["left"]
    if not isinstance(left, Money) or not left:
        return texts.say(N_("Saved. Invoice {number} is paid in full."), number=number)
    if left < ZERO:
        sentence = N_("Saved. For invoice {number} {left} too much has been paid: give it back.")
        return texts.say(sentence, number=number, left=-left)
    return texts.say(N_("Saved. Of invoice {number} {left} is still open."), number=number, left=left)


def credited_words(done: Done) -> str:
    """The marked sentence after a credit note, or after the invoice that takes one back."""
    if "takes_back" in done.facts:
        return N_("Invoice {number} was issued, {total}. It takes the credit note back.")
    return N_("Credit note {number} was issued, {total}.")


def to_credit_state(texts: Texts) -> State:
    """Work that was corrected downwards after its invoice, and no more new work than that."""
    return State(texts.say(N_("To be credited: see Corrections")), Tone.ATTENTION, "arrow-u-up-left")
