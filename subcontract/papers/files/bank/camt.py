"""Reads camt.053 and camt.054 of any version by the names of their parts, booking by booking.

The parser hands its finds over one by one and nothing of the file is kept but what is wanted, so that a
file of any size and shape takes bounded memory. No document type, no entities, no network.
"""

import re
from collections.abc import Callable
from typing import Final, cast

from lxml import etree

from subcontract.invoicing.bank.bookings import BankFormat, Transaction
from subcontract.papers.files.bank.camt_entries import Part, account_of, transactions_of
from subcontract.papers.files.bank.reading import Place, must_not_be_too_many
from subcontract.problems import Code, refuse

Step = Callable[[int, int], None]

CONTAINERS: Final = {"BkToCstmrStmt": BankFormat.CAMT_053, "BkToCstmrDbtCdtNtfctn": BankFormat.CAMT_054}
NAMESPACE: Final = re.compile(r"urn:iso:std:iso:20022:tech:xsd:camt\.05[34]\.001\.[0-9]{2}", re.ASCII)
STATEMENTS: Final = frozenset({"Stmt", "Ntfctn"})
INSIDE: Final = {
    "Acct": frozenset({"Id", "IBAN", "Othr"}),
    "Ntry": frozenset(
        {
            *("Amt", "CdtDbtInd", "RvslInd", "Sts", "Cd", "Prtry", "BookgDt", "ValDt", "Dt", "DtTm"),
            *("AcctSvcrRef", "AddtlNtryInf", "NtryDtls", "TxDtls", "Refs"),
            *("AmtDtls", "TxAmt", "CntrValAmt", "InstdAmt"),
            *("RltdPties", "Dbtr", "Cdtr", "UltmtDbtr", "UltmtCdtr", "Pty", "Nm"),
            *("RmtInf", "Ustrd", "Strd", "CdtrRefInf", "Ref", "AddtlTxInf"),
        }
    ),
}
"""What is read of an account and of a booking; all else is passed over."""
ENCODING: Final = re.compile(rb"<\?xml[^>]{0,80}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
ENCODINGS: Final = frozenset({"utf-8", "us-ascii", "iso-8859-1", "iso-8859-15", "windows-1252"})
DOCTYPE: Final = b"<!DOCTYPE"
UTF_8_MARK: Final = b"\xef\xbb\xbf"
AT_A_TIME: Final = 1 << 16
MOST_PARTS: Final = 400_000
"""Wanted parts of a single booking; a batch of ten thousand payments has half as many."""


class _Target:
    """What the parser calls: keeps the way down to where it is, and hands over each whole booking."""

    def __init__(self) -> None:
        self.form: BankFormat | None = None
        self.found: list[Transaction] = []
        self._entries = 0
        self._namespace = ""
        self._account = ""
        self._way: list[Part] = []
        """The account or booking being read, and its parts down to the present one."""
        self._wanted: frozenset[str] = frozenset()
        self._parts = 0
        self._passed = 0
        """How deep inside what is passed over."""
        self._in_statement = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A part begins."""
        if self._passed:
            self._passed += 1
            return
        namespace, _, name = tag.rpartition("}")
        if self._way:
            self._inside(name, namespace, attributes)
        elif self.form is None:
            self._before(name, namespace[1:])
        elif not self._in_statement and name in STATEMENTS and namespace == self._namespace:
            self._in_statement, self._account = True, ""
        elif self._in_statement and name in INSIDE and namespace == self._namespace:
            self._begin(name)
        else:
            self._passed = 1

    def _before(self, name: str, namespace: str) -> None:
        """Look for the container: envelopes around it do not matter."""
        if name in CONTAINERS:
            if not NAMESPACE.fullmatch(namespace):
                raise refuse(Code.BANK_FILE_UNKNOWN)
            self.form, self._namespace = CONTAINERS[name], "{" + namespace

    def _begin(self, name: str) -> None:
        self._way, self._wanted, self._parts = [Part(name)], INSIDE[name], 0
        self._entries += name == "Ntry"

    def _inside(self, name: str, namespace: str, attributes: dict[str, str]) -> None:
        """A part of an account or a booking."""
        if name not in self._wanted or namespace != self._namespace:
            self._passed = 1
            return
        self._parts += 1
        if self._parts > MOST_PARTS:
            raise refuse(Code.BANK_FILE_TOO_MANY)
        part = Part(name, attributes.get("Ccy", ""))
        self._way[-1].parts.append(part)
        self._way.append(part)

    def data(self, text: str) -> None:
        """A piece of text of the present part."""
        if self._way and not self._passed:
            self._way[-1].texts.append(text)

    def end(self, tag: str) -> None:
        """A part ends."""
        if self._passed:
            self._passed -= 1
        elif self._way:
            part = self._way.pop()
            if not self._way:
                self._take(part)
        elif self._in_statement and tag.rpartition("}")[2] in STATEMENTS:
            self._in_statement = False

    def _take(self, part: Part) -> None:
        """A whole account or booking."""
        place = Place(entry=self._entries)
        if part.name == "Acct":
            self._account = account_of(part)
        else:
            self.found.extend(transactions_of(part, self._account, place))
            must_not_be_too_many(len(self.found))

    def close(self) -> None:
        """The document ended."""


def read_camt(data: bytes, step: Step) -> tuple[BankFormat, tuple[Transaction, ...]]:
    """Every booking of a file, with the kind of file; refuses the whole when anything cannot be read."""
    if DOCTYPE in data:
        raise refuse(Code.BANK_FILE_UNSAFE)
    target = _Target()
    parser = etree.XMLParser(
        # The stubs ask for more than a parser calls.
        target=cast("etree.ParserTarget", target),
        encoding=_encoding(data),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for at in range(0, len(data), AT_A_TIME):
            step(at, len(data))
            parser.feed(data[at : at + AT_A_TIME])
        parser.close()
    except etree.XMLSyntaxError as broken:
        raise refuse(Code.BANK_FILE_BROKEN, line=max(1, broken.lineno or 1)) from None
    if target.form is None:
        raise refuse(Code.BANK_FILE_UNKNOWN)
    return target.form, tuple(target.found)


def _encoding(data: bytes) -> str:
    """The letters that the file says it is written in; UTF-8 where it says nothing."""
    told = ENCODING.match(data.removeprefix(UTF_8_MARK).lstrip()[:200])
    name = told[1].decode("ascii").lower() if told else "utf-8"
    if name not in ENCODINGS:
        raise refuse(Code.BANK_FILE_LETTERS)
    return name
