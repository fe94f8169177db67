"""How the unit's invoices look on paper, and what stands above their lines; no Qt."""

from subcontract.invoicing.terms import Layout
from subcontract.invoicing.terms_check import LONGEST_OPENING
from subcontract.words import N_
from ui.presenters.forms.fields import Choice, FieldKind, FieldSpec
from ui.presenters.settings.terms_part import plain_part

GROUP = N_("Invoices on paper")
LAYOUTS = {
    Layout.CLASSIC: N_("Airy: a row for each line, its days below the text"),
    Layout.COMPACT: N_("Close: smaller rows, for invoices of many lines"),
}
PAPER = plain_part(
    FieldSpec(
        name="layout",
        label=N_("Layout of the invoice"),
        kind=FieldKind.CHOICE,
        required=True,
        group=GROUP,
        choices=tuple(Choice(value=one, label=word) for one, word in LAYOUTS.items()),
    ),
    FieldSpec(
        name="opening",
        label=N_("Words above the lines"),
        kind=FieldKind.MULTILINE,
        group=GROUP,
        max_length=LONGEST_OPENING,
        help=N_("The same on every invoice, in the language in which you write them."),
    ),
    FieldSpec(
        name="qr_code",
        label=N_("A QR code on the giro slip"),
        kind=FieldKind.FLAG,
        group=GROUP,
        help=N_("A household pays by pointing a phone at it. Firms seldom need it."),
    ),
)
