"""Writes files as a bank would: camt of either version, KTL and TITO. The payers are made up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

from subcontract.codes import read_reference
from subcontract.money import ZERO, Money, total

ACCOUNT = "FI2112345600000785"
BBAN = "12345600000785"
DAY = date(2026, 11, 20)
OWNER = "ESIMERKKI-S[[TI\\ SR"
TO_ISO_646 = str.maketrans("ÄÖÅäöå", "[\\]{|}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One payment as the files tell it."""

    amount: Money = Money("204.92")
    reference: str = ""
    payer: str = "TAVARATALO KUUSI OY"
    text: str = ""
    archive_id: str = "261120588NGO000001"
    day: date = DAY
    currency: str = "EUR"


# --- camt


def _strd(reference: str) -> str:
    if not reference:
        return ""
    padded = reference if reference.startswith("RF") else reference.zfill(20)
    kind = "<Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp>"
    return f"<Strd><CdtrRefInf>{kind}<Ref>{escape(padded)}</Ref></CdtrRefInf></Strd>"


def camt_details(told: Told, version: str = "02", *, own_id: bool = True) -> str:
    """The details of one payment."""
    side = "Dbtr" if told.amount >= ZERO else "Cdtr"
    name = f"<Nm>{escape(told.payer)}</Nm>"
    party = f"<{side}>{name if version == '02' else f'<Pty>{name}</Pty>'}</{side}>" if told.payer else ""
    refs = f"<Refs><AcctSvcrRef>{escape(told.archive_id)}</AcctSvcrRef></Refs>" if own_id else ""
    amount = f'<Amt Ccy="{told.currency}">{abs(told.amount)}</Amt>'
    if version == "02":
        sums = f"<AmtDtls><TxAmt>{amount}</TxAmt></AmtDtls>"
    else:
        sums = f"{amount}<CdtDbtInd>{'CRDT' if told.amount >= ZERO else 'DBIT'}</CdtDbtInd>"
    text = f"<Ustrd>{escape(told.text)}</Ustrd>" if told.text else ""
    words = f"<RmtInf>{text}{_strd(told.reference)}</RmtInf>" if text or told.reference else ""
    return f"<TxDtls>{refs}{sums}<RltdPties>{party}</RltdPties>{words}</TxDtls>"


def camt_entry(
    inside: Sequence[Told],
    version: str = "02",
    *,
    status: str = "BOOK",
    extra: str = "",
    details: str | None = None,
    amount: Money | None = None,
) -> str:
    """A booking of one payment, or of several together."""
    whole = total(one.amount for one in inside) if amount is None else amount
    first = inside[0]
    state = f"<Sts>{status}</Sts>" if version == "02" else f"<Sts><Cd>{status}</Cd></Sts>"
    if details is None:
        details = "".join(camt_details(one, version) for one in inside)
    return (
        f'<Ntry><Amt Ccy="{first.currency}">{abs(whole)}</Amt>'
        f"<CdtDbtInd>{'CRDT' if whole >= ZERO else 'DBIT'}</CdtDbtInd>{extra}{state}"
        f"<BookgDt><Dt>{first.day}</Dt></BookgDt><ValDt><Dt>{first.day}</Dt></ValDt>"
        f"<AcctSvcrRef>{escape(first.archive_id)}</AcctSvcrRef>"
        "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>"
        f"<NtryDtls>{details}</NtryDtls></Ntry>"
    )


def camt(entries: Iterable[str], kind: str = "053", version: str = "02", account: str = ACCOUNT) -> bytes:
    """A statement (053) or a notice of payments (054)."""
    return camt_of([(account, "".join(entries))], kind, version)


def camt_of(statements: Iterable[tuple[str, str]], kind: str = "053", version: str = "02") -> bytes:
    """Statements of several accounts in one file."""
    container, part = {
        "053": ("BkToCstmrStmt", "Stmt"),
        "054": ("BkToCstmrDbtCdtNtfctn", "Ntfctn"),
    }[kind]
    balance = (
        "<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp>"
        '<Amt Ccy="EUR">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-20</Dt></Dt></Bal>'
    )
    body = "".join(
        f"<{part}><Id>1</Id><CreDtTm>2026-11-20T23:00:00+02:00</CreDtTm>"
        f"<Acct><Id><IBAN>{account}</IBAN></Id><Ccy>EUR</Ccy></Acct>{balance if kind == '053' else ''}"
        f"{entries}</{part}>"
        for account, entries in statements
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.{kind}.001.{version}"><{container}>'
        f"<GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-11-20T23:00:00+02:00</CreDtTm></GrpHdr>{body}"
        f"</{container}></Document>\n"
    ).encode()


# --- KTL


def ktl_row(told: Told, *, kind: str = "3", return_code: str = "0") -> str:
    """One incoming payment; below nought it is a correction."""
    day = f"{told.day:%y%m%d}"
    return (
        f"{kind}{BBAN}{day}{day}{told.archive_id[:16]:16}{told.reference.zfill(20)}"
        f"{told.payer.translate(TO_ISO_646)[:12]:12}1A{abs(told.amount).cents:010}"
        f"{'0' if told.amount >= ZERO else '1'}A{return_code}"
    )


