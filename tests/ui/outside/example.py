"""Facts of an invoice and of a credit note, as the calculator's page shows them."""

from typing import Any

FACTS: dict[str, Any] = {
    "kind": "invoice",
    "number": "1001",
    "date": "2026-11-22",
    "due": "2026-12-22",
    "reference": "10016",
    "language": "fi",
    "seller": {
        "name": "Esimerkki-säätiö sr",
        "business_id": "2345678-0",
        "vat_id": "FI23456780",
        "street": "Työtie 1",
        "postcode": "00100",
        "town": "Helsinki",
        "country": "FI",
        "iban": "FI2112345600000785",
        "ovt": "003723456780",
        "operator": "003723327487",
    },
    "buyer": {
        "name": "Malli Oy",
        "business_id": "1234567-1",
        "vat_id": "FI12345671",
        "street": "Mallikatu 2",
        "postcode": "53100",
        "town": "Lappeenranta",
        "country": "FI",
        "ovt": "003712345671",
        "operator": "003721291126",
    },
    "order_number": "PO-77",
    "buyer_reference": "Varasto",
    "notes": ["Kiitos tilauksesta!"],
    "lines": [
        {
            "text": "Tarroitus",
            "quantity": "1200",
            "unit": "kpl",
            "unit_price": "0.08",
            "discount": "0",
            "vat": "25.5",
            "supplied": ["2026-11-01", "2026-11-20"],
        }
    ],
    "charges": [{"text": "Kuljetus", "amount": "12.00", "vat": "25.5"}],
    "exemption": None,
}
CREDIT: dict[str, Any] = {
    **FACTS,
    "kind": "credit_note",
    "number": "1002",
    "reference": "10029",
    "original": {"number": "998", "date": "2026-10-30"},
}
