"""Fields of an e-invoice address, of a customer and of the unit itself; no Qt."""

from subcontract.jobs.customer import EInvoiceFormat
from subcontract.words import N_, Texts
from ui.operators import operator_name, operators
from ui.presenters.forms.fields import Choice, FieldKind, FieldSpec
from ui.presenters.forms.form import FormPresenter
from ui.presenters.invoices.e_invoices.e_invoice_words import FORMATS

ADDRESS_HELP = N_("Begins with 0037 and the business ID, or is an account number.")
OPERATOR_HELP = N_("The operator's code, or its name when it is a known one.")


def way(group: str) -> tuple[FieldSpec, FieldSpec]:
    """The address and the operator."""
    return (
        FieldSpec(
            name="e_invoice_address",
            label=N_("E-invoice address"),
            group=group,
            max_length=40,
            help=ADDRESS_HELP,
        ),
        FieldSpec(
            name="e_invoice_operator",
            label=N_("E-invoice operator"),
            group=group,
            max_length=40,
            help=OPERATOR_HELP,
        ),
    )


def format_of(group: str) -> FieldSpec:
    """How the customer takes its invoices."""
    return FieldSpec(
        name="e_invoice_format",
        label=N_("Invoices go as"),
        kind=FieldKind.CHOICE,
        required=True,
        group=group,
        choices=tuple(Choice(value=one, label=word) for one, word in FORMATS.items()),
        help=N_("Finvoice goes to Finnish operators, UBL to the network of Peppol."),
    )


def note_operator(form: FormPresenter, texts: Texts) -> None:
    """Tell beside the code whose it is, or whose codes are known while there is none."""
    typed = form.typed.get("e_invoice_operator", "").strip()
    name = operator_name(typed)
    form.echoes.pop("e_invoice_operator", None)
    form.notes.pop("e_invoice_operator", None)
    if name:
        form.echoes["e_invoice_operator"] = name
    elif not typed and form.typed.get("e_invoice_address", "").strip():
        known = ", ".join(operators().values())
        form.notes["e_invoice_operator"] = texts.say(N_("Known by name: {names}."), names=known)


def note_format(form: FormPresenter, texts: Texts) -> None:
    """Tell when the address does not fit the way that was chosen."""
    address, chosen = form.typed.get("e_invoice_address", "").strip(), form.picked.get("e_invoice_format")
    form.notes.pop("e_invoice_format", None)
    if chosen is EInvoiceFormat.UBL and address and not address.startswith("0037"):
        form.notes["e_invoice_format"] = texts.say(N_("Peppol needs an address that begins with 0037."))
    elif chosen in {EInvoiceFormat.FINVOICE, EInvoiceFormat.UBL} and not address:
        form.notes["e_invoice_format"] = texts.say(N_("The e-invoice address is still missing."))