def ktl(payments: Sequence[Told], end: str = "\r\n") -> bytes:
    """A batch with its head and its sum row."""
    came = [one.amount for one in payments if one.amount >= ZERO]
    back = [-one.amount for one in payments if one.amount < ZERO]
    head = f"0{DAY:%y%m%d}2300NR1234567891".ljust(90)
    sums = f"9{len(came):06}{total(came).cents:011}{len(back):06}{total(back).cents:011}".ljust(90)
    return "".join(row + end for row in (head, *map(ktl_row, payments), sums)).encode("iso-8859-1")


# --- TITO


def signed(amount: Money) -> str:
    """A sign and eighteen digits."""
    return f"{'-' if amount < ZERO else '+'}{abs(amount).cents:018}"


def tito_opening(balance: Money, day: date = DAY, bban: str = BBAN, iban: str = ACCOUNT) -> str:
    """The opening record of 322 characters."""
    of_day = f"{day:%y%m%d}"
    head = f"T00322100{bban}044{of_day}{of_day}{of_day}2359".ljust(65)
    row = f"{head}{of_day}{signed(balance)}{1:06}EUR{'K[ytt|tili':30}{0:018}{OWNER:35}"
    return f"{row.ljust(292)}{iban} NDEAFIHH".ljust(322)


def tito_booking(
    told: Told, number: int = 1, *, level: str = " ", itemised: bool = False, code: str = "710"
) -> str:
    """A booking of 188 characters."""
    day = f"{told.day:%y%m%d}"
    kind = "2" if told.amount < ZERO else "1"
    return (
        f"T10188{number:06}{told.archive_id[:18]:18}{day}{day}{day}{kind}{code}{'Pano':35}"
        f"{signed(told.amount)}{'E' if itemised else ' '}A{told.payer.translate(TO_ISO_646)[:35]:35}A"
        f"{'':14} {told.reference.zfill(20) if told.reference else '':20}{'':8}{level}"
    )


def tito_extra(kind: str, text: str) -> str:
    """A record after a booking."""
    return f"T11{8 + len(text):03}{kind}{text.translate(TO_ISO_646)}"


def tito_closing(balance: Money, day: date = DAY) -> str:
    """The closing balance and what is at hand."""
    return f"T40050{day:%y%m%d}{signed(balance)}{signed(ZERO)}"


def tito_totals(amounts: Iterable[Money], day: date = DAY, period: str = "1") -> str:
    """How much came and went."""
    kept = tuple(amounts)
    came = [one for one in kept if one >= ZERO]
    went = [one for one in kept if one < ZERO]
    return f"T50067{period}{day:%y%m%d}{len(came):08}{signed(total(came))}{len(went):08}{_minus(total(went))}"


def _minus(amount: Money) -> str:
    return "-" + signed(amount)[1:]


def tito(payments: Sequence[Told], opening: Money = ZERO, end: str = "\r\n") -> bytes:
    """A statement of one day with its balances and totals."""
    rows = [tito_opening(opening)]
    for number, told in enumerate(payments, start=1):
        rows.append(tito_booking(told, number))
        rows += [tito_extra("00", told.text)] if told.text else []
    amounts = [told.amount for told in payments]
    rows += [tito_closing(opening + total(amounts)), tito_totals(amounts)]
    return "".join(row + end for row in rows).encode("iso-8859-1")


# --- the statement whose balances are published


def control_statement() -> bytes:
    """A statement with the published control figures: 4409,27 + 42371,30 - 29730,33 = 17050,24.

    It has itemised bookings with and without their items, corrections, messages and foreign letters.
    """
    day = date(2006, 3, 6)

    def told(amount: str, payer: str = "", archive: str = "", reference: str = "") -> Told:
        return Told(amount=Money(amount), payer=payer, archive_id=archive, reference=reference, day=day)

    first = told("20380.00", "JÄRVISEN PYÖRÄ OY", "060306588AA0000001", "1234561")
    second = told("13196.30", "Åkerlund & Öhman", "060306588AA0000002")
    batch = told("8795.00", "", "")
    bills = told("-695.55", "", "060306588AA0000003")
    items = (told("-100.00", "AMERI ESIMERKKI OYJ", "", "13"), told("-595.55", "POUTA TMI", "", "12345672"))
    others = told("-29034.78", "KUPARIKESKUS", "060306588AA0000004")
    rows = [
        tito_opening(Money("4409.27"), day),
        tito_booking(first, 1),
        tito_extra("06", "0000359598600055"),
        tito_booking(second, 2),
        tito_extra("00", f"{'Lasku 15/2006':35}{'kiitos työstä':35}"),
        tito_booking(batch, 3, itemised=True, code="705"),
        tito_extra("01", "00000014"),
        tito_booking(bills, 4, itemised=True, code="702"),
        tito_extra("01", "00000002"),
        *(tito_booking(item, 4, level="1", code="702") for item in items),
        tito_booking(others, 5),
        tito_closing(Money("17050.24"), day),
        tito_totals([first.amount, second.amount, batch.amount, bills.amount, others.amount], day),
        f"T51067{'1'}{day:%y%m%d}{0:08}{signed(ZERO)}{0:08}{_minus(ZERO)}",
        tito_totals([Money("96934.20"), Money("-124944.89")], day, "3"),
    ]
    return "".join(row + "\r\n" for row in rows).encode("iso-8859-1")


def rf(reference: str) -> str:
    """The RF form of a national reference."""
    return read_reference(reference).rf
