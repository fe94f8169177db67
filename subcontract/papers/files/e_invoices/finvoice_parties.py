"""Who sends, sells, buys and is paid, as Finvoice says it."""

from subcontract.codes import print_business_id
from subcontract.invoicing.records import Invoice, Party
from subcontract.papers.files.e_invoices.elements import Element, el, empty
from subcontract.papers.files.e_invoices.finvoice_values import day, money_of
from subcontract.papers.files.e_invoices.pieces import Carried, pieces

LONGEST_NAME, LONGEST_LINE, MOST_STREETS = 70, 35, 3
OVT_SCHEME = "0216"
BUSINESS_ID_LENGTH = 8


def message_details(invoice: Invoice, carried: Carried, identifier: str, at: str) -> list[Element]:
    """From where to where, when the addresses and operators of both are known."""
    sender, receiver = invoice.seller, invoice.buyer
    if not all(
        (
            sender.e_invoice_address,
            sender.e_invoice_operator,
            receiver.e_invoice_address,
            receiver.e_invoice_operator,
        )
    ):
        for code, operator in (
            ("SELLEROPERATOR", sender.e_invoice_operator),
            ("BUYEROPERATOR", receiver.e_invoice_operator),
        ):
            carried.define(code, carried.label, operator)
        return []
    details = [
        el("MessageIdentifier", identifier),
        el("MessageTimeStamp", at),
        el("SpecificationIdentifier", "EN16931"),
    ]
    return [
        el(
            "MessageTransmissionDetails",
            [
                el("MessageSenderDetails", _way("From", sender)),
                el("MessageReceiverDetails", _way("To", receiver)),
                el("MessageDetails", details),
            ],
        )
    ]


def _way(side: str, party: Party) -> list[Element]:
    scheme = OVT_SCHEME if is_ovt(party.e_invoice_address) else ""
    return [
        el(f"{side}Identifier", party.e_invoice_address, SchemeID=scheme),
        el(f"{side}Intermediator", party.e_invoice_operator),
    ]


def is_ovt(address: str) -> bool:
    """Whether an e-invoice address is an OVT code and not an account."""
    return address[:1].isdecimal()


def seller(invoice: Invoice, carried: Carried) -> list[Element]:
    """The seller, how to reach it, and its place in the tax register when it has no VAT id."""
    party = invoice.seller
    registered = "" if party.vat_id else printed_id(party)
    return [
        el("SellerPartyDetails", _party("Seller", party, carried)),
        el("SellerOrganisationUnitNumber", party.e_invoice_address),
        el("SellerContactPersonName", carried.first(party.contact_name, LONGEST_NAME, "SELLERCONTACT")),
        _reached("Seller", party, carried),
        el("SellerInformationDetails", [el("SellerTaxRegistrationText", registered)]),
    ]


def buyer(invoice: Invoice, carried: Carried) -> list[Element]:
    """The buyer and how to reach it."""
    party = invoice.buyer
    return [
        el("BuyerPartyDetails", _party("Buyer", party, carried)),
        el("BuyerOrganisationUnitNumber", party.e_invoice_address),
        el("BuyerContactPersonName", carried.first(party.contact_name, LONGEST_NAME, "BUYERCONTACT")),
        _reached("Buyer", party, carried),
    ]


def printed_id(party: Party) -> str:
    """The business id with its hyphen, or as a foreign register has it."""
    digits = party.business_id
    if len(digits) == BUSINESS_ID_LENGTH and digits.isdecimal():
        return print_business_id(digits)
    return digits


def _party(side: str, party: Party, carried: Carried) -> list[Element]:
    return [
        el(f"{side}PartyIdentifier", carried.first(printed_id(party), LONGEST_LINE, f"{side.upper()}ID")),
        *(el(f"{side}OrganisationName", name) for name in pieces(carried.text(party.name), LONGEST_NAME)),
        el(f"{side}OrganisationTaxCode", carried.first(party.vat_id, LONGEST_LINE, f"{side.upper()}VAT")),
        el(f"{side}PostalAddressDetails", _address(side, party, carried)),
    ]


def _address(side: str, party: Party, carried: Carried) -> list[Element]:
    """Street, town and postcode, which stand together or not at all."""
    address, code = party.address, side.upper()
    if not address.street:
        return []
    streets = carried.cut(address.street, LONGEST_LINE, f"{code}STREET", most=MOST_STREETS)
    return [
        *(el(f"{side}StreetName", street) for street in streets),
        el(f"{side}TownName", carried.first(address.town, LONGEST_LINE, f"{code}TOWN")),
        el(f"{side}PostCodeIdentifier", carried.text(address.postcode)),
        el("CountryCode", address.country),
    ]


def _reached(side: str, party: Party, carried: Carried) -> Element:
    code = side.upper()
    return el(
        f"{side}CommunicationDetails",
        [
            el(f"{side}PhoneNumberIdentifier", carried.first(party.phone, LONGEST_LINE, f"{code}PHONE")),
            el(f"{side}EmailaddressIdentifier", carried.first(party.email, LONGEST_NAME, f"{code}EMAIL")),
        ],
    )


def epi(invoice: Invoice, carried: Carried) -> Element:
    """What the payer's bank needs: account, reference, sum, day."""
    name = pieces(carried.text(invoice.seller.name), LONGEST_LINE)[0]
    scheme = "ISO" if invoice.reference.startswith("RF") else "SPY"
    sum_ = str(money_of(invoice, invoice.total)).replace(".", ",")
    identity = [day("EpiDate", invoice.day), el("EpiReference", str(invoice.number))]
    receiver = [
        el("EpiNameAddressDetails", name),
        el("EpiAccountID", invoice.seller.iban, IdentificationSchemeName="IBAN"),
    ]
    payment = [
        el("EpiRemittanceInfoIdentifier", invoice.reference, IdentificationSchemeName=scheme),
        el("EpiInstructedAmount", sum_, AmountCurrencyIdentifier="EUR"),
        el("EpiCharge", "SLEV", ChargeOption="SLEV"),
        day("EpiDateOptionDate", invoice.due),
        el("EpiPaymentMeansCode", "58"),
    ]
    return el(
        "EpiDetails",
        [
            el("EpiIdentificationDetails", identity),
            el(
                "EpiPartyDetails",
                [empty("EpiBfiPartyDetails"), el("EpiBeneficiaryPartyDetails", receiver)],
            ),
            el("EpiPaymentInstructionDetails", payment),
        ],
    )
