"""Our invoices told to rivals: figures for programs that reckon, finished texts for tools that draw."""

from subcontract.invoicing.records import Invoice, InvoiceLine, Party
from subcontract.papers import barcode, giro, wording
from subcontract.papers.slip import giro_facts
from subcontract.words import Texts
from tests.benchmarks.rivals.turns import Bill, Line

HEAD = ("Kuvaus", "Määrä", "Yks.", "Hinta €", "ALV", "Veroton €")


def bill_of(invoice: Invoice, logo: str, texts: Texts) -> Bill:
    """Everything that stands on the paper of an invoice with one rate of VAT."""
    number, facts = str(invoice.number), giro_facts(invoice, texts)
    assert facts
    return Bill(
        number=invoice.number,
        day=invoice.day.isoformat(),
        due=invoice.due.isoformat(),
        reference=invoice.reference,
        vat=invoice.lines[0].vat,
        seller=_party(invoice.seller),
        buyer=_party(invoice.buyer),
        lines=[_line(line) for line in invoice.lines],
        logo=logo,
        title=f"Lasku {number}",
        facts=[
            ("Laskun numero", number),
            ("Laskun päivä", texts.day(invoice.day)),
            ("Toimitettu", wording.days(texts, invoice.lines[0].supplied)),
            ("Eräpäivä", texts.day(invoice.due)),
            ("Viitenumero", giro.printed_reference(invoice.reference)),
            ("Maksuehto", "14 pv netto"),
            ("Viivästyskorko", "korkolain mukaan"),
            ("Y-tunnuksenne", wording.business_id(invoice.buyer.business_id)),
        ],
        head=list(HEAD),
        rows=[_row(line, texts) for line in invoice.lines],
        sums=[
            ("Veroton yhteensä", texts.money(invoice.net)),
            *((f"ALV {texts.percent(part.rate)}", texts.money(part.amount)) for part in invoice.vat),
            ("Maksettava", texts.money(invoice.total)),
        ],
        foot=[text for text in _party(invoice.seller).values() if text],
        slip=_slip(facts, texts),
        bars=list(barcode.bars(giro.barcode_of(facts))),
        modules=barcode.MODULES,
    )


def _party(party: Party) -> dict[str, str]:
    return {
        "name": party.name,
        "street": party.address.street,
        "postcode": party.address.postcode,
        "town": party.address.town,
        "business_id": wording.business_id(party.business_id),
        "vat_id": party.vat_id,
        "phone": party.phone,
        "email": party.email,
        "iban": giro.printed_account(party.iban),
    }


def _line(line: InvoiceLine) -> Line:
    return Line(text=line.text, quantity=str(line.quantity), unit=line.unit, price=str(line.unit_price))


def _row(line: InvoiceLine, texts: Texts) -> list[str]:
    return [
        line.text,
        texts.number(line.quantity),
        line.unit,
        wording.unit_price(texts, line.unit_price),
        wording.vat(texts, line.vat),
        wording.amount(texts, line.net),
    ]


def _slip(facts: giro.GiroFacts, texts: Texts) -> list[tuple[str, str]]:
    assert facts.due
    assert facts.amount
    return [
        ("Saajan tilinumero IBAN", giro.printed_account(facts.iban)),
        ("Saaja", ", ".join(facts.recipient)),
        ("Maksaja", ", ".join(facts.payer)),
        *(("Viesti", line) for line in facts.message),
        ("Viitenumero", giro.printed_reference(facts.reference)),
        ("Eräpäivä", texts.day(facts.due)),
        ("Euro", wording.amount(texts, facts.amount)),
    ]
