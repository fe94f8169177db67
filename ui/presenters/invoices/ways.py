"""Ways to undo an issued paper: crediting, replacing, taking a note back; their words and fields; no Qt."""

from enum import StrEnum

from subcontract.words import N_
from ui.presenters.forms.fields import FieldKind, FieldSpec
from ui.presenters.tables.table import CellKind, Column

COLUMNS = (
    Column(key="text", title=N_("Text"), grows=True),
    Column(key="net", title=N_("Without VAT"), kind=CellKind.MONEY, total=True),
    Column(key="left", title=N_("Can be credited"), kind=CellKind.MONEY, total=True, worth=0),
    Column(key="credit", title=N_("Credit now"), kind=CellKind.MONEY, total=True, editable=True),
)
FIELDS = (
    FieldSpec(
        name="amount",
        label=N_("Credit a sum over all lines"),
        kind=FieldKind.MONEY,
        help=N_("It is shared out over the lines by what is left of each, to the cent."),
    ),
    FieldSpec(name="with_vat", label=N_("The sum is with VAT"), kind=FieldKind.FLAG),
    FieldSpec(
        name="note",
        label=N_("Reason for the customer"),
        kind=FieldKind.MULTILINE,
        max_length=1000,
        help=N_("The customer reads this on the paper."),
    ),
)
SHARING = frozenset({"amount", "with_vat"})


class Way(StrEnum):
    """What is being done to the invoice or note that is open."""

    CREDIT = "credit"
    REPLACE = "replace"
    TAKE_BACK = "take_back"


EXPLAINED = {
    Way.CREDIT: N_(
        "Change the amounts to credit only a part. What is credited in full can be invoiced again."
    ),
    Way.REPLACE: N_(
        "All that is left of the invoice is credited now, and a draft of the same lines, work and texts is "
        "made. Mend the draft and issue it. The credit note stays also when the draft is discarded."
    ),
    Way.TAKE_BACK: N_(
        "A new invoice charges the same lines, prices and VAT as the credit note, and the work that the "
        "note freed is invoiced again."
    ),
}
VERBS = {
    Way.CREDIT: N_("Credit {total}"),
    Way.REPLACE: N_("Credit {total} and make a draft"),
    Way.TAKE_BACK: N_("Invoice {total} again"),
}
QUESTIONS = {
    Way.CREDIT: N_("Issue a credit note of invoice {number}, {total}?"),
    Way.REPLACE: N_("Issue a credit note of invoice {number}, {total}, and make a draft in its place?"),
    Way.TAKE_BACK: N_("Issue an invoice that takes credit note {number} back, {total}?"),
}
