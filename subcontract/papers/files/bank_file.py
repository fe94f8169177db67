"""Credit transfers to persons: pain.001.001.09 and .03 (ISO 20022; formats of Finnish banks).

Addresses are left out: a euro payment within the EEA needs none, and unstructured ones are refused since
15 November 2026. A payment carries a message or nothing, never a client's reason for it.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from subcontract.money import ZERO, Money, total
from subcontract.papers.files.xml import Part, bank_text, document, root_of
from subcontract.problems import Code, Problem, Refused

NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001."
LONGEST_NAME, LONGEST_MESSAGE, LONGEST_ID = 70, 140, 35


class BankFileVersion(StrEnum):
    """The current version and the old one that some banks still ask for."""

    CURRENT = "09"
    OLD = "03"


@dataclass(frozen=True, slots=True, kw_only=True)
class BankPayment:
    """One person's money."""

    end_to_end: str
    """Unique within the payer's files, at most 35 characters."""
    name: str
    iban: str
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class BankFileFacts:
    """One batch from one account on one day."""

    message: str
    """The file's own id, at most 35 characters; the control list names it too."""
    made_at: datetime
    """Local time."""
    pay_day: date
    payer: str
    payer_id: str
    """Business id, digits alone."""
    payer_town: str
    iban: str
    text: str
    """What stands on the receiver's statement."""
    salary: bool
    """Category purpose SALA, between Finnish banks only."""
    payments: tuple[BankPayment, ...]

    @property
    def total(self) -> Money:
        """The control sum."""
        return total(payment.amount for payment in self.payments)


def bank_file(facts: BankFileFacts, version: BankFileVersion = BankFileVersion.CURRENT) -> bytes:
    """The file; refuses an empty batch, sums of nothing or less, twins of an id and missing accounts."""
    problems = tuple(_problems(facts))
    if problems:
        raise Refused(*problems)
    root = root_of("Document", NAMESPACE + version)
    return document(
        root, [("CstmrCdtTrfInitn", [("GrpHdr", _head(facts)), ("PmtInf", _batch(facts, version))])]
    )


def _problems(facts: BankFileFacts) -> list[Problem]:
    found = []
    if not facts.payments:
        found.append(Problem(code=Code.NOTHING_TO_DO, field="payments"))
    if not facts.iban:
        found.append(Problem(code=Code.REQUIRED, field="iban"))
    for at, payment in enumerate(facts.payments):
        if payment.amount <= ZERO:
            found.append(Problem(code=Code.TOO_SMALL, field=f"payments.{at}.amount"))
        if not payment.iban:
            found.append(Problem(code=Code.REQUIRED, field=f"payments.{at}.iban"))
    ids = [payment.end_to_end for payment in facts.payments]
    if len(set(ids)) < len(ids):
        found.append(Problem(code=Code.TWICE_IN_LIST, field="payments"))
    if any(not 0 < len(one) <= LONGEST_ID for one in (facts.message, *ids)):
        found.append(Problem(code=Code.TOO_LONG, field="payments", facts={"most": LONGEST_ID}))
    return found


def _head(facts: BankFileFacts) -> list[Part]:
    """Who sends, and the control sum."""
    identity: Part = (
        "Id",
        [("OrgId", [("Othr", [("Id", facts.payer_id), ("SchmeNm", [("Cd", "BANK")])])])]
        if facts.payer_id
        else [],
    )
    return [
        ("MsgId", facts.message),
        ("CreDtTm", facts.made_at.strftime("%Y-%m-%dT%H:%M:%S")),
        *_sums(facts),
        ("InitgPty", [("Nm", bank_text(facts.payer, LONGEST_NAME)), identity]),
    ]


def _sums(facts: BankFileFacts) -> list[Part]:
    return [("NbOfTxs", str(len(facts.payments))), ("CtrlSum", str(facts.total))]


def _batch(facts: BankFileFacts, version: BankFileVersion) -> list[Part]:
    """The one batch: account, day, kind, and the payments."""
    day = facts.pay_day.isoformat()
    kind: list[Part] = [("SvcLvl", [("Cd", "SEPA")])]
    if facts.salary:
        kind.append(("CtgyPurp", [("Cd", "SALA")]))
    town: list[Part] = [("TwnNm", bank_text(facts.payer_town, 35)), ("Ctry", "FI")]
    return [
        ("PmtInfId", facts.message),
        ("PmtMtd", "TRF"),
        ("BtchBookg", "true"),
        *_sums(facts),
        ("PmtTpInf", kind),
        ("ReqdExctnDt", day if version is BankFileVersion.OLD else [("Dt", day)]),
        (
            "Dbtr",
            [("Nm", bank_text(facts.payer, LONGEST_NAME)), ("PstlAdr", town if facts.payer_town else [])],
        ),
        ("DbtrAcct", _account(facts.iban)),
        # The bank is known by the account: no BIC is needed for euro payments.
        ("DbtrAgt", [("FinInstnId", [("Othr", [("Id", "NOTPROVIDED")])])]),
        ("ChrgBr", "SLEV"),
        *(("CdtTrfTxInf", _payment(payment, facts.text)) for payment in facts.payments),
    ]


def _account(iban: str) -> list[Part]:
    return [("Id", [("IBAN", iban.replace(" ", ""))])]


def _payment(payment: BankPayment, text: str) -> list[Part]:
    """One transfer."""
    message: list[Part] = [("Ustrd", bank_text(text, LONGEST_MESSAGE))]
    return [
        ("PmtId", [("EndToEndId", payment.end_to_end)]),
        ("Amt", [("InstdAmt Ccy=EUR", str(payment.amount))]),
        ("Cdtr", [("Nm", bank_text(payment.name, LONGEST_NAME))]),
        ("CdtrAcct", _account(payment.iban)),
        ("RmtInf", message if text else []),
    ]
