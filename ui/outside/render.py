"""`urakka render`: an invoice's paper or e-invoice from its facts, by the same code as the screens."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from subcontract import papers
from subcontract.invoicing.records import Invoice
from subcontract.papers.files.e_invoices.finvoice import finvoice
from subcontract.papers.files.e_invoices.ubl import ubl
from subcontract.problems import Code, Refused, refuse
from subcontract.words import Texts
from ui.calc.run import read_json
from ui.outside.facts import field_of, invoice_of, unit_of
from ui.texts import CatalogueTexts

MOST_BYTES = 5_000_000
"""The facts of ten thousand lines."""


def _pdf(invoice: Invoice, texts: Texts) -> bytes:
    return papers.invoice_pdf(invoice, unit_of(invoice), texts)


RENDERERS: dict[str, Callable[[Invoice, Texts], bytes]] = {"pdf": _pdf, "finvoice": finvoice, "ubl": ubl}
"""What can be made, by the word of the command."""


def render(kind: str, facts: Path, out: Path) -> None:
    """Make one file of one invoice; nothing is left when it is refused or cannot be written."""
    with facts.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise refuse(Code.TOO_LARGE)
    invoice = invoice_of(read_json(data.removeprefix(b"\xef\xbb\xbf")))
    write_whole(out, _rendered(kind, invoice))


def _rendered(kind: str, invoice: Invoice) -> bytes:
    """The content; a refusal names the fields as the facts do."""
    try:
        return RENDERERS[kind](invoice, CatalogueTexts(invoice.language))
    except Refused as refused:
        raise Refused(
            *(replace(one, field=field_of(one.field, invoice)) for one in refused.problems)
        ) from None


def write_whole(out: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all; an older one stays until then."""
    part = out.with_name(f".{out.name[:80]}.{os.getpid()}.part")
    try:
        with part.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(out)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(out)) from None
    finally:
        part.unlink(missing_ok=True)
